/** How the life of a duty ends or goes on: its window ends, it is breached and carried through its `failing which` steps, it lapses, is waived, or loses its cause. */
import type { Duty, Entry, Instant, Reason, TimeRange, Truth } from '../treaty/index.js';
import { dayTimeOf } from './calendar.js';
import { evaluate } from './conditions.js';
import { instancesOf, moved, put, say, sceneOf, type Draft } from './draft.js';
import { covered } from './memory.js';
import type { Occurrence } from './occurrences.js';
import { windowEnd } from './opening.js';
import { openRemedy } from './powers.js';
import { prevails } from './priorities.js';
import { exactly } from './range.js';
import type { Bindings, Instance } from './situation.js';
import { suspensionOf } from './review.js';

const OPEN = new Set(['pending', 'due', 'suspended', 'undetermined']);
/** In the course of being carried out or made good. */
export const isOpen = (instance: Instance): boolean => OPEN.has(instance.state) || (instance.state === 'breached' && instance.stage > 0);

/** Whether the debtor is excused at this moment (or for the act in hand): by the clause's `unless`, or by its own reservation. */
export function excuseOf(draft: Draft, duty: Duty, instance: Instance, entry?: Entry): { truth: Truth; reasons: readonly Reason[] } {
  const scene = sceneOf(draft, instance.bindings, duty.article, entry);
  const asException = (reasons: readonly Reason[]): readonly Reason[] => reasons.map((reason) => ({ ...reason, rule: 'exception' as const }));
  const open: Reason[] = [];
  if (duty.unless) {
    const unless = evaluate(duty.unless, scene);
    if (unless.truth === 'true') return { truth: 'true', reasons: asException(unless.reasons) };
    if (unless.truth === 'undetermined') open.push(...asException(unless.reasons));
  }
  for (const reservation of draft.text.reservations.get(duty.name) ?? []) {
    // One of several joint debtors does not free the others by its own reservation.
    if (!instance.members.includes(reservation.party) || instance.members.length > 1) continue;
    const holding = evaluate(reservation.unless, { ...scene, article: reservation.article });
    if (holding.truth === 'true') return { truth: 'true', reasons: asException(holding.reasons) };
    if (holding.truth === 'undetermined') open.push(...asException(holding.reasons));
  }
  return { truth: open.length > 0 ? 'undetermined' : 'false', reasons: open };
}

/** The duty's `until` occurred, for these lives of it. */
export function lapse(draft: Draft, duty: Duty, occurrence: Occurrence, lives = instancesOf(draft, duty.name)): void {
  for (const instance of lives) {
    if (!OPEN.has(instance.state) || instance.violatedBy !== undefined || instance.causes.includes(occurrence.label)) continue;
    const reasons = occurrence.reasons.map((reason) => ({ ...reason, rule: 'lapse' as const }));
    put(draft, moved(instance, occurrence.truth === 'true' ? 'lapsed' : 'undetermined', draft.situation.now, reasons), occurrence.at, occurrence.entries);
  }
}

