/**
 * THE HEART: `step` takes a situation and the entries of one instant, `elapse` lets time pass; both give the next situation and what followed.
 * INVARIANT (order-within-an-instant): facts, findings, performance, violation, then the windows that end; consequences run to a fixpoint.
 */
import type { Change, Entry, Instant, Reason, Rule } from '../treaty/index.js';
import { addDuration, dayTimeOf } from './calendar.js';
import { evaluate, inForce } from './conditions.js';
import { castBallot, closeAtEnd, closeIfComplete, openDecision } from './decisions.js';
import { draftOf, instancesOf, moved, put, say, sceneOf, setMemory, type Draft } from './draft.js';
import { awaitedOccurred, causeFell, expire, lapse, openDuty, perform, review, waive, windowOpened } from './duties.js';
import { coverageOf, emptyMemory, remember } from './memory.js';
import { occurrenceOf, type Occurrence } from './occurrences.js';
import { awaken, exercise, exerciseRemedy, expirePower, openPower } from './powers.js';
import { exactly, later } from './range.js';
import { keyOf, type Signal } from './signals.js';
import type { Coverage, PendingEntry, Situation } from './situation.js';
import { triggerOf, type Listener, type Text } from './text.js';
import { judgeViolation } from './violations.js';

export interface Followed { readonly situation: Situation; readonly changes: readonly Change[] }

export interface Beginning {
  /** Coverage entries: what the record would hold. */
  readonly coverage?: readonly Entry[];
  /** The record holds everything. */
  readonly complete?: boolean;
  /** Treats the treaty as in force for all its parties from this instant. */
  readonly inForceFrom?: Instant;
}

/** The situation before anything is known to have happened. */
export function begin(text: Text, { coverage = [], complete = false, inForceFrom }: Beginning = {}): Followed {
  const spells: Coverage[] = coverage.map(coverageOf);
  const situation: Situation = {
    now: inForceFrom ?? -Infinity, closed: false, norms: new Map(), decisions: new Map(), states: new Map(), pending: undefined, critical: text.fixedInstants[0] ?? Infinity,
    instrument: { assumed: inForceFrom !== undefined, signedBy: new Map(), leaving: new Map(), left: new Map() }, memory: emptyMemory(text.watches.length, complete, spells),
  };
  const draft = draftOf(text, situation);
  if (inForceFrom !== undefined) enterIntoForce(draft, exactly(inForceFrom), [], 'taken to be in force for all parties from the start');
  else if (!text.treaty.entryIntoForce) enterIntoForce(draft, exactly(-Infinity), [], 'the text does not say when it enters into force: taken to bind from the start');
  settleAll(draft);
  return finish(draft);
}

/**
 * What follows from one entry, or from several of one instant (they apply together).
 * Throws RangeError when an entry lies before the situation: replay from an earlier one instead.
 */
export function step(text: Text, situation: Situation, given: Entry | readonly Entry[]): Followed {
  const entries: readonly Entry[] = Array.isArray(given) ? given as readonly Entry[] : [given as Entry];
  const first = entries[0];
  if (!first) return { situation, changes: [] };
  const at = first.occurred.from;
  if (at < situation.now || (at === situation.now && situation.closed)) throw new RangeError(`an entry of ${dayTimeOf(at)} cannot follow a situation of ${dayTimeOf(situation.now)}`);
  if (entries.some((entry) => entry.occurred.from !== at)) throw new RangeError('the entries of one step must share one instant');
  const draft = draftOf(text, situation);
  passTime(draft, at, false);
  draft.situation = { ...draft.situation, now: at, closed: false };
  if (text.hasConditions && situation.critical <= at) draft.owned.add('changed');
  if (text.fixedInstants.includes(at)) atInstant(draft, at);
  const findings = entries.filter((entry) => text.findings.has(entry.act));
  const others = entries.filter((entry) => !text.findings.has(entry.act));
  for (const entry of others) fact(draft, entry);
  for (const entry of findings) fact(draft, entry);
  if (findings.length > 0 || others.some((entry) => text.counted.has(entry.act))) reconsider(draft, entries);
  settleAll(draft);
  // Performances may open duties that other acts of the same instant perform: repeat until none does.
  const performed = new Set<string>();
  for (let again = true; again;) {
    again = false;
    for (const entry of entries) {
      for (const clause of text.byContent.get(entry.act) ?? []) {
        if (clause.kind !== 'duty' || performed.has(`${clause.name}|${entry.id}`)) continue;
        if (perform(draft, clause, entry)) { performed.add(`${clause.name}|${entry.id}`); again = true; }
      }
    }
    settleAll(draft);
  }
  for (const entry of entries) for (const clause of text.byContent.get(entry.act) ?? []) if (clause.kind === 'duty') judgeViolation(draft, clause, entry);
  settleAll(draft);
  return finish(draft);
}

