/** The brief as the files of a site: paths and contents, the same for the same brief. Writing them is the caller's business. */
import { detailTitle, page, type PageHead } from './page.js';
import { answersPage, changesPage, sincePage, statementsPage } from './detail.js';
import { feed, FEED } from './feed.js';
import { front } from './front.js';
import type { Brief } from './model.js';
import { issuesPage } from './positions.js';
import { articleData, faqData, liveData, reviewData } from './structured.js';
import { STYLE } from './style.js';
import { day } from './words.js';

export interface SiteFile { readonly path: string; readonly text: string }

export function siteOf(brief: Brief): readonly SiteFile[] {
  const one = (path: string, title: string, description: string, body: Parameters<typeof page>[2], data: PageHead['data'] = []): SiteFile => ({ path, text: page(brief, { path, title, description, data }, body) });
  const as = `as of ${day(brief.asOf)}`;
  const live = liveData(brief);
  return [
    one('index.html', brief.headline, brief.lede, front(brief), [articleData(brief)]),
    one('issues.html', detailTitle('Positions', brief), `Each issue with what every party says of it, on whose word, and what would have to move, ${as}.`, issuesPage(brief)),
    one('statements.html', detailTitle('Who said what', brief), `Every statement on record with speaker, tier and source, ${as}.`, statementsPage(brief), reviewData(brief)),
    one('changes.html', detailTitle('What changed', brief), `Each day on which a state changed or a party moved, with the statements that explain it, ${as}.`, changesPage(brief), live ? [live] : []),
    ...brief.sinces.map((since) => one(since.file, detailTitle(`Since ${day(since.day)}`, brief), `What changed between ${day(since.day)} and ${day(brief.asOf)}, entry by entry.`, sincePage(brief, since))),
    ...(brief.faq.length === 0 ? [] : [one('answers.html', detailTitle('Questions and answers', brief), `Questions about the guarantee, answered from the dossier, ${as}.`, answersPage(brief), [faqData(brief)])]),
    { path: FEED, text: feed(brief) }, { path: 'style.css', text: STYLE },
    ...(brief.map ? [brief.map.wide, brief.map.narrow, ...brief.map.zones.flatMap(({ file }) => (file ? [file] : []))].map(({ path, text }) => ({ path, text })) : []),
  ];
}
