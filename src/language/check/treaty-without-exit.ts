/** A text that says neither how one leaves nor when it ends (VCLT art. 56 then decides, and its answer is often contested). */
import { isExit } from './exits.js';
import type { Rule } from './rule.js';

export const treatyWithoutExit: Rule = {
  id: 'treaty-without-exit', severity: 'warning', summary: 'the text says neither how one leaves nor when it ends', treatiesOnly: true,
  check: (treaty) => (treaty.clauses.length === 0 || treaty.clauses.some(isExit) || treaty.terminations.some(({ kind }) => kind === 'terminates') ? [] : [{
    span: treaty.nameSpan ?? { ...treaty.span, end: treaty.span.offset, endLine: treaty.span.line, endColumn: treaty.span.column }, message: 'the treaty says neither how a party leaves it nor when it ends',
    help: 'add a power to withdraw, or `terminates …`',
  }]),
};
