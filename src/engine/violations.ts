/** Prohibitions: one breach per violating act, each with a life of its own; a joint verdict where the record leaves open which of several bound parties acted. */
import type { Condition, Debtor, Duty, Entry, Reason, Truth, VerdictState } from '../treaty/index.js';
import { dayTimeOf } from './calendar.js';
import { boundBy, evaluate, inForce, type Holding } from './conditions.js';
import { instancesOf, put, say, sceneOf, type Draft } from './draft.js';
import { breach, excuseOf } from './duties.js';
import { matchAct, type Match } from './match.js';
import { actorWords } from './people.js';
import { permits } from './powers.js';
import { overrides } from './priorities.js';
import { exactly, later, notAfter } from './range.js';
import type { Instance } from './situation.js';
import { and, not } from './truth.js';

const RUNNING = new Set(['due', 'undetermined']);

interface Judged { readonly state: VerdictState; readonly reasons: readonly Reason[]; readonly concerned: readonly Instance[] }

const WEIGHT: readonly VerdictState[] = ['not in scope', 'excused', 'undetermined', 'conflict', 'breached'];

/** Judges an act by a prohibition: under each standing life of it (each binding of its roles), of which the gravest verdict is given. */
export function judgeViolation(draft: Draft, duty: Duty, entry: Entry): void {
  if (duty.content.kind !== 'refrain' || !duty.content.acts.some((pattern) => pattern.acts.includes(entry.act))) return;
  const standing = instancesOf(draft, duty.name).filter((instance) => instance.members.length > 0 && instance.violatedBy === undefined);
  const judged = byBindings(draft, duty, standing).map((instances) => judge(draft, duty, entry, instances)).filter((one) => one !== undefined);
  const [first, ...others] = judged;
  if (!first) return;
  pronounce(draft, duty, entry, others.reduce((gravest, one) => (WEIGHT.indexOf(one.state) > WEIGHT.indexOf(gravest.state) ? one : gravest), first));
}

function byBindings(draft: Draft, duty: Duty, standing: readonly Instance[]): readonly (readonly Instance[])[] {
  if (standing.length === 0 || (draft.text.roles.get(duty.name)?.length ?? 0) === 0) return [standing];
  const groups = new Map<string, Instance[]>();
  for (const instance of standing) {
    const key = instance.key.split('|')[1] ?? '';
    groups.set(key, [...(groups.get(key) ?? []), instance]);
  }
  return [...groups.values()];
}

/** Whether the verdict on this act is kept as undetermined, for a finding to settle. */
export const isOpenVerdict = (draft: Draft, duty: Duty, entry: Entry): boolean =>
  instancesOf(draft, duty.name).some((instance) => instance.violatedBy === entry.id && instance.state === 'undetermined');

function bestMatch(draft: Draft, duty: Duty, entry: Entry, instances: readonly Instance[]): Match | undefined {
  if (duty.content.kind !== 'refrain') return undefined;
  const all = duty.content.acts.map((pattern) => matchAct(draft.text, pattern, entry, instances[0]?.bindings ?? {}, duty.article)).filter((one) => one !== undefined);
  return all.find(({ truth }) => truth === 'true') ?? all.find(({ truth }) => truth === 'undetermined') ?? all[0];
}

const actorsOf = ({ actor }: Entry): readonly string[] => (actor.kind === 'one' ? [actor.name] : actor.kind === 'one of' ? actor.names : []);

