/** Dates and instants as records write them, strictly: a day that the calendar lacks is refused, an hour needs its offset. */
import type { Instant, TimeRange } from '../treaty/index.js';

const DAY_MS = 86_400_000;
const DATE = /^(\d{4})-(\d\d)-(\d\d)$/;
const INSTANT = /^(\d{4}-\d\d-\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?\s*(Z|[+-]\d\d:?\d\d)?$/;

export type Dated = TimeRange | { readonly problem: string };

/** A whole day for `2025-02-15`, one instant for `2025-02-15T04:00Z`. Days run in UTC unless another zone is given. */
export function readDate(text: string, zone = 'UTC'): Dated {
  const day = DATE.exec(text);
  if (day) return wholeDay(text, zone) ?? { problem: `\`${text}\` is no day of the calendar` };
  const parts = INSTANT.exec(text);
  if (!parts) return { problem: `\`${text.slice(0, 40)}\` is no date; write \`2025-02-15\` or \`2025-02-15T04:00Z\`` };
  const [, date = '', hour = '', minute = '', second = '0', fraction = '0', offset] = parts;
  const midnight = midnightUtc(date);
  if (midnight === undefined) return { problem: `\`${date}\` is no day of the calendar` };
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return { problem: `\`${text}\` has no such hour of the day` };
  if (offset === undefined) return { problem: `\`${text}\` does not say in which time zone; add \`Z\` or an offset such as \`+02:00\`` };
  const wall = midnight + Number(hour) * 3_600_000 + Number(minute) * 60_000 + Number(second) * 1000 + Math.floor(Number(`0.${fraction}`) * 1000);
  const shift = offset === 'Z' ? 0 : offsetMinutes(offset);
  if (shift === undefined) return { problem: `\`${offset}\` is no time zone offset; they run from -14:00 to +14:00` };
  return { from: wall - shift * 60_000, to: wall - shift * 60_000 };
}

/** From the first instant of one date to the last instant of another. */
export function readSpan(from: string, to: string, zone = 'UTC'): Dated {
  const first = readDate(from, zone);
  const last = readDate(to, zone);
  if ('problem' in first) return first;
  if ('problem' in last) return last;
  return first.from <= last.to ? { from: first.from, to: last.to } : { problem: `it ends at \`${to}\` before it begins at \`${from}\`` };
}

function offsetMinutes(offset: string): number | undefined {
  const digits = offset.replace(':', '');
  const minutes = Number(digits.slice(1, 3)) * 60 + Number(digits.slice(3, 5));
  return minutes > 14 * 60 || Number(digits.slice(3, 5)) > 59 ? undefined : digits.startsWith('-') ? -minutes : minutes;
}

/** Midnight in UTC of a date, undefined where the calendar has no such day. */
function midnightUtc(date: string): Instant | undefined {
  const [, year = '', month = '', day = ''] = DATE.exec(date) ?? [];
  const instant = new Date(0).setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  return new Date(instant).toISOString().slice(0, 10) === date ? instant : undefined;
}

function wholeDay(date: string, zone: string): TimeRange | undefined {
  const midnight = midnightUtc(date);
  if (midnight === undefined) return undefined;
  return { from: midnightIn(zone, midnight), to: midnightIn(zone, midnight + DAY_MS) - 1 };
}

const formatters = new Map<string, Intl.DateTimeFormat>();
const midnights = new Map<string, Instant>();

/** The instant at which a wall clock in `zone` shows the midnight that `midnightUtcMs` is in UTC. */
function midnightIn(zone: string, midnightUtcMs: number): Instant {
  if (zone === 'UTC') return midnightUtcMs;
  const key = `${zone} ${midnightUtcMs}`;
  const known = midnights.get(key);
  if (known !== undefined) return known;
  const first = midnightUtcMs - offsetAt(zone, midnightUtcMs);
  const instant = midnightUtcMs - offsetAt(zone, first);
  midnights.set(key, instant);
  return instant;
}

function offsetAt(zone: string, instant: Instant): number {
  let formatter = formatters.get(zone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' });
    formatters.set(zone, formatter);
  }
  const value = new Map(formatter.formatToParts(instant).map((part) => [part.type, Number(part.value)]));
  const wall = Date.UTC(value.get('year') ?? 0, (value.get('month') ?? 1) - 1, value.get('day') ?? 1, value.get('hour') ?? 0, value.get('minute') ?? 0);
  return wall - Math.floor(instant / 60_000) * 60_000;
}
