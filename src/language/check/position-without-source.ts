/** A position that names no source: nobody can look up that it was taken. */
import type { Finding, Rule } from './rule.js';

export const positionWithoutSource: Rule = {
  id: 'position-without-source', severity: 'warning', summary: 'a position names no source',
  check: ({ negotiation }) => negotiation.positions.filter(({ source }) => !source)
    .map(({ party, issue, nameSpan }): Finding => ({ span: nameSpan, message: `this position of ${party} on \`${issue}\` names no source`, help: 'add `source "…"`: the outlet and the date' })),
};
