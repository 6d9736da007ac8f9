/** Conditions at an instant, in three values, each with its reasons. */
import type { Actor, Condition, Duration, Entry, Event, Instant, NormState, Quantifier, Reason, Truth } from '../treaty/index.js';
import { addDuration, dayTimeOf } from './calendar.js';
import { likelihoodReaches } from './likelihood.js';
import { testArgument } from './match.js';
import { covered } from './memory.js';
import { whoWords } from './people.js';
import { meant } from './roles.js';
import { exactly, mapRange, notAfter } from './range.js';
import type { Signal } from './signals.js';
import type { Bindings, Remembered, Situation } from './situation.js';
import type { Text } from './text.js';
import { and, not, or, reaches } from './truth.js';

/** Everything a condition may ask about. */
export interface Scene {
  readonly text: Text;
  readonly situation: Situation;
  readonly now: Instant;
  readonly bindings: Bindings;
  readonly article: string;
  /** The act in hand, for conditions on it and findings about it. */
  readonly entry?: Entry;
  /** Why something is not so will not be asked. */
  readonly quiet?: boolean;
  /** Moves of this instant that come after the one being heard. */
  readonly ahead?: readonly Signal[];
}

export interface Holding { readonly truth: Truth; readonly reasons: readonly Reason[] }

const held = (truth: Truth, reason: Reason): Holding => ({ truth, reasons: [reason] });

export function evaluate(condition: Condition, scene: Scene): Holding {
  switch (condition.kind) {
    case 'and': case 'or': {
      const parts = condition.of.map((one) => evaluate(one, scene));
      const truth = (condition.kind === 'and' ? and : or)(parts.map((part) => part.truth));
      const deciding = parts.filter((part) => part.truth === truth);
      return { truth, reasons: (deciding.length > 0 ? deciding : parts).flatMap((part) => part.reasons) };
    }
    case 'not': {
      const inner = evaluate(condition.of, scene);
      return { truth: not(inner.truth), reasons: inner.reasons };
    }
    case 'holds': return holds(condition.name, scene);
    case 'occurred': return occurred(condition, scene);
    case 'is': return isInState(condition.clause, condition.state, condition.quantifier, scene);
    case 'found': return found(condition, scene);
    case 'in force': return inForceFor(condition, scene);
    case 'acted': return acted(condition, scene);
    case 'act test': {
      if (!scene.entry) return held('undetermined', { article: scene.article, entries: [], rule: 'precondition', text: 'no act is in hand to test' });
      const test = testArgument(condition.test, scene.entry);
      return held(test.truth, { article: scene.article, entries: [scene.entry.id], rule: test.rule, text: test.text, ...(test.settledBy && test.truth === 'undetermined' ? { settledBy: test.settledBy } : {}) });
    }
    case 'to be agreed':
      return held('undetermined', { article: scene.article, entries: [], rule: 'to be agreed', text: 'the condition is to be agreed', settledBy: 'the parties, by agreeing it' });
  }
}

function holds(name: string, scene: Scene): Holding {
  const definition = scene.text.definitions.get(name);
  if (definition?.meaning.kind === 'state') return evaluate(definition.meaning.condition, { ...scene, article: definition.article });
  return recalled(name, name, undefined, scene, definition?.article ?? scene.article);
}

function occurred(condition: Extract<Condition, { kind: 'occurred' }>, scene: Scene): Holding {
  const { event } = condition;
  const name = event.kind === 'act' ? event.acts.join(' or ') : event.kind === 'defined' ? event.name : event.kind;
  return recalled(condition, name, condition.within, scene, scene.article);
}

