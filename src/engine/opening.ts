/** How duties open: one instance per debtor, joined where one is open; the window that begins to run, at once or once what it waits for has occurred. */
import type { Deadline, Duty, Event, Reason, TimeRange, Truth } from '../treaty/index.js';
import { addDuration, dayTimeOf, durationWords } from './calendar.js';
import { boundBy, evaluate, recalled, type Scene } from './conditions.js';
import { instancesOf, put, moved, sceneOf, withCause, type Draft } from './draft.js';
import { excuseOf, isOpen } from './duties.js';
import type { Occurrence } from './occurrences.js';
import { later, mapRange } from './range.js';
import { meant, withSelf } from './roles.js';
import type { Bindings, Instance } from './situation.js';
import { bindingsKey, triggerOf, windowEventOf } from './text.js';
import { and } from './truth.js';

/** The end of the window a deadline gives; undefined where it gives none. `before` ends a millisecond earlier, for `within` and `by` include their end. */
export function windowEnd(draft: Draft, deadline: Deadline | undefined, from: TimeRange): TimeRange | undefined {
  switch (deadline?.kind) {
    case 'within': {
      const { duration } = deadline;
      return 'kind' in duration ? undefined : mapRange(from, (instant) => addDuration(instant, duration, draft.text.calendar));
    }
    case 'by': return typeof deadline.instant === 'number' ? { from: deadline.instant, to: deadline.instant } : undefined;
    case 'before': return typeof deadline.instant === 'number' ? { from: deadline.instant - 1, to: deadline.instant - 1 } : undefined;
    default: return undefined;
  }
}

/** The window of a duty that may now run: from `opened`, or from the event it is counted from where that is another than the trigger and has occurred. */
function windowOf(draft: Draft, duty: Duty, bindings: Bindings, opened: TimeRange, actAt: TimeRange = opened): TimeRange | undefined {
  const { deadline } = duty;
  const event = windowEventOf(duty);
  const fromTheAct = deadline?.kind === 'within' && deadline.fromTheAct;
  if (!event) return windowEnd(draft, deadline, fromTheAct ? actAt : opened);
  const started = startOf(draft, event, bindings);
  return started ? windowEnd(draft, deadline, fromTheAct ? started : later(opened, started)) : undefined;
}

/** When a watched event last certainly occurred, to those meant. */
function startOf(draft: Draft, event: Event, bindings: Bindings): TimeRange | undefined {
  if (event.kind === 'entry into force') return draft.situation.instrument.inForceSince;
  if (event.kind === 'instant') return draft.situation.now >= event.instant ? { from: event.instant, to: event.instant } : undefined;
  const index = draft.text.watchOf.get(event);
  return index === undefined ? undefined : draft.situation.memory.watched[index]?.findLast((one) => one.truth === 'true' && meant(draft.text.people, draft.text.watches[index]?.asked ?? [], one, bindings) === 'true')?.at;
}

export function windowWords(duty: Duty, end: TimeRange | undefined): string {
  const { deadline } = duty;
  if (end) return deadline?.kind === 'within' && !('kind' in deadline.duration) ? `due within ${durationWords(deadline.duration)}, by ${dayTimeOf(end.to)}` : `due by ${dayTimeOf(end.to)}`;
  if (deadline?.kind === 'immediately') return 'due immediately, and the text gives no number';
  if (deadline) return 'due, and the deadline is to be agreed or not yet running';
  if (duty.content.kind !== 'achieve') return 'to be observed throughout';
  return 'due, and the text sets no deadline';
}

/** A duty's trigger occurred (or may have): one instance per debtor, joined where one is open. `joiners`: it occurred for these parties alone. */
export function openDuty(draft: Draft, duty: Duty, occurrence: Occurrence, joiners?: readonly string[]): void {
  const { text, situation } = draft;
  const at = occurrence.at.from;
  if (duty.until?.kind === 'instant' && situation.now >= duty.until.instant) return;
  const names = text.people.namesOf(duty.debtor, occurrence.bindings, at);
  const claimants = duty.owedTo ? text.people.namesOf(duty.owedTo, occurrence.bindings, at) ?? ['to be agreed'] : [];
  const owedTo = claimants.filter((name) => !situation.instrument.left.has(name));
  // Owed to one who has left alone: nobody can claim it any more.
  if (claimants.length > 0 && owedTo.length === 0) return;
  if (!names) {
    openFor(draft, duty, occurrence, 'to be agreed', [], owedTo);
    return;
  }
  if (duty.jointly) openJointly(draft, duty, occurrence, names, owedTo);
  else for (const name of names) if (!joiners || joiners.includes(name)) openFor(draft, duty, occurrence, name, [name], owedTo.filter((creditor) => creditor !== name), joiners !== undefined);
}

