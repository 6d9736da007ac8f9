/** Events and conditions. Bare acts before an act with conditions share them: `strike or occupy in Z` means either act in Z. */
import type { ActPattern, ArgumentTest, Comparison, Condition, Duration, Event, NormState, PlaceTest, Quantifier, Span, ToBeAgreed, Who } from '../../treaty/index.js';
import type {
  AndRule, ConditionAtom, ConditionRule, Duration as DurationNode, DurationOrOpen, EventAtom, EventRule, Modifier, NameRef, NotRule, QuantifierRule, TestRule,
} from '../generated/ast.js';
import { durationOf, instantOf, UNIT_NAMES } from '../dates.js';
import { BUILT_IN_ACTS, unquote, type Lowering, type NameKind } from './context.js';
import { lowerHeadcount, lowerWhoOne, union } from './who.js';

export const NORMS: readonly NameKind[] = ['duty', 'permission', 'power', 'decision'];

const STATES: readonly NormState[] = [
  'pending', 'due', 'performed', 'breached', 'excused', 'waived', 'lapsed', 'undetermined', 'suspended', 'cured', 'defaulted', 'dormant', 'available', 'exercised', 'expired', 'revoked',
  'open', 'adopted', 'rejected', 'no decision', 'settled',
];

export function lowerState(low: Lowering, written: string, span: Span): NormState {
  const word = written.replace(/^no\s*decision$/, 'no decision');
  const state = STATES.find((one) => one === word);
  if (!state) {
    low.report('error', 'unknown-state', low.word(span, word), `\`${word}\` is not a state a clause can be in`, low.meant(span, word, STATES, `write one of ${STATES.join(', ')}`));
  }
  return state ?? 'pending';
}

export function lowerDuration(low: Lowering, node: DurationNode): Duration {
  const duration = durationOf(Number(node.amount), node.unit);
  if (!duration) reportUnit(low, node.unit, low.span(node));
  return duration ?? { amount: Number(node.amount), unit: 'hour' };
}

/** Words for units that are understood and not read, each with the one that is. */
const UNIT_WORDS: ReadonlyMap<string, string> = new Map([['hr', 'hour'], ['hrs', 'hours'], ['mins', 'minutes'], ['wk', 'week'], ['wks', 'weeks'], ['w', 'weeks'], ['mo', 'months'], ['yr', 'year'], ['yrs', 'years'], ['y', 'years'], ['m', 'minutes']]);

export function reportUnit(low: Lowering, unit: string, span: Span, known = 'write minutes, hours, days, weeks, months or years'): void {
  const word = UNIT_WORDS.get(unit.toLowerCase());
  const at = low.word(span, unit);
  low.report('error', 'unknown-unit', at === span ? span : at, `\`${unit}\` is not a unit of time`, word !== undefined && unit !== 'm' ? { help: `write \`${word}\``, fix: { title: `write \`${word}\``, span: at, replacement: word } } : low.meant(at, unit, UNIT_NAMES, known));
}

export const lowerDurationOrOpen = (low: Lowering, node: DurationOrOpen): Duration | ToBeAgreed =>
  (node.duration ? lowerDuration(low, node.duration) : low.open(node.open));

export function lowerInstant(low: Lowering, written: string, span: Span): number {
  const instant = instantOf(written, low.zone);
  if (instant === undefined) low.report('error', 'impossible-date', span, `\`${written}\` is not a date there is`, { help: 'write a date such as 2025-08-15 or 2025-08-15T04:00Z' });
  return instant ?? 0;
}

const numberOrOpen = (low: Lowering, number: string | undefined, node: Parameters<Lowering['open']>[0]): number | ToBeAgreed => (number === undefined ? low.open(node) : Number(number));

export function lowerEvent(low: Lowering, node: EventRule): Event {
  const atoms = node.atoms.map((atom) => lowerAtom(low, atom));
  const merged = shareConditions(atoms);
  const [first] = merged;
  return merged.length === 1 && first ? first : { kind: 'either', of: merged, span: low.span(node) };
}

const isBare = (event: Event): boolean => event.kind === 'act' && !event.by && !event.on && event.places.length === 0 && event.tests.length === 0;

/** Joins runs of bare acts with the act that ends the run. */
function shareConditions(atoms: readonly Event[]): readonly Event[] {
  const result: Event[] = [];
  for (const atom of atoms) {
    const last = result.at(-1);
    if (atom.kind === 'act' && last?.kind === 'act' && isBare(last)) {
      result[result.length - 1] = { ...atom, acts: [...last.acts, ...atom.acts], span: { ...last.span, end: atom.span.end, endLine: atom.span.endLine, endColumn: atom.span.endColumn } };
    } else result.push(atom);
  }
  return result;
}

