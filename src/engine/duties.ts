/** The life of a duty: opened by its trigger, performed, breached at the end of its window, and carried through its `failing which` steps. */
import type { Deadline, Duty, Entry, Event, Instant, Reason, TimeRange, Truth } from '../treaty/index.js';
import { addDuration, dayTimeOf, durationWords } from './calendar.js';
import { boundBy, evaluate, recalled } from './conditions.js';
import { instancesOf, moved, put, say, sceneOf, type Draft } from './draft.js';
import { matchAct } from './match.js';
import { covered } from './memory.js';
import type { Occurrence } from './occurrences.js';
import { exactly, later, mapRange, notAfter } from './range.js';
import { openRemedy } from './powers.js';
import type { Bindings, Instance } from './situation.js';
import { triggerOf, windowEventOf } from './text.js';
import { and } from './truth.js';

const OPEN = new Set(['pending', 'due', 'suspended', 'undetermined']);
/** In the course of being carried out or made good. */
export const isOpen = (instance: Instance): boolean => OPEN.has(instance.state) || (instance.state === 'breached' && instance.stage > 0);

/** The end of the window a deadline gives; undefined where it gives none. `before` ends a millisecond earlier, for `within` and `by` include their end. */
function windowEnd(draft: Draft, deadline: Deadline | undefined, from: TimeRange): TimeRange | undefined {
  switch (deadline?.kind) {
    case 'within': {
      const { duration } = deadline;
      return 'kind' in duration ? undefined : mapRange(from, (instant) => addDuration(instant, duration, draft.text.calendar));
    }
    case 'by': return typeof deadline.instant === 'number' ? exactly(deadline.instant) : undefined;
    case 'before': return typeof deadline.instant === 'number' ? exactly(deadline.instant - 1) : undefined;
    default: return undefined;
  }
}

function windowWords(duty: Duty, end: TimeRange | undefined): string {
  const { deadline } = duty;
  if (end) return deadline?.kind === 'within' && !('kind' in deadline.duration) ? `due within ${durationWords(deadline.duration)}, by ${dayTimeOf(end.to)}` : `due by ${dayTimeOf(end.to)}`;
  if (deadline?.kind === 'immediately') return 'due immediately, and the text gives no number';
  if (deadline) return 'due, and the deadline is to be agreed or not yet running';
  if (duty.content.kind !== 'achieve') return 'to be observed throughout';
  return 'due, and the text sets no deadline';
}

/** A duty's trigger occurred (or may have): one instance per debtor, joined where one is open. */
export function openDuty(draft: Draft, duty: Duty, occurrence: Occurrence): void {
  const { text } = draft;
  const at = occurrence.at.from;
  const names = text.people.namesOf(duty.debtor, occurrence.bindings, at);
  const owedTo = duty.owedTo ? text.people.namesOf(duty.owedTo, occurrence.bindings, at) ?? ['to be agreed'] : [];
  if (!names) {
    openFor(draft, duty, occurrence, 'to be agreed', [], owedTo);
    return;
  }
  if (duty.jointly) openFor(draft, duty, occurrence, names.join(' and '), names, owedTo);
  else for (const name of names) openFor(draft, duty, occurrence, name, [name], owedTo.filter((creditor) => creditor !== name));
}

