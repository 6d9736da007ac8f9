/** Pieces every clause shares: where it stands in the text, its status and its source. */

/** A stretch of source text. Lines and columns count from 1, offsets in UTF-16 units from 0; the end is exclusive. */
export interface Span {
  readonly offset: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export type Status = 'proposed' | 'reported' | 'agreed' | 'signed' | 'in force';

export interface Citation {
  /** What the author wrote after `source`: a title, an outlet and date, or a link. */
  readonly text: string;
  readonly span: Span;
}

/** `to be agreed`: stands for any value, never breaches, listed by `check`. */
export interface ToBeAgreed {
  readonly kind: 'to be agreed';
  readonly span: Span;
}

export type Truth = 'true' | 'false' | 'undetermined';

/** What every clause carries. */
export interface ClauseBase {
  /** Unique in the treaty (under one reading). */
  readonly name: string;
  /** Number of the article it stands in, for example `5`; empty before the first article. */
  readonly article: string;
  readonly span: Span;
  readonly nameSpan: Span;
  readonly status?: Status;
  readonly source?: Citation;
  /** The reading (by title) under which alone the clause applies; absent for the common text. */
  readonly reading?: string;
  /** Names of clauses this one gives way to, prevails over, or is conditioned by. */
  readonly priorities: readonly Priority[];
}

/** `subject to X`: this clause gives way to X. `notwithstanding X`: this clause defeats X. */
export interface Priority {
  readonly kind: 'subject to' | 'notwithstanding';
  readonly clause: string;
  readonly span: Span;
}
