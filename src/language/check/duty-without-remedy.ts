/** A duty whose breach leads to nothing in the text. */
import type { Treaty } from '../../treaty/index.js';
import { objectsIn } from '../walk.js';
import type { Finding, Rule } from './rule.js';

export const dutyWithoutRemedy: Rule = {
  id: 'duty-without-remedy', severity: 'warning', summary: 'nothing in the text follows the breach of a duty',
  check: (treaty) => {
    const answered = breachesTakenUp(treaty);
    return treaty.clauses.flatMap((clause): Finding[] => (clause.kind === 'duty' && clause.failingWhich.length === 0 && !answered.has(clause.name)
      ? [{ span: clause.nameSpan, message: `nothing in the text follows a breach of \`${clause.name}\``, help: 'add `failing which …`, or a clause that begins `when … is breached`' }] : []));
  },
};

/** Duties whose breach another clause begins with, or that ends or suspends the treaty. */
function breachesTakenUp(treaty: Treaty): ReadonlySet<string> {
  const names = new Set<string>();
  for (const other of [...treaty.clauses, ...treaty.terminations]) for (const one of objectsIn(other)) {
    if (!('kind' in one) || (one.kind !== 'becomes' && one.kind !== 'is') || !('clause' in one) || !('state' in one)) continue;
    const own = 'name' in other && other.name === one.clause;
    if (!own && (one.state === 'breached' || one.state === 'defaulted')) names.add(String(one.clause));
  }
  return names;
}
