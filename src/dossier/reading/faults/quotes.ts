/** Quotes held against another report of the same words: one that was altered, or put together from several. */
import { articleOf, MASK, type Article, type Quote } from '../document.js';
import type { Fault, Stretch } from '../shapes.js';

const SHORTEST_COMPARED = 4;
const LIKE = 0.62;

interface Word { readonly word: string; readonly span: Stretch }
const wordsIn = (text: string, [from, to]: Stretch): readonly Word[] => [...text.slice(from, to).matchAll(/[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu)].map((hit) => ({ word: hit[0].toLowerCase().replace(/’/g, "'"), span: [from + hit.index, from + hit.index + hit[0].length] as const }));

interface Source { readonly words: readonly string[]; readonly block: number; /** Words of its own between it and the quote before, enough to be another saying. */ readonly apart: boolean; readonly which: number }

/** What an answer in an interview, a transcript or a block set off opens with. */
const SPEAKS = /^(?:>\s?|(?:\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,3})(?: \([^)]{2,40}\))?:\s+)/u;

/** Quotes of the other reports, in order; in an interview or a transcript, whole answers. */
function sourcesOf(texts: readonly string[]): readonly Source[] {
  return texts.flatMap((text, which) => {
    const article = articleOf(text);
    return article.blocks.flatMap(({ quotes, kind, span }, block): readonly Source[] => {
      if (kind === 'row') return [];
      const opening = SPEAKS.exec(text.slice(...span))?.[0];
      if (opening !== undefined && quotes.length === 0 && kind === 'paragraph') return [{ words: wordsIn(text, [span[0] + opening.length, span[1]]).map(({ word }) => word), block, apart: true, which }];
      return quotes.map((quote, index) => {
        const before = quotes[index - 1];
        return { words: wordsIn(text, quote.inner).map(({ word }) => word), block, apart: before === undefined || another(article, before, quote, quotes[index + 1]?.span[0] ?? span[1]), which };
      });
    });
  }).filter(({ words }) => words.length >= 2);
}

/** The same speaker, the same moment. */
const GOES_ON = /^(?:(?:And|But|Then),? )?(?:(?:he|she|they|it|(?:the \p{L}+(?: \p{L}+)?)|(?:\p{Lu}[\p{L}’'-]+ ?){1,3}),? )?(?:then |also |further )?(?:add(?:s|ed)|said|says|continue[sd]|went on|goes on|wrote|explained)(?: that)?[:,]?\s*$/iu;

/** `"A," she said. "B."` is one saying told in two parts, and so is `… She added: "B."`; `"B," she said later` and `Asked at the gate, she said: "B."` are another. */
function another({ text, masked }: Article, before: Quote, quote: Quote, until: number): boolean {
  const between = text.slice(before.span[1], quote.span[0]);
  const [, led = ''] = /^[^.!?]*[.!?]+\s+([^]*)$/.exec(between) ?? [];
  if (!GOES_ON.test(led) && (led.match(/\p{L}{2,}/gu)?.length ?? 0) >= 2) return true;
  const end = masked.slice(quote.span[1], until).search(/[.!?](?:\s|$)/);
  const after = masked.slice(quote.span[1], end < 0 ? until : quote.span[1] + end).replaceAll(MASK, ' ').replace(/^[\s,]*/, '');
  return /\p{L}/u.test(after);
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
  // Both ends of one saying with words between them left out, and nothing to show it.
  const skipped = parts.slice(1).some((part, index) => leavesOut(wordsIn(text, parts[index] as Stretch), wordsIn(text, part), sources) && !/…|\.{3}|\[/.test(text.slice((parts[index] as Stretch)[1] - 6, part[0] + 3)));
  const cut = parts.some((part) => madeOfTwo(wordsIn(text, part), sources));
  const separate = met.filter((one, index) => index > 0 && met[index - 1] !== one && isApart(sources, met[index - 1] as number, one));
  if (cut && separate.length === 0) return [{ id: 'joined-quotes', span, message: 'the two ends of a sentence come from words spoken apart in the other report', help: 'close the quote where the first ends, and say when each was spoken' }];
  if (skipped && separate.length === 0) faults.unshift({ id: 'joined-quotes', span, message: 'words that stand between these in the other report are left out, and nothing shows it', help: 'mark what is left out, or close the quote where it breaks off' });
  if (separate.length > 0) faults.unshift({ id: 'joined-quotes', span, message: 'words spoken apart in the other report stand here as one quote', help: 'close the quote where the first ends, and say when each was spoken' });
  return faults;
}

/** Two quotes of a source are apart where another report, another paragraph, or an attribution of its own stands between. */
const isApart = (sources: readonly Source[], one: number, other: number): boolean => {
  const [a, b] = [sources[Math.min(one, other)] as Source, sources[Math.max(one, other)] as Source];
  return a.which !== b.which || a.block !== b.block || Math.abs(one - other) > 1 || b.apart;
};

/** Neighbouring sentences that one source has, the second further on than where the first ends. */
function leavesOut(one: readonly Word[], other: readonly Word[], sources: readonly Source[]): boolean {
  if (one.length < SHORTEST_COMPARED || other.length < SHORTEST_COMPARED) return false;
  return sources.some(({ words }) => { const [a, b] = [placeIn(words, one), placeIn(words, other)]; return a >= 0 && b >= a + one.length + 3; }) && !sources.some(({ words }) => holds(words, [...one, ...other]));
}

const SHORTEST_END = 4;
/** A sentence whose beginning one saying has and whose end another. */
function madeOfTwo(words: readonly Word[], sources: readonly Source[]): boolean {
  if (words.length < 2 * SHORTEST_END || sources.some((source) => holds(source.words, words))) return false;
  const longest = (source: Source, of: (length: number) => readonly Word[]): number => { let length = 0; while (length < words.length && holds(source.words, of(length + 1))) length += 1; return length; };
  const heads = sources.map((source) => longest(source, (length) => words.slice(0, length)));
  const tails = sources.map((source) => longest(source, (length) => words.slice(-length)));
  return heads.some((head, one) => head >= SHORTEST_END && tails.some((tail, other) => one !== other && tail >= SHORTEST_END && head + tail >= words.length - 2 && head < words.length && isApart(sources, one, other)));
}

function sentencesWithin(text: string, [from, to]: Stretch): readonly Stretch[] {
  const parts: Stretch[] = [];
  let start = from;
  for (const cut of text.slice(from, to).matchAll(/[.!?…]+["'”’]*\s+(?=[\p{Lu}\d"“])/gu)) { parts.push([start, from + cut.index + cut[0].length]); start = from + cut.index + cut[0].length; }
  parts.push([start, to]);
  return parts;
}

const placeIn = (source: readonly string[], words: readonly Word[]): number => source.findIndex((_, at) => words.every(({ word }, index) => source[at + index] === word));
const holds = (source: readonly string[], words: readonly Word[]): boolean => placeIn(source, words) >= 0;

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
