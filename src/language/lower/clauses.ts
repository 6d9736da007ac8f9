/** Clauses: definitions, duties, prohibitions, permissions, powers, decisions, reservations. */
import type {
  ActPattern, Clause, ClauseBase, Content, Deadline, Decision, Definition, Duty, Event, FailingWhich, Majority, Outcome, Permission, Power, Priority, Who,
} from '../../treaty/index.js';
import type { AdoptedOption, ClauseRule, CommonOption, ContentRule, DecisionRule, DefineRule, DutyOption, DutyRule, EventRule, NameRef, PermissionRule, PowerRule, ProhibitionRule, ReservationRule } from '../generated/ast.js';
import type { Lowering } from './context.js';
import { lowerCondition, lowerDurationOrOpen, lowerEvent, lowerInstant } from './events.js';
import { lowerWhoAll } from './who.js';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
interface AnyOption { readonly $type: string }

export function lowerClause(low: Lowering, node: ClauseRule, reading?: string): Clause {
  switch (node.$type) {
    case 'DefineRule': return lowerDefinition(low, node, reading);
    case 'DutyRule': return lowerDuty(low, node, lowerContent(low, node.content), node.bestEffort, node.jointly, reading);
    case 'ProhibitionRule': return lowerDuty(low, node, { kind: 'refrain', acts: patternsOf(low, node.patterns), span: low.span(node.patterns) }, false, false, reading);
    case 'PermissionRule': return lowerPermission(low, node, reading);
    case 'PowerRule': return lowerPower(low, node, reading);
    case 'DecisionRule': return lowerDecision(low, node, reading);
    case 'ReservationRule': return lowerReservation(low, node, reading);
  }
}

function base(low: Lowering, node: ClauseRule & { name: NameRef }, options: readonly AnyOption[], reading: string | undefined): ClauseBase {
  const common = options as readonly CommonOption[];
  const priorities: Priority[] = [];
  for (const option of common) {
    if (option.$type === 'SubjectOption') priorities.push({ kind: 'subject to', clause: low.refer(option.clause.name, low.span(option.clause), CLAUSES, 'a clause'), span: low.span(option) });
    else if (option.$type === 'NotwithstandingOption') priorities.push({ kind: 'notwithstanding', clause: low.refer(option.clause.name, low.span(option.clause), CLAUSES, 'a clause'), span: low.span(option) });
  }
  const marks = low.marks(common.flatMap((option) => (option.$type === 'MarkOption' ? [option.mark] : [])));
  return { name: node.name.name, article: low.article, span: low.span(node), nameSpan: low.span(node.name), priorities, ...marks, ...(reading === undefined ? {} : { reading }) };
}

const CLAUSES = ['definition', 'duty', 'permission', 'power', 'decision', 'reservation'] as const;

/** Patterns of what a clause is about; anything but acts is an error. */
export function patternsOf(low: Lowering, node: EventRule): readonly ActPattern[] {
  const flatten = (event: Event): readonly ActPattern[] => {
    if (event.kind === 'act') return event.acts.length > 0 ? [event] : [];
    if (event.kind === 'either') return event.of.flatMap(flatten);
    if (event.kind !== 'to be agreed') low.report('error', 'act-needed', event.span, 'an act is needed here', { help: 'name one of the acts the treaty declares' });
    return [];
  };
  return flatten(lowerEvent(low, node));
}

function lowerContent(low: Lowering, node: ContentRule): Content {
  switch (node.$type) {
    case 'MaintainContent': return { kind: 'maintain', condition: lowerCondition(low, node.condition), span: low.span(node) };
    case 'RefrainContent': return { kind: 'refrain', acts: patternsOf(low, node.patterns), span: low.span(node) };
    case 'OpenContent': return low.open(node.open);
    case 'AchieveContent': return { kind: 'achieve', acts: patternsOf(low, node.patterns), span: low.span(node) };
  }
}

