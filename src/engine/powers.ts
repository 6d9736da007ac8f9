/** Powers and permissions: available when their trigger occurs (or while in force), exercised by their holder's act, expired at the end of their window. */
import type { Duty, Entry, FailingWhich, Permission, Power, Reason, TimeRange, Truth } from '../treaty/index.js';
import { addDuration, dayTimeOf } from './calendar.js';
import { boundBy, evaluate, recalled } from './conditions.js';
import { instancesOf, moved, put, REMEDY_SUFFIX, say, sceneOf, withCause, type Draft } from './draft.js';
import { asleep, giveNotice } from './instrument.js';
import { matchAct } from './match.js';
import type { Occurrence } from './occurrences.js';
import { overrides } from './priorities.js';
import { exactly, later, mapRange, notAfter } from './range.js';
import { meant, withSelf } from './roles.js';
import type { Bindings, Instance } from './situation.js';
import { bindingsKey } from './text.js';
import { and, not, or } from './truth.js';

/** A power's trigger occurred, or the treaty entered into force for a power without one. */
export function openPower(draft: Draft, power: Power | Permission, occurrence: Occurrence, joiners?: readonly string[]): void {
  const { text, situation } = draft;
  const holders = text.people.namesOf(power.holder, occurrence.bindings, occurrence.at.from) ?? [];
  for (const holder of holders) {
    if (joiners && !joiners.includes(holder)) continue;
    const bound = boundBy(text, situation, holder, occurrence.at.from);
    if (bound === 'false') continue;
    const key = `${holder}|${bindingsKey(text, power.name, occurrence.bindings)}`;
    const existing = situation.norms.get(power.name)?.get(key);
    const known = existing?.causes.includes(occurrence.label) === true;
    const settles = existing?.state === 'undetermined' && occurrence.truth === 'true';
    const returned = known && joiners !== undefined && ['expired', 'exercised'].includes(existing.state);
    if (existing && !settles && !returned && (known || ['available', 'dormant', 'suspended', 'undetermined'].includes(existing.state))) {
      if (!known) put(draft, { ...existing, causes: withCause(text, existing.causes, occurrence.label) });
      continue;
    }
    const window = power.kind === 'power' && power.within && !('kind' in power.within) ? power.within : undefined;
    const deadline = window ? mapRange(occurrence.at, (instant) => addDuration(instant, window, text.calendar)) : undefined;
    const reasons: Reason[] = [...occurrence.reasons];
    if (deadline) reasons.push({ article: power.article, entries: occurrence.entries, rule: 'time', text: `available until ${dayTimeOf(deadline.to)}` });
    const bindings = withSelf(occurrence.bindings, text.roles.get(power.name), 'holder', [holder]);
    const early = power.kind === 'power' && power.notBefore ? tooEarly(draft, power, bindings) : undefined;
    if (early) reasons.push(...early.reasons);
    const known_ = occurrence.truth === 'true' && bound === 'true';
    put(draft, {
      clause: power.name, debtor: holder, members: [holder], key, trigger: settles ? existing.trigger : occurrence.label, causes: settles ? withCause(text, existing.causes, occurrence.label) : [occurrence.label], bindings, owedTo: [],
      state: !known_ ? 'undetermined' : early ? 'dormant' : 'available', ...(early?.until === undefined ? {} : { effectiveAt: early.until }), since: situation.now, opened: occurrence.at, stage: 0, awaiting: [], maybePerformedBy: [],
      reasons, ...(deadline ? { deadline } : {}),
    }, occurrence.at, occurrence.entries);
  }
}

