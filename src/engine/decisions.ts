/** Decisions as primitives: who is eligible is taken at the opening; silence takes effect at the end; an unmet quorum is no decision. */
import type { Decision, Entry, Majority, Outcome, Reason, VerdictState } from '../treaty/index.js';
import { addDuration, dayTimeOf } from './calendar.js';
import { putDecision, say, withCause, type Draft } from './draft.js';
import { boundBy } from './conditions.js';
import { covered } from './memory.js';
import type { Occurrence } from './occurrences.js';
import { exactly, mapRange } from './range.js';
import type { Ballot, BallotValue, DecisionInstance } from './situation.js';

const isParty = (text: Draft['text'], name: string): boolean => text.treaty.parties.some((one) => one.name === name);

export function openDecision(draft: Draft, decision: Decision, occurrence: Occurrence): void {
  const { text, situation } = draft;
  const existing = situation.decisions.get(decision.name);
  if (existing?.state === 'open' && !existing.causes.includes(occurrence.label)) { putDecision(draft, { ...existing, causes: withCause(text, existing.causes, occurrence.label) }); return; }
  if (existing && (existing.causes.includes(occurrence.label) ? !(existing.state === 'undetermined' && occurrence.truth === 'true') : existing.state === 'open')) return;
  const settles = existing?.state === 'undetermined' && occurrence.truth === 'true';
  const at = occurrence.at.from;
  const all = text.people.namesOf(decision.voters, occurrence.bindings, at);
  const out = new Set(decision.excluding.flatMap((who) => text.people.namesOf(who, occurrence.bindings, at) ?? []));
  // A party not (or no longer) bound has no vote; where nobody is bound there is nothing to decide.
  const eligible = (all ?? []).filter((name) => !out.has(name) && (!isParty(text, name) || boundBy(text, situation, name, at) !== 'false'));
  if (all && all.length > 0 && eligible.length === 0 && out.size === 0) return;
  const vetoers = decision.veto.flatMap((who) => text.people.namesOf(who, occurrence.bindings, at) ?? []);
  const window = decision.closesAfter && !('kind' in decision.closesAfter) ? decision.closesAfter : undefined;
  const closes = window ? mapRange(occurrence.at, (instant) => addDuration(instant, window, text.calendar)) : undefined;
  const base: DecisionInstance = {
    decision: decision.name, ...(settles ? { trigger: existing.trigger, causes: withCause(text, existing.causes, occurrence.label) } : { trigger: occurrence.label, causes: [occurrence.label] }), bindings: occurrence.bindings, eligible, vetoers, ballots: new Map(), state: 'open', since: situation.now,
    opened: occurrence.at, ...(closes ? { closes } : {}),
  };
  const doubts: Reason[] = occurrence.truth === 'undetermined' ? [...occurrence.reasons] : [];
  if (!all) doubts.push({ article: decision.article, entries: [], rule: 'to be agreed', text: 'who decides is to be agreed', settledBy: 'the parties, by agreeing it' });
  if (doubts.length > 0) { settle(draft, decision, base, 'undetermined', doubts); return; }
  const time = closes ? `closes when all ${eligible.length} have voted, or on ${dayTimeOf(closes.to)}` : `closes when all ${eligible.length} have voted`;
  settle(draft, decision, base, 'open', [...occurrence.reasons, { article: decision.article, entries: occurrence.entries, rule: 'time', text: time }]);
}

function settle(draft: Draft, decision: Decision, instance: DecisionInstance, state: DecisionInstance['state'], reasons: readonly Reason[], entries: readonly string[] = []): void {
  const { now } = draft.situation;
  const before = draft.situation.decisions.get(decision.name);
  putDecision(draft, { ...instance, state, since: now });
  say(draft, {
    clause: decision.name, article: decision.article, kind: 'decision', trigger: instance.trigger, state: state as VerdictState, since: now, reasons,
    deadline: state === 'open' ? instance.closes?.to : undefined, from: before?.trigger === instance.trigger ? before.state : undefined,
  });
  const at = state === 'open' || state === 'undetermined' ? instance.opened : exactly(now);
  draft.queue.push({ kind: 'moved', clause: decision.name, state, ...(before?.trigger === instance.trigger ? { from: before.state } : {}), others: [], at, entries, bindings: instance.bindings });
}

/** A `vote` entry; names its decision, or stands for the only one open. Returns whether it counts. */
export function castBallot(draft: Draft, entry: Entry): boolean {
  const ballot = ballotOf(draft, entry);
  if ('refused' in ballot) return false;
  putDecision(draft, { ...ballot.instance, ballots: new Map(ballot.instance.ballots).set(ballot.voter, ballot.ballot) });
  return true;
}