/** All who are bound owe it together; one who is bound later joins what is owed already. */
function openJointly(draft: Draft, duty: Duty, occurrence: Occurrence, names: readonly string[], owedTo: readonly string[]): void {
  const { text, situation } = draft;
  const bound = names.filter((name) => boundBy(text, situation, name, occurrence.at.from) !== 'false');
  const standing = instancesOf(draft, duty.name).find((instance) => isOpen(instance) && instance.causes.includes(occurrence.label) && instance.violatedBy === undefined);
  if (standing && bound.some((name) => !standing.members.includes(name))) put(draft, { ...standing, members: bound, bindings: withSelf(standing.bindings, text.roles.get(duty.name), 'debtor', bound) });
  else openFor(draft, duty, occurrence, bound.join(' and '), bound, owedTo);
}

function openFor(draft: Draft, duty: Duty, occurrence: Occurrence, debtor: string, members: readonly string[], owedTo: readonly string[], joins = false): void {
  const { text, situation } = draft;
  const { now } = situation;
  const bound = and(members.map((member) => boundBy(text, situation, member, occurrence.at.from)));
  if (bound === 'false' || debtor === '') return;
  const key = [debtor, bindingsKey(text, duty.name, occurrence.bindings), duty.forEach ? occurrence.label : ''].join('|');
  const existing = situation.norms.get(duty.name)?.get(key);
  const known = existing?.causes.includes(occurrence.label) === true;
  const settles = existing?.state === 'undetermined' && occurrence.truth === 'true';
  // Who left and came back is bound anew by what stands without a trigger.
  const returned = known && joins && existing.state === 'lapsed';
  if (existing && known && !settles && !returned) return;
  if (existing && !known && isOpen(existing) && !settles) {
    put(draft, { ...existing, causes: withCause(text, existing.causes, occurrence.label) });
    return;
  }
  const bindings = withSelf(occurrence.bindings, text.roles.get(duty.name), 'debtor', members);
  const scene = sceneOf(draft, bindings, duty.article);
  // A prohibition's `while` and `unless` are asked of each act, not once for all.
  const judgedByAct = duty.content.kind === 'refrain';
  const applies = duty.while && !judgedByAct ? evaluate(duty.while, scene) : { truth: 'true' as Truth, reasons: [] };
  const waits = applies.truth === 'false';
  if (waits && triggerOf(duty)) return;
  const awaiting = duty.onlyAfter.map((_, index) => index).filter((index) => !alreadyOccurred(duty.onlyAfter[index] as Event, scene));
  const opened = later(occurrence.at, situation.instrument.inForceSince ?? occurrence.at);
  const deadline = waits || awaiting.length > 0 ? undefined : windowOf(draft, duty, bindings, opened, occurrence.actAt);
  const base: Instance = {
    // What was undetermined and becomes certain is the same life still, whichever occurrence made it so.
    clause: duty.name, debtor, members, key, trigger: settles ? existing.trigger : occurrence.label, causes: [...(known ? [] : existing?.state === 'undetermined' ? existing.causes : []), occurrence.label],
    bindings, owedTo, state: 'due', since: now, opened, stage: 0, awaiting, maybePerformedBy: known && settles ? existing.maybePerformedBy : [], reasons: [], ...(deadline ? { deadline } : {}),
  };
  const excuse = judgedByAct ? { truth: 'false' as Truth, reasons: [] } : excuseOf(draft, duty, base);
  const put_ = (state: Instance['state'], reasons: readonly Reason[]): void => put(draft, { ...base, state, reasons }, occurrence.at, occurrence.entries);
  if (excuse.truth === 'true') { put_('excused', excuse.reasons); return; }
  const doubts = [
    ...(occurrence.truth === 'undetermined' ? occurrence.reasons : []),
    ...(applies.truth === 'undetermined' ? applies.reasons : []),
    ...(bound === 'undetermined' ? [{ article: text.treaty.entryIntoForce?.article ?? duty.article, entries: [], rule: 'instrument' as const, text: `whether the treaty binds ${debtor} is undetermined`, settledBy: 'a record of ratification' }] : []),
    ...(members.length === 0 ? [{ article: duty.article, entries: [], rule: 'to be agreed' as const, text: 'who owes it is to be agreed', settledBy: 'the parties, by agreeing it' }] : []),
    ...(duty.content.kind === 'to be agreed' ? [{ article: duty.article, entries: [], rule: 'to be agreed' as const, text: 'what is owed is to be agreed', settledBy: 'the parties, by agreeing it' }] : []),
  ];
  if (doubts.length > 0) { put_('undetermined', doubts); return; }
  if (waits) { put_('pending', applies.reasons); return; }
  const time: Reason = { article: duty.article, entries: occurrence.entries, rule: 'time', text: awaiting.length > 0 ? 'not due before what it must follow' : windowWords(duty, deadline) };
  put_(awaiting.length > 0 ? 'pending' : 'due', [...occurrence.reasons, time]);
}