/** The window of an instance ended (or, where its end is uncertain, may have ended). */
export function expire(draft: Draft, duty: Duty, instance: Instance): void {
  const { now } = draft.situation;
  const { deadline } = instance;
  if (!deadline) return;
  const ended: Reason = { article: duty.article, entries: instance.causes, rule: 'time', text: `the window ended on ${dayTimeOf(deadline.to)}` };
  const become = (state: Instance['state'], reasons: readonly Reason[]): void => put(draft, moved(instance, state, now, reasons));
  if (instance.state === 'breached') {
    if (now >= deadline.to) nextStep(draft, duty, instance, exactly(now));
    return;
  }
  const standing = duty.content.kind === 'refrain' || duty.content.kind === 'maintain';
  if (instance.state === 'suspended') {
    if (now >= deadline.to) become(standing ? 'lapsed' : 'excused', [{ ...ended, rule: 'suspension', text: `the window ended on ${dayTimeOf(deadline.to)}, while the duty was suspended` }]);
    return;
  }
  if (instance.state === 'undetermined' && standing && now >= deadline.to) { become('lapsed', [ended]); return; }
  // Whether it was due at all is open, or (its end being uncertain) was left open at the earliest end: only the latter is settled now.
  if (instance.state !== 'due' && !(instance.state === 'undetermined' && instance.since === deadline.from && deadline.from < deadline.to && now >= deadline.to)) return;
  if (now < deadline.to) {
    if (standing || instance.state !== 'due') return;
    become('undetermined', [{ ...ended, text: `the window ends between ${dayTimeOf(deadline.from)} and ${dayTimeOf(deadline.to)}`, settledBy: 'a more exact time of what opened it' }]);
    return;
  }
  const excuse = duty.content.kind === 'refrain' ? { truth: 'false' as Truth, reasons: [] } : excuseOf(draft, duty, instance);
  if (excuse.truth === 'true') { become('excused', excuse.reasons); return; }
  if (duty.content.kind === 'refrain') { become('lapsed', [ended]); return; }
  if (duty.content.kind === 'maintain') {
    const broken = instancesOf(draft, duty.name).some((one) => one.violatedBy !== undefined && one.debtor === instance.debtor);
    if (broken) become('lapsed', [{ ...ended, text: `${ended.text}; it was not kept throughout` }]);
    else become('performed', [ended]);
    return;
  }
  if (excuse.truth === 'undetermined') { become('undetermined', [ended, ...excuse.reasons]); return; }
  const suspension = suspensionOf(draft, duty, sceneOf(draft, instance.bindings, duty.article));
  if (suspension?.holding.truth === 'undetermined') { become('undetermined', [ended, ...suspension.holding.reasons.map((reason) => ({ ...reason, rule: 'suspension' as const }))]); return; }
  unperformed(draft, duty, instance, deadline, ended);
}

/** The window of a duty to act ended, and no act on record certainly performed it. */
function unperformed(draft: Draft, duty: Duty, instance: Instance, deadline: TimeRange, ended: Reason): void {
  const { now, memory } = draft.situation;
  const undetermined = (reason: Reason): void => put(draft, moved(instance, 'undetermined', now, [ended, reason]));
  if (instance.maybePerformedBy.length > 0) {
    undetermined({ article: duty.article, entries: instance.maybePerformedBy, rule: 'attribution', text: `an act on record may be ${instance.debtor}'s performance, but the record does not say so`, settledBy: 'an attribution of the act' });
    return;
  }
  const patterns = duty.content.kind === 'achieve' ? duty.content.acts : [];
  const acts = patterns.flatMap((pattern) => pattern.acts);
  const period = { from: instance.opened.from, to: deadline.to };
  if (!patterns.every((pattern) => covered(memory, pattern.acts, period, pattern.places.filter(({ negated }) => !negated).map(({ zone }) => zone)))) {
    undetermined({ article: duty.article, entries: [], rule: 'absence', text: `no ${acts.join(' or ')} by ${instance.debtor} is on record, and no coverage entry says the record would hold one`, settledBy: 'a record that covers the window' });
    return;
  }
  if (duty.bestEffort) {
    undetermined({ article: duty.article, entries: [], rule: 'performance', text: 'only best efforts were owed, and whether they were made is not on record', settledBy: duty.owedTo ? 'those to whom it is owed, or a finding' : 'a finding' });
    return;
  }
  const forbidden = prevails(draft, duty, instance);
  if (forbidden) {
    put(draft, moved(instance, 'excused', now, [ended, { article: forbidden.article, entries: [], rule: 'exception', text: `${forbidden.name} (article ${forbidden.article}) forbids what was owed, and prevails` }]));
    return;
  }
  breach(draft, duty, instance, [ended, { article: duty.article, entries: [], rule: 'absence', text: `no ${acts.join(' or ')} by ${instance.debtor} in the window; the record covers it` }]);
}

/** Marks a breach and opens the first `failing which` step. `how`: whether the breach itself was said already. */
export function breach(draft: Draft, duty: Duty, instance: Instance, reasons: readonly Reason[], at: TimeRange = exactly(draft.situation.now), entries: readonly string[] = []): void {
  const { deadline: _ended, ...rest } = instance;
  const breached = moved(rest, 'breached', draft.situation.now, reasons);
  put(draft, breached, at, entries);
  if (duty.failingWhich.length > 0) nextStep(draft, duty, breached, at);
}