/** The power for one use that a final `failing which … may` step opens. While it is unused, further failures of the same debtor join it: it lasts as long as the last of them gives. */
export function openRemedy(draft: Draft, duty: Duty, breached: Instance, step: Extract<FailingWhich, { kind: 'may' }>, from: TimeRange): void {
  const { text, situation } = draft;
  const holders = text.people.namesOf(step.who, breached.bindings, situation.now) ?? [];
  const window = step.within && !('kind' in step.within) ? step.within : undefined;
  const deadline = window ? mapRange(from, (instant) => addDuration(instant, window, text.calendar)) : undefined;
  const acts = step.acts.flatMap((pattern) => pattern.acts).join(' or ');
  for (const holder of holders) {
    if (breached.members.includes(holder) || boundBy(text, situation, holder, situation.now) === 'false') continue;
    const clause = `${duty.name}${REMEDY_SUFFIX}`;
    const key = `${holder}|${breached.debtor}|${bindingsKey(text, duty.name, breached.bindings)}`;
    const existing = situation.norms.get(clause)?.get(key);
    if (existing?.state === 'available') {
      const { deadline: before, ...rest } = existing;
      put(draft, { ...rest, causes: withCause(text, existing.causes, breached.trigger), ...(before && deadline ? { deadline: later(before, deadline) } : {}) });
      continue;
    }
    put(draft, {
      clause, debtor: holder, members: [holder], key, trigger: breached.trigger, causes: [...breached.causes], bindings: breached.bindings,
      owedTo: [breached.debtor], state: 'available', since: situation.now, opened: from, stage: 0, awaiting: [], maybePerformedBy: [],
      reasons: [{ article: duty.article, entries: [], rule: 'failing which', text: `${breached.debtor} failed: ${holder} may ${acts}, once` }], ...(deadline ? { deadline } : {}),
    }, from);
  }
}

interface Attempt { readonly instance: Instance; readonly truth: Truth; readonly barred: ReturnType<typeof evaluate>; readonly reasons: readonly Reason[] }

/** What an act may use the power by: the one named, else the oldest it fits, a certain use before a doubtful one. */
function attempt(draft: Draft, power: Power, entry: Entry): Attempt | undefined {
  const attempts: Attempt[] = [];
  for (const instance of instancesOf(draft, power.name).filter((one) => holds(one, entry)).sort((a, b) => a.opened.from - b.opened.from)) {
    const usable = ['available', 'dormant', 'suspended', 'undetermined'].includes(instance.state) || (instance.state === 'exercised' && power.repeatable);
    if (!usable || (entry.about?.includes('@') && entry.about !== `${power.name}@${instance.trigger}`)) continue;
    const match = power.acts.map((pattern) => matchAct(draft.text, pattern, entry, instance.bindings, power.article)).find((one) => one && one.truth !== 'false');
    if (!match) continue;
    const inTime = and([notAfter(instance.opened, entry.occurred), instance.deadline ? notAfter(entry.occurred, instance.deadline) : 'true']);
    if (inTime === 'false') continue;
    const barred = barredBy(draft, power, instance);
    const open: Truth = instance.state === 'undetermined' ? 'undetermined' : 'true';
    const timeDoubt: Reason[] = inTime === 'undetermined' ? [{ article: power.article, entries: [entry.id], rule: 'time', text: 'whether it was used within its window is undetermined', settledBy: 'a more exact time of the act' }] : [];
    attempts.push({ instance, barred, truth: and([match.truth, inTime, open, not(barred.truth)]), reasons: [...(match.truth === 'undetermined' ? match.reasons : []), ...timeDoubt, ...(open === 'undetermined' ? instance.reasons : []), ...(barred.truth === 'undetermined' ? barred.reasons : [])] });
  }
  return attempts.find(({ truth }) => truth === 'true') ?? attempts.find(({ truth }) => truth === 'undetermined') ?? attempts[0];
}

/** Says why an attempt to use the power has no effect. */
export function refuseExercise(draft: Draft, power: Power, entry: Entry): void {
  const tried = attempt(draft, power, entry);
  if (tried?.truth !== 'false') return;
  say(draft, {
    clause: power.name, article: power.article, kind: 'power', debtor: tried.instance.debtor, trigger: entry.id, state: 'not in scope',
    reasons: [...tried.barred.reasons.map((reason) => ({ ...reason, rule: 'exception' as const })), { article: power.article, entries: [entry.id], rule: 'exception', text: 'the attempt has no effect' }],
  });
}

