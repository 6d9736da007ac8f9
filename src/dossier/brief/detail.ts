/** The pages behind the first: positions issue by issue, every statement, every change, each comparison with an earlier day, questions and answers. */
import { html, joined, type Html, type Part } from './html.js';
import type { Answer, Brief, CellView, DayView, IssueView, ShiftView, SinceView, StatementView } from './model.js';
import { change, cite, date, ended, heading, section, source, speaker, stance, state, tier, turnedFirst } from './parts.js';
import { stanceWords } from './issues.js';
import { anchor, capital, counted, day, listed, sentence } from './words.js';

const opening = (title: string, brief: Brief, more: Part = undefined): Html => html`<header class="opening"><h1>${title}</h1><p class="stamp"><strong>As of ${date(brief.asOf)}</strong>, with what was known when that day ended (UTC).${more !== undefined && html` ${more}`}</p></header>
`;

// Issues

export function issuesPage(brief: Brief): Html {
  return html`${opening('Positions, issue by issue', brief)}
<nav class="here" aria-label="On this page"><ul>${brief.issues.map(({ anchor, title }) => html`<li><a href="#${anchor}">${title}</a></li>`)}</ul></nav>
${board(brief)}
${brief.issues.map((issue) => html`<section id="${issue.anchor}">${heading(2, issue.anchor, issue.title, issue.title)}${issueBody(issue)}</section>
`)}`;
}

/** Issues down, parties across. */
function board(brief: Brief): Part {
  if (brief.parties.length === 0 || brief.issues.length === 0) return undefined;
  return section('board', 'Who stands where', html`<section class="wide" tabindex="0" aria-label="Table of issues and parties"><table class="board"><caption class="hidden">Stance of each party on each issue, with the kind of word it rests on</caption><thead><tr><th scope="col">Issue</th>${brief.parties.map((party) => html`<th scope="col">${party}</th>`)}</tr></thead><tbody>${brief.issues.map((issue) => html`<tr><th scope="row"><a href="#${issue.anchor}">${issue.title}</a> ${state(issue.state)}</th>${brief.parties.map((party) => html`<td>${boardCell(issue.parties.find((cell) => cell.party === party))}</td>`)}</tr>`)}</tbody></table></section>
<p class="meta">A cell holds the latest own word; where there is none, the latest word of somebody else, said to be so. An empty cell: nothing on record.</p>`);
}

function boardCell(cell: CellView | undefined): Part {
  if (!cell) return html`<span class="hidden">nothing on record</span>`;
  const said = cell.by ?? cell.hearsay[0];
  if (!said) return html`<span class="meta">nothing on record${cell.required && ', and its word is needed'}</span>`;
  return html`${cell.conflict.length > 0 && html`<p>${state('conflict')}</p>`}<a href="statements.html#${said.anchor}">${stance(said)}</a> <span class="meta">${joined([tier(said), said.said], ' · ')}</span>`;
}

