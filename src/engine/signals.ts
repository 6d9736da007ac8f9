/** Signals: what may count as an event. Entries are given; the rest follows from them within a step. */
import type { Entry, Instant, NormState, TimeRange } from '../treaty/index.js';
import type { Bindings } from './situation.js';

export type Signal =
  | { readonly kind: 'entry'; readonly entry: Entry; /** Later than the entry itself where a finding settled it. */ readonly settledAt?: TimeRange }
  | { readonly kind: 'moved'; readonly clause: string; readonly debtor?: string; readonly oneOf?: readonly string[]; readonly state: NormState;
      /** State before, in the same life. */ readonly from?: NormState; /** States of the debtor's other lives under this clause. */ readonly others: readonly NormState[]; readonly at: TimeRange; readonly entries: readonly string[]; readonly bindings: Bindings }
  | { readonly kind: 'instrument'; readonly what: 'signature' | 'entry into force'; readonly at: TimeRange; readonly entries: readonly string[] }
  | { readonly kind: 'instant'; readonly at: Instant };

/** Keys under which listeners for a signal are filed. */
export function keyOf(signal: Signal): string {
  switch (signal.kind) {
    case 'entry': return `act:${signal.entry.act}`;
    case 'moved': return `moved:${signal.clause}`;
    case 'instrument': return 'instrument';
    case 'instant': return 'instant';
  }
}
