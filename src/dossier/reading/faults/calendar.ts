/** Days that cannot all be: weekdays told apart by days counted from today, weekdays beside dates, and both against the report's own date. */
import type { Article } from '../document.js';
import type { Fault, Stretch } from '../shapes.js';

const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
const COUNTS: Readonly<{ [word: string]: number }> = { one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, a: 1 };
const DAY = '((?:mon|tues|wednes|thurs|fri|satur|sun)day)';
const OFFSET = '((?:(?:current|today[’\']?s|present|publication|posting|article|report|this) (?:date|day)|today)(?:\\s*[–—−+-]\\s*(?:\\d|one|two|three|four|five|six)(?: days?)?)?(?=\\s*[\\])}])|today|yesterday|tomorrow|(?:the )?day before yesterday|(?:the )?day after tomorrow|(?:\\d|one|two|three|four|five|six|a) days? ago|in (?:\\d|one|two|three|four|five|six) days?)';
const GAP = '[\\s,({\\[–—:=-]{1,4}(?:(?:on|a|that is|i\\.e\\.|being|which is) ){0,2}';
const BESIDE = new RegExp(`\\b${DAY}\\b${GAP}${OFFSET}\\b|\\b${OFFSET}\\b${GAP}${DAY}\\b`, 'gi');
const MONTH = `(${MONTHS.join('|')}|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)`;
const DATE = new RegExp(`(?:(?<day>\\d{1,2})(?:st|nd|rd|th)? (?:of )?${MONTH}\\.?,? (?<year>\\d{4})|${MONTH}\\.? (?<day2>\\d{1,2})(?:st|nd|rd|th)?,? (?<year2>\\d{4})|(?<iso>\\d{4}-\\d{2}-\\d{2}))`, 'gi');
const BEFORE_DATE = new RegExp(`\\b${DAY},? (?:the )?$`, 'i');

interface Day { readonly span: Stretch; readonly weekday: number; readonly offset: number; readonly words: string }
interface Dated { readonly span: Stretch; readonly year: number; readonly month: number; readonly day: number }

export function datesIn(text: string): readonly Dated[] {
  return [...text.matchAll(DATE)].flatMap((hit) => {
    const { day, day2, year, year2, iso } = hit.groups as { readonly [name: string]: string | undefined };
    const span = [hit.index, hit.index + hit[0].length] as const;
    if (iso !== undefined) { const [y = 0, m = 0, d = 0] = iso.split('-').map(Number); return m >= 1 && m <= 12 ? [{ span, year: y, month: m - 1, day: d }] : []; }
    const month = MONTHS.findIndex((one) => one.startsWith((hit[2] ?? hit[4] ?? '').toLowerCase().slice(0, 3)));
    return month < 0 ? [] : [{ span, year: Number(year ?? year2), month, day: Number(day ?? day2) }];
  });
}

/** The first date in the report's opening lines, taken for its own. */
export function dateOf({ text, blocks }: Article): string | undefined {
  for (const { span, kind } of blocks.filter(({ kind }) => kind !== 'row').slice(0, 4)) {
    const opening = text.slice(span[0], Math.min(span[1], span[0] + 120));
    const [first] = datesIn(opening);
    // A date that opens a paragraph or stands alone in it; one within a sentence tells of something else.
    if (first && (first.span[0] < 60 || kind !== 'paragraph') && !/\b(?:on|of|in|by|until|since|from|before|after)\s(?:\w+day,? )?(?:the )?$/i.test(opening.slice(0, first.span[0]))) return `${first.year}-${String(first.month + 1).padStart(2, '0')}-${String(first.day).padStart(2, '0')}`;
  }
  return undefined;
}

export function calendarFaults(article: Article): readonly Fault[] {
  const { text } = article;
  const faults: Fault[] = [];
  for (const { span, year, month, day } of datesIn(text)) {
    const at = new Date(Date.UTC(year, month, day));
    if (at.getUTCMonth() !== month || day < 1) { faults.push({ id: 'calendar-contradiction', span, message: `there is no such day as \`${text.slice(...span)}\``, help: 'look the date up' }); continue; }
    const named = BEFORE_DATE.exec(text.slice(Math.max(0, span[0] - 20), span[0]));
    const weekday = named?.[1]?.toLowerCase();
    const real = DAYS[at.getUTCDay()] ?? '';
    if (named && weekday !== undefined && weekday !== real) faults.push({ id: 'calendar-contradiction', span: [span[0] - named[0].length, span[1]], message: `\`${text.slice(...span)}\` was a ${capital(real)}, and the text makes it a ${capital(weekday)}`, help: 'correct the weekday or the date' });
  }
  const today = dateOf(article);
  const days = daysIn(text);
  const anchor = today === undefined ? undefined : new Date(`${today}T00:00:00Z`).getUTCDay();
  days.forEach((one, index) => {
    const implied = ((one.weekday - one.offset) % 7 + 7) % 7;
    if (anchor !== undefined && Number.isFinite(anchor)) {
      if (implied !== anchor) faults.push({ id: 'calendar-contradiction', span: one.span, message: `\`${one.words}\` makes today a ${capital(DAYS[implied] ?? '')}, and the report is dated ${today ?? ''}, a ${capital(DAYS[anchor] ?? '')}`, help: 'write dates in place of days counted from today' });
      return;
    }
    const other = days.slice(0, index).find((before) => ((before.weekday - before.offset) % 7 + 7) % 7 !== implied);
    if (other) faults.push({ id: 'calendar-contradiction', span: one.span, related: [other.span], message: `\`${one.words}\` makes today a ${capital(DAYS[implied] ?? '')}, and \`${other.words}\` makes it a ${capital(DAYS[((other.weekday - other.offset) % 7 + 7) % 7] ?? '')}`, help: 'write dates in place of days counted from today' });
  });
  return faults;
}

function daysIn(text: string): readonly Day[] {
  return [...text.matchAll(BESIDE)].map((hit) => {
    const weekday = DAYS.indexOf((hit[1] ?? hit[4] ?? '').toLowerCase());
    return { span: [hit.index, hit.index + hit[0].length] as const, weekday, offset: offsetOf((hit[2] ?? hit[3] ?? '').toLowerCase()), words: hit[0].replace(/\s+/g, ' ') };
  });
}

function offsetOf(words: string): number {
  if (words === 'today') return 0;
  if (words === 'yesterday') return -1;
  if (words === 'tomorrow') return 1;
  if (words.includes('before yesterday')) return -2;
  if (words.includes('after tomorrow')) return 2;
  // `current date – 2 days`, `today + 1`.
  const counted = /([–—−+-])\s*(\d|one|two|three|four|five|six)/.exec(words);
  const word = counted?.[2] ?? /(\d|one|two|three|four|five|six|a) days?/.exec(words)?.[1] ?? '0';
  const count = COUNTS[word] ?? Number(word);
  return words.endsWith('ago') || (counted && counted[1] !== '+') ? -count : count;
}

const capital = (word: string): string => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
