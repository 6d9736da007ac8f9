/** The record for readers: filtered, counted by time, and each entry with the verdicts it led to. */
import type { Entry, Instant, Verdict } from '../../../treaty/index.js';
import { actorWords } from './names.js';
import { lookOf, type Tone } from './standing.js';

export interface Filter {
  readonly act: string;
  readonly actor: string;
  readonly verdict: string;
  readonly from?: Instant;
  readonly to?: Instant;
}

export const NO_FILTER: Filter = { act: '', actor: '', verdict: '' };

/** Verdicts by the entries they rest on: the trigger, and the entries of the reasons. */
export function verdictsByEntry(verdicts: readonly Verdict[]): ReadonlyMap<string, readonly Verdict[]> {
  const by = new Map<string, Verdict[]>();
  for (const verdict of verdicts) {
    const ids = new Set(verdict.reasons.flatMap(({ entries }) => entries));
    if (verdict.trigger !== undefined) ids.add(verdict.trigger);
    for (const id of ids) {
      const list = by.get(id);
      if (list) list.push(verdict); else by.set(id, [verdict]);
    }
  }
  return by;
}

export interface Judgements { readonly get: (id: string) => readonly Verdict[] | undefined }

export function filtered(entries: readonly Entry[], filter: Filter, judgements: Judgements): readonly Entry[] {
  return entries.filter((entry) =>
    entry.act !== 'coverage'
    && (filter.act === '' || entry.act === filter.act)
    && (filter.actor === '' || actorWords(entry.actor) === filter.actor)
    && (filter.from === undefined || entry.occurred.to >= filter.from)
    && (filter.to === undefined || entry.occurred.from <= filter.to)
    && (filter.verdict === '' || stateOf(judgements.get(entry.id)) === filter.verdict));
}

export const UNJUDGED = 'nothing follows';

/** The weightiest state an entry led to. */
export function stateOf(verdicts: readonly Verdict[] | undefined): string {
  return verdicts?.reduce((best, verdict) => (lookOf(verdict.state).weight > lookOf(best.state).weight ? verdict : best)).state ?? UNJUDGED;
}

export function toneOf(verdicts: readonly Verdict[] | undefined): Tone {
  return verdicts?.length ? lookOf(stateOf(verdicts) as Verdict['state']).tone : 'waiting';
}

export interface Bin { readonly from: Instant; readonly to: Instant; readonly count: number; readonly broken: number; readonly unknown: number }

/** Equal stretches of whole months, weeks or days, whichever gives at most 120. */
export function bins(entries: readonly Entry[], judgements: Judgements): readonly Bin[] {
  if (entries.length === 0) return [];
  const first = entries.reduce((least, { occurred }) => Math.min(least, occurred.from), Infinity);
  const last = entries.reduce((most, { occurred }) => Math.max(most, occurred.from), -Infinity);
  const edges = edgesOf(first, last);
  const drafts = edges.slice(0, -1).map((from, index) => ({ from, to: edges[index + 1] as Instant, count: 0, broken: 0, unknown: 0 }));
  for (const entry of entries) {
    const index = lastAtOrBefore(edges, entry.occurred.from);
    const bin = drafts[Math.min(index, drafts.length - 1)];
    if (!bin) continue;
    const tone = toneOf(judgements.get(entry.id));
    bin.count += 1;
    if (tone === 'broken') bin.broken += 1;
    if (tone === 'unknown') bin.unknown += 1;
  }
  return drafts;
}

const DAY = 86_400_000;

function edgesOf(first: Instant, last: Instant): readonly Instant[] {
  const days = (last - first) / DAY;
  if (days > 200) {
    const date = new Date(first);
    const step = days > 200 * 30 ? 12 : 1;
    const edges: Instant[] = [];
    for (let month = step === 12 ? 0 : date.getUTCMonth(); ; month += step) {
      const at = Date.UTC(date.getUTCFullYear(), month, 1);
      edges.push(at);
      if (at > last) return edges;
    }
  }
  const width = days > 100 ? 7 * DAY : DAY;
  const start = Math.floor(first / DAY) * DAY;
  return Array.from({ length: Math.floor((last - start) / width) + 2 }, (_, index) => start + index * width);
}

function lastAtOrBefore(edges: readonly Instant[], at: Instant): number {
  let low = 0;
  let high = edges.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((edges[middle] as Instant) <= at) low = middle; else high = middle - 1;
  }
  return low;
}

export interface Incident {
  readonly longitude: number;
  readonly latitude: number;
  readonly count: number;
  readonly tone: Tone;
  readonly words: string;
  /** Radius of doubt, for a single entry. */
  readonly withinKm: number;
  readonly entry?: Entry;
}

const MOST_SINGLE = 120;

/** Entries on the map: one mark each while they are few, else one per quarter-degree cell. */
export function incidents(entries: readonly Entry[], judgements: Judgements, placed: (name: string) => readonly [number, number] | undefined): readonly Incident[] {
  const located = entries.flatMap((entry) => {
    const { place } = entry;
    const at = place?.latitude !== undefined && place.longitude !== undefined ? [place.longitude, place.latitude] as const : place?.name === undefined ? undefined : placed(place.name);
    return at ? [{ entry, longitude: at[0], latitude: at[1] }] : [];
  });
  if (located.length <= MOST_SINGLE) {
    return located.map(({ entry, longitude, latitude }) => ({
      longitude, latitude, count: 1, tone: toneOf(judgements.get(entry.id)), withinKm: entry.place?.withinKm ?? 0, entry,
      words: [entry.place?.name ?? entry.act, entry.arguments['severity'] === undefined ? '' : `severity ${entry.arguments['severity']}`].filter((word) => word !== '').join(' · '),
    }));
  }
  const cells = new Map<string, { entries: Entry[]; longitude: number; latitude: number }>();
  for (const { entry, longitude, latitude } of located) {
    const key = `${Math.floor(longitude * 4)},${Math.floor(latitude * 6)}`;
    const cell = cells.get(key);
    if (cell) { cell.entries.push(entry); cell.longitude += longitude; cell.latitude += latitude; } else cells.set(key, { entries: [entry], longitude, latitude });
  }
  return [...cells.values()].map((cell) => {
    const count = cell.entries.length;
    const tones = cell.entries.map(({ id }) => toneOf(judgements.get(id)));
    const tone: Tone = tones.includes('broken') ? 'broken' : tones.includes('unknown') ? 'unknown' : 'waiting';
    return { longitude: cell.longitude / count, latitude: cell.latitude / count, count, tone, withinKm: 0, words: `${count} entries` };
  }).sort((a, b) => b.count - a.count);
}