function lowerAtom(low: Lowering, node: EventAtom): Event {
  const span = low.span(node);
  switch (node.$type) {
    case 'RepeatedEvent': return { kind: 'repeated', of: lowerAtom(low, node.event), threshold: numberOrOpen(low, node.count, node.open), within: lowerDuration(low, node.within), span };
    case 'SumEvent': return {
      kind: 'repeated', of: lowerAtom(low, node.event), threshold: numberOrOpen(low, node.count, node.open), within: lowerDuration(low, node.within),
      sum: { argument: node.argument, decayPerDay: node.decay === undefined ? 1 : Number(node.decay) }, span,
    };
    case 'SignatureEvent': return { kind: 'signature', span };
    case 'ForceEvent': return { kind: 'entry into force', span };
    case 'InstantEvent': return { kind: 'instant', instant: lowerInstant(low, node.instant, span), span };
    case 'OpenEvent': return low.open(node.open);
    case 'GroupedEvent': {
      const of = lowerEvent(low, node.event);
      if (!node.when && !node.unless) return of;
      return { kind: 'guarded', of, ...(node.when ? { when: lowerCondition(low, node.when) } : {}), ...(node.unless ? { unless: lowerCondition(low, node.unless) } : {}), span };
    }
    case 'NamedEvent': {
      const { name } = node.name;
      if (node.state !== undefined) {
        return { kind: 'becomes', clause: low.refer(name, low.span(node.name), NORMS, 'a duty, power or decision'), state: lowerState(low, node.state, span), quantifier: lowerQuantifier(low, node.quantifier), span };
      }
      const declared = low.names.get(name)?.kind;
      if (node.names || declared === 'finding') return { kind: 'finding', finding: low.refer(name, low.span(node.name), ['finding'], 'a finding'), ...lowerMaker(low, name, node.modifiers), ...(node.names ? { names: lowerWhoOne(low, node.names) } : {}), span };
      if (declared === 'definition') {
        if (node.modifiers.length > 0) low.report('error', 'condition-on-definition', low.span(node.modifiers[0]), `\`${name}\` is defined already, and cannot be narrowed here`, { help: `define a narrower term, or repeat the acts of \`${name}\`` });
        return { kind: 'defined', name, span };
      }
      return lowerPattern(low, node.name, node.modifiers, span);
    }
  }
}

/** Who made a finding, where the clause asks for one of several; a finding can be narrowed by nothing else but whom it names. */
function lowerMaker(low: Lowering, name: string, modifiers: readonly Modifier[]): { by?: Who } {
  const made: { by?: Who } = {};
  for (const modifier of modifiers) {
    if (modifier.$type === 'ByModifier') made.by = union(modifier.counts.map((count) => lowerWhoOne(low, count.who)), low.span(modifier));
    else low.report('error', 'condition-on-finding', low.span(modifier), `\`${name}\` is a finding, and this can be asked only of an act`, { help: 'write who made it (`by …`) and whom it names (`names …`), in this order' });
  }
  return made;
}

export function lowerPattern(low: Lowering, ref: NameRef, modifiers: readonly Modifier[], span: Span): ActPattern {
  const act = BUILT_IN_ACTS.has(ref.name) && low.names.get(ref.name)?.kind !== 'act' ? ref.name : low.refer(ref.name, low.span(ref), ['act'], 'an act', ['act', 'definition', 'finding']);
  let by: Who | undefined;
  let on: Who | undefined;
  const places: PlaceTest[] = [];
  const tests: ArgumentTest[] = [];
  for (const modifier of modifiers) {
    switch (modifier.$type) {
      case 'ByModifier': by = union(modifier.counts.map((count) => lowerWhoOne(low, count.who)), low.span(modifier)); break;
      case 'OnModifier': on = lowerWhoOne(low, modifier.who); break;
      case 'InModifier': {
        const zoneSpan = low.span(modifier);
        const zone = modifier.place !== undefined ? unquote(modifier.place) : low.refer(modifier.zone?.name, low.span(modifier.zone), ['zone'], 'a zone');
        places.push({ zone, negated: modifier.outside, span: zoneSpan });
        break;
      }
      case 'WithModifier': tests.push(...modifier.tests.map((test) => lowerTest(low, test))); break;
    }
  }
  return { kind: 'act', acts: act === '' ? [] : [act], ...(by ? { by } : {}), ...(on ? { on } : {}), places, tests, span };
}

const words = (written: string): string => written.replace(/^at(least|most)$/, 'at $1').replace(/^(more|less)than$/, '$1 than').replace(/^isnot$/, 'is not').replace(/^notoneof$/, 'not one of').replace(/^oneof$/, 'one of');

