/** How a verdict is shown: a shape, a word and a tone, so that colour never carries the meaning alone. */
import type { Debtor, Instant, Verdict, VerdictState } from '../../../treaty/index.js';
import { moment } from './dates.js';
import { readable } from './names.js';

export type Shape = 'disc' | 'half' | 'square' | 'diamond' | 'ring' | 'dots';
export type Tone = 'kept' | 'open' | 'broken' | 'unknown' | 'waiting' | 'set-aside';

interface Look { readonly shape: Shape; readonly tone: Tone; /** The higher, the more a reader wants to see it first. */ readonly weight: number }

const LOOKS: Readonly<Partial<{ [S in VerdictState]: Look }>> = {
  breached: { shape: 'square', tone: 'broken', weight: 90 },
  defaulted: { shape: 'square', tone: 'broken', weight: 91 },
  conflict: { shape: 'diamond', tone: 'broken', weight: 85 },
  undetermined: { shape: 'diamond', tone: 'unknown', weight: 80 },
  due: { shape: 'half', tone: 'open', weight: 70 },
  open: { shape: 'half', tone: 'open', weight: 70 },
  available: { shape: 'half', tone: 'open', weight: 60 },
  suspended: { shape: 'dots', tone: 'set-aside', weight: 50 },
  cured: { shape: 'disc', tone: 'kept', weight: 45 },
  performed: { shape: 'disc', tone: 'kept', weight: 40 },
  exercised: { shape: 'disc', tone: 'kept', weight: 40 },
  adopted: { shape: 'disc', tone: 'kept', weight: 40 },
  true: { shape: 'disc', tone: 'kept', weight: 40 },
  rejected: { shape: 'ring', tone: 'waiting', weight: 42 },
  'no decision': { shape: 'ring', tone: 'waiting', weight: 42 },
  pending: { shape: 'ring', tone: 'waiting', weight: 20 },
  dormant: { shape: 'ring', tone: 'waiting', weight: 20 },
  false: { shape: 'ring', tone: 'waiting', weight: 15 },
  excused: { shape: 'dots', tone: 'set-aside', weight: 35 },
  waived: { shape: 'dots', tone: 'set-aside', weight: 35 },
  lapsed: { shape: 'dots', tone: 'set-aside', weight: 30 },
  expired: { shape: 'dots', tone: 'set-aside', weight: 30 },
  revoked: { shape: 'dots', tone: 'set-aside', weight: 30 },
  'not in scope': { shape: 'dots', tone: 'set-aside', weight: 10 },
};

const UNKNOWN: Look = { shape: 'ring', tone: 'waiting', weight: 0 };

export const lookOf = (state: VerdictState): Look => LOOKS[state] ?? UNKNOWN;

/** A clock runs: a window is open, or after a breach the time to answer for it. */
export const runs = ({ state, deadline }: Verdict, at: Instant): boolean =>
  deadline !== undefined && deadline > at && (lookOf(state).tone === 'open' || state === 'breached');

export function debtorWords(debtor: Debtor | undefined): string {
  if (debtor === undefined) return '';
  return typeof debtor === 'string' ? readable(debtor) : `one of ${debtor.oneOf.map(readable).join(', ')}`;
}

/** Most telling first; among equals the latest. */
export const byWeight = (a: Verdict, b: Verdict): number =>
  lookOf(b.state).weight - lookOf(a.state).weight || b.since - a.since || (a.id < b.id ? -1 : 1);

/** The last reason, with the one it speaks of left blank. */
const reasonOf = ({ debtor, reasons }: Verdict): string => {
  const text = reasons.at(-1)?.text ?? '';
  return typeof debtor === 'string' && debtor !== '' ? text.replaceAll(debtor, '…') : text;
};

/** Verdicts alike in all but whom they bind. */
function alike(verdicts: readonly Verdict[]): readonly (readonly Verdict[])[] {
  const groups = new Map<string, Verdict[]>();
  for (const verdict of verdicts) {
    const key = [verdict.state, verdict.since, verdict.deadline, verdict.readings?.join(), reasonOf(verdict)].join('#');
    const held = groups.get(key);
    if (held) held.push(verdict); else groups.set(key, [verdict]);
  }
  return [...groups.values()];
}

/** One line of what is told of a clause: verdicts alike but for whom they bind, or, where these lines would be many, all of one state, `counted`. */
export interface Line { readonly verdicts: readonly [Verdict, ...Verdict[]]; readonly counted: boolean }

const FEW = 4;

/** In the order given, state by state. */
export function linesOf(verdicts: readonly Verdict[]): readonly Line[] {
  return [...new Set(verdicts.map(({ state }) => state))].flatMap((state) => {
    const some = verdicts.filter((verdict) => verdict.state === state);
    const groups = alike(some);
    return (groups.length > FEW ? [some] : groups).flatMap(([first, ...rest]): Line[] => (first ? [{ verdicts: [first, ...rest], counted: groups.length > FEW }] : []));
  });
}

/** The reason of a line; where it names the first of several, the others are said to stand alike. */
export function lineReason({ verdicts: [first, ...rest] }: Line): string {
  const text = first.reasons.at(-1)?.text ?? '';
  return rest.length > 0 && text !== reasonOf(first) ? `${text}; alike for the others` : text;
}

/** `until 22 Aug 2025, 00:00` while something runs, else `since …`. */
export function timeWords(verdict: Verdict): string {
  const running = lookOf(verdict.state).tone === 'open';
  if (running && verdict.deadline !== undefined) return `${verdict.kind === 'decision' ? 'closes' : 'until'} ${moment(verdict.deadline)}`;
  // A state that has held from the beginning has no date.
  return Number.isFinite(verdict.since) ? `since ${moment(verdict.since)}` : '';
}

/** What stands where nothing has been said of a clause yet. */
export const SILENT: Readonly<{ [kind: string]: { readonly state: VerdictState; readonly words: string } }> = {
  definition: { state: 'false', words: 'nothing on record meets it' },
  duty: { state: 'pending', words: 'not triggered on this record' },
  power: { state: 'dormant', words: 'not open on this record' },
  permission: { state: 'dormant', words: 'not open on this record' },
  decision: { state: 'pending', words: 'not opened on this record' },
  reservation: { state: 'pending', words: 'not called upon on this record' },
};
