/** What can only be seen once all names are known: facts that acts do not carry, values out of range, roles nobody fills, readings nobody declared. */
import type { Act, ActPattern, ArgumentTest, BehaviourRule, Clause, ScenarioStep, Span, Treaty, Who } from '../../treaty/index.js';
import { objectsIn } from '../walk.js';
import { BUILT_IN_ACTS, type Lowering } from './context.js';

export function checkFacts(low: Lowering, treaty: Treaty): void {
  const acts = new Map(treaty.acts.map((act) => [act.name, act]));
  for (const pattern of patternsIn([treaty.clauses, treaty.claims, treaty.behaviours, treaty.entryIntoForce, treaty.terminations])) checkPattern(low, pattern, acts);
  for (const scenario of treaty.scenarios) for (const step of scenario.steps) checkStep(low, step, acts, treaty);
  for (const { rules } of treaty.behaviours) for (const rule of rules) checkRule(low, rule, acts);
  const named = new Map<string, Clause[]>();
  for (const clause of treaty.clauses) named.set(clause.name, [...(named.get(clause.name) ?? []), clause]);
  for (const clause of treaty.clauses) { checkRoles(low, clause, named); checkReading(low, clause, treaty); }
}

function* patternsIn(value: unknown): Generator<ActPattern> {
  for (const one of objectsIn(value)) if ('kind' in one && one.kind === 'act' && 'acts' in one) yield one as ActPattern;
}

function checkPattern(low: Lowering, pattern: ActPattern, acts: ReadonlyMap<string, Act>): void {
  const known = pattern.acts.flatMap((name) => acts.get(name) ?? []);
  if (known.length === 0 || pattern.acts.some((name) => BUILT_IN_ACTS.has(name) && !acts.has(name))) return;
  for (const test of pattern.tests) checkTest(low, test, known);
  const unaimed = known.find((act) => !act.hasTarget);
  if (pattern.on && unaimed) low.report('error', 'act-without-target', pattern.span, `\`${unaimed.name}\` is declared without \`on party\`, so no entry says whom it is done to`, { help: `declare it as \`act ${unaimed.name} on party\`` });
  const placeless = known.find((act) => !act.hasPlace);
  if (pattern.places.length > 0 && placeless) low.report('error', 'act-without-place', pattern.span, `\`${placeless.name}\` is declared without \`at place\`, so no entry says where it is done`, { help: `declare it as \`act ${placeless.name} at place\`` });
}

function checkTest(low: Lowering, test: ArgumentTest, acts: readonly Act[]): void {
  const bare = acts.find((act) => !act.arguments.some((one) => one.name === test.argument));
  if (bare) {
    low.report('error', 'unknown-argument', test.span, `\`${bare.name}\` has no fact named \`${test.argument}\``, low.meant(test.span, test.argument, bare.arguments.map((one) => one.name), `declare it with the act, for example \`act ${bare.name}, ${test.argument} number\``));
    return;
  }
  if (typeof test.value === 'object' && 'kind' in test.value) return;
  const values = Array.isArray(test.value) ? test.value as readonly string[] : [test.value as string | number];
  for (const act of acts) for (const value of values) if (!checkValue(low, act, test.argument, value, test.span)) return;
}

/** False when the value was reported. */
function checkValue(low: Lowering, act: Act, argument: string, value: string | number, span: Span): boolean {
  const type = act.arguments.find((one) => one.name === argument)?.type;
  if (type?.kind === 'choice' && !type.options.includes(String(value))) {
    low.report('error', 'value-out-of-range', span, `\`${value}\` is not one of the values \`${argument}\` of \`${act.name}\` may take`, low.meant(span, String(value), type.options, `write one of ${type.options.join(', ')}`));
    return false;
  }
  if (type?.kind !== 'number') return true;
  const number = Number(value);
  if (Number.isNaN(number)) { low.report('error', 'value-out-of-range', span, `\`${argument}\` of \`${act.name}\` is a number, and \`${value}\` is none`, { help: `write a number${rangeWords(type)}` }); return false; }
  if ((type.min !== undefined && number < type.min) || (type.max !== undefined && number > type.max)) {
    low.report('error', 'value-out-of-range', span, `\`${argument}\` of \`${act.name}\` never is \`${value}\``, { help: `write a number${rangeWords(type)}` });
    return false;
  }
  return true;
}

const rangeWords = (type: { readonly min?: number; readonly max?: number }): string => (type.min === undefined || type.max === undefined ? '' : ` from ${type.min} to ${type.max}`);

/** Facts every act may state in a story, whatever its declaration. */
const ANYWHERE = new Set(['ballot', 'decision', 'names', 'likelihood', 'clause', 'debtor']);

function checkStep(low: Lowering, step: ScenarioStep, acts: ReadonlyMap<string, Act>, treaty: Treaty): void {
  checkStated(low, step, Object.entries(step.arguments).filter(([argument]) => !ANYWHERE.has(argument) || acts.get(step.act)?.arguments.some((one) => one.name === argument) === true), acts);
  const finding = treaty.findings.find((one) => one.name === step.act);
  if (finding?.namesParty && step.arguments['names'] === undefined && step.on === undefined) low.report('error', 'finding-names-nobody', step.span, `\`${finding.name}\` names a party, and this line names none`, { help: `write \`${finding.name} by … names …\`` });
}

