/** Reads a text sentence by sentence. What does not parse is set aside by itself, with one fault; a missing full stop is seen where the next line begins a sentence. */
import type { Document, Sentence } from './generated/ast.js';
import { attempt, diagnose, type Attempt, type SyntaxFault } from './mistakes.js';
import { sentencesOf, STARTERS, wordsOf, type Stretch } from './sentences.js';
import { setBase } from './services.js';

export interface ReadText {
  readonly sentences: readonly Sentence[];
  readonly faults: readonly SyntaxFault[];
  /** What no sentence was read from. */
  readonly broken: readonly Stretch[];
}

/** Nested deeper than this, a sentence is not read: no clause needs it, and the parser's own stack would not hold. */
const MAX_DEPTH = 60;
/** Longest sentence that is read, in UTF-16 units. */
const MAX_SENTENCE = 60_000;
/** Comments within one sentence; the parser keeps them on its stack. */
const MAX_COMMENTS = 2000;
/** Beyond this many broken sentences the text is something else, and what was meant is not searched for. */
const MAX_DIAGNOSED = 200;
/** In sentences longer than this, what was meant is not searched for: each try parses it again. */
const MAX_SEARCHED = 4000;
/** Beyond this many, the rest is not read at all, and the last fault says so. */
const MAX_BROKEN = 2000;

export function readSentences(text: string): ReadText {
  const sentences: Sentence[] = [];
  const faults: SyntaxFault[] = [];
  const broken: Stretch[] = [];
  const keep = ({ value }: Attempt, base: number): void => {
    for (const sentence of (value as Document).sentences) { setBase(sentence, base); sentences.push(sentence); }
  };
  const lose = (stretch: Stretch, fault: SyntaxFault): void => { broken.push(stretch); faults.push(fault); };
  // Broken sentences come apart into further ones: the first to be read is the last of the list.
  const waiting = [...sentencesOf(text)].reverse();
  for (let stretch = waiting.pop(); stretch; stretch = waiting.pop()) {
    const { offset, end } = stretch;
    const source = text.slice(offset, end);
    if (broken.length >= MAX_BROKEN) {
      lose({ offset, end: text.length }, { id: 'too-many-broken-sentences', offset, end, message: `more than ${MAX_BROKEN} sentences before this one cannot be read, and the rest of the text is not read`, help: 'see whether this is a text in the Casus language, and mend the first faults' });
      break;
    }
    const unfit = tooMuch(source);
    if (unfit) { lose(stretch, { id: 'sentence-too-long', offset, end, ...unfit }); continue; }
    const whole = attempt(source);
    if (whole.fault === undefined) { keep(whole, offset); continue; }
    const split = faults.length < MAX_DIAGNOSED && source.length <= MAX_SEARCHED ? splitAt(source) : undefined;
    if (split?.head) {
      keep(split.head, offset);
      faults.push(missingStop(source.slice(0, split.at), offset));
    } else if (split) lose({ offset, end: offset + split.at }, diagnose(source.slice(0, split.at), offset, true, undefined));
    if (!split) lose(stretch, diagnose(source, offset, faults.length < MAX_DIAGNOSED && source.length <= MAX_SEARCHED, whole));
    else if (split.at < source.length) waiting.push({ offset: offset + split.at, end });
  }
  return { sentences, faults, broken };
}

/** Where a sentence without a full stop ends: before a line that begins like a sentence. `head` where what stands before it is one but for the stop. */
function splitAt(source: string): { readonly at: number; readonly head?: Attempt } | undefined {
  const starts: number[] = [];
  let before = 0;
  let opener = '';
  for (const { text, offset, end } of wordsOf(source)) {
    if (text.startsWith('//')) continue;
    if (opener === 'at' && /^\d/.test(text)) starts.push(before);
    const newLine = offset > 0 && /\n\s*$/.test(source.slice(Math.max(0, offset - 200), offset));
    opener = newLine ? text : '';
    if (newLine && text !== 'at' && (STARTERS.has(text) || text === 'suspended')) starts.push(offset);
    before = offset;
    if (end >= source.length) break;
  }
  const whole = [...starts.slice(0, 8), source.length];
  for (const at of whole) {
    const head = attempt(stopped(source.slice(0, at)));
    if (head.fault === undefined && (head.value as Document).sentences.length > 0) return { at, head };
  }
  for (const at of starts.slice(0, 8)) if (attempt(source.slice(at)).fault === undefined) return { at };
  return undefined;
}

/** Ended by a full stop, in place of a comma, colon or semicolon where one stands. */
function stopped(head: string): string {
  const end = endOf(head);
  return /[,;:]/.test(head[end - 1] ?? '') ? `${head.slice(0, end - 1)}.` : `${head.slice(0, end)}.`;
}

/** Where the last word before trailing comments and white space ends. */
function endOf(head: string): number {
  let last = 0;
  for (const { text, end } of wordsOf(head)) if (!text.startsWith('//')) last = end;
  return last;
}

function missingStop(head: string, base: number): SyntaxFault {
  const end = base + endOf(head);
  const mark = /[,;:]$/.exec(head.slice(0, end - base))?.[0];
  return {
    id: 'missing-full-stop', offset: end - 1, end, message: mark ? `this sentence ends with \`${mark}\`, and a full stop ends a sentence` : 'this sentence does not end: a full stop is missing', help: mark ? 'write a full stop in its place' : 'end it with a full stop',
    fix: mark ? { title: 'end the sentence with a full stop', offset: end - 1, end, replacement: '.' } : { title: 'add the full stop', offset: end, end, replacement: '.' },
  };
}

function tooMuch(source: string): { readonly message: string; readonly help: string } | undefined {
  if (source.length > MAX_SENTENCE) return { message: `this sentence has ${source.length} characters, and at most ${MAX_SENTENCE} are read in one`, help: 'end each sentence with a full stop, and define a term for a part of a long one' };
  let depth = 0;
  let deepest = 0;
  for (const [match] of source.matchAll(/\(|\)|\bnot\b|\bleast\s+\S+\s+of\b|\bsum\s+of\b/g)) deepest = Math.max(deepest, depth += match === ')' ? -1 : 1);
  if (deepest > MAX_DEPTH) return { message: `this sentence nests more than ${MAX_DEPTH} conditions in one another`, help: 'define a term for a part of it' };
  if (source.split('//').length > MAX_COMMENTS) return { message: `more than ${MAX_COMMENTS} comments stand inside this sentence`, help: 'put them before it' };
  return undefined;
}
