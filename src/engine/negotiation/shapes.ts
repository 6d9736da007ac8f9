/** What a negotiation stands at: for each issue its state, on whose word, since when, and why. Plain data; nothing here decides. */
import type { Instant, Stance, Statement, Voice } from '../../treaty/index.js';

/** What decided: a limit, the parties' own words, others' words about them, silence, words that contradict each other or whose order is unknown, or something the text leaves open. */
export type NegotiationRule = 'limit' | 'own words' | 'hearsay' | 'silence' | 'contradiction' | 'order' | 'doubt' | 'difference' | 'to be agreed';

export interface NegotiationReason {
  readonly rule: NegotiationRule;
  /** Ids of the statements that decided. */
  readonly entries: readonly string[];
  /** Names of the limits that decided. */
  readonly limits?: readonly string[];
  /** A sentence in plain words, lower case, no full stop. */
  readonly text: string;
  /** For what is not decided: who or what may settle it. */
  readonly settledBy?: string;
}

export interface PartyStance {
  readonly party: string;
  readonly required: boolean;
  /** Absent where nothing is said, or where what was said last cannot be told. */
  readonly stance?: Stance;
  readonly option?: string;
  readonly tier?: Voice;
  /** The latest own-voice statement, or where there is none the latest hearsay. */
  readonly by?: Statement;
  /** Options it speaks for in its own voice, beyond doubt. */
  readonly supports: readonly string[];
  /** Options it would be for if others' words about it and doubtful ones were counted. */
  readonly claimed: readonly string[];
  readonly hearsay: readonly Statement[];
  /** Own words at one instant that cannot both hold. */
  readonly conflict: readonly Statement[];
  /** Own words that contradict each other, of which nothing says which came later. */
  readonly unordered: readonly Statement[];
  /** Everything on record about it on this issue, the earliest first. */
  readonly all: readonly Statement[];
}

export type IssueStanding = 'agreed' | 'claimed' | 'open' | 'blocked' | 'conflict';

/** One party that would have to move for an option, and why. */
export interface Obstacle { readonly party: string; readonly why: string; readonly limit?: string }

export interface IssueState {
  readonly issue: string;
  readonly state: IssueStanding;
  /** The option agreed or claimed to be. */
  readonly option?: string;
  /** First instant from which it stood so without a break; absent where it stood so from the beginning. */
  readonly since?: Instant;
  readonly reasons: readonly NegotiationReason[];
  readonly parties: readonly PartyStance[];
  /** Options no limit of anybody excludes. */
  readonly possible: readonly string[];
  /** `blocking` are those of them that parties hold without whom nothing is agreed. */
  readonly excluded: readonly { readonly option: string; readonly by: readonly string[]; readonly blocking: readonly string[] }[];
  readonly toMove: readonly { readonly option: string; readonly parties: readonly Obstacle[] }[];
}

/** What an issue stands at, but for how long. */
export type Stand = Omit<IssueState, 'since'>;

export interface NegotiationState {
  readonly asOf: Instant;
  readonly knownOn: Instant;
  /** In the text's order. */
  readonly issues: readonly IssueState[];
}

export interface Shift {
  readonly party: string;
  readonly issue: string;
  readonly kind: 'first time' | 'reversal' | 'moved';
  readonly before?: Statement;
  readonly after: Statement;
}

/** `entries`, `gone` and `limits` are all that happened in between: with them undone the later table is the earlier one. */
export interface IssueChange {
  readonly issue: string;
  readonly from: Stand;
  readonly to: Stand;
  /** Said, become known or corrected in between. */
  readonly entries: readonly Statement[];
  /** Taken back in between, or what a corrected one said before. */
  readonly gone: readonly Statement[];
  /** Names of limits that began or ended in between. */
  readonly limits: readonly string[];
}
