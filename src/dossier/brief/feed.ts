/** The Atom feed: an entry for each day on which something changed and for each correction, with ids that stay wherever the site is put (RFC 4287). */
import { html } from './html.js';
import type { Brief } from './model.js';
import { absolute, dayBody, dayHeadline, dayKnown } from './structured.js';
import { day, isoDay, isoInstant, sentence, steadyId } from './words.js';

export const FEED = 'feed.xml';
const MOST = 50;

interface FeedEntry { readonly id: string; readonly title: string; readonly at: number; readonly to: string; readonly body: string }

export function feed(brief: Brief): string {
  const days = brief.days.filter(({ changes, shifts }) => changes.length + shifts.length > 0).map((one): FeedEntry => ({
    id: steadyId('day', brief.id, isoDay(one.day)), title: `${day(one.day)}: ${dayHeadline(one)}`, to: `changes.html#${one.anchor}`, body: dayBody(one),
    at: dayKnown(one),
  }));
  const corrections = brief.corrections.map((one): FeedEntry => ({
    id: steadyId('correction', brief.id, one.anchor), title: `Correction of ${one.on}`, at: one.at, to: `index.html#${one.anchor}`,
    body: [sentence(one.what), one.was === undefined ? '' : `It said: ${one.was}`, one.now === undefined ? '' : `It says: ${one.now}`].filter((words) => words !== '').join('\n'),
  }));
  const entries = [...days, ...corrections].sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1)).slice(0, MOST);
  const href = (path: string): string => absolute(brief, path) ?? path;
  return html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<id>${steadyId('feed', brief.id)}</id>
<title>${brief.title}: what changed</title>
<subtitle>${brief.headline}</subtitle>
<updated>${isoInstant(entries[0]?.at ?? brief.updated)}</updated>
<author><name>${brief.publisher?.name ?? `Dossier ${brief.title}`}</name></author>
<link rel="self" type="application/atom+xml" href="${href(FEED)}"/>
<link rel="alternate" type="text/html" href="${href('index.html')}"/>
<generator>Casus</generator>
${entries.map((one) => html`<entry>
<id>${one.id}</id>
<title>${one.title}</title>
<updated>${isoInstant(one.at)}</updated>
<link rel="alternate" type="text/html" href="${href(one.to)}"/>
<content type="text">${one.body}</content>
</entry>
`)}</feed>
`.text;
}