/** Says why a ballot does not count. */
export function refuseBallot(draft: Draft, entry: Entry): void {
  const ballot = ballotOf(draft, entry);
  if (!('refused' in ballot)) return;
  const { refused, clause, article } = ballot;
  say(draft, {
    clause, article, kind: 'decision', ...(entry.actor.kind === 'one' ? { debtor: entry.actor.name } : {}), trigger: entry.id, state: 'not in scope',
    reasons: [{ article, entries: [entry.id], rule: 'decision', text: refused }],
  });
}

type Cast = { readonly refused: string; readonly clause: string; readonly article: string } | { readonly instance: DecisionInstance; readonly voter: string; readonly ballot: Ballot };

function ballotOf(draft: Draft, entry: Entry): Cast {
  const open = draft.text.decisions.filter((decision) => draft.situation.decisions.get(decision.name)?.state === 'open');
  const named = entry.arguments['decision'];
  const decision = named === undefined ? (open.length === 1 ? open[0] : undefined) : draft.text.decisions.find((one) => one.name === named);
  const actor = entry.actor.kind === 'one' ? entry.actor.name : undefined;
  const refuse = (clause: string, article: string, refused: string): Cast => ({ clause, article, refused });
  if (!decision) return refuse(String(named ?? 'vote'), '', 'no open decision answers to this ballot');
  const instance = draft.situation.decisions.get(decision.name);
  const value = String(entry.arguments['ballot'] ?? 'for');
  if (!instance || instance.state !== 'open') return refuse(decision.name, decision.article, `${decision.name} is not open`);
  if (actor === undefined || !instance.eligible.includes(actor)) return refuse(decision.name, decision.article, `${actor ?? 'the voter'} has no vote`);
  if (value !== 'for' && value !== 'against' && value !== 'abstain') return refuse(decision.name, decision.article, `\`${value}\` is not a ballot`);
  const before = instance.ballots.get(actor);
  let ballot: Ballot = { value, entry: entry.id, at: entry.occurred.from };
  if (before) {
    if (before.at === entry.occurred.from && before.value !== value) ballot = { ...ballot, value: 'conflict' };
    else if (!decision.ballotsMayBeChanged) return refuse(decision.name, decision.article, `${actor}'s ballot is final`);
  }
  return { instance, voter: actor, ballot };
}

/** What opened a decision no longer counts: while it is open, it lapses. */
export function decisionCauseFell(draft: Draft, decision: Decision, occurrence: Occurrence): void {
  const instance = draft.situation.decisions.get(decision.name);
  if (instance && (instance.state === 'open' || instance.state === 'undetermined') && instance.causes.includes(occurrence.label)) settle(draft, decision, instance, 'lapsed', occurrence.reasons, occurrence.entries);
}

/** The treaty ended: what was open is decided no more. */
export function endDecisions(draft: Draft, article: string, why: string): void {
  for (const decision of draft.text.decisions) {
    const instance = draft.situation.decisions.get(decision.name);
    if (instance?.state === 'open' && !draft.text.survivors.has(decision.name)) settle(draft, decision, instance, 'lapsed', [{ article, entries: [], rule: 'lapse', text: why }]);
  }
}

/** Closes a decision in which all eligible have voted. Called once the ballots of an instant are in. */
export function closeIfComplete(draft: Draft, decision: Decision): boolean {
  const instance = draft.situation.decisions.get(decision.name);
  if (instance?.state !== 'open' || instance.eligible.length === 0 || instance.ballots.size < instance.eligible.length) return false;
  close(draft, decision, instance);
  return true;
}

export function closeAtEnd(draft: Draft, decision: Decision): void {
  const instance = draft.situation.decisions.get(decision.name);
  if (instance?.state === 'open') close(draft, decision, instance);
}

