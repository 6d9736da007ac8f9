/** An exercise at one instant: what has happened and changed, what stands, which windows run, and what follows if nobody acts. */
import type { Change, Entry, Instant, Verdict, VerdictState } from '../../../treaty/index.js';
import type { Course, Exercised, Step } from '../judging/protocol.js';
import { debtorWords, lookOf, runs, type Tone } from './standing.js';

export interface Window {
  readonly id: string;
  readonly label: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly tone: Tone;
  /** Opens only if nobody acts before. */
  readonly conditional: boolean;
}

/** Verdicts alike but for whom they bind. */
export interface Row { readonly verdicts: readonly Verdict[]; readonly from?: VerdictState | undefined }

const SPOKEN = new Set(['duty', 'power', 'decision', 'permission']);

export function stepAt({ steps }: Exercised, now: Instant): number {
  return Math.max(0, steps.findLastIndex(({ at }) => at <= now));
}

/** Every instant at which somebody acts or something changes, in order: first as the story goes, then as it would go on if nobody acts. */
export function instantsOf({ steps }: Exercised): readonly Instant[] {
  const all = new Set(steps.map(({ at }) => at));
  steps.forEach((step, index) => {
    const until = steps[index + 1]?.at ?? Infinity;
    for (const { changes } of step.courses) for (const { at } of changes) if (at > step.at && at < until) all.add(at);
  });
  return [...all].sort((a, b) => a - b);
}

interface Told { readonly verdict: Verdict; readonly from?: VerdictState | undefined }

/** What all readings share once; what they part on once for the readings that agree, with their titles. */
function merged(courses: readonly Course[], pick: (changes: readonly Change[]) => readonly Told[]): readonly Told[] {
  if (courses.length < 2) return courses.flatMap(({ changes }) => pick(changes));
  const alike = new Map<string, { told: Told; readings: string[] }>();
  for (const { reading, changes } of courses) {
    for (const told of pick(changes)) {
      const { id, state, since, deadline } = told.verdict;
      const key = [id, state, since, deadline, told.from].join('#');
      const held = alike.get(key);
      if (held) held.readings.push(reading ?? ''); else alike.set(key, { told, readings: [reading ?? ''] });
    }
  }
  return [...alike.values()].map(({ told, readings }) => ({ ...told, verdict: readings.length === courses.length ? underAll(told.verdict) : { ...told.verdict, readings } }));
}

/** Where all readings agree none is named. */
function underAll(verdict: Verdict): Verdict {
  const { readings: _all, ...rest } = verdict;
  return rest;
}

export function verdictsAt(step: Step, now: Instant): readonly Verdict[] {
  return merged(step.courses, (changes) => {
    const latest = new Map<string, Verdict>();
    for (const { at, verdict } of changes) if (at <= now) latest.set(verdict.id, verdict);
    return [...latest.values()].map((verdict) => ({ verdict }));
  }).map(({ verdict }) => verdict);
}

/** What changed at this very instant, from what it was before to what it is now. */
export function changedAt(step: Step, now: Instant): readonly Row[] {
  const told = merged(step.courses, (changes) => {
    const net = new Map<string, Told>();
    for (const { at, verdict, from } of changes) if (at === now) net.set(verdict.id, { verdict, from: net.get(verdict.id)?.from ?? from });
    return [...net.values()].filter(({ verdict, from }) => verdict.state !== from);
  });
  // An act that breaks a prohibition is told by the prohibition, where that changes with it.
  const whole = new Set(told.filter((one) => one.from !== undefined).map(({ verdict }) => sameNorm(verdict)));
  return rowsOf(told.filter(({ verdict, from }) => from !== undefined || !BROKEN.has(verdict.state) || !whole.has(sameNorm(verdict)))).sort((a, b) => Number(cites(b, step)) - Number(cites(a, step)) || Number(standing(a)) - Number(standing(b)) || weight(b) - weight(a));
}

/** Whether what somebody did at this step is among the reasons. */
const cites = ({ verdicts }: Pick<Row, 'verdicts'>, { entries }: Step): boolean => verdicts.some(({ reasons }) => reasons.some((reason) => entries.some(({ id }) => reason.entries.includes(id))));

const BROKEN = new Set<VerdictState>(['breached', 'undetermined']);
const sameNorm = ({ clause, debtor, state, readings }: Verdict): string => [clause, debtorWords(debtor), state, readings?.join()].join('#');

/** The next instant at which something changes though nobody acts, and what. */
export function nextUnlessActed(step: Step, now: Instant): { readonly at: Instant; readonly rows: readonly Row[] } | undefined {
  const later = step.courses.flatMap(({ changes }) => changes.map(({ at }) => at)).filter((at) => at > now);
  if (later.length === 0) return undefined;
  const at = Math.min(...later);
  return { at, rows: changedAt(step, at) };
}

function rowsOf(all: readonly Told[]): Row[] {
  const rows = new Map<string, { verdicts: Verdict[]; from?: VerdictState | undefined }>();
  for (const { verdict, from } of all) {
    const { clause, state, deadline, kind, readings } = verdict;
    // Whom it is owed to differs by debtor where each owes it to all others.
    const key = [clause, state, deadline, kind, readings?.join(), from, kind === 'definition' ? verdict.id : verdict.reasons.at(-1)?.rule].join('#');
    const held = rows.get(key);
    if (held) held.verdicts.push(verdict); else rows.set(key, { verdicts: [verdict], from });
  }
  return [...rows.values()];
}

