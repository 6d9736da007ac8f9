/** What the place Brief is told: the brief as data, what must not be published, and what is wrong with the dossier's files. The page itself is served as the site would be. */
import type { Brief, DossierFault, LintFinding } from '../../dossier/index.js';

export type { CellView, IssueChangeView, IssueView, StatementView } from '../../dossier/index.js';

export interface BriefAnswer {
  /** Without its maps, which the page shows. */
  readonly brief: Omit<Brief, 'map'>;
  readonly findings: readonly LintFinding[];
  readonly faults: readonly DossierFault[];
  /** Where the rendered page lies, from the root of the server. */
  readonly page: string;
}
