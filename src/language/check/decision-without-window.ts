/** A decision that never has to be taken: it stays open until the last member has voted. */
import type { Finding, Rule } from './rule.js';

export const decisionWithoutWindow: Rule = {
  id: 'decision-without-window', severity: 'warning', summary: 'a decision sets no time in which it is taken',
  check: (treaty) => treaty.clauses.flatMap((clause): Finding[] => (clause.kind === 'decision' && !clause.closesAfter
    ? [{ span: clause.nameSpan, message: `\`${clause.name}\` sets no time in which it is taken, so one silent member keeps it open`, help: 'add `closes after …`' }] : [])),
};
