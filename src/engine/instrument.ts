/** The life of the instrument, for each party and as a whole: signed, consented to, in force, suspended, notice given, left, terminated. */
import type { Entry, Event, Instant, Reason, Rule, Termination, TimeRange } from '../treaty/index.js';
import { addDuration, dayTimeOf } from './calendar.js';
import { evaluate } from './conditions.js';
import { endDecisions } from './decisions.js';
import { instancesOf, moved, put, say, sceneOf, type Draft } from './draft.js';
import { openDuty } from './opening.js';
import type { Occurrence } from './occurrences.js';
import { openPower } from './powers.js';
import { exactly } from './range.js';
import type { Instrument } from './situation.js';
import { triggerOf } from './text.js';
import { or } from './truth.js';

function setInstrument(draft: Draft, change: Partial<Instrument>): void {
  draft.situation = { ...draft.situation, instrument: { ...draft.situation.instrument, ...change } };
  draft.owned.add('changed');
}

const articleOfForce = (draft: Draft): string => draft.text.treaty.entryIntoForce?.article ?? '';
const instrumentReason = (draft: Draft, entries: readonly string[], text: string, rule: Rule = 'instrument'): Reason => ({ article: articleOfForce(draft), entries, rule, text });

/** What has become of the instrument for one party. */
function sayOfParty(draft: Draft, party: string, state: 'true' | 'false', since: Instant, reason: Reason): void {
  say(draft, { clause: 'treaty', article: reason.article, kind: 'instrument', debtor: party, trigger: 'entry into force', state, since, reasons: [reason] });
}

export function enterIntoForce(draft: Draft, at: TimeRange, entries: readonly string[], why: string): void {
  const { text } = draft;
  setInstrument(draft, { inForceSince: at });
  const reason = instrumentReason(draft, entries, `in force: ${why}`);
  if (text.treaty.entryIntoForce || draft.situation.instrument.assumed) {
    say(draft, { clause: 'treaty', article: reason.article, kind: 'instrument', trigger: 'entry into force', state: 'true', since: at.from, reasons: [reason] });
  }
  if (text.consent.length > 0 && !draft.situation.instrument.assumed) for (const { name } of text.treaty.parties) if (consentOf(draft, name)) bind(draft, name, at);
  draft.queue.push({ kind: 'instrument', what: 'entry into force', at, entries });
  openStanding(draft, at, entries, reason);
}

/** Opens what needs no trigger; for parties that join later, also what entry into force triggers. */
function openStanding(draft: Draft, at: TimeRange, entries: readonly string[], reason: Reason, joiners?: readonly string[]): void {
  const occurrence: Occurrence = { truth: 'true', at, actAt: at, label: 'entry into force', entries, bindings: {}, reasons: [reason], value: 1 };
  const opens = (event: Event | undefined): boolean => !event || (joiners !== undefined && (event.kind === 'entry into force' || (event.kind === 'either' && event.of.some(opens))));
  for (const duty of draft.text.duties) if (opens(triggerOf(duty))) openDuty(draft, duty, occurrence, joiners);
  for (const power of draft.text.powers) if (opens(power.trigger)) openPower(draft, power, occurrence, joiners);
}

/** The entry by which a party bound itself. */
function consentOf(draft: Draft, party: string): string | undefined {
  for (const act of [...draft.text.consent, 'accede']) {
    const stamp = draft.situation.memory.acted.get(act)?.get(party);
    if (stamp) return stamp.entry;
  }
  return undefined;
}

function bind(draft: Draft, party: string, at: TimeRange): void {
  const { instrument } = draft.situation;
  if (!draft.text.treaty.parties.some(({ name }) => name === party)) return;
  const entry = consentOf(draft, party);
  const joining = new Map(instrument.joining);
  joining.delete(party);
  const left = new Map(instrument.left);
  left.delete(party);
  setInstrument(draft, { bound: new Map(instrument.bound).set(party, at), joining, left });
  sayOfParty(draft, party, 'true', at.from, instrumentReason(draft, entry === undefined ? [] : [entry], `in force for ${party} since ${dayTimeOf(at.from)}`));
}

