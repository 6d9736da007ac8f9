/** A leaf as one HTML file that needs nothing else and prints well. */
import type { Leaf, LeafArticle, LeafParagraph } from '../../shared/leaf.js';

const escape = (text: string): string => text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);

const STYLE = `
:root { color-scheme: light dark; --paper: #fbfaf6; --ink: #1d1c19; --soft: #6a655b; --rule: #e2ddd1; }
@media (prefers-color-scheme: dark) { :root { --paper: #171715; --ink: #ece9e1; --soft: #a39e92; --rule: #34332e; } }
body { margin: 2rem auto; max-width: 76rem; padding: 0 1.2rem; background: var(--paper); color: var(--ink); font: 16px/1.5 Georgia, 'Source Serif 4', serif; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0; } h2 { font-size: 1.15rem; margin: 1.8rem 0 .2rem; }
.soft, footer { color: var(--soft); font: .875rem/1.45 system-ui, sans-serif; margin: .3rem 0; }
.row { display: grid; grid-template-columns: 1fr 1.4fr 1fr; gap: 2rem; border-bottom: 1px solid var(--rule); padding: .7rem 0 1rem; break-inside: avoid; }
.row p { margin: 0 0 .5rem; } pre { margin: 0; font: .8125rem/1.6 ui-monospace, 'Courier New', monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
ul { margin: 0; padding: 0; list-style: none; font: .875rem/1.45 system-ui, sans-serif; } li + li { margin-top: .4rem; }
footer { margin-top: 2rem; border-top: 1px solid var(--rule); padding-top: .7rem; }
@media (max-width: 50rem) { .row { grid-template-columns: 1fr; gap: .6rem; } }
@media print { :root { --paper: #fff; --ink: #000; --soft: #444; --rule: #bbb; } body { margin: 0; max-width: none; padding: 0; font-size: 11pt; } .row { grid-template-columns: 1fr 1.4fr 1fr; gap: 1rem; } @page { margin: 16mm; } }
`;

const row = (paragraph: LeafParagraph): string => `<div class="row"><div>${paragraph.prose.map((words) => `<p>${escape(words)}</p>`).join('')}</div>
<pre>${escape(paragraph.clause.join('\n'))}</pre>
<ul>${paragraph.standing.map(({ state, words, reason }) => `<li><strong>${escape(state)}</strong> ${escape(words)}${reason === '' ? '' : `<br><span class="soft">${escape(reason)}</span>`}</li>`).join('')}${
  paragraph.findings.map((finding) => `<li class="soft">${escape(finding)}</li>`).join('')}</ul></div>`;

const article = (one: LeafArticle): string => {
  const under = [one.status === '' ? '' : `status: ${one.status}`, one.source === '' ? '' : `source: ${one.source}`].filter((words) => words !== '').join(' · ');
  return `<section><h2>${one.number === '' ? '' : `${escape(one.number)} `}${escape(one.title)}</h2>${under === '' ? '' : `<p class="soft">${escape(under)}</p>`}${one.paragraphs.map(row).join('\n')}</section>`;
};

export function pageOf(leaf: Leaf): string {
  const dates = [`As it stood on ${leaf.asOf}`, `as known on ${leaf.knownOn}`, leaf.supposed].filter((words) => words !== '').join(' · ');
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escape(leaf.title)}</title><style>${STYLE}</style></head>
<body><main><header><h1>${escape(leaf.title)}</h1>
<p class="soft">${escape([leaf.status, leaf.counts].filter((words) => words !== '').join(' · '))}</p>${leaf.source === '' ? '' : `<p class="soft">Source: ${escape(leaf.source)}</p>`}
<p class="soft">${escape(dates)}</p></header>
${leaf.declarations.length === 0 ? '' : `<section><h2>Declarations</h2><pre>${escape(leaf.declarations.join('\n'))}</pre></section>`}
${leaf.articles.map(article).join('\n')}
${leaf.annex.length === 0 ? '' : `<section><h2>Needs, pledges, claims and scenarios</h2><pre>${escape(leaf.annex.join('\n'))}</pre></section>`}
</main><footer>${escape(leaf.notice)}</footer></body></html>
`;
}