function judge(draft: Draft, duty: Duty, entry: Entry, all: readonly Instance[]): Judged | undefined {
  const { situation } = draft;
  const instances = all.filter((instance) => RUNNING.has(instance.state));
  const reason = (rule: Reason['rule'], text: string, settledBy?: string): Reason => ({ article: duty.article, entries: [entry.id], rule, text, ...(settledBy ? { settledBy } : {}) });
  const verdict = (state: VerdictState, reasons: readonly Reason[], concerned: readonly Instance[] = []): Judged => ({ state, reasons, concerned });
  const actors = actorsOf(entry);
  const mine = instances.filter((instance) => instance.members.some((member) => actors.includes(member)));
  const match = bestMatch(draft, duty, entry, mine.length > 0 ? mine : instances);
  if (!match) return undefined;
  const asleep = all.filter((instance) => instance.state === 'suspended');

  if (instances.length === 0) {
    if (asleep[0]) return verdict('not in scope', asleep[0].reasons);
    const general = inForce(draft.text, situation, entry.occurred.from);
    if (general === 'true') return verdict('not in scope', [reason('precondition', `${duty.name} did not bind anyone on ${dayTimeOf(entry.occurred.from)}`)]);
    if (general === 'false' || (actors.length > 0 && actors.every((name) => boundBy(draft.text, situation, name, entry.occurred.from) === 'false'))) return verdict('not in scope', [reason('not in force', `the treaty was not in force on ${dayTimeOf(entry.occurred.from)}`)]);
    return verdict('undetermined', [reason('instrument', `whether the treaty was in force on ${dayTimeOf(entry.occurred.from)} is undetermined`, 'a record of signature and ratification')]);
  }
  if (entry.actor.kind !== 'unknown' && mine.length === 0) {
    const sleeping = asleep.find((instance) => instance.members.some((member) => actors.includes(member)));
    // An act outside the area the text names is outside whoever did it.
    const elsewhere = match.truth === 'false' ? match.reasons.filter((one) => one.rule === 'place') : [];
    return verdict('not in scope', sleeping ? sleeping.reasons : [...elsewhere, reason('actor', `${actorWords(entry.actor)} is not bound by ${duty.name}`)]);
  }
  if (match.truth === 'false') return verdict('not in scope', match.reasons);
  const started = mine.length > 0 ? mine : instances;
  const applies = duty.while ? appliesTo(draft, duty, duty.while, started, entry) : undefined;
  if (applies?.truth === 'false') return verdict('not in scope', applies.reasons.map((one) => ({ ...one, rule: 'precondition' })));
  const inTime = and(started.map((instance) => and([notAfter(instance.opened, entry.occurred), instance.deadline ? notAfter(entry.occurred, instance.deadline) : 'true'])));
  if (inTime === 'false') return verdict('not in scope', [reason('time', `outside the time of ${duty.name}, which began to bind on ${dayTimeOf(started[0]?.opened.from ?? 0)}`)]);
  const bound = new Set(instances.flatMap((instance) => instance.members));
  const allBound: Truth = entry.actor.kind === 'unknown' || !actors.every((name) => bound.has(name)) ? 'undetermined' : 'true';
  const live: Truth = started.every((instance) => instance.state !== 'undetermined') ? 'true' : 'undetermined';
  const permission = permits(draft, duty, entry);
  if (permission.permitted === 'true') return verdict('excused', permission.reasons);
  const excuses = started.map((instance) => excuseOf(draft, duty, instance, entry));
  const excused = and(excuses.map((one) => one.truth));
  const excuseReasons = excuses.filter((one) => one.truth !== 'false').flatMap((one) => one.reasons);
  if (excused === 'true') return verdict('excused', excuseReasons);
  // Of several possible actors some excused and some not: whether it is a breach depends on who acted.
  const someExcused: Truth = excused === 'false' && excuses.some((one) => one.truth !== 'false') ? 'undetermined' : not(excused);
  const truth = and([match.truth, inTime, allBound, live, not(permission.permitted), someExcused, applies?.truth ?? 'true']);
  if (truth === 'undetermined') {
    return verdict('undetermined', [
      ...(match.truth === 'undetermined' ? match.reasons : []),
      ...(inTime === 'undetermined' ? [reason('time', `the act is dated ${dayTimeOf(entry.occurred.from)} to ${dayTimeOf(entry.occurred.to)}, across the beginning or end of ${duty.name}`, 'a more exact time of the act')] : []),
      ...(allBound === 'undetermined' ? [reason('attribution', `${entry.act} by ${actorWords(entry.actor)}; not all of them are bound by ${duty.name}`, 'an attribution of the act')] : []),
      ...(live === 'undetermined' ? started.flatMap((instance) => instance.reasons) : []),
      ...(permission.permitted === 'undetermined' ? permission.reasons : []),
      ...(someExcused === 'undetermined' ? [...excuseReasons, ...(excuseReasons.some(({ settledBy }) => settledBy !== undefined) ? [] : [reason('attribution', 'not all who may have acted are excused', 'an attribution of the act')])] : []),
      ...(applies?.truth === 'undetermined' ? applies.reasons : []),
    ], started);
  }
  const owing = dutyToAct(draft, duty, entry);
  if (owing && overrides(owing, duty)) return verdict('excused', [reason('exception', `${owing.name} (article ${owing.article}) asks for the act that ${duty.name} forbids, and prevails`)]);
  if (owing && !overrides(duty, owing)) return verdict('conflict', [reason('conflict', `${owing.name} (article ${owing.article}) asks for the act that ${duty.name} forbids, and no clause says which prevails`, 'the parties, by saying which clause prevails')]);
  const when = `${entry.act} by ${actorWords(entry.actor)} on ${dayTimeOf(entry.occurred.from)}`;
  const several = actors.length > 1;
  return verdict('breached', [reason('violation', several ? `${when}: breached by one of them; the record does not say which` : when, several ? 'an attribution of the act' : undefined), ...match.reasons], started);
}