export function lowerTest(low: Lowering, node: TestRule): ArgumentTest {
  const span = low.span(node);
  const comparison = words(node.comparison.replace(/\s+/g, ' ')) as Comparison;
  const one = (value: { word?: string; text?: string; number?: string }): number | string => (value.number !== undefined ? Number(value.number) : value.text !== undefined ? unquote(value.text) : value.word ?? '');
  if (node.values.length > 0) return { argument: node.argument.name, comparison, value: node.values.map((value) => String(one(value))), span };
  if (node.open) return { argument: node.argument.name, comparison, value: low.open(node.open), span };
  return { argument: node.argument.name, comparison, value: one(node), span };
}

export function lowerQuantifier(low: Lowering, node: QuantifierRule | undefined): Quantifier {
  if (!node) return { kind: 'some' };
  if (node.each) return { kind: 'each' };
  if (node.who) return { kind: 'of', who: lowerWhoOne(low, node.who) };
  return { kind: 'at least', count: numberOrOpen(low, node.count, node.open) };
}

export function lowerCondition(low: Lowering, node: ConditionRule): Condition {
  return combine('or', node.parts.map((part) => lowerAnd(low, part)), low.span(node));
}

const lowerAnd = (low: Lowering, node: AndRule): Condition => combine('and', node.parts.map((part) => lowerNot(low, part)), low.span(node));

function combine(kind: 'and' | 'or', parts: readonly Condition[], span: Span): Condition {
  const [first] = parts;
  return parts.length === 1 && first ? first : { kind, of: parts, span };
}

function lowerNot(low: Lowering, node: NotRule): Condition {
  if (node.$type === 'Negation') return { kind: 'not', of: lowerNot(low, node.inner), span: low.span(node) };
  if (node.$type === 'Grouped') return lowerCondition(low, node.condition);
  return lowerConditionAtom(low, node);
}

const VERBS: ReadonlyMap<string, string> = new Map([['ratified', 'ratify'], ['signed', 'sign'], ['acceded', 'accede'], ['enacted', 'enact'], ['approved', 'approve'], ['accepted', 'accept']]);

function lowerConditionAtom(low: Lowering, node: ConditionAtom): Condition {
  const span = low.span(node);
  switch (node.$type) {
    case 'InForceCondition': return { kind: 'in force', ...(node.who ? { for: lowerWhoOne(low, node.who) } : {}), span };
    case 'ActTestCondition': return { kind: 'act test', test: lowerTest(low, node.test), span };
    case 'ActedCondition': return { kind: 'acted', acts: [node.act.name], by: node.counts.map((count) => lowerHeadcount(low, count)), span };
    case 'OpenCondition': return low.open(node.open);
    case 'QuantifiedCondition': {
      const quantifier = node.amount === 'each' ? { kind: 'each' as const } : lowerQuantifier(low, node.quantifier);
      const inner: Condition = { kind: 'is', clause: low.refer(node.name.name, low.span(node.name), NORMS, 'a duty, power or decision'), state: lowerState(low, node.state, span), quantifier, span };
      return node.amount === 'no' ? { kind: 'not', of: inner, span } : inner;
    }
    case 'NamedCondition': {
      const { name } = node.name;
      if (node.state !== undefined) return { kind: 'is', clause: low.refer(name, low.span(node.name), NORMS, 'a duty, power or decision'), state: lowerState(low, node.state, span), quantifier: lowerQuantifier(low, node.quantifier), span };
      const declared = low.names.get(name)?.kind;
      if (node.names || declared === 'finding') return { kind: 'found', finding: low.refer(name, low.span(node.name), ['finding'], 'a finding'), ...lowerMaker(low, name, node.modifiers), ...(node.names ? { names: lowerWhoOne(low, node.names) } : {}), span };
      const verb = VERBS.get(name);
      const by = node.modifiers.find((modifier) => modifier.$type === 'ByModifier');
      if (verb && by && !low.names.has(name)) return { kind: 'acted', acts: [verb], by: by.counts.map((count) => lowerHeadcount(low, count)), span };
      if (declared === 'definition' && !node.occurred) return { kind: 'holds', name, span };
      const event: Event = declared === 'definition' ? { kind: 'defined', name, span } : lowerPattern(low, node.name, node.modifiers, span);
      if (!node.occurred && event.kind === 'act') low.report('error', 'act-as-condition', span, `\`${name}\` is an act, and a condition is needed here`, { help: `write \`${name} … has occurred\`` });
      return { kind: 'occurred', event, ...(node.within ? { within: lowerDuration(low, node.within) } : {}), span };
    }
  }
}
