/**
 * Rows of the UCDP Georeferenced Event Dataset to entries. Columns and precision codes as in its codebook, version 23.1 (Högbladh 2023); see docs/record.md.
 * The data set names the two sides of an event, not who acted first: the actor is one of them.
 */
import type { Actor, Entry, Place } from '../treaty/index.js';
import { readSpan } from './dates.js';

export interface UcdpOptions {
  /** When an event counts as known: at the end of its last day, or at the end of the year of the release that first holds it. */
  readonly knownAt?: 'event' | 'release';
}

const NEEDED = ['id', 'type_of_violence', 'side_a', 'side_b', 'date_start', 'date_end', 'where_prec', 'latitude', 'longitude', 'best', 'low', 'high'];

export const isUcdp = (header: readonly string[]): boolean => NEEDED.every((name) => header.includes(name));

/** The data set's names of the sides, as this project's treaties name them. Others keep their name and are no party to anything. */
const SIDES: ReadonlyMap<string, readonly string[]> = new Map([
  ['Government of Ukraine', ['Ukraine']], ['Government of Russia (Soviet Union)', ['Russia']], ['DPR', ['DPR']], ['LPR', ['LPR']],
  // The joint name under which the armed formations of both are filed where the source does not tell them apart.
  ['United Armed Forces of Novorossiya', ['DPR', 'LPR']],
]);

/** Radius in km around the coordinates by `where_prec`: 1 a named place, 2 near it (about 25 km), 3 a district, 4 a region, 5 a feature or area between places, 6 the country. 7 (waters, airspace) has no place. */
const WITHIN_KM: Readonly<{ [code: string]: number }> = { 1: 2, 2: 25, 3: 50, 4: 150, 5: 100, 6: 700 };

const VIOLENCE: Readonly<{ [code: string]: string }> = { 1: 'state-based', 2: 'non-state', 3: 'one-sided' };

/** Days are those of the place, so they are read in the local zone. */
const LOCAL = 'Europe/Kyiv';

type Read = { readonly entry: Entry } | { readonly reason: string };

export function ucdpEntry(row: ReadonlyMap<string, string>, origin: { readonly file: string; readonly line: number }, { knownAt = 'event' }: UcdpOptions = {}): Read {
  const at = (name: string): string => row.get(name) ?? '';
  const id = at('id');
  if (id === '') return { reason: 'the event has no `id`; every row of the data set has one' };
  const occurred = readSpan(at('date_start').slice(0, 10), at('date_end').slice(0, 10), LOCAL);
  if ('problem' in occurred) return { reason: `\`date_start\` and \`date_end\`: ${occurred.problem}` };
  const place = placeOf(at);
  if (typeof place === 'string') return { reason: place };
  const deaths = ['best', 'low', 'high', 'deaths_civilians'].map((name) => [name, at(name)] as const);
  const bad = deaths.find(([, value]) => value !== '' && !/^\d+$/.test(value));
  if (bad) return { reason: `\`${bad[0]}\` is \`${bad[1]}\`; it must be a whole number of deaths` };
  const violence = VIOLENCE[at('type_of_violence')];
  if (violence === undefined) return { reason: `\`type_of_violence\` is \`${at('type_of_violence')}\`; the codes are 1, 2 and 3` };
  const number = (name: string): number | undefined => (at(name) === '' ? undefined : Number(at(name)));
  const facts: readonly (readonly [string, number | string | undefined])[] = [
    ['deaths', number('best')], ['deaths-low', number('low')], ['deaths-high', number('high')], ['civilian-deaths', number('deaths_civilians')], ['violence', violence],
    // The set's own definition of an event: armed force was used by an organised actor, and somebody died of it.
    ['force', 'armed'],
  ];
  const oneSided = at('type_of_violence') === '3';
  const actor = sides([at('side_a'), ...(oneSided ? [] : [at('side_b')])]);
  const released = /\d{4}/.exec(at('release').replace(/GED (\d\d)\.\d.*/, '20$1'))?.[0];
  const known = knownAt === 'release' && released !== undefined ? Date.UTC(Number(released), 11, 31, 23, 59, 59, 999) : occurred.to;
  return {
    entry: {
      id: `ucdp-${id}`, act: 'attack', actor, ...(oneSided ? { on: sides([at('side_b')]) } : {}),
      arguments: Object.fromEntries(facts.filter((fact): fact is readonly [string, number | string] => fact[1] !== undefined)),
      ...(place ? { place } : {}), occurred, knownAt: Math.max(known, occurred.from), origin,
      source: `UCDP ${at('release') || 'GED'}, event ${id}${at('relid') ? ` (${at('relid')})` : ''}`,
      // Clarity 1: one event well told apart; 2: a report that lumps several together. The set itself is a reviewed academic source.
      assurance: { source: 'B', information: at('event_clarity') === '1' && at('code_status') === 'Clear' ? 2 : 3 },
    },
  };
}

function sides(names: readonly string[]): Actor {
  const all = [...new Set(names.filter((name) => name !== '').flatMap((name) => SIDES.get(name) ?? [name]))].sort();
  const [first] = all;
  if (first === undefined) return { kind: 'unknown' };
  if (all.length > 1) return { kind: 'one of', names: all };
  return { kind: 'one', name: first, ...(SIDES.has(names[0] ?? '') ? {} : { outsider: true }) };
}

/** The place, nothing where the set gives none, or what is wrong with it. */
function placeOf(at: (name: string) => string): Place | string | undefined {
  const words = at('where_coordinates') || at('adm_2') || at('adm_1');
  const named = words === '' ? undefined : { name: words };
  const withinKm = WITHIN_KM[at('where_prec')];
  if (at('latitude') === '' && at('longitude') === '') return named;
  const latitude = Number(at('latitude'));
  const longitude = Number(at('longitude'));
  if (!Number.isFinite(latitude) || at('latitude') === '' || Math.abs(latitude) > 90) return `\`latitude\` is \`${at('latitude')}\`; it runs from -90 to 90`;
  if (!Number.isFinite(longitude) || at('longitude') === '' || Math.abs(longitude) > 180) return `\`longitude\` is \`${at('longitude')}\`; it runs from -180 to 180`;
  return withinKm === undefined ? named : { latitude, longitude, withinKm, ...named };
}
