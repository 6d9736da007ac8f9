/** The part of a treaty that bears on its claims and on what those who act are taken to answer, with their definitions: what lies outside changes no answer and is left out of the runs. */
import { coneAround, coneOf, withClaims } from '../explore/index.js';
import type { Claim, Definition, Event, Treaty } from '../treaty/index.js';
import { eventKey, type Behaviour } from './behaviour.js';

/** Per event some rule answers, the definition by which the engine says that it occurs. */
export function triggersOf({ rules }: Pick<Behaviour, 'rules'>): ReadonlyMap<string, Definition> {
  const found = new Map<string, Definition>();
  for (const rule of rules) {
    const when = 'when' in rule ? rule.when : undefined;
    if (when !== undefined && !found.has(eventKey(when))) found.set(eventKey(when), definitionOf(`assumed: event ${found.size + 1}`, when));
  }
  return found;
}

function definitionOf(name: string, event: Event): Definition {
  const { span } = event;
  return { kind: 'definition', name, article: '', span, nameSpan: span, priorities: [], meaning: { kind: 'event', event } };
}

export function asked(treaty: Treaty, claims: readonly Claim[], behaviour: Pick<Behaviour, 'rules'> = { rules: [] }): Treaty {
  const triggers = [...triggersOf(behaviour).values()];
  const whole = withClaims({ ...treaty, clauses: [...treaty.clauses, ...triggers] }, claims);
  const cones = [...claims.map(({ name }) => coneOf(whole, name)), ...(triggers.length > 0 ? [coneAround(whole, triggers.map(({ name }) => name))] : [])];
  const clauses = new Set(cones.flatMap((one) => one.clauses));
  const findings = new Set(cones.flatMap((one) => one.findings));
  // What makes an assumed act a duty or a power says from when it counts, also where no claim asks for it.
  const assumed = new Set(behaviour.rules.flatMap((rule) => (rule.kind === 'acts' && rule.when === undefined ? rule.acts.flatMap(({ acts }) => acts) : [])));
  for (let before = -1; before < clauses.size;) {
    before = clauses.size;
    const spoken = new Set([...clauses].flatMap((one) => actsIn(one)).filter((act) => assumed.has(act)));
    for (const one of whole.clauses) {
      const content = one.kind === 'duty' ? [one.content.kind === 'achieve' ? one.content : [], one.failingWhich] : one.kind === 'power' ? one.acts : [];
      if (clauses.has(one) || !actsIn(content).some((act) => spoken.has(act))) continue;
      const cone = coneAround(whole, [one.name]);
      for (const clause of cone.clauses) clauses.add(clause);
      for (const finding of cone.findings) findings.add(finding);
    }
  }
  return { ...whole, clauses: whole.clauses.filter((one) => clauses.has(one)), findings: whole.findings.filter((one) => findings.has(one)) };
}

/** Acts some pattern in it names. */
function actsIn(part: unknown): readonly string[] {
  if (typeof part !== 'object' || part === null) return [];
  const { kind, acts } = part as { kind?: unknown; acts?: unknown };
  return [...(kind === 'act' && Array.isArray(acts) ? (acts as readonly string[]) : []), ...Object.values(part).flatMap(actsIn)];
}
