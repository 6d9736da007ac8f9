/** What reading a report gives: statements proposed and faults found, each with where it stands. Nothing here is a fact of a dossier before its keeper accepts it. */
import type { Stance, Voice } from '../../treaty/index.js';

/** From, to (exclusive), in UTF-16 units of the text. */
export type Stretch = readonly [from: number, to: number];

export interface Proposal {
  readonly span: Stretch;
  /** As named in the text, in full where it is; absent where nobody is named. */
  readonly speaker?: string;
  readonly onBehalfOf?: string;
  /** Whose stance it is about. */
  readonly party?: string;
  readonly venue?: string;
  readonly issue?: string;
  readonly stance: Stance;
  readonly voice: Voice;
  /** Between 0 and 1: how plain the attribution is, not how true the words are. */
  readonly confidence: number;
}

export type FaultId =
  | 'placeholder' | 'calendar-contradiction' | 'headline-stronger-than-body' | 'altered-quote' | 'joined-quotes' | 'undated-figure' | 'stale-figure' | 'stray-markup' | 'table-contradicts-body'
  | 'unattributed-quote' | 'repeated-wording' | 'spun-wording';

export interface Fault {
  readonly id: FaultId;
  readonly span: Stretch;
  readonly message: string;
  readonly help: string;
  /** Other places it rests on. */
  readonly related?: readonly Stretch[];
}

/** A dated figure of a dossier (`facts.json`). */
export interface KnownFact {
  readonly id: string;
  readonly name: string;
  readonly text?: string;
  readonly value?: number;
  readonly low?: number;
  readonly high?: number;
  readonly unit?: string;
  readonly asOf: string;
  readonly source?: string;
  readonly supersededBy?: string;
  readonly about?: readonly string[];
}

/** Somebody a dossier knows. */
export interface KnownSpeaker { readonly name: string; readonly title?: string; readonly party?: string }

/** An issue a dossier knows, with the words of its title and options. */
export interface KnownIssue { readonly name: string; readonly title: string; readonly options: readonly string[] }

export interface ReadingOptions {
  /** Another report of the same, to hold quotes against: its text. */
  readonly sources?: readonly string[];
  readonly facts?: readonly KnownFact[];
  readonly speakers?: readonly KnownSpeaker[];
  readonly parties?: readonly string[];
  readonly issues?: readonly KnownIssue[];
}

export interface ArticleReading {
  readonly headline?: Stretch;
  /** Written as 2026-04-21, where the report carries its date. */
  readonly dated?: string;
  readonly statements: readonly Proposal[];
  readonly faults: readonly Fault[];
  /** What was left unread, in words. */
  readonly notes: readonly string[];
}
