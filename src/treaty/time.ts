/** Instants, uncertain instants and durations. Calendar arithmetic lives in `engine/calendar.ts`; this file holds the shapes only. */

/** Milliseconds since 1970-01-01T00:00Z. */
export type Instant = number;

/** An instant known only to lie between two others, both included. `from === to` when exact. */
export interface TimeRange {
  readonly from: Instant;
  readonly to: Instant;
}

export type DurationUnit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';

export interface Duration {
  readonly amount: number;
  readonly unit: DurationUnit;
}

/** How a treaty counts time. `dayHours: 'calendar'` means a day ends at the same wall-clock time on the next date. */
export interface Calendar {
  /** `UTC`, an offset such as `+02:00`, or an IANA zone name. */
  readonly zone: string;
  readonly dayHours: 24 | 'calendar';
  /** What a month after the 31st is: the last day of the month, or the overflow into the next. */
  readonly monthEnd: 'last-day' | 'overflow';
  readonly tick?: Duration;
}
