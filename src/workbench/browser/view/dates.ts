/** Dates as the workbench writes them: `17 Aug 2025, 14:00 UTC`, never ambiguous, always UTC. */
import type { Instant } from '../../../treaty/index.js';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const HOUR = 3_600_000;

const two = (n: number): string => String(n).padStart(2, '0');
const inRange = (at: Instant): boolean => Number.isFinite(at) && Math.abs(at) <= 8.64e15;

export function day(at: Instant): string {
  if (!inRange(at)) return 'no date';
  const date = new Date(at);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()] ?? ''} ${date.getUTCFullYear()}`;
}

export function clock(at: Instant): string {
  if (!inRange(at)) return '';
  const date = new Date(at);
  return `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`;
}

export const moment = (at: Instant): string => `${day(at)}, ${clock(at)}`;
export const stamp = (at: Instant): string => `${moment(at)} UTC`;

/** Instants within a sentence, as the engine writes them, in the workbench's own way. */
export const dated = (words: string): string => words.replace(/\b\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z/g, (iso) => (Number.isFinite(Date.parse(iso)) ? stamp(Date.parse(iso)) : iso));

/** One day where the range is whole days or an instant; both ends otherwise. */
export function range(from: Instant, to: Instant): string {
  if (from === to) return moment(from);
  return day(from) === day(to) ? day(from) : `${day(from)} – ${day(to)}`;
}

/** `20 h`, `3 d 4 h`, `45 min`: how long, rounded down to what matters. */
export function span(ms: number): string {
  const minutes = Math.floor(Math.abs(ms) / 60_000);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 100) return `${hours} h`;
  const days = Math.floor(hours / 24);
  if (days < 100) return hours % 24 === 0 ? `${days} d` : `${days} d ${hours % 24} h`;
  return days < 730 ? `${days} d` : `${Math.floor(days / 365)} y`;
}

export const hoursSince = (start: Instant, at: Instant): string => {
  const hours = (at - start) / HOUR;
  return Number.isInteger(hours) ? `${hours} h` : `${hours.toFixed(1)} h`;
};

export const iso = (at: Instant): string => (inRange(at) ? new Date(at).toISOString().replace(/:00\.000Z$/, 'Z') : '');
