/** Performance: an act discharges the oldest instance it fits, or the one it names; where the record leaves open whose it was, it may be the performance of each. */
import type { ActPattern, Duty, Entry, Reason, TimeRange, Truth } from '../treaty/index.js';
import { dayTimeOf } from './calendar.js';
import { moved, put, say, type Draft } from './draft.js';
import { matchAct } from './match.js';
import { notAfter } from './range.js';
import type { Instance } from './situation.js';
import { and } from './truth.js';

/** An act that may perform, cure or carry out a step of the duty. Returns whether it did, or may have done, anything new. */
export function perform(draft: Draft, duty: Duty, entry: Entry): boolean {
  const fitting: Instance[] = [];
  for (const instance of draft.situation.norms.get(duty.name)?.values() ?? []) {
    if (PERFORMABLE.has(instance.state) && membership(instance, entry) !== 'false' && !instance.causes.includes(entry.id) && namedBy(entry, instance)) fitting.push(instance);
  }
  if (fitting.length === 0) return false;
  fitting.sort((a, b) => a.opened.from - b.opened.from);
  let perhaps = false;
  let any = false;
  for (const instance of fitting) {
    const outcome = performance(draft, duty, instance, entry, perhaps);
    if (outcome === 'none') continue;
    if (outcome !== 'known') any = true;
    if (outcome === 'certain') break;
    perhaps = true;
  }
  return any;
}

const unnamed = new WeakMap<ActPattern, ActPattern>();
/** The act whoever does it: who must is told by the instance. */
function byAnyone(pattern: ActPattern): ActPattern {
  const known = unnamed.get(pattern);
  if (known) return known;
  const { by: _by, ...rest } = pattern;
  unnamed.set(pattern, rest);
  return rest;
}

const PERFORMABLE = new Set<Instance['state']>(['due', 'undetermined', 'suspended', 'breached']);

const namedBy = (entry: Entry, instance: Instance): boolean =>
  entry.about === undefined || !entry.about.includes('@') || entry.about === `${instance.clause}@${instance.trigger}`;

/** `certain`: this and no other. `perhaps`: noted as possibly this one's. `known`: was noted before. */
type Outcome = 'none' | 'certain' | 'perhaps' | 'known';

function performance(draft: Draft, duty: Duty, instance: Instance, entry: Entry, perhapsAnother: boolean): Outcome {
  const { now } = draft.situation;
  const actor = membership(instance, entry);
  if (actor === 'false') return 'none';
  const original = duty.content.kind === 'achieve' ? duty.content.acts : [];
  const step = instance.stage > 0 ? duty.failingWhich[instance.stage - 1] : undefined;
  const inTime = (end: TimeRange | undefined): Truth => and([notAfter(instance.opened, entry.occurred), end ? notAfter(entry.occurred, end) : 'true']);
  const tryActs = (acts: typeof original): Truth => {
    let best: Truth = 'false';
    for (const pattern of acts) {
      const match = matchAct(draft.text, byAnyone(pattern), entry, instance.bindings, duty.article, true);
      if (match?.truth === 'true') return actor;
      if (match?.truth === 'undetermined') best = 'undetermined';
    }
    return best;
  };
  const say_ = (text: string): Reason => ({ article: duty.article, entries: [entry.id], rule: 'performance', text });
  const note = (): Outcome => {
    if (instance.maybePerformedBy.includes(entry.id)) return 'known';
    put(draft, { ...instance, maybePerformedBy: [...instance.maybePerformedBy, entry.id] });
    return 'perhaps';
  };
  if (instance.state === 'due' || instance.state === 'undetermined' || instance.state === 'suspended') {
    const truth = and([tryActs(original), inTime(instance.deadline)]);
    if (truth === 'false') return 'none';
    if (truth === 'undetermined' || perhapsAnother) return note();
    const when = instance.deadline ? `within the window that ends ${dayTimeOf(instance.deadline.to)}` : 'while it was due';
    const { suspended: _over, ...rest } = instance;
    put(draft, moved(rest, 'performed', now, [say_(`${entry.act} by ${whose(entry, instance)} on ${dayTimeOf(entry.occurred.from)}, ${when}`)]), entry.occurred, [entry.id]);
    return 'certain';
  }
  if (instance.state !== 'breached' || instance.oneOf) return 'none';
  const byStep = step?.kind === 'shall' ? and([tryActs(step.acts), inTime(instance.deadline)]) : 'false';
  const late = tryActs(original);
  if (byStep === 'false' && late === 'false') return 'none';
  if ((byStep !== 'true' && late !== 'true') || perhapsAnother) return note();
  const how = byStep === 'true' ? `${entry.act} by ${whose(entry, instance)}, as the text asks of one who failed` : `${entry.act} by ${whose(entry, instance)} on ${dayTimeOf(entry.occurred.from)}, late`;
  const { deadline: _ended, suspended: _over, ...rest } = instance;
  put(draft, moved(rest, 'cured', now, [...instance.reasons, say_(`${how}: cured, not performed`)]), entry.occurred, [entry.id]);
  return 'certain';
}

const whose = (entry: Entry, instance: Instance): string => (entry.actor.kind === 'one' ? entry.actor.name : instance.debtor);

function membership(instance: Instance, entry: Entry): Truth {
  const { actor } = entry;
  if (actor.kind === 'unknown') return instance.members.length > 0 ? 'undetermined' : 'false';
  if (actor.kind === 'one') return !actor.outsider && instance.members.includes(actor.name) ? 'true' : 'false';
  const { names } = actor;
  const inside = names.filter((name) => instance.members.includes(name)).length;
  if (inside === 0) return 'false';
  return inside === names.length ? 'true' : 'undetermined';
}

/**
 * Windows of several debtors ended together, and acts of one or another of them are on record, too few for all: of each alone it is undetermined,
 * of them together certain that one failed.
 */
export function jointlyBreached(draft: Draft, duty: Duty, ended: readonly Instance[]): void {
  const open = ended.map(({ key }) => draft.situation.norms.get(duty.name)?.get(key)).filter((one) => one !== undefined)
    .filter((one) => one.state === 'undetermined' && one.since === draft.situation.now && one.maybePerformedBy.length > 0 && one.reasons.some(({ rule }) => rule === 'attribution'));
  const acts = [...new Set(open.flatMap(({ maybePerformedBy }) => maybePerformedBy))].sort();
  if (acts.length === 0 || open.length <= acts.length) return;
  const names = open.map(({ debtor }) => debtor);
  const [first] = open;
  say(draft, {
    clause: duty.name, article: duty.article, kind: 'duty', debtor: { oneOf: names }, owedTo: first?.owedTo ?? [], trigger: first?.trigger, state: 'breached', since: draft.situation.now,
    reasons: [{ article: duty.article, entries: acts, rule: 'attribution', text: `${acts.length} act${acts.length === 1 ? '' : 's'} on record for ${names.length} debtors: breached by one of them; the record does not say which`, settledBy: 'an attribution of the act' }],
  });
}