function nextStep(draft: Draft, duty: Duty, instance: Instance, from: TimeRange): void {
  const { now } = draft.situation;
  const stage = instance.stage + 1;
  const step = duty.failingWhich[stage - 1];
  const { deadline: _ended, ...rest } = instance;
  const reason = (text: string): Reason => ({ article: duty.article, entries: [], rule: 'failing which', text });
  if (instance.maybePerformedBy.length > 0 && instance.stage > 0) {
    put(draft, moved(rest, 'breached', instance.since, [...instance.reasons, {
      ...reason(`an act on record may have made it good, but the record does not say whose it was`), entries: instance.maybePerformedBy, rule: 'attribution', settledBy: 'an attribution of the act',
    }], { stage: 0 }));
    return;
  }
  if (!step) {
    put(draft, moved(rest, 'defaulted', now, [...instance.reasons, reason('the last step ended unperformed')], { stage }));
    return;
  }
  if (step.kind === 'may') {
    put(draft, moved(rest, 'defaulted', now, [...instance.reasons, reason('the text now gives others a power')], { stage }));
    openRemedy(draft, duty, instance, step, from);
    return;
  }
  const end = windowEnd(draft, step.deadline, from);
  const acts = step.acts.flatMap((pattern) => pattern.acts).join(' or ');
  put(draft, { ...rest, stage, opened: from, reasons: [...instance.reasons, reason(`failing that, ${instance.debtor} shall ${acts}${end ? ` by ${dayTimeOf(end.to)}` : ''}`)], ...(end ? { deadline: end } : {}) }, from);
}

/** Claimants gave up their claims: each its own. A breach stands; only the steps that follow it are waived. */
export function waive(draft: Draft, entry: Entry): void {
  const about = entry.about?.split('@');
  const clause = String(entry.arguments['clause'] ?? about?.[0] ?? '');
  const article = draft.text.clauses.get(clause)?.article ?? '';
  const debtor = entry.on?.kind === 'one' ? entry.on.name : undefined;
  const reason = (rule: Reason['rule'], text: string): Reason => ({ article, entries: [entry.id], rule, text });
  for (const instance of instancesOf(draft, clause)) {
    if (!isOpen(instance) || (debtor !== undefined && instance.debtor !== debtor) || (about?.[1] !== undefined && about[1] !== instance.trigger)) continue;
    const name = entry.actor.kind === 'one' ? entry.actor.name : undefined;
    if (name === undefined || !instance.owedTo.includes(name)) {
      say(draft, { clause, article, kind: 'duty', debtor: instance.debtor, trigger: entry.id, state: 'not in scope', reasons: [reason('actor', 'only those to whom a duty is owed may waive it')] });
      continue;
    }
    const owedTo = instance.owedTo.filter((one) => one !== name);
    if (owedTo.length > 0) { put(draft, { ...instance, owedTo, reasons: [...instance.reasons, reason('performance', `waived by ${name} for its part; still owed to ${owedTo.join(', ')}`)] }); continue; }
    if (instance.state === 'breached') {
      const { deadline: _ended, ...rest } = instance;
      put(draft, { ...rest, owedTo, stage: 0, reasons: [...instance.reasons, reason('performance', `${name} waived the steps that follow; the breach stands`)] });
      continue;
    }
    put(draft, moved(instance, 'waived', draft.situation.now, [reason('performance', `waived by ${name}`)]), entry.occurred, [entry.id]);
  }
}

/** A cause no longer counts (a finding came): what it alone opened is excused, unless already performed or breached. */
export function causeFell(draft: Draft, duty: Duty, occurrence: Occurrence): void {
  for (const instance of instancesOf(draft, duty.name)) {
    if (!OPEN.has(instance.state) || instance.violatedBy !== undefined || !instance.causes.includes(occurrence.label)) continue;
    const causes = instance.causes.filter((cause) => cause !== occurrence.label);
    if (causes.length > 0) put(draft, { ...instance, causes });
    else put(draft, moved(instance, 'excused', draft.situation.now, occurrence.reasons), exactly(draft.situation.now), occurrence.entries);
  }
}

/** A cause has become doubtful (findings contradict each other): what it alone opened, and is not over, is undetermined. */
export function causeDoubted(draft: Draft, duty: Duty, occurrence: Occurrence): void {
  for (const instance of instancesOf(draft, duty.name)) {
    if ((instance.state !== 'due' && instance.state !== 'pending') || instance.causes.length !== 1 || instance.causes[0] !== occurrence.label) continue;
    put(draft, moved(instance, 'undetermined', draft.situation.now, occurrence.reasons), exactly(draft.situation.now), occurrence.entries);
  }
}

export type { Bindings, Instant };
