/** Powers and permissions: available when their trigger occurs (or while in force), exercised by their holder's act, expired at the end of their window. */
import type { Duty, Entry, FailingWhich, Permission, Power, Reason, TimeRange } from '../treaty/index.js';
import { addDuration, dayTimeOf } from './calendar.js';
import { boundBy, evaluate, recalled } from './conditions.js';
import { instancesOf, moved, put, REMEDY_SUFFIX, say, sceneOf, type Draft } from './draft.js';
import { matchAct } from './match.js';
import type { Occurrence } from './occurrences.js';
import { exactly, mapRange, notAfter } from './range.js';
import type { Instance } from './situation.js';
import { and, not } from './truth.js';

/** A power's trigger occurred, or the treaty entered into force for a power without one. */
export function openPower(draft: Draft, power: Power | Permission, occurrence: Occurrence): void {
  const { text, situation } = draft;
  const holders = text.people.namesOf(power.holder, occurrence.bindings, occurrence.at.from) ?? [];
  for (const holder of holders) {
    const bound = boundBy(text, situation, holder, occurrence.at.from);
    if (bound === 'false') continue;
    const key = `${holder}|`;
    const existing = situation.norms.get(power.name)?.get(key);
    const known = existing?.causes.includes(occurrence.label) === true;
    const settles = existing?.state === 'undetermined' && occurrence.truth === 'true';
    if (existing && !settles && (known || ['available', 'dormant', 'undetermined'].includes(existing.state))) {
      if (!known) put(draft, { ...existing, causes: [...existing.causes, occurrence.label] });
      continue;
    }
    const window = power.kind === 'power' && power.within && !('kind' in power.within) ? power.within : undefined;
    const deadline = window ? mapRange(occurrence.at, (instant) => addDuration(instant, window, text.calendar)) : undefined;
    const reasons: Reason[] = [...occurrence.reasons];
    if (deadline) reasons.push({ article: power.article, entries: occurrence.entries, rule: 'time', text: `available until ${dayTimeOf(deadline.to)}` });
    const early = power.kind === 'power' && power.notBefore ? tooEarly(draft, power) : undefined;
    if (early) reasons.push(...early.reasons);
    const known_ = occurrence.truth === 'true' && bound === 'true';
    put(draft, {
      clause: power.name, debtor: holder, members: [holder], key, trigger: occurrence.label, causes: [occurrence.label], bindings: occurrence.bindings, owedTo: [],
      state: !known_ ? 'undetermined' : early ? 'dormant' : 'available', ...(early?.until === undefined ? {} : { effectiveAt: early.until }), since: situation.now, opened: occurrence.at, stage: 0, awaiting: [], maybePerformedBy: [],
      reasons, ...(deadline ? { deadline } : {}),
    }, occurrence.at, occurrence.entries);
  }
}

/** The power for one use that a final `failing which … may` step opens. */
export function openRemedy(draft: Draft, duty: Duty, breached: Instance, step: Extract<FailingWhich, { kind: 'may' }>, from: TimeRange): void {
  const { text, situation } = draft;
  const holders = text.people.namesOf(step.who, breached.bindings, situation.now) ?? [];
  const window = step.within && !('kind' in step.within) ? step.within : undefined;
  const deadline = window ? mapRange(from, (instant) => addDuration(instant, window, text.calendar)) : undefined;
  const acts = step.acts.flatMap((pattern) => pattern.acts).join(' or ');
  for (const holder of holders) {
    if (breached.members.includes(holder)) continue;
    put(draft, {
      clause: `${duty.name}${REMEDY_SUFFIX}`, debtor: holder, members: [holder], key: `${holder}|${breached.key}`, trigger: breached.trigger, causes: [...breached.causes], bindings: breached.bindings,
      owedTo: [breached.debtor], state: 'available', since: situation.now, opened: from, stage: 0, awaiting: [], maybePerformedBy: [],
      reasons: [{ article: duty.article, entries: [], rule: 'failing which', text: `${breached.debtor} failed: ${holder} may ${acts}, once` }], ...(deadline ? { deadline } : {}),
    }, from);
  }
}