/** Whether an `only after` event lies behind already. */
function alreadyOccurred(event: Event, scene: Scene): boolean {
  const { situation } = scene;
  if (event.kind === 'becomes' && evaluate({ kind: 'is', clause: event.clause, state: event.state, quantifier: event.quantifier, span: event.span }, scene).truth === 'true') return true;
  if (event.kind === 'instant') return situation.now >= event.instant;
  if (event.kind === 'entry into force') return situation.instrument.inForceSince !== undefined;
  return recalled(event, event.kind, undefined, scene, scene.article).truth === 'true';
}

/** A standing duty begins to be owed now. */
export function awake(draft: Draft, duty: Duty, instance: Instance, since: TimeRange, reasons: readonly Reason[], entries: readonly string[] = []): void {
  const opened = later(instance.opened, since);
  const deadline = windowOf(draft, duty, instance.bindings, opened);
  const time: Reason = { article: duty.article, entries, rule: 'time', text: windowWords(duty, deadline) };
  put(draft, moved(instance, 'due', draft.situation.now, [...reasons, time], { opened, awaiting: [], ...(deadline ? { deadline } : {}) }), since, entries);
}

/** An awaited event occurred, for these lives of the duty: it becomes due once nothing more is awaited. */
export function awaitedOccurred(draft: Draft, duty: Duty, index: number, occurrence: Occurrence, lives = instancesOf(draft, duty.name)): void {
  if (occurrence.truth !== 'true') return;
  for (const instance of lives) {
    if (!instance.awaiting.includes(index)) continue;
    const awaiting = instance.awaiting.filter((one) => one !== index);
    if (awaiting.length > 0 || instance.state !== 'pending') { put(draft, { ...instance, awaiting }); continue; }
    // A standing duty that also holds only `while` something does sleeps on until it does.
    const asleep = duty.while && duty.content.kind !== 'refrain' && evaluate(duty.while, sceneOf(draft, instance.bindings, duty.article)).truth !== 'true';
    if (asleep) put(draft, { ...instance, awaiting });
    else awake(draft, duty, instance, occurrence.at, occurrence.reasons, occurrence.entries);
  }
}

/** The event a window runs from, apart from the trigger, occurred, for these lives of the duty. */
export function windowOpened(draft: Draft, duty: Duty, occurrence: Occurrence, lives = instancesOf(draft, duty.name)): void {
  if (occurrence.truth !== 'true') return;
  for (const instance of lives) {
    if (instance.state !== 'due' || instance.deadline) continue;
    const fromTheAct = duty.deadline?.kind === 'within' && duty.deadline.fromTheAct;
    const deadline = windowEnd(draft, duty.deadline, fromTheAct ? occurrence.actAt : later(instance.opened, occurrence.at));
    const reasons: Reason[] = [...occurrence.reasons, { article: duty.article, entries: occurrence.entries, rule: 'time', text: windowWords(duty, deadline) }];
    put(draft, { ...instance, reasons, ...(deadline ? { deadline } : {}) }, occurrence.at, occurrence.entries);
  }
}
