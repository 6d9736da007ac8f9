/** The first page: the issues and why each stands where it does, what changed, the guarantee, needs against pledges, map, events, background, and the rest. */
import { html, joined, type Html, type Part } from './html.js';
import type { ArticleView, Brief, ClauseView, CorrectionView, EventView, FactView, GuaranteeView, IssueView } from './model.js';
import type { MapView } from './map.js';
import { change, citeShort, date, heading, limitWords, link, nameAndOffice, section, source, state, tier } from './parts.js';
import { settledWords, tallyWords } from './issues.js';
import { figureWords } from './figures.js';
import { pledges } from './pledge-table.js';
import { anchor, capital, counted, day, daysBetween, listed, sentence, shortDates, shortDay, span } from './words.js';

export function front(brief: Brief): Html {
  return html`<header class="opening"><p class="kicker">Dossier ${brief.title}: where the guarantee stands</p><h1>${brief.headline}</h1><p class="lede">${brief.lede}</p>${stamp(brief)}</header>
${contents(brief)}
${brief.issues.length > 0 && section('issues', 'The issues', issueTable(brief))}
${brief.since && section('since', `What changed since ${day(brief.since.day)}`, sinceBody(brief))}
${brief.guarantee && section('guarantee', 'The guarantee, article by article', guarantee(brief.guarantee))}
${brief.pledges && section('pledges', 'Needs against pledges', pledges(brief.pledges))}
${brief.map && section('map', 'The map', map(brief.map))}
${brief.events.length > 0 && section('events', 'Key events', html`<ol class="events">${brief.events.map(event)}</ol>`)}
${brief.facts.length > 0 && section('background', 'Background in dated figures', facts(brief))}
${brief.questions.length > 0 && section('ask', 'What we would like to know', html`<p>If you can help with any of these, with a source, please do.</p><ol class="plain">${brief.questions.map((words) => html`<li>${words}</li>`)}</ol>`)}
${brief.glossary.length > 0 && section('glossary', 'Glossary', html`<dl class="terms">${brief.glossary.map(({ term, means }) => html`<div><dt>${capital(term)}</dt><dd>${sentence(means)}</dd></div>`)}</dl>`)}
${section('corrections', 'Corrections', corrections(brief.corrections))}
${section('method', 'How this page is made', method(brief))}
`;
}

const stamp = (brief: Brief): Html => html`<p class="stamp"><strong>As of ${date(brief.asOf)}</strong>, with what was known when that day ended (UTC). ${brief.issues.length > 0 && sentence(tallyWords(brief.issues))}</p>`;

function contents(brief: Brief): Html {
  const here: readonly (readonly [string, string] | false)[] = [
    brief.issues.length > 0 && ['issues', 'Issues'], brief.since !== undefined && ['since', 'What changed'], brief.guarantee !== undefined && ['guarantee', 'The guarantee'], brief.pledges !== undefined && ['pledges', 'Needs and pledges'], brief.map !== undefined && ['map', 'Map'],
    brief.events.length > 0 && ['events', 'Events'], brief.facts.length > 0 && ['background', 'Background'], brief.questions.length > 0 && ['ask', 'Questions to you'], brief.glossary.length > 0 && ['glossary', 'Glossary'], ['corrections', 'Corrections'],
  ];
  return html`<nav class="here" id="contents" aria-label="On this page"><ul>${here.flatMap((one) => (one === false ? [] : [html`<li><a href="#${one[0]}">${one[1]}</a></li>`]))}</ul></nav>`;
}

const SHOWN_WORDS = 3;

function issueTable(brief: Brief): Html {
  return html`<table class="issues"><caption class="hidden">Each issue with its state, since when, on whose word, and why</caption><thead><tr><th scope="col">Issue</th><th scope="col">State</th><th scope="col">Since</th><th scope="col">On whose word</th><th scope="col">Why</th></tr></thead><tbody>
${brief.issues.map((issue) => html`<tr><th scope="row"><a href="issues.html#${issue.anchor}">${issue.title}</a></th><td data-label="State">${state(issue.state)}${issue.option !== undefined && html`<span class="option">${capital(issue.option)}</span>`}</td><td data-label="Since">${issue.since === undefined ? 'first day on record' : date(issue.since)}</td><td data-label="On whose word">${whose(issue)}</td><td data-label="Why"><p>${issue.why.join(' ')}</p>${issue.settledBy.length > 0 && html`<p class="meta">May be settled by ${settledWords(issue.settledBy)}.</p>`}</td></tr>
`)}</tbody></table>
<p class="meta">Only a party’s own word counts as agreement. What others say of it is shown as claimed. <a href="issues.html">All positions, issue by issue</a>; <a href="statements.html">${brief.statements.length} statements on record</a>.</p>`;
}