/** An act that may exercise the power. */
export function exercise(draft: Draft, power: Power, entry: Entry): void {
  const { text, situation } = draft;
  for (const instance of instancesOf(draft, power.name)) {
    if (!holds(instance, entry) || (instance.state !== 'available' && instance.state !== 'dormant' && !(instance.state === 'exercised' && power.repeatable))) continue;
    const match = power.acts.map((pattern) => matchAct(text, pattern, entry, instance.bindings, power.article)).find((one) => one && one.truth !== 'false');
    if (!match) continue;
    const inTime = and([notAfter(instance.opened, entry.occurred), instance.deadline ? notAfter(entry.occurred, instance.deadline) : 'true']);
    if (inTime === 'false') continue;
    const barred = barredBy(draft, power, instance);
    const truth = and([match.truth, inTime, not(barred.truth)]);
    if (truth === 'false') {
      say(draft, { clause: power.name, article: power.article, kind: 'power', debtor: instance.debtor, trigger: entry.id, state: 'not in scope', reasons: [...barred.reasons.map((reason) => ({ ...reason, rule: 'exception' as const })), { article: power.article, entries: [entry.id], rule: 'exception', text: 'the attempt has no effect' }] });
      continue;
    }
    const after = power.effectiveAfter && !('kind' in power.effectiveAfter) ? power.effectiveAfter : undefined;
    const effectiveAt = after ? addDuration(entry.occurred.to, after, text.calendar) : entry.occurred.to;
    const done: Reason = {
      article: power.article, entries: [entry.id], rule: 'performance',
      text: `${entry.act} by ${instance.debtor} on ${dayTimeOf(entry.occurred.from)}${after ? `, effective ${dayTimeOf(effectiveAt)}` : ''}`,
    };
    const { deadline: _open, ...rest } = instance;
    put(draft, moved(rest, truth === 'true' ? 'exercised' : 'undetermined', situation.now, truth === 'true' ? [done] : [done, ...match.reasons, ...barred.reasons],
      truth === 'true' && /^(withdraw|denounce|terminate)$/.test(entry.act) ? { effectiveAt } : {}), entry.occurred, [entry.id]);
  }
}

/** An act that exercises a remedy opened by a default. */
export function exerciseRemedy(draft: Draft, duty: Duty, entry: Entry): void {
  const step = duty.failingWhich.at(-1);
  if (step?.kind !== 'may') return;
  for (const instance of instancesOf(draft, `${duty.name}${REMEDY_SUFFIX}`)) {
    if (instance.state !== 'available' || !holds(instance, entry) || notAfter(instance.opened, entry.occurred) === 'false') continue;
    const match = step.acts.map((pattern) => matchAct(draft.text, pattern, entry, instance.bindings, duty.article)).find((one) => one?.truth === 'true');
    if (!match) continue;
    const { deadline: _open, ...rest } = instance;
    put(draft, moved(rest, 'exercised', draft.situation.now, [{ article: duty.article, entries: [entry.id], rule: 'performance', text: `${entry.act} by ${instance.debtor}` }]), entry.occurred, [entry.id]);
  }
}

const holds = (instance: Instance, entry: Entry): boolean => entry.actor.kind === 'one' && instance.members.includes(entry.actor.name);

function barredBy(draft: Draft, power: Power, instance: Instance): ReturnType<typeof evaluate> {
  const scene = sceneOf(draft, instance.bindings, power.article);
  const early = tooEarly(draft, power);
  if (early) return early;
  if (power.while) {
    const applies = evaluate(power.while, scene);
    if (applies.truth !== 'true') return { truth: not(applies.truth), reasons: applies.reasons };
  }
  return power.unless ? evaluate(power.unless, scene) : { truth: 'false', reasons: [] };
}

