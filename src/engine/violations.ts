/** Prohibitions: one breach per violating act, with a joint verdict where the record leaves open which of several bound parties acted. */
import type { Debtor, Duty, Entry, Reason, Truth } from '../treaty/index.js';
import { dayTimeOf } from './calendar.js';
import { boundBy, evaluate, inForce } from './conditions.js';
import { instancesOf, put, say, sceneOf, type Draft } from './draft.js';
import { breach, excuseOf } from './duties.js';
import { matchAct } from './match.js';
import { actorWords } from './people.js';
import { permits } from './powers.js';
import { exactly, notAfter } from './range.js';
import type { Instance } from './situation.js';
import { and, not } from './truth.js';

const RUNNING = new Set(['due', 'breached', 'undetermined', 'defaulted', 'cured']);

export function judgeViolation(draft: Draft, duty: Duty, entry: Entry): void {
  if (duty.content.kind !== 'refrain') return;
  for (const pattern of duty.content.acts) {
    if (!pattern.acts.includes(entry.act)) continue;
    const all = instancesOf(draft, duty.name).filter((instance) => instance.members.length > 0);
    const instances = all.filter((instance) => RUNNING.has(instance.state));
    const bindings = instances[0]?.bindings ?? {};
    const match = matchAct(draft.text, pattern, entry, bindings, duty.article);
    if (!match) continue;
    const asleep = instances.length === 0 ? all.find((instance) => instance.state === 'suspended') : undefined;
    if (asleep) say(draft, { clause: duty.name, article: duty.article, kind: 'duty', ...(entry.actor.kind === 'one' ? { debtor: entry.actor.name } : {}), trigger: entry.id, state: 'not in scope', since: entry.occurred.from, reasons: asleep.reasons });
    else verdictOn(draft, duty, entry, instances, match);
    return;
  }
}