function whose({ word, limits, state: standing }: IssueView): Part {
  const shown = standing === 'blocked' && limits.length > 0 ? [] : word.slice(0, SHOWN_WORDS);
  const held = standing === 'blocked' ? limits.map(({ source: told, ...limit }) => html`<li>${capital(limitWords(limit))}${told !== undefined && html` <span class="meta">${shortDates(told)}</span>`}</li>`) : [];
  if (shown.length + held.length === 0) return 'nobody has spoken on it';
  const more = word.length - shown.length;
  return html`<ul class="words">${held}${shown.map((one) => html`<li>${citeShort(one, '')} <span class="meta">${nameAndOffice(one)[1]}</span> <span class="meta">${tier(one)}</span></li>`)}${shown.length > 0 && more > 0 && html`<li class="meta">and ${more} more</li>`}</ul>`;
}

function sinceBody(brief: Brief): Html {
  const { since } = brief;
  if (!since) return html``;
  const turned = since.changes.filter((one) => one.turned);
  const moved = since.changes.filter((one) => !one.turned);
  const others = brief.sinces.filter(({ day: at }) => at !== since.day);
  return html`${turned.length === 0 ? html`<p>No issue changed its state.</p>` : html`<ul class="changes">${turned.map((one) => change(one, ''))}</ul>`}
${moved.length > 0 && html`<p>Positions moved, and the state stayed, on ${joined(moved.map(({ issue, name }) => html`<a href="issues.html#${anchor('issue', name)}">${issue}</a>`), ' · ')}.</p>`}
<p class="meta"><a href="${since.file}">The whole comparison, entry by entry</a>. ${others.length > 0 && html`Since an earlier date: ${joined(others.slice(0, 6).map((one) => html`<a href="${one.file}">${shortDay(one.day)}</a>`), ' · ')}${others.length > 6 && html` · <a href="changes.html">all dates</a>`}.`}</p>`;
}

const clause = (one: ClauseView): Html => html`<li><code>${one.pieces.map(({ text, kind }) => (kind === undefined ? text : html`<span class="${kind === 'open' ? 'open-mark' : 'key-word'}">${text}</span>`))}</code>${(one.reading !== undefined || one.source !== undefined || one.status !== undefined) && html`<span class="meta">${joined([one.reading !== undefined && html`under the reading “${one.reading}”`, one.status !== undefined && html`status: ${one.status}`, one.source], ' · ')}</span>`}</li>`;

/** Three columns, as a text is worked on: prose, clauses, where it stands. On a phone they follow one another. */
function article(one: ArticleView): Html {
  const clauses = [...one.paragraphs.flatMap((paragraph) => paragraph.clauses), ...one.clauses];
  return html`<article id="${one.anchor}"><div>${heading(3, one.anchor, html`<span class="number">${one.number}</span> ${one.title}`, `article ${one.number}`)}
${one.paragraphs.map(({ prose }) => prose !== '' && html`<p class="prose">${prose}</p>`)}</div>
${clauses.length > 0 ? html`<ul class="clauses">${clauses.map(clause)}</ul>` : html`<p class="meta">no clause</p>`}
<div class="stands"><p><strong>${one.status}</strong></p><p class="meta">${one.source ?? html`<span class="lack">no source given</span>`}</p>${one.open.length > 0 && html`<p><strong class="unsaid">${LEFT_OPEN} to be agreed</strong></p><p class="meta">${joined(one.open, '; ')}</p>`}${one.readings.length > 0 && html`<p><strong class="unsaid">read in different ways</strong></p><p class="meta">${joined(one.readings, '; ')}</p>`}</div></article>
`;
}

