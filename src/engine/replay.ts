/**
 * Judging a whole record: the entries known by `knownOn` and occurred by `asOf`, in canonical order, through `step` and `elapse`.
 * INVARIANT (same-record-same-verdicts): the order in which entries are handed in changes nothing.
 * INVARIANT (breach-persists): at a fixed day of knowledge what followed stands on every later day, and a breach stays one.
 */
import type { Change, Entry, Instant, Verdict } from '../treaty/index.js';
import { begin, elapse, step, type Beginning } from './step.js';
import type { Situation } from './situation.js';
import type { CompiledTreaty, Text } from './text.js';

export interface ReplayOptions {
  readonly asOf: Instant;
  readonly knownOn: Instant;
  /** The record holds everything (scenarios). */
  readonly complete?: boolean;
  /** Treats the treaty as in force for all parties from this instant. */
  readonly inForceFrom?: Instant;
}

export interface Judgement {
  /** One per clause, debtor and trigger, in the order of the text. */
  readonly verdicts: readonly Verdict[];
  readonly changes: readonly Change[];
}

/** A replay under way: what a later entry needs to be judged without starting again. */
export interface Course {
  readonly text: Text;
  readonly beginning: Beginning;
  readonly entries: readonly Entry[];
  readonly changes: readonly Change[];
  readonly situation: Situation;
  readonly checkpoints: readonly Checkpoint[];
}

export interface Checkpoint {
  /** How many entries had been taken in. */
  readonly entries: number;
  readonly changes: number;
  readonly situation: Situation;
}

const CHECKPOINT_EVERY = 500;

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Canonical order: earliest possible instant, order within it, latest possible instant, id. */
export const inOrder = (a: Entry, b: Entry): number => a.occurred.from - b.occurred.from || orderOf(a) - orderOf(b) || a.occurred.to - b.occurred.to || compareText(a.id, b.id);

const orderOf = ({ order = 0 }: Entry): number => order;

/** Takes in entries from the beginning. */
export function course(text: Text, entries: readonly Entry[], beginning: Beginning): Course {
  const first = begin(text, beginning);
  return advance({ text, beginning, entries: [], changes: first.changes, situation: first.situation, checkpoints: [{ entries: 0, changes: first.changes.length, situation: first.situation }] }, [...entries].sort(inOrder));
}

/** Takes in more entries; late ones are judged again from the last checkpoint before them. */
export function admit(before: Course, more: readonly Entry[]): Course {
  const sorted = [...more].sort(inOrder);
  const first = sorted[0];
  if (!first) return before;
  const kept = [...before.checkpoints].reverse().find((checkpoint) => {
    const last = before.entries[checkpoint.entries - 1];
    return (!last || last.occurred.from < first.occurred.from) && !(checkpoint.situation.now >= first.occurred.from && checkpoint.entries > 0);
  }) ?? before.checkpoints[0];
  if (!kept) return before;
  const rest = [...before.entries.slice(kept.entries), ...sorted].sort(inOrder);
  return advance({
    ...before, entries: before.entries.slice(0, kept.entries), changes: before.changes.slice(0, kept.changes), situation: kept.situation,
    checkpoints: before.checkpoints.filter((checkpoint) => checkpoint.entries <= kept.entries),
  }, rest);
}

/** Of one instant and one order: they apply together. */
const together = (a: Entry, b: Entry): boolean => a.occurred.from === b.occurred.from && orderOf(a) === orderOf(b);

function advance(from: Course, entries: readonly Entry[]): Course {
  let { situation } = from;
  const changes = [...from.changes];
  const taken = [...from.entries];
  const checkpoints = [...from.checkpoints];
  let sinceCheckpoint = 0;
  for (let i = 0; i < entries.length;) {
    const first = entries[i] as Entry;
    let j = i + 1;
    while (j < entries.length && together(first, entries[j] as Entry)) j += 1;
    const batch = entries.slice(i, j);
    const next = step(from.text, situation, batch);
    situation = next.situation;
    for (const change of next.changes) changes.push(change);
    for (const entry of batch) taken.push(entry);
    sinceCheckpoint += batch.length;
    if (sinceCheckpoint >= CHECKPOINT_EVERY) {
      checkpoints.push({ entries: taken.length, changes: changes.length, situation });
      sinceCheckpoint = 0;
    }
    i = j;
  }
  return { ...from, entries: taken, changes, situation, checkpoints };
}

