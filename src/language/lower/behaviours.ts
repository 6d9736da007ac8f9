/** Bounds of a search and what the parties are taken to do: `scope` and `behaviour`. */
import type { Behaviour, BehaviourRule, Delay, DrawnFact, Duration, Probability, Scope, Span } from '../../treaty/index.js';
import type { BehaviourRule as BehaviourNode, DelayRule, DelaySpan, DoingRule, ProbabilityRule, ScopeRule } from '../generated/ast.js';
import { durationOf } from '../dates.js';
import { patternsOf } from './clauses.js';
import { BUILT_IN_ACTS, unquote, type Lowering } from './context.js';
import { lowerCoordinates } from './declarations.js';
import { lowerDuration, lowerEvent, reportUnit } from './events.js';
import { lowerWhoAll, lowerWhoOne, union } from './who.js';

type Writable<T> = { -readonly [K in keyof T]: T[K] };
type Fact = DrawnFact;

/** Rough, and only to tell which of two durations is the longer. */
const HOURS = { minute: 1 / 60, hour: 1, day: 24, week: 168, month: 730, year: 8760 } as const;
const hoursOf = ({ amount, unit }: Duration): number => amount * HOURS[unit];

export function lowerScope(low: Lowering, node: ScopeRule): Scope {
  const limits: Scope['limits'][number][] = [];
  const found: Writable<Partial<Pick<Scope, 'horizon' | 'tick' | 'free'>>> = {};
  const set = <K extends keyof typeof found>(key: K, value: (typeof found)[K], span: Span): void => {
    if (found[key] !== undefined) low.report('error', 'option-twice', span, 'this is said twice in one sentence', { help: 'keep one of the two' });
    else found[key] = value;
  };
  for (const option of node.options) {
    const span = low.span(option);
    switch (option.$type) {
      case 'LimitOption': {
        const act = option.act === 'attacks' && !low.names.has('attacks') ? undefined : actNamed(low, option.act, span);
        if (limits.some((one) => one.act === act)) low.report('error', 'option-twice', span, `how many ${act ?? 'attacks'} there may be is said twice`, { help: 'keep one of the two' });
        else limits.push({ atMost: wholeNumber(low, option.count, span), ...(act === undefined ? {} : { act }), span });
        break;
      }
      case 'HorizonOption': set('horizon', positive(low, lowerDuration(low, option.duration), span), span); break;
      case 'ScopeTickOption': set('tick', positive(low, lowerDuration(low, option.duration), span), span); break;
      case 'FreeOption': set('free', union(option.who.map((one) => lowerWhoOne(low, one)), span), span); break;
    }
  }
  if (node.options.length === 0) low.report('error', 'says-nothing', low.span(node), 'this scope sets no bound', { help: 'write for example `scope at most 2 attacks, horizon 30 days.`, or leave it out' });
  return { limits, ...found, span: low.span(node) };
}

function wholeNumber(low: Lowering, written: string, span: Span): number {
  const number = Number(written);
  if (!Number.isInteger(number)) low.report('error', 'out-of-range', low.word(span, written), `\`${written}\` is no number of acts`, { help: 'write a whole number' });
  return Math.floor(number);
}

function positive(low: Lowering, duration: Duration, span: Span): Duration {
  if (duration.amount <= 0) low.report('error', 'out-of-range', span, 'this takes no time at all', { help: 'write a number above 0' });
  return duration;
}

const actNamed = (low: Lowering, name: string, span: Span): string =>
  (BUILT_IN_ACTS.has(name) && low.names.get(name)?.kind !== 'act' ? name : low.refer(name, low.word(span, name), ['act'], 'an act'));

export function lowerBehaviour(low: Lowering, node: BehaviourNode): Behaviour {
  const rules = node.items.flatMap((item) => (item.$type === 'BehaviourMark' ? [] : [lowerDoing(low, item)]));
  if (rules.length === 0) low.report('error', 'says-nothing', low.span(node), `the behaviour \`${node.name.name}\` says of nobody what it does`, { help: 'write for example `each Guarantor deploy with probability 0.8 within 48 hours`' });
  const { source } = low.marks(node.items.flatMap((item) => (item.$type === 'BehaviourMark' ? [item.mark] : [])));
  return { name: node.name.name, rules, ...(source ? { source } : {}), span: low.span(node), nameSpan: low.span(node.name) };
}

