/** What is declared and never used: a term without effect, or a clause that forgot it. */
import type { Span, Treaty } from '../../treaty/index.js';
import { objectsIn } from '../walk.js';
import type { Finding, Rule } from './rule.js';

export const unusedTerm: Rule = {
  id: 'unused-term', severity: 'note', summary: 'a term, act, finding, zone, line, group or body is declared and never used',
  check: (treaty) => {
    const used = usedNames(treaty);
    const declared: readonly (readonly [what: string, name: string, span: Span])[] = [
      ...treaty.clauses.flatMap((clause) => (clause.kind === 'definition' ? [['term', clause.name, clause.nameSpan] as const] : [])),
      ...treaty.acts.map(({ name, span }) => ['act', name, span] as const), ...treaty.findings.map(({ name, span }) => ['finding', name, span] as const), ...treaty.zones.map(({ name, span }) => ['zone', name, span] as const),
      ...treaty.lines.map(({ name, span }) => ['line', name, span] as const), ...treaty.groups.map(({ name, span }) => ['group', name, span] as const), ...treaty.bodies.map(({ name, span }) => ['body', name, span] as const),
    ];
    return declared.filter(([, name]) => !used.has(name)).map(([what, name, span]): Finding => ({ span, message: `the ${what} \`${name}\` is declared, and no clause uses it`, help: `use \`${name}\` in a clause, or leave it out` }));
  },
};

/** Names that clauses, claims and declarations of other names speak of. Stories do not count: they only try what the clauses say. */
function usedNames(treaty: Treaty): ReadonlySet<string> {
  const used = new Set<string>();
  const take = (name: unknown): void => { if (typeof name === 'string') used.add(name); };
  for (const one of objectsIn([treaty.clauses, treaty.claims, treaty.terminations, treaty.entryIntoForce, treaty.zones.map(({ includes, excludes }) => [includes, excludes]), treaty.bodies.map(({ members, chair }) => [members, chair]), treaty.findings.map(({ madeBy }) => madeBy)])) {
    if ('acts' in one && Array.isArray(one.acts)) one.acts.forEach(take);
    if ('group' in one) take(one.group);
    if ('zone' in one) take(one.zone);
    if ('line' in one) take(one.line);
    if ('side' in one) take(one.side);
    if ('finding' in one) take(one.finding);
    if ('kind' in one && ['name', 'defined', 'holds', 'zone'].includes(String(one.kind)) && 'name' in one) take(one.name);
  }
  for (const { members } of treaty.groups) if (Array.isArray(members)) members.forEach(take);
  for (const { of } of treaty.readings) take(of);
  const { speakers, issues, limits, positions } = treaty.negotiation;
  for (const name of [...speakers.map(({ speaksFor }) => speaksFor), ...issues.flatMap(({ required }) => ('kind' in required ? [] : required)), ...limits.map(({ of }) => of), ...positions.flatMap(({ party, reportedBy }) => [party, reportedBy])]) take(name);
  return used;
}