/** The verdicts of a course as they stand at an instant at or after its last entry. */
export function judgementAt(taken: Course, asOf: Instant): Judgement {
  const end = elapse(taken.text, taken.situation, Math.max(asOf, taken.situation.now));
  const changes = [...taken.changes, ...end.changes];
  return { changes, verdicts: verdictsOf(taken.text, changes) };
}

/** The last word on each clause, debtor and trigger, in the order of the text, then of time. */
export function verdictsOf(text: Text, changes: readonly Change[]): readonly Verdict[] {
  const latest = new Map<string, Verdict>();
  for (const { verdict } of changes) latest.set(verdict.id, verdict);
  const place = new Map([...text.clauses.keys()].map((name, index) => [name, index]));
  const order = (clause: string): number => place.get(clause) ?? place.get(clause.split(',')[0] ?? '') ?? -1;
  // Gathered by clause first: each list is short beside the whole.
  const byClause = new Map<string, Verdict[]>();
  for (const verdict of latest.values()) {
    const list = byClause.get(verdict.clause);
    if (list) list.push(verdict); else byClause.set(verdict.clause, [verdict]);
  }
  const byPlace = new Map<number, Verdict[]>();
  for (const [clause, list] of byClause) byPlace.set(order(clause), [...(byPlace.get(order(clause)) ?? []), ...list]);
  return [...byPlace].sort(([a], [b]) => a - b).flatMap(([, list]) => list.sort((a, b) => a.since - b.since || compareText(a.id, b.id)));
}

/** Judges a record under every reading of the treaty. Entries are those of an assembled record: corrections applied, retractions gone. */
export function replay(treaty: CompiledTreaty, entries: readonly Entry[], options: ReplayOptions): Judgement {
  const known = entries.filter((entry) => entry.knownAt <= options.knownOn);
  const coverage = known.filter((entry) => entry.act === 'coverage');
  const acts = known.filter((entry) => entry.act !== 'coverage' && entry.occurred.from <= options.asOf && (options.inForceFrom === undefined || entry.occurred.from >= options.inForceFrom));
  const beginning: Beginning = {
    coverage, ...(options.complete === undefined ? {} : { complete: options.complete }), ...(options.inForceFrom === undefined ? {} : { inForceFrom: options.inForceFrom }),
  };
  return mergeReadings(treaty.texts.map((text) => ({ text, judgement: judgementAt(course(text, acts, beginning), options.asOf) })));
}

interface UnderReading { readonly text: Text; readonly judgement: Judgement }

/** Verdicts all readings share are given once; the others once per reading, with its title. */
export function mergeReadings(all: readonly UnderReading[]): Judgement {
  const [first] = all;
  if (!first) return { verdicts: [], changes: [] };
  if (all.length === 1) return first.judgement;
  const count = new Map<string, number>();
  const keyOf = (verdict: Verdict): string => `${verdict.id}#${verdict.state}#${verdict.since}#${verdict.deadline ?? ''}`;
  for (const { judgement } of all) for (const verdict of judgement.verdicts) count.set(keyOf(verdict), (count.get(keyOf(verdict)) ?? 0) + 1);
  const verdicts: Verdict[] = [];
  const changes: Change[] = [];
  for (const [index, { text, judgement }] of all.entries()) {
    const titled = (verdict: Verdict): Verdict => ({ ...verdict, id: `${verdict.id}|${text.reading ?? ''}`, readings: text.reading === undefined ? [] : [text.reading] });
    for (const verdict of judgement.verdicts) {
      if (count.get(keyOf(verdict)) === all.length) { if (index === 0) verdicts.push(verdict); } else verdicts.push(titled(verdict));
    }
    for (const change of judgement.changes) {
      if (count.get(keyOf(change.verdict)) === all.length) { if (index === 0) changes.push(change); } else changes.push({ ...change, verdict: titled(change.verdict) });
    }
  }
  return { verdicts, changes };
}
