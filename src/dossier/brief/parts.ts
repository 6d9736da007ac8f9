/** Small parts every page shares: a state as shape and word, who said something with its tier and link, a heading with its stable address, a date. */
import type { Instant } from '../../treaty/index.js';
import { address, html, joined, type Html, type Part } from './html.js';
import { stanceWords, voiceWords } from './issues.js';
import type { IssueChangeView, IssueStanding, StatementView } from './model.js';
import { anchor, capital, dated, day, isoDay } from './words.js';

const SHAPES: Readonly<{ [S in IssueStanding]: Html }> = {
  agreed: html`<circle cx="6" cy="6" r="5" fill="currentColor"/>`,
  claimed: html`<circle cx="6" cy="6" r="4.6" fill="none" stroke="currentColor" stroke-width="1.2"/><path d="M6 1.4a4.6 4.6 0 0 0 0 9.2z" fill="currentColor"/>`,
  open: html`<circle cx="6" cy="6" r="4.6" fill="none" stroke="currentColor" stroke-width="1.2"/>`,
  blocked: html`<path d="M1.5 1.5h9v9h-9z" fill="currentColor"/>`,
  conflict: html`<path d="M6 .9 11.1 6 6 11.1.9 6z" fill="none" stroke="currentColor" stroke-width="1.3"/>`,
};
export const STATE_LABELS: Readonly<{ [S in IssueStanding]: string }> = { agreed: 'agreed', claimed: 'claimed, unconfirmed', open: 'open', blocked: 'blocked', conflict: 'in conflict' };

export const state = (standing: IssueStanding): Html => html`<span class="state ${standing}"><svg viewBox="0 0 12 12" aria-hidden="true" focusable="false">${SHAPES[standing]}</svg>${STATE_LABELS[standing]}</span>`;

export const date = (at: Instant): Html => html`<time datetime="${isoDay(at)}">${day(at)}</time>`;

/** A link out where there is one; else the words alone. */
export function link(words: Part, to: string | undefined): Html {
  const href = address(to);
  return href === undefined ? html`${words}` : html`<a href="${href}" rel="external">${words}</a>`;
}

export const source = ({ outlet, source: told, link: to }: { readonly outlet?: string; readonly source?: string; readonly link?: string }): Html => {
  // The words of the source mostly begin with the outlet.
  const words = told !== undefined && (outlet === undefined || told.toLowerCase().includes(outlet.toLowerCase())) ? told : [outlet, told].filter((one) => one !== undefined).join(', ');
  return words === '' ? (address(to) === undefined ? html`<span class="lack">no source given</span>` : link('source', to)) : link(dated(words), to);
};

export const tier = (one: StatementView): Html => html`<span class="tier ${one.voice}">${voiceWords(one)}${one.voice !== 'own' && `, on ${one.party}`}</span>`;

/** Who speaks, in words: the source may name nobody. */
export const speaker = ({ speaker: name, voice, party, outlet }: StatementView): string => name ?? (voice === 'own' ? party : outlet ?? 'somebody the source does not name');

/** Who and when, leading to the statement on its own page. */
export const cite = (one: StatementView, root: string): Html => html`<a href="${root}statements.html#${one.anchor}">${speaker(one)}, ${one.said}</a>`;

/** `Russia rejects “…”`. */
export const stance = (one: Pick<StatementView, 'stance' | 'option'>): Html => html`${stanceWords(one)}`;

/** One statement as a line of a list; its source stands where the line leads. */
export const statementLine = (one: StatementView, root: string): Html => html`<li>${cite(one, root)}: ${one.gist} <span class="meta">${joined([html`${one.party} ${stance(one)}`, tier(one), one.uncertain && html`<span class="doubtful">held uncertain</span>`], ' · ')}</span></li>`;

export const statementList = (list: readonly StatementView[], root: string): Part => list.length > 0 && html`<ul class="lines">${list.map((one) => statementLine(one, root))}</ul>`;

/** A heading that can be linked to for ever. */
export function heading(level: 2 | 3, id: string, words: Part, named: string): Html {
  const self = html`<a class="self" href="#${id}" aria-label="Link to: ${named}">#</a>`;
  return level === 2 ? html`<h2>${words} ${self}</h2>` : html`<h3>${words} ${self}</h3>`;
}

export const section = (id: string, title: string, body: Part): Html => html`<section id="${id}">${heading(2, id, title, title)}${body}</section>
`;

export const ended = ({ state: standing, option }: { readonly state: IssueStanding; readonly option?: string }): Html => html`${state(standing)}${option !== undefined && html` <span class="option">${option}</span>`}`;

/** One issue's change with what explains it: first what the state rests on, then what else came in between. */
export function change(one: IssueChangeView, root: string): Html {
  const nothing = one.entries.length + one.others.length + one.limits.length === 0;
  return html`<li><p><a href="${root}issues.html#${anchor('issue', one.name)}">${capital(one.issue)}</a>: ${one.turned ? html`${ended(one.from)} <span aria-hidden="true">→</span><span class="hidden">became</span> ${ended(one.to)}` : html`${ended(one.to)}, as before; positions moved`}</p>${one.turned && one.why.map((words) => html`<p class="why">${words}</p>`)}${one.limits.map(({ name, kind, of, began, source: told }) => html`<p class="why">${began ? 'Began' : 'Ceased'} to bind: the ${kind} “${name}” of ${of}${told !== undefined && html` (${told})`}</p>`)}${statementList(one.entries, root)}${one.others.length > 0 && html`<p class="meta">${one.entries.length > 0 ? 'Besides' : 'In between'}:</p><ul class="besides">${one.others.map((each) => html`<li>${cite(each, root)}: ${each.party} ${stance(each)}${each.voice !== 'own' && `, ${voiceWords(each)}`}</li>`)}</ul>`}${nothing && html`<p class="meta">A statement on record was corrected or taken back; the corrections say which.</p>`}</li>`;
}

/** What changed its state before what did not. */
export const turnedFirst = (changes: readonly IssueChangeView[]): readonly IssueChangeView[] => [...changes.filter(({ turned }) => turned), ...changes.filter(({ turned }) => !turned)];