/** An act that may exercise the power. Returns whether it did, or may have. */
export function exercise(draft: Draft, power: Power, entry: Entry): boolean {
  const { text, situation } = draft;
  const tried = attempt(draft, power, entry);
  if (!tried || tried.truth === 'false') return false;
  const { instance, truth } = tried;
  const after = power.effectiveAfter && !('kind' in power.effectiveAfter) ? power.effectiveAfter : undefined;
  const effectiveAt = after ? addDuration(entry.occurred.to, after, text.calendar) : entry.occurred.to;
  const done: Reason = {
    article: power.article, entries: [entry.id], rule: 'performance',
    text: `${entry.act} by ${instance.debtor} on ${dayTimeOf(entry.occurred.from)}${after ? `, effective ${dayTimeOf(effectiveAt)}` : ''}`,
  };
  const { deadline, effectiveAt: _wait, ...rest } = instance;
  const ends = /^(withdraw|denounce|terminate)$/.test(entry.act);
  // A power that may be used again keeps the window in which it may.
  const kept = power.repeatable && deadline ? { deadline } : {};
  put(draft, moved(rest, truth === 'true' ? 'exercised' : 'undetermined', situation.now, truth === 'true' ? [done] : [done, ...tried.reasons], { ...kept, ...(truth === 'true' && ends ? { effectiveAt } : {}) }), entry.occurred, [entry.id], 'again');
  if (truth === 'true' && /^(withdraw|denounce)$/.test(entry.act)) giveNotice(draft, instance.debtor, effectiveAt, entry, power.article);
  return true;
}

/** An act that exercises a remedy opened by a default: one remedy for one act, that against whom the act is aimed, else the oldest. */
export function exerciseRemedy(draft: Draft, duty: Duty, entry: Entry): boolean {
  const step = duty.failingWhich.at(-1);
  if (step?.kind !== 'may') return false;
  if (!draft.situation.norms.has(`${duty.name}${REMEDY_SUFFIX}`)) return false;
  const aimedAt = (instance: Instance): number => (entry.on?.kind === 'one' && instance.owedTo.includes(entry.on.name) ? 0 : 1);
  for (const instance of [...instancesOf(draft, `${duty.name}${REMEDY_SUFFIX}`)].sort((a, b) => aimedAt(a) - aimedAt(b) || a.opened.from - b.opened.from)) {
    if (instance.state !== 'available' || !holds(instance, entry) || notAfter(instance.opened, entry.occurred) === 'false') continue;
    if (instance.deadline && notAfter(entry.occurred, instance.deadline) === 'false') continue;
    const match = step.acts.map((pattern) => matchAct(draft.text, pattern, entry, instance.bindings, duty.article)).find((one) => one?.truth === 'true');
    if (!match) continue;
    const { deadline: _open, ...rest } = instance;
    put(draft, moved(rest, 'exercised', draft.situation.now, [{ article: duty.article, entries: [entry.id], rule: 'performance', text: `${entry.act} by ${instance.debtor}` }]), entry.occurred, [entry.id]);
    return true;
  }
  return false;
}

const holds = (instance: Instance, entry: Entry): boolean => entry.actor.kind === 'one' && instance.members.includes(entry.actor.name);

function heldBy(instance: Instance, entry: Entry): Truth {
  if (entry.actor.kind === 'unknown') return 'undetermined';
  const names = entry.actor.kind === 'one' ? [entry.actor.name] : entry.actor.names;
  const held = names.filter((name) => instance.members.includes(name)).length;
  return held === 0 ? 'false' : held === names.length ? 'true' : 'undetermined';
}

function barredBy(draft: Draft, power: Power, instance: Instance): ReturnType<typeof evaluate> {
  const scene = sceneOf(draft, instance.bindings, power.article);
  const early = tooEarly(draft, power, instance.bindings);
  if (early) return early;
  const whole = sleeps(draft, power);
  if (whole.truth === 'true') return whole;
  if (power.while) {
    const applies = evaluate(power.while, scene);
    if (applies.truth !== 'true') return { truth: not(applies.truth), reasons: applies.reasons };
  }
  return power.unless ? evaluate(power.unless, scene) : { truth: 'false', reasons: [] };
}

