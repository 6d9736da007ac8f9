/** A dossier as data: what its files hold once read. Texts stay as their keeper wrote them; nothing here is judged. */
import type { Diagnostic, Entry, Negotiation, TimeRange, Treaty } from '../treaty/index.js';
import type { Atlas } from '../geo/index.js';

/** What is wrong with a dossier: in which file, where in it, and what would help. */
export interface DossierFault { readonly file: string; readonly where?: string; readonly message: string; readonly help: string }

/** A date with the words it was written in. */
export interface Dated extends TimeRange { readonly written: string }

export interface Figure {
  readonly value?: number;
  readonly low?: number;
  readonly high?: number;
}

export interface Cited { readonly source?: string; readonly outlet?: string; readonly link?: string }

/** What one side, or one count, gives for a contested figure. */
export interface FactReading extends Figure, Cited { readonly of: string; readonly asOf?: Dated }

/** A dated figure of the background. A date or a source that is missing is missing here too: `--lint` refuses it. */
export interface Fact extends Figure, Cited {
  readonly id: string;
  readonly name: string;
  readonly text?: string;
  readonly unit?: string;
  readonly asOf?: Dated;
  readonly readings: readonly FactReading[];
}

export interface EventSource { readonly outlet: string; readonly date?: Dated; readonly link?: string }

export interface KeyEvent {
  readonly id: string;
  readonly title: string;
  readonly when: TimeRange;
  readonly place?: string;
  readonly outcome?: string;
  readonly sources: readonly EventSource[];
}

/** What somebody says is needed, with who says so. Without a figure it is said that it is needed, and not how much. */
export interface StatedNeed extends Figure, Cited {
  readonly id: string;
  readonly what: string;
  readonly text?: string;
  readonly unit?: string;
  /** Who says that it is needed. */
  readonly of?: string;
  readonly asOf: Dated;
}

/** `declared`: by who would give it. `reported`: by another, or by an outlet. */
export type PledgeStatus = 'declared' | 'reported';

/** What is reported as pledged beside the text, which binds nobody and counts nothing in it. */
export interface ReportedPledge extends Figure, Cited {
  readonly id: string;
  readonly by: string;
  readonly text: string;
  readonly unit?: string;
  readonly status: PledgeStatus;
  readonly asOf: Dated;
  /** Ids of stated needs, and kinds the text needs, towards which it would go. */
  readonly towards: readonly string[];
}

export interface PledgeFile { readonly needs: readonly StatedNeed[]; readonly pledges: readonly ReportedPledge[] }

export interface CorrectionNote { readonly on: Dated; readonly what: string; readonly was?: string; readonly now?: string }
export interface Term { readonly term: string; readonly means: string }
/** Headline and lede from a day on, until the next edition. */
export interface Edition { readonly from?: Dated; readonly headline?: string; readonly lede?: string }

export interface BriefSettings {
  readonly editions: readonly Edition[];
  /** Id of the treaty whose articles the brief shows. */
  readonly guarantee?: string;
  readonly line?: { readonly file: string; readonly asOf?: Dated };
  readonly questions: readonly string[];
  readonly glossary: readonly Term[];
  /** Ids of the derived questions that are shown, in this order; all where absent. */
  readonly faq?: readonly string[];
  readonly corrections: readonly CorrectionNote[];
  readonly publisher?: { readonly name: string; readonly link?: string };
}

export interface DossierFile {
  readonly title: string;
  readonly opensOn?: string;
  readonly negotiation?: string;
  readonly statements: readonly string[];
  readonly facts?: string;
  readonly events?: string;
  readonly pledges?: string;
  readonly brief: BriefSettings;
}

/** A text of the dossier with its source and its findings. */
export interface DossierText { readonly id: string; readonly file: string; readonly text: string; readonly treaty: Treaty; readonly diagnostics: readonly Diagnostic[] }

export interface LeftOut { readonly file: string; readonly row: number; readonly reason: string }

export interface Dossier {
  /** Name of its folder. */
  readonly id: string;
  readonly title: string;
  readonly parties: readonly string[];
  readonly negotiation: Negotiation;
  /** Statements with their corrections and retractions, as on record. */
  readonly entries: readonly Entry[];
  readonly leftOut: readonly LeftOut[];
  readonly guarantee?: DossierText;
  readonly facts: readonly Fact[];
  readonly events: readonly KeyEvent[];
  readonly pledges: PledgeFile;
  readonly brief: BriefSettings;
  readonly atlas: Atlas;
  /** Which map of the atlas holds the dated line of the brief. */
  readonly lineMap?: string;
}
