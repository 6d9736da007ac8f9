/** A constraint that names no source: what binds a party beyond its will is written somewhere. */
import type { Finding, Rule } from './rule.js';

export const constraintWithoutSource: Rule = {
  id: 'constraint-without-source', severity: 'warning', summary: 'a constraint names no source',
  check: ({ negotiation }) => negotiation.limits.filter(({ kind, source }) => kind === 'constraint' && !source)
    .map(({ name, of, nameSpan }): Finding => ({ span: nameSpan, message: `the constraint \`${name}\` does not say what binds ${of}`, help: 'add `source "…"`: the law and its article' })),
};
