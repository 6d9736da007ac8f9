/** A decision that can end in a way nothing follows from: adopted, rejected, or without decision. */
import type { Decision, Outcome, Treaty } from '../../treaty/index.js';
import { objectsIn } from '../walk.js';
import type { Finding, Rule } from './rule.js';

export const outcomeLeadsNowhere: Rule = {
  id: 'outcome-leads-nowhere', severity: 'warning', summary: 'a decision can end in a way nothing follows from',
  check: (treaty) => {
    const taken = takenUp(treaty);
    return treaty.clauses.flatMap((clause): Finding[] => {
      if (clause.kind !== 'decision') return [];
      const loose = possible(clause).filter((outcome) => !clause.outcomes.some(({ on }) => on === outcome) && !taken.has(`${clause.name}\n${outcome}`) && !taken.has(`${clause.name}\nsettled`));
      if (loose.length === 0) return [];
      return [{ span: clause.nameSpan, message: `nothing follows when \`${clause.name}\` ends ${loose.map((one) => (one === 'no decision' ? 'without decision' : one)).join(' or ')}`, help: 'add a clause that begins with that outcome, or say `if rejected the matter ends`' }];
    });
  },
};

/** Without a quorum a vote cannot fail to be one. */
const possible = ({ quorum }: Decision): readonly Outcome[] => (quorum === undefined ? ['adopted', 'rejected'] : ['adopted', 'rejected', 'no decision']);

/** Outcomes some clause begins with, each as decision and state. */
const takenUp = (treaty: Treaty): ReadonlySet<string> => new Set([...objectsIn([treaty.clauses, treaty.terminations, treaty.entryIntoForce])]
  .flatMap((one) => ('kind' in one && (one.kind === 'becomes' || one.kind === 'is') && 'clause' in one && 'state' in one ? [`${String(one.clause)}\n${String(one.state)}`] : [])));
