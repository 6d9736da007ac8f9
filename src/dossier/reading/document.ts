/** A report as blocks, sentences and quotes, each with its place in the text. Quotes are kept whole: no sentence ends within one. */
import type { Stretch } from './shapes.js';
import { plainRows } from './plain-tables.js';

export interface Cell { readonly text: string; readonly span: Stretch }
export interface Quote { readonly span: Stretch; /** Without its marks. */ readonly inner: Stretch; readonly open: boolean }
export interface Sentence { readonly span: Stretch; readonly block: number }

export interface Block {
  readonly kind: 'headline' | 'heading' | 'paragraph' | 'row';
  readonly span: Stretch;
  readonly cells: readonly Cell[];
  readonly quotes: readonly Quote[];
  readonly sentences: readonly Sentence[];
}

export interface Article {
  readonly text: string;
  /** The text with every quote, marks and all, written over with MASK: same length, same places. */
  readonly masked: string;
  readonly blocks: readonly Block[];
}

export const MASK = '▒';
const LONGEST_HEADLINE = 220;
/** Ten times the paragraph of a report. What runs on longer is taken in parts, since many rules look at the whole of a paragraph for each word of it. */
const LONGEST_BLOCK = 8_000;

export function articleOf(text: string): Article {
  const masked = text.split('');
  const blocks: Block[] = [];
  const plain = plainRows(text, (line) => cellsOf(line, 0).length > 1);
  const ranges = blockRanges(text, plain).flatMap((range) => inParts(text, range));
  const first = headlineAt(ranges.slice(0, MOST_BEFORE_HEADLINE).map((range) => text.slice(...range)));
  ranges.forEach(([from, to], index) => {
    const words = text.slice(from, to);
    const cells = plain.get(from) ?? cellsOf(words, from);
    if (cells.length > 1) { blocks.push({ kind: 'row', span: [from, to], cells, quotes: [], sentences: [] }); return; }
    const quotes = quotesOf(words, from);
    for (const { span } of quotes) for (let at = span[0]; at < span[1]; at += 1) masked[at] = MASK;
    const whole = masked.slice(from, to).join('');
    const short = words.length <= LONGEST_HEADLINE && !/[.:;,]["'”’)\]]*\s*$/.test(words) && !/\n/.test(words.trim());
    const kind = !short || /^[-•*]\s/.test(words) ? 'paragraph' : index === first ? 'headline' : index < first ? 'heading' : /^(?:(?:\d{1,2}|[IVX]{1,5})[.)]|#+)\s/.test(words) ? 'heading' : quotes.length === 0 && words.length <= 120 && !/[.!?]\s/.test(words) && !/\b(?:said|told|says)\b/.test(words) ? 'heading' : 'paragraph';
    blocks.push({ kind, span: [from, to], cells: [], quotes, sentences: sentencesOf(words, whole, from, blocks.length, quotes) });
  });
  return { text, masked: masked.join(''), blocks };
}

const MOST_BEFORE_HEADLINE = 7;
/** What stands above a headline: the way to the page, an office, a kind of text, a date, a byline, buttons. */
const ABOVE_HEADLINE: readonly RegExp[] = [
  /[»›].*[^.:;,]\s*$/, /\b(?:transcript(?!:)|unrevised|uncorrected|press (?:release|office|department|service|room)|for immediate release|check against delivery|media advisory|communications? (?:office|department))\b/i,
  /^(?:the )?(?:ministry|department|office|embassy|permanent mission|government|chancellery|presidency|secretariat|directorate|delegation|house|institute|centre|center) (?:of|for)\b[^.]{0,80}$/i,
  /^(?:by|(?:additional )?reporting by|written by|edited by|from our|updated?|published|posted|last (?:updated|modified)|created|embargo(?:ed)?|issued|released|no\.|ref)\b[^.]{0,80}$/i, /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:\d{1,2} \p{L}+|\p{L}+ \d{1,2}),? \d{4}\b.{0,20}$/iu, /^\d{4}-\d{2}-\d{2}\b.{0,20}$/, /^\p{Lu}[\p{Lu}’' .-]{2,30}, \d{1,2} \p{L}+ \d{4}$/u,
  /^(?:home|menu|search|subscribe|sign (?:in|up)|log in|share|copy link|follow|advertisement|sponsored|skip to .*|news|world|europe|politics|opinion|analysis|commentary|exclusive|breaking(?: news)?|live(?: updates?)?|live blog|watch|listen|\d+ min(?:ute)?s? read)(?:\s*[|/·•–-].*|\s{2,}.*)?$/i,
];

/** A byline or a date under a long headline begins a block of its own. */
const isByline = (line: string): boolean => line.length < 100 && /^\s*(?:By|Reporting by|Written by|Updated:?|Published:?) \p{Lu}|^\s*(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?\d{1,2} \p{Lu}\p{L}+,? \d{4}\s*$/u.test(line);

const OUTLET = /^(?:the )?(?:[\p{L}.-]+ ){0,3}(?:observer|times|post|news|herald|gazette|tribune|journal|daily|wire|press|today|online|chronicle|mail|mirror|telegraph|standard|review|monitor|agency|radio|tv|television|channel|network|dispatch|courier|bulletin|[\p{L}-]+\.(?:com|org|net|info|[a-z]{2}))$/iu;

/** The first line that is none of these, before any running text; else the first of all. */
function headlineAt(lines: readonly string[]): number {
  for (const [index, line] of lines.entries()) {
    if (!ABOVE_HEADLINE.some((one) => one.test(line.trim())) && !(OUTLET.test(line.trim()) && (lines[index + 1] ?? '').split(/\s+/).length > 3)) return line.trim().length <= LONGEST_HEADLINE && (index === 0 || !/[.:;,]["'”’)\]]*\s*$/.test(line.trim())) ? index : 0;
  }
  return 0;
}

/** Blank lines part blocks; so does the end of a line that ends a sentence, and every row of a table. */
function blockRanges(text: string, plain: ReadonlyMap<number, readonly Cell[]>): readonly Stretch[] {
  const ranges: Stretch[] = [];
  let open: [number, number] | undefined;
  const close = (): void => { if (open) ranges.push(open); open = undefined; };
  for (let from = 0; from < text.length;) {
    const end = text.indexOf('\n', from);
    const next = end < 0 ? text.length : end + 1;
    const line = text.slice(from, end < 0 ? text.length : end).replace(/\r$/, '');
    const lead = line.length - line.trimStart().length;
    const [start, stop] = [from + lead, from + line.trimEnd().length];
    const row = plain.has(start) || cellsOf(line, from).length > 1;
    if (stop <= start) close();
    else if (row) { close(); ranges.push([start, stop]); } else if (open === undefined) open = [start, stop];
    else {
      const before = text.slice(Math.max(open[0], open[1] - 64), open[1]);
      const last = open[1] - Math.max(open[0], text.lastIndexOf('\n', open[1] - 1) + 1);
      if (/[.!?:…]["'”’»)\]]*$/.test(before) || (last < 64 && /^["“‘'\p{Lu}\d#-]/u.test(line.trimStart())) || isByline(line)) { close(); open = [start, stop]; } else open[1] = stop;
    }
    from = next;
  }
  close();
  return ranges;
}

/** Parted at the end of a sentence, or between words where none ends in the second half, or anywhere. */
function inParts(text: string, [from, to]: Stretch): readonly Stretch[] {
  const parts: Stretch[] = [];
  let start = from;
  while (to - start > LONGEST_BLOCK) {
    const half = text.slice(start + LONGEST_BLOCK / 2, start + LONGEST_BLOCK);
    const ends = [...half.matchAll(/[.!?]["'”’)\]]{0,3}(?=\s+[\p{Lu}"“‘])/gu)].at(-1);
    const space = half.search(/\s\S*$/);
    const cut = start + LONGEST_BLOCK / 2 + (ends ? ends.index + ends[0].length : space > 0 ? space : half.length);
    parts.push([start, cut]);
    start = cut;
    while (/\s/.test(text[start] ?? '')) start += 1;
  }
  return [...parts, [start, to]];
}

/** Cells of a row: between bars, tabs, or wide gaps (two at least of those). A rule of dashes has none. */
function cellsOf(line: string, from: number): readonly Cell[] {
  const bars = (line.match(/\|/g)?.length ?? 0) >= 2;
  const parter = bars ? /\|/g : /\t/.test(line.trim()) ? /\t+/g : (line.trim().match(/\S {3,}\S/g)?.length ?? 0) >= 2 ? / {3,}/g : undefined;
  if (!parter || line.length > 2_000) return [];
  const cells: Cell[] = [];
  let at = 0;
  const push = (to: number): void => {
    const raw = line.slice(at, to);
    const lead = raw.length - raw.trimStart().length;
    cells.push({ text: raw.trim(), span: [from + at + lead, from + at + Math.max(lead, raw.trimEnd().length)] });
  };
  for (const cut of line.matchAll(parter)) { push(cut.index); at = cut.index + cut[0].length; }
  push(line.length);
  const inner = bars ? cells.slice(cells[0]?.text === '' ? 1 : 0, cells.at(-1)?.text === '' ? -1 : undefined) : cells;
  return inner;
}

const CLOSES: Readonly<{ [mark: string]: string }> = { '“': '”', '«': '»', '„': '“”"', '"': '"”' };

/** A closing mark that stands where one opens, as carelessly converted texts have it: after a space or the end of a clause, before a capital, outside any quote. */
const opensWrongly = (words: string, at: number): boolean => words[at] === '”' && /^$|[\s.,;:—–-]/.test(words[at - 1] ?? '') && /^\p{Lu}[\p{L}’' ]/u.test(words.slice(at + 1, at + 3)) && words.slice(at + 1).includes('”');

/** An opening mark where one closes: after the end of a clause, before a space. */
const closesWrongly = (words: string, at: number, mark: string): boolean => mark === '“' && words[at] === '“' && /[.,!?…]/.test(words[at - 1] ?? '') && /^$|\s/.test(words[at + 1] ?? '');

/** Quotes of one block. A mark that never closes makes a quote only where it stands first: quotes that run over several paragraphs are written so. */
export function quotesOf(words: string, from = 0): readonly Quote[] {
  const quotes: Quote[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const mark = words[at] as string;
    const closing = CLOSES[mark] ?? (opensWrongly(words, at) ? '”' : undefined);
    let end = -1;
    if (closing !== undefined) {
      if (mark === '"' && /^"\s*\/?>/.test(words.slice(at, at + 4))) continue;
      // The value of an attribute left in the text.
      if (mark === '"' && words[at - 1] === '=') { const closed = words.indexOf('"', at + 1); if (closed > 0 && closed - at < 200) at = closed; continue; }
      for (let scan = at + 1; scan < words.length; scan += 1) if ((closing.includes(words[scan] as string) && !/^"\s*\/?>/.test(words.slice(scan, scan + 4))) || closesWrongly(words, scan, mark)) { end = scan; break; }
      if (end < 0) {
        if (words.slice(0, at).trim() === '' && at + 20 < words.length) { quotes.push({ span: [from + at, from + words.length], inner: [from + at + 1, from + words.length], open: true }); break; }
        continue;
      }
    } else if (mark === '‘' || mark === "'") end = singleEnd(words, at, mark);
    if (end < 0) continue;
    quotes.push({ span: [from + at, from + end + 1], inner: [from + at + 1, from + end], open: false });
    at = end;
  }
  return quotes;
}

/** Where a quote in single marks ends; an apostrophe opens and closes nothing. */
function singleEnd(words: string, at: number, mark: string): number {
  if (!/^$|[\s([—–-]/.test(words[at - 1] ?? '') || !/[\p{L}\d]/u.test(words[at + 1] ?? '')) return -1;
  const closing = mark === '‘' ? '’' : "'";
  for (let scan = at + 2; scan < words.length; scan += 1) {
    if (words[scan] !== closing || !/[\p{L}\d.,!?…%)]/u.test(words[scan - 1] ?? '') || !/^$|[\s,.;:!?)—–-]/.test(words[scan + 1] ?? '')) continue;
    // The plural's apostrophe (`ministers' talks`) closes nothing where a later mark does, before another quote opens.
    if (/s/.test(words[scan - 1] ?? '') && /^\s\p{Ll}/u.test(words.slice(scan + 1, scan + 3)) && closesLater(words, scan + 1, mark, closing)) continue;
    return scan;
  }
  return -1;
}

function closesLater(words: string, from: number, mark: string, closing: string): boolean {
  for (let scan = from; scan < words.length; scan += 1) {
    if (words[scan] === mark && /[\s([—–-]/.test(words[scan - 1] ?? '') && /[\p{L}\d]/u.test(words[scan + 1] ?? '')) return false;
    if (words[scan] === closing && /[\p{L}\d.,!?…%)]/u.test(words[scan - 1] ?? '') && /^$|[\s,.;:!?)—–-]/.test(words[scan + 1] ?? '')) return true;
  }
  return false;
}

const SHORT_FORMS = /(?:^|[\s("“])(?:Mr|Mrs|Ms|Dr|St|Gen|Lt|Col|Sen|Rep|Gov|Prof|Rev|Capt|Maj|Adm|No|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Art|approx|\p{Lu}|(?:\p{Lu}\.)+\p{Lu})$/u;

function sentencesOf(words: string, masked: string, from: number, block: number, quotes: readonly Quote[]): readonly Sentence[] {
  const found: Sentence[] = [];
  let start = 0;
  const push = (to: number): void => {
    const raw = words.slice(start, to);
    const lead = raw.length - raw.trimStart().length;
    if (raw.trim() !== '') found.push({ span: [from + start + lead, from + start + raw.trimEnd().length], block });
    start = to;
  };
  for (let at = 0; at < masked.length; at += 1) {
    const sign = masked[at] as string;
    if (sign === MASK) {
      const quote = quotes.find(({ span }) => span[0] - from === at);
      if (!quote) continue;
      at = quote.span[1] - from - 1;
      const last = words.slice(quote.inner[0] - from, quote.inner[1] - from).trimEnd().at(-1) ?? '';
      const after = masked.slice(at + 1, at + 90);
      if (/[.!?…]/.test(last) && /^\s+[\p{Lu}▒\d]/u.test(after) && !(last !== '.' && ATTRIBUTES.test(after))) push(at + 1);
      continue;
    }
    if (!/[.!?…]/.test(sign)) continue;
    // `… unprecedented.”It was` and `… summit.“We`: the space between is lost.
    if (masked[at + 1] === MASK && quotes.some(({ span }) => span[0] - from === at + 1)) { push(at + 1); continue; }
    // `… the hotel.He promised`: the space is lost here too.
    if (/^[.!?]\p{Lu}\p{Ll}*[ ,’']/u.test(masked.slice(at, at + 24)) && /\p{Ll}{3}$/u.test(masked.slice(0, at))) { push(at + 1); continue; }
    const rest = /^[.!?…]*[)\]”’"']*(?=\s|$)/.exec(masked.slice(at, at + 8))?.[0];
    if (rest === undefined) continue;
    const after = masked.slice(at + rest.length, at + rest.length + 3);
    if (!/^$|^\s+[\p{Lu}▒\d[("'‘–-]|^\s*\n/u.test(after)) continue;
    if (sign === '.' && SHORT_FORMS.test(masked.slice(Math.max(0, at - 12), at))) continue;
    push(at + rest.length);
  }
  push(words.length);
  return found;
}

/** What follows a quoted question: a name and a verb of saying, so that the sentence goes on. */
const ATTRIBUTES = /^\s+(?:[\p{L}.'’-]+\s+){0,6}(?:said|says|asked|told|added|wrote|replied|answered|tweeted|warned|insisted)\b/u;

export interface Place { readonly line: number; readonly column: number }

/** One-based line and column of any place, for asking often of one text. */
export function placesIn(text: string): (at: number) => Place {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (at) => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) { const middle = (low + high) >> 1; if ((starts[middle] ?? 0) <= at) low = middle; else high = middle; }
    return { line: low + 1, column: at - (starts[low] ?? 0) + 1 };
  };
}
