/** Clauses: definitions, duties, permissions, powers, decisions and the treaty's own life. */
import type { ClauseBase, Span, ToBeAgreed } from './common.js';
import type { Condition, Event, ActPattern } from './events.js';
import type { Duration, Instant } from './time.js';
import type { Headcount, Who } from './who.js';

/** `define X as EVENT` or `define X while CONDITION`. */
export interface Definition extends ClauseBase {
  readonly kind: 'definition';
  readonly meaning:
    | { readonly kind: 'event'; readonly event: Event }
    | { readonly kind: 'state'; readonly condition: Condition };
}

/**
 * When a duty must be done. `within` runs from the trigger (or from `of`); `immediately` carries no number.
 * `before` excludes the instant itself, `by` and `within` include it.
 */
export type Deadline =
  | { readonly kind: 'within'; readonly duration: Duration | ToBeAgreed; readonly of?: Event; readonly fromTheAct: boolean; readonly span: Span }
  | { readonly kind: 'by' | 'before'; readonly instant: Instant | ToBeAgreed; readonly span: Span }
  | { readonly kind: 'immediately'; readonly of?: Event; readonly span: Span };

/** What a duty is about. */
export type Content =
  /** Do one of these. */
  | { readonly kind: 'achieve'; readonly acts: readonly ActPattern[]; readonly span: Span }
  /** Keep a state true while the duty runs. */
  | { readonly kind: 'maintain'; readonly condition: Condition; readonly span: Span }
  /** Do none of these. */
  | { readonly kind: 'refrain'; readonly acts: readonly ActPattern[]; readonly span: Span }
  | ToBeAgreed;

/** One `failing which` step: a further duty of the debtor, or a power for someone. */
export type FailingWhich =
  | { readonly kind: 'shall'; readonly acts: readonly ActPattern[]; readonly deadline?: Deadline; readonly span: Span }
  | { readonly kind: 'may'; readonly who: Who; readonly acts: readonly ActPattern[]; readonly within?: Duration | ToBeAgreed; readonly span: Span };

/** Duties and prohibitions alike; a prohibition is a duty whose content is `refrain`. */
export interface Duty extends ClauseBase {
  readonly kind: 'duty';
  readonly debtor: Who;
  /** `jointly` binds the debtors as one: any of them may perform for all. */
  readonly jointly: boolean;
  readonly bestEffort: boolean;
  readonly content: Content;
  readonly owedTo?: Who;
  /** Absent: runs from entry into force. */
  readonly trigger?: Event;
  readonly forEach: boolean;
  readonly deadline?: Deadline;
  /** The duty lapses when this occurs. */
  readonly until?: Event;
  /** Not due before this has occurred. */
  readonly onlyAfter: readonly Event[];
  /** Excused while this holds. */
  readonly unless?: Condition;
  /** Suspended while this holds; `stopsClock` says whether the window waits. */
  readonly suspendedWhile?: { readonly condition: Condition; readonly stopsClock: boolean };
  /** Applies only while this holds. */
  readonly while?: Condition;
  readonly failingWhich: readonly FailingWhich[];
}

/** Defeats the prohibitions named by its `notwithstanding` priorities while available. */
export interface Permission extends ClauseBase {
  readonly kind: 'permission';
  readonly holder: Who;
  readonly acts: readonly ActPattern[];
  readonly trigger?: Event;
  readonly while?: Condition;
  readonly unless?: Condition;
}

export interface Power extends ClauseBase {
  readonly kind: 'power';
  readonly holder: Who;
  readonly acts: readonly ActPattern[];
  readonly trigger?: Event;
  readonly within?: Duration | ToBeAgreed;
  /** `effective 12 months after notice`. */
  readonly effectiveAfter?: Duration | ToBeAgreed;
  readonly unless?: Condition;
  readonly while?: Condition;
  readonly repeatable: boolean;
  /** `after 20 years of entry into force`. */
  readonly notBefore?: { readonly duration?: Duration | ToBeAgreed; readonly event: Event };
}

