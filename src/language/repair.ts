/** Finds the sentences that do not parse and blanks them out, keeping every offset, so that the rest parses as if they were not there. */
import type { IRecognitionException, IToken } from 'chevrotain';
import { langiumParser } from './services.js';

export interface SyntaxFault { readonly offset: number; readonly end: number; readonly message: string; readonly help?: string }

export interface Repaired { readonly sound: string; readonly errors: readonly SyntaxFault[] }

interface Stretch { readonly offset: number; readonly end: number }

const TOKEN = /\|[^\r\n]*|\/\/[^\r\n]*|"[^"\r\n]*"|\d+(?:\.\d+)?|[\p{L}_][\p{L}\p{N}_]*(?:-[\p{L}\p{N}_]+)*|\s+|[\s\S]/gu;
const HEADINGS = new Set(['article', 'scenario']);
const STARTERS = new Set(['treaty', 'party', 'group', 'body', 'zone', 'line', 'act', 'finding', 'article', 'define', 'duty', 'prohibition', 'permission', 'power', 'decision', 'reservation', 'enters', 'survives', 'needs', 'pledge', 'claim', 'scenario', 'reading', 'under', 'expect', 'outsider']);
/** Nested deeper than this, a text is not read: no clause needs it, and the parser's own stack would not hold. */
const MAX_DEPTH = 60;

/** Sentences by their full stops; a heading without one ends with its line, and a starting word at the beginning of a line ends one whose stop is missing. */
export function sentencesOf(text: string): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let start = -1;
  let first = '';
  let lineStart = true;
  const close = (end: number): void => {
    if (start >= 0) stretches.push({ offset: start, end });
    start = -1;
  };
  for (const match of text.matchAll(TOKEN)) {
    const [token] = match;
    const offset = match.index;
    if (/^\s/.test(token)) {
      if (token.includes('\n')) {
        if (start >= 0 && HEADINGS.has(first)) close(offset);
        lineStart = true;
      }
      continue;
    }
    if (token.startsWith('//')) continue;
    if (token.startsWith('|')) { close(offset); stretches.push({ offset, end: offset + token.length }); lineStart = false; continue; }
    if (start >= 0 && lineStart && text[offset - 1] === '\n' && STARTERS.has(token)) close(offset);
    lineStart = false;
    if (start < 0) { start = offset; first = token; }
    if (token === '.') close(offset + 1);
  }
  close(text.length);
  return stretches;
}

export function brokenSentences(text: string): Repaired {
  const tooDeep = sentencesOf(text).filter((one) => depthOf(text.slice(one.offset, one.end)) > MAX_DEPTH);
  const errors: SyntaxFault[] = tooDeep.map((one) => ({ offset: one.offset, end: one.end, message: `this sentence nests more than ${MAX_DEPTH} brackets`, help: 'define a term for a part of it' }));
  let sound = blank(text, tooDeep);
  const whole = langiumParser().parse(sound);
  if (whole.lexerErrors.length === 0 && whole.parserErrors.length === 0) return { sound, errors };
  const broken: Stretch[] = [];
  for (const sentence of sentencesOf(sound)) {
    const source = sound.slice(sentence.offset, sentence.end);
    const { lexerErrors, parserErrors } = langiumParser().parse(source);
    const [lexer] = lexerErrors;
    const [parser] = parserErrors;
    if (!lexer && !parser) continue;
    broken.push(sentence);
    if (lexer && (!parser || lexer.offset <= (parser.token.startOffset || 0) || Number.isNaN(parser.token.startOffset))) {
      const character = source.slice(lexer.offset, lexer.offset + lexer.length);
      const offset = sentence.offset + lexer.offset;
      errors.push({ offset, end: offset + Math.max(1, lexer.length), message: `\`${shorten(character)}\` cannot be read here`, help: character.startsWith('"') ? 'close the quotation mark on the same line' : 'remove it, or put it in quotation marks' });
    } else if (parser) errors.push(faultOf(parser, sentence, source));
  }
  sound = blank(sound, broken);
  const again = langiumParser().parse(sound);
  if (again.parserErrors.length > 0 || again.lexerErrors.length > 0) {
    // What parses alone but not together: blank from the first fault on is too much, so blank its sentence only.
    const offset = again.parserErrors[0]?.token.startOffset ?? again.lexerErrors[0]?.offset ?? 0;
    const sentence = sentencesOf(sound).find((one) => one.end > offset);
    if (sentence) {
      errors.push({ ...sentence, message: 'this sentence does not stand well after the one before', help: 'check that the sentence before ends with a full stop' });
      const rest = brokenSentences(blank(sound, [sentence]));
      return { sound: rest.sound, errors: [...errors, ...rest.errors] };
    }
  }
  return { sound, errors };
}

