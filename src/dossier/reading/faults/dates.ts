/** Days named in a text: with a year or without one, alone or as a range, and the day a report itself carries. Months and years alone are told apart from days. */
import type { Article } from '../document.js';
import type { Stretch } from '../shapes.js';

export const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
export const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
export const A_MONTH = '(?:January|February|March|April|May|June|July|August|September|October|November|December|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)(?![\\p{L}])\\.?)';
const ORDINAL = '(?:st|nd|rd|th)?';
const TO = '(?:\\s?[–—-]\\s?|/| and | to | until | through )';
const YEAR = '(?:,? (?<year>(?:19|20)\\d{2})(?!\\d))?';
const DAY_FIRST = new RegExp(`(?<![\\d.,/:-])(?<day>\\d{1,2})${ORDINAL}(?:${TO}(?:the )?(?<last>\\d{1,2})${ORDINAL})?(?: of)? (?<month>${A_MONTH})${YEAR}(?!\\d|\\p{L})`, 'gu');
const MONTH_FIRST = new RegExp(`(?<!\\p{L})(?<month>${A_MONTH}) (?:the )?(?<day>\\d{1,2})${ORDINAL}(?:${TO}(?:the )?(?<last>\\d{1,2})${ORDINAL}(?! ${A_MONTH}))?${YEAR}(?![\\d:]|[.,]\\d|\\p{L}|%| per ?cent)`, 'gu');
const ISO = /(?<![\d-])(\d{4})-(\d{2})-(\d{2})(?![\d-])/g;

/** `month` from 0. `year` only where the text says it. `last`: the end of a range within the month. */
export interface NamedDay { readonly span: Stretch; readonly year?: number; readonly month: number; readonly day: number; readonly last?: number }
interface Dated extends NamedDay { readonly year: number }

export function daysNamed(text: string): readonly NamedDay[] {
  const found: NamedDay[] = [];
  const push = (one: NamedDay): void => { if (!found.some(({ span }) => span[0] < one.span[1] && one.span[0] < span[1])) found.push(one); };
  for (const hit of text.matchAll(ISO)) { const [y, m, d] = hit.slice(1).map(Number) as [number, number, number]; if (m >= 1 && m <= 12) push({ span: [hit.index, hit.index + hit[0].length], year: y, month: m - 1, day: d }); }
  for (const pattern of [DAY_FIRST, MONTH_FIRST]) {
    for (const hit of text.matchAll(pattern)) {
      const { day = '', last, month = '', year } = hit.groups as { readonly [name: string]: string | undefined };
      // `In May 14 people were hurt`: a count after a month.
      if (pattern === MONTH_FIRST && year === undefined && /^ \p{Ll}{3,}/u.test(text.slice(hit.index + hit[0].length)) && /\b(?:[Ii]n|[Ss]ince|[Ll]ast|[Tt]his|[Ll]ate|[Ee]arly)\s$/.test(text.slice(0, hit.index))) continue;
      const at = MONTHS.findIndex((one) => one.startsWith(month.toLowerCase().slice(0, 3)));
      push({ span: [hit.index, hit.index + hit[0].trimEnd().length], month: at, day: Number(day), ...(year === undefined ? {} : { year: Number(year) }), ...(last === undefined ? {} : { last: Number(last) }) });
    }
  }
  return found.sort((a, b) => a.span[0] - b.span[0]);
}

/** Those with a year. */
export const datesIn = (text: string): readonly Dated[] => daysNamed(text).filter((one): one is Dated => one.year !== undefined);

export const monthLength = (month: number, year = 2024): number => new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
export const isoOf = (year: number, month: number, day: number): string => `${year}-${String(month + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
/** Days since the epoch. */
export const dayNumber = (year: number, month: number, day: number): number => Math.round(Date.UTC(year, month, day) / 86_400_000);
export const numberOf = (iso: string): number => Math.round(Date.parse(`${iso}T00:00:00Z`) / 86_400_000);
export const weekdayOf = (day: number): number => (((day + 4) % 7) + 7) % 7;
export const capital = (word: string): string => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;

/** The one year of all dates that say theirs, if they agree. */
export function soleYear(text: string): number | undefined {
  const years = new Set(datesIn(text).map(({ year }) => year));
  return years.size === 1 ? [...years][0] : undefined;
}

/** A date that opens a paragraph or stands alone in it; one within a sentence tells of something else. */
function opens(opening: string, { span }: NamedDay, isParagraph: boolean): boolean {
  return (span[0] < 60 || !isParagraph) && !/\b(?:on|of|in|by|until|since|from|before|after)\s(?:\p{L}+day,? )?(?:the )?$/iu.test(opening.slice(0, span[0]));
}

/** The first date in the report's opening lines, taken for its own; its year may stand elsewhere. */
export function dateOf({ text, blocks }: Article): string | undefined {
  const heads = blocks.filter(({ kind }) => kind !== 'row').slice(0, 6).map(({ span, kind }) => ({ opening: text.slice(span[0], Math.min(span[1], span[0] + 120)), isParagraph: kind === 'paragraph' }));
  for (const { opening, isParagraph } of heads) {
    const [first] = datesIn(opening);
    if (first && opens(opening, first, isParagraph)) return first.day <= monthLength(first.month, first.year) ? isoOf(first.year, first.month, first.day) : undefined;
  }
  const year = soleYear(text);
  if (year === undefined) return undefined;
  for (const { opening } of heads) {
    // A dateline (`GENEVA, 18 February (Agency) -`) or a line of its own.
    const [first] = daysNamed(opening);
    if (first?.year === undefined && first && opens(opening, first, true) && /^(?:\s?\([^)]{2,40}\))?\s?[–—-]\s|^\s*$|^ ?\(/.test(opening.slice(first.span[1])) && first.day <= monthLength(first.month, year)) return isoOf(year, first.month, first.day);
  }
  return undefined;
}

/** As a day number: by its own year, or the year that brings it nearest to the report's day (`undefined` where two years are about as near). */
export function placed({ year, month, day }: NamedDay, today: number | undefined, sole: number | undefined): number | undefined {
  if (year !== undefined) return day <= monthLength(month, year) ? dayNumber(year, month, day) : undefined;
  if (today === undefined) return sole === undefined || day > monthLength(month, sole) ? undefined : dayNumber(sole, month, day);
  const around = new Date(today * 86_400_000).getUTCFullYear();
  const near = [around - 1, around, around + 1].filter((one) => day <= monthLength(month, one)).map((one) => dayNumber(one, month, day)).sort((a, b) => Math.abs(a - today) - Math.abs(b - today));
  const [first, second] = near;
  if (first === undefined || (second !== undefined && Math.abs(second - today) - Math.abs(first - today) < 60)) return undefined;
  return first;
}
