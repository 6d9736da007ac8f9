/** A decision that can end in a way nothing follows from: adopted, rejected, or without decision. */
import type { Decision, Outcome, Treaty } from '../../treaty/index.js';
import { objectsIn } from '../walk.js';
import type { Finding, Rule } from './rule.js';

export const outcomeLeadsNowhere: Rule = {
  id: 'outcome-leads-nowhere', severity: 'warning', summary: 'a decision can end in a way nothing follows from',
  check: (treaty) => treaty.clauses.flatMap((clause): Finding[] => {
    if (clause.kind !== 'decision') return [];
    const loose = possible(clause).filter((outcome) => !clause.outcomes.some(({ on }) => on === outcome) && !taken(clause.name, outcome, treaty));
    if (loose.length === 0) return [];
    return [{ span: clause.nameSpan, message: `nothing follows when \`${clause.name}\` ends ${loose.map((one) => (one === 'no decision' ? 'without decision' : one)).join(' or ')}`, help: 'add a clause that begins with that outcome, or say `if rejected the matter ends`' }];
  }),
};

/** Without a quorum a vote cannot fail to be one. */
const possible = ({ quorum }: Decision): readonly Outcome[] => (quorum === undefined ? ['adopted', 'rejected'] : ['adopted', 'rejected', 'no decision']);

const taken = (name: string, outcome: Outcome, treaty: Treaty): boolean => [...objectsIn([treaty.clauses, treaty.terminations, treaty.entryIntoForce])]
  .some((one) => 'kind' in one && (one.kind === 'becomes' || one.kind === 'is') && 'clause' in one && one.clause === name && 'state' in one && (one.state === outcome || one.state === 'settled'));
