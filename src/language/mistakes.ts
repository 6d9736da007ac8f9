/** What is wrong with a sentence that does not parse, in a lawyer's words: the mistakes newcomers make are tried one by one, and a fix is offered only where the sentence parses with it. */
import type { IRecognitionException, IToken } from 'chevrotain';
import { nearestAll } from './nearest.js';
import { STARTERS, wordsOf, type Word } from './sentences.js';
import { keywords, langiumParser } from './services.js';
import { inLatin, mixesAlphabets } from './alphabets.js';

export interface SyntaxFault {
  readonly id: string;
  readonly offset: number;
  readonly end: number;
  readonly message: string;
  readonly help?: string;
  readonly fix?: { readonly title: string; readonly offset: number; readonly end: number; readonly replacement: string };
}

/** Ids of what keeps a sentence from being read. */
export const SYNTAX_FAULTS: ReadonlySet<string> = new Set([
  'syntax-error', 'missing-full-stop', 'misspelt-word', 'word-missing', 'space-in-name', 'curly-quotation-marks', 'quotation-marks-missing', 'unclosed-quotation', 'dash-in-name', 'mixed-alphabets', 'number-in-words', 'date-in-another-form',
  'sentence-too-long', 'too-many-broken-sentences',
]);

interface Place { readonly offset: number; readonly end: number; readonly unreadable: boolean; readonly atEnd: boolean; readonly after?: string; readonly expected: readonly string[] }
export interface Attempt { readonly value: unknown; readonly fault?: Place }

/** One edit of a sentence, and what it says was wrong. */
interface Edit { readonly id: string; readonly offset: number; readonly end: number; readonly replacement: string; readonly message: string; readonly help: string }

export function attempt(source: string): Attempt {
  const { value, lexerErrors: [lexer], parserErrors: [parser] } = langiumParser().parse(source);
  const parserAt = parser && !Number.isNaN(parser.token.startOffset) && parser.token.image !== '' ? parser.token.startOffset : undefined;
  if (lexer && (parserAt === undefined || lexer.offset <= parserAt)) return { value, fault: { offset: lexer.offset, end: lexer.offset + Math.max(1, lexer.length), unreadable: true, atEnd: false, expected: [] } };
  if (!parser) return { value };
  const { token, previousToken } = parser as IRecognitionException & { previousToken?: IToken };
  const after = previousToken && previousToken.image !== '' ? { after: previousToken.image } : {};
  const expected = expectation(parser.message);
  if (parserAt === undefined) { const end = source.trimEnd().length; return { value, fault: { offset: Math.max(0, end - 1), end, unreadable: false, atEnd: true, expected, ...after } }; }
  return { value, fault: { offset: parserAt, end: parserAt + token.image.length, unreadable: false, atEnd: false, expected, ...after } };
}

