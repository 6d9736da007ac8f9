/** A duty to act that never says by when can never be breached. */
import type { Treaty } from '../../treaty/index.js';
import type { Finding, Rule } from './rule.js';

export const dutyWithoutDeadline: Rule = {
  id: 'duty-without-deadline', severity: 'warning', summary: 'a duty to act, or a step that follows its breach, says nothing of when',
  check: (treaty: Treaty) => treaty.clauses.flatMap((clause): Finding[] => {
    if (clause.kind !== 'duty' || clause.content.kind !== 'achieve') return [];
    const own: Finding[] = clause.deadline ? [] : [{ span: clause.nameSpan, message: `the duty \`${clause.name}\` sets no deadline, so it is never breached`, help: 'add `within …`, `by …`, or `within to be agreed` where it is open' }];
    const steps = clause.failingWhich.flatMap((step): Finding[] => (step.kind === 'shall' && !step.deadline
      ? [{ span: step.span, message: `this step of \`${clause.name}\` sets no deadline, so the chain never moves on`, help: 'add `within …` to the step' }] : []));
    return [...own, ...steps];
  }),
};