/** What bars a power for now: what it must follow has not occurred, or not long enough ago. Nothing where it may be used. */
function tooEarly(draft: Draft, power: Power, bindings: Bindings): { readonly truth: 'true' | 'undetermined'; readonly reasons: readonly Reason[]; readonly until?: number } | undefined {
  if (!power.notBefore) return undefined;
  const { duration, event } = power.notBefore;
  const scene = sceneOf(draft, bindings, power.article);
  const reason = (text: string, settledBy?: string): Reason => ({ article: power.article, entries: [], rule: 'time', text, ...(settledBy ? { settledBy } : {}) });
  const since = sinceOf(draft, event, bindings);
  if (!since) {
    const reached = event.kind === 'becomes' ? evaluate({ ...event, kind: 'is' }, scene).truth : event.kind === 'entry into force' || event.kind === 'signature' || event.kind === 'instant' ? 'false' : recalled(event, event.kind, undefined, scene, power.article).truth;
    return reached === 'true' ? undefined : { truth: reached === 'false' ? 'true' : 'undetermined', reasons: [reason('what it must follow has not occurred', reached === 'undetermined' ? 'a record of what it must follow' : undefined)] };
  }
  if (duration && 'kind' in duration) return { truth: 'undetermined', reasons: [reason('how long it must wait is to be agreed', 'the parties, by agreeing it')] };
  const from = duration ? mapRange(since, (instant) => addDuration(instant, duration, draft.text.calendar)) : since;
  const reached = notAfter(from, exactly(scene.now));
  return reached === 'true' ? undefined : { truth: not(reached) as 'true' | 'undetermined', reasons: [reason(`not before ${dayTimeOf(from.to)}`, reached === 'undetermined' ? 'a more exact time of what it must follow' : undefined)], until: from.to };
}

/** When the event a power must follow occurred, where that is known. */
function sinceOf(draft: Draft, event: NonNullable<Power['notBefore']>['event'], bindings: Bindings): TimeRange | undefined {
  const { situation, text } = draft;
  if (event.kind === 'entry into force') return situation.instrument.inForceSince;
  if (event.kind === 'instant') return exactly(event.instant);
  const index = text.watchOf.get(event);
  return index === undefined ? undefined : situation.memory.watched[index]?.find((one) => one.truth === 'true' && meant(text.people, text.watches[index]?.asked ?? [], one, bindings) === 'true')?.at;
}

const ALWAYS = /^(withdraw|denounce|terminate|resume)$/;

/** Whether the power sleeps with the whole treaty. Leaving, ending and waking the treaty stay possible (VCLT art. 72 releases from performance only). */
function sleeps(draft: Draft, power: Power): ReturnType<typeof evaluate> {
  const exempt = draft.text.survivors.has(power.name) || power.acts.every((pattern) => pattern.acts.every((act) => ALWAYS.test(act)));
  return exempt || draft.text.suspensions.length === 0 ? { truth: 'false', reasons: [] } : asleep(draft);
}

/** A dormant power whose time has come becomes available; one whose condition ends, or that sleeps with the treaty, is suspended meanwhile. True where something moved. */
export function reviewPower(draft: Draft, power: Power): boolean {
  const { now } = draft.situation;
  for (const instance of instancesOf(draft, power.name)) {
    if (instance.state !== 'dormant' && instance.state !== 'available' && instance.state !== 'suspended') continue;
    if (instance.state === 'dormant') {
      if (tooEarly(draft, power, instance.bindings)) continue;
      const { effectiveAt: _until, ...rest } = instance;
      put(draft, moved(rest, 'available', now, [{ article: power.article, entries: instance.causes.filter((cause) => cause !== 'entry into force'), rule: 'time', text: `may be used from ${dayTimeOf(now)} on` }]));
      return true;
    }
    const whole = sleeps(draft, power);
    const applies = power.while ? evaluate(power.while, sceneOf(draft, instance.bindings, power.article)) : { truth: 'true' as Truth, reasons: [] };
    const idle = whole.truth === 'true' ? whole : applies.truth === 'false' ? applies : undefined;
    const reasons = (from: readonly Reason[]): readonly Reason[] => from.map((reason) => ({ ...reason, rule: 'suspension' as const }));
    if (idle && instance.state === 'available') {
      put(draft, moved(instance, 'suspended', now, reasons(idle.reasons), { suspended: { from: 'available', since: now } }));
      return true;
    }
    if (!idle && instance.state === 'suspended' && instance.suspended) {
      const { suspended: spell, ...rest } = instance;
      put(draft, moved(rest, 'available', now, reasons(applies.reasons.length > 0 ? applies.reasons : whole.reasons), instance.deadline ? { deadline: { from: instance.deadline.from + now - spell.since, to: instance.deadline.to + now - spell.since } } : {}));
      return true;
    }
  }
  return false;
}

