/** An issue without an option: nothing could be agreed on it. */
import type { Finding, Rule } from './rule.js';

export const issueWithoutOption: Rule = {
  id: 'issue-without-option', severity: 'warning', summary: 'an issue has no option, so nothing could be agreed on it',
  check: ({ negotiation }) => negotiation.issues.filter(({ options }) => options.length === 0)
    .map(({ name, nameSpan }): Finding => ({ span: nameSpan, message: `nothing that could be agreed on \`${name}\` is named`, help: `write \`option NAME of ${name} "…".\`` })),
};