const weight = ({ verdicts: [first] }: Row): number => (first ? lookOf(first.state).weight : 0);
/** Bound since the treaty is in force, with no clock. What an act called up stands apart from it, whether its text sets a deadline or not. */
const standing = ({ verdicts: [first] }: Row): boolean =>
  first !== undefined && first.deadline === undefined && lookOf(first.state).tone === 'open' && (first.trigger ?? 'entry into force') === 'entry into force' && first.reasons.at(-1)?.rule !== 'failing which';

export interface Owings {
  /** What has a clock, was called up, broken, kept or is open to doubt: the gravest first. */
  readonly now: readonly Row[];
  /** Bound since entry into force, throughout or without a deadline. */
  readonly throughout: readonly Row[];
}

const SHOWN = new Set<Tone>(['open', 'broken', 'unknown', 'kept']);

export function owings(verdicts: readonly Verdict[], now: Instant): Owings {
  const spoken = verdicts.filter(({ kind, state }) => SPOKEN.has(kind) && SHOWN.has(lookOf(state).tone));
  // Where the acts that broke a prohibition stand each on a line, the prohibition itself need not repeat them.
  const acts = new Set(spoken.filter(({ trigger }) => trigger !== 'entry into force').map(sameNorm));
  const rows = rowsOf(spoken.filter((verdict) => verdict.trigger !== 'entry into force' || !BROKEN.has(verdict.state) || runs(verdict, now) || !acts.has(sameNorm(verdict))).map((verdict) => ({ verdict })));
  const rank = (row: Row): number => {
    const [first] = row.verdicts;
    if (!first) return 9;
    const { tone } = lookOf(first.state);
    return tone === 'broken' ? 0 : tone === 'unknown' ? 1 : runs(first, now) ? 2 : tone === 'kept' ? 3 : 4;
  };
  const order = (a: Row, b: Row): number => rank(a) - rank(b) || (a.verdicts[0]?.deadline ?? 0) - (b.verdicts[0]?.deadline ?? 0) || (b.verdicts[0]?.since ?? 0) - (a.verdicts[0]?.since ?? 0);
  return { now: rows.filter((row) => !standing(row)).sort(order), throughout: rows.filter(standing) };
}

/** The verdict a reader most likely asks about: the weightiest of the latest change, before what has merely bound from the start. */
export function mostRecent(verdicts: readonly Verdict[], step: Step): Verdict | undefined {
  const spoken = verdicts.filter(({ kind, state }) => SPOKEN.has(kind) && SHOWN.has(lookOf(state).tone));
  const quiet = (verdict: Verdict): number => Number(standing({ verdicts: [verdict] }));
  return [...spoken].sort((a, b) => quiet(a) - quiet(b) || b.since - a.since || Number(cites({ verdicts: [b] }, step)) - Number(cites({ verdicts: [a] }, step)) || lookOf(b.state).weight - lookOf(a.state).weight)[0];
}

interface Draft { id: string; label: string; from: Instant; to: Instant; tone: Tone; conditional: boolean; readings: Set<string> }

/** Debtors of one clause whose windows are the same share a bar, and so do readings. */
export function windowsAt(step: Step, now: Instant): readonly Window[] {
  const bars = new Map<string, Draft & { debtors: Set<string> }>();
  for (const { reading, changes } of step.courses) {
    for (const { verdict, to, tone, conditional } of runsOf(changes, now)) {
      const key = [verdict.clause, verdict.since, to, conditional, tone].join('|');
      const bar = bars.get(key) ?? { id: verdict.id, label: verdict.state === 'breached' ? `${verdict.clause}, after the breach` : verdict.clause, from: verdict.since, to, tone, conditional, readings: new Set(), debtors: new Set() };
      bar.readings.add(reading ?? '');
      bar.debtors.add(debtorWords(verdict.debtor));
      bars.set(key, bar);
    }
  }
  return [...bars.values()].sort((a, b) => a.from - b.from || a.to - b.to || (a.label < b.label ? -1 : 1)).map(({ debtors, readings, label, ...bar }) => {
    const whose = debtors.size > 1 ? ` × ${debtors.size}` : '';
    const under = readings.size < step.courses.length ? `, under “${[...readings].join('”, “')}”` : '';
    return { ...bar, label: `${label}${whose}${under}${bar.conditional ? ', if nobody acts' : ''}` };
  });
}

interface Run { readonly verdict: Verdict; readonly to: Instant; readonly tone: Tone; readonly conditional: boolean }

function runsOf(changes: readonly Change[], now: Instant): readonly Run[] {
  const open = new Map<string, Run>();
  const done: Run[] = [];
  for (const { at, verdict } of changes) {
    const held = open.get(verdict.id);
    if (held && verdict.deadline === held.to && runs(verdict, at)) continue;
    if (held) {
      open.delete(verdict.id);
      done.push(at <= now ? { ...held, tone: lookOf(verdict.state).tone } : held);
    }
    if (verdict.deadline !== undefined && runs(verdict, at)) open.set(verdict.id, { verdict, to: verdict.deadline, tone: lookOf(verdict.state).tone, conditional: at > now });
  }
  return [...done, ...open.values()];
}

/** Entries of one instant that differ only in who acts. */
export function toldTogether(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const lines = new Map<string, Entry[]>();
  for (const entry of entries) {
    const { id: _id, actor, ...rest } = entry;
    const key = isSupposed(entry) || actor.kind !== 'one' ? entry.id : JSON.stringify(rest);
    lines.set(key, [...(lines.get(key) ?? []), entry]);
  }
  return [...lines.values()];
}

/** An entry's place in the story: whether it was told or supposed here. */
export const supposedId = (index: number): string => `supposed-${index + 1}`;
export const isSupposed = ({ id }: Entry): boolean => /^supposed-\d+$/.test(id);
