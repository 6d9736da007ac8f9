/** What the place Brief is told: the brief as data, what must not be published, and what is wrong with the dossier's files. The page itself is served as the site would be. */
import type { Brief, DossierFault, Known, LintFinding, Proposal } from '../../dossier/index.js';
import type { RecordLine } from './wire.js';

export type { CellView, Fault, IssueChangeView, IssueView, Known, Proposal, Refused, StatementView, Stretch } from '../../dossier/index.js';

export interface BriefAnswer {
  /** Without its maps, which the page shows. */
  readonly brief: Omit<Brief, 'map'>;
  readonly findings: readonly LintFinding[];
  readonly faults: readonly DossierFault[];
  /** Where the rendered page lies, from the root of the server. */
  readonly page: string;
  /** Statements accepted here that stand in no file of the dossier yet; they count in all that is shown. */
  readonly accepted: readonly RecordLine[];
  /** The file of the dossier they belong in. */
  readonly statementsFile: string;
}

/** What helps in reading a report. */
export type KnownAnswer = Known;

/** A proposal chosen by a person, with the option of its issue it is about and what is said of the report once. */
export interface Acceptance {
  readonly proposal: Proposal;
  /** The words of the report it rests on; they are not kept. */
  readonly passage: string;
  readonly option: string;
  readonly outlet: string;
  readonly day: string;
  readonly link?: string;
}

export interface AcceptedAnswer { readonly id: string; /** Accepted before, or in the dossier's own file. */ readonly there: boolean }
