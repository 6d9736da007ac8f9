/** Where a text's sentences begin and end. Everything after rests on this: one broken sentence costs itself alone. */

export interface Stretch { readonly offset: number; readonly end: number }

/** Words, strings, prose, comments, and dates with dots, which are no ends of sentences. */
const TOKEN = /\|[^\r\n]*|\/\/[^\r\n]*|"[^"\r\n]*"|\d{1,2}\.\d{1,2}\.\d{2,4}(?!\d)|\d+(?:\.\d+)?|[\p{L}_][\p{L}\p{N}_]*(?:-[\p{L}\p{N}_]+)*|\s+|[\s\S]/gu;
const HEADINGS = new Set(['article', 'scenario']);
const HEADING_PARTS = new Set(['source', 'status', 'starts', ',', '.']);

/** Words a sentence begins with. */
export const STARTERS: ReadonlySet<string> = new Set([
  'treaty', 'times', 'party', 'outsider', 'group', 'body', 'zone', 'line', 'act', 'finding', 'article', 'define', 'duty', 'prohibition', 'permission', 'power', 'decision', 'reservation', 'enters', 'terminates',
  'survives', 'needs', 'pledge', 'claim', 'scenario', 'reading', 'encoded', 'under', 'expect', 'scope', 'behaviour',
  'negotiation', 'speaker', 'issue', 'option', 'constraint', 'red', 'position',
]);

export interface Word extends Stretch { readonly text: string }

/** Everything but white space. */
export function* wordsOf(text: string): Generator<Word> {
  for (const match of text.matchAll(TOKEN)) if (!/^\s/.test(match[0])) yield { text: match[0], offset: match.index, end: match.index + match[0].length };
}

/** By their full stops; a heading without one ends with its line, and a starting word at the beginning of a line ends a sentence whose stop is missing. */
export function sentencesOf(text: string): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let start = -1;
  let first = '';
  let end = 0;
  let last = '';
  let lone = false;
  const close = (): void => {
    if (start >= 0) {
      const before = stretches.at(-1);
      // A run of stray full stops is one mistake.
      const stray = last === '.' && first === '.';
      if (stray && lone && before) stretches[stretches.length - 1] = { offset: before.offset, end }; else stretches.push({ offset: start, end });
      lone = stray;
    }
    start = -1;
  };
  for (const word of wordsOf(text)) {
    const token = word.text;
    if (token.startsWith('//')) continue;
    if (token.startsWith('|')) { close(); stretches.push({ offset: word.offset, end: word.end }); lone = false; continue; }
    if (start >= 0) {
      const column = text.slice(end, word.offset).lastIndexOf('\n');
      const newLine = column >= 0;
      if (newLine && HEADINGS.has(first) && last !== ',' && !HEADING_PARTS.has(token)) close();
      else if (newLine && text[word.offset - 1] === '\n' && STARTERS.has(token)) close();
    }
    if (start < 0) { start = word.offset; first = token; }
    end = word.end;
    // `article 1. "…"` is one heading with a stop too many.
    const numberOnly = token === '.' && first === 'article' && !text.slice(start, end).includes('"') && /^\s*["“„«]/.test(text.slice(end, end + 40)) && !/^\s*\n/.test(text.slice(end, end + 40));
    last = token;
    if (token === '.' && !numberOnly) close();
  }
  close();
  return stretches;
}