/** The fault of a sentence that begins at `base` of the text. Without `search`, only where it stops making sense. */
export function diagnose(source: string, base: number, search: boolean, tried: Attempt | undefined): SyntaxFault {
  const { fault } = tried ?? attempt(source);
  const place = fault ?? { offset: 0, end: source.length, unreadable: false, atEnd: false, expected: [] };
  const shift = (edit: Edit, certain: boolean): SyntaxFault => ({
    // What is missing has no place of its own: the sign before it stands for it.
    id: edit.id, offset: base + (edit.end > edit.offset || !/\s/.test(source[edit.offset] ?? ' ') ? edit.offset : edit.offset - 1), end: base + (edit.end > edit.offset || /\s/.test(source[edit.offset] ?? ' ') ? edit.end : edit.offset + 1), message: edit.message, help: edit.help,
    ...(certain ? { fix: { title: edit.replacement === '' ? 'leave it out' : `write \`${shorten(edit.replacement)}\``, offset: base + edit.offset, end: base + edit.end, replacement: edit.replacement } } : {}),
  });
  if (/^[.\s]+$/.test(source)) return shift({ id: 'syntax-error', offset: 0, end: source.length, replacement: '', message: 'this full stop ends no sentence', help: 'leave it out' }, true);
  if (search) {
    const edits = editsOf(source, place);
    let further: { readonly edit: Edit; readonly reached: number } | undefined;
    for (const edit of edits) {
      const after = attempt(source.slice(0, edit.offset) + edit.replacement + source.slice(edit.end)).fault;
      if (!after) return shift(edit, true);
      const reached = after.offset - (edit.replacement.length - (edit.end - edit.offset));
      if (reached > Math.max(place.offset, edit.end) && (!further || reached > further.reached)) further = { edit, reached };
    }
    const typed = edits.find(({ id }) => id === 'curly-quotation-marks' || id === 'unclosed-quotation' || id === 'mixed-alphabets' || id === 'dash-in-name');
    if (typed) return shift(typed, false);
    const unclosed = unclosedQuotation(source);
    if (unclosed) return { id: 'unclosed-quotation', offset: base + unclosed.offset, end: base + unclosed.end, message: unclosed.message, help: unclosed.help };
    if (further) return shift(further.edit, false);
  }
  return plain(source, place, base);
}

