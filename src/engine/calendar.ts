/** Calendar arithmetic in the treaty's own zone: months and calendar days are counted on the wall clock, hours by the clock that never jumps. */
import type { Calendar, Duration, Instant } from '../treaty/index.js';

export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(zone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(zone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
    });
    formatters.set(zone, formatter);
  }
  return formatter;
}

/** Offset of a zone from UTC at an instant, in milliseconds. */
export function offsetMs(zone: string, instant: Instant): number {
  if (zone === 'UTC' || zone === 'Z') return 0;
  const fixed = /^([+-])(\d\d):?(\d\d)$/.exec(zone);
  if (fixed) return (fixed[1] === '-' ? -1 : 1) * (Number(fixed[2]) * HOUR_MS + Number(fixed[3]) * MINUTE_MS);
  const parts = formatterOf(zone).formatToParts(instant);
  const value = (type: string): number => Number(parts.find((part) => part.type === type)?.value ?? 0);
  const wall = Date.UTC(value('year'), value('month') - 1, value('day'), value('hour'), value('minute'), value('second'));
  return wall - Math.floor(instant / 1000) * 1000;
}

/** The instant at which the wall clock of `zone` shows `wallMs` (a UTC-encoded wall time). Where a clock change skips it, the instant after the change. */
function instantOfWall(zone: string, wallMs: number): Instant {
  const first = wallMs - offsetMs(zone, wallMs);
  const second = wallMs - offsetMs(zone, first);
  return second;
}

/** `instant` plus a duration. Months and years keep the day of the month; the calendar's rule says what becomes of the 31st. */
export function addDuration(instant: Instant, duration: Duration, calendar: Calendar): Instant {
  const { amount, unit } = duration;
  switch (unit) {
    case 'minute': return instant + amount * MINUTE_MS;
    case 'hour': return instant + amount * HOUR_MS;
    case 'day': return addDays(instant, amount, calendar);
    case 'week': return addDays(instant, amount * 7, calendar);
    case 'month': return addMonths(instant, amount, calendar);
    case 'year': return addMonths(instant, amount * 12, calendar);
  }
}

function addDays(instant: Instant, days: number, calendar: Calendar): Instant {
  if (calendar.dayHours === 24) return instant + days * DAY_MS;
  const wall = instant + offsetMs(calendar.zone, instant);
  return instantOfWall(calendar.zone, wall + days * DAY_MS);
}

function addMonths(instant: Instant, months: number, calendar: Calendar): Instant {
  const wall = new Date(instant + offsetMs(calendar.zone, instant));
  const whole = Math.trunc(months);
  const target = new Date(wall);
  target.setUTCDate(1);
  target.setUTCMonth(target.getUTCMonth() + whole);
  const lastDay = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate();
  const day = wall.getUTCDate();
  target.setUTCDate(calendar.monthEnd === 'last-day' ? Math.min(day, lastDay) : day);
  return instantOfWall(calendar.zone, target.getTime());
}

/** `2025-08-17T14:00Z`; seconds only where there are any. */
export function isoOf(instant: Instant): string {
  if (!Number.isFinite(instant)) return instant < 0 ? 'the beginning' : 'the end';
  const iso = new Date(instant).toISOString();
  return iso.endsWith(':00.000Z') ? `${iso.slice(0, 16)}Z` : iso.endsWith('.000Z') ? `${iso.slice(0, 19)}Z` : iso;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `17 Aug 2025, 14:00 UTC`: the house's unambiguous form. */
export function dayTimeOf(instant: Instant): string {
  if (!Number.isFinite(instant)) return isoOf(instant);
  const date = new Date(instant);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()] ?? ''} ${date.getUTCFullYear()}, ${two(date.getUTCHours())}:${two(date.getUTCMinutes())} UTC`;
}

export function durationWords(duration: Duration): string {
  return `${duration.amount} ${duration.unit}${duration.amount === 1 ? '' : 's'}`;
}