/** Lets time pass up to and including `instant`: windows that end by then have ended. */
export function elapse(text: Text, situation: Situation, instant: Instant): Followed {
  if (instant < situation.now) throw new RangeError(`${dayTimeOf(instant)} lies before ${dayTimeOf(situation.now)}`);
  if (situation.critical > instant || situation.critical === Infinity) return { situation: { ...situation, now: instant, closed: true }, changes: [] };
  const draft = draftOf(text, situation);
  passTime(draft, instant, true);
  draft.situation = { ...draft.situation, now: instant, closed: true };
  return finish(draft);
}

function finish(draft: Draft): Followed {
  tellStates(draft);
  return { situation: draft.owned.has('changed') ? { ...draft.situation, critical: nextCritical(draft) } : draft.situation, changes: draft.changes };
}

/** Says of each `define … while` state what has become of it. */
function tellStates(draft: Draft): void {
  for (const definition of draft.text.definitions.values()) {
    if (definition.meaning.kind !== 'state') continue;
    const { truth, reasons } = evaluate(definition.meaning.condition, sceneOf(draft, {}, definition.article));
    const before = draft.situation.states.get(definition.name);
    if (before === truth) continue;
    draft.situation = { ...draft.situation, states: new Map(draft.situation.states).set(definition.name, truth) };
    say(draft, { clause: definition.name, article: definition.article, kind: 'definition', state: truth, reasons, from: before });
  }
}

/** The earliest instant after (or, while it is not closed, at) now at which time alone changes something. */
function nextCritical(draft: Draft): Instant {
  const { situation, text } = draft;
  let next = Infinity;
  const consider = (instant: Instant | undefined): void => {
    if (instant !== undefined && instant < next && (instant > situation.now || (instant === situation.now && !situation.closed))) next = instant;
  };
  for (const instances of situation.norms.values()) {
    for (const instance of instances.values()) {
      consider(instance.deadline?.from);
      consider(instance.deadline?.to);
      consider(instance.effectiveAt);
    }
  }
  for (const decision of situation.decisions.values()) if (decision.state === 'open') consider(decision.closes?.to);
  for (const instant of text.fixedInstants) consider(instant);
  consider(situation.instrument.entryIntoForceDue);
  for (const termination of text.treaty.terminations) consider(terminationInstant(draft, termination));
  if (text.hasConditions) considerForgetting(draft, consider);
  return next;
}

/** Conditions that time alone changes: a remembered occurrence falls out of its window, a spell of coverage begins or ends. */
function considerForgetting({ text, situation: { memory } }: Draft, consider: (instant: Instant) => void): void {
  for (const { index, within } of text.forgetting) {
    for (const { at } of memory.watched[index] ?? []) {
      consider(addDuration(at.from, within, text.calendar) + 1);
      if (at.to !== at.from) consider(addDuration(at.to, within, text.calendar) + 1);
    }
    if (!memory.complete) for (const { period } of memory.coverage) consider(addDuration(period.from, within, text.calendar));
  }
  if (!memory.complete) for (const { period } of memory.coverage) { consider(period.from); consider(period.to + 1); }
}

function terminationInstant(draft: Draft, termination: Text['treaty']['terminations'][number]): Instant | undefined {
  const since = draft.situation.instrument.inForceSince;
  const { after } = termination;
  return since && Number.isFinite(since.to) && after && !('kind' in after) ? addDuration(since.to, after, draft.text.calendar) : undefined;
}

function passTime(draft: Draft, until: Instant, inclusive: boolean): void {
  for (;;) {
    const next = nextCritical(draft);
    if (next === Infinity || next > until || (next === until && !inclusive)) return;
    draft.situation = { ...draft.situation, now: next, closed: false };
    if (draft.text.fixedInstants.includes(next)) atInstant(draft, next);
    if (draft.text.hasConditions) draft.owned.add('changed');
    settleAll(draft);
    expireAll(draft, next);
    settleAll(draft);
    tellStates(draft);
    draft.situation = { ...draft.situation, closed: true };
  }
}

