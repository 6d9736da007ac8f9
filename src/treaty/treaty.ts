/** The whole treaty as plain readonly data: what `language/` produces and every other room reads. */
import type { Behaviour, Scope } from './behaviour.js';
import type { Citation, Span, Status } from './common.js';
import type { Claim, Clause, EntryIntoForce, Need, Pledge, Reading, Survival, Termination } from './clauses.js';
import type { Act, Body, Finding, Group, Line, Outsider, Party, Zone } from './declarations.js';
import type { Negotiation } from './negotiation.js';
import type { Scenario } from './scenario.js';
import type { Calendar } from './time.js';

export interface Prose { readonly text: string; readonly span: Span }

export interface Article {
  readonly number: string;
  readonly title: string;
  readonly status?: Status;
  readonly source?: Citation;
  /** One entry per paragraph of consecutive `|` lines, each with the names of the clauses that follow it up to the next paragraph. */
  readonly paragraphs: readonly {
    readonly prose: readonly Prose[];
    readonly clauses: readonly string[];
    /** Clauses of other paragraphs or articles that encode this one: `encoded by armed-attack`. */
    readonly encodedBy?: readonly string[];
  }[];
  /** From the `article` keyword to the last character before the next article. */
  readonly span: Span;
}

export interface Treaty {
  /** What the heading calls the text; absent for a treaty. A negotiation binds nobody: rules about what a treaty lacks are silent on it. */
  readonly document?: 'negotiation';
  readonly title: string;
  /** The title in quotation marks; absent where the text has none. */
  readonly nameSpan?: Span;
  readonly status?: Status;
  readonly source?: Citation;
  readonly calendar: Calendar;
  readonly parties: readonly Party[];
  readonly outsiders: readonly Outsider[];
  readonly groups: readonly Group[];
  readonly bodies: readonly Body[];
  readonly zones: readonly Zone[];
  readonly lines: readonly Line[];
  readonly acts: readonly Act[];
  readonly findings: readonly Finding[];
  readonly articles: readonly Article[];
  /** In order of the text. Clauses of a reading carry its title in `reading`. */
  readonly clauses: readonly Clause[];
  readonly entryIntoForce?: EntryIntoForce;
  readonly terminations: readonly Termination[];
  readonly survivals: readonly Survival[];
  readonly readings: readonly Reading[];
  readonly needs: readonly Need[];
  readonly pledges: readonly Pledge[];
  readonly claims: readonly Claim[];
  /** Bounds of a search; absent where the text sets none. */
  readonly scope?: Scope;
  readonly behaviours: readonly Behaviour[];
  readonly scenarios: readonly Scenario[];
  /** Empty lists where the text has nothing of it. */
  readonly negotiation: Negotiation;
  /** Whole document. */
  readonly span: Span;
}