/** Whether a watched event has occurred (within the last stretch of time, where one is given: from the event on, its end included), as far as the record tells. */
export function recalled(key: object | string, name: string, within: Duration | undefined, scene: Scene, article: string): Holding {
  const index = scene.text.watchOf.get(key);
  const list = index === undefined ? [] : scene.situation.memory.watched[index] ?? [];
  const { calendar } = scene.text;
  const asked = index === undefined ? undefined : scene.text.watches[index]?.asked;
  const ofMeant = (one: Remembered): Truth => (asked && asked.length > 0 ? and([one.truth, meant(scene.text.people, asked, one, scene.bindings)]) : one.truth);
  const inTime = list.map((one) => ({ one, truth: within ? and([ofMeant(one), notAfter(exactly(scene.now), mapRange(one.at, (instant) => addDuration(instant, within, calendar)))]) : ofMeant(one) }));
  const sure = inTime.find((item) => item.truth === 'true');
  if (sure) return held('true', { article, entries: sure.one.entries, rule: 'trigger', text: `${name} occurred on ${dayTimeOf(sure.one.at.from)}` });
  const maybe = inTime.filter((item) => item.truth === 'undetermined');
  if (maybe.length > 0) {
    return held('undetermined', { article, entries: maybe.flatMap((item) => item.one.entries), rule: 'trigger', text: `whether ${name} occurred is undetermined`, settledBy: 'what settles the entries named' });
  }
  const event = index === undefined ? undefined : scene.text.watches[index]?.event;
  const definition = event?.kind === 'defined' ? scene.text.definitions.get(event.name)?.meaning : undefined;
  const date = definition?.kind === 'event' ? definition.event : event;
  // The calendar is always complete: a date that is not recalled has not come.
  if (date?.kind === 'instant' && scene.now < date.instant) return held('false', { article, entries: [], rule: 'time', text: `${name} is ${dayTimeOf(date.instant)}, which has not come` });
  const acts = event ? actsOf(event, scene.text) : ['*'];
  const from = within ? addDuration(scene.now, { amount: -within.amount, unit: within.unit }, calendar) : scene.situation.instrument.inForceSince?.from ?? scene.now;
  if (covered(scene.situation.memory, acts, { from, to: scene.now }, event?.kind === 'act' ? event.places.filter(({ negated }) => !negated).map((place) => place.zone) : [])) {
    return held('false', { article, entries: [], rule: 'absence', text: `${name} has not occurred; the record covers the period` });
  }
  return held('undetermined', { article, entries: [], rule: 'absence', text: `no entry tells of ${name}, and no coverage entry says the record would hold it`, settledBy: 'a record that covers the period' });
}

/** Acts whose absence from a covered record shows that an event has not occurred; `*` where other things than acts decide. */
export function actsOf(event: Event, text: Text): readonly string[] {
  switch (event.kind) {
    case 'act': return event.acts;
    case 'finding': return [event.finding];
    case 'either': return event.of.flatMap((one) => actsOf(one, text));
    case 'guarded': case 'repeated': return actsOf(event.of, text);
    case 'defined': {
      const meaning = text.definitions.get(event.name)?.meaning;
      return meaning?.kind === 'event' ? actsOf(meaning.event, text) : ['*'];
    }
    default: return ['*'];
  }
}

const IN_STATE: Partial<{ readonly [state in NormState]: readonly NormState[] }> = {
  settled: ['performed', 'breached', 'cured', 'defaulted'],
  breached: ['breached', 'defaulted'],
};

/** Whether an instance in `actual` counts as being in `wanted`. */
export const isState = (actual: NormState, wanted: NormState): boolean => (IN_STATE[wanted] ?? [wanted]).includes(actual);

interface Tally { readonly sure: number; readonly maybe: number; readonly of: number }

/** For how many debtors a clause is (or may be) in a state. A debtor counts once, however many lives it has; a breach by one of several may be of each. */
export function tallyOf(clause: string, state: NormState, quantifier: Quantifier, scene: Scene): Tally {
  const decision = scene.situation.decisions.get(clause);
  if (decision) {
    const reached = isState(decision.state, state);
    return { sure: reached ? 1 : 0, maybe: !reached && state !== 'undetermined' && decision.state === 'undetermined' ? 1 : 0, of: 1 };
  }
  const best = new Map<string, Truth>();
  for (const one of scene.situation.norms.get(clause)?.values() ?? []) {
    let meant: Truth = 'true';
    if (quantifier.kind === 'of') {
      const actor: Actor = one.oneOf ? { kind: 'one of', names: one.oneOf } : { kind: 'one', name: one.debtor };
      meant = one.members.length > 1 && !one.oneOf ? or(one.members.map((name) => scene.text.people.includes(quantifier.who, { kind: 'one', name }, scene.bindings, scene.now)))
        : scene.text.people.includes(quantifier.who, actor, scene.bindings, scene.now);
      if (meant === 'false') continue;
    }
    const reached: Truth = isState(one.state, state) ? 'true' : state !== 'undetermined' && one.state === 'undetermined' ? 'undetermined' : 'false';
    const oneOfMany = one.oneOf !== undefined && (quantifier.kind === 'each' || quantifier.kind === 'at least');
    for (const name of oneOfMany ? one.oneOf : [one.debtor]) best.set(name, or([best.get(name) ?? 'false', and([reached, oneOfMany ? 'undetermined' : 'true', meant])]));
  }
  const all = [...best.values()];
  return { sure: all.filter((one) => one === 'true').length, maybe: all.filter((one) => one === 'undetermined').length, of: all.length };
}

