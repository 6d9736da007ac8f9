/** The frame of every page: head with its data for machines and for sharing, skip link, navigation, footer. */
import { dataBlock, html, type Html } from './html.js';
import { FEED } from './feed.js';
import type { Brief } from './model.js';
import { absolute, modified } from './structured.js';
import { day, isoInstant } from './words.js';

export interface PageHead {
  readonly path: string;
  readonly title: string;
  readonly description: string;
  readonly data: readonly Readonly<{ [key: string]: unknown }>[];
}

export const NOTICE = 'Casus shows what a text and a record say. It is not legal advice.';

export const detailTitle = (words: string, { title }: Brief): string => `${words} · ${title}`;

const PLACES = [['index.html', 'Brief'], ['issues.html', 'Positions'], ['statements.html', 'Statements'], ['changes.html', 'Changes'], ['answers.html', 'Answers']] as const;

export function page(brief: Brief, { path, title, description, data }: PageHead, body: Html): string {
  const root = path.includes('/') ? '../'.repeat(path.split('/').length - 1) : '';
  const here = absolute(brief, path);
  const image = brief.map && absolute(brief, brief.map.wide.path);
  const first = path === 'index.html';
  return html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<meta name="description" content="${description}">
<meta name="color-scheme" content="light dark">
<meta property="og:type" content="article">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${description}">
<meta property="og:site_name" content="${brief.publisher?.name ?? `Dossier ${brief.title}`}">
<meta property="og:locale" content="en_GB">
<meta property="article:published_time" content="${isoInstant(brief.updated)}">
<meta property="article:modified_time" content="${isoInstant(modified(brief))}">
${here !== undefined && html`<meta property="og:url" content="${here}">
<link rel="canonical" href="${here}">
`}${image !== undefined && html`<meta property="og:image" content="${image}">
<meta property="og:image:alt" content="${brief.map?.alt}">
`}<meta name="twitter:card" content="summary">
<link rel="stylesheet" href="${root}style.css">
<link rel="alternate" type="application/atom+xml" title="${brief.title}: what changed" href="${root}${FEED}">
${data.map((one) => html`${dataBlock(one)}
`)}</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header class="top"><p><a class="brand" href="${root}index.html">${brief.title}</a></p><nav aria-label="Pages"><ul>${PLACES.filter(([file]) => file !== 'answers.html' || brief.faq.length > 0).map(([file, words]) => html`<li><a href="${root}${file}"${file === path ? html` aria-current="page"` : html``}>${words}</a></li>`)}</ul></nav></header>
<main id="main" class="${first ? 'front' : 'detail'}">
${body}</main>
<footer><p>As of ${day(brief.asOf)}. ${NOTICE}</p><p><a href="${root}${FEED}">Atom feed of changes</a>${here !== undefined && html` · <a href="mailto:?subject=${encodeURIComponent(title)}&amp;body=${encodeURIComponent(here)}">Send this page by mail</a>`} · <a href="${root}index.html#corrections">Corrections</a></p></footer>
</body>
</html>
`.text;
}
