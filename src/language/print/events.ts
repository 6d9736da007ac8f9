/** Events and conditions in words. Brackets wherever the order of joining could be doubted. */
import type { ActPattern, Condition, Event, Quantifier } from '../../treaty/index.js';
import { OPEN, duration, headcount, instant, number, numberOrOpen, place, test, who } from './words.js';

export type Zones = ReadonlySet<string>;

export function pattern(one: ActPattern, zones: Zones): string {
  return [
    one.acts.join(' or '), ...(one.by ? [`by ${who(one.by)}`] : []), ...(one.on ? [`on ${who(one.on)}`] : []), ...one.places.map((test_) => place(test_, zones)),
    ...(one.tests.length > 0 ? [`with ${one.tests.map(test).join(' and ')}`] : []),
  ].join(' ');
}

export const patterns = (all: readonly ActPattern[], zones: Zones): string => all.map((one) => pattern(one, zones)).join(' or ');

export function event(one: Event, zones: Zones): string {
  switch (one.kind) {
    case 'act': return pattern(one, zones);
    case 'defined': return one.name;
    case 'finding': return `${one.finding}${one.by ? ` by ${who(one.by)}` : ''}${one.names ? ` names ${who(one.names)}` : ''}`;
    case 'becomes': return `${one.clause} is ${one.state}${quantifier(one.quantifier)}`;
    case 'instant': return instant(one.instant);
    case 'signature': case 'entry into force': return one.kind;
    case 'either': return one.of.map((part) => atom(part, zones)).join(' or ');
    case 'repeated': {
      const { sum } = one;
      const within = `within ${duration(one.within)}`;
      return sum
        ? `sum of ${sum.argument} of ${atom(one.of, zones)} at least ${numberOrOpen(one.threshold)} ${within}${sum.decayPerDay === 1 ? '' : `, decaying ${number(sum.decayPerDay)} a day`}`
        : `at least ${numberOrOpen(one.threshold)} of ${atom(one.of, zones)} ${within}`;
    }
    case 'guarded': return `(${event(one.of, zones)}${one.when ? ` when ${condition(one.when, zones)}` : ''}${one.unless ? ` unless ${condition(one.unless, zones)}` : ''})`;
    case 'to be agreed': return OPEN;
  }
}

const atom = (one: Event, zones: Zones): string => (one.kind === 'either' || (one.kind === 'act' && one.acts.length > 1) ? `(${event(one, zones)})` : event(one, zones));

function quantifier(one: Quantifier): string {
  switch (one.kind) {
    case 'some': return '';
    case 'each': return ' by each';
    case 'at least': return ` by at least ${numberOrOpen(one.count)}`;
    case 'of': return ` of ${who(one.who)}`;
  }
}

export function condition(one: Condition, zones: Zones): string {
  switch (one.kind) {
    case 'and': case 'or': return one.of.map((part) => (part.kind === 'and' || part.kind === 'or' ? `(${condition(part, zones)})` : condition(part, zones))).join(` ${one.kind} `);
    case 'not': return `not ${one.of.kind === 'and' || one.of.kind === 'or' ? `(${condition(one.of, zones)})` : condition(one.of, zones)}`;
    case 'holds': return one.name;
    case 'occurred': return `${event(one.event, zones)} has occurred${one.within ? ` within the last ${duration(one.within)}` : ''}`;
    case 'is': return `${one.quantifier.kind === 'each' ? 'each ' : ''}${one.clause} is ${one.state}${one.quantifier.kind === 'each' ? '' : quantifier(one.quantifier)}`;
    case 'found': return `${one.finding}${one.by ? ` by ${who(one.by)}` : ''}${one.names ? ` names ${who(one.names)}` : ''}`;
    case 'in force': return `in force${one.for ? ` for ${who(one.for)}` : ''}`;
    case 'acted': return `acted ${one.acts.join(' or ')} by ${one.by.map(headcount).join(' and ')}`;
    case 'act test': return `act has ${test(one.test)}`;
    case 'to be agreed': return OPEN;
  }
}
