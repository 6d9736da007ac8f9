/** Declarations as sentences. */
import type { Act, Body, Calendar, Citation, Finding, Group, Line, Outsider, Party, Status, Zone, ZoneShape } from '../../treaty/index.js';
import { OPEN, duration, instant, isOpen, number, numberOrOpen, quote, who } from './words.js';

export const marks = ({ source, status }: { readonly source?: Citation; readonly status?: Status }): string => `${source ? `, source ${quote(source.text)}` : ''}${status ? `, status ${status}` : ''}`;

export function times({ zone, dayHours, monthEnd, tick }: Calendar): string {
  const shown = zone === 'UTC' || /^[+-]/.test(zone) ? zone : quote(zone);
  return `times in ${shown}, a day is ${dayHours === 24 ? '24 hours' : 'a calendar day'}, a month ${monthEnd === 'overflow' ? 'overflows' : 'ends on its last day'}${tick ? `, tick ${duration(tick)}` : ''}.`;
}

export const party = (one: Party): string => `party ${one.name}${one.from === undefined ? '' : ` from ${instant(one.from)}`}${one.until === undefined ? '' : ` until ${instant(one.until)}`}.`;

export const outsider = (one: Outsider): string => `outsider ${one.name}.`;

export const group = (one: Group): string => `group ${one.name} is ${isOpen(one.members) ? OPEN : (one.members as readonly string[]).join(', ')}.`;

export function body({ name, members, chair }: Body): string {
  const sits = members === 'independent' ? 'independent' : isOpen(members) ? OPEN : (members as readonly Parameters<typeof who>[0][]).map(who).join(' and ');
  return `body ${name} is ${sits}${chair === undefined ? '' : `, chaired by ${chair}`}.`;
}

export function zone(one: Zone): string {
  const excluded = one.excludes.length > 0 ? ` excluding ${one.excludes.map(shape).join(' and ')}` : '';
  return `zone ${one.name} is ${one.includes.map(shape).join(' and ')}${excluded}${one.asOf === undefined ? '' : `, as of ${instant(one.asOf)}`}${marks(one.source ? { source: one.source } : {})}.`;
}

function shape(one: ZoneShape): string {
  switch (one.kind) {
    case 'place': return quote(one.name);
    case 'zone': return one.name;
    case 'strip': return `within ${numberOrOpen(one.distanceKm)} km of ${one.line}${one.side === undefined ? '' : ` on ${one.side}'s side`}`;
    case 'polygon': return `polygon ${one.corners.map(({ latitude, longitude }) => `${degrees(latitude, 'NS')} ${degrees(longitude, 'EW')}`).join(', ')}`;
    case 'band': return band(one);
    case 'both': return one.of.map(shape).join(' within ');
    case 'to be agreed': return OPEN;
  }
}

function band(one: Extract<ZoneShape, { kind: 'band' }>): string {
  if (one.south !== undefined) return `north of ${degrees(one.south, 'NS')}`;
  if (one.north !== undefined) return `south of ${degrees(one.north, 'NS')}`;
  if (one.west !== undefined) return `east of ${degrees(one.west, 'EW')}`;
  return `west of ${degrees(one.east ?? 0, 'EW')}`;
}

export const degrees = (value: number, letters: 'NS' | 'EW'): string => `${number(Math.abs(value))}${value < 0 ? letters[1] : letters[0]}`;

export const line = (one: Line): string => `line ${one.name} is ${quote(one.atlasName)}${one.asOf === undefined ? '' : ` as of ${instant(one.asOf)}`}${marks(one.source ? { source: one.source } : {})}.`;

export const act = (one: Act): string => `act ${one.name}${one.hasTarget ? ' on party' : ''}${one.hasPlace ? ' at place' : ''}${one.arguments.map((argument) => `, ${argumentOf(argument)}`).join('')}.`;

function argumentOf({ name, type }: Act['arguments'][number]): string {
  switch (type.kind) {
    case 'number': return `${name} ${type.min === undefined || type.max === undefined ? 'number' : `${number(type.min)} to ${number(type.max)}`}`;
    case 'choice': return `${name} one of ${type.options.join(', ')}`;
    case 'text': case 'party': return `${name} ${type.kind}`;
  }
}

export const finding = (one: Finding): string =>
  `finding ${one.name}${one.namesParty ? ' names party' : ''}, ${one.selfJudging ? 'in the opinion of' : 'made by'} ${who(one.madeBy)}${one.atLeast ? `, at least ${one.atLeast}` : ''}.`;