function issueBody(issue: IssueView): Html {
  const needed = issue.required === 'to be agreed' ? 'Who has to agree is itself to be agreed.' : issue.required.length === 0 ? '' : `${listed(issue.required)} ${issue.required.length === 1 ? 'has' : 'have'} to agree.`;
  return html`<p class="verdict">${ended(issue)}${issue.since !== undefined && html` since ${date(issue.since)}`}</p>
${issue.why.map((words) => html`<p>${words}</p>`)}${issue.settledBy.length > 0 && html`<p class="meta">May be settled by ${listed(issue.settledBy, 'or')}.</p>`}
<p class="meta">${needed} ${issue.options.length > 0 && html`Options: ${joined(issue.options.map((one) => `“${one}”`), ', ')}.`}</p>
<table class="stances"><caption class="hidden">Each party’s stance on ${issue.title}</caption><thead><tr><th scope="col">Party</th><th scope="col">Stance</th><th scope="col">On whose word</th></tr></thead><tbody>${issue.parties.map(stanceRow)}</tbody></table>
${issue.excluded.length > 0 && html`<h3>What is excluded</h3><ul class="lines">${issue.excluded.map(({ option, by }) => html`<li>“${option}”, by ${listed(by.map((name) => { const limit = issue.limits.find((one) => one.name === name); return limit ? `the ${limit.kind} “${limit.name}” of ${limit.of}` : name; }))}</li>`)}</ul>`}
${issue.possible.length > 0 && issue.excluded.length > 0 && html`<p>Excluded by nobody’s limit: ${joined(issue.possible.map((one) => `“${one}”`), ', ')}.</p>`}
${issue.state !== 'agreed' && issue.toMove.length > 0 && html`<h3>What would have to move</h3><ul class="lines">${issue.toMove.map(({ option, parties }) => html`<li>For “${option}”: ${parties.length === 0 ? 'nobody' : joined(parties.map(({ party, why }) => `${party} (${why})`), '; ')}</li>`)}</ul>`}
${issue.statements.length > 0 && html`<details><summary>Every statement on it (${issue.statements.length})</summary><ul class="lines">${issue.statements.map((one) => html`<li>${cite(one, '')}: ${one.party} ${stance(one)} <span class="meta">${tier(one)}</span></li>`)}</ul></details>`}`;
}

function stanceRow(cell: CellView): Html {
  const conflicting = cell.conflict.length > 0;
  const label = conflicting ? state('conflict') : cell.stance === undefined ? html`<span class="meta">nothing on record in its own voice</span>` : html`${capital(stanceWords({ stance: cell.stance, ...(cell.option === undefined ? {} : { option: cell.option }) }))}`;
  const shown = conflicting ? cell.conflict : cell.by ? [cell.by] : [];
  const hearsay = cell.hearsay.filter((one) => one !== cell.by).slice(0, 4);
  return html`<tr><th scope="row">${cell.party}${cell.required && html` <span class="meta">has to agree</span>`}</th><td data-label="Stance">${label}</td><td data-label="On whose word">${shown.length === 0 && hearsay.length === 0 ? html`<span class="meta">nobody’s</span>` : html`<ul class="words">${shown.map((one) => html`<li>${cite(one, '')} <span class="meta">${tier(one)}</span></li>`)}${hearsay.map((one) => html`<li class="heard">${cite(one, '')}: ${stance(one)} <span class="meta">${tier(one)}</span></li>`)}</ul>`}</td></tr>`;
}

// Statements

export function statementsPage(brief: Brief): Html {
  const years = [...new Set(brief.statements.map(({ at }) => new Date(at).getUTCFullYear()))];
  return html`${opening('Who said what', brief, html`${counted(brief.statements.length, 'statement')} on record, the latest first; in our own words unless quoted.`)}
${brief.statements.length === 0 ? html`<p>No statement is on record at or before this day.</p>` : years.map((year) => section(`y${year}`, String(year), html`<ol class="statements">${brief.statements.filter(({ at }) => new Date(at).getUTCFullYear() === year).map(statement)}</ol>`))}`;
}

const statement = (one: StatementView): Html => html`<li id="${one.anchor}"><p class="when"><time datetime="${new Date(one.at).toISOString().slice(0, 10)}">${one.said}</time>${one.venue !== undefined && html`<span>${one.venue}</span>`}</p><div><p class="who"><strong>${speaker(one)}</strong> ${tier(one)}${one.uncertain && html` <span class="doubtful">held uncertain</span>`} <a class="self" href="#${one.anchor}" aria-label="Link to: ${speaker(one)}, ${one.said}, ${one.id}">#</a></p><p>${sentence(one.gist)}</p><p class="meta">${joined([html`${one.party} ${stance(one)}`, html`<a href="issues.html#${anchor('issue', one.issueName)}">${one.issue}</a>`, source(one)], ' · ')}</p></div></li>
`;

// Changes