function isInState(clause: string, state: NormState, quantifier: Quantifier, scene: Scene): Holding {
  const { sure, maybe, of: total } = tallyOf(clause, state, quantifier, scene);
  const article = scene.text.clauses.get(clause)?.article ?? scene.article;
  let truth: Truth;
  if (quantifier.kind === 'each') truth = total === 0 ? 'false' : reaches(sure, sure + maybe, total);
  else if (quantifier.kind === 'at least') truth = typeof quantifier.count === 'number' ? reaches(sure, sure + maybe, quantifier.count) : 'undetermined';
  else truth = reaches(sure, sure + maybe, 1);
  const who = quantifier.kind === 'of' ? ` of ${whoWords(quantifier.who)}` : '';
  return held(truth, {
    article, entries: [], rule: truth === 'undetermined' ? 'exception' : 'precondition',
    text: `${clause}${who} is ${state} for ${sure}${maybe > 0 ? ` (and undetermined for ${maybe})` : ''} of ${total}`,
    ...(truth === 'undetermined' ? { settledBy: `whatever settles ${clause}` } : {}),
  });
}

function found(condition: Extract<Condition, { kind: 'found' }>, scene: Scene): Holding {
  const { text, situation, entry, article } = scene;
  const declared = text.treaty.findings.find((finding) => finding.name === condition.finding);
  const rule = /provo/.test(condition.finding) ? 'provoked' : 'finding';
  const makers = condition.by ? whoWords(condition.by) : declared ? whoWords(declared.madeBy) : 'the body empowered';
  const latest = new Map<string, { entry: Entry; truth: Truth }>();
  for (const one of situation.memory.findings) {
    if (one.act !== condition.finding) continue;
    if (one.about !== undefined && entry !== undefined && one.about !== entry.id) continue;
    const empowered = declared ? text.people.includes(declared.madeBy, one.actor, scene.bindings, one.occurred.from) : 'true';
    const madeBy = condition.by ? and([empowered, text.people.includes(condition.by, one.actor, scene.bindings, one.occurred.from)]) : empowered;
    if (madeBy === 'false') continue;
    const names = condition.names ? text.people.includes(condition.names, one.on, scene.bindings, one.occurred.from) : 'true';
    const affirmed = one.arguments['finds'] === 'no' ? 'false' : likelihoodReaches(one.assurance?.likelihood, declared?.atLeast ?? (declared?.selfJudging ? 'remote' : undefined));
    const truth = and([madeBy, names, affirmed]);
    const maker = one.actor.kind === 'one' ? one.actor.name : '?';
    // A finding that names another speaks against this one only where the maker said nothing of this one.
    const key = names === 'false' ? `${maker}, of another` : maker;
    const before = latest.get(key);
    if (before && before.entry.occurred.from === one.occurred.from && before.truth !== truth) latest.set(key, { entry: one, truth: 'undetermined' });
    else latest.set(key, { entry: one, truth });
  }
  const direct = [...latest].filter(([key]) => !key.endsWith(', of another')).map(([, one]) => one);
  const all = direct.length > 0 ? direct : [...latest.values()];
  if (all.length > 0) {
    const truths = all.map((one) => one.truth);
    // Where each judges for itself, one opinion is enough; of several empowered to establish a fact, contradicting ones leave it open.
    const contradict = declared?.selfJudging !== true && truths.includes('true') && truths.includes('false');
    const truth = contradict ? 'undetermined' : or(truths);
    const deciding = contradict ? all : all.filter((one) => one.truth === truth);
    const names = condition.names ? ` naming ${whoWords(condition.names)}` : '';
    return held(truth, {
      article, entries: deciding.map((one) => one.entry.id), rule,
      text: truth === 'true' ? `${condition.finding}${names} was found on ${dayTimeOf(deciding[0]?.entry.occurred.from ?? scene.now)}`
        : truth === 'false' ? `${makers} found otherwise than ${condition.finding}${names}` : `findings on ${condition.finding} leave it open or contradict each other`,
      ...(truth === 'undetermined' ? { settledBy: makers } : {}),
    });
  }
  if (covered(situation.memory, [condition.finding], { from: entry?.occurred.from ?? situation.instrument.inForceSince?.from ?? scene.now, to: scene.now })) {
    return held('false', { article, entries: [], rule, text: `no finding of ${condition.finding} was made` });
  }
  return held('undetermined', { article, entries: [], rule, text: `no finding of ${condition.finding} is on record, nor any word that none was made`, settledBy: makers });
}

