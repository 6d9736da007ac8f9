/** A duty whose breach leads to nothing in the text. */
import type { Treaty } from '../../treaty/index.js';
import { objectsIn } from '../walk.js';
import type { Finding, Rule } from './rule.js';

export const dutyWithoutRemedy: Rule = {
  id: 'duty-without-remedy', severity: 'warning', summary: 'nothing in the text follows the breach of a duty',
  check: (treaty) => treaty.clauses.flatMap((clause): Finding[] => (clause.kind === 'duty' && clause.failingWhich.length === 0 && !answered(clause.name, treaty)
    ? [{ span: clause.nameSpan, message: `nothing in the text follows a breach of \`${clause.name}\``, help: 'add `failing which …`, or a clause that begins `when … is breached`' }] : [])),
};

/** Whether another clause takes up the breach. */
const answered = (name: string, treaty: Treaty): boolean => treaty.clauses.some((other) => other.name !== name
  && [...objectsIn(other)].some((one) => 'kind' in one && (one.kind === 'becomes' || one.kind === 'is') && 'clause' in one && one.clause === name && 'state' in one && (one.state === 'breached' || one.state === 'defaulted')));
