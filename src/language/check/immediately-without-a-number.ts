/** "Immediately" that gives no number leaves the window to whoever reads it. */
import type { Finding, Rule } from './rule.js';

export const immediatelyWithoutANumber: Rule = {
  id: 'immediately-without-a-number', severity: 'warning', summary: '`immediately` stands where a number of hours would decide',
  check: (treaty) => treaty.clauses.flatMap((clause): Finding[] => (clause.kind === 'duty' && clause.deadline?.kind === 'immediately'
    ? [{ span: clause.deadline.span, message: `\`${clause.name}\` is due immediately, and no number says how long that is`, help: 'write `within … hours of …`' }] : [])),
};
