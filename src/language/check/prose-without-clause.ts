/** Prose that no clause encodes: words without effect here. */
import type { Finding, Rule } from './rule.js';

export const proseWithoutClause: Rule = {
  id: 'prose-without-clause', severity: 'note', summary: 'a paragraph of prose is encoded by no clause',
  check: (treaty) => treaty.articles.flatMap(({ number, paragraphs }) => paragraphs.flatMap(({ prose, clauses, encodedBy }): Finding[] => {
    const [first] = prose;
    return first && clauses.length === 0 && !encodedBy ? [{ span: first.span, message: `no clause encodes this paragraph of article ${number}`, help: 'write the clause below it, or `encoded by NAME.` where a clause elsewhere encodes it' }] : [];
  })),
};
