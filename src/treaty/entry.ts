/** Entries: the only input to any judgement. A record is an append-only list of them. */
import type { TimeRange, Instant } from './time.js';
import type { Likelihood } from './declarations.js';

/** Who acted: one name, one of several (the source does not say which), or unknown. */
export type Actor =
  | { readonly kind: 'one'; readonly name: string; /** `true` where the record itself says the actor is no party. */ readonly outsider?: boolean }
  | { readonly kind: 'one of'; readonly names: readonly string[] }
  | { readonly kind: 'unknown' };

/** Where: a point with a radius of doubt, a named place of the atlas, words only (`name` alone, unknown to the atlas), or nowhere known (absent). */
export interface Place {
  readonly latitude?: number;
  readonly longitude?: number;
  /** Radius in km within which the true place lies; 0 when exact. */
  readonly withinKm?: number;
  /** An atlas name (`UA-14`, `Kharkiv`) or a zone of the treaty. */
  readonly name?: string;
}

/** Source reliability A–F and information credibility 1–6 (Admiralty code), and an ICD 203 likelihood word. */
export interface Assurance {
  readonly source?: 'A' | 'B' | 'C' | 'D' | 'E' | 'F';
  readonly information?: 1 | 2 | 3 | 4 | 5 | 6;
  readonly likelihood?: Likelihood;
}

/** Acts every treaty knows without declaring them. */
export type BuiltInAct =
  | 'sign' | 'ratify' | 'accede' | 'withdraw' | 'terminate' | 'suspend' | 'resume' | 'waive'
  | 'vote'        // arguments: decision, ballot = for | against | abstain
  | 'coverage'    // arguments: acts (space-separated, * for all), zone; `occurred` is the period covered
  | 'correction'  // arguments: corrects = id; replaces the entry's content from its knownAt on
  | 'retraction'; // arguments: retracts = id

export interface Entry {
  readonly id: string;
  readonly act: string;
  readonly actor: Actor;
  /** The party struck or addressed, or named by a finding. */
  readonly on?: Actor;
  readonly arguments: Readonly<Record<string, number | string>>;
  readonly place?: Place;
  readonly occurred: TimeRange;
  /** Of entries of one instant, those with a lower order were there first; of one order, or of none (0), they apply together. */
  readonly order?: number;
  readonly knownAt: Instant;
  /** For findings: id of the entry the finding is about. For performances: the instance named (`clause@trigger-entry-id`). */
  readonly about?: string;
  readonly source?: string;
  readonly assurance?: Assurance;
  /** File and line the entry was read from, for messages. */
  readonly origin?: { readonly file: string; readonly line: number };
}

/** A correction's replacement content is carried here by the reader. */
export interface Correction extends Entry { readonly replacement?: Entry }
