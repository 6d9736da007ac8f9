/** A clause that stands beside no prose: an effect the text's words do not show. */
import type { Finding, Rule } from './rule.js';

export const clauseWithoutProse: Rule = {
  id: 'clause-without-prose', severity: 'note', summary: 'a clause stands beside no prose',
  check: (treaty) => {
    const covered = new Set(treaty.articles.flatMap(({ number, paragraphs }) => paragraphs.flatMap(({ prose, clauses }) => (prose.length > 0 ? clauses.map((name) => `${number}\n${name}`) : []))));
    const elsewhere = new Set(treaty.articles.flatMap(({ paragraphs }) => paragraphs.flatMap(({ encodedBy }) => encodedBy ?? [])));
    // What a reading adds is one side's interpretation: its source stands in for prose.
    return treaty.clauses.filter((clause) => clause.reading === undefined && !elsewhere.has(clause.name) && !covered.has(`${clause.article}\n${clause.name}`))
      .map((clause): Finding => ({ span: clause.nameSpan, message: `no prose stands beside \`${clause.name}\``, help: 'write the words it encodes above it, on lines that begin with `|`' }));
  },
};