/** Where no mistake is recognised: what stands there, after what, and what was expected. */
function plain(source: string, place: Place, base: number): SyntaxFault {
  const offset = base + place.offset;
  const end = base + Math.min(place.end, place.offset + 200);
  const text = shorten(source.slice(place.offset, place.end));
  const help = place.expected.length > 0 && place.expected.length <= 6 ? `expected ${place.expected.map(wordFor).join(' or ')}` : undefined;
  if (place.unreadable) return { id: 'syntax-error', offset, end, message: `\`${text}\` cannot be read here`, help: /^\/\*|^--/.test(source.slice(place.offset)) ? 'a comment begins with `//`' : text === '%' ? 'write a share in words, such as `two thirds`, or a number of votes' : 'remove it, or put it in quotation marks' };
  if (place.atEnd) return { id: 'syntax-error', offset, end, message: 'this sentence is not complete', help: help ?? 'say what is missing, and end it with a full stop' };
  const first = place.offset === 0;
  return {
    id: 'syntax-error', offset, end, message: first ? `no sentence begins with \`${text}\`` : `\`${text}\` cannot stand here${place.after === undefined ? '' : ` after \`${shorten(place.after)}\``}`,
    help: first ? 'begin with a word such as `party`, `article`, `duty` or `scenario`' : help ?? 'see the form of this sentence in the language reference',
  };
}

/** Edits worth trying, the likeliest first. */
function editsOf(source: string, place: Place): readonly Edit[] {
  const words = [...wordsOf(source)].filter(({ text }) => !text.startsWith('//'));
  const found = words.findIndex(({ end }) => end > place.offset);
  const at = found < 0 ? words.length - 1 : found;
  const near = [at, at + 1, at - 1, at + 2, at - 2].flatMap((index) => words[index] ?? []);
  const edits: Edit[] = [...wholeSentence(source)];
  const [here, before] = [words[at], words[at - 1]];
  if (here?.text === '#') edits.push({ id: 'syntax-error', offset: here.offset, end: here.end, replacement: '//', message: '`#` cannot be read here', help: 'a comment begins with `//`' });
  for (const word of near) edits.push(...dateEdits(source, word), ...numberEdits(source, word));
  for (const word of near) edits.push(...wordEdits(word, word === words[0]));
  if (here && before && isName(here) && isName(before)) edits.push({
    id: 'space-in-name', offset: before.offset, end: here.end, replacement: `${before.text}-${here.text}`, message: `\`${before.text} ${here.text}\` are two words, and a name is one`, help: `join them by a hyphen: \`${before.text}-${here.text}\``,
  });
  for (const word of [here, before].flatMap((one) => one ?? [])) if (/^[,:;.!?–—-]$/.test(word.text) && word !== words.at(-1)) {
    edits.push({ id: 'syntax-error', offset: word.offset, end: word.end, replacement: '', message: `\`${word.text}\` cannot stand here`, help: 'leave it out' });
    if (word.text === ';' || word.text === ':') edits.push({ id: 'syntax-error', offset: word.offset, end: word.end, replacement: ',', message: `\`${word.text}\` cannot stand here`, help: 'write a comma' });
  }
  if (here && !place.atEnd) for (const token of [...place.expected, ':', ','].filter((one, index, all) => /^(?:[a-z]+|[:,])$/.test(one) && all.indexOf(one) === index).slice(0, 5)) {
    const glued = /^[:,]$/.test(token) && before;
    edits.push({ id: 'word-missing', offset: glued ? before.end : here.offset, end: glued ? before.end : here.offset, replacement: glued ? token : `${token} `, message: `${wordFor(token)} is missing${before ? ` after \`${shorten(before.text)}\`` : ''}`, help: `write ${wordFor(token)} there` });
  }
  if (here && isName(here) && !place.atEnd) edits.push(...unquoted(source, here));
  return edits.slice(0, 40);
}

const isName = ({ text }: Word): boolean => /^[\p{L}_]/u.test(text);

/** Marks that word processors put in: curly quotation marks, dashes in names, letters of another alphabet. Each alone, then all. */
function wholeSentence(source: string): readonly Edit[] {
  const edits: Edit[] = [];
  const outside = (pattern: RegExp): readonly (readonly [text: string, offset: number])[] => [...source.matchAll(new RegExp(`//[^\\r\\n]*|"[^"\\r\\n]*"|(${pattern.source})`, 'gu'))].flatMap((match) => (match[1] === undefined ? [] : [[match[1], match.index] as const]));
  const whole = (id: string, hits: readonly (readonly [string, number])[], change: (text: string) => string, message: (text: string) => string, help: (text: string) => string): void => {
    const [first, last] = [hits[0], hits.at(-1)];
    if (!first || !last) return;
    const [offset, end] = [first[1], last[1] + last[0].length];
    let replacement = '';
    let from = offset;
    for (const [text, start] of hits) { replacement += source.slice(from, start) + change(text); from = start + text.length; }
    edits.push({ id, offset, end, replacement, message: message(first[0]), help: help(first[0]) });
  };
  whole('curly-quotation-marks', outside(/[“”„‟«»‹›]|(?<![\p{L}\p{N}])[‘’']|[’'](?![\p{L}\p{N}])/u), () => '"', (text) => `\`${text}\` is not the quotation mark this language reads`, () => 'write straight double quotation marks: "…"');
  whole('dash-in-name', outside(/(?<=[\p{L}\p{N}])[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D](?=[\p{L}\p{N}])/u), () => '-', (text) => `\`${text}\` is a dash, and names are joined by hyphens`, () => 'write `-`');
  whole('mixed-alphabets', outside(/[\p{L}_][\p{L}\p{N}_]*(?:-[\p{L}\p{N}_]+)*/u).filter(([text]) => mixesAlphabets(text) || (inLatin(text) !== text && keywords().includes(inLatin(text)))), inLatin,
    (text) => `\`${text}\` has letters of another alphabet that look Latin`, (text) => `write \`${inLatin(text)}\` in Latin letters`);
  return edits;
}

const SYNONYMS: ReadonlyMap<string, readonly string[]> = new Map([
  ['must', ['shall']], ['will', ['shall']], ['should', ['shall']], ['can', ['may']], ['if', ['when']], ['once', ['when']], ['before', ['by']], ['every', ['each']], ['all', ['each']], ['hrs', ['hours']], ['except', ['unless', 'excluding']], ['means', ['is']], ['against', ['on']],
  ['upon', ['when', 'on']], ['is', ['as', 'is']], ['as', ['is']], ['inside', ['in']], ['during', ['within', 'while']], ['right', ['power']], ['obligation', ['duty']], ['definition', ['define']], ['member', ['party']], ['parties', ['party']], ['states', ['party']], ['toward', ['to']], ['towards', ['to']],
  ['agrees', ['accepts']], ['proposes', ['offers']], ['requires', ['demands']], ['wants', ['demands']], ['refuses', ['rejects']], ['opposes', ['rejects']], ['prohibits', ['excludes']], ['forbids', ['excludes']], ['among', ['between']], ['negotiations', ['negotiation']], ['spokesman', ['speaker']], ['stance', ['position']],
]);

/** A word near a keyword, or one a drafter would say for it. */
function* wordEdits({ text, offset, end }: Word, first: boolean): Generator<Edit> {
  if (!/^[\p{L}_]/u.test(text)) return;
  const known = keywords().includes(text);
  for (const word of known ? [] : nearestAll(text, first ? [...STARTERS] : keywords()).slice(0, 4)) yield { id: 'misspelt-word', offset, end, replacement: word, message: `\`${text}\` is not a word of the language`, help: `did you mean \`${word}\`` };
  for (const word of SYNONYMS.get(text.toLowerCase()) ?? []) if (word !== text) yield { id: 'misspelt-word', offset, end, replacement: word, message: `\`${text}\` is not the word the language uses here`, help: `write \`${word}\`` };
}

const NUMBERS: ReadonlyMap<string, string> = new Map(['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen', 'twenty'].map((word, number) => [word, String(number)] as const)
  .concat([['a', '1'], ['an', '1'], ['thirty', '30'], ['forty', '40'], ['fifty', '50'], ['sixty', '60'], ['ninety', '90']]));
const FRACTIONS: ReadonlyMap<string, string> = new Map([['2/3', 'two thirds'], ['3/4', 'three quarters'], ['1/2', 'a majority'], ['50%', 'a majority']]);

/** Numbers in words, decimal commas, fractions. */
function* numberEdits(source: string, { text, offset, end }: Word): Generator<Edit> {
  const digits = NUMBERS.get(text.toLowerCase());
  if (digits) {
    const tens = /^-?(one|two|three|four|five|six|seven|eight|nine)\b/i.exec(source.slice(end));
    if (!tens) yield { id: 'number-in-words', offset, end, replacement: digits, message: `\`${text}\` is a number in words`, help: `write \`${digits}\`` };
  }
  const decimal = /^\d+,\d+(?![\d,])/.exec(source.slice(offset))?.[0];
  if (decimal && /^\d/.test(text)) yield { id: 'number-in-words', offset, end: offset + decimal.length, replacement: decimal.replace(',', '.'), message: `\`${decimal}\` has a comma where a decimal point is read`, help: `write \`${decimal.replace(',', '.')}\`` };
  const fraction = /^\d+\s*(?:\/\s*\d+|%)/.exec(source.slice(offset))?.[0];
  const words = fraction && FRACTIONS.get(fraction.replace(/\s/g, ''));
  if (fraction && words) yield { id: 'number-in-words', offset, end: offset + fraction.length, replacement: words, message: `\`${fraction}\` is not how a majority is written`, help: `write \`${words}\`` };
}

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
const DATE_FORMS = /^(?:(\d{1,2})[./](\d{1,2})[./](\d{4})|(\d{4})[./-](\d{1,2})[./-](\d{1,2})|(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]{3,9})\.?\s+(\d{4})|([A-Za-z]{3,9})\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4}))(?![\d-])/;

