/** Text on a terminal: how wide it is, where it breaks, how numbers and times are written. */
import { stripVTControlCharacters } from 'node:util';
import type { Debtor, Instant } from '../../treaty/index.js';
import { isoOf } from '../../engine/index.js';

/** Columns a text takes; colours take none. Wide (East Asian, emoji) characters take two. */
export function widthOf(text: string): number {
  let width = 0;
  for (const one of stripVTControlCharacters(text)) {
    if (/\p{M}/u.test(one)) continue;
    width += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}]/u.test(one) ? 2 : 1;
  }
  return width;
}

export const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));
export const paddedLeft = (text: string, width: number): string => ' '.repeat(Math.max(0, width - widthOf(text))) + text;

/** Cut to a width, with an ellipsis. The text must be without colours. */
export function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let kept = '';
  for (const one of text) {
    if (widthOf(kept + one) > width - 1) break;
    kept += one;
  }
  return `${kept}…`;
}

/** Lines of at most `width` columns; a word that is longer stands alone on its line. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter((one) => one !== '')) {
    if (line !== '' && widthOf(line) + 1 + widthOf(word) > width) { lines.push(line); line = word; } else line = line === '' ? word : `${line} ${word}`;
  }
  return line === '' ? lines : [...lines, line];
}

/** A paragraph whose first line begins with `lead` and whose others stand under its text. */
export function hanging(lead: string, text: string, width: number): string {
  const indent = ' '.repeat(widthOf(lead));
  const lines = wrap(text, Math.max(20, width - widthOf(lead)));
  return lines.map((line, index) => `${index === 0 ? lead : indent}${line}\n`).join('') || `${lead.trimEnd()}\n`;
}

/** Control characters, which could move the cursor or hide text, as blanks. For anything that comes out of a file. */
export const tame = (text: string): string => text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, ' ').replace(/\t/g, '  ');

/** `1,234`. */
export const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

/** `1 row`, `12 rows`. */
export const counted = (count: number, noun: string, many = `${noun}s`): string => `${grouped(count)} ${count === 1 ? noun : many}`;

/** `2014-09-05 04:00Z`: sorts as text, names its zone, and is the same everywhere. */
export function whenWords(instant: Instant): string {
  if (!Number.isFinite(instant)) return instant < 0 ? 'the beginning' : 'the end';
  return isoOf(instant).replace('T', ' ');
}

/** The same, and beside it the wall clock of the treaty's own zone: `2015-02-14 22:00Z (Kyiv 02-15 00:00)`. */
export function momentWords(instant: Instant, zone: string): string {
  const utc = whenWords(instant);
  if (zone === 'UTC' || !Number.isFinite(instant)) return utc;
  const parts = new Map(clockOf(zone).formatToParts(instant).map(({ type, value }) => [type, value]));
  const day = `${parts.get('month') ?? ''}-${parts.get('day') ?? ''}`;
  return `${utc} (${zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone} ${day === utc.slice(5, 10) ? '' : `${day} `}${parts.get('hour') ?? ''}:${parts.get('minute') ?? ''})`;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hourCycle: 'h23', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' });
  clocks.set(zone, made);
  return made;
}

const DAY = 86_400_000;

/** `the end of 2015-03-01` for the last millisecond of a day. */
export const untilWords = (instant: Instant): string => (Number.isFinite(instant) && (instant + 1) % DAY === 0 ? `the end of ${whenWords(instant).slice(0, 10)}` : whenWords(instant));

export const debtorWords = (debtor: Debtor | undefined): string => (debtor === undefined ? '' : typeof debtor === 'string' ? debtor : `one of ${debtor.oneOf.join(', ')}`);
