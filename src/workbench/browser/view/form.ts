/** What can be entered by hand: the treaty's own acts and findings with their arguments, and what every treaty knows. */
import type { Act, Treaty } from '../../../treaty/index.js';
import type { RecordLine } from '../../shared/wire.js';
import { iso } from './dates.js';
import { readMoment } from './when.js';

export interface FormAct {
  readonly name: string;
  readonly group: 'acts of the treaty' | 'findings' | 'acts every treaty knows';
  readonly hasTarget: boolean;
  readonly hasPlace: boolean;
  readonly arguments: Act['arguments'];
  /** May say of which entry it speaks. */
  readonly hasAbout: boolean;
}

const NOWHERE = { offset: 0, end: 0, line: 1, column: 1, endLine: 1, endColumn: 1 } as const;
const BUILT_IN = ['sign', 'ratify', 'accede', 'withdraw', 'waive'] as const;

export function formActs(treaty: Treaty): readonly FormAct[] {
  const declared = treaty.acts.map((act): FormAct => ({ name: act.name, group: 'acts of the treaty', hasTarget: act.hasTarget, hasPlace: act.hasPlace, arguments: act.arguments, hasAbout: false }));
  const findings = treaty.findings.map(({ name, namesParty }): FormAct => ({ name, group: 'findings', hasTarget: namesParty, hasPlace: false, arguments: [], hasAbout: true }));
  const decisions = treaty.clauses.filter(({ kind }) => kind === 'decision').map(({ name }) => name);
  const vote: readonly FormAct[] = decisions.length === 0 ? [] : [{
    name: 'vote', group: 'acts every treaty knows', hasTarget: false, hasPlace: false, hasAbout: false, arguments: [
      { name: 'decision', type: { kind: 'choice', options: decisions }, span: NOWHERE }, { name: 'ballot', type: { kind: 'choice', options: ['for', 'against', 'abstain'] }, span: NOWHERE },
    ],
  }];
  const others = BUILT_IN.filter((name) => !treaty.acts.some((act) => act.name === name)).map((name): FormAct => ({ name, group: 'acts every treaty knows', hasTarget: false, hasPlace: false, arguments: [], hasAbout: false }));
  return [...declared, ...findings, ...vote, ...others];
}

/** Everyone who can act, with what they are to the treaty. */
export function actors(treaty: Treaty): readonly { readonly name: string; readonly group: string }[] {
  return [
    ...treaty.parties.map(({ name }) => ({ name, group: 'parties' })), ...treaty.bodies.map(({ name }) => ({ name, group: 'bodies' })), ...treaty.outsiders.map(({ name }) => ({ name, group: 'no parties' })),
  ];
}

const noTime = (text: string): string => `\`${text.trim()}\` is no time; write it as 2025-08-17 14:00`;

/** The field of the actor before anybody is chosen: nobody is named by default. */
export const NOT_CHOSEN = '?';

