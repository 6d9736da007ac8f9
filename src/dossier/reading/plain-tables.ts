/** Tables whose cells are parted by single spaces: known by a line of column titles, and read row by row until a blank line. Where a cell ends is told only for the first, the name of what happened. */
import type { Cell } from './document.js';

const TITLES = new Set('event events date dates day days when time location locations place places venue where city outcome outcomes result results who what participants participant parties party present attendees status notes note topic topics subject subjects host hosts country countries meeting meetings description details action actions source agenda decision decisions issue significance round rounds talks delegations level session sessions phase phases stage stages step steps deadline deadlines period duration measure measures obligation commitment pledge pledges by took part'.split(' '));
const BESIDE_TITLES = new Set('key main of and the current next major who'.split(' '));
const OCCASION = /\b(?:summit|meeting|talks|round|session|visit|call|conference|consultations|encounter|gathering|dinner|hearing)\b/iu;
const DAY = /(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d{1,2} (?:january|february|march|april|may|june|july|august|september|october|november|december)|(?:january|february|march|april|may|june|july|august|september|october|november|december) \d{1,2}|\d{4}-\d{2}-\d{2}|ongoing|pending|planned)/iu;
/** A line of running text that follows a table without a blank line. */
const SENTENCE = /^(?:The|A|An|In|On|At|He|She|It|They|This|["“‘])\b|^["“‘]|\b(?:said|says|told)\b/u;
const LONGEST_ROW = 500;

/** Three column titles or more, one after another, each with a capital, and hardly a word beside them. */
export function isTitles(line: string): boolean {
  const words = line.trim().split(/ +/);
  if (words.length < 3 || words.length > 12 || /[.:;,!?|\t]/.test(line)) return false;
  const titles = words.filter((word) => TITLES.has(word.toLowerCase()));
  return titles.length >= 3 && words.every((word) => (TITLES.has(word.toLowerCase()) && /^\p{Lu}/u.test(word)) || BESIDE_TITLES.has(word.toLowerCase()));
}

const MOST_IN_A_CELL = 120;
/** Lines parted by semicolons under a line of titles parted so too, as files for calculation have them. */
function semicolonRows(text: string, found: Map<number, readonly Cell[]>): void {
  let count = 0;
  for (let from = 0; from < text.length;) {
    const end = text.indexOf('\n', from);
    const to = end < 0 ? text.length : end;
    const line = text.slice(from, to).trimEnd();
    const parts = line.split(';');
    const short = parts.length >= 3 && parts.every((one) => one.length <= MOST_IN_A_CELL);
    if (count === 0 && short && parts.filter((one) => one.trim().split(/\s+/).some((word) => TITLES.has(word.toLowerCase()))).length >= 2 && parts.every((one) => one.trim().split(/\s+/).length <= 4)) count = parts.length;
    else if (count !== parts.length || !short) count = 0;
    if (count > 0) {
      let at = from;
      const cells = parts.map((one): Cell => { const lead = one.length - one.trimStart().length; const cell = { text: one.trim(), span: [at + lead, at + Math.max(lead, one.trimEnd().length)] as const }; at += one.length + 1; return cell; });
      found.set(from + line.length - line.trimStart().length, cells);
    }
    from = to + 1;
  }
}

const LEAST_OF_TWO = 3;
/** Two columns have one bar a line: a table where three lines or more in a row are so. */
function twoColumns(text: string, found: Map<number, readonly Cell[]>): void {
  let open: [number, readonly Cell[]][] = [];
  const close = (): void => { if (open.length >= LEAST_OF_TWO) for (const [at, cells] of open) found.set(at, cells); open = []; };
  for (let from = 0; from < text.length;) {
    const end = text.indexOf('\n', from);
    const to = end < 0 ? text.length : end;
    const line = text.slice(from, to).trimEnd();
    const [left = '', right, more] = line.split(' | ');
    if (right === undefined || more !== undefined || left.length > MOST_IN_A_CELL || right.length > MOST_IN_A_CELL || left.trim() === '') close();
    else {
      const lead = left.length - left.trimStart().length;
      const second = from + left.length + 3;
      open.push([from + lead, [{ text: left.trim(), span: [from + lead, from + left.trimEnd().length] }, { text: right.trim(), span: [second + right.length - right.trimStart().length, second + right.trimEnd().length] }]]);
    }
    from = to + 1;
  }
  close();
}

/** By where the line begins: the titles as cells, then each row as the name of what happened and the rest. `isRow`: a line parted by bars or tabs, which needs none of this. */
export function plainRows(text: string, isRow: (line: string) => boolean): ReadonlyMap<number, readonly Cell[]> {
  const found = new Map<number, readonly Cell[]>();
  semicolonRows(text, found);
  twoColumns(text, found);
  let within = false;
  for (let from = 0; from < text.length;) {
    const end = text.indexOf('\n', from);
    const to = end < 0 ? text.length : end;
    const line = text.slice(from, to).trimEnd();
    const start = from + line.length - line.trimStart().length;
    const words = line.trim();
    if (found.has(start)) within = false;
    else if (words === '' || isRow(line) || words.length > LONGEST_ROW || (within && !DAY.test(words) && SENTENCE.test(words))) within = false;
    else if (isTitles(words)) { within = true; found.set(start, [...words.matchAll(/\S+/g)].map((hit) => ({ text: hit[0], span: [start + hit.index, start + hit.index + hit[0].length] as const }))); } else if (within) {
      const cut = firstCell(words);
      found.set(start, [{ text: words.slice(0, cut).trim(), span: [start, start + words.slice(0, cut).trimEnd().length] }, { text: words.slice(cut).trim(), span: [start + cut + (words.slice(cut).length - words.slice(cut).trimStart().length), start + words.length] }]);
    }
    from = to + 1;
  }
  return found;
}

/** What happened ends where its day begins, or after the word for the occasion. */
function firstCell(words: string): number {
  const day = DAY.exec(words);
  if (day && day.index > 0) return day.index;
  const occasion = OCCASION.exec(words);
  return occasion ? occasion.index + occasion[0].length : (/^\S+(?: \S+){0,2}/.exec(words)?.[0].length ?? words.length);
}
