/** The pages behind the first, besides the positions: every statement, every change, each comparison with an earlier day, questions and answers. */
import { inSentence } from '../../engine/index.js';
import { html, joined, type Html, type Part } from './html.js';
import type { Answer, Brief, DayView, ReviewView, ShiftView, SinceView, StatementView } from './model.js';
import { change, cite, date, ended, heading, review, section, source, speaker, stance, turnedFirst, UP } from './parts.js';
import { voiceWords } from './issues.js';
import { anchor, capital, counted, day, isoDay, month, sentence, shortDay } from './words.js';

export const opening = (title: string, brief: Brief, more: Part = undefined): Html => html`<header class="opening"><h1>${title}</h1><p class="stamp"><strong>As of ${date(brief.asOf)}</strong>, with what was known when that day ended (UTC).${more !== undefined && html` ${more}`}</p></header>
`;

// Statements

export function statementsPage(brief: Brief): Html {
  const years = [...new Set(brief.statements.map(({ at }) => new Date(at).getUTCFullYear()))];
  return html`${opening('Who said what', brief, html`${counted(brief.statements.length, 'statement')} on record, the latest first; in our own words unless quoted. ${brief.statements.length > 0 && html`<a href="#by-party">By party</a>.`}`)}
${brief.statements.length === 0 ? html`<p>No statement is on record at or before this day.</p>` : html`${months(brief.statements)}${years.map((year) => section(`y${year}`, String(year), html`<ol class="statements">${brief.statements.filter(({ at }) => new Date(at).getUTCFullYear() === year).map((one) => statement(one, brief.reviews.filter(({ claim }) => claim.id === one.id)))}</ol>${UP}`))}${byParty(brief)}`}`;
}

/** Who follows one party finds what it said and what was said of it, issue by issue. */
const byParty = ({ parties, statements, issues }: Brief): Html => section('by-party', 'By party', parties.filter((party) => statements.some((one) => one.party === party)).map((party) => {
  const held = statements.filter((one) => one.party === party);
  return html`<details><summary>${party}, ${counted(held.length, 'statement')}</summary>${issues.map(({ name, title }) => { const on = held.filter((one) => one.issueName === name); return on.length > 0 && html`<p><strong>${title}:</strong> ${joined(on.map((one) => html`${one.words} (<a href="#${one.anchor}">${one.said}</a>, ${voiceWords(one)})`), '; ')}</p>`; })}</details>`;
}));

/** Each month leads to its latest statement. */
function months(statements: readonly StatementView[]): Html {
  const names = [...new Set(statements.map(({ at }) => month(at)))];
  return html`<nav class="toc" id="contents" aria-label="By month"><ul>${names.map((name) => { const held = statements.filter(({ at }) => month(at) === name); return html`<li><a href="#${held[0]?.anchor}">${name}</a> <span class="meta">${held.length}</span></li>`; })}</ul></nav>
`;
}

const statement = (one: StatementView, reviews: readonly ReviewView[]): Html => html`<li id="${one.anchor}"><p class="when"><time datetime="${new Date(one.at).toISOString().slice(0, 10)}">${one.said}</time>${one.venue !== undefined && html`<span>${one.venue}</span>`}</p><div><p class="who"><strong>${speaker(one)}</strong>${one.voice !== 'own' && html`, about <strong>${inSentence(one.party)}</strong>`} <span class="tier ${one.voice}">${voiceWords(one)}</span>${one.uncertain && html` <span class="doubtful">held uncertain</span>`} <a class="self" href="#${one.anchor}" aria-label="Link to: ${speaker(one)}, ${one.said}, ${one.id}">#</a></p><p>${sentence(one.gist)}</p><p class="meta">${joined([html`${capital(inSentence(one.party))} ${stance(one)}`, html`<a href="issues.html#${anchor('issue', one.issueName)}">${one.issue}</a>`, source(one)], ' · ')}</p>${reviews.map((each) => review(each, ''))}</div></li>
`;

// Changes

export function changesPage(brief: Brief): Html {
  const days = [...brief.days].reverse();
  const moved = days.filter(({ changes, shifts }) => changes.length + shifts.length > 0);
  return html`${opening('What changed, and when', brief)}
<p>Each day on which a state changed or a party moved, the latest first, with the statements that explain it. A day shows what was known when it ended.</p>
${moved.length + brief.sinces.length > 0 && html`<div id="contents">${byIssue(moved, brief)}${section('compare', 'By day', dayTable(moved, brief.sinces))}</div>`}
${moved.length === 0 ? html`<p>Nothing has changed yet.</p>` : moved.map((one) => dayOf(one))}`;
}

const differing = (changes: SinceView['changes']): string => { const count = changes.filter(({ turned }) => turned).length; return count === 0 ? 'no state differs' : `${count} differ${count === 1 ? 's' : ''}`; };

