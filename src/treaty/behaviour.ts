/** Bounds of a search (`scope`) and what the parties are taken to do (`behaviour`): assumptions about the world, beside the text and never part of what it binds to. */
import type { Citation, Span, ToBeAgreed } from './common.js';
import type { ActPattern, Event } from './events.js';
import type { Duration } from './time.js';
import type { Who } from './who.js';

export interface Scope {
  /** How many acts a story may have: of one act, or (absent) of those that open something and that nobody owes. */
  readonly limits: readonly { readonly atMost: number; readonly act?: string; readonly span: Span }[];
  readonly horizon?: Duration;
  /** Who may do anything at any time, whatever it owes. */
  readonly free?: Who;
  readonly tick?: Duration;
  readonly span: Span;
}

export type Probability =
  | { readonly kind: 'number'; readonly value: number; readonly span: Span }
  /** Itself uncertain, Beta-distributed: as after `alpha - 1` times it happened and `beta - 1` times it did not, with nothing known before. */
  | { readonly kind: 'beta'; readonly alpha: number; readonly beta: number; readonly span: Span }
  /** How often it happened in the cases a source counts. */
  | { readonly kind: 'counts'; readonly source: string; readonly happened: number; readonly of: number; readonly span: Span }
  | ToBeAgreed;

/** How long after it could have been done: evenly between two durations, both included. `within` begins at once. */
export type Delay =
  | { readonly kind: 'after'; readonly least: Duration; readonly most: Duration; readonly span: Span }
  | { readonly kind: 'within'; readonly most: Duration; readonly span: Span };

interface Doing {
  readonly who: Who;
  readonly probability: Probability;
  /** Absent: at once. */
  readonly delay?: Delay;
  /** What it answers. Absent: from when it is owed or may be done; a ballot, from when the decision opens. */
  readonly when?: Event;
  readonly span: Span;
}

/** A fact of an act that happens by itself: one value, or a number evenly between two. */
export type DrawnFact = number | string | { readonly least: number; readonly most: number };

export type BehaviourRule =
  | Doing & { readonly kind: 'act'; readonly acts: readonly ActPattern[] }
  | Doing & { readonly kind: 'vote'; readonly ballot: 'for' | 'against' | 'abstain'; readonly decision: string }
  | Doing & { readonly kind: 'find'; readonly finding: string; readonly names?: Who }
  /** A common cause under which none of them does anything of what is said of it. */
  | { readonly kind: 'together'; readonly who: Who; readonly reason: string; readonly probability: Probability; readonly span: Span }
  /** An act that answers nothing: again and again, each time so long after the last, or once. */
  | {
    readonly kind: 'happens'; readonly repeats: boolean; readonly delay: Delay; readonly act: string; readonly by: readonly string[]; readonly on?: string;
    readonly place?: string | { readonly latitude: number; readonly longitude: number }; readonly facts: Readonly<{ [name: string]: DrawnFact }>; readonly probability?: Probability; readonly span: Span;
  };

export interface Behaviour {
  readonly name: string;
  readonly rules: readonly BehaviourRule[];
  readonly source?: Citation;
  readonly span: Span;
  readonly nameSpan: Span;
}
