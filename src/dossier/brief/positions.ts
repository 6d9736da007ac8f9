/** The page of positions: a contents with each state, the board of issues and parties, then issue by issue what could be agreed, what stands in its way, and each party's stance with whose word it is. */
import { inSentence } from '../../engine/index.js';
import { html, joined, type Html, type Part } from './html.js';
import { board } from './board.js';
import { opening } from './detail.js';
import { settledWords, STANCE_WORDS, stanceWords } from './issues.js';
import type { Brief, CellView, IssueView, OptionView, StatementView } from './model.js';
import { cite, date, ended, heading, limitWords, stance, state, tier, UP } from './parts.js';
import { capital, listed, sentence } from './words.js';

export function issuesPage(brief: Brief): Html {
  if (brief.issues.length === 0) return html`${opening('Positions, issue by issue', brief)}
<p>The dossier names no issue yet.</p>`;
  return html`${opening('Positions, issue by issue', brief)}
<nav class="toc" id="contents" aria-label="The issues"><ul>${brief.issues.map((issue) => html`<li><a href="#${issue.anchor}">${issue.title}</a> ${state(issue.state)}</li>`)}</ul></nav>
${board(brief)}
${brief.issues.map((issue) => html`<section id="${issue.anchor}" class="issue">${heading(2, issue.anchor, issue.title, issue.title)}${issueBody(issue)}${UP}</section>
`)}`;
}

function issueBody(issue: IssueView): Html {
  const needed = issue.required === 'to be agreed' ? 'Who has to agree is itself to be agreed' : issue.required.length === 0 ? '' : `${listed(issue.required.map(inSentence))} ${issue.required.length === 1 ? 'has' : 'have'} to agree`;
  const settled = settledWords(issue.settledBy);
  return html`<p class="verdict">${ended(issue)} <span class="meta">since ${issue.since === undefined ? 'the first day on record' : date(issue.since)}</span></p>
<p>${issue.why.join(' ')}</p><p class="meta">${[needed, settled === '' ? '' : `May be settled by ${settled}`].filter((words) => words !== '').map(sentence).join(' ')}</p>
${issue.options.length > 0 && html`<table class="options"><caption class="hidden">What could be agreed on ${issue.title}, what excludes it, and who would have to move</caption><thead><tr><th scope="col">What could be agreed</th><th scope="col">Excluded by</th><th scope="col">Who would have to move</th></tr></thead><tbody>${issue.options.map((one) => optionRow(one, issue))}</tbody></table>`}
${issue.parties.length === 0 ? html`<p class="meta">Nobody is on record on it.</p>` : html`<table class="stances"><caption class="hidden">Each party’s stance on ${issue.title}</caption><thead><tr><th scope="col">Party</th><th scope="col">Stance</th><th scope="col">On whose word</th></tr></thead><tbody>${issue.parties.map((cell) => stanceRow(cell, issue))}</tbody></table>`}
${issue.statements.length > 0 && html`<details><summary>Every statement on it (${issue.statements.length})</summary><ul class="lines">${issue.statements.map((one) => html`<li>${cite(one, '')}: ${inSentence(one.party)} ${stance(one)} <span class="meta">${tier(one)}</span></li>`)}</ul></details>`}`;
}

const letter = (one: string): Html => html`<b class="letter">${one}</b>`;

function optionRow(one: OptionView, issue: IssueView): Html {
  const settled = issue.state === 'agreed' && one.title === issue.option;
  const move = settled ? html`<span class="meta">nobody; it is agreed</span>` : one.toMove.length > 0 ? html`<ul class="words">${movers(one).map(({ party, why }) => html`<li>${party}: ${why}</li>`)}</ul>` : html`<span class="meta">${issue.required === 'to be agreed' ? 'cannot be said' : 'nobody'}</span>`;
  return html`<tr><th scope="row">${letter(one.letter)} ${capital(one.title)}</th><td data-label="Excluded by">${one.excludedBy.length === 0 ? html`<span class="meta">nobody’s limit</span>` : html`<ul class="words">${one.excludedBy.map((limit) => html`<li>${limitWords(limit)}</li>`)}</ul>`}</td><td data-label="Would have to move">${move}</td></tr>`;
}

/** What keeps one party from it, told once where several things do. */
function movers({ toMove }: OptionView): readonly { readonly party: string; readonly why: string }[] {
  return [...new Set(toMove.map(({ party }) => party))].map((party) => ({ party, why: listed(toMove.filter((one) => one.party === party).map(({ short }) => short)) }));
}

/** `rejects B`, where the letters are told above. */
function lettered({ stance: said, optionName }: StatementView, { options }: IssueView): Part {
  const option = options.find(({ name }) => name === optionName);
  return option && html`${STANCE_WORDS[said]} ${letter(option.letter)}`;
}

function stanceRow(cell: CellView, issue: IssueView): Html {
  const conflicting = cell.conflict.length > 0;
  const option = issue.options.find(({ title }) => title === cell.option);
  const label = conflicting ? state('conflict') : cell.stance === undefined ? html`<span class="meta">nothing on record in its own voice</span>` : option ? html`<span>${capital(STANCE_WORDS[cell.stance])} ${letter(option.letter)} ${option.title}</span>` : html`${capital(stanceWords({ stance: cell.stance, ...(cell.option === undefined ? {} : { option: cell.option }) }))}`;
  const shown = conflicting ? cell.conflict : cell.by ? [cell.by] : [];
  const hearsay = cell.hearsay.filter((one) => one !== cell.by).slice(0, 4);
  return html`<tr><th scope="row">${cell.party}${cell.required && html` <span class="meta">has to agree</span>`}</th><td data-label="Stance">${label}</td><td data-label="On whose word">${shown.length === 0 && hearsay.length === 0 ? html`<span class="meta">nobody’s</span>` : html`<ul class="words">${shown.map((one) => html`<li>${cite(one, '')} <span class="meta">${joined([tier(one), conflicting && lettered(one, issue)], ' · ')}</span></li>`)}${hearsay.map((one) => html`<li class="heard">${cite(one, '')}: ${lettered(one, issue) ?? stance(one)} <span class="meta">${tier(one)}</span></li>`)}</ul>`}</td></tr>`;
}