/** What a line says of an act must be what the act's declaration lets it say. */
function checkStated(low: Lowering, step: Pick<ScenarioStep, 'act' | 'on' | 'place' | 'span'>, facts: readonly (readonly [argument: string, value: number | string])[], acts: ReadonlyMap<string, Act>): void {
  const act = acts.get(step.act);
  if (!act) return;
  for (const [argument, value] of facts) {
    if (!act.arguments.some((one) => one.name === argument)) low.report('error', 'unknown-argument', step.span, `\`${act.name}\` has no fact named \`${argument}\``, low.meant(step.span, argument, act.arguments.map((one) => one.name), 'declare it with the act, or leave it out'));
    else checkValue(low, act, argument, value, step.span);
  }
  if (step.on !== undefined && !act.hasTarget) low.report('error', 'act-without-target', step.span, `\`${act.name}\` is declared without \`on party\`, and this line says whom it is done to`, { help: `declare it as \`act ${act.name} on party\`` });
  if (step.place !== undefined && !act.hasPlace) low.report('error', 'act-without-place', step.span, `\`${act.name}\` is declared without \`at place\`, and this line says where it is done`, { help: `declare it as \`act ${act.name} at place\`` });
}

/** A behaviour speaks of no clause's life, so nobody fills a role in it; what happens by itself states facts its act has. */
function checkRule(low: Lowering, rule: BehaviourRule, acts: ReadonlyMap<string, Act>): void {
  const bound = new Set([...objectsIn(rule)].flatMap((one) => ('as' in one && typeof one.as === 'string' ? [one.as] : [])));
  for (const one of objectsIn(rule)) if ('kind' in one && one.kind === 'role' && 'role' in one && !bound.has(String(one.role))) {
    low.report('error', 'undefined-role', (one as Extract<Who, { kind: 'role' }>).span, `nobody is called \`the ${String(one.role)}\` here`, { help: 'name the party or group' });
  }
  if (rule.kind !== 'happens') return;
  const facts = Object.entries(rule.facts).flatMap(([name, value]): [string, number | string][] => (typeof value === 'object' ? [[name, value.least], [name, value.most]] : [[name, value]]));
  checkStated(low, rule, facts, acts);
}

/** Roles a clause speaks of must be bound by its trigger, or by what triggers that in turn. */
function checkRoles(low: Lowering, clause: Clause, named: ReadonlyMap<string, readonly Clause[]>): void {
  const asked = [...objectsIn(clause)].filter((one): one is Extract<Who, { kind: 'role' }> => 'kind' in one && one.kind === 'role');
  if (asked.length === 0) return;
  const bound = rolesBoundBy(clause, named, new Set());
  const self = clause.kind === 'duty' ? 'debtor' : clause.kind === 'power' || clause.kind === 'permission' ? 'holder' : undefined;
  const beforehand = self === undefined ? new Set<object>() : new Set(objectsIn(beforeItIsOwed(clause)));
  for (const who of asked) {
    if (bound.has(who.role)) continue;
    if (who.role === self) {
      if (beforehand.has(who)) low.report('error', 'role-before-its-time', who.span, `\`the ${self}\` is not known before the clause has begun, and this is asked to begin it`, { help: `name the party or group, or bind another role where the clause is triggered: \`is breached of any GROUP as defaulter\`` });
      continue;
    }
    low.report('error', 'undefined-role', who.span, `nobody is called \`the ${who.role}\` here`, low.meant(who.span, who.role, [...bound], `bind the role where the clause is triggered: \`on any GROUP as ${who.role}\``));
  }
}

/** The parts of a clause that decide whose it is and what brings it about. */
function beforeItIsOwed(clause: Clause): readonly unknown[] {
  switch (clause.kind) {
    case 'duty': return [clause.debtor, clause.owedTo, clause.trigger, ...(!clause.trigger && clause.deadline && 'of' in clause.deadline ? [clause.deadline.of] : [])];
    case 'power': case 'permission': return [clause.holder, clause.trigger];
    default: return [];
  }
}

function rolesBoundBy(clause: Clause, named: ReadonlyMap<string, readonly Clause[]>, seen: Set<string>): ReadonlySet<string> {
  const roles = new Set<string>();
  if (seen.has(clause.name)) return roles;
  seen.add(clause.name);
  for (const one of objectsIn(clause)) {
    if ('as' in one && typeof one.as === 'string') roles.add(one.as);
    const referred = 'kind' in one && (one.kind === 'defined' || one.kind === 'holds') && 'name' in one ? one.name : 'kind' in one && (one.kind === 'becomes' || one.kind === 'is') && 'clause' in one ? one.clause : undefined;
    for (const other of typeof referred === 'string' ? named.get(referred) ?? [] : []) for (const role of rolesBoundBy(other, named, seen)) roles.add(role);
  }
  return roles;
}

function checkReading(low: Lowering, clause: Clause, treaty: Treaty): void {
  if (clause.reading === undefined || treaty.readings.some((one) => one.title === clause.reading)) return;
  if (low.lostTitles.has(clause.reading)) return;
  const title = low.title(clause.span.offset, clause.reading);
  low.report('error', 'undefined-reading', title, `no reading is titled \`${clause.reading}\``, low.meant(title, clause.reading, treaty.readings.map((one) => one.title), `declare it: \`reading "${clause.reading}" of PARTY.\``));
}