/** Dates in other forms. Day and month that could be either way round are not guessed. */
function* dateEdits(source: string, { offset }: Word): Generator<Edit> {
  const match = DATE_FORMS.exec(source.slice(offset, offset + 40));
  if (!match || /[\d.]$/.test(source.slice(Math.max(0, offset - 1), offset))) return;
  const monthOf = (name: string): number => (name.length < 3 ? 0 : MONTHS.findIndex((month) => month.startsWith(name.toLowerCase())) + 1);
  const [whole, d1, m1, y1, y2, m2, d2, d3, n3, y3, n4, d4, y4] = match;
  const year = Number(y1 ?? y2 ?? y3 ?? y4);
  let [month, day] = [Number(m1 ?? m2 ?? monthOf(n3 ?? n4 ?? '')), Number(d1 ?? d2 ?? d3 ?? d4)];
  if (y1 !== undefined && whole.includes('/')) { if (day <= 12 && month <= 12) return; if (month > 12) [day, month] = [month, day]; }
  if (month < 1 || month > 12 || day < 1 || day > 31) return;
  const replacement = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  if (whole !== replacement) yield { id: 'date-in-another-form', offset, end: offset + whole.length, replacement, message: `\`${whole}\` is not how a date is written here`, help: `write \`${replacement}\`` };
}