function lowerDoing(low: Lowering, node: DoingRule): BehaviourRule {
  const span = low.span(node);
  switch (node.$type) {
    case 'HappensDoing': return lowerHappens(low, node, span);
    case 'TogetherDoing': return { kind: 'together', who: lowerWhoAll(low, node.who), reason: unquote(node.reason), probability: lowerProbability(low, node.probability), span };
    default: break;
  }
  const doing = {
    who: lowerWhoAll(low, node.who), probability: lowerProbability(low, node.probability), ...(node.delay ? { delay: lowerDelay(low, node.delay) } : {}),
    ...(node.when ? { when: lowerEvent(low, node.when) } : {}), span,
  };
  switch (node.$type) {
    case 'ActDoing': return { ...doing, kind: 'act', acts: patternsOf(low, node.patterns) };
    case 'FindDoing': return { ...doing, kind: 'find', finding: low.refer(node.finding.name, low.span(node.finding), ['finding'], 'a finding'), ...(node.names ? { names: lowerWhoOne(low, node.names) } : {}) };
    case 'BallotDoing':
      if (node.verb !== 'vote') low.report('error', 'word-missing', low.word(span, node.verb), `\`${node.verb}\` is not how a ballot is cast`, { help: 'write `vote for`, `vote against` or `vote abstain`', fix: { title: 'write `vote`', span: low.word(span, node.verb), replacement: 'vote' } });
      return { ...doing, kind: 'vote', ballot: node.ballot, decision: low.refer(node.decision.name, low.span(node.decision), ['decision'], 'a decision') };
  }
}

function lowerHappens(low: Lowering, node: Extract<DoingRule, { $type: 'HappensDoing' }>, span: Span): BehaviourRule {
  const facts: { [name: string]: Fact } = {};
  const where: { on?: string; place?: string | { latitude: number; longitude: number } } = {};
  for (const part of node.parts) {
    switch (part.$type) {
      case 'HappensOn': where.on = low.refer(part.on.name, low.span(part.on), ['party', 'outsider', 'body', 'group'], 'a party'); break;
      case 'HappensAt': where.place = part.place === undefined ? (part.at ? lowerCoordinates(low, part.at) : '') : unquote(part.place); break;
      case 'HappensFact': {
        const least = Number(part.least);
        const most = Number(part.most);
        if (part.most !== undefined && least > most) reversed(low, low.span(part));
        facts[part.name.name] = part.most !== undefined ? { least, most } : part.least !== undefined ? least : part.text !== undefined ? unquote(part.text) : part.word ?? '';
        break;
      }
    }
  }
  const delay = lowerSpan(low, node.delay);
  if (node.repeats && hoursOf(delay.least) <= 0) low.report('error', 'out-of-range', low.span(node.delay), 'this would happen without end at one instant', { help: 'write a time above 0' });
  return {
    kind: 'happens', repeats: node.repeats, delay, act: actNamed(low, node.act, span), by: node.by.map((ref) => low.refer(ref.name, low.span(ref), ['party', 'outsider', 'body'], 'a party')), ...where, facts,
    ...(node.probability ? { probability: lowerProbability(low, node.probability) } : {}), span,
  };
}

const reversed = (low: Lowering, span: Span): void => low.report('error', 'range-reversed', span, 'this ends before it begins', { help: 'write the smaller first' });

function lowerProbability(low: Lowering, node: ProbabilityRule): Probability {
  const span = low.span(node);
  const wrong = (message: string, help: string): void => low.report('error', 'out-of-range', span, message, { help });
  if (node.open) return low.open(node.open);
  if (node.alpha !== undefined && node.beta !== undefined) {
    const [alpha, beta] = [Number(node.alpha), Number(node.beta)];
    if (alpha <= 0 || beta <= 0) wrong('both numbers of a Beta distribution are above 0', 'write for example `beta 8 2`');
    return { kind: 'beta', alpha, beta, span };
  }
  if (node.source !== undefined) {
    const [happened, of] = [Number(node.happened), Number(node.cases)];
    if (of <= 0 || happened > of || !Number.isInteger(of) || !Number.isInteger(happened)) wrong(`\`${node.happened} of ${node.cases}\` are not so many cases of so many`, 'write for example `from "…" 12 of 35`');
    return { kind: 'counts', source: unquote(node.source), happened, of, span };
  }
  const value = Number(node.value);
  if (value > 1) wrong(`\`${node.value}\` is over 1, and a probability is from 0 to 1`, value <= 100 ? `write \`${String(value / 100)}\` if per cent are meant` : 'write a number from 0 to 1');
  return { kind: 'number', value, span };
}

const lowerDelay = (low: Lowering, node: DelayRule): Delay =>
  (node.most ? { kind: 'within', most: lowerDuration(low, node.most), span: low.span(node) } : node.span ? lowerSpan(low, node.span) : { kind: 'within', most: { amount: 0, unit: 'hour' }, span: low.span(node) });

function lowerSpan(low: Lowering, node: DelaySpan): Extract<Delay, { kind: 'after' }> {
  const span = low.span(node);
  const most = node.most ? lowerDuration(low, node.most) : undefined;
  const unit = node.unit ?? most?.unit;
  if (unit === undefined) low.report('error', 'unknown-unit', span, `\`${node.amount}\` says no unit of time`, { help: 'write for example `after 12 hours`' });
  const least = unit === undefined ? undefined : durationOf(Number(node.amount), unit);
  if (unit !== undefined && !least) reportUnit(low, unit, span);
  const from: Duration = least ?? { amount: Number(node.amount), unit: 'hour' };
  if (most && hoursOf(from) > hoursOf(most)) reversed(low, span);
  return { kind: 'after', least: from, most: most ?? from, span };
}