function depthOf(sentence: string): number {
  let depth = 0;
  let deepest = 0;
  for (const match of sentence.matchAll(/\(|\)|\bnot\b/g)) {
    depth += match[0] === ')' ? -1 : 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

function blank(text: string, stretches: readonly Stretch[]): string {
  if (stretches.length === 0) return text;
  const parts: string[] = [];
  let from = 0;
  for (const { offset, end } of [...stretches].sort((a, b) => a.offset - b.offset)) {
    parts.push(text.slice(from, offset), text.slice(offset, end).replace(/[^\r\n]/g, ' '));
    from = end;
  }
  parts.push(text.slice(from));
  return parts.join('');
}

const shorten = (text: string): string => (text.length > 24 ? `${text.slice(0, 24)}…` : text);

/** The parser's complaint in words a lawyer understands: what stands there, after what. */
function faultOf(error: IRecognitionException, sentence: Stretch, source: string): SyntaxFault {
  const { token, previousToken } = error as IRecognitionException & { previousToken?: IToken };
  const atEnd = Number.isNaN(token.startOffset) || token.image === '';
  const before = previousToken && previousToken.image !== '' ? ` after \`${shorten(previousToken.image)}\`` : '';
  const expected = expectation(error.message);
  if (atEnd) {
    const end = sentence.offset + source.trimEnd().length;
    return { offset: Math.max(sentence.offset, end - 1), end, message: 'this sentence does not end', help: expected ?? 'end it with a full stop, or say what is missing' };
  }
  const offset = sentence.offset + token.startOffset;
  return { offset, end: offset + token.image.length, message: `\`${shorten(token.image)}\` cannot stand here${before}`, help: expected ?? 'see the form of this sentence in the language reference' };
}

/** What the parser would have taken, where it is few enough to say. */
function expectation(message: string): string | undefined {
  const single = /token of type '([^']+)'/.exec(message)?.[1] ?? /of type --> (\S+) <--/.exec(message)?.[1];
  if (single) return `expected ${wordFor(single)}`;
  const options = [...message.matchAll(/\d+\. \[([^\]]+)\]/g)].map((match) => (match[1] ?? '').split(', ')[0] ?? '');
  const distinct = [...new Set(options.map(wordFor))].filter((word) => word !== 'a name' || options.includes('ID'));
  const named = options.includes('ID') ? ['a name', ...distinct.filter((word) => !/^`[a-z]+`$/.test(word) && word !== 'a name')] : distinct;
  return named.length > 0 && named.length <= 6 ? `expected ${named.join(' or ')}` : undefined;
}

function wordFor(token: string): string {
  const words: { readonly [token: string]: string } = { ID: 'a name', STRING: 'words in quotation marks', NUMBER: 'a number', DATE: 'a date', COORDINATE: 'a coordinate such as 49.9N', PROSE: 'prose', '.': 'a full stop', ',': 'a comma', POSSESSIVE: "`'s`" };
  return words[token] ?? `\`${token}\``;
}