const LEFT_OPEN = html`<svg class="shape" viewBox="0 0 12 12" aria-hidden="true" focusable="false"><path d="M6 .9 11.1 6 6 11.1.9 6z" fill="none" stroke="currentColor" stroke-width="1.3"/></svg>`;

const guarantee = (text: GuaranteeView): Html => html`<p>${text.title}. Status of the text: <span class="chip">${text.status}</span>${text.source !== undefined && html` · ${text.source}`}. What stands here is told in our own words; the clauses are how it runs.</p>
${text.open.length > 0 && html`<p><strong class="unsaid">${LEFT_OPEN} to be agreed</strong> before any article: ${joined(text.open, '; ')}.</p>`}
${text.articles.length === 0 ? html`<p class="meta">The text has no article yet.</p>` : html`<div class="articles"><p class="heads" aria-hidden="true"><span>Article</span><span>Clauses</span><span>Where it stands</span></p>${text.articles.map(article)}</div>`}`;

const SIGNS = { line: html`<svg viewBox="0 0 20 12" aria-hidden="true" focusable="false"><path d="M1 9c5-8 9 4 18-6" fill="none" stroke="currentColor" stroke-width="2"/></svg>`, held: html`<svg viewBox="0 0 20 12" aria-hidden="true" focusable="false"><path d="M1 11 9 1m-4 10 8-10m-4 10 8-10m-4 10 6-8" stroke="currentColor" stroke-width="1" fill="none"/></svg>`, contested: html`<svg viewBox="0 0 20 12" aria-hidden="true" focusable="false"><circle cx="4" cy="3" r="1"/><circle cx="10" cy="3" r="1"/><circle cx="16" cy="3" r="1"/><circle cx="4" cy="9" r="1"/><circle cx="10" cy="9" r="1"/><circle cx="16" cy="9" r="1"/></svg>`, zone: html``, doubt: html`` } as const;

export const map = (view: MapView, root = ''): Html => html`<figure class="map"><picture><source media="(max-width: 44rem)" srcset="${root}${view.narrow.path}" width="${view.narrow.width}" height="${view.narrow.height}"><img src="${root}${view.wide.path}" alt="${view.alt}" width="${view.wide.width}" height="${view.wide.height}"></picture>
<figcaption>${view.key.length === 0 ? html`<p>No line of contact is on record at or before this date.</p>` : html`<ul class="key">${view.key.map(({ sign, words }) => html`<li class="${sign}">${SIGNS[sign]} ${words}.</li>`)}</ul>`}<p>Boundaries as recognised internationally${view.credits.length > 0 && html` (${joined(view.credits, '; ')})`}.</p></figcaption></figure>
${view.zones.length > 0 && html`<h3>Zones the text names</h3><p class="meta">Hatched: where a place lies in the zone. Shaded: where the map cannot tell. Told apart cell by cell, as incidents are.</p><ul class="zones">${view.zones.map(({ name, words, file }) => html`<li>${file !== undefined && html`<img src="${root}${file.path}" alt="Map of the zone ${name}" width="${file.width}" height="${file.height}" loading="lazy">`}<p><strong>${capital(name)}</strong>${words !== '' && html`: ${words}`}.</p></li>`)}</ul>`}`;

const event = (one: EventView): Html => html`<li id="${one.anchor}"><p class="when"><time datetime="${new Date(one.from).toISOString().slice(0, 10)}">${one.when}</time>${one.place !== undefined && html`<span>${one.place}</span>`}</p><div>${heading(3, one.anchor, one.title, one.title)}${one.outcome !== undefined && html`<p>${sentence(one.outcome)}</p>`}<p class="meta">${one.sources.length === 0 ? html`<span class="lack">no source given</span>` : joined(one.sources.map(({ outlet, date: on, link: to }) => link(`${outlet}${on === undefined || outlet.includes(on.written) ? '' : `, ${span(on)}`}`, to)), ' · ')}</p></div></li>
`;