function close(draft: Draft, decision: Decision, instance: DecisionInstance): void {
  const silent = instance.eligible.filter((name) => !instance.ballots.has(name));
  const entries = [...instance.ballots.values()].map((ballot) => ballot.entry);
  const open = instance.eligible.filter((name) => instance.ballots.get(name)?.value === 'conflict');
  const unknown = covered(draft.situation.memory, ['vote'], { from: instance.opened.from, to: draft.situation.now }) ? open : [...open, ...silent];
  const cast = new Map<string, BallotValue>();
  for (const [name, ballot] of instance.ballots) if (ballot.value !== 'conflict') cast.set(name, ballot.value);
  const possible = new Set<Outcome | 'undetermined'>();
  const fillings: readonly (BallotValue | undefined)[] = unknown.length === 0 ? [undefined] : [undefined, 'for', 'against', 'abstain'];
  for (const filling of fillings) {
    const votes = new Map(cast);
    if (filling) for (const name of unknown) votes.set(name, filling);
    possible.add(mappedOf(decision, tally(decision, instance.eligible, votes, instance.vetoers).outcome));
  }
  const counted = tally(decision, instance.eligible, cast, instance.vetoers);
  const becomes = mappedOf(decision, counted.outcome);
  const outcome = possible.size > 1 ? 'undetermined' : becomes;
  const reasons: Reason[] = [{
    article: decision.article, entries, rule: 'decision', text: counted.words,
    ...(outcome === 'undetermined' ? { settledBy: unknown.length > 0 ? 'a record of every ballot' : 'the parties, by agreeing the rule' } : {}),
  }];
  if (possible.size > 1) reasons.push({ article: decision.article, entries: [], rule: 'absence', text: `the ballots of ${unknown.join(', ')} are not on record, and they decide`, settledBy: 'a record of every ballot' });
  else if (becomes !== counted.outcome) reasons.push({ article: decision.article, entries: [], rule: 'decision', text: `where the outcome is ${counted.outcome}, the text treats it as ${becomes}` });
  if (open.length > 0) reasons.push({ article: decision.article, entries: open.map((name) => instance.ballots.get(name)?.entry ?? ''), rule: 'conflict', text: `${open.join(', ')} cast contradicting ballots at one instant`, ...(outcome === 'undetermined' ? { settledBy: open.join(', ') } : {}) });
  settle(draft, decision, instance, outcome, reasons, entries);
}

const mappedOf = (decision: Decision, outcome: Tally['outcome']): Tally['outcome'] => decision.outcomes.find((one) => one.on === outcome)?.becomes ?? outcome;

interface Tally { readonly outcome: Outcome | 'undetermined'; readonly words: string }

/** Counts the ballots by the decision's rules. Only a ballot against vetoes: silence and abstention never do, whatever else they mean. Exported for voting power and exploration. */
export function tally(decision: Decision, eligible: readonly string[], votes: ReadonlyMap<string, BallotValue>, vetoers: readonly string[] = []): Tally {
  const weightOf = (name: string): number => decision.weights.find((one) => one.party === name)?.weight ?? 1;
  let forVotes = 0;
  let heads = 0;
  let against = 0;
  let abstained = 0;
  let present = 0;
  let silentCount = 0;
  let vetoed: string | undefined;
  for (const name of eligible) {
    const vote = votes.get(name);
    const weight = weightOf(name);
    if (vote !== undefined || decision.silenceCountsToQuorum) present += 1;
    let value: BallotValue | 'nothing' = vote ?? 'nothing';
    if (vote === undefined) {
      silentCount += 1;
      value = decision.silence === 'consent' ? 'for' : decision.silence === 'rejection' ? 'against' : decision.silence === 'abstention' ? 'abstain' : 'nothing';
    }
    if (value === 'abstain' && decision.abstention !== 'nothing') value = decision.abstention === 'consent' ? 'for' : 'against';
    if (value === 'for') { forVotes += weight; heads += 1; }
    else if (value === 'against') {
      against += weight;
      if (vote === 'against' && vetoers.includes(name)) vetoed = name;
    } else if (value === 'abstain') abstained += weight;
  }
  const words = `${forVotes} for, ${against} against, ${abstained} abstaining, ${silentCount} silent of ${eligible.length}`;
  if (typeof decision.quorum === 'object' || 'kind' in decision.majority && decision.majority.kind === 'to be agreed') return { outcome: 'undetermined', words: `${words}; the rule is to be agreed` };
  if (decision.quorum !== undefined && present < decision.quorum) return { outcome: 'no decision', words: `${words}; the quorum of ${decision.quorum} is not met` };
  if (vetoed !== undefined) return { outcome: 'rejected', words: `${words}; vetoed by ${vetoed}` };
  const base = decision.base === 'votes cast' ? forVotes + against : eligible.reduce((sum, name) => sum + weightOf(name), 0);
  return { outcome: carries(decision.majority as Majority, forVotes, heads, against, base) ? 'adopted' : 'rejected', words };
}

function carries(majority: Majority, forVotes: number, heads: number, against: number, base: number): boolean {
  switch (majority.kind) {
    case 'share': return majority.strict ? forVotes * majority.denominator > majority.numerator * base : base > 0 && forVotes * majority.denominator >= majority.numerator * base;
    case 'count': return heads >= majority.count;
    case 'weight': return forVotes >= majority.atLeast;
    case 'unanimity': return forVotes >= base && against === 0 && base > 0;
  }
}