/** Reads the form; words say what is missing. */
export function lineFrom(act: FormAct, get: (name: string) => string): RecordLine | string {
  const occurred = readMoment(get('occurred'));
  if (occurred === undefined) return get('occurred').trim() === '' ? 'the entry needs a time; give the day and the hour, UTC' : noTime(get('occurred'));
  const until = get('until').trim() === '' ? undefined : readMoment(get('until'));
  if (until === undefined && get('until').trim() !== '') return noTime(get('until'));
  if (until !== undefined && until < occurred) return 'it ends before it begins; give a later time in `until`, or leave it empty';
  const known = get('known').trim() === '' ? undefined : readMoment(get('known'));
  if (known === undefined && get('known').trim() !== '') return noTime(get('known'));
  if (known !== undefined && known < (until ?? occurred)) return 'nothing is known before it occurs; give a later time in `known`';
  const facts: [string, number | string][] = [];
  for (const { name, type } of act.arguments) {
    const value = get(`argument-${name}`).trim();
    if (value === '') continue;
    if (type.kind !== 'number') { facts.push([name, value]); continue; }
    const number = Number(value);
    if (!Number.isFinite(number)) return `\`${value}\` is no number; give one for ${name}, or leave it empty where it is not known`;
    if ((type.min !== undefined && number < type.min) || (type.max !== undefined && number > type.max)) return `${name} goes from ${type.min ?? '…'} to ${type.max ?? '…'}; \`${value}\` lies outside`;
    facts.push([name, number]);
  }
  const place = act.hasPlace ? placeFrom(get) : undefined;
  if (typeof place === 'string') return place;
  if (get('actor') === NOT_CHOSEN) return 'the entry does not say who acted; choose who, or `unknown` where it is not known';
  const actors = [get('actor'), get('or')].filter((name, index, both) => name !== '' && both.indexOf(name) === index);
  if (get('actor') === '' && actors.length > 0) return 'an act by an unknown actor has no second one; choose the first, or leave both unknown';
  const on = get('on');
  const source = get('source').trim();
  const about = get('about').trim();
  const assurance = assuranceFrom(get);
  return {
    act: act.name, actor: actors.length > 1 ? { oneOf: actors } : actors[0] ?? null, ...(act.hasTarget && on !== '' ? { on } : {}), ...(facts.length === 0 ? {} : { arguments: Object.fromEntries(facts) }),
    ...(place === undefined ? {} : { place }), occurredAt: until === undefined || until === occurred ? iso(occurred) : { from: iso(occurred), to: iso(until) }, ...(known === undefined ? {} : { knownAt: iso(known) }), ...(source === '' ? {} : { source }),
    ...(act.hasAbout && about !== '' ? { about } : {}), ...(assurance === undefined ? {} : { assurance }),
  };
}

function placeFrom(get: (name: string) => string): RecordLine['place'] | string {
  const [name, latitude, longitude, within] = ['place', 'latitude', 'longitude', 'within'].map((field) => get(field).trim());
  if (latitude === '' && longitude === '') return name === '' || name === undefined ? undefined : { name };
  const [north, east, km] = [Number(latitude), Number(longitude), within === '' ? 0 : Number(within)];
  if (latitude === '' || !(Math.abs(north) <= 90)) return `\`${latitude ?? ''}\` is no latitude; give degrees from -90 to 90`;
  if (longitude === '' || !(Math.abs(east) <= 180)) return `\`${longitude ?? ''}\` is no longitude; give degrees from -180 to 180`;
  if (!(km >= 0)) return `\`${within ?? ''}\` is no distance; give kilometres, 0 where the place is exact`;
  return { latitude: north, longitude: east, withinKm: km, ...(name === '' || name === undefined ? {} : { name }) };
}

/** Reliability of the source and credibility of what it says (Admiralty code), and how likely it is (ICD 203), each with its meaning. */
export const RELIABILITY = [['A', 'reliable'], ['B', 'usually reliable'], ['C', 'fairly reliable'], ['D', 'not usually reliable'], ['E', 'unreliable'], ['F', 'cannot be judged']] as const;
export const CREDIBILITY = [['1', 'confirmed by others'], ['2', 'probably true'], ['3', 'possibly true'], ['4', 'doubtful'], ['5', 'improbable'], ['6', 'cannot be judged']] as const;
export const LIKELIHOOD = ['remote', 'unlikely', 'doubtful', 'even', 'likely', 'very likely', 'almost certain'] as const;

function assuranceFrom(get: (name: string) => string): RecordLine['assurance'] {
  const [source, information, likelihood] = [get('reliability'), get('credibility'), get('likelihood')];
  if (source === '' && information === '' && likelihood === '') return undefined;
  return { ...(source === '' ? {} : { source }), ...(information === '' ? {} : { information: Number(information) }), ...(likelihood === '' ? {} : { likelihood }) };
}
