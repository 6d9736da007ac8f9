/** Quotes: one that nobody is named for, and, held against another report of the same words, one that was altered or put together from several. */
import { articleOf, type Article, type Quote } from '../document.js';
import type { Fault, Stretch } from '../shapes.js';
import type { Evidence } from './index.js';

const SHORTEST_UNATTRIBUTED = 4;
const SHORTEST_COMPARED = 4;
const LIKE = 0.62;

interface Word { readonly word: string; readonly span: Stretch }
const wordsIn = (text: string, [from, to]: Stretch): readonly Word[] => [...text.slice(from, to).matchAll(/[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu)].map((hit) => ({ word: hit[0].toLowerCase().replace(/’/g, "'"), span: [from + hit.index, from + hit.index + hit[0].length] as const }));

export function unattributedQuotes({ article, attributed }: Evidence): readonly Fault[] {
  return article.blocks.filter(({ kind }) => kind === 'paragraph').flatMap(({ quotes }) => quotes).filter((quote) => {
    if (attributed.has(quote.span[0])) return false;
    const said = article.text.slice(...quote.inner);
    const words = said.match(/[\p{L}\d]+(?:['’][\p{L}]+)*/gu) ?? [];
    // A sentence of its own, or as long as one; titles and single terms in quotation marks are no quotes of anybody.
    const title = words.filter((one) => one.length > 3).every((one) => /^\p{Lu}/u.test(one)) && !/[.!?]$/.test(said);
    return words.length >= (/[.!?,…]$/.test(said.trim()) ? SHORTEST_UNATTRIBUTED : 8) && !title;
  }).map(({ span }) => ({ id: 'unattributed-quote', span, message: 'nobody is named for these words', help: 'say who said it, where and when, or leave the quote out' }));
}

interface Source { readonly words: readonly string[]; readonly block: number; /** Words of its own between it and the quote before, enough to be another saying. */ readonly apart: boolean; readonly which: number }

/** Quotes of the other reports, in order. */
function sourcesOf(texts: readonly string[]): readonly Source[] {
  return texts.flatMap((text, which) => {
    const article = articleOf(text);
    return article.blocks.flatMap(({ quotes, kind, span }, block) => (kind === 'row' ? [] : quotes.map((quote, index) => {
      const before = quotes[index - 1];
      const after = text.slice(quote.span[1], quotes[index + 1]?.span[0] ?? span[1]);
      // `"A," she said. "B."` is one saying told in two parts; `"B," she said later` is another.
      const apart = before === undefined || /\p{L}/u.test(after.replace(/^[\s,]*/, ''));
      return { words: wordsIn(text, quote.inner).map(({ word }) => word), block, apart, which };
    })));
  }).filter(({ words }) => words.length >= 2);
}

export function comparedQuotes(article: Article, texts: readonly string[]): readonly Fault[] {
  const sources = sourcesOf(texts);
  if (sources.length === 0) return [];
  const spoken = article.blocks.filter(({ kind }) => kind !== 'row').flatMap(({ quotes }) => quotes);
  return spoken.flatMap((quote) => compared(article.text, quote, sources));
}

function compared(text: string, { span, inner }: Quote, sources: readonly Source[]): readonly Fault[] {
  const parts = sentencesWithin(text, inner);
  const faults: Fault[] = [];
  const met: number[] = [];
  const whole = wordsIn(text, inner);
  if (whole.length < SHORTEST_COMPARED || sources.some(({ words }) => holds(words, whole))) return [];
  for (const part of parts) {
    const words = wordsIn(text, part);
    if (words.length < SHORTEST_COMPARED) continue;
    const exact = sources.findIndex((source) => holds(source.words, words));
    if (exact >= 0) { met.push(exact); continue; }
    const best = bestOf(words, sources);
    if (!best) continue;
    met.push(best.source);
    const { added, dropped } = best;
    if (added.length === 0 && dropped.length === 0) continue;
    const from = words[0]?.span[0] ?? part[0];
    faults.push({
      id: 'altered-quote', span: [from, words.at(-1)?.span[1] ?? part[1]],
      message: `the other report has it otherwise: ${[...(added.length > 0 ? [`here \`${added.join(' ')}\` ${added.length === 1 ? 'is' : 'are'} more`] : []), ...(dropped.length > 0 ? [`\`${dropped.join(' ')}\` ${dropped.length === 1 ? 'is' : 'are'} missing`] : [])].join(', and ')}`,
      help: 'quote the words as they were spoken, or paraphrase without quotation marks',
    });
  }
  const separate = met.filter((one, index) => index > 0 && met[index - 1] !== one && isApart(sources, met[index - 1] as number, one));
  if (separate.length > 0) faults.unshift({ id: 'joined-quotes', span, message: 'words spoken apart in the other report stand here as one quote', help: 'close the quote where the first ends, and say when each was spoken' });
  return faults;
}

/** Two quotes of a source are apart where another report, another paragraph, or an attribution of its own stands between. */
const isApart = (sources: readonly Source[], one: number, other: number): boolean => {
  const [a, b] = [sources[Math.min(one, other)] as Source, sources[Math.max(one, other)] as Source];
  return a.which !== b.which || a.block !== b.block || Math.abs(one - other) > 1 || b.apart;
};

function sentencesWithin(text: string, [from, to]: Stretch): readonly Stretch[] {
  const parts: Stretch[] = [];
  let start = from;
  for (const cut of text.slice(from, to).matchAll(/[.!?…]+["'”’]*\s+(?=[\p{Lu}\d"“])/gu)) { parts.push([start, from + cut.index + cut[0].length]); start = from + cut.index + cut[0].length; }
  parts.push([start, to]);
  return parts;
}

const holds = (source: readonly string[], words: readonly Word[]): boolean => source.some((_, at) => words.every(({ word }, index) => source[at + index] === word));

/** The source quote with a stretch most like the words: by what both have in the same order. */
function bestOf(words: readonly Word[], sources: readonly Source[]): { readonly source: number; readonly added: readonly string[]; readonly dropped: readonly string[] } | undefined {
  let best: { source: number; score: number; added: readonly string[]; dropped: readonly string[] } | undefined;
  sources.forEach(({ words: theirs }, source) => {
    const pairs = common(words.map(({ word }) => word), theirs);
    const [first, last] = [pairs[0], pairs.at(-1)];
    if (!first || !last || pairs.length < 3) return;
    const stretch = theirs.slice(first[1], last[1] + 1);
    const score = (2 * pairs.length) / (words.length + stretch.length);
    if (score < LIKE || (best && best.score >= score)) return;
    const ours = new Set(pairs.map(([at]) => at));
    const kept = new Set(pairs.map(([, at]) => at));
    best = { source, score, added: words.filter((_, at) => !ours.has(at)).map(({ word }) => word), dropped: stretch.filter((_, at) => !kept.has(at + first[1])) };
  });
  return best;
}

const LONGEST_COMPARED = 400;

/** Longest common subsequence, as pairs of places. */
function common(a: readonly string[], b: readonly string[]): readonly (readonly [number, number])[] {
  const [n, m] = [Math.min(a.length, LONGEST_COMPARED), Math.min(b.length, LONGEST_COMPARED)];
  const table = Array.from({ length: n + 1 }, () => new Uint16Array(m + 1));
  const at = (i: number, j: number): number => table[i]?.[j] ?? 0;
  for (let i = n - 1; i >= 0; i -= 1) for (let j = m - 1; j >= 0; j -= 1) (table[i] as Uint16Array)[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < n && j < m;) {
    if (a[i] === b[j]) { pairs.push([i, j]); i += 1; j += 1; } else if (at(i + 1, j) >= at(i, j + 1)) i += 1; else j += 1;
  }
  return pairs;
}
