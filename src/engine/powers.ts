/** Powers and permissions: available when their trigger occurs (or while in force), exercised by their holder's act, expired at the end of their window. */
import type { Duty, Entry, FailingWhich, Permission, Power, Reason, TimeRange } from '../treaty/index.js';
import { addDuration, dayTimeOf } from './calendar.js';
import { boundBy, evaluate, recalled } from './conditions.js';
import { instancesOf, moved, put, REMEDY_SUFFIX, say, sceneOf, type Draft } from './draft.js';
import { matchAct } from './match.js';
import type { Occurrence } from './occurrences.js';
import { mapRange, notAfter } from './range.js';
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
    put(draft, {
      clause: power.name, debtor: holder, members: [holder], key, trigger: occurrence.label, causes: [occurrence.label], bindings: occurrence.bindings, owedTo: [],
      state: occurrence.truth === 'true' && bound === 'true' ? 'available' : 'undetermined', since: situation.now, opened: occurrence.at, stage: 0, awaiting: [], maybePerformedBy: [],
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
    if (!holds(instance, entry) || (instance.state !== 'available' && !(instance.state === 'exercised' && power.repeatable))) continue;
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
  if (power.notBefore) {
    const { duration, event } = power.notBefore;
    const since = event.kind === 'entry into force' ? draft.situation.instrument.inForceSince : undefined;
    const from = since && duration && !('kind' in duration) ? mapRange(since, (instant) => addDuration(instant, duration, draft.text.calendar)) : since;
    const reached = event.kind === 'entry into force'
      ? from ? notAfter(from, { from: scene.now, to: scene.now }) : 'undetermined'
      : event.kind === 'becomes' ? evaluate({ ...event, kind: 'is' }, scene).truth : recalled(event, event.kind, -Infinity, scene, power.article).truth;
    if (reached !== 'true') {
      return { truth: not(reached), reasons: [{ article: power.article, entries: [], rule: 'time', text: from ? `not before ${dayTimeOf(from.from)}` : 'what it must follow has not occurred', ...(reached === 'undetermined' ? { settledBy: 'a record of entry into force' } : {}) }] };
    }
  }
  if (power.while) {
    const applies = evaluate(power.while, scene);
    if (applies.truth !== 'true') return { truth: not(applies.truth), reasons: applies.reasons };
  }
  return power.unless ? evaluate(power.unless, scene) : { truth: 'false', reasons: [] };
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