function openFor(draft: Draft, duty: Duty, occurrence: Occurrence, debtor: string, members: readonly string[], owedTo: readonly string[]): void {
  const { text, situation } = draft;
  const { now } = situation;
  const bound = and(members.map((member) => boundBy(text, situation, member, occurrence.at.from)));
  if (bound === 'false') return;
  const key = [debtor, mentionsRole(duty) ? owedTo.join('+') : '', duty.forEach ? occurrence.label : ''].join('|');
  const existing = situation.norms.get(duty.name)?.get(key);
  const known = existing?.causes.includes(occurrence.label) === true;
  if (existing && known && !(existing.state === 'undetermined' && occurrence.truth === 'true')) return;
  if (existing && !known && isOpen(existing) && !(existing.state === 'undetermined' && occurrence.truth === 'true')) {
    put(draft, { ...existing, causes: [...existing.causes, occurrence.label] });
    return;
  }
  const scene = sceneOf(draft, occurrence.bindings, duty.article);
  // A prohibition's `while` and `unless` are asked of each act, not once for all.
  const judgedByAct = duty.content.kind === 'refrain';
  const applies = duty.while && !judgedByAct ? evaluate(duty.while, scene) : { truth: 'true' as Truth, reasons: [] };
  const waits = applies.truth === 'false';
  if (waits && triggerOf(duty)) return;
  const awaiting = duty.onlyAfter.map((_, index) => index).filter((index) => !alreadyOccurred(draft, duty.onlyAfter[index] as Event, duty.article));
  const opened = later(occurrence.at, situation.instrument.inForceSince ?? occurrence.at);
  const waitsForWindow = windowEventOf(duty) !== undefined;
  const deadline = waits || awaiting.length > 0 || waitsForWindow
    ? undefined
    : windowEnd(draft, duty.deadline, duty.deadline?.kind === 'within' && duty.deadline.fromTheAct ? occurrence.actAt : opened);
  const base: Instance = {
    clause: duty.name, debtor, members, key, trigger: occurrence.label, causes: [...(known ? [] : existing?.state === 'undetermined' ? existing.causes : []), occurrence.label],
    bindings: occurrence.bindings, owedTo, state: 'due', since: now, opened, stage: 0, awaiting, maybePerformedBy: [], reasons: [], ...(deadline ? { deadline } : {}),
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

const mentionsRole = (duty: Duty): boolean => JSON.stringify([duty.owedTo, duty.debtor]).includes('"role"');

/** Whether the debtor is excused at this moment (or for the act in hand): by the clause's `unless`, or by its own reservation. */
export function excuseOf(draft: Draft, duty: Duty, instance: Instance, entry?: Entry): { truth: Truth; reasons: readonly Reason[] } {
  const scene = sceneOf(draft, instance.bindings, duty.article, entry);
  const asException = (reasons: readonly Reason[]): readonly Reason[] => reasons.map((reason) => ({ ...reason, rule: 'exception' as const }));
  if (duty.unless) {
    const unless = evaluate(duty.unless, scene);
    if (unless.truth !== 'false') return { truth: unless.truth, reasons: asException(unless.reasons) };
  }
  for (const reservation of draft.text.reservations.get(duty.name) ?? []) {
    if (!instance.members.includes(reservation.party)) continue;
    const holding = evaluate(reservation.unless, { ...scene, article: reservation.article });
    if (holding.truth !== 'false') return { truth: holding.truth, reasons: asException(holding.reasons) };
  }
  return { truth: 'false', reasons: [] };
}

/** Whether an `only after` event lies behind already. */
function alreadyOccurred(draft: Draft, event: Event, article: string): boolean {
  const scene = sceneOf(draft, {}, article);
  if (event.kind === 'becomes') return evaluate({ kind: 'is', clause: event.clause, state: event.state, quantifier: event.quantifier, span: event.span }, scene).truth === 'true';
  if (event.kind === 'instant') return draft.situation.now >= event.instant;
  if (event.kind === 'entry into force') return draft.situation.instrument.inForceSince !== undefined;
  return recalled(event, event.kind, undefined, scene, article).truth === 'true';
}

/** An awaited event occurred: the duty becomes due once nothing more is awaited. */
export function awaitedOccurred(draft: Draft, duty: Duty, index: number, occurrence: Occurrence): void {
  if (occurrence.truth !== 'true') return;
  for (const instance of instancesOf(draft, duty.name)) {
    if (!instance.awaiting.includes(index)) continue;
    const awaiting = instance.awaiting.filter((one) => one !== index);
    if (awaiting.length > 0 || instance.state !== 'pending') { put(draft, { ...instance, awaiting }); continue; }
    const opened = later(instance.opened, occurrence.at);
    const deadline = windowEnd(draft, duty.deadline, opened);
    const reasons: Reason[] = [...occurrence.reasons, { article: duty.article, entries: occurrence.entries, rule: 'time', text: windowWords(duty, deadline) }];
    put(draft, moved(instance, 'due', draft.situation.now, reasons, { awaiting, opened, ...(deadline ? { deadline } : {}) }), occurrence.at, occurrence.entries);
  }
}

/** The event a window runs from, apart from the trigger, occurred. */
export function windowOpened(draft: Draft, duty: Duty, occurrence: Occurrence): void {
  if (occurrence.truth !== 'true') return;
  for (const instance of instancesOf(draft, duty.name)) {
    if (instance.state !== 'due' || instance.deadline) continue;
    const deadline = windowEnd(draft, duty.deadline, later(instance.opened, occurrence.at));
    const reasons: Reason[] = [...occurrence.reasons, { article: duty.article, entries: occurrence.entries, rule: 'time', text: windowWords(duty, deadline) }];
    put(draft, { ...instance, reasons, ...(deadline ? { deadline } : {}) }, occurrence.at, occurrence.entries);
  }
}

/** The duty's `until` occurred. */
export function lapse(draft: Draft, duty: Duty, occurrence: Occurrence): void {
  if (occurrence.truth === 'false') return;
  for (const instance of instancesOf(draft, duty.name)) {
    if (!OPEN.has(instance.state) || instance.causes.includes(occurrence.label)) continue;
    const reasons = occurrence.reasons.map((reason) => ({ ...reason, rule: 'lapse' as const }));
    put(draft, moved(instance, occurrence.truth === 'true' ? 'lapsed' : 'undetermined', draft.situation.now, reasons), occurrence.at, occurrence.entries);
  }
}

/** An act that may perform, cure or carry out a step of the duty: discharges the oldest instance it fits, or the one it names. */
export function perform(draft: Draft, duty: Duty, entry: Entry): boolean {
  const fitting = instancesOf(draft, duty.name)
    .filter((instance) => !instance.causes.includes(entry.id) && namedBy(entry, instance))
    .sort((a, b) => a.opened.from - b.opened.from);
  for (const instance of fitting) {
    const outcome = performance(draft, duty, instance, entry);
    if (outcome === 'none') continue;
    return true;
  }
  return false;
}

const namedBy = (entry: Entry, instance: Instance): boolean =>
  entry.about === undefined || !entry.about.includes('@') || entry.about === `${instance.clause}@${instance.trigger}`;

function performance(draft: Draft, duty: Duty, instance: Instance, entry: Entry): 'none' | 'noted' {
  const { now } = draft.situation;
  const actor = membership(draft, instance, entry);
  if (actor === 'false') return 'none';
  const original = duty.content.kind === 'achieve' ? duty.content.acts : [];
  const step = instance.stage > 0 ? duty.failingWhich[instance.stage - 1] : undefined;
  const at = (end: TimeRange | undefined): Truth => and([notAfter(instance.opened, entry.occurred), end ? notAfter(entry.occurred, end) : 'true']);
  const tryActs = (acts: typeof original): { truth: Truth; reasons: readonly Reason[] } => {
    for (const pattern of acts) {
      const match = matchAct(draft.text, { ...pattern, by: undefined as never }, entry, instance.bindings, duty.article);
      if (match && match.truth !== 'false') return { truth: and([match.truth, actor]), reasons: match.reasons };
    }
    return { truth: 'false', reasons: [] };
  };
  const say_ = (text: string): Reason => ({ article: duty.article, entries: [entry.id], rule: 'performance', text });
  if (instance.state === 'due' || instance.state === 'undetermined' || instance.state === 'suspended') {
    const match = tryActs(original);
    const truth = and([match.truth, at(instance.deadline)]);
    if (truth === 'false') return 'none';
    if (truth === 'true') {
      const intime = instance.deadline ? `within the window that ends ${dayTimeOf(instance.deadline.to)}` : 'while it was due';
      put(draft, moved(instance, 'performed', now, [say_(`${entry.act} by ${instance.debtor} on ${dayTimeOf(entry.occurred.from)}, ${intime}`)]), entry.occurred, [entry.id]);
    } else if (!instance.maybePerformedBy.includes(entry.id)) {
      put(draft, { ...instance, maybePerformedBy: [...instance.maybePerformedBy, entry.id] });
    } else return 'none';
    return 'noted';
  }
  if (instance.state !== 'breached') return 'none';
  const byStep = step?.kind === 'shall' ? tryActs(step.acts) : { truth: 'false' as Truth };
  const byStepInTime = and([byStep.truth, at(instance.deadline)]);
  const late = tryActs(original);
  if (byStepInTime !== 'true' && late.truth !== 'true') return 'none';
  const how = byStepInTime === 'true' ? `${entry.act} by ${instance.debtor}, as the text asks of one who failed` : `${entry.act} by ${instance.debtor} on ${dayTimeOf(entry.occurred.from)}, late`;
  put(draft, moved(instance, 'cured', now, [...instance.reasons, say_(`${how}: cured, not performed`)]), entry.occurred, [entry.id]);
  return 'noted';
}

function membership(draft: Draft, instance: Instance, entry: Entry): Truth {
  const { actor } = entry;
  if (actor.kind === 'unknown') return 'undetermined';
  const names = actor.kind === 'one' ? (actor.outsider ? [] : [actor.name]) : actor.names;
  const inside = names.filter((name) => instance.members.includes(name)).length;
  if (inside === 0) return 'false';
  return inside === names.length ? 'true' : 'undetermined';
}

/** The window of an instance ended (or, where its end is uncertain, may have ended). */
export function expire(draft: Draft, duty: Duty, instance: Instance): void {
  const { now, memory } = draft.situation;
  const { deadline } = instance;
  if (!deadline) return;
  const ended: Reason = { article: duty.article, entries: instance.causes, rule: 'time', text: `the window ended on ${dayTimeOf(deadline.to)}` };
  if (instance.state === 'breached') { nextStep(draft, duty, instance, exactly(now)); return; }
  if (instance.state !== 'due') return;
  if (now < deadline.to) {
    put(draft, { ...moved(instance, 'undetermined', now, [{ ...ended, text: `the window ends between ${dayTimeOf(deadline.from)} and ${dayTimeOf(deadline.to)}`, settledBy: 'a more exact time of what opened it' }]) });
    return;
  }
  const excuse = excuseOf(draft, duty, instance);
  if (excuse.truth === 'true') { put(draft, moved(instance, 'excused', now, excuse.reasons)); return; }
  const undetermined = (reasons: readonly Reason[]): void => put(draft, moved(instance, 'undetermined', now, reasons));
  if (excuse.truth === 'undetermined') { undetermined([ended, ...excuse.reasons]); return; }
  if (duty.content.kind === 'maintain') { put(draft, moved(instance, 'performed', now, [ended])); return; }
  if (duty.content.kind === 'refrain') { put(draft, moved(instance, 'lapsed', now, [ended])); return; }
  if (instance.maybePerformedBy.length > 0) {
    undetermined([ended, { article: duty.article, entries: instance.maybePerformedBy, rule: 'attribution', text: `an act on record may be ${instance.debtor}'s performance, but the record does not say so`, settledBy: 'an attribution of the act' }]);
    return;
  }
  const acts = duty.content.kind === 'achieve' ? duty.content.acts.flatMap((pattern) => pattern.acts) : [];
  if (!covered(memory, acts, { from: instance.opened.from, to: deadline.to })) {
    undetermined([ended, { article: duty.article, entries: [], rule: 'absence', text: `no ${acts.join(' or ')} by ${instance.debtor} is on record, and no coverage entry says the record would hold one`, settledBy: 'a record that covers the window' }]);
    return;
  }
  if (duty.bestEffort) {
    undetermined([ended, { article: duty.article, entries: [], rule: 'performance', text: 'only best efforts were owed, and whether they were made is not on record', settledBy: duty.owedTo ? 'those to whom it is owed, or a finding' : 'a finding' }]);
    return;
  }
  breach(draft, duty, instance, [ended, { article: duty.article, entries: [], rule: 'absence', text: `no ${acts.join(' or ')} by ${instance.debtor} in the window; the record covers it` }]);
}

/** Marks a breach and opens the first `failing which` step. */
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

/** Rechecks live instances against the clause's conditions: excuses, suspends, resumes, ends, or finds a state not kept. Returns whether anything moved. */
export function review(draft: Draft, duty: Duty): boolean {
  let any = false;
  for (const instance of instancesOf(draft, duty.name)) any = reviewInstance(draft, duty, instance) || any;
  return any;
}

function reviewInstance(draft: Draft, duty: Duty, instance: Instance): boolean {
  const { now } = draft.situation;
  const scene = sceneOf(draft, instance.bindings, duty.article);
  const live = instance.state === 'due' || instance.state === 'pending';
  const judgedByAct = duty.content.kind === 'refrain';
  if (live && !judgedByAct) {
    const excuse = excuseOf(draft, duty, instance);
    if (excuse.truth === 'true') { put(draft, moved(instance, 'excused', now, excuse.reasons)); return true; }
  }
  if (duty.while && !judgedByAct && instance.stage === 0) {
    const applies = evaluate(duty.while, scene);
    const standing = triggerOf(duty) === undefined;
    if (live && applies.truth === 'false' && !(standing && instance.state === 'pending')) {
      const { deadline: _deadline, ...rest } = instance;
      put(draft, standing && duty.content.kind === 'maintain' ? moved(rest, 'pending', now, applies.reasons) : moved(instance, 'lapsed', now, applies.reasons));
      return true;
    }
    if (standing && instance.awaiting.length === 0 && applies.truth === 'true' && (instance.state === 'pending' || (instance.state === 'undetermined' && instance.deadline === undefined && duty.content.kind !== 'maintain'))) {
      const opened = later(instance.opened, exactly(now));
      const deadline = windowEnd(draft, duty.deadline, opened);
      const time: Reason = { article: duty.article, entries: [], rule: 'time', text: windowWords(duty, deadline) };
      put(draft, moved(instance, 'due', now, [...applies.reasons, time], { opened, ...(deadline ? { deadline } : {}) }));
      return true;
    }
  }
  const suspension = suspensionOf(draft, duty, scene);
  if (suspension && (live || instance.state === 'suspended')) {
    const suspended = suspension.holding;
    if (instance.state !== 'suspended' && suspended.truth === 'true') {
      const reasons = suspended.reasons.map((reason) => ({ ...reason, rule: 'suspension' as const }));
      put(draft, moved(instance, 'suspended', now, reasons, { suspended: { from: instance.state, since: now } }));
      return true;
    }
    if (instance.state === 'suspended' && suspended.truth === 'false' && instance.suspended) {
      const { suspended: spell, ...rest } = instance;
      const waited = now - spell.since;
      const shift = suspension.stopsClock && instance.deadline ? { deadline: { from: instance.deadline.from + waited, to: instance.deadline.to + waited } } : {};
      put(draft, moved(rest, spell.from, now, suspended.reasons.map((reason) => ({ ...reason, rule: 'suspension' as const })), shift));
      return true;
    }
  }
  return duty.content.kind === 'maintain' && reviewKept(draft, duty, instance, scene);
}

/** What may suspend a duty: its own `suspended while`, or the whole treaty's (VCLT arts. 57 and 72: the parties are released meanwhile, so the clock waits). */
function suspensionOf(draft: Draft, duty: Duty, scene: ReturnType<typeof sceneOf>): { readonly holding: ReturnType<typeof evaluate>; readonly stopsClock: boolean } | undefined {
  const whole = draft.text.survivors.has(duty.name) ? [] : draft.text.suspensions.map(({ condition, article }) => ({ holding: evaluate(condition, { ...scene, article }), stopsClock: true }));
  const all = [...(duty.suspendedWhile ? [{ holding: evaluate(duty.suspendedWhile.condition, scene), stopsClock: duty.suspendedWhile.stopsClock }] : []), ...whole];
  return all.find(({ holding }) => holding.truth === 'true') ?? all.find(({ holding }) => holding.truth === 'undetermined') ?? all[0];
}

function reviewKept(draft: Draft, duty: Duty, instance: Instance, scene: ReturnType<typeof sceneOf>): boolean {
  if (duty.content.kind !== 'maintain' || !['due', 'undetermined', 'breached'].includes(instance.state)) return false;
  const kept = evaluate(duty.content.condition, scene);
  const state = kept.truth === 'true' ? (instance.state === 'breached' ? 'cured' : 'due') : kept.truth === 'false' ? 'breached' : instance.state === 'breached' ? 'breached' : 'undetermined';
  if (state === instance.state) return false;
  if (state === 'breached') breach(draft, duty, instance, kept.reasons.map((reason) => ({ ...reason, rule: 'violation' as const })));
  else put(draft, moved(instance, state, draft.situation.now, kept.reasons));
  return true;
}

/** A creditor gave up its claim. */
export function waive(draft: Draft, entry: Entry): void {
  const clause = String(entry.arguments['clause'] ?? entry.about ?? '');
  const debtor = entry.on?.kind === 'one' ? entry.on.name : undefined;
  for (const instance of instancesOf(draft, clause)) {
    if (!isOpen(instance) || (debtor !== undefined && instance.debtor !== debtor)) continue;
    if (entry.actor.kind !== 'one' || !instance.owedTo.includes(entry.actor.name)) {
      say(draft, { clause, article: draft.text.clauses.get(clause)?.article ?? '', kind: 'duty', debtor: instance.debtor, trigger: entry.id, state: 'not in scope', reasons: [{ article: '', entries: [entry.id], rule: 'actor', text: 'only those to whom a duty is owed may waive it' }] });
      continue;
    }
    put(draft, moved(instance, 'waived', draft.situation.now, [{ article: draft.text.clauses.get(clause)?.article ?? '', entries: [entry.id], rule: 'performance', text: `waived by ${entry.actor.name}` }]), entry.occurred, [entry.id]);
  }
}

/** A cause no longer counts (a finding came): what it alone opened is excused, unless already performed or breached. */
export function causeFell(draft: Draft, duty: Duty, occurrence: Occurrence): void {
  for (const instance of instancesOf(draft, duty.name)) {
    if (!OPEN.has(instance.state) || !instance.causes.includes(occurrence.label)) continue;
    const causes = instance.causes.filter((cause) => cause !== occurrence.label);
    if (causes.length > 0) put(draft, { ...instance, causes });
    else put(draft, moved(instance, 'excused', draft.situation.now, occurrence.reasons), exactly(draft.situation.now), occurrence.entries);
  }
}

export type { Bindings, Instant };
