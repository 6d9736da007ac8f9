/** What the engine says: changes with their reasons, and verdicts as drivers publish them. */
import type { Truth } from './common.js';
import type { NormState } from './events.js';
import type { Instant } from './time.js';

/** Which kind of condition decided. The first eight are the reasons a case can be out of scope for. */
export type Rule =
  | 'place' | 'actor' | 'intent' | 'threshold' | 'provoked' | 'precondition' | 'not in force' | 'target'
  | 'time' | 'trigger' | 'performance' | 'violation' | 'exception' | 'attribution' | 'absence' | 'finding' | 'decision' | 'failing which'
  | 'permission' | 'suspension' | 'lapse' | 'conflict' | 'to be agreed' | 'instrument';

export interface Reason {
  readonly article: string;
  /** Ids of the entries that decided. */
  readonly entries: readonly string[];
  readonly rule: Rule;
  /** A sentence in plain words, lower case, no full stop. */
  readonly text: string;
  /** For undetermined: who or what may settle it. */
  readonly settledBy?: string;
}

/** A party's name, or one of several. */
export type Debtor = string | { readonly oneOf: readonly string[] };

export type VerdictState = NormState | Truth | 'not in scope' | 'conflict';

export interface Verdict {
  /** Stable address: clause, debtor and trigger, joined; unique within one judgement. */
  readonly id: string;
  readonly clause: string;
  readonly article: string;
  readonly kind: 'definition' | 'duty' | 'permission' | 'power' | 'decision' | 'instrument';
  readonly debtor?: Debtor;
  readonly owedTo?: readonly string[];
  /** Entry id, or `entry into force`, `signature`, an instant in ISO form. */
  readonly trigger?: string;
  readonly state: VerdictState;
  readonly since: Instant;
  /** End of the running window, if any. */
  readonly deadline?: Instant;
  readonly reasons: readonly Reason[];
  /** Titles of the readings under which this verdict holds; absent when all agree. */
  readonly readings?: readonly string[];
}

/** Something that followed from a step: an instance moved from one state to another. */
export interface Change {
  readonly at: Instant;
  readonly verdict: Verdict;
  readonly from?: VerdictState;
}
