/** The brief as plain data: every word a page says is here, no markup is. Pages, feed, structured data and lint read this and nothing else. */
import type { Instant, Stance, Voice } from '../../treaty/index.js';
import type { EventSource, Fact, LeftOut, PledgeStatus, Term } from '../shapes.js';
import type { MapView } from './map.js';

export type IssueStanding = 'agreed' | 'claimed' | 'open' | 'blocked' | 'conflict';

/** Text with where it leads. */
export interface Linked { readonly words: string; readonly to?: string }

export interface StatementView {
  readonly id: string;
  readonly anchor: string;
  readonly party: string;
  /** Name and office; absent where the source names nobody. */
  readonly speaker?: string;
  readonly issue: string;
  readonly issueName: string;
  readonly option?: string;
  readonly optionName?: string;
  readonly stance: Stance;
  /** The stance in words, with its option by title and without: `rejects “…”`, `rejects`. */
  readonly words: string;
  readonly verb: string;
  readonly voice: Voice;
  /** Whose word it is, where it is another party's and the source says so. */
  readonly reportedBy?: string;
  readonly venue?: string;
  readonly gist: string;
  readonly said: string;
  readonly at: Instant;
  readonly knownAt: Instant;
  readonly outlet?: string;
  readonly source?: string;
  readonly link?: string;
  readonly uncertain: boolean;
}

/** What one party's stance on one issue rests on. */
export interface CellView {
  readonly party: string;
  readonly required: boolean;
  readonly stance?: Stance;
  readonly option?: string;
  readonly tier?: Voice;
  readonly by?: StatementView;
  readonly hearsay: readonly StatementView[];
  readonly conflict: readonly StatementView[];
}

export interface IssueView {
  readonly name: string;
  readonly anchor: string;
  readonly title: string;
  readonly state: IssueStanding;
  readonly option?: string;
  readonly since?: Instant;
  readonly required: readonly string[] | 'to be agreed';
  /** The statements the state rests on; the limits where it is blocked by them. */
  readonly word: readonly StatementView[];
  readonly limits: readonly LimitView[];
  readonly why: readonly string[];
  readonly settledBy: readonly string[];
  readonly parties: readonly CellView[];
  readonly options: readonly OptionView[];
  readonly statements: readonly StatementView[];
}

/** Something that could be agreed. The letter stands for it in tables of its issue; who would have to move is told with titles and, in short, with letters. */
export interface OptionView {
  readonly name: string;
  readonly letter: string;
  readonly title: string;
  readonly excludedBy: readonly LimitView[];
  readonly toMove: readonly { readonly party: string; readonly why: string; readonly short: string }[];
}

export interface LimitView { readonly name: string; readonly kind: string; readonly of: string; readonly source?: string }
/** A limit that binds on one of two days and not on the other. */
export interface LimitTurn extends LimitView { readonly began: boolean }

export interface IssueChangeView {
  readonly issue: string;
  readonly name: string;
  readonly from: { readonly state: IssueStanding; readonly option?: string };
  readonly to: { readonly state: IssueStanding; readonly option?: string };
  /** False where the state is the same and only positions moved. */
  readonly turned: boolean;
  readonly why: readonly string[];
  /** What the later state rests on, of what came in between. */
  readonly entries: readonly StatementView[];
  /** What else came in between. */
  readonly others: readonly StatementView[];
  readonly limits: readonly LimitTurn[];
}

export interface ShiftView { readonly words: string; readonly issue: string; readonly before?: StatementView; readonly after: StatementView }

/** One day on which something changed. */
export interface DayView {
  readonly day: Instant;
  readonly anchor: string;
  readonly changes: readonly IssueChangeView[];
  readonly shifts: readonly ShiftView[];
  /** Everything that became known on it. */
  readonly statements: readonly StatementView[];
}

/** An earlier date against the brief's own. */
export interface SinceView { readonly day: Instant; readonly file: string; readonly changes: readonly IssueChangeView[]; readonly before: readonly { readonly issue: string; readonly name: string; readonly state: IssueStanding; readonly option?: string }[] }

