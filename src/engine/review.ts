/** What conditions do to duties that run: they excuse, suspend and resume, end them, or find that a state was not kept. */
import type { Duty, Reason } from '../treaty/index.js';
import { isoOf } from './calendar.js';
import { evaluate } from './conditions.js';
import { instancesOf, moved, put, sceneOf, type Draft } from './draft.js';
import { breach, excuseOf } from './duties.js';
import { awake } from './opening.js';
import { exactly } from './range.js';
import type { Instance } from './situation.js';
import { triggerOf } from './text.js';

type Scene = ReturnType<typeof sceneOf>;

/** Rechecks the live instances of a duty. Returns whether anything moved. */
export function review(draft: Draft, duty: Duty): boolean {
  let any = false;
  for (const instance of instancesOf(draft, duty.name)) if (REVIEWED.has(instance.state)) any = reviewInstance(draft, duty, instance) || any;
  return any;
}

const REVIEWED = new Set(['due', 'pending', 'undetermined', 'suspended', 'excused', 'breached']);

function reviewInstance(draft: Draft, duty: Duty, instance: Instance): boolean {
  const scene = sceneOf(draft, instance.bindings, duty.article);
  if (instance.violatedBy === undefined && duty.content.kind !== 'refrain' && (reviewExcuse(draft, duty, instance) || reviewWhile(draft, duty, instance, scene))) return true;
  return reviewSuspension(draft, duty, instance, scene) || reviewKept(draft, duty, instance, scene);
}

const isLive = ({ state }: Instance): boolean => state === 'due' || state === 'pending';

/** What was owed once is excused for good; what is to be kept throughout is owed again when the exception ends. */
function reviewExcuse(draft: Draft, duty: Duty, instance: Instance): boolean {
  const lasting = duty.content.kind === 'maintain';
  if (!isLive(instance) && !(lasting && instance.state === 'excused')) return false;
  const excuse = excuseOf(draft, duty, instance);
  if (isLive(instance) && excuse.truth === 'true') { put(draft, moved(instance, 'excused', draft.situation.now, excuse.reasons)); return true; }
  const { now } = draft.situation;
  if (instance.state !== 'excused' || excuse.truth !== 'false' || (instance.deadline && instance.deadline.to <= now)) return false;
  put(draft, moved(instance, 'due', now, [{ article: duty.article, entries: [], rule: 'exception', text: 'what excused it holds no more' }]));
  return true;
}

function reviewWhile(draft: Draft, duty: Duty, instance: Instance, scene: Scene): boolean {
  if (!duty.while || instance.stage > 0) return false;
  const { now } = draft.situation;
  const applies = evaluate(duty.while, scene);
  const standing = triggerOf(duty) === undefined;
  if (isLive(instance) && applies.truth === 'false' && !(standing && instance.state === 'pending')) {
    const { deadline: _deadline, kept: _kept, ...rest } = instance;
    put(draft, standing && duty.content.kind === 'maintain' ? moved(rest, 'pending', now, applies.reasons) : moved(instance, 'lapsed', now, applies.reasons));
    return true;
  }
  const asleep = instance.state === 'pending' || (instance.state === 'undetermined' && instance.deadline === undefined && duty.content.kind !== 'maintain');
  if (!standing || !asleep || instance.awaiting.length > 0 || applies.truth !== 'true') return false;
  awake(draft, duty, instance, exactly(now), applies.reasons);
  return true;
}

function reviewSuspension(draft: Draft, duty: Duty, instance: Instance, scene: Scene): boolean {
  const { now } = draft.situation;
  const stepRuns = instance.state === 'breached' && instance.stage > 0;
  if (!isLive(instance) && instance.state !== 'suspended' && !stepRuns) return false;
  const suspension = suspensionOf(draft, duty, scene);
  if (!suspension) return false;
  const { holding, stopsClock } = suspension;
  const reasons = (): readonly Reason[] => holding.reasons.map((reason) => ({ ...reason, rule: 'suspension' as const }));
  if (holding.truth === 'true' && instance.state !== 'suspended' && !instance.suspended) {
    // A breach stays a breach: only the clock of the step that follows it waits.
    const { deadline, ...rest } = instance;
    const held = stopsClock && deadline ? { ...rest, heldDeadline: deadline } : instance;
    if (!stepRuns) put(draft, moved(held, 'suspended', now, reasons(), { suspended: { from: instance.state, since: now } }));
    else if (held !== instance) {
      put(draft, { ...held, suspended: { from: 'breached', since: now }, reasons: [...instance.reasons, ...reasons()] });
    } else return false;
    return true;
  }
  if (holding.truth !== 'false' || !instance.suspended) return false;
  const { suspended: spell, heldDeadline, ...rest } = instance;
  const waited = now - spell.since;
  const shift = heldDeadline ? { deadline: { from: heldDeadline.from + waited, to: heldDeadline.to + waited } } : {};
  put(draft, stepRuns ? { ...rest, ...shift } : moved(rest, spell.from, now, reasons(), shift));
  return true;
}

/** What may suspend a duty: its own `suspended while`, or the whole treaty's (VCLT arts. 57 and 72: the parties are released meanwhile, so the clock waits). */
export function suspensionOf(draft: Draft, duty: Duty, scene: Scene): { readonly holding: ReturnType<typeof evaluate>; readonly stopsClock: boolean } | undefined {
  const whole = draft.text.survivors.has(duty.name) ? [] : draft.text.suspensions.map(({ condition, article }) => ({ holding: evaluate(condition, { ...scene, article }), stopsClock: true }));
  const all = [...(duty.suspendedWhile ? [{ holding: evaluate(duty.suspendedWhile.condition, scene), stopsClock: duty.suspendedWhile.stopsClock }] : []), ...whole];
  return all.find(({ holding }) => holding.truth === 'true') ?? all.find(({ holding }) => holding.truth === 'undetermined') ?? all[0];
}

/** A state to be kept: each time it ends is a breach with a life of its own, cured when the state is restored before the steps that follow have run out. */
function reviewKept(draft: Draft, duty: Duty, instance: Instance, scene: Scene): boolean {
  if (duty.content.kind !== 'maintain' || instance.violatedBy !== undefined || (instance.state !== 'due' && instance.state !== 'undetermined')) return false;
  const { now } = draft.situation;
  const { truth, reasons } = evaluate(duty.content.condition, scene);
  if (instance.kept === truth) return false;
  const state = truth === 'undetermined' ? 'undetermined' : 'due';
  const standing: Instance = state === instance.state ? { ...instance, kept: truth } : moved(instance, state, now, reasons, { kept: truth });
  put(draft, standing);
  if (truth === 'true') {
    for (const one of instancesOf(draft, duty.name)) {
      if (one.violatedBy === undefined || one.state !== 'breached' || one.debtor !== instance.debtor) continue;
      const { deadline: _ended, ...rest } = one;
      put(draft, moved(rest, 'cured', now, [...one.reasons, ...reasons]));
    }
  } else if (truth === 'false') {
    const entries = reasons.flatMap((reason) => reason.entries);
    const what = entries.at(-1) ?? isoOf(now);
    const { deadline: _whole, kept: _kept, ...rest } = instance;
    const trigger = draft.situation.norms.get(duty.name)?.has(`${instance.key}|${what}`) ? isoOf(now) : what;
    breach(draft, duty, { ...rest, key: `${instance.key}|${trigger}`, trigger, causes: [...new Set(entries)], violatedBy: trigger, opened: exactly(now), maybePerformedBy: [], stage: 0 }, reasons.map((reason) => ({ ...reason, rule: 'violation' as const })), exactly(now), entries);
  }
  return true;
}
