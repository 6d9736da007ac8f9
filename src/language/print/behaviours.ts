/** Bounds of a search and behaviours as sentences. */
import type { Behaviour, BehaviourRule, Delay, DrawnFact, Probability, Scope } from '../../treaty/index.js';
import { degrees, marks } from './declarations.js';
import { event, patterns, type Zones } from './events.js';
import { OPEN, duration, number, quote, who, worth } from './words.js';

export function scope({ limits, horizon, free, tick }: Scope): string {
  return `scope ${[
    ...limits.map(({ atMost, act }) => `at most ${number(atMost)} ${act ?? 'attacks'}`), ...(horizon ? [`horizon ${duration(horizon)}`] : []), ...(free ? [`free ${who(free)}`] : []), ...(tick ? [`tick ${duration(tick)}`] : []),
  ].join(', ')}.`;
}

export const behaviour = ({ name, rules, source }: Behaviour, zones: Zones): string =>
  `behaviour ${name}:${rules.map((one) => `\n  ${rule(one, zones)}`).join(',')}${marks(source ? { source } : {})}.`;

function rule(one: BehaviourRule, zones: Zones): string {
  switch (one.kind) {
    case 'happens': return happens(one);
    case 'together': return `${who(one.who)} together unless ${quote(one.reason)} with probability ${probability(one.probability)}`;
    case 'act': return `${who(one.who)} ${patterns(one.acts, zones)}${doing(one, zones)}`;
    case 'vote': return `${who(one.who)} vote ${one.ballot} ${one.decision}${doing(one, zones)}`;
    case 'find': return `${who(one.who)} find ${one.finding}${one.names ? ` names ${who(one.names)}` : ''}${doing(one, zones)}`;
  }
}

const doing = (one: Extract<BehaviourRule, { kind: 'act' | 'vote' | 'find' }>, zones: Zones): string =>
  ` with probability ${probability(one.probability)}${one.delay ? ` ${delay(one.delay)}` : ''}${one.when ? ` when ${event(one.when, zones)}` : ''}`;

function happens(one: Extract<BehaviourRule, { kind: 'happens' }>): string {
  const { place, on } = one;
  return [
    one.repeats ? delay(one.delay).replace(/^after/, 'every') : delay(one.delay), one.act, `by ${one.by.join(' and ')}`, ...(on === undefined ? [] : [`on ${on}`]),
    ...(place === undefined ? [] : [`at ${typeof place === 'string' ? quote(place) : `${degrees(place.latitude, 'NS')} ${degrees(place.longitude, 'EW')}`}`]),
    ...Object.entries(one.facts).map(([name, value]) => `${name} ${drawn(value)}`), ...(one.probability ? [`with probability ${probability(one.probability)}`] : []),
  ].join(' ');
}

const drawn = (value: DrawnFact): string => (typeof value === 'object' ? `${number(value.least)} to ${number(value.most)}` : worth(value));

function probability(one: Probability): string {
  switch (one.kind) {
    case 'number': return number(one.value);
    case 'beta': return `beta ${number(one.alpha)} ${number(one.beta)}`;
    case 'counts': return `from ${quote(one.source)} ${number(one.happened)} of ${number(one.of)}`;
    case 'to be agreed': return OPEN;
  }
}

function delay(one: Delay): string {
  if (one.kind === 'within') return `within ${duration(one.most)}`;
  const fixed = one.least.amount === one.most.amount && one.least.unit === one.most.unit;
  return `after ${duration(one.least)}${fixed ? '' : ` to ${duration(one.most)}`}`;
}