function atInstant(draft: Draft, instant: Instant): void {
  const { entryIntoForce } = draft.text.treaty;
  if (entryIntoForce?.on === instant && !draft.situation.instrument.inForceSince) enterIntoForce(draft, exactly(instant), [], 'the date the text sets');
  if (draft.owned.has(`instant:${instant}`)) return;
  draft.owned.add(`instant:${instant}`);
  draft.queue.push({ kind: 'instant', at: instant });
  join(draft, instant);
}

/** Parties whose membership begins now owe and hold from now on what bound the others since entry into force. */
function join(draft: Draft, instant: Instant): void {
  const { inForceSince, terminatedSince } = draft.situation.instrument;
  const joining = draft.text.treaty.parties.filter(({ from }) => from === instant).map(({ name }) => name);
  if (joining.length === 0 || !inForceSince || inForceSince.to >= instant || terminatedSince !== undefined) return;
  const at = exactly(instant);
  const reason = instrumentReason(draft, 'instrument', [], `${joining.join(', ')} became a party on ${dayTimeOf(instant)}`);
  const occurrence: Occurrence = { truth: 'true', at, actAt: at, label: 'entry into force', entries: [], bindings: {}, reasons: [reason], value: 1 };
  for (const duty of draft.text.duties) if (!triggerOf(duty)) openDuty(draft, duty, occurrence);
  for (const power of draft.text.powers) if (!power.trigger) openPower(draft, power, occurrence);
}

function expireAll(draft: Draft, at: Instant): void {
  const { text } = draft;
  const due = draft.situation.instrument.entryIntoForceDue;
  if (due === at && !draft.situation.instrument.inForceSince) enterIntoForce(draft, exactly(at), [], 'the period after ratification ended');
  for (const duty of text.duties) {
    for (const instance of instancesOf(draft, duty.name)) {
      if (instance.deadline && (instance.deadline.to === at || instance.deadline.from === at)) expire(draft, duty, instance);
    }
  }
  for (const [clause, instances] of draft.situation.norms) {
    for (const instance of instances.values()) {
      if (instance.state === 'available' && instance.deadline?.to === at) expirePower(draft, instance, text.clauses.get(clause)?.article ?? '');
      if (instance.state === 'exercised' && instance.effectiveAt === at) takeEffect(draft, clause, instance.debtor, at);
    }
  }
  for (const decision of text.decisions) if (draft.situation.decisions.get(decision.name)?.closes?.to === at) closeAtEnd(draft, decision);
  for (const termination of text.treaty.terminations) if (terminationInstant(draft, termination) === at) terminate(draft, termination.article, [], `the period of the treaty ended on ${dayTimeOf(at)}`);
}

/** A fact or finding enters: remembered, then offered to every clause that listens. */
function fact(draft: Draft, entry: Entry): void {
  const { text, situation } = draft;
  const { memory } = situation;
  if (text.findings.has(entry.act)) setMemory(draft, { findings: [...memory.findings, entry] });
  if (entry.actor.kind === 'one' && (text.counted.has(entry.act) || entry.act === 'accede')) {
    const ofAct = new Map(memory.acted.get(entry.act));
    if (!ofAct.has(entry.actor.name)) ofAct.set(entry.actor.name, { at: entry.occurred, entry: entry.id });
    setMemory(draft, { acted: new Map(memory.acted).set(entry.act, ofAct) });
    draft.owned.add('changed');
  }
  if (entry.act === 'sign' && entry.actor.kind === 'one') sign(draft, entry, entry.actor.name);
  else if (entry.act === 'vote') castBallot(draft, entry);
  else if (entry.act === 'waive') waive(draft, entry);
  draft.queue.push({ kind: 'entry', entry });
  for (const clause of text.byContent.get(entry.act) ?? []) {
    if (clause.kind === 'power') exercise(draft, clause, entry);
    else exerciseRemedy(draft, clause, entry);
  }
}

function sign(draft: Draft, entry: Entry, party: string): void {
  const { instrument } = draft.situation;
  const signedBy = new Map(instrument.signedBy).set(party, { at: entry.occurred, entry: entry.id });
  draft.situation = { ...draft.situation, instrument: { ...instrument, signedBy } };
  const all = draft.text.treaty.parties.every((one) => signedBy.has(one.name));
  if (all && instrument.signedBy.size < signedBy.size) draft.queue.push({ kind: 'instrument', what: 'signature', at: entry.occurred, entries: [...signedBy.values()].map((stamp) => stamp.entry) });
}

