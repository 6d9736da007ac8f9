/** Dates, names and anchors as the brief writes them: days always in UTC, in full within a sentence and with a short month beside one, names without hyphens, anchors that never change. */
import { levelName } from '../../geo/index.js';
import { sha256 } from '../../record/index.js';
import type { Instant, TimeRange } from '../../treaty/index.js';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const;
const SHORT = MONTHS.map((name) => name.slice(0, 3));
const DAY = 86_400_000;

const inRange = (at: Instant): boolean => Number.isFinite(at) && Math.abs(at) <= 8.64e15;

function written(at: Instant, months: readonly string[]): string {
  if (!inRange(at)) return 'no date';
  const date = new Date(at);
  return `${date.getUTCDate()} ${months[date.getUTCMonth()] ?? ''} ${date.getUTCFullYear()}`;
}
/** `18 August 2025`, for sentences and headings. */
export const day = (at: Instant): string => written(at, MONTHS);
/** `18 Aug 2025`, for columns and citations. */
export const shortDay = (at: Instant): string => written(at, SHORT);
/** Days within the words of a source, with short months as beside them. */
export const shortDates = (words: string): string => dated(words).replace(new RegExp(`\\b(\\d{1,2}) (${MONTHS.join('|')}) (\\d{4})\\b`, 'g'), (_whole, date: string, name: string, year: string) => `${date} ${name.slice(0, 3)} ${year}`);
/** `August 2025`. */
export const month = (at: Instant): string => `${MONTHS[new Date(at).getUTCMonth()] ?? ''} ${new Date(at).getUTCFullYear()}`;

/** `2025-08-18`. */
export const isoDay = (at: Instant): string => (inRange(at) ? new Date(at).toISOString().slice(0, 10) : '');
export const isoInstant = (at: Instant): string => (inRange(at) ? new Date(at).toISOString().replace(/\.\d{3}Z$/, 'Z') : '');

export const startOfDay = (at: Instant): Instant => Math.floor(at / DAY) * DAY;
/** Last millisecond of the day in UTC. */
export const endOfDay = (at: Instant): Instant => startOfDay(at) + DAY - 1;
export const dayBefore = (at: Instant): Instant => startOfDay(at) - 1;
export const daysBetween = (from: Instant, to: Instant): number => Math.max(0, Math.round((startOfDay(to) - startOfDay(from)) / DAY));

/** With short months: one day; or both ends, sharing month and year where they can. */
export function span({ from, to }: TimeRange): string {
  const [a, b] = [new Date(from), new Date(to)];
  if (isoDay(from) === isoDay(to)) return shortDay(from);
  if (a.getUTCDate() === 1 && isoDay(to + 1).endsWith('-01')) {
    if (a.getUTCMonth() === 0 && isoDay(to + 1).endsWith('-01-01') && a.getUTCFullYear() === b.getUTCFullYear()) return String(a.getUTCFullYear());
    if (isoDay(from).slice(0, 7) === isoDay(to).slice(0, 7)) return `${SHORT[a.getUTCMonth()] ?? ''} ${a.getUTCFullYear()}`;
  }
  if (isoDay(from).slice(0, 7) === isoDay(to).slice(0, 7)) return `${a.getUTCDate()}–${shortDay(to)}`;
  return a.getUTCFullYear() === b.getUTCFullYear() ? `${a.getUTCDate()} ${SHORT[a.getUTCMonth()] ?? ''} – ${shortDay(to)}` : `${shortDay(from)} – ${shortDay(to)}`;
}

/** A name of the language as prose: `United-States` is `United States`. */
export const readable = (name: string): string => name.replace(/-/g, ' ');

export function listed(words: readonly string[], last = 'and'): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1) ?? ''}`;
}

export const counted = (count: number, one: string, many = `${one}s`): string => `${numeral(count)} ${count === 1 ? one : many}`;
const NUMERALS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
export const numeral = (count: number): string => NUMERALS[count] ?? grouped(count);

/** Thousands apart by a narrow space that does not break. */
export function grouped(value: number): string {
  const [whole = '', fraction] = String(Math.abs(value)).split('.');
  const apart = whole.length < 5 ? whole : whole.replace(/\B(?=(\d{3})+$)/g, '\u202f');
  return `${value < 0 ? '−' : ''}${apart}${fraction === undefined ? '' : `.${fraction}`}`;
}

export const capital = (words: string): string => words.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
/** A sentence: begins with a capital and ends with a full stop. */
export const sentence = (words: string): string => { const text = capital(words.trim()); return text === '' || /[.!?…]["”’)]?$/.test(text) ? text : `${text}.`; };
/** Instants within a reason, as the engine writes them, as days. */
export const dated = (words: string): string => words.replace(/\b\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z)?\b/g, (iso) => (Number.isFinite(Date.parse(iso)) ? day(Date.parse(iso)) : iso));

/** The same name gives the same anchor for ever; names that differ only in what an address cannot hold stay apart. */
export function anchor(kind: string, name: string): string {
  const slug = levelName(name).replace(/[^a-z0-9-]+/g, '-').replace(/-+/g, '-').replace(/^-|-$/g, '').slice(0, 60);
  return `${kind}-${slug === name ? slug : `${slug}${slug === '' ? '' : '-'}${sha256(name).slice(0, 6)}`}`;
}

/** An id that stays the same wherever the site is put: a UUID of version 8 made from what it names (RFC 9562). */
export function steadyId(...parts: readonly string[]): string {
  const hex = sha256(parts.join('\u0000'));
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${((Number.parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16)}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
