/** Events (things that occur at an instant) and conditions (things that hold or not at an instant). */
import type { Span, ToBeAgreed } from './common.js';
import type { Duration, Instant } from './time.js';
import type { Headcount, Who } from './who.js';

export type Comparison = 'at least' | 'at most' | 'more than' | 'less than' | 'is' | 'is not' | 'one of' | 'not one of';

/** `with severity at least 3`, `with means one of drone, missile`. A missing fact makes the test undetermined. */
export interface ArgumentTest {
  readonly argument: string;
  readonly comparison: Comparison;
  readonly value: number | string | readonly string[] | ToBeAgreed;
  readonly span: Span;
}

/** `in covered-area`, `outside "contact-buffer"`. */
export interface PlaceTest {
  readonly zone: string;
  readonly negated: boolean;
  readonly span: Span;
}

/** `strike or occupy by P on Q in Z with …, from 2015-02-15`. */
export interface ActPattern {
  readonly kind: 'act';
  readonly acts: readonly string[];
  readonly by?: Who;
  readonly on?: Who;
  /** All must hold. */
  readonly places: readonly PlaceTest[];
  /** All must hold. */
  readonly tests: readonly ArgumentTest[];
  readonly span: Span;
}

/** States a duty, power or decision can be in; `settled` means performed or breached. */
export type NormState =
  | 'pending' | 'due' | 'performed' | 'breached' | 'excused' | 'waived' | 'lapsed' | 'undetermined' | 'suspended' | 'cured' | 'defaulted'
  | 'dormant' | 'available' | 'exercised' | 'expired' | 'revoked'
  | 'open' | 'adopted' | 'rejected' | 'no decision'
  | 'settled';

export type Quantifier =
  | { readonly kind: 'some' }
  | { readonly kind: 'each' }
  | { readonly kind: 'at least'; readonly count: number | ToBeAgreed }
  | { readonly kind: 'of'; readonly who: Who };

export type Event =
  | ActPattern
  /** A `define … as` event, or a declared finding naming someone. */
  | { readonly kind: 'defined'; readonly name: string; readonly span: Span }
  | { readonly kind: 'finding'; readonly finding: string; readonly by?: Who; readonly names?: Who; readonly span: Span }
  /** `assist is performed [by each | by at least 3 | of Poland]`. */
  | { readonly kind: 'becomes'; readonly clause: string; readonly state: NormState; readonly quantifier: Quantifier; readonly span: Span }
  | { readonly kind: 'instant'; readonly instant: Instant; readonly span: Span }
  | { readonly kind: 'signature'; readonly span: Span }
  | { readonly kind: 'entry into force'; readonly span: Span }
  | { readonly kind: 'either'; readonly of: readonly Event[]; readonly span: Span }
  /** `at least 3 of strike on Ukraine within 30 days`; with `sum`, the argument's decayed sum: Σ decay^(days) · value ≥ threshold. */
  | { readonly kind: 'repeated'; readonly of: Event; readonly threshold: number | ToBeAgreed; readonly within: Duration;
      readonly sum?: { readonly argument: string; readonly decayPerDay: number }; readonly span: Span }
  /** `E unless C`, `E when C`: an event that counts only where the condition does not (or does) hold. */
  | { readonly kind: 'guarded'; readonly of: Event; readonly when?: Condition; readonly unless?: Condition; readonly span: Span }
  | ToBeAgreed;

export type Condition =
  | { readonly kind: 'and' | 'or'; readonly of: readonly Condition[]; readonly span: Span }
  | { readonly kind: 'not'; readonly of: Condition; readonly span: Span }
  /** A `define … while` state, or a defined event taken as "has occurred". */
  | { readonly kind: 'holds'; readonly name: string; readonly span: Span }
  /** An event that has occurred up to now (`within` the last duration when given). */
  | { readonly kind: 'occurred'; readonly event: Event; readonly within?: Duration; readonly span: Span }
  /** `some assist is due`, `no assist is due` (negated), `assist is performed by at least 3`. */
  | { readonly kind: 'is'; readonly clause: string; readonly state: NormState; readonly quantifier: Quantifier; readonly span: Span }
  | { readonly kind: 'found'; readonly finding: string; readonly by?: Who; readonly names?: Who; readonly span: Span }
  | { readonly kind: 'in force'; readonly for?: Who; readonly span: Span }
  /** `ratified by Ukraine and 4 of Guarantor`. */
  | { readonly kind: 'acted'; readonly acts: readonly string[]; readonly by: readonly Headcount[]; readonly span: Span }
  /** Tests of the act in hand (usable in `unless` and `when` of a definition): `with provoked is yes`. */
  | { readonly kind: 'act test'; readonly test: ArgumentTest; readonly span: Span }
  | ToBeAgreed;
