/**
 * THE HEART: `step` takes a situation and the entries of one instant, `elapse` lets time pass; both give the next situation and what followed.
 * INVARIANT (order-within-an-instant): facts, findings, exceptions, performance, violation, then the windows that end; consequences run to a fixpoint.
 */
import type { Change, Entry, Instant } from '../treaty/index.js';
import { dayTimeOf } from './calendar.js';
import { evaluate } from './conditions.js';
import { nextCritical } from './critical.js';
import { castBallot, closeAtEnd, closeIfComplete, refuseBallot } from './decisions.js';
import { draftOf, instancesOf, say, sceneOf, setMemory, type Draft } from './draft.js';
import { expire, waive } from './duties.js';
import { deliver, keepPending, reconsider } from './hearing.js';
import { asleep, checkInstrument, consent, enterIntoForce, joinByDate, joinersDue, leaveByDate, sign, takeEffect, terminate, terminationInstant } from './instrument.js';
import { coverageOf, emptyMemory, withFinding } from './memory.js';
import { jointlyBreached, perform } from './performance.js';
import { exercise, exerciseRemedy, expirePower, refuseExercise, reviewPower } from './powers.js';
import { exactly } from './range.js';
import { review } from './review.js';
import type { Coverage, Situation } from './situation.js';
import type { Text } from './text.js';
import { isOpenVerdict, judgeViolation } from './violations.js';

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
    instrument: { assumed: inForceFrom !== undefined, signedBy: new Map(), bound: new Map(), joining: new Map(), leaving: new Map(), left: new Map() },
    memory: emptyMemory(text.watches.length, complete, spells),
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
  const before = draft.situation.memory;
  for (const entry of entries) if (!text.findings.has(entry.act)) fact(draft, entry);
  for (const entry of entries) if (text.findings.has(entry.act)) fact(draft, entry);
  const reopened = reconsider(draft, entries, before);
  settleAll(draft);
  for (const entry of entries) if (entry.act === 'waive') waive(draft, entry);
  settleAll(draft);
  performances(draft, entries);
  violations(draft, entries, reopened);
  settleAll(draft);
  return finish(draft);
}

/** Performances may open duties, powers and decisions that other acts of the same instant answer: repeated until none does. */
function performances(draft: Draft, entries: readonly Entry[]): void {
  const { byContent } = draft.text;
  const done = new Set<string>();
  const once = (clause: string, entry: Entry, work: () => boolean): boolean => {
    const key = `${clause}|${entry.id}`;
    if (done.has(key) || !work()) return false;
    done.add(key);
    return true;
  };
  for (let again = true; again;) {
    again = false;
    for (const entry of entries) for (const clause of byContent.get(entry.act) ?? []) if (clause.kind === 'duty') again = once(clause.name, entry, () => perform(draft, clause, entry)) || again;
    settleAll(draft);
    if (again) continue;
    for (const entry of entries) {
      if (entry.act === 'vote') again = once('', entry, () => castBallot(draft, entry)) || again;
      for (const clause of byContent.get(entry.act) ?? []) {
        if (clause.kind === 'power') again = once(clause.name, entry, () => exercise(draft, clause, entry)) || again;
        else again = once(`${clause.name},`, entry, () => exerciseRemedy(draft, clause, entry)) || again;
      }
    }
    settleAll(draft);
  }
  for (const entry of entries) {
    if (entry.act === 'vote' && !done.has(`|${entry.id}`)) refuseBallot(draft, entry);
    for (const clause of byContent.get(entry.act) ?? []) if (clause.kind === 'power' && !done.has(`${clause.name}|${entry.id}`)) refuseExercise(draft, clause, entry);
  }
}