/** What opened a power or permission no longer counts (a finding came): unused, it is revoked. */
export function powerCauseFell(draft: Draft, power: Power | Permission, occurrence: Occurrence): void {
  for (const instance of instancesOf(draft, power.name)) {
    if (!['available', 'dormant', 'suspended', 'undetermined'].includes(instance.state) || !instance.causes.includes(occurrence.label)) continue;
    const causes = instance.causes.filter((cause) => cause !== occurrence.label);
    if (causes.length > 0) put(draft, { ...instance, causes });
    else put(draft, moved(instance, 'revoked', draft.situation.now, occurrence.reasons), exactly(draft.situation.now), occurrence.entries);
  }
}

/** The window of a power ended. */
export function expirePower(draft: Draft, instance: Instance, article: string): void {
  if (!instance.deadline || draft.situation.now < instance.deadline.to) return;
  put(draft, moved(instance, 'expired', draft.situation.now, [{ article, entries: instance.causes, rule: 'time', text: `the window ended on ${dayTimeOf(instance.deadline.to)} without use` }]));
}

/** Whether a permission defeats a prohibition for this act now. */
export function permits(draft: Draft, prohibition: Duty, entry: Entry): { permitted: ReturnType<typeof evaluate>['truth']; reasons: readonly Reason[] } {
  for (const permission of draft.text.permissions) {
    if (!overrides(permission, prohibition)) continue;
    const generalUnder = (bindings: Bindings): Truth => {
      const scene = sceneOf(draft, bindings, permission.article, entry);
      return and([permission.while ? evaluate(permission.while, scene).truth : 'true', permission.unless ? not(evaluate(permission.unless, scene).truth) : 'true']);
    };
    const actUnder = (bindings: Instance['bindings']): Truth => or(permission.acts.map((pattern) => matchAct(draft.text, pattern, entry, bindings, permission.article)?.truth ?? 'false'));
    const lives = instancesOf(draft, permission.name).filter((one) => one.state === 'available' || one.state === 'undetermined');
    const own = withSelf({}, draft.text.roles.get(permission.name), 'holder', entry.actor.kind === 'one' ? [entry.actor.name] : entry.actor.kind === 'one of' ? entry.actor.names : []);
    // Opened by an event, it permits what that event's bindings speak of; otherwise it permits at any time.
    const permitted = permission.trigger
      ? or(lives.map((one) => and([heldBy(one, entry), actUnder(one.bindings), one.state === 'available' ? 'true' : 'undetermined', notAfter(one.opened, entry.occurred), generalUnder(one.bindings)])))
      : and([draft.text.people.includes(permission.holder, entry.actor, {}, entry.occurred.from), actUnder(own), generalUnder(own)]);
    if (permitted !== 'false') {
      return { permitted, reasons: [{ article: permission.article, entries: [entry.id], rule: 'permission', text: `${permission.name} ${permitted === 'true' ? 'permits' : 'may permit'} it`, ...(permitted === 'undetermined' ? { settledBy: `whatever settles ${permission.name}` } : {}) }] };
    }
  }
  return { permitted: 'false', reasons: [] };
}