function acted(condition: Extract<Condition, { kind: 'acted' }>, scene: Scene): Holding {
  const { text, situation, article, now } = scene;
  const actors = new Set(condition.acts.flatMap((act) => [...(situation.memory.acted.get(act)?.keys() ?? [])]));
  const complete = covered(situation.memory, condition.acts, { from: now, to: now });
  const verb = condition.acts.join(' or ');
  const parts = condition.by.map(({ who, atLeast }): Holding => {
    const names = text.people.namesOf(who, scene.bindings, now);
    if (!names || typeof atLeast === 'object') return held('undetermined', { article, entries: [], rule: 'to be agreed', text: `who or how many must ${verb} is to be agreed`, settledBy: 'the parties, by agreeing it' });
    const done = names.filter((name) => actors.has(name));
    const wanted = atLeast === 'all' ? names.length : atLeast;
    const truth = reaches(done.length, complete ? done.length : names.length, wanted);
    const entries = done.map((name) => condition.acts.map((act) => situation.memory.acted.get(act)?.get(name)?.entry).find((id) => id !== undefined) ?? '');
    return held(truth, {
      article, entries, rule: 'instrument', text: `${done.length} of ${wanted} needed (${whoWords(who)}) did ${verb}`,
      ...(truth === 'undetermined' ? { settledBy: `a record that covers ${verb}` } : {}),
    });
  });
  return { truth: and(parts.map((part) => part.truth)), reasons: parts.flatMap((part) => part.reasons) };
}

function inForceFor(condition: Extract<Condition, { kind: 'in force' }>, scene: Scene): Holding {
  const names = condition.for ? scene.text.people.namesOf(condition.for, scene.bindings, scene.now) ?? [] : [];
  const truths = [inForce(scene.text, scene.situation, scene.now), ...names.map((name) => boundBy(scene.text, scene.situation, name, scene.now))];
  const truth = and(truths);
  return held(truth, { article: scene.article, entries: [], rule: 'instrument', text: `the treaty is ${truth === 'true' ? '' : truth === 'false' ? 'not ' : 'not known to be '}in force` });
}

/** Whether the treaty as a whole is in force at an instant. A text that says nothing of entry into force is taken to bind from the start. */
export function inForce(text: Text, situation: Situation, at: Instant): Truth {
  const { instrument } = situation;
  if (instrument.terminatedSince !== undefined && at >= instrument.terminatedSince) return 'false';
  if (!text.treaty.entryIntoForce && !instrument.inForceSince) return 'true';
  if (instrument.inForceSince) return notAfter(instrument.inForceSince, exactly(at));
  const { entryIntoForce } = text.treaty;
  if (entryIntoForce?.on !== undefined) return at >= entryIntoForce.on ? 'true' : 'false';
  if (!entryIntoForce?.when) return 'false';
  const holding = evaluate(entryIntoForce.when, { text, situation, now: at, bindings: {}, article: entryIntoForce.article });
  return holding.truth === 'true' ? 'true' : holding.truth;
}

/** Whether a party is bound at an instant: the treaty is in force, it is (still) a party, and has itself ratified where that is how the treaty takes effect. */
export function boundBy(text: Text, situation: Situation, party: string, at: Instant): Truth {
  const general = inForce(text, situation, at);
  const declared = text.treaty.parties.some((one) => one.name === party);
  if (declared && !text.people.isParty(party, at)) return 'false';
  const left = situation.instrument.left.get(party);
  if (left !== undefined && at >= left) return 'false';
  if (!declared || situation.instrument.assumed || text.consent.length === 0) return general;
  const since = situation.instrument.bound.get(party);
  if (since) return and([general, notAfter(since, exactly(at))]);
  return and([general, covered(situation.memory, text.consent, { from: at, to: at }) ? 'false' : 'undetermined']);
}
