/** A thing that depends on itself at one instant has no answer: terms defined by each other, a duty excused while it is itself due. */
import type { Clause } from '../../treaty/index.js';
import { objectsIn } from '../walk.js';
import type { Finding, Rule } from './rule.js';
import { clausesUnder, cyclesOf } from './waiting.js';

export const sameInstantCycle: Rule = {
  id: 'same-instant-cycle', severity: 'error', summary: 'a term or clause depends on itself at one instant',
  check: (treaty) => {
    const told = new Set<string>();
    return [undefined, ...treaty.readings.map(({ title }) => title)].flatMap((reading) => {
      const clauses = clausesUnder(treaty, reading);
      const edges = new Map([...clauses].map(([name, [clause]]) => [name, clause ? dependsOn(clause) : []]));
      return cyclesOf(edges).flatMap((cycle): Finding[] => {
        const key = [...cycle].sort().join('\n');
        const first = clauses.get(cycle[0] ?? '')?.[0];
        if (told.has(key) || !first) return [];
        told.add(key);
        const words = cycle.length === 1 ? `\`${first.name}\` depends on itself` : `\`${first.name}\` depends on ${[...cycle.slice(1), first.name].map((name) => `\`${name}\``).join(', which depends on ')}`;
        return [{ span: first.nameSpan, message: `${words}, at one and the same instant`, help: 'define one of them without the other' }];
      });
    });
  },
};

/** Names whose state or meaning at this instant decides this one's. A trigger that follows a move is no dependence at one instant. */
function dependsOn(clause: Clause): readonly string[] {
  const conditions: readonly unknown[] = clause.kind === 'definition' ? [clause.meaning]
    : clause.kind === 'duty' ? [clause.unless, clause.while, clause.suspendedWhile?.condition, clause.content.kind === 'maintain' ? clause.content.condition : undefined]
      : clause.kind === 'power' || clause.kind === 'permission' ? [clause.unless, clause.while] : [];
  return [...new Set([...objectsIn(conditions)].flatMap((one) => {
    if (!('kind' in one)) return [];
    if ((one.kind === 'holds' || one.kind === 'defined') && 'name' in one) return [String(one.name)];
    return one.kind === 'is' && 'clause' in one ? [String(one.clause)] : [];
  }))];
}