/** Whether the prohibition's `while` holds for the act: asked of each who may have acted only where it speaks of `the debtor`. */
function appliesTo(draft: Draft, duty: Duty, condition: Condition, started: readonly Instance[], entry: Entry): Holding {
  const asked = draft.text.roles.get(duty.name)?.includes('debtor') ? started : started.slice(0, 1);
  const all = asked.map((instance) => evaluate(condition, sceneOf(draft, instance.bindings, duty.article, entry)));
  const [first] = all;
  if (!first || all.every(({ truth }) => truth === first.truth)) return first ?? { truth: 'true', reasons: [] };
  return { truth: 'undetermined', reasons: [{ article: duty.article, entries: [entry.id], rule: 'attribution', text: 'it binds some of those who may have acted and not others', settledBy: 'an attribution of the act' }] };
}

/** Files the verdict: a breach (or what may be one) as a life of its own beside the standing duty, so that clauses and conditions on it see it. */
function pronounce(draft: Draft, duty: Duty, entry: Entry, { state, reasons, concerned }: Judged): void {
  const actors = actorsOf(entry);
  const [only] = concerned;
  const single = actors.length === 1 && concerned.length === 1 ? only : undefined;
  const debtor: Debtor | undefined = actors.length === 1 ? actors[0] : actors.length > 1 ? { oneOf: actors } : undefined;
  const key = `${single?.key ?? `${actors.join(', ')}|`}|${entry.id}`;
  const open = draft.situation.norms.get(duty.name)?.get(key);
  // Settled by a finding, it has its consequences from then on.
  const at = later(entry.occurred, exactly(draft.situation.now));
  if (only && (state === 'breached' || state === 'undetermined')) {
    const candidates = actors.length > 0 ? actors : [...new Set(concerned.flatMap((instance) => instance.members))];
    const { deadline: _whole, ...rest } = only;
    const life: Instance = {
      ...rest, key, debtor: single ? actors[0] ?? single.debtor : `one of ${candidates.join(', ')}`, ...(single || candidates.length === 1 ? {} : { oneOf: candidates }), members: single ? single.members : [],
      trigger: entry.id, causes: [entry.id], violatedBy: entry.id, state, since: draft.situation.now, opened: exactly(entry.occurred.from), stage: 0, awaiting: [], maybePerformedBy: [], reasons,
    };
    if (single && state === 'breached') { breach(draft, duty, life, reasons, at, [entry.id]); return; }
    put(draft, life, at, [entry.id], single ? undefined : 'quiet');
    if (single) return;
  } else if (open) put(draft, { ...open, state: 'excused', since: draft.situation.now, reasons }, entry.occurred, [entry.id], 'quiet');
  say(draft, {
    clause: duty.name, article: duty.article, kind: 'duty', debtor, owedTo: only?.owedTo ?? [], trigger: entry.id, state, since: entry.occurred.from, reasons,
    ...(open ? { from: open.state } : {}),
  });
}

/** A duty of the same actor, due now, that this very act would perform. */
function dutyToAct(draft: Draft, prohibition: Duty, entry: Entry): Duty | undefined {
  if (entry.actor.kind !== 'one') return undefined;
  const { name } = entry.actor;
  const forbidden = prohibition.content.kind === 'refrain' ? prohibition.content.acts.flatMap((one) => one.acts) : [];
  return draft.text.duties.find((duty) => duty.content.kind === 'achieve'
    && duty.content.acts.some((pattern) => matchAct(draft.text, pattern, entry, {}, duty.article)?.truth === 'true')
    && duty.content.acts.every((pattern) => pattern.acts.every((act) => forbidden.includes(act)))
    && instancesOf(draft, duty.name).some((instance) => instance.members.includes(name) && ['due', 'performed'].includes(instance.state) && !instance.causes.includes(entry.id)));
}
