/** One change in the text at a time, for asking what it would do: a longer window, silence as consent, one vote fewer. */
import type { Clause, Decision, Duration, Duty, ToBeAgreed, Treaty } from '../treaty/index.js';

export interface TextChange { readonly words: string; readonly treaty: Treaty }

const twice = (one: Duration): Duration => ({ ...one, amount: one.amount * 2 });
const known = (one: Duration | ToBeAgreed | undefined): one is Duration => one !== undefined && !('kind' in one);

export function changesOf(treaty: Treaty): readonly TextChange[] {
  const changes: TextChange[] = [];
  const replace = (old: Clause, now: Clause, words: string): void => { changes.push({ words, treaty: { ...treaty, clauses: treaty.clauses.map((one) => (one === old ? now : one)) } }); };
  const decide = (one: Decision): void => {
    if (one.silence !== 'consent') replace(one, { ...one, silence: 'consent', silenceCountsToQuorum: true }, `${one.name}: silence is consent`);
    if (known(one.closesAfter)) replace(one, { ...one, closesAfter: twice(one.closesAfter) }, `${one.name}: twice the time to vote (${one.closesAfter.amount * 2} ${one.closesAfter.unit}s)`);
    if (one.majority.kind === 'count' && one.majority.count > 1) replace(one, { ...one, majority: { kind: 'count', count: one.majority.count - 1 } }, `${one.name}: one vote fewer (${one.majority.count - 1})`);
    if (one.majority.kind === 'unanimity' || (one.majority.kind === 'share' && one.majority.numerator * 2 > one.majority.denominator)) replace(one, { ...one, majority: { kind: 'share', numerator: 1, denominator: 2, strict: true } }, `${one.name}: a plain majority`);
  };
  const owe = (one: Duty): void => {
    if (one.content.kind === 'achieve' && one.deadline?.kind === 'within' && known(one.deadline.duration)) replace(one, { ...one, deadline: { ...one.deadline, duration: twice(one.deadline.duration) } }, `${one.name}: twice the time (${one.deadline.duration.amount * 2} ${one.deadline.duration.unit}s)`);
  };
  for (const clause of treaty.clauses) { if (clause.kind === 'decision') decide(clause); else if (clause.kind === 'duty') owe(clause); }
  return changes;
}