/** What bars a power for now: what it must follow has not occurred, or not long enough ago. Nothing where it may be used. */
function tooEarly(draft: Draft, power: Power): { readonly truth: 'true' | 'undetermined'; readonly reasons: readonly Reason[]; readonly until?: number } | undefined {
  if (!power.notBefore) return undefined;
  const { duration, event } = power.notBefore;
  const scene = sceneOf(draft, {}, power.article);
  const reason = (text: string, settledBy?: string): Reason => ({ article: power.article, entries: [], rule: 'time', text, ...(settledBy ? { settledBy } : {}) });
  const since = sinceOf(draft, event);
  if (!since) {
    const reached = event.kind === 'becomes' ? evaluate({ ...event, kind: 'is' }, scene).truth : event.kind === 'entry into force' || event.kind === 'signature' || event.kind === 'instant' ? 'false' : recalled(event, event.kind, undefined, scene, power.article).truth;
    return reached === 'true' ? undefined : { truth: reached === 'false' ? 'true' : 'undetermined', reasons: [reason('what it must follow has not occurred', reached === 'undetermined' ? 'a record of what it must follow' : undefined)] };
  }
  if (duration && 'kind' in duration) return { truth: 'undetermined', reasons: [reason('how long it must wait is to be agreed', 'the parties, by agreeing it')] };
  const from = duration ? mapRange(since, (instant) => addDuration(instant, duration, draft.text.calendar)) : since;
  const reached = notAfter(from, exactly(scene.now));
  return reached === 'true' ? undefined : { truth: not(reached) as 'true' | 'undetermined', reasons: [reason(`not before ${dayTimeOf(from.to)}`)], until: from.to };
}

/** When the event a power must follow occurred, where that is known. */
function sinceOf(draft: Draft, event: NonNullable<Power['notBefore']>['event']): TimeRange | undefined {
  const { situation, text } = draft;
  if (event.kind === 'entry into force') return situation.instrument.inForceSince;
  if (event.kind === 'instant') return exactly(event.instant);
  const index = text.watchOf.get(event);
  return index === undefined ? undefined : situation.memory.watched[index]?.find(({ truth }) => truth === 'true')?.at;
}

/** A dormant power whose time has come becomes available. True where something moved. */
export function awaken(draft: Draft, power: Power): boolean {
  if (!power.notBefore) return false;
  for (const instance of instancesOf(draft, power.name)) {
    if (instance.state !== 'dormant' || tooEarly(draft, power)) continue;
    const { effectiveAt: _until, ...rest } = instance;
    put(draft, moved(rest, 'available', draft.situation.now, [{ article: power.article, entries: instance.causes.filter((cause) => cause !== 'entry into force'), rule: 'time', text: `may be used from ${dayTimeOf(draft.situation.now)} on` }]));
    return true;
  }
  return false;
}

/** The window of a power ended. */
export function expirePower(draft: Draft, instance: Instance, article: string): void {
  if (instance.state !== 'available' || !instance.deadline || draft.situation.now < instance.deadline.to) return;
  put(draft, moved(instance, 'expired', draft.situation.now, [{ article, entries: instance.causes, rule: 'time', text: `the window ended on ${dayTimeOf(instance.deadline.to)} without use` }]));
}

/** Whether a permission defeats a prohibition for this act now. */
export function permits(draft: Draft, prohibition: string, entry: Entry): { permitted: ReturnType<typeof evaluate>['truth']; reasons: readonly Reason[] } {
  for (const permission of draft.text.permissions) {
    if (!permission.priorities.some((priority) => priority.kind === 'notwithstanding' && priority.clause === prohibition)) continue;
    const holder = draft.text.people.includes(permission.holder, entry.actor, {}, entry.occurred.from);
    const matches = permission.acts.map((pattern) => matchAct(draft.text, pattern, entry, {}, permission.article)?.truth ?? 'false');
    const act = matches.includes('true') ? 'true' : matches.includes('undetermined') ? 'undetermined' : 'false';
    const scene = sceneOf(draft, {}, permission.article, entry);
    const open = permission.trigger ? (instancesOf(draft, permission.name).some((one) => one.state === 'available' && holds(one, entry)) ? 'true' : instancesOf(draft, permission.name).some((one) => one.state === 'undetermined') ? 'undetermined' : 'false') : 'true';
    const permitted = and([holder, act, open, permission.while ? evaluate(permission.while, scene).truth : 'true', permission.unless ? not(evaluate(permission.unless, scene).truth) : 'true']);
    if (permitted !== 'false') {
      return { permitted, reasons: [{ article: permission.article, entries: [entry.id], rule: 'permission', text: `${permission.name} ${permitted === 'true' ? 'permits' : 'may permit'} it`, ...(permitted === 'undetermined' ? { settledBy: `whatever settles ${permission.name}` } : {}) }] };
    }
  }
  return { permitted: 'false', reasons: [] };
}