function facts(brief: Brief): Html {
  return html`<p>Each figure with the day it is of, who gives it, and, where it is contested, what each side gives.</p><table class="facts"><caption class="hidden">Figures with their dates and sources</caption><thead><tr><th scope="col">What</th><th scope="col">Figure</th><th scope="col">As of</th><th scope="col">Source</th></tr></thead><tbody>${brief.facts.map((one) => fact(one, brief))}</tbody></table>`;
}

function fact({ anchor: id, name, latest, earlier }: FactView, brief: Brief): Html {
  const age = latest.asOf ? daysBetween(latest.asOf.to, brief.asOf) : undefined;
  const dated = (one: FactView['latest']): Part => (one.asOf ? span(one.asOf) : html`<span class="lack">no date given</span>`);
  return html`<tr id="${id}"><th scope="row">${capital(name)} <a class="self" href="#${id}" aria-label="Link to: ${name}">#</a></th><td data-label="Figure">${figureWords(latest) !== '' && html`<strong>${figureWords(latest)}</strong>`}${latest.text !== undefined && html`<p>${sentence(latest.text)}</p>`}${latest.readings.length > 0 && html`<ul class="words">${latest.readings.map((reading) => html`<li>${reading.of}: <strong>${figureWords({ ...reading, ...(latest.unit === undefined ? {} : { unit: latest.unit }) })}</strong> <span class="meta">${joined([reading.asOf && span(reading.asOf), (reading.source ?? reading.outlet ?? reading.link) !== undefined && source(reading)], ' · ')}</span></li>`)}</ul>`}${earlier.length > 0 && html`<p class="meta">Before: ${joined(earlier.map((one) => html`${figureWords(one) === '' ? one.text : figureWords(one)} (${dated(one)})`), '; ')}</p>`}</td><td data-label="As of">${dated(latest)}${age !== undefined && age > 60 && html`<span class="meta">${counted(age, 'day')} before this brief</span>`}</td><td data-label="Source">${source(latest)}</td></tr>`;
}

export const corrections = (list: readonly CorrectionView[]): Html => (list.length === 0 ? html`<p>None so far. What is found wrong is corrected here, with the date and what it said before.</p>` : html`<ol class="corrections">${list.map((one) => html`<li id="${one.anchor}"><p><strong>${one.on}.</strong> ${sentence(one.what)}</p>${(one.was !== undefined || one.now !== undefined) && html`<dl>${one.was !== undefined && html`<div><dt>It said</dt><dd>${one.was}</dd></div>`}${one.now !== undefined && html`<div><dt>It says</dt><dd>${one.now}</dd></div>`}</dl>`}</li>`)}</ol>`);

/** What a reader may look for and will not find is said, not left out in silence. */
function lacks(brief: Brief): Part {
  const missing = [
    brief.issues.length === 0 && 'issues', brief.statements.length === 0 && 'statements', brief.guarantee === undefined && 'a text of the guarantee', (brief.pledges?.needs ?? []).length === 0 && 'needs to hold pledges against', brief.map === undefined && 'a map',
    brief.events.length === 0 && 'key events', brief.facts.length === 0 && 'dated figures',
  ].filter((one) => one !== false);
  return missing.length > 0 && html`<p><strong>Not on record on ${day(brief.asOf)}:</strong> ${listed(missing, 'or')}.</p>
`;
}

function method(brief: Brief): Html {
  return html`<p>Every statement is an entry with who said it, of whom, where and when, and whether it is a party’s <span class="tier own">own word</span>, <span class="tier counterpart">a counterpart’s word</span> or <span class="tier media">a media report</span>. The states follow from the entries by fixed rules: ${state('agreed')} when every party that has to agree accepts one option in its own voice; ${state('claimed')} when that holds only if what others say of it were counted; ${state('blocked')} when a constitution or a declared red line of a party that has to agree excludes every option; ${state('conflict')} when statements of one moment contradict each other; else ${state('open')}.</p>
${brief.leftOut.length > 0 && html`<p><strong>Left out:</strong> ${counted(brief.leftOut.length, 'line')} of the record could not be used: ${joined(brief.leftOut.slice(0, 5).map(({ file, row, reason }) => `${file}, line ${row} (${reason.replace(/`/g, '’')})`), '; ')}.</p>`}
${lacks(brief)}<p>Nothing here is a forecast, and nothing is legal advice.</p>`;
}