function lowerDefinition(low: Lowering, node: DefineRule, reading: string | undefined): Definition {
  const common = base(low, node, node.options, reading);
  if (node.condition) return { ...common, kind: 'definition', meaning: { kind: 'state', condition: lowerCondition(low, node.condition) } };
  const event: Event = node.event ? lowerEvent(low, node.event) : low.open(undefined);
  const guarded: Event = node.when || node.unless
    ? { kind: 'guarded', of: event, ...(node.when ? { when: lowerCondition(low, node.when) } : {}), ...(node.unless ? { unless: lowerCondition(low, node.unless) } : {}), span: low.span(node) }
    : event;
  return { ...common, kind: 'definition', meaning: { kind: 'event', event: guarded } };
}

/** Sets an option, reporting one that stands twice. */
function once<T, K extends keyof T>(low: Lowering, clause: Mutable<T>, key: K, value: T[K], option: DutyOption | { $type: string }): void {
  if (clause[key] !== undefined) low.report('error', 'option-twice', low.span(option as DutyOption), 'this is said twice in one clause', { help: 'keep one of the two' });
  else clause[key] = value;
}

function lowerDuty(low: Lowering, node: DutyRule | ProhibitionRule, content: Content, bestEffort: boolean, jointly: boolean, reading: string | undefined): Duty {
  const onlyAfter: Event[] = [];
  const failingWhich: FailingWhich[] = [];
  const found: Partial<Mutable<Duty>> = {};
  let forEach = false;
  for (const option of node.options) {
    const span = low.span(option);
    switch (option.$type) {
      case 'OwedOption': once(low, found, 'owedTo', lowerWhoAll(low, option.to), option); break;
      case 'WhenOption': once(low, found, 'trigger', lowerEvent(low, option.event), option); break;
      case 'ForEachOption': once(low, found, 'trigger', lowerEvent(low, option.event), option); forEach = true; break;
      case 'WithinOption': once(low, found, 'deadline', { kind: 'within', duration: lowerDurationOrOpen(low, option.duration), ...(option.event ? { of: lowerEvent(low, option.event) } : {}), fromTheAct: option.fromTheAct, span } satisfies Deadline, option); break;
      case 'ImmediatelyOption': once(low, found, 'deadline', { kind: 'immediately', ...(option.event ? { of: lowerEvent(low, option.event) } : {}), span }, option); break;
      case 'ByDateOption': once(low, found, 'deadline', { kind: 'by', instant: option.instant === undefined ? low.open(option.open) : lowerInstant(low, option.instant, span), span }, option); break;
      case 'BeforeOption': once(low, found, 'deadline', { kind: 'before', instant: option.instant === undefined ? low.open(option.open) : lowerInstant(low, option.instant, span), span }, option); break;
      case 'UntilOption': once(low, found, 'until', lowerEvent(low, option.event), option); break;
      case 'OnlyAfterOption': onlyAfter.push(lowerEvent(low, option.event)); break;
      case 'UnlessOption': once(low, found, 'unless', lowerCondition(low, option.condition), option); break;
      case 'WhileOption': once(low, found, 'while', lowerCondition(low, option.condition), option); break;
      case 'SuspendedOption': once(low, found, 'suspendedWhile', { condition: lowerCondition(low, option.condition), stopsClock: option.stops }, option); break;
      case 'FailingShallOption': {
        const deadline: Deadline | undefined = option.duration ? { kind: 'within', duration: lowerDurationOrOpen(low, option.duration), fromTheAct: false, span } : undefined;
        failingWhich.push({ kind: 'shall', acts: patternsOf(low, option.patterns), ...(deadline ? { deadline } : {}), span });
        break;
      }
      case 'FailingMayOption': failingWhich.push({ kind: 'may', who: lowerWhoAll(low, option.who), acts: patternsOf(low, option.patterns), ...(option.duration ? { within: lowerDurationOrOpen(low, option.duration) } : {}), span }); break;
      default: break;
    }
  }
  failingWhich.slice(0, -1).forEach((step) => {
    if (step.kind === 'may') low.report('error', 'step-after-power', step.span, 'a `failing which … may` step ends the chain, and another step follows it', { help: 'put the `may` step last' });
  });
  return { ...base(low, node, node.options, reading), kind: 'duty', debtor: lowerWhoAll(low, node.debtor), jointly, bestEffort, content, forEach, onlyAfter, failingWhich, ...found } as Duty;
}

