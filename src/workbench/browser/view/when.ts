/** Days and instants as fields hold them: year first, so that no reader takes the day for the month. Always UTC. */
import type { Instant } from '../../../treaty/index.js';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

export const dayField = (at: Instant | undefined): string => (at === undefined ? '' : new Date(at).toISOString().slice(0, 10));
export const momentField = (at: Instant): string => new Date(at).toISOString().slice(0, 16).replace('T', ' ');

/** `2015-02-15` or `15 Feb 2015`; the first instant of that day, nothing where it is no day of the calendar. */
export function readDay(text: string): Instant | undefined {
  const words = text.trim();
  const named = /^(\d{1,2})\s+([A-Za-z]{3})[a-z]*\.?\s+(\d{4})$/.exec(words);
  const [year, month, day] = named ? [named[3], String(MONTHS.indexOf((named[2] ?? '').toLowerCase()) + 1).padStart(2, '0'), (named[1] ?? '').padStart(2, '0')] : words.split('-');
  const iso = `${year ?? ''}-${month ?? ''}-${day ?? ''}`;
  if (!/^\d{4}-\d\d-\d\d$/.test(iso)) return undefined;
  const at = Date.parse(`${iso}T00:00Z`);
  return Number.isFinite(at) && dayField(at) === iso ? at : undefined;
}

/** A day alone means its beginning. */
export function readMoment(text: string): Instant | undefined {
  const parts = /^(.*?)[T\s,]+(\d{1,2}):(\d\d)\s*(?:UTC|Z)?$/.exec(text.trim());
  if (!parts) return readDay(text);
  const day = readDay(parts[1] ?? '');
  const [hour, minute] = [Number(parts[2]), Number(parts[3])];
  return day === undefined || hour > 23 || minute > 59 ? undefined : day + (hour * 60 + minute) * 60_000;
}