export function changesPage(brief: Brief): Html {
  const days = [...brief.days].reverse();
  const moved = days.filter(({ changes, shifts }) => changes.length + shifts.length > 0);
  return html`${opening('What changed, and when', brief)}
<p>Each day on which a state changed or a party moved, the latest first, with the statements that explain it. A day shows what was known when it ended.</p>
${brief.sinces.length > 0 && section('compare', 'Compare with an earlier day', html`<ul class="dates">${brief.sinces.map(({ day: at, file, changes }) => html`<li><a href="${file}">${day(at)}</a> <span class="meta">${differing(changes)}</span></li>`)}</ul>`)}
${moved.length === 0 ? html`<p>Nothing has changed yet.</p>` : moved.map((one) => dayOf(one))}`;
}

const differing = (changes: SinceView['changes']): string => { const count = changes.filter(({ turned }) => turned).length; return count === 0 ? 'no state differs' : `${count} differ${count === 1 ? 's' : ''}`; };

const dayOf = (one: DayView): Html => {
  const explained = new Set(one.changes.flatMap(({ entries, others }) => [...entries, ...others].map(({ id }) => id)));
  const rest = one.statements.filter(({ id }) => !explained.has(id) && !one.shifts.some(({ after }) => after.id === id));
  return html`<section id="${one.anchor}">${heading(2, one.anchor, day(one.day), day(one.day))}${one.changes.length > 0 && html`<ul class="changes">${one.changes.map((each) => change(each, ''))}</ul>`}${one.shifts.length > 0 && html`<ul class="lines">${one.shifts.map(shift)}</ul>`}${rest.length > 0 && html`<p class="meta">Also said: ${joined(rest.map((each) => cite(each, '')), '; ')}.</p>`}</section>
`;
};

const shift = ({ words, issue, before, after }: ShiftView): Html => html`<li><strong>${words}</strong> on “${issue}”: ${before !== undefined && html`was ${stance(before)} (${cite(before, '')}), now `}${stance(after)} (${cite(after, '')})</li>`;

export function sincePage(brief: Brief, since: SinceView): Html {
  const changed = new Map(since.changes.map((one) => [one.name, one]));
  return html`${opening(`What changed since ${day(since.day)}`, brief, html`Compared with the end of ${date(since.day)}, as known then.`)}
<table class="compare"><caption class="hidden">Each issue then and now</caption><thead><tr><th scope="col">Issue</th><th scope="col">${day(since.day)}</th><th scope="col">${day(brief.asOf)}</th></tr></thead><tbody>${brief.issues.map((issue) => { const before = since.before.find(({ name }) => name === issue.name); return html`<tr><th scope="row"><a href="../issues.html#${issue.anchor}">${issue.title}</a>${changed.get(issue.name)?.turned !== true && html` <span class="meta">${changed.has(issue.name) ? 'same state, positions moved' : 'unchanged'}</span>`}</th><td data-label="Then">${before ? ended(before) : html`<span class="meta">not on the table</span>`}</td><td data-label="Now">${ended(issue)}</td></tr>`; })}</tbody></table>
${section('why', 'Entry by entry', since.changes.length === 0 ? html`<p>Nothing changed between the two days.</p>` : html`<ul class="changes">${turnedFirst(since.changes).map((one) => change(one, '../'))}</ul>`)}
<p class="meta"><a href="../changes.html">All changes by date</a></p>`;
}

// Questions and answers

export const answersPage = (brief: Brief): Html => html`${opening('Questions and answers', brief, html`Each answer is made from the dossier’s own entries and text.`)}
${brief.faq.map(answer)}`;

const answer = (one: Answer): Html => html`<section id="${one.anchor}" class="answer">${heading(2, one.anchor, one.question, one.question)}${one.paragraphs.map((words) => html`<p>${words}</p>`)}${one.see && html`<p class="meta"><a href="${one.see.to ?? ''}">${one.see.words}</a></p>`}</section>
`;