/** Earlier acts whose bearing a new finding or fact may settle are offered again. */
function reconsider(draft: Draft, because: readonly Entry[]): void {
  if (!draft.text.revisable) return;
  const about = because.every((entry) => entry.about !== undefined) ? new Set(because.map((entry) => entry.about)) : undefined;
  const again: Entry[] = [];
  for (let link = draft.situation.pending; link; link = link.next) {
    if (!because.includes(link.entry) && (!about || about.has(link.entry.id))) again.push(link.entry);
  }
  for (const entry of again.reverse()) draft.queue.push({ kind: 'entry', entry, settledAt: exactly(draft.situation.now) });
}

/** Bound on rounds at one instant: a text whose clauses undo each other without end would never settle. */
const MAX_ROUNDS = 10_000;

/** Runs consequences to a fixpoint: queued signals, then decisions all have voted in, then conditions that changed. */
function settleAll(draft: Draft): void {
  for (let rounds = 0; ; rounds += 1) {
    if (rounds > MAX_ROUNDS) throw new RangeError('the clauses undo each other without end at one instant');
    const signal = draft.queue.shift();
    if (signal) { deliver(draft, signal); continue; }
    if (draft.text.decisions.some((decision) => closeIfComplete(draft, decision))) continue;
    if (checkInstrument(draft)) continue;
    if (draft.text.hasConditions && (draft.owned.has('changed') || draft.text.revisable) && draft.text.reviewed.some((duty) => review(draft, duty))) continue;
    if (draft.text.hasConditions && draft.owned.has('changed') && draft.text.powers.some((power) => awaken(draft, power))) continue;
    return;
  }
}

function deliver(draft: Draft, signal: Signal): void {
  let pend = false;
  for (const listener of draft.text.listeners.get(keyOf(signal)) ?? []) {
    const article = listener.role === 'watch' || listener.role === 'terminates' ? listener.article : listener.clause.article;
    const occurrence = occurrenceOf(listener.event, signal, sceneOf(draft, {}, article, signal.kind === 'entry' ? signal.entry : undefined));
    if (!occurrence) continue;
    pend = true;
    hear(draft, listener, occurrence, signal);
  }
  if (pend && draft.text.revisable && signal.kind === 'entry' && signal.settledAt === undefined) {
    const pending: PendingEntry = { entry: signal.entry, next: draft.situation.pending };
    draft.situation = { ...draft.situation, pending };
  }
}

function hear(draft: Draft, listener: Listener, occurrence: Occurrence, signal: Signal): void {
  if (listener.role === 'definition') {
    const { clause } = listener;
    say(draft, {
      clause: clause.name, article: clause.article, kind: 'definition', trigger: occurrence.label, state: occurrence.truth === 'false' ? 'not in scope' : occurrence.truth,
      since: occurrence.at.from, reasons: occurrence.reasons,
    });
    return;
  }
  if (occurrence.truth === 'false') {
    if (listener.role === 'trigger' && signal.kind === 'entry' && signal.settledAt) causeFell(draft, listener.clause, occurrence);
    return;
  }
  switch (listener.role) {
    case 'watch': {
      const watch = draft.text.watches[listener.index];
      if (!watch) return;
      const list = (draft.situation.memory.watched[listener.index] ?? []).filter((one) => !one.entries.includes(occurrence.label));
      const sum = watch.counts?.sum;
      const value = sum && signal.kind === 'entry' ? Number(signal.entry.arguments[sum.argument] ?? 0) : 1;
      const windowFrom = watch.counts ? addDuration(occurrence.actAt.from, { amount: -watch.counts.within.amount, unit: watch.counts.within.unit }, draft.text.calendar) : -Infinity;
      const next = remember(list, { truth: occurrence.truth, at: occurrence.actAt, entries: [occurrence.label], value }, watch.keeps, windowFrom);
      setMemory(draft, { watched: draft.situation.memory.watched.map((old, index) => (index === listener.index ? next : old)) });
      draft.owned.add('changed');
      return;
    }
    case 'trigger': openDuty(draft, listener.clause, occurrence); return;
    case 'until': lapse(draft, listener.clause, occurrence); return;
    case 'window': windowOpened(draft, listener.clause, occurrence); return;
    case 'only after': awaitedOccurred(draft, listener.clause, listener.index, occurrence); return;
    case 'power': case 'permission': openPower(draft, listener.clause, occurrence); return;
    case 'opens': openDecision(draft, listener.clause, occurrence); return;
    case 'terminates': if (occurrence.truth === 'true') terminate(draft, listener.article, occurrence.entries, 'what ends the treaty occurred'); return;
  }
}