/** Words up to the next comma or full stop, which a title or place needs in quotation marks. */
function* unquoted(source: string, { offset }: Word): Generator<Edit> {
  const words = /^[^".,;|\r\n]+/.exec(source.slice(offset))?.[0].trimEnd();
  if (words) yield { id: 'quotation-marks-missing', offset, end: offset + words.length, replacement: `"${words}"`, message: `\`${shorten(words)}\` needs quotation marks`, help: `write \`"${shorten(words)}"\`` };
}

/** Quotation marks that do not pair, or that stand inside others. */
function unclosedQuotation(source: string): { readonly offset: number; readonly end: number; readonly message: string; readonly help: string } | undefined {
  let offset = 0;
  for (const line of source.split('\n')) {
    const code = line.replace(/(?<=^[^"]*(?:"[^"]*"[^"]*)*)\/\/.*$/, '');
    const marks = [...code.matchAll(/"/g)].map(({ index }) => index);
    const last = marks.at(-1);
    if (marks.length % 2 === 1 && last !== undefined) return { offset: offset + last, end: offset + code.trimEnd().length, message: 'a quotation mark is opened here and not closed', help: 'close the quotation mark on the same line' };
    for (let index = 1; index + 1 < marks.length; index += 2) {
      const [close = 0, open = 0] = [marks[index], marks[index + 1]];
      if (/^[\p{L}\p{N}]/u.test(code.slice(close + 1)) || /[\p{L}\p{N}]$/u.test(code.slice(close + 1, open))) if (/[\p{L}\p{N}]$/u.test(code.slice(close + 1, open).trim()) && /^\S/.test(code.slice(close + 1))) {
        return { offset: offset + close, end: offset + open + 1, message: 'quotation marks stand inside quotation marks', help: 'write single quotation marks inside' };
      }
    }
    offset += line.length + 1;
  }
  return undefined;
}

const shorten = (text: string): string => (text.length > 24 ? `${text.slice(0, 24)}…` : text);

/** What the parser would have taken, as names of its tokens. */
function expectation(message: string): readonly string[] {
  const single = /token of type '([^']+)'/.exec(message)?.[1] ?? /of type --> (\S+) <--/.exec(message)?.[1];
  if (single) return [single];
  const options = [...new Set([...message.matchAll(/\d+\. \[([^\]]+)\]/g)].map((match) => (match[1] ?? '').split(', ')[0] ?? ''))];
  return options.includes('ID') ? ['ID', ...options.filter((word) => !/^[a-z]+$/.test(word) && word !== 'ID')] : options;
}

function wordFor(token: string): string {
  const words: { readonly [token: string]: string } = { ID: 'a name', STRING: 'words in quotation marks', NUMBER: 'a number', DATE: 'a date', COORDINATE: 'a coordinate such as 49.9N', PROSE: 'prose', '.': 'a full stop', ',': 'a comma', ':': 'a colon', LIST_COMMA: 'a comma', FREE_COMMA: 'a comma', WITH_PROBABILITY: '`with probability`', POSSESSIVE: "`'s`" };
  return words[token] ?? `\`${token}\``;
}
