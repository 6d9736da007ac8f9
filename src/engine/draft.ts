/** A situation being stepped: copied on first write, so that the one handed in is never touched. Lives only inside one `step` or `elapse`. */
import type {
  Change, Clause, Debtor, Entry, Instant, NormState, Reason, TimeRange, Verdict, VerdictState,
} from '../treaty/index.js';
import type { Scene } from './conditions.js';
import { exactly } from './range.js';
import type { Signal } from './signals.js';
import type { Bindings, DecisionInstance, Instance, Memory, Situation } from './situation.js';
import type { Text } from './text.js';

export interface Draft {
  readonly text: Text;
  situation: Situation;
  readonly queue: Signal[];
  readonly changes: Change[];
  readonly owned: Set<string>;
}

export const draftOf = (text: Text, situation: Situation): Draft => ({ text, situation: { ...situation }, queue: [], changes: [], owned: new Set() });

export const sceneOf = (draft: Draft, bindings: Bindings, article: string, entry?: Entry): Scene => ({
  text: draft.text, situation: draft.situation, now: draft.situation.now, bindings, article, ...(entry ? { entry } : {}),
});

export function setMemory(draft: Draft, change: Partial<Memory>): void {
  draft.owned.add('changed');
  draft.situation = { ...draft.situation, memory: { ...draft.situation.memory, ...change } };
}

export const instancesOf = (draft: Draft, clause: string): readonly Instance[] => [...(draft.situation.norms.get(clause)?.values() ?? [])];

/** Address of a verdict: clause, debtor and trigger. */
export const verdictId = (clause: string, debtor: Debtor | undefined, trigger: string | undefined): string =>
  `${clause}|${debtor === undefined ? '' : typeof debtor === 'string' ? debtor : debtor.oneOf.join('+')}|${trigger ?? ''}`;

export interface Said {
  readonly clause: string;
  readonly article: string;
  readonly kind: Verdict['kind'];
  readonly debtor?: Debtor | undefined;
  readonly owedTo?: readonly string[];
  readonly trigger?: string | undefined;
  readonly state: VerdictState;
  readonly since?: Instant;
  readonly deadline?: Instant | undefined;
  readonly reasons: readonly Reason[];
  readonly from?: VerdictState | undefined;
}

/**
 * Publishes a verdict as something that followed.
 * INVARIANT (reasons-always): every change gives its article and a reason; what is undetermined says who or what may settle it.
 */
export function say(draft: Draft, said: Said): void {
  const { clause, article, kind, state, reasons, from, debtor, owedTo, trigger, deadline, since } = said;
  const { now } = draft.situation;
  // Written out by hand: a record of a hundred thousand entries says this a million times.
  const verdict: { -readonly [key in keyof Verdict]: Verdict[key] } = { id: verdictId(clause, debtor, trigger), clause, article, kind, state, reasons, since: since ?? now };
  if (debtor !== undefined) verdict.debtor = debtor;
  if (owedTo !== undefined && owedTo.length > 0) verdict.owedTo = owedTo;
  if (trigger !== undefined) verdict.trigger = trigger;
  if (deadline !== undefined && Number.isFinite(deadline)) verdict.deadline = deadline;
  draft.changes.push(from === undefined ? { at: now, verdict } : { at: now, verdict, from });
}

export function articleOf(text: Text, clause: string): string {
  return text.clauses.get(clause)?.article ?? text.clauses.get(clause.replace(REMEDY_SUFFIX, ''))?.article ?? '';
}

/** A power that a `failing which … may` step opens is filed under the duty's name with this ending. */
export const REMEDY_SUFFIX = ', failing which';

function kindOf(clause: Clause | undefined): Verdict['kind'] {
  switch (clause?.kind) {
    case 'duty': return 'duty';
    case 'permission': return 'permission';
    case 'decision': return 'decision';
    case 'definition': return 'definition';
    default: return 'power';
  }
}

/** The clause's map of instances, copied on its first write. */
function ownInstances(draft: Draft, clause: string): Map<string, Instance> {
  let norms = draft.situation.norms as Map<string, ReadonlyMap<string, Instance>>;
  if (!draft.owned.has('norms')) { norms = new Map(norms); draft.owned.add('norms'); draft.situation = { ...draft.situation, norms }; }
  let ofClause = norms.get(clause) as Map<string, Instance> | undefined;
  if (!ofClause || !draft.owned.has(`norms:${clause}`)) {
    ofClause = new Map(ofClause);
    draft.owned.add(`norms:${clause}`);
    norms.set(clause, ofClause);
  }
  return ofClause;
}

/**
 * Stores an instance; where its state is new or changed, says so and lets other clauses know. `quiet`: it was said already.
 * `again`: it counts as reaching its state once more (a repeatable power used again).
 */