/** A stretch of a clause: a keyword of the language, what is left to be agreed, or the rest. */
export interface Piece { readonly text: string; readonly kind?: 'keyword' | 'open' }
export interface ClauseView { readonly name: string; readonly text: string; readonly pieces: readonly Piece[]; readonly status?: string; readonly source?: string; readonly reading?: string }
export interface ArticleView {
  readonly number: string;
  readonly anchor: string;
  readonly title: string;
  readonly status: string;
  readonly source?: string;
  readonly paragraphs: readonly { readonly prose: string; readonly clauses: readonly ClauseView[] }[];
  /** Clauses that stand under no paragraph. */
  readonly clauses: readonly ClauseView[];
  readonly open: readonly string[];
  readonly readings: readonly string[];
}
export interface GuaranteeView { readonly id: string; readonly title: string; readonly status: string; readonly source?: string; readonly articles: readonly ArticleView[]; readonly open: readonly string[]; readonly faults: number }

export interface PledgeView { readonly party: string; readonly amount: string; readonly ready?: string; readonly stationed?: string; readonly source?: string; readonly inTime: boolean | undefined }
/** What is reported as pledged beside the text. */
export interface ReportedView { readonly by: string; readonly text: string; readonly status: PledgeStatus; readonly on: string; readonly source?: string; readonly outlet?: string; readonly link?: string }
/** What somebody says is needed, with what is reported towards it. */
export interface StatedNeedView { readonly what: string; readonly needed?: string; readonly text?: string; readonly of?: string; readonly on: string; readonly source?: string; readonly outlet?: string; readonly link?: string; readonly reported: readonly ReportedView[]; readonly gap: string; readonly met: boolean | undefined }
export interface NeedView { readonly what: string; readonly needed: string; readonly within: string; readonly pledges: readonly PledgeView[]; readonly reported: readonly ReportedView[]; /** In words: how much is missing, met, or why it cannot be said. */ readonly gap: string; readonly met: boolean | undefined }
export interface ReadyView { readonly party: string; readonly ready: readonly StatementView[]; readonly asks: readonly StatementView[]; readonly pledged: readonly string[] }
export interface PledgesView { readonly needs: readonly NeedView[]; readonly stated: readonly StatedNeedView[]; /** Reported, and asked for by no need. */ readonly beside: readonly ReportedView[]; readonly spare: readonly (PledgeView & { readonly what: string })[]; readonly ready: readonly ReadyView[]; readonly silent: readonly string[] }

export interface EventView { readonly id: string; readonly anchor: string; readonly title: string; readonly when: string; readonly from: Instant; readonly place?: string; readonly outcome?: string; readonly sources: readonly EventSource[] }
export interface FactView { readonly anchor: string; readonly name: string; readonly latest: Fact; readonly earlier: readonly Fact[] }
export interface Answer { readonly id: string; readonly anchor: string; readonly question: string; readonly paragraphs: readonly string[]; readonly see?: Linked }
export interface CorrectionView { readonly anchor: string; readonly on: string; readonly at: Instant; readonly what: string; readonly was?: string; readonly now?: string }

/** A claim about a party that the party's own word bears out or contradicts: the only thing here that is a review of a claim. */
export interface ReviewView { readonly claim: StatementView; readonly own: StatementView; readonly borneOut: boolean }

export interface Brief {
  readonly id: string;
  readonly title: string;
  readonly base?: string;
  readonly publisher?: { readonly name: string; readonly link?: string };
  readonly headline: string;
  readonly lede: string;
  /** End of the day the brief is as of; what became known later is left out. */
  readonly asOf: Instant;
  /** The earlier date the first page compares with. */
  readonly since?: SinceView;
  readonly updated: Instant;
  readonly issues: readonly IssueView[];
  readonly parties: readonly string[];
  readonly days: readonly DayView[];
  readonly sinces: readonly SinceView[];
  readonly statements: readonly StatementView[];
  readonly guarantee?: GuaranteeView;
  readonly pledges?: PledgesView;
  readonly events: readonly EventView[];
  readonly facts: readonly FactView[];
  readonly faq: readonly Answer[];
  readonly glossary: readonly Term[];
  readonly corrections: readonly CorrectionView[];
  readonly questions: readonly string[];
  readonly reviews: readonly ReviewView[];
  readonly map?: MapView;
  readonly leftOut: readonly LeftOut[];
}