export type Outcome = 'adopted' | 'rejected' | 'no decision';

export type Majority =
  | { readonly kind: 'share'; readonly numerator: number; readonly denominator: number; readonly strict: boolean }
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'unanimity' }
  /** Weighted votes; weights default to 1. */
  | { readonly kind: 'weight'; readonly atLeast: number };

export interface Decision extends ClauseBase {
  readonly kind: 'decision';
  readonly voters: Who;
  readonly excluding: readonly Who[];
  readonly opens: Event;
  readonly closesAfter?: Duration | ToBeAgreed;
  readonly quorum?: number | ToBeAgreed;
  readonly majority: Majority | ToBeAgreed;
  readonly base: 'members' | 'votes cast';
  readonly weights: readonly { readonly party: string; readonly weight: number }[];
  readonly veto: readonly Who[];
  readonly silence: 'nothing' | 'consent' | 'rejection' | 'abstention';
  readonly silenceCountsToQuorum: boolean;
  readonly abstention: 'nothing' | 'consent' | 'rejection';
  readonly ballotsMayBeChanged: boolean;
  /** What becomes of each outcome: another outcome, a clause it opens, or `ends` where the text says the matter ends. */
  readonly outcomes: readonly { readonly on: Outcome; readonly becomes?: Outcome; readonly ends: boolean; readonly span: Span }[];
}

/** `enters into force when …` or `in force from DATE`. */
export interface EntryIntoForce {
  readonly when?: Condition;
  readonly on?: Instant;
  readonly after?: Duration;
  readonly article: string;
  readonly span: Span;
}

export interface Termination {
  readonly kind: 'terminates' | 'suspended';
  readonly when?: Event;
  readonly while?: Condition;
  /** `after 10 years of entry into force`. */
  readonly after?: Duration | ToBeAgreed;
  readonly article: string;
  readonly span: Span;
}

export interface Survival { readonly clauses: readonly string[]; readonly article: string; readonly span: Span }

export interface Reservation extends ClauseBase {
  readonly kind: 'reservation';
  readonly party: string;
  readonly to: string;
  /** The duty does not bind the party while (or for acts where) this holds. */
  readonly unless: Condition;
}

export interface Need { readonly amount: number | ToBeAgreed; readonly what: string; readonly within: Duration | ToBeAgreed; readonly article: string; readonly span: Span }

export interface Pledge {
  readonly party: string;
  readonly amount: number | ToBeAgreed;
  readonly what: string;
  readonly readyAfter?: Duration | ToBeAgreed;
  readonly stationed?: PlaceOfPledge;
  readonly source?: { readonly text: string; readonly span: Span };
  readonly article: string;
  readonly span: Span;
}
export interface PlaceOfPledge { readonly inside: boolean; readonly place: string }

export interface Reading { readonly title: string; readonly of: string; readonly source?: { readonly text: string; readonly span: Span }; readonly span: Span }

export type ClaimForm =
  | { readonly kind: 'always' | 'never' | 'possible'; readonly what: Condition }
  | { readonly kind: 'whenever'; readonly trigger: Event; readonly within?: Duration; readonly response: Event | Condition }
  | { readonly kind: 'only after'; readonly what: Event; readonly after: Event }
  /** Whatever the others do: the coalition commits first, the others answer knowing it, findings go against it. `within` counts from the beginning. */
  | { readonly kind: 'can'; readonly coalition: Who; readonly what: Event; readonly within?: Duration };

export interface Claim {
  readonly name: string;
  readonly form: ClaimForm;
  /** `assuming at most 1 of Guarantor defaults`. */
  readonly assuming: readonly { readonly atMost: number; readonly group: Who; readonly span: Span }[];
  readonly article: string;
  readonly span: Span;
  readonly nameSpan: Span;
}

export type { Headcount };

export type Clause = Definition | Duty | Permission | Power | Decision | Reservation;
