/** The brief: a dossier as of a day as plain data, as the files of a site, and what must not be published. */
export { briefOf, latestDay, type BriefOptions } from './build.js';
export { lintBrief, type LintFinding, type LintId } from './lint.js';
export { siteOf, type SiteFile } from './site.js';
export { FONTS } from './style.js';
export { html, type Html } from './html.js';
export type * from './model.js';
