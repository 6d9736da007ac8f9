/** Uncertain instants: a comparison true throughout is true, true nowhere is false, else undetermined. */
import type { Instant, TimeRange, Truth } from '../treaty/index.js';

export const exactly = (instant: Instant): TimeRange => ({ from: instant, to: instant });

/** a ≤ b. */
export function notAfter(a: TimeRange, b: TimeRange): Truth {
  if (a.to <= b.from) return 'true';
  return a.from > b.to ? 'false' : 'undetermined';
}

/** a < b. */
export function before(a: TimeRange, b: TimeRange): Truth {
  if (a.to < b.from) return 'true';
  return a.from >= b.to ? 'false' : 'undetermined';
}

/** The later of two uncertain instants. */
export function later(a: TimeRange, b: TimeRange): TimeRange {
  if (b.from <= a.from && b.to <= a.to) return a;
  return { from: Math.max(a.from, b.from), to: Math.max(a.to, b.to) };
}

export const mapRange = (range: TimeRange, shift: (instant: Instant) => Instant): TimeRange => {
  const from = shift(range.from);
  return { from, to: range.to === range.from ? from : shift(range.to) };
};
