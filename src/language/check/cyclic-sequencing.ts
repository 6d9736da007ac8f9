/** Clauses that each wait for another of them, so that none can ever begin: in the common text, under one reading, or only when the readings are held together. */
import type { Clause, Treaty } from '../../treaty/index.js';
import { inArticle, type Finding, type Rule } from './rule.js';
import { clausesUnder, cyclesOf, stuck } from './waiting.js';

export const cyclicSequencing: Rule = {
  id: 'cyclic-sequencing', severity: 'warning', summary: 'clauses wait for each other, so that none can begin',
  check: (treaty) => {
    const told = new Set<string>();
    const titles = treaty.readings.map(({ title }) => title);
    const views: readonly (readonly [reading: string | undefined | 'all', words: string])[] = [
      [undefined, ''], ...titles.map((title) => [title, ` under the reading "${title}"`] as const),
      ...(titles.length > 1 ? [['all', `; each reading alone has an order, and ${titles.map((title) => `"${title}"`).join(' and ')} together have none`] as const] : []),
    ];
    return views.flatMap(([reading, words]) => {
      const clauses = clausesUnder(treaty, reading);
      return cyclesOf(stuck(clauses)).flatMap((cycle): Finding[] => {
        const key = [...cycle].sort().join('\n');
        if (told.has(key)) return [];
        told.add(key);
        return [finding(cycle, clauses, words, treaty)];
      });
    });
  },
};

function finding(cycle: readonly string[], clauses: ReadonlyMap<string, readonly Clause[]>, words: string, treaty: Treaty): Finding {
  const at = (name: string): Clause | undefined => clauses.get(name)?.at(-1) ?? treaty.clauses.find((clause) => clause.name === name);
  // A reading's clause may stand anywhere; the article it reads is where the common clause stands.
  const named = cycle.map((name) => `\`${name}\`${inArticle(treaty.clauses.find((clause) => clause.name === name && clause.reading === undefined) ?? at(name))}`);
  const [first = ''] = named;
  const start = at(cycle[0] ?? '');
  return {
    span: start?.nameSpan ?? treaty.span,
    message: cycle.length === 1 ? `${first} waits for itself${words}` : `${first} waits for ${[...named.slice(1), first].join(', which waits for ')}${words}`,
    help: 'say which of them comes first, or let each take one step at a time',
    related: cycle.slice(1).flatMap((name) => { const clause = at(name); return clause ? [{ span: clause.nameSpan, message: `\`${name}\` stands here` }] : []; }),
  };
}