/** Entry into force by condition; returns whether anything changed. */
function checkInstrument(draft: Draft): boolean {
  const { entryIntoForce } = draft.text.treaty;
  const { instrument } = draft.situation;
  if (!entryIntoForce?.when || instrument.inForceSince || instrument.entryIntoForceDue !== undefined || !draft.owned.has('changed')) return false;
  const holding = evaluate(entryIntoForce.when, sceneOf(draft, {}, entryIntoForce.article));
  if (holding.truth !== 'true') return false;
  const { now } = draft.situation;
  if (entryIntoForce.after) {
    draft.situation = { ...draft.situation, instrument: { ...instrument, entryIntoForceDue: addDuration(now, entryIntoForce.after, draft.text.calendar) } };
    return true;
  }
  enterIntoForce(draft, exactly(now), holding.reasons.flatMap((reason) => reason.entries), holding.reasons.map((reason) => reason.text).join('; '));
  return true;
}

function instrumentReason(draft: Draft, rule: Rule, entries: readonly string[], text: string): Reason {
  return { article: draft.text.treaty.entryIntoForce?.article ?? '', entries, rule, text };
}

function enterIntoForce(draft: Draft, at: { from: Instant; to: Instant }, entries: readonly string[], why: string): void {
  const { text } = draft;
  draft.situation = { ...draft.situation, instrument: { ...draft.situation.instrument, inForceSince: at } };
  draft.owned.add('changed');
  const reason = instrumentReason(draft, 'instrument', entries, `in force: ${why}`);
  if (text.treaty.entryIntoForce || draft.situation.instrument.assumed) {
    say(draft, { clause: 'treaty', article: reason.article, kind: 'instrument', trigger: 'entry into force', state: 'true', since: at.from, reasons: [reason] });
  }
  draft.queue.push({ kind: 'instrument', what: 'entry into force', at, entries });
  const occurrence: Occurrence = { truth: 'true', at, actAt: at, label: 'entry into force', entries, bindings: {}, reasons: [reason], value: 1 };
  for (const duty of text.duties) if (!triggerOf(duty)) openDuty(draft, duty, occurrence);
  for (const power of text.powers) if (!power.trigger) openPower(draft, power, occurrence);
}

function takeEffect(draft: Draft, clause: string, party: string, at: Instant): void {
  const { instrument } = draft.situation;
  const power = draft.text.clauses.get(clause);
  const act = power?.kind === 'power' ? power.acts.flatMap((pattern) => pattern.acts) : [];
  if (act.includes('terminate')) { terminate(draft, power?.article ?? '', [], `terminated by ${party}`); return; }
  if (instrument.left.has(party)) return;
  draft.situation = { ...draft.situation, instrument: { ...instrument, left: new Map(instrument.left).set(party, at) } };
  draft.owned.add('changed');
  endDuties(draft, (name) => name === party, power?.article ?? '', `${party}'s withdrawal took effect on ${dayTimeOf(at)}`);
}

function terminate(draft: Draft, article: string, entries: readonly string[], why: string): void {
  const { instrument, now } = draft.situation;
  if (instrument.terminatedSince !== undefined) return;
  draft.situation = { ...draft.situation, instrument: { ...instrument, terminatedSince: now } };
  draft.owned.add('changed');
  say(draft, { clause: 'treaty', article, kind: 'instrument', trigger: 'entry into force', state: 'false', since: now, reasons: [{ article, entries, rule: 'instrument', text: why }] });
  endDuties(draft, () => true, article, why);
}

const ENDS = new Set(['pending', 'due', 'suspended', 'undetermined', 'available', 'dormant']);

function endDuties(draft: Draft, whose: (debtor: string) => boolean, article: string, why: string): void {
  for (const [clause, instances] of draft.situation.norms) {
    if (draft.text.survivors.has(clause)) continue;
    for (const instance of instances.values()) {
      if (!ENDS.has(instance.state) || !instance.members.some(whose)) continue;
      put(draft, moved(instance, draft.text.clauses.get(clause)?.kind === 'duty' ? 'lapsed' : 'expired', draft.situation.now, [{ article, entries: [], rule: 'lapse', text: why }]));
    }
  }
}

export { inForce, later };
