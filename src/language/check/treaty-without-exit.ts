/** A text that says neither how one leaves nor when it ends (VCLT art. 56 then decides, and its answer is often contested). */
import type { Clause } from '../../treaty/index.js';
import type { Rule } from './rule.js';

const LEAVING = new Set(['withdraw', 'denounce', 'terminate']);
const isExit = (clause: Clause): boolean => clause.kind === 'power' && clause.acts.some(({ acts }) => acts.some((act) => LEAVING.has(act)));

export const treatyWithoutExit: Rule = {
  id: 'treaty-without-exit', severity: 'warning', summary: 'the text says neither how one leaves nor when it ends',
  check: (treaty) => (treaty.clauses.length === 0 || treaty.clauses.some(isExit) || treaty.terminations.some(({ kind }) => kind === 'terminates') ? [] : [{
    span: treaty.nameSpan ?? { ...treaty.span, end: treaty.span.offset, endLine: treaty.span.line, endColumn: treaty.span.column }, message: 'the treaty says neither how a party leaves it nor when it ends',
    help: 'add a power to withdraw, or `terminates …`',
  }]),
};
