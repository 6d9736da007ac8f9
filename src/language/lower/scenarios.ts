/** Scenarios and claims. */
import type { Claim, ClaimForm, Expectation, ScenarioStep } from '../../treaty/index.js';
import type { ClaimRule, ExpectRule, StepRule } from '../generated/ast.js';
import { unitOf } from '../dates.js';
import { BUILT_IN_ACTS, unquote, type Lowering } from './context.js';
import { lowerCoordinates } from './declarations.js';
import { lowerCondition, lowerDuration, lowerEvent, lowerState, NORMS, reportUnit } from './events.js';
import { lowerWhoAll } from './who.js';

const MS = { minute: 60_000, hour: 3_600_000, day: 86_400_000, week: 604_800_000, month: Number.NaN, year: Number.NaN } as const;

function after(low: Lowering, amount: string, unit: string, node: StepRule | ExpectRule): number {
  const known = unitOf(unit);
  const ms = known ? MS[known] * Number(amount) : Number.NaN;
  if (!known) reportUnit(low, unit, low.span(node), 'write min, h, d or weeks');
  else if (Number.isNaN(ms)) low.report('error', 'unknown-unit', low.word(low.span(node), unit), `\`${unit}\` does not count time in a scenario`, { help: 'write min, h, d or weeks' });
  return Number.isNaN(ms) ? 0 : ms;
}

export function lowerStep(low: Lowering, node: StepRule): ScenarioStep {
  const known = BUILT_IN_ACTS.has(node.act) && !['act', 'finding'].includes(low.names.get(node.act)?.kind ?? '');
  const act = known ? node.act : low.refer(node.act, low.span(node), ['act', 'finding'], 'an act or finding');
  const step: { on?: string; place?: NonNullable<ScenarioStep['place']> } = {};
  const args: { [name: string]: number | string } = {};
  for (const part of node.parts) {
    switch (part.$type) {
      case 'StepOn': step.on = low.refer(part.on.name, low.span(part.on), ['party', 'outsider', 'body', 'group'], 'a party'); break;
      case 'StepAt': step.place = part.place === undefined ? (part.at ? lowerCoordinates(low, part.at) : '') : unquote(part.place); break;
      case 'StepBallot':
        args['ballot'] = part.ballot;
        args['decision'] = low.refer(part.decision.name, low.span(part.decision), ['decision'], 'a decision');
        break;
      case 'StepNames':
        args['names'] = low.refer(part.names.name, low.span(part.names), ['party', 'outsider', 'body'], 'a party');
        if (part.likelihood.length > 0) args['likelihood'] = part.likelihood.join(' ');
        break;
      case 'StepArgument': args[part.name.name] = part.number !== undefined ? Number(part.number) : part.text !== undefined ? unquote(part.text) : part.word ?? ''; break;
    }
  }
  const by = node.by.map((ref) => low.refer(ref.name, low.span(ref), ['party', 'outsider', 'body'], 'a party'));
  return { afterMs: after(low, node.hours, node.unit, node), act, by, arguments: args, span: low.span(node), ...step };
}

export function lowerExpectation(low: Lowering, node: ExpectRule): Expectation {
  const span = low.span(node);
  const clause = node.clause.name === 'treaty' ? 'treaty' : low.refer(node.clause.name, low.span(node.clause), [...NORMS, 'definition'], 'a clause');
  const truth = (['true', 'false', 'conflict'] as const).find((one) => one === node.state);
  return {
    clause, negated: node.negated, state: truth ?? lowerState(low, node.state, span), afterMs: after(low, node.hours, node.unit, node), span,
    ...(node.of ? { of: low.refer(node.of.name, low.span(node.of), ['party', 'outsider', 'body'], 'a party') } : {}),
  };
}

export function lowerClaim(low: Lowering, node: ClaimRule): Claim {
  const { form } = node;
  let lowered: ClaimForm;
  if (form.$type === 'StateClaim') lowered = { kind: form.mode, what: lowerCondition(low, form.condition) };
  else if (form.$type === 'WheneverClaim') lowered = { kind: 'whenever', trigger: lowerEvent(low, form.trigger), response: lowerEvent(low, form.response), ...(form.within ? { within: lowerDuration(low, form.within) } : {}) };
  else if (form.$type === 'CanClaim') lowered = { kind: 'can', coalition: lowerWhoAll(low, form.coalition), what: lowerEvent(low, form.what), ...(form.within ? { within: lowerDuration(low, form.within) } : {}) };
  else lowered = { kind: 'only after', what: lowerEvent(low, form.what), after: lowerEvent(low, form.after) };
  const assuming = node.assumptions.map((one) => ({
    atMost: Number(one.count), group: { kind: 'each' as const, group: low.refer(one.group.name, low.span(one.group), ['group', 'body'], 'a group'), span: low.span(one.group) }, span: low.span(one),
  }));
  return { name: node.name.name, form: lowered, assuming, article: low.article, span: low.span(node), nameSpan: low.span(node.name) };
}
