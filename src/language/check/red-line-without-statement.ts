/** A red line nobody is on record as having drawn: neither a source nor a position in the party's own voice against what it excludes. */
import type { Finding, Rule } from './rule.js';

export const redLineWithoutStatement: Rule = {
  id: 'red-line-without-statement', severity: 'warning', summary: 'a red line has neither a source nor a statement of its party',
  check: ({ negotiation: { limits, positions } }) => limits.filter(({ kind, source, of, excludes }) => kind === 'red line' && !source
    && !positions.some((one) => one.party === of && one.voice === 'own' && excludes.some(({ issue, option }) => one.issue === issue && (one.stance === 'rejects' ? option === undefined || one.option === option : one.stance === 'demands' && one.option !== option))))
    .map(({ name, of, nameSpan }): Finding => ({ span: nameSpan, message: `nothing shows that ${of} has drawn the red line \`${name}\``, help: 'add `source "…"`, or the position in which it rejects what the line excludes' })),
};
