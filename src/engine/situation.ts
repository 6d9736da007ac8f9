/**
 * A situation: everything the future of a treaty depends on, as readonly data.
 * INVARIANT (situation-suffices): what follows from an entry depends on the treaty, the situation and the entry alone.
 * History (verdicts that can no longer change) is not kept here: `step` hands it out as changes.
 */
import type { Duration, Entry, Instant, NormState, Reason, TimeRange, Truth } from '../treaty/index.js';

/** Who was met by `any G as ROLE`; several names where the record leaves it open. */
export type Bindings = Readonly<Partial<{ readonly [role: string]: readonly string[] }>>;

/**
 * One life of a duty, power or permission for one debtor (or holder) and one trigger. A duty to refrain or to keep a state stands throughout; each breach of it is a life of its own beside it.
 * HISTORY, not bearing on states to come: `trigger`, `reasons`, `since`; `causes`, save entries of this very instant and those a finding may still undo; `opened`, `deadline` and
 * `maybePerformedBy` of a life that is over; `opened` of a standing one. They bear on what is said: ids of verdicts and their reasons. Bearing: all else. Of `deadline`, `heldDeadline`,
 * `effectiveAt` only the distance from `now` counts where the calendar counts in hours.
 */
export interface Instance {
  readonly clause: string;
  readonly debtor: string;
  /** The record leaves open which of these it was (a breach by one of several). */
  readonly oneOf?: readonly string[];
  /** Who may perform it: the debtor itself, or all who are bound jointly. */
  readonly members: readonly string[];
  /** Unique among the clause's instances: debtor, the bindings the clause speaks of and, where each trigger or act counts by itself, that trigger or act. */
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
  /** End of a step's window while its clock waits. */
  readonly heldDeadline?: TimeRange;
  /** The entry or instant that breached a duty to refrain or to keep a state: this is that breach's life, not the standing duty. */
  readonly violatedBy?: string;
  /** Of a standing duty to keep a state: whether it was kept when last looked at. */
  readonly kept?: Truth;
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

/** HISTORY: `trigger`, `causes` (as for instances), `since`, `opened`; once it is decided, all but `decision` and `state`. Of ballots only their values count, and `at` when it is this instant. */
export interface DecisionInstance {
  readonly decision: string;
  readonly trigger: string;
  readonly causes: readonly string[];
  readonly bindings: Bindings;
  readonly eligible: readonly string[];
  readonly vetoers: readonly string[];
  readonly ballots: ReadonlyMap<string, Ballot>;
  readonly state: NormState;
  readonly since: Instant;
  readonly opened: TimeRange;
  readonly closes?: TimeRange;
}

export interface Stamp { readonly at: TimeRange; readonly entry: string }

/** HISTORY: entry ids of stamps; instants behind `now`, save `inForceSince` while a period of the treaty or of a power runs from it. */
export interface Instrument {
  /** Everyone is bound from the start, as in scenarios that tell of no ratification. */
  readonly assumed: boolean;
  readonly signedBy: ReadonlyMap<string, Stamp>;
  readonly inForceSince?: TimeRange;
  readonly entryIntoForceDue?: Instant;
  /** Where parties bind themselves one by one: who is bound, and since when. */
  readonly bound: ReadonlyMap<string, TimeRange>;
  /** Late ratifiers and acceding parties whose period before entry into force still runs. */
  readonly joining: ReadonlyMap<string, Instant>;
  /** Notice of withdrawal given, effective then. */
  readonly leaving: ReadonlyMap<string, Instant>;
  readonly left: ReadonlyMap<string, Instant>;
  readonly terminatedSince?: Instant;
}

/** An occurrence remembered for a later condition. HISTORY: `entries`; `at`, where no window or sum asks for it. Bearing: `stood`, who stood where the event speaks of roles. */
export interface Remembered {
  readonly truth: Exclude<Truth, 'false'>;
  readonly at: TimeRange;
  readonly entries: readonly string[];
  readonly value: number;
  readonly stood?: Bindings;
}

export interface Coverage {
  /** `*` for all acts. */
  readonly acts: readonly string[];
  readonly zone?: string;
  readonly period: TimeRange;
}

export interface Memory {
  /**
   * Per watched event: the occurrences that later conditions may ask for. Bounded (the first or last of each truth, or those within a window) unless a finding may
   * still change what the acts were: then all are kept, and grow with the record.
   */
  readonly watched: readonly (readonly Remembered[])[];
  /** The last word of each maker on each party and act: bounded unless findings say what they are `about`. */
  readonly findings: readonly Entry[];
  /** act → actor → first entry. Only for acts that `ratified by …` conditions ask for. */
  readonly acted: ReadonlyMap<string, ReadonlyMap<string, Stamp>>;
  readonly coverage: readonly Coverage[];
  /** The record holds everything (scenarios, exploration, simulation). */
  readonly complete: boolean;
}

/** Entries whose bearing a later finding may settle, newest first: grows with the record, and only in texts where findings settle what acts were. */
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