/** Each day leads to what changed on it, and to what differs between it and the brief's own day. */
function dayTable(moved: readonly DayView[], sinces: readonly SinceView[]): Html {
  const at = [...new Set([...moved, ...sinces].map((one) => one.day))].sort((a, b) => b - a);
  return html`<table class="days"><caption class="hidden">Days on which something changed, the latest first, and what differs since</caption><thead><tr><th scope="col">Day</th><th scope="col">Changed its state that day</th><th scope="col">Since then</th></tr></thead><tbody>${at.map((one) => {
    const [held, since] = [moved.find(({ day: on }) => on === one), sinces.find(({ day: on }) => on === one)];
    const turned = (held?.changes ?? []).filter((each) => each.turned);
    return html`<tr><th scope="row">${held ? html`<a href="#${held.anchor}">${shortDay(one)}</a>` : shortDay(one)}</th><td data-label="Changed">${turned.length > 0 ? joined(turned.map(({ issue }) => issue), ' · ') : html`<span class="meta">${held ? 'no state; positions moved' : 'nothing that day'}</span>`}</td><td data-label="Since then">${since ? html`<a href="${since.file}">${differing(since.changes)}</a>` : html`<span class="meta">nothing</span>`}</td></tr>`;
  })}</tbody></table>`;
}

const changeId = (one: DayView, issue: string): string => anchor('change', `${isoDay(one.day)}-${issue}`);

/** Who follows one issue finds the days on which it changed its state. */
function byIssue(moved: readonly DayView[], brief: Brief): Part {
  const rows = brief.issues.flatMap(({ name, title }) => { const on = moved.filter(({ changes }) => changes.some((one) => one.name === name && one.turned)); return on.length === 0 ? [] : [html`<li>${title}: ${joined(on.map((one) => html`<a href="#${changeId(one, name)}">${date(one.day)}</a>`), ', ')}</li>`]; });
  return rows.length > 0 && section('by-issue', 'By issue', html`<ul class="lines">${rows}</ul>`);
}

const dayOf = (one: DayView): Html => {
  const explained = new Set(one.changes.flatMap(({ entries, others }) => [...entries, ...others].map(({ id }) => id)));
  const rest = one.statements.filter(({ id }) => !explained.has(id) && !one.shifts.some(({ after }) => after.id === id));
  return html`<section id="${one.anchor}">${heading(2, one.anchor, day(one.day), day(one.day))}${one.changes.length > 0 && html`<ul class="changes">${one.changes.map((each) => change(each, '', changeId(one, each.name)))}</ul>`}${one.shifts.length > 0 && html`<ul class="lines">${one.shifts.map(shift)}</ul>`}${rest.length > 0 && html`<p class="meta">Also said: ${joined(rest.map((each) => cite(each, '')), '; ')}.</p>`}${UP}</section>
`;
};

const shift = ({ words, issue, before, after }: ShiftView): Html => html`<li><strong>${words}</strong> on “${issue}”: ${before !== undefined && html`was ${stance(before)} (${cite(before, '')}), now `}${stance(after)} (${cite(after, '')})</li>`;

export function sincePage(brief: Brief, since: SinceView): Html {
  const changed = new Map(since.changes.map((one) => [one.name, one]));
  return html`${opening(`What changed since ${day(since.day)}`, brief, html`Compared with the end of ${date(since.day)}, as known then.`)}
<table class="compare"><caption class="hidden">Each issue then and now</caption><thead><tr><th scope="col">Issue</th><th scope="col">${shortDay(since.day)}</th><th scope="col">${shortDay(brief.asOf)}</th></tr></thead><tbody>${brief.issues.map((issue) => { const before = since.before.find(({ name }) => name === issue.name); return html`<tr><th scope="row"><a href="../issues.html#${issue.anchor}">${issue.title}</a>${changed.get(issue.name)?.turned !== true && html` <span class="meta">${changed.has(issue.name) ? 'same state, positions moved' : 'unchanged'}</span>`}</th><td data-label="Then">${before ? ended(before) : html`<span class="meta">not on the table</span>`}</td><td data-label="Now">${ended(issue)}</td></tr>`; })}</tbody></table>
${section('why', 'Entry by entry', since.changes.length === 0 ? html`<p>Nothing changed between the two days.</p>` : html`<ul class="changes">${turnedFirst(since.changes).map((one) => change(one, '../'))}</ul>`)}
<p class="meta"><a href="../changes.html">All changes by date</a></p>`;
}

// Questions and answers

export const answersPage = (brief: Brief): Html => html`${opening('Questions and answers', brief, html`Each answer is made from the dossier’s own entries and text.`)}
<nav class="toc" id="contents" aria-label="Questions"><ul>${brief.faq.map(({ anchor: at, question }) => html`<li><a href="#${at}">${question}</a></li>`)}</ul></nav>
${brief.faq.map(answer)}`;

const answer = (one: Answer): Html => html`<section id="${one.anchor}" class="answer">${heading(2, one.anchor, one.question, one.question)}${one.paragraphs.map((words) => html`<p>${words}</p>`)}<p class="meta">${one.see && html`<a href="${one.see.to ?? ''}">${one.see.words}</a> · `}<a href="#contents">All questions</a></p></section>
`;
