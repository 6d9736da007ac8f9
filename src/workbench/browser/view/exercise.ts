/** An exercise at one instant: what has happened, what stands, which windows run, and what follows if nobody acts. */
import type { Change, Entry, Instant, Verdict } from '../../../treaty/index.js';
import type { Exercised, Step } from '../judging/protocol.js';
import { byWeight, debtorWords, lookOf, type Tone } from './standing.js';

export interface Window {
  readonly id: string;
  readonly label: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly tone: Tone;
  /** Opens only if nobody acts before. */
  readonly conditional: boolean;
}

export interface Moment {
  readonly step: number;
  readonly verdicts: readonly Verdict[];
  readonly windows: readonly Window[];
  readonly happened: readonly Entry[];
  readonly nextEntry?: Instant;
  readonly nextDeadline?: Instant;
}

export function stepAt(exercised: Exercised, now: Instant): number {
  return Math.max(0, exercised.steps.findLastIndex(({ at }) => at <= now));
}

export function verdictsAt(changes: readonly Change[], now: Instant): readonly Verdict[] {
  const latest = new Map<string, Verdict>();
  for (const { at, verdict } of changes) if (at <= now) latest.set(verdict.id, verdict);
  return [...latest.values()];
}

interface Draft { id: string; label: string; from: Instant; to: Instant; tone: Tone; conditional: boolean }

/** Debtors of one clause whose windows are the same share a bar. */
function windowsOf(step: Step, now: Instant): readonly Window[] {
  const open = new Map<string, Draft>();
  const done: Draft[] = [];
  for (const { at, verdict } of step.changes) {
    const running = lookOf(verdict.state).tone === 'open';
    const held = open.get(verdict.id);
    if (held && !(running && verdict.deadline === held.to)) {
      open.delete(verdict.id);
      done.push(at <= now ? { ...held, tone: lookOf(verdict.state).tone } : held);
    }
    if (running && verdict.deadline !== undefined && !(held && verdict.deadline === held.to)) {
      open.set(verdict.id, { id: verdict.id, label: verdict.clause, from: verdict.since, to: verdict.deadline, tone: 'open', conditional: at > now });
    }
  }
  const drafts = [...done, ...open.values()].sort((a, b) => a.from - b.from || a.to - b.to || (a.label < b.label ? -1 : 1));
  const merged = new Map<string, Draft & { count: number }>();
  for (const draft of drafts) {
    const key = `${draft.label}|${draft.from}|${draft.to}|${draft.conditional}|${draft.tone}`;
    const held = merged.get(key);
    merged.set(key, held ? { ...held, count: held.count + 1 } : { ...draft, count: 1 });
  }
  return [...merged.values()].map(({ count, ...window }) => ({ ...window, label: `${window.label}${count > 1 ? ` × ${count}` : ''}${window.conditional ? ', if nobody acts' : ''}` }));
}

export function momentAt(exercised: Exercised, now: Instant): Moment {
  const index = stepAt(exercised, now);
  const step = exercised.steps[index];
  if (!step) return { step: 0, verdicts: [], windows: [], happened: [] };
  const verdicts = verdictsAt(step.changes, now);
  const nextEntry = exercised.steps[index + 1]?.at;
  const ends = verdicts.filter(({ state, deadline }) => lookOf(state).tone === 'open' && deadline !== undefined && deadline > now).map(({ deadline }) => deadline as Instant);
  return {
    step: index, verdicts, windows: windowsOf(step, now), happened: exercised.entries.filter(({ occurred }) => occurred.from <= now),
    ...(nextEntry === undefined ? {} : { nextEntry }), ...(ends.length === 0 ? {} : { nextDeadline: Math.min(...ends) }),
  };
}

export interface Owing { readonly party: string; readonly verdicts: readonly Verdict[] }

const SPOKEN = new Set(['duty', 'power', 'decision', 'permission']);
const ACTIVE = new Set(['open', 'broken', 'unknown', 'kept']);

/** Who owes what: per debtor or holder, what runs or has ended; parties with nothing at stake are left out. */
export function owings(verdicts: readonly Verdict[]): readonly Owing[] {
  const parties = new Map<string, Verdict[]>();
  for (const verdict of verdicts) {
    if (!SPOKEN.has(verdict.kind) || !ACTIVE.has(lookOf(verdict.state).tone)) continue;
    const party = debtorWords(verdict.debtor);
    const list = parties.get(party);
    if (list) list.push(verdict); else parties.set(party, [verdict]);
  }
  return [...parties].map(([party, list]) => ({ party, verdicts: [...list].sort(byWeight) }))
    .sort((a, b) => rank(b) - rank(a) || (a.party < b.party ? -1 : 1));
}

const rank = ({ party, verdicts }: Owing): number => (party === '' ? 1000 : lookOf(verdicts[0]?.state ?? 'pending').weight);

/** The verdict a reader most likely asks about: the one that changed last, among equals the weightiest. */
export function mostRecent(verdicts: readonly Verdict[], now: Instant): Verdict | undefined {
  const spoken = verdicts.filter(({ kind, state }) => SPOKEN.has(kind) && ACTIVE.has(lookOf(state).tone));
  return [...spoken].sort((a, b) => Number(b.since <= now) - Number(a.since <= now) || b.since - a.since || byWeight(a, b))[0];
}
