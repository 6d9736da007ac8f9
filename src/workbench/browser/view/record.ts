/** The record for readers: filtered, counted by time and by clause, and each entry with the verdicts it led to. */
import type { Actor, Entry, Instant, Verdict, VerdictState } from '../../../treaty/index.js';
import { entryWords } from './entries.js';
import { lookOf, type Tone } from './standing.js';

export interface Filter {
  /** Name of a clause; only its verdicts count. */
  readonly clause: string;
  /** The weightiest state an entry led to, or that nothing follows. */
  readonly state: string;
  /** Who acted or was acted on, or may have. */
  readonly party: string;
  readonly text: string;
  readonly from?: Instant;
  readonly to?: Instant;
}

export const NO_FILTER: Filter = { clause: '', state: '', party: '', text: '' };

export interface Judgements { readonly get: (id: string) => readonly Verdict[] | undefined }

/** Verdicts by the entries they rest on: the trigger, and the entries of the reasons. */
export function verdictsByEntry(verdicts: readonly Verdict[], clause = ''): ReadonlyMap<string, readonly Verdict[]> {
  const by = new Map<string, Verdict[]>();
  for (const verdict of verdicts) {
    if (clause !== '' && verdict.clause !== clause) continue;
    for (const id of entriesOf(verdict)) {
      const list = by.get(id);
      if (list) list.push(verdict); else by.set(id, [verdict]);
    }
  }
  return by;
}

function entriesOf({ trigger, reasons }: Verdict): ReadonlySet<string> {
  const ids = new Set(reasons.flatMap(({ entries }) => entries));
  if (trigger !== undefined) ids.add(trigger);
  return ids;
}

export const UNJUDGED = 'nothing follows';

/** The weightiest state an entry led to. */
export function stateOf(verdicts: readonly Verdict[] | undefined): VerdictState | typeof UNJUDGED {
  return verdicts?.length ? verdicts.reduce((best, verdict) => (lookOf(verdict.state).weight > lookOf(best.state).weight ? verdict : best)).state : UNJUDGED;
}

export function toneOf(verdicts: readonly Verdict[] | undefined): Tone {
  const state = stateOf(verdicts);
  return state === UNJUDGED ? 'waiting' : lookOf(state).tone;
}

/** What had happened by a day; coverage says what a record covers and is no incident. */
export const happened = (entries: readonly Entry[], asOf: Instant): readonly Entry[] => entries.filter(({ act, occurred }) => act !== 'coverage' && occurred.from <= asOf);

const namesIn = (actor: Actor | undefined): readonly string[] => (!actor || actor.kind === 'unknown' ? [] : actor.kind === 'one' ? [actor.name] : actor.names);
const namesOf = ({ actor, on }: Entry): readonly string[] => [...new Set([...namesIn(actor), ...namesIn(on)])];

/** All who act or are acted on, the most often named first. */
export function partiesOf(entries: readonly Entry[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const name of entries.flatMap(namesOf)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([name]) => name);
}

/** Everything but the period: the timeline shows it whole and greys out what lies outside. */
export function filtered(entries: readonly Entry[], filter: Filter, judgements: Judgements): readonly Entry[] {
  const wanted = filter.text.trim().toLowerCase().split(/\s+/).filter((word) => word !== '');
  return entries.filter((entry) =>
    (filter.party === '' || namesOf(entry).includes(filter.party))
    && (filter.clause === '' || (judgements.get(entry.id)?.length ?? 0) > 0)
    && (filter.state === '' || stateOf(judgements.get(entry.id)) === filter.state)
    && (wanted.length === 0 || says(entry, wanted)));
}

function says(entry: Entry, wanted: readonly string[]): boolean {
  const words = `${entryWords(entry)} ${entry.source ?? ''} ${entry.id}`.toLowerCase();
  return wanted.every((word) => words.includes(word));
}

/** An entry belongs to every period it touches. */
export const within = (entries: readonly Entry[], from: Instant | undefined, to: Instant | undefined): readonly Entry[] =>
  (from === undefined && to === undefined ? entries : entries.filter(({ occurred }) => (from === undefined || occurred.to >= from) && (to === undefined || occurred.from <= to)));

export interface Bin { readonly from: Instant; readonly to: Instant; readonly count: number; readonly broken: number; readonly unknown: number }

/** Equal stretches of whole years, months, weeks or days. Stretches cover `span`, so that they stay when fewer entries are shown. */
export function bins(entries: readonly Entry[], judgements: Judgements, span: readonly [Instant, Instant] | undefined = spanOf(entries)): readonly Bin[] {
  if (!span) return [];
  const edges = edgesOf(...span);
  const drafts = edges.slice(0, -1).map((from, index) => ({ from, to: edges[index + 1] as Instant, count: 0, broken: 0, unknown: 0 }));
  for (const entry of entries) {
    const bin = drafts[Math.min(lastAtOrBefore(edges, entry.occurred.from), drafts.length - 1)];
    if (!bin) continue;
    const tone = toneOf(judgements.get(entry.id));
    bin.count += 1;
    if (tone === 'broken') bin.broken += 1;
    if (tone === 'unknown') bin.unknown += 1;
  }
  return drafts;
}

/** First and last beginning. */
export function spanOf(entries: readonly Entry[]): readonly [Instant, Instant] | undefined {
  if (entries.length === 0) return undefined;
  return [entries.reduce((least, { occurred }) => Math.min(least, occurred.from), Infinity), entries.reduce((most, { occurred }) => Math.max(most, occurred.from), -Infinity)];
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

export interface ClauseCount { readonly clause: string; readonly article: string; readonly states: ReadonlyMap<VerdictState, number>; readonly total: number }

export interface Tally {
  readonly clauses: readonly ClauseCount[];
  /** States that occur, the weightiest first. */
  readonly states: readonly VerdictState[];
  /** Verdicts that rest on no entry at all: duties nobody has performed, windows that run. */
  readonly onNoEntry: number;
}

/** Verdicts that rest on one of the entries, by clause and state; each counts once. */
export function tally(entries: readonly Entry[], verdicts: readonly Verdict[], known: readonly Entry[]): Tally {
  const shown = new Set(entries.map(({ id }) => id));
  const all = new Set(known.map(({ id }) => id));
  const clauses = new Map<string, { article: string; states: Map<VerdictState, number>; total: number }>();
  let onNoEntry = 0;
  for (const verdict of verdicts) {
    const ids = [...entriesOf(verdict)];
    if (!ids.some((id) => all.has(id))) onNoEntry += 1;
    if (!ids.some((id) => shown.has(id))) continue;
    const held = clauses.get(verdict.clause) ?? { article: verdict.article, states: new Map<VerdictState, number>(), total: 0 };
    clauses.set(verdict.clause, held);
    held.states.set(verdict.state, (held.states.get(verdict.state) ?? 0) + 1);
    held.total += 1;
  }
  const states = [...new Set([...clauses.values()].flatMap((held) => [...held.states.keys()]))].sort((a, b) => lookOf(b).weight - lookOf(a).weight);
  return { clauses: [...clauses].map(([clause, held]) => ({ clause, ...held })), states, onNoEntry };
}