/** A party consents after the treaty is in force: bound at once, or after the period the text sets for all. */
export function consent(draft: Draft, entry: Entry, party: string): void {
  const { instrument } = draft.situation;
  const { text } = draft;
  if (text.consent.length === 0 || instrument.assumed || !instrument.inForceSince || instrument.terminatedSince !== undefined) return;
  if (!text.consent.includes(entry.act) && entry.act !== 'accede') return;
  if ((instrument.bound.has(party) && !instrument.left.has(party)) || instrument.joining.has(party)) return;
  const after = text.treaty.entryIntoForce?.after;
  if (after) setInstrument(draft, { joining: new Map(instrument.joining).set(party, addDuration(entry.occurred.to, after, text.calendar)) });
  else joinNow(draft, party, entry.occurred, [entry.id]);
}

function joinNow(draft: Draft, party: string, at: TimeRange, entries: readonly string[]): void {
  bind(draft, party, at);
  openStanding(draft, at, entries, instrumentReason(draft, entries, `in force for ${party} since ${dayTimeOf(at.from)}`), [party]);
}

/** Parties whose period after consent ends now. */
export function joinersDue(draft: Draft, at: Instant): void {
  for (const [party, due] of draft.situation.instrument.joining) {
    if (due !== at) continue;
    const entry = consentOf(draft, party);
    joinNow(draft, party, exactly(at), entry === undefined ? [] : [entry]);
  }
}

/** Parties whose membership begins now owe and hold from now on what bound the others since entry into force. */
export function joinByDate(draft: Draft, instant: Instant): void {
  const { inForceSince, terminatedSince } = draft.situation.instrument;
  const joining = draft.text.treaty.parties.filter(({ from }) => from === instant).map(({ name }) => name);
  if (joining.length === 0 || !inForceSince || inForceSince.to >= instant || terminatedSince !== undefined) return;
  openStanding(draft, exactly(instant), [], instrumentReason(draft, [], `${joining.join(', ')} became a party on ${dayTimeOf(instant)}`), joining);
}

/** Parties whose membership ends now, by the dates the text gives. */
export function leaveByDate(draft: Draft, instant: Instant): void {
  for (const { name, until } of draft.text.treaty.parties) {
    if (until === instant) leave(draft, name, instant, articleOfForce(draft), `${name} was a party until ${dayTimeOf(instant)}`);
  }
}

export function sign(draft: Draft, entry: Entry, party: string): void {
  const { instrument } = draft.situation;
  const signedBy = new Map(instrument.signedBy);
  if (!signedBy.has(party)) signedBy.set(party, { at: entry.occurred, entry: entry.id });
  setInstrument(draft, { signedBy });
  const all = draft.text.treaty.parties.every((one) => signedBy.has(one.name));
  if (all && instrument.signedBy.size < signedBy.size) draft.queue.push({ kind: 'instrument', what: 'signature', at: entry.occurred, entries: [...signedBy.values()].map((stamp) => stamp.entry) });
}

/** Entry into force and termination by condition; returns whether anything changed. */
export function checkInstrument(draft: Draft): boolean {
  const { entryIntoForce, terminations } = draft.text.treaty;
  const { instrument, now } = draft.situation;
  if (!draft.owned.has('changed')) return false;
  if (entryIntoForce?.when && !instrument.inForceSince && instrument.entryIntoForceDue === undefined) {
    const holding = evaluate(entryIntoForce.when, sceneOf(draft, {}, entryIntoForce.article));
    if (holding.truth === 'true') {
      if (entryIntoForce.after) setInstrument(draft, { entryIntoForceDue: addDuration(now, entryIntoForce.after, draft.text.calendar) });
      else enterIntoForce(draft, exactly(now), holding.reasons.flatMap((reason) => reason.entries), holding.reasons.map((reason) => reason.text).join('; '));
      return true;
    }
  }
  if (!instrument.inForceSince || instrument.terminatedSince !== undefined) return false;
  for (const termination of terminations) {
    if (termination.kind !== 'terminates' || !termination.while) continue;
    const holding = evaluate(termination.while, sceneOf(draft, {}, termination.article));
    if (holding.truth !== 'true') continue;
    terminate(draft, termination.article, holding.reasons.flatMap((reason) => reason.entries), holding.reasons.map((reason) => reason.text).join('; '));
    return true;
  }
  return false;
}

export function terminationInstant(draft: Draft, termination: Termination): Instant | undefined {
  const since = draft.situation.instrument.inForceSince;
  const { after } = termination;
  return since && Number.isFinite(since.to) && after && !('kind' in after) ? addDuration(since.to, after, draft.text.calendar) : undefined;
}

