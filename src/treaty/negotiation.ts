/** The negotiation around a guarantee: what is at issue, what could be agreed, what excludes it, and who said what. Who said what is a dated entry like any other. */
import type { Citation, Span, ToBeAgreed } from './common.js';
import type { TimeRange, Instant } from './time.js';

/** Somebody who speaks: for a party, for themselves (no party), or for an outlet. */
export interface Speaker {
  readonly name: string;
  /** Name and office, as printed. */
  readonly title?: string;
  readonly speaksFor?: string;
  readonly from?: Instant;
  readonly until?: Instant;
  readonly span: Span;
}

export interface NegotiationOption { readonly name: string; readonly title?: string; readonly span: Span }

export interface Issue {
  readonly name: string;
  readonly title: string;
  readonly options: readonly NegotiationOption[];
  /** Parties without whom nothing is agreed on it. */
  readonly required: readonly string[] | ToBeAgreed;
  readonly span: Span;
  readonly nameSpan: Span;
}

/** A rule that a party cannot step over by will alone (a constitution), or a line it declares it will not cross. */
export interface Limit {
  readonly kind: 'constraint' | 'red line';
  readonly name: string;
  readonly of: string;
  /** Options it excludes: `issue` with `option`, or every option of the issue. */
  readonly excludes: readonly { readonly issue: string; readonly option?: string; readonly span: Span }[];
  readonly from?: Instant;
  readonly until?: Instant;
  readonly source?: Citation;
  readonly span: Span;
  readonly nameSpan: Span;
}

/** What somebody says of an option. `accepts` and `offers` speak for it, `rejects` against it; `demands` speaks for it and against the others; `reports` and `uncertain` for nothing. */
export type Stance = 'accepts' | 'offers' | 'demands' | 'rejects' | 'reports' | 'uncertain';

/** Whose word it is: the party's own, another party's word about it, or an outlet's. Only the first ever counts as agreement. */
export type Voice = 'own' | 'counterpart' | 'media';

/** One thing somebody is on record as having said, in the dossier's own words. Read from an entry with the act `state`. */
export interface Statement {
  /** Id of the entry. */
  readonly id: string;
  /** The party whose stance it is about. */
  readonly party: string;
  /** Who said it; absent where the source does not name anybody. */
  readonly speaker?: string;
  readonly issue: string;
  readonly option?: string;
  readonly stance: Stance;
  readonly voice: Voice;
  readonly venue?: string;
  /** The gist, in the dossier's own words. */
  readonly gist: string;
  readonly said: TimeRange;
  /** Of statements of one span of time, those with a lower order came first. */
  readonly order?: number;
  readonly knownAt: Instant;
  readonly outlet?: string;
  readonly link?: string;
  /** Whose word it is where it is not the party's own and the source says so. */
  readonly reportedBy?: string;
  /** The dossier's keeper holds it uncertain. */
  readonly uncertain: boolean;
}

/** A statement written in the text itself (`position of …`). It is read as an entry like those of a record. */
export interface Position extends Statement {
  readonly source?: Citation;
  readonly span: Span;
  /** `position of Ukraine on forces`. */
  readonly nameSpan: Span;
}

export interface Negotiation {
  readonly speakers: readonly Speaker[];
  readonly issues: readonly Issue[];
  readonly limits: readonly Limit[];
  /** In order of the text. */
  readonly positions: readonly Position[];
}
