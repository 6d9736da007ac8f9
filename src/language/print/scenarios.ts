/** Claims and told stories as sentences. */
import type { Claim, Scenario, ScenarioStep } from '../../treaty/index.js';
import { degrees } from './declarations.js';
import { condition, event, type Zones } from './events.js';
import { duration, instant, number, quote, who, worth } from './words.js';

const CONDITIONS = new Set(['and', 'or', 'not', 'holds', 'occurred', 'is', 'found', 'in force', 'acted', 'act test']);

export function claim({ name, form, assuming }: Claim, zones: Zones): string {
  const assumed = assuming.length === 0 ? '' : `, assuming ${assuming.map(({ atMost, group }) => `at most ${number(atMost)} of ${'group' in group ? group.group : ''} defaults`).join(' and ')}`;
  return `claim ${name}: ${formOf(form, zones)}${assumed}.`;
}

function formOf(form: Claim['form'], zones: Zones): string {
  switch (form.kind) {
    case 'always': case 'never': case 'possible': return `${form.kind} ${condition(form.what, zones)}`;
    case 'whenever': {
      const { response } = form;
      const answer = CONDITIONS.has(response.kind) ? condition(response as Parameters<typeof condition>[0], zones) : event(response as Parameters<typeof event>[0], zones);
      return `whenever ${event(form.trigger, zones)},${form.within ? ` within ${duration(form.within)}` : ''} ${answer}`;
    }
    case 'only after': return `${event(form.what, zones)} only after ${event(form.after, zones)}`;
    case 'can': return `can ${who(form.coalition)} ensure ${event(form.what, zones)}${form.within ? ` within ${duration(form.within)}` : ''}`;
  }
}

const HOUR = 3_600_000;
const timeOf = (ms: number): string => (ms % HOUR === 0 ? `${number(ms / HOUR)} h` : `${number(ms / 60_000)} min`);

export function scenario(one: Scenario): string {
  return [
    `scenario ${quote(one.title)}${one.starts === undefined ? '' : ` starts ${instant(one.starts)}`}`,
    ...one.steps.map(step),
    ...one.expectations.map(({ clause, of, negated, state, afterMs }) => `  expect ${clause}${of === undefined ? '' : ` of ${of}`} is ${negated ? 'not ' : ''}${state} at ${timeOf(afterMs)}.`),
  ].join('\n');
}

function step({ afterMs, act, by, on, place, arguments: facts }: ScenarioStep): string {
  const { ballot, decision, names, likelihood, ...others } = facts;
  return [
    `  at ${timeOf(afterMs)} ${act} by ${by.join(', ')}`,
    ...(ballot === undefined ? [] : [`${ballot} ${decision}`]),
    ...(on === undefined ? [] : [`on ${on}`]),
    ...(place === undefined ? [] : [`at ${typeof place === 'string' ? quote(place) : `${degrees(place.latitude, 'NS')} ${degrees(place.longitude, 'EW')}`}`]),
    ...(names === undefined ? [] : [`names ${names}${likelihood === undefined ? '' : ` ${likelihood}`}`]),
    ...Object.entries(others).map(([name, value]) => `${name} ${worth(value)}`),
  ].join(' ') + '.';
}