/** Notice of withdrawal: bound until it takes effect. */
export function giveNotice(draft: Draft, party: string, effectiveAt: Instant, entry: Entry, article: string): void {
  const { instrument } = draft.situation;
  setInstrument(draft, { leaving: new Map(instrument.leaving).set(party, effectiveAt) });
  if (effectiveAt > draft.situation.now) sayOfParty(draft, party, 'true', draft.situation.now, { article, entries: [entry.id], rule: 'instrument', text: `${party} gave notice on ${dayTimeOf(entry.occurred.from)}, effective ${dayTimeOf(effectiveAt)}` });
}

export function takeEffect(draft: Draft, clause: string, party: string, at: Instant): void {
  const power = draft.text.clauses.get(clause);
  const act = power?.kind === 'power' ? power.acts.flatMap((pattern) => pattern.acts) : [];
  if (act.includes('terminate')) { terminate(draft, power?.article ?? '', [], `terminated by ${party}`); return; }
  leave(draft, party, at, power?.article ?? '', `${party}'s withdrawal took effect on ${dayTimeOf(at)}`);
}

function leave(draft: Draft, party: string, at: Instant, article: string, why: string): void {
  const { instrument } = draft.situation;
  if (instrument.left.has(party)) return;
  const leaving = new Map(instrument.leaving);
  leaving.delete(party);
  setInstrument(draft, { left: new Map(instrument.left).set(party, at), leaving });
  if (instrument.inForceSince) sayOfParty(draft, party, 'false', at, { article, entries: [], rule: 'instrument', text: why });
  endForParty(draft, party, article, why);
}

export function terminate(draft: Draft, article: string, entries: readonly string[], why: string): void {
  const { instrument, now } = draft.situation;
  if (instrument.terminatedSince !== undefined) return;
  setInstrument(draft, { terminatedSince: now });
  say(draft, { clause: 'treaty', article, kind: 'instrument', trigger: 'entry into force', state: 'false', since: now, reasons: [{ article, entries, rule: 'instrument', text: why }] });
  for (const clause of [...draft.situation.norms.keys()]) {
    if (draft.text.survivors.has(clause)) continue;
    for (const instance of instancesOf(draft, clause)) end(draft, instance, article, why);
  }
  endDecisions(draft, article, why);
}

const ENDS = new Set(['pending', 'due', 'suspended', 'undetermined', 'available', 'dormant']);

/** VCLT art. 70(1): what was breached stands, and so do the steps that follow a breach; what was only owed ends. */
function end(draft: Draft, instance: ReturnType<typeof instancesOf>[number], article: string, why: string): void {
  if (!ENDS.has(instance.state) || instance.violatedBy !== undefined) return;
  const { effectiveAt: _never, deadline: _ended, ...rest } = instance;
  put(draft, moved(rest, draft.text.clauses.get(instance.clause)?.kind === 'duty' ? 'lapsed' : 'expired', draft.situation.now, [{ article, entries: [], rule: 'lapse', text: why }]));
}

/** A party left: it owes and holds no more, and nothing more is owed to it alone, save what survives. */
function endForParty(draft: Draft, party: string, article: string, why: string): void {
  for (const clause of [...draft.situation.norms.keys()]) {
    if (draft.text.survivors.has(clause)) continue;
    for (const instance of instancesOf(draft, clause)) {
      const owing = instance.members.includes(party);
      const owed = instance.owedTo.includes(party) && draft.text.clauses.get(clause)?.kind === 'duty';
      if (!owing && !owed) continue;
      const members = instance.members.filter((name) => name !== party);
      const owedTo = instance.owedTo.filter((name) => name !== party);
      if ((owing && members.length === 0) || (owed && owedTo.length === 0)) end(draft, instance, article, why);
      else if (ENDS.has(instance.state)) put(draft, { ...instance, members, owedTo });
    }
  }
}

/** Whether the treaty as a whole sleeps. */
export function asleep(draft: Draft): { readonly truth: ReturnType<typeof evaluate>['truth']; readonly reasons: readonly Reason[]; readonly article: string } {
  const all = draft.text.suspensions.map(({ condition, article }) => ({ ...evaluate(condition, sceneOf(draft, {}, article)), article }));
  const truth = or(all.map((one) => one.truth));
  const deciding = all.find((one) => one.truth === truth);
  return { truth, reasons: (deciding?.reasons ?? []).map((reason) => ({ ...reason, rule: 'suspension' as const })), article: deciding?.article ?? '' };
}
