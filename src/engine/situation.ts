/**
 * A situation: everything the future of a treaty depends on, as readonly data.
 * INVARIANT (situation-suffices): what follows from an entry depends on the treaty, the situation and the entry alone.
 * History (verdicts that can no longer change) is not kept here: `step` hands it out as changes.
 */
import type { Duration, Entry, Instant, NormState, Reason, TimeRange, Truth } from '../treaty/index.js';

/** Who was met by `any G as ROLE`; several names where the record leaves it open. */
export type Bindings = Readonly<Partial<{ readonly [role: string]: readonly string[] }>>;

/** One life of a duty, power or permission for one debtor (or holder) and one trigger. */
export interface Instance {
  readonly clause: string;
  readonly debtor: string;
  /** Who may perform it: the debtor itself, or all who are bound jointly. */
  readonly members: readonly string[];
  /** Unique among the clause's instances: debtor and the bindings the clause speaks of. */
  readonly key: string;
  /** Entry id or name of the instant that opened it. */
  readonly trigger: string;
  /** Entries that caused it, oldest first. */
  readonly causes: readonly string[];
  readonly bindings: Bindings;
  readonly owedTo: readonly string[];
  readonly state: NormState;
  readonly since: Instant;
  /** When its current window began to run. */
  readonly opened: TimeRange;
  readonly deadline?: TimeRange;
  /** 0 for the original content, n for the n-th `failing which` step. */
  readonly stage: number;
  /** Indices of `only after` events still awaited. */
  readonly awaiting: readonly number[];
  /** State to return to, and since when, while suspended. */
  readonly suspended?: { readonly from: NormState; readonly since: Instant };
  /** Entries that perform it if the record means this debtor. */
  readonly maybePerformedBy: readonly string[];
  /** When an exercised power takes effect. */
  readonly effectiveAt?: Instant;
  readonly reasons: readonly Reason[];
}

export type BallotValue = 'for' | 'against' | 'abstain';

export interface Ballot {
  readonly value: BallotValue | 'conflict';
  readonly entry: string;
  readonly at: Instant;
}

export interface DecisionInstance {
  readonly decision: string;
  readonly trigger: string;
  readonly causes: readonly string[];
  readonly bindings: Bindings;
  readonly eligible: readonly string[];
  readonly ballots: ReadonlyMap<string, Ballot>;
  readonly state: NormState;
  readonly since: Instant;
  readonly opened: TimeRange;
  readonly closes?: TimeRange;
}

export interface Stamp { readonly at: TimeRange; readonly entry: string }

export interface Instrument {
  /** Everyone is bound from the start, as in scenarios that tell of no ratification. */
  readonly assumed: boolean;
  readonly signedBy: ReadonlyMap<string, Stamp>;
  readonly inForceSince?: TimeRange;
  readonly entryIntoForceDue?: Instant;
  readonly leaving: ReadonlyMap<string, Instant>;
  readonly left: ReadonlyMap<string, Instant>;
  readonly terminatedSince?: Instant;
}

/** An occurrence remembered for a later condition. */
export interface Remembered {
  readonly truth: Exclude<Truth, 'false'>;
  readonly at: TimeRange;
  readonly entries: readonly string[];
  readonly value: number;
}

export interface Coverage {
  /** `*` for all acts. */
  readonly acts: readonly string[];
  readonly zone?: string;
  readonly period: TimeRange;
}

export interface Memory {
  /** Per watched event: the occurrences that later conditions may ask for. */
  readonly watched: readonly (readonly Remembered[])[];
  readonly findings: readonly Entry[];
  /** act → actor → first entry. Only for acts that `ratified by …` conditions ask for. */
  readonly acted: ReadonlyMap<string, ReadonlyMap<string, Stamp>>;
  readonly coverage: readonly Coverage[];
  /** The record holds everything (scenarios, exploration, simulation). */
  readonly complete: boolean;
}

/** Entries whose bearing a later finding may settle, newest first. */
export interface PendingEntry { readonly entry: Entry; readonly next: PendingEntry | undefined }

export interface Situation {
  readonly now: Instant;
  /** The windows that end at `now` have ended: nothing more can be said of this instant. */
  readonly closed: boolean;
  readonly norms: ReadonlyMap<string, ReadonlyMap<string, Instance>>;
  readonly decisions: ReadonlyMap<string, DecisionInstance>;
  readonly instrument: Instrument;
  /** What `define … while` states were last found to be. */
  readonly states: ReadonlyMap<string, Truth>;
  readonly memory: Memory;
  readonly pending: PendingEntry | undefined;
  /** The next instant at which something happens by time alone; `Infinity` when nothing does. */
  readonly critical: Instant;
}

export type { Duration };
