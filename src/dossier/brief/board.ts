/** The board: issue after issue, parties across. What could be agreed stands under each issue with a letter, so that a cell is a word, a letter, whose word it is, and a day; on a phone each issue stands by itself. */
import { html, type Html, type Part } from './html.js';
import { STANCE_WORDS, stanceWords } from './issues.js';
import type { Brief, CellView, IssueView, StatementView } from './model.js';
import { section, shortTier, state } from './parts.js';
import { capital } from './words.js';

/** More columns than this cannot be read side by side on a page; the table then scrolls in a frame of its own. */
const MOST_ABREAST = 12;

export function board(brief: Brief): Part {
  if (brief.parties.length === 0 || brief.issues.length === 0) return undefined;
  const table = html`<table class="board"><caption class="hidden">Stance of each party on each issue, with the kind of word it rests on</caption><thead><tr>${brief.parties.map((party) => html`<th scope="col">${party}</th>`)}</tr></thead>${brief.issues.map((issue) => rows(issue, brief.parties))}</table>`;
  return section('board', 'Who stands where', html`${brief.parties.length > MOST_ABREAST ? html`<div class="wide" tabindex="0" role="region" aria-label="Table of issues and parties">${table}</div>` : table}
<p class="meta">A cell holds the latest own word; where there is none, the latest word of <span class="tier counterpart">a counterpart</span> or of <span class="tier media">the media</span> about the party, which counts for nothing until the party speaks. A dash: nothing on record.</p>`);
}

const rows = (issue: IssueView, parties: readonly string[]): Html => html`<tbody><tr class="of"><th scope="rowgroup" colspan="${parties.length}"><a href="#${issue.anchor}">${issue.title}</a> ${state(issue.state)}${issue.options.length > 0 && html`<span class="choices">${issue.options.map(({ letter, title }) => html`<span><b class="letter">${letter}</b> ${capital(title)}</span> `)}</span>`}</th></tr><tr>${parties.map((party) => boardCell(party, issue.parties.find((cell) => cell.party === party), issue))}</tr></tbody>
`;

function boardCell(party: string, cell: CellView | undefined, issue: IssueView): Html {
  const said = cell?.by ?? cell?.hearsay[0];
  if (!cell || (!said && cell.conflict.length === 0)) return cell?.required ? html`<td data-label="${party}"><span class="meta">nothing on record; its word is needed</span></td>` : html`<td class="none"><span aria-hidden="true">–</span><span class="hidden">nothing on record</span></td>`;
  return html`<td data-label="${party}">${cell.conflict.length > 0 && html`<p>${state('conflict')}</p>`}${said && html`<a href="statements.html#${said.anchor}">${word(said, issue)}</a> <span class="meta">${shortTier(said)} <span class="said">${said.said}</span></span>`}</td>`;
}

function word(said: StatementView, { options }: IssueView): Part {
  const option = options.find(({ name }) => name === said.optionName);
  return option ? html`${STANCE_WORDS[said.stance]} <b class="letter">${option.letter}</b><span class="hidden">, ${option.title}</span>` : stanceWords(said);
}
