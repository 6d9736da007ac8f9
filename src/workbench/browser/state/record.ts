/** What the Record shows: the filter with its period, the entries chosen on map or list, and the form with the point taken from the map. */
import { signal } from '@preact/signals';
import { NO_FILTER, type Filter } from '../view/record.js';

export interface Selection {
  /** Empty: nothing is chosen. */
  readonly ids: readonly string[];
  readonly words: string;
}
export const NOTHING: Selection = { ids: [], words: '' };

export const filter = signal<Filter>(NO_FILTER);
export const selection = signal<Selection>(NOTHING);
export const adding = signal(false);
/** Id of the entry last written down here. */
export const written = signal<string | undefined>(undefined);
export const point = signal<readonly [longitude: number, latitude: number] | undefined>(undefined);

/** Another treaty, another record, or an address that asks for a clause: names and ids of the last mean nothing there; the period still does. */
export function startAfresh(clause = '', state = '', entry?: string): void {
  const { from, to } = filter.peek();
  if (entry !== undefined) {
    // One entry is asked for: no period may hide it, and no form stand before it.
    filter.value = { ...NO_FILTER, clause, state, text: entry };
    selection.value = { ids: [entry], words: '' };
    point.value = undefined;
    written.value = undefined;
    adding.value = false;
    return;
  }
  filter.value = { ...NO_FILTER, clause, state, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  selection.value = NOTHING;
  point.value = undefined;
  written.value = undefined;
}

export function narrow(next: Partial<Filter>): void {
  filter.value = { ...filter.value, ...next };
  selection.value = NOTHING;
}

export function choosePeriod(from: number | undefined, to: number | undefined): void {
  const { from: _from, to: _to, ...rest } = filter.value;
  filter.value = { ...rest, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  selection.value = NOTHING;
}
