/** A duty owed to nobody: nobody may claim it or waive it. */
import type { Finding, Rule } from './rule.js';

export const dutyWithoutClaimant: Rule = {
  id: 'duty-without-claimant', severity: 'warning', summary: 'a duty does not say to whom it is owed',
  check: (treaty) => treaty.clauses.flatMap((clause): Finding[] => (clause.kind === 'duty' && !clause.owedTo
    ? [{ span: clause.nameSpan, message: `the duty \`${clause.name}\` does not say to whom it is owed, so nobody can claim or waive it`, help: 'add `owed to …`' }] : [])),
};