function lowerPermission(low: Lowering, node: PermissionRule, reading: string | undefined): Permission {
  const found: Partial<Mutable<Permission>> = {};
  for (const option of node.options) {
    switch (option.$type) {
      case 'WhenOption': once(low, found, 'trigger', lowerEvent(low, option.event), option); break;
      case 'UnlessOption': once(low, found, 'unless', lowerCondition(low, option.condition), option); break;
      case 'WhileOption': once(low, found, 'while', lowerCondition(low, option.condition), option); break;
      case 'MarkOption': case 'SubjectOption': case 'NotwithstandingOption': break;
      default: low.report('error', 'option-out-of-place', low.span(option), 'a permission cannot carry this', { help: 'a permission takes `when`, `while`, `unless` and `notwithstanding`' });
    }
  }
  return { ...base(low, node, node.options, reading), kind: 'permission', holder: lowerWhoAll(low, node.holder), acts: patternsOf(low, node.patterns), ...found } as Permission;
}

function lowerPower(low: Lowering, node: PowerRule, reading: string | undefined): Power {
  const found: Partial<Mutable<Power>> = {};
  let repeatable = false;
  for (const option of node.options) {
    switch (option.$type) {
      case 'WhenOption': once(low, found, 'trigger', lowerEvent(low, option.event), option); break;
      case 'UnlessOption': once(low, found, 'unless', lowerCondition(low, option.condition), option); break;
      case 'WhileOption': once(low, found, 'while', lowerCondition(low, option.condition), option); break;
      case 'WithinOption': once(low, found, 'within', lowerDurationOrOpen(low, option.duration), option); break;
      case 'EffectiveOption': once(low, found, 'effectiveAfter', lowerDurationOrOpen(low, option.duration), option); break;
      case 'PowerAfterOption': once(low, found, 'notBefore', { ...(option.duration ? { duration: lowerDurationOrOpen(low, option.duration) } : {}), event: lowerEvent(low, option.event) }, option); break;
      case 'RepeatableOption': repeatable = true; break;
      default: break;
    }
  }
  return { ...base(low, node, node.options, reading), kind: 'power', holder: lowerWhoAll(low, node.holder), acts: patternsOf(low, node.patterns), repeatable, ...found } as Power;
}