export function put(draft: Draft, instance: Instance, at: TimeRange = exactly(draft.situation.now), entries: readonly string[] = [], how?: 'quiet' | 'again'): void {
  const { text } = draft;
  const before = draft.situation.norms.get(instance.clause)?.get(instance.key);
  const ofClause = ownInstances(draft, instance.clause);
  ofClause.set(instance.key, instance);
  draft.owned.add('changed');
  const sameLife = before?.trigger === instance.trigger;
  const moves = !before || !sameLife || before.state !== instance.state || how === 'again';
  const others = moves ? statesBeside(ofClause, instance) : [];
  if (moves) forgetEnded(draft, ofClause, instance);
  if (before && sameLife && before.state === instance.state && before.deadline?.to === instance.deadline?.to && before.reasons === instance.reasons) return;
  if (how !== 'quiet') say(draft, {
    clause: instance.clause, article: articleOf(text, instance.clause), kind: kindOf(text.clauses.get(instance.clause)), debtor: instance.debtor,
    owedTo: instance.owedTo, trigger: instance.trigger, state: instance.state, since: instance.since,
    deadline: LIVE.has(instance.state) || instance.stage > 0 ? instance.deadline?.to : undefined, reasons: instance.reasons, from: sameLife ? before?.state : undefined,
  });
  if (moves) {
    draft.queue.push({
      kind: 'moved', clause: instance.clause, debtor: instance.debtor, ...(instance.oneOf ? { oneOf: instance.oneOf } : {}), state: instance.state, others,
      ...(sameLife && before && how !== 'again' ? { from: before.state } : {}), at, entries, bindings: instance.bindings,
    });
  }
}

const statesBeside = (ofClause: ReadonlyMap<string, Instance>, instance: Instance): readonly NormState[] => {
  const states = new Set<NormState>();
  if (ofClause.size > 1) for (const other of ofClause.values()) if (other.key !== instance.key && other.debtor === instance.debtor) states.add(other.state);
  return [...states];
};

const ENDED = new Set<NormState>(['performed', 'excused', 'waived', 'lapsed', 'cured', 'defaulted', 'expired', 'revoked']);

/** Nothing can happen to this life any more. A breach of a duty to act stays open to late performance. */
function isOver(instance: Instance, clause: Clause | undefined, now: Instant): boolean {
  if (ENDED.has(instance.state)) return true;
  if (instance.state === 'undetermined') return instance.violatedBy !== undefined || (instance.deadline !== undefined && instance.deadline.to <= now);
  return instance.state === 'breached' && instance.violatedBy !== undefined && clause?.kind === 'duty' && clause.content.kind === 'refrain' && clause.failingWhich.length === 0;
}

/**
 * Where each trigger or act has a life of its own, of several ended lives of one debtor in one state only the latest is kept: conditions ask for no more.
 * Kept nevertheless where a finding may still reopen what opened them.
 */
function forgetEnded(draft: Draft, ofClause: Map<string, Instance>, instance: Instance): void {
  if (ofClause.size < 2 || draft.text.revisable) return;
  const clause = draft.text.clauses.get(instance.clause);
  if (clause?.kind !== 'duty' || !(clause.forEach || instance.violatedBy !== undefined) || !isOver(instance, clause, draft.situation.now)) return;
  for (const other of ofClause.values()) {
    if (other.key !== instance.key && other.debtor === instance.debtor && other.state === instance.state && (other.violatedBy !== undefined || clause.forEach) && isOver(other, clause, draft.situation.now)) ofClause.delete(other.key);
  }
}

const LIVE = new Set<NormState>(['due', 'suspended', 'available', 'dormant', 'open', 'pending']);

export function putDecision(draft: Draft, decision: DecisionInstance): void {
  let decisions = draft.situation.decisions as Map<string, DecisionInstance>;
  if (!draft.owned.has('decisions')) { decisions = new Map(decisions); draft.owned.add('decisions'); draft.situation = { ...draft.situation, decisions }; }
  decisions.set(decision.decision, decision);
  draft.owned.add('changed');
}

/** How many causes an instance carries: the first, and the latest. */
export const CAUSES_KEPT = 16;

/** The causes after one more. Where findings may still undo any of them all are kept, else a bounded number: what opened a life, and what joined it last. */
export function withCause(text: Text, causes: readonly string[], label: string): readonly string[] {
  if (causes.includes(label)) return causes;
  const [first] = causes;
  return text.revisable || first === undefined || causes.length < CAUSES_KEPT ? [...causes, label] : [first, ...causes.slice(2), label];
}

/** An instance moved to another state, with the reasons for the move. */
export const moved = (instance: Instance, state: NormState, since: Instant, reasons: readonly Reason[], more: Partial<Instance> = {}): Instance =>
  ({ ...instance, state, since, reasons, ...more });
