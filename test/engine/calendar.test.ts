import { describe, expect, it } from 'vitest';
import { addDuration, isoOf, offsetMs } from '../../src/engine/calendar.js';
import type { Calendar } from '../../src/treaty/index.js';

const utc: Calendar = { zone: 'UTC', dayHours: 24, monthEnd: 'last-day' };
const kyiv: Calendar = { zone: 'Europe/Kyiv', dayHours: 'calendar', monthEnd: 'last-day' };
const at = (iso: string): number => Date.parse(iso);

describe('calendar durations', () => {
  it('ends a month after the 31st on the last day, or lets it overflow, as the treaty says', () => {
    expect(isoOf(addDuration(at('2025-01-31T10:00Z'), { amount: 1, unit: 'month' }, utc))).toBe('2025-02-28T10:00Z');
    expect(isoOf(addDuration(at('2025-01-31T10:00Z'), { amount: 1, unit: 'month' }, { ...utc, monthEnd: 'overflow' }))).toBe('2025-03-03T10:00Z');
    expect(isoOf(addDuration(at('2024-02-29T00:00Z'), { amount: 1, unit: 'year' }, utc))).toBe('2025-02-28T00:00Z');
  });

  it('keeps the wall clock over a change of clocks for calendar days, and 24 hours otherwise', () => {
    // Clocks in Kyiv went forward on 30 March 2025.
    expect(isoOf(addDuration(at('2025-03-29T12:00+02:00'), { amount: 1, unit: 'day' }, kyiv))).toBe('2025-03-30T09:00Z');
    expect(isoOf(addDuration(at('2025-03-29T12:00+02:00'), { amount: 1, unit: 'day' }, { ...kyiv, dayHours: 24 }))).toBe('2025-03-30T10:00Z');
    expect(offsetMs('Europe/Kyiv', at('2025-01-01T00:00Z'))).toBe(2 * 3_600_000);
    expect(offsetMs('+02:30', 0)).toBe(2.5 * 3_600_000);
  });
});