function lowerDecision(low: Lowering, node: DecisionRule, reading: string | undefined): Decision {
  const found: Partial<Mutable<Decision>> = {};
  const excluding: Who[] = [];
  const veto: Who[] = [];
  const outcomes: Mutable<Decision['outcomes'][number]>[] = [];
  let weights: Decision['weights'] = [];
  let base_: Decision['base'] = 'members';
  let silence: Decision['silence'] = 'nothing';
  let silenceCountsToQuorum = false;
  let abstention: Decision['abstention'] = 'nothing';
  let ballotsMayBeChanged = false;
  for (const option of node.options) {
    const span = low.span(option);
    switch (option.$type) {
      case 'ExcludingOption': excluding.push(lowerWhoAll(low, option.who)); break;
      case 'OpensOption': once(low, found, 'opens', lowerEvent(low, option.event), option); break;
      case 'ClosesOption': once(low, found, 'closesAfter', lowerDurationOrOpen(low, option.duration), option); break;
      case 'QuorumOption': once(low, found, 'quorum', option.count === undefined ? low.open(option.open) : Number(option.count), option); break;
      case 'AdoptedOption':
        once(low, found, 'majority', lowerMajority(low, option), option);
        if (option.base === 'cast') base_ = 'votes cast';
        break;
      case 'WeightsOption': weights = option.weights.map((one) => ({ party: low.refer(one.party.name, low.span(one.party), ['party', 'body'], 'a party'), weight: Number(one.weight) })); break;
      case 'VetoOption': veto.push(lowerWhoAll(low, option.who)); break;
      case 'SilenceOption':
        silence = meaningOf(low, option.meaning, span, ['consent', 'rejection', 'abstention'], 'nothing');
        silenceCountsToQuorum = option.counts;
        break;
      case 'AbstentionOption': abstention = meaningOf(low, option.meaning, span, ['consent', 'rejection'], 'nothing'); break;
      case 'ChangedOption': ballotsMayBeChanged = true; break;
      case 'OutcomeOption': outcomes.push({ on: outcomeOf(option.on), ...(option.becomes === undefined ? {} : { becomes: outcomeOf(option.becomes) }), ends: option.ends, span }); break;
      default: break;
    }
  }
  const missing = (what: string, help: string): void => low.report('error', 'decision-incomplete', low.span(node.name), `the decision \`${node.name.name}\` does not say ${what}`, { help });
  if (!found.opens) missing('when it opens', 'add `opens when …`');
  if (!found.majority) missing('how it is adopted', 'add `adopted by a majority`, or `adopted by to be agreed`');
  return {
    ...base(low, node, node.options, reading), kind: 'decision', voters: lowerWhoAll(low, node.voters), excluding, opens: low.open(undefined), majority: low.open(undefined), base: base_, weights, veto,
    silence, silenceCountsToQuorum, abstention, ballotsMayBeChanged, outcomes, ...found,
  } as Decision;
}

const outcomeOf = (written: string): Outcome => (/^no\s*decision$/.test(written) ? 'no decision' : (written as Outcome));

function meaningOf<T extends string>(low: Lowering, word: string, span: ReturnType<Lowering['span']>, allowed: readonly T[], fallback: 'nothing'): T | 'nothing' {
  const meaning = allowed.find((one) => one === word);
  if (!meaning) low.report('error', 'unknown-meaning', span, `\`${word}\` is not something this can mean`, low.meant(span, word, allowed, `write one of ${allowed.join(', ')}`));
  return meaning ?? fallback;
}

function lowerMajority(low: Lowering, option: AdoptedOption): Decision['majority'] {
  if (option.open) return low.open(option.open);
  if (option.weighted) return { kind: 'weight', atLeast: Number(option.count) };
  if (option.count !== undefined) return { kind: 'count', count: Number(option.count) };
  const majorities: ReadonlyMap<string, Majority> = new Map<string, Majority>([
    ['a majority', { kind: 'share', numerator: 1, denominator: 2, strict: true }], ['majority', { kind: 'share', numerator: 1, denominator: 2, strict: true }],
    ['two thirds', { kind: 'share', numerator: 2, denominator: 3, strict: false }], ['three fifths', { kind: 'share', numerator: 3, denominator: 5, strict: false }], ['four fifths', { kind: 'share', numerator: 4, denominator: 5, strict: false }], ['three quarters', { kind: 'share', numerator: 3, denominator: 4, strict: false }],
    ['unanimity', { kind: 'unanimity' }], ['consensus', { kind: 'unanimity' }],
  ]);
  const words = option.words.join(' ');
  const majority = majorities.get(words);
  if (!majority) low.report('error', 'unknown-majority', low.span(option), `\`${words}\` is not a majority`, { help: `write one of ${[...majorities.keys()].filter((one) => one !== 'majority').join(', ')}, or a number` });
  return majority ?? { kind: 'unanimity' };
}

function lowerReservation(low: Lowering, node: ReservationRule, reading: string | undefined): Clause {
  return {
    ...base(low, node, node.options, reading), kind: 'reservation', party: low.refer(node.party.name, low.span(node.party), ['party'], 'a party'),
    to: low.refer(node.to.name, low.span(node.to), ['duty'], 'a duty'), unless: lowerCondition(low, node.unless),
  };
}