/** Acts of this instant against what is forbidden; earlier acts once more where a finding may settle what was open. */
function violations(draft: Draft, entries: readonly Entry[], reopened: readonly Entry[]): void {
  const { text } = draft;
  for (const entry of reopened) {
    for (const clause of text.byContent.get(entry.act) ?? []) if (clause.kind === 'duty' && isOpenVerdict(draft, clause, entry)) judgeViolation(draft, clause, entry);
  }
  for (const entry of entries) {
    for (const clause of text.byContent.get(entry.act) ?? []) {
      if (clause.kind !== 'duty') continue;
      judgeViolation(draft, clause, entry);
      if (text.revisableDuties.has(clause.name) && isOpenVerdict(draft, clause, entry)) keepPending(draft, entry);
    }
  }
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

/** Filed among the states: whether the treaty as a whole sleeps. No definition can have this name. */
const ASLEEP = ' asleep';

/** Says of each `define … while` state, and of the treaty's sleep, what has become of it. */
function tellStates(draft: Draft): void {
  for (const definition of draft.text.definitions.values()) {
    if (definition.meaning.kind !== 'state') continue;
    const { truth, reasons } = evaluate(definition.meaning.condition, sceneOf(draft, {}, definition.article));
    const before = draft.situation.states.get(definition.name);
    if (before === truth) continue;
    draft.situation = { ...draft.situation, states: new Map(draft.situation.states).set(definition.name, truth) };
    say(draft, { clause: definition.name, article: definition.article, kind: 'definition', state: truth, reasons, from: before });
  }
  const { inForceSince, terminatedSince } = draft.situation.instrument;
  if (draft.text.suspensions.length === 0 || !inForceSince || terminatedSince !== undefined) return;
  const { truth, reasons, article } = asleep(draft);
  const before = draft.situation.states.get(ASLEEP) ?? 'false';
  if (before === truth) return;
  draft.situation = { ...draft.situation, states: new Map(draft.situation.states).set(ASLEEP, truth) };
  const state = truth === 'true' ? 'suspended' : truth === 'false' ? 'true' : 'undetermined';
  say(draft, { clause: 'treaty', article, kind: 'instrument', trigger: 'entry into force', state, reasons });
}

function passTime(draft: Draft, until: Instant, inclusive: boolean): void {
  if (draft.situation.critical > until) return;
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
  leaveByDate(draft, instant);
  joinByDate(draft, instant);
}

function expireAll(draft: Draft, at: Instant): void {
  const { text } = draft;
  const { entryIntoForceDue, inForceSince } = draft.situation.instrument;
  if (entryIntoForceDue === at && !inForceSince) enterIntoForce(draft, exactly(at), [], 'the period after ratification ended');
  joinersDue(draft, at);
  for (const duty of text.duties) {
    const ended = instancesOf(draft, duty.name).filter(({ deadline }) => deadline && (deadline.to === at || deadline.from === at));
    for (const instance of ended) expire(draft, duty, instance);
    if (ended.length > 1) jointlyBreached(draft, duty, ended);
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
  if (text.findings.has(entry.act)) setMemory(draft, { findings: withFinding(memory.findings, entry) });
  if (entry.actor.kind === 'one') {
    const { name } = entry.actor;
    if (text.counted.has(entry.act)) {
      const ofAct = new Map(memory.acted.get(entry.act));
      if (!ofAct.has(name)) ofAct.set(name, { at: entry.occurred, entry: entry.id });
      setMemory(draft, { acted: new Map(memory.acted).set(entry.act, ofAct) });
      consent(draft, entry, name);
    }
    if (entry.act === 'sign') sign(draft, entry, name);
  }
  draft.queue.push({ kind: 'entry', entry });
}

/** Bound on rounds at one instant: a text whose clauses undo each other without end would never settle. */
const MAX_ROUNDS = 10_000;

/** Runs consequences to a fixpoint: queued signals, then decisions all have voted in, then conditions that changed. */
function settleAll(draft: Draft): void {
  const { text } = draft;
  for (let rounds = 0; ; rounds += 1) {
    if (rounds > MAX_ROUNDS) throw new RangeError('the clauses undo each other without end at one instant');
    const signal = draft.queue.shift();
    if (signal) { deliver(draft, signal); continue; }
    if (text.decisions.some((decision) => closeIfComplete(draft, decision))) continue;
    if (checkInstrument(draft)) continue;
    if (text.hasConditions && draft.owned.has('changed')) {
      if (text.reviewed.some((duty) => review(draft, duty))) continue;
      if (text.reviewedPowers.some((power) => reviewPower(draft, power))) continue;
    }
    return;
  }
}
