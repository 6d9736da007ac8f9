/** Dates and durations as written: a date without a time is its midnight in the treaty's zone. */
import type { Duration, DurationUnit, Instant } from '../treaty/index.js';

const UNITS: ReadonlyMap<string, DurationUnit> = new Map([
  ['min', 'minute'], ['minute', 'minute'], ['minutes', 'minute'], ['h', 'hour'], ['hour', 'hour'], ['hours', 'hour'], ['d', 'day'], ['day', 'day'], ['days', 'day'],
  ['week', 'week'], ['weeks', 'week'], ['month', 'month'], ['months', 'month'], ['year', 'year'], ['years', 'year'],
]);

/** As they are written out. */
export const UNIT_NAMES: readonly string[] = [...UNITS.keys()].filter((word) => word.length > 3);

export const unitOf = (word: string): DurationUnit | undefined => UNITS.get(word);

export function durationOf(amount: number, word: string): Duration | undefined {
  const unit = unitOf(word);
  return unit && { amount, unit };
}

/** Undefined where there is no such date or time. */
export function instantOf(written: string, zone: string): Instant | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}))?(Z|[+-]\d{2}:\d{2})?)?$/.exec(written);
  if (!parts) return undefined;
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map((part) => Number(part ?? 0)) as [number, number, number, number, number, number];
  const wall = Date.UTC(year, month - 1, day, hour, minute, second);
  const back = new Date(wall);
  if (back.getUTCFullYear() !== year || back.getUTCMonth() !== month - 1 || back.getUTCDate() !== day || hour > 23 || minute > 59 || second > 59) return undefined;
  const offset = parts[7];
  if (offset === 'Z') return wall;
  return wall - zoneOffset(offset ?? zone, wall);
}

function zoneOffset(zone: string, wall: number): number {
  if (zone === 'UTC') return 0;
  const fixed = /^([+-])(\d{2}):(\d{2})$/.exec(zone);
  if (fixed) return (fixed[1] === '-' ? -1 : 1) * (Number(fixed[2]) * 60 + Number(fixed[3])) * 60_000;
  const shown = (instant: number): number => {
    const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' }).formatToParts(instant);
    const value = (type: string): number => Number(parts.find((part) => part.type === type)?.value ?? 0);
    return Date.UTC(value('year'), value('month') - 1, value('day'), value('hour'), value('minute'), value('second'));
  };
  const first = shown(wall) - wall;
  return shown(wall - first) - (wall - first);
}

/** Whether the runtime knows a zone by this name. */
export function knownZone(zone: string): boolean {
  if (zone === 'UTC' || /^[+-]\d{2}:\d{2}$/.test(zone)) return true;
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: zone });
    return true;
  } catch { return false; }
}

/** The last instant of what is written: of a date the end of its day in the zone, of an instant itself. */
export function endOfWritten(written: string, zone: string): Instant | undefined {
  const start = instantOf(written, zone);
  if (start === undefined || written.includes('T')) return start;
  const next = new Date(Date.UTC(Number(written.slice(0, 4)), Number(written.slice(5, 7)) - 1, Number(written.slice(8, 10)) + 1)).toISOString().slice(0, 10);
  return (instantOf(next, zone) ?? start + 86_400_000) - 1;
}

/** The date a clock in the zone shows at an instant: a zone is at most a day from UTC. */
export function dateOf(at: Instant, zone: string): string {
  const days = [-1, 0, 1].map((shift) => new Date(at + shift * 86_400_000).toISOString().slice(0, 10));
  return days.find((day) => (instantOf(day, zone) ?? Infinity) <= at && at <= (endOfWritten(day, zone) ?? -Infinity)) ?? days[1] ?? '';
}