function verdictOn(draft: Draft, duty: Duty, entry: Entry, instances: readonly Instance[], match: NonNullable<ReturnType<typeof matchAct>>): void {
  const { situation } = draft;
  const bound = instances.flatMap((instance) => instance.members);
  const actors = entry.actor.kind === 'one' ? [entry.actor.name] : entry.actor.kind === 'one of' ? entry.actor.names : [];
  const concerned = actors.filter((name) => bound.includes(name));
  const debtor: Debtor | undefined = actors.length === 1 ? actors[0] : actors.length > 1 ? { oneOf: actors } : undefined;
  const publish = (state: Parameters<typeof say>[1]['state'], reasons: readonly Reason[], who: Debtor | undefined = debtor): void => {
    const creditors = instances.find((instance) => concerned.includes(instance.debtor))?.owedTo ?? [];
    say(draft, { clause: duty.name, article: duty.article, kind: 'duty', debtor: who, owedTo: creditors, trigger: entry.id, state, since: entry.occurred.from, reasons });
  };
  const reason = (rule: Reason['rule'], text: string, settledBy?: string): Reason => ({ article: duty.article, entries: [entry.id], rule, text, ...(settledBy ? { settledBy } : {}) });

  if (instances.length === 0) {
    const general = inForce(draft.text, situation, entry.occurred.from);
    publish(general === 'undetermined' ? 'undetermined' : 'not in scope', [general === 'true' || actors.every((name) => boundBy(draft.text, situation, name, entry.occurred.from) === 'false')
      ? reason(general === 'true' ? 'precondition' : 'not in force', general === 'true' ? `${duty.name} did not bind anyone on ${dayTimeOf(entry.occurred.from)}` : `the treaty was not in force on ${dayTimeOf(entry.occurred.from)}`)
      : reason('instrument', `whether the treaty was in force on ${dayTimeOf(entry.occurred.from)} is undetermined`, 'a record of signature and ratification')]);
    return;
  }
  if (entry.actor.kind !== 'unknown' && concerned.length === 0) {
    // An act outside the area the text names is outside whoever did it.
    const elsewhere = match.truth === 'false' ? match.reasons.filter((one) => one.rule === 'place') : [];
    publish('not in scope', [...elsewhere, reason('actor', `${actorWords(entry.actor)} is not bound by ${duty.name}`)]);
    return;
  }
  if (match.truth === 'false') { publish('not in scope', match.reasons); return; }
  const applies = duty.while ? evaluate(duty.while, sceneOf(draft, instances[0]?.bindings ?? {}, duty.article, entry)) : undefined;
  if (applies?.truth === 'false') { publish('not in scope', applies.reasons.map((one) => ({ ...one, rule: 'precondition' }))); return; }

  const mine = instances.filter((instance) => concerned.includes(instance.debtor) || instance.members.some((member) => concerned.includes(member)));
  const started = mine.length > 0 ? mine : instances;
  const inTime = and(started.map((instance) => notAfter(instance.opened, entry.occurred)));
  if (inTime === 'false') { publish('not in scope', [reason('time', `before ${duty.name} began to bind on ${dayTimeOf(started[0]?.opened.from ?? 0)}`)]); return; }
  const allBound: Truth = entry.actor.kind === 'unknown' ? 'undetermined' : concerned.length === actors.length ? 'true' : 'undetermined';
  const live: Truth = started.every((instance) => instance.state !== 'undetermined') ? 'true' : 'undetermined';
  const permission = permits(draft, duty.name, entry);
  if (permission.permitted === 'true') { publish('excused', permission.reasons); return; }
  const excuses = started.map((instance) => excuseOf(draft, duty, instance, entry));
  const excused = and(excuses.map((one) => one.truth));
  const excuseReasons = excuses.filter((one) => one.truth !== 'false').flatMap((one) => one.reasons);
  if (excused === 'true') { publish('excused', excuseReasons); return; }
  const truth = and([match.truth, inTime, allBound, live, not(permission.permitted), not(excused), applies?.truth ?? 'true']);
  if (truth === 'undetermined') {
    publish('undetermined', [
      ...(match.truth === 'undetermined' ? match.reasons : []),
      ...(inTime === 'undetermined' ? [reason('time', `the act is dated ${dayTimeOf(entry.occurred.from)} to ${dayTimeOf(entry.occurred.to)}, across the beginning of ${duty.name}`, 'a more exact time of the act')] : []),
      ...(allBound === 'undetermined' ? [reason('attribution', `${entry.act} by ${actorWords(entry.actor)}; not all of them are bound by ${duty.name}`, 'an attribution of the act')] : []),
      ...(live === 'undetermined' ? started.flatMap((instance) => instance.reasons) : []),
      ...(permission.permitted === 'undetermined' ? permission.reasons : []),
      ...(excused === 'undetermined' ? excuseReasons : []),
      ...(applies?.truth === 'undetermined' ? applies.reasons : []),
    ]);
    return;
  }
  const conflicting = conflictWith(draft, duty, entry);
  if (conflicting) {
    publish('conflict', [reason('conflict', `${conflicting.name} (article ${conflicting.article}) asks for the act that ${duty.name} forbids, and no clause says which prevails`, 'the parties, by saying which clause prevails')]);
    return;
  }
  const when = `${entry.act} by ${actorWords(entry.actor)} on ${dayTimeOf(entry.occurred.from)}`;
  const violated = reason('violation', concerned.length > 1 ? `${when}: breached by one of them; the record does not say which` : when, concerned.length > 1 ? 'an attribution of the act' : undefined);
  publish('breached', [violated, ...match.reasons]);
  if (concerned.length === 1) {
    const instance = started.find((one) => one.members.includes(concerned[0] ?? ''));
    if (instance && instance.state !== 'breached' && instance.state !== 'defaulted') breach(draft, duty, instance, [violated], entry.occurred, [entry.id]);
  } else jointBreach(draft, duty, entry, concerned, violated);
}

/** The clause stands breached by one of several: filed under their joint name, so that conditions on the clause see it. */
function jointBreach(draft: Draft, duty: Duty, entry: Entry, concerned: readonly string[], violated: Reason): void {
  const key = `one of ${concerned.join(', ')}|`;
  if (draft.situation.norms.get(duty.name)?.has(key)) return;
  put(draft, {
    clause: duty.name, debtor: `one of ${concerned.join(', ')}`, members: [], key, trigger: entry.id, causes: [entry.id], bindings: {}, owedTo: [], state: 'breached',
    since: draft.situation.now, opened: exactly(entry.occurred.from), stage: 0, awaiting: [], maybePerformedBy: [], reasons: [violated],
  }, entry.occurred, [entry.id], true);
}

/** A duty of the same actor, due now, that this very act would perform, with no priority between the two. */
function conflictWith(draft: Draft, prohibition: Duty, entry: Entry): Duty | undefined {
  if (entry.actor.kind !== 'one') return undefined;
  const { name } = entry.actor;
  return draft.text.duties.find((duty) => duty.content.kind === 'achieve'
    && !duty.priorities.some((priority) => priority.clause === prohibition.name) && !prohibition.priorities.some((priority) => priority.clause === duty.name)
    && duty.content.acts.some((pattern) => matchAct(draft.text, pattern, entry, {}, duty.article)?.truth === 'true')
    && duty.content.acts.every((pattern) => prohibition.content.kind === 'refrain' && pattern.acts.every((act) => prohibition.content.kind === 'refrain' && prohibition.content.acts.some((one) => one.acts.includes(act))))
    && instancesOf(draft, duty.name).some((instance) => instance.members.includes(name) && ['due', 'performed'].includes(instance.state) && !instance.causes.includes(entry.id)));
}
