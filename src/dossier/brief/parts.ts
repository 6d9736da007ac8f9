/** Small parts every page shares: a state as shape and word, who said something with its tier and link, a heading with its stable address, a date. */
import { inSentence } from '../../engine/index.js';
import type { Instant } from '../../treaty/index.js';
import { address, html, joined, type Html, type Part } from './html.js';
import { stanceWords, voiceWords } from './issues.js';
import type { IssueChangeView, IssueStanding, LimitView, ReviewView, StatementView } from './model.js';
import { anchor, capital, day, isoDay, shortDates, shortDay } from './words.js';

const SHAPES: Readonly<{ [S in IssueStanding]: Html }> = {
  agreed: html`<circle cx="6" cy="6" r="5" fill="currentColor"/>`,
  claimed: html`<circle cx="6" cy="6" r="4.6" fill="none" stroke="currentColor" stroke-width="1.2"/><path d="M6 1.4a4.6 4.6 0 0 0 0 9.2z" fill="currentColor"/>`,
  open: html`<circle cx="6" cy="6" r="4.6" fill="none" stroke="currentColor" stroke-width="1.2"/>`,
  blocked: html`<path d="M1.5 1.5h9v9h-9z" fill="currentColor"/>`,
  conflict: html`<path d="M6 .9 11.1 6 6 11.1.9 6z" fill="none" stroke="currentColor" stroke-width="1.3"/>`,
};
export const STATE_LABELS: Readonly<{ [S in IssueStanding]: string }> = { agreed: 'agreed', claimed: 'claimed, unconfirmed', open: 'open', blocked: 'blocked', conflict: 'in conflict' };

const shaped = (standing: IssueStanding, words: Part): Html => html`<span class="state ${standing}"><svg viewBox="0 0 12 12" aria-hidden="true" focusable="false">${SHAPES[standing]}</svg>${words}</span>`;
export const state = (standing: IssueStanding): Html => shaped(standing, STATE_LABELS[standing]);


/** A claim about a party held against the party's own later word, in the words the data for machines give it. */
export const reviewWords = ({ borneOut, own }: ReviewView): string => `${borneOut ? 'Borne out' : 'Contradicted'} by the party’s own later word of ${day(own.at)}`;
export const review = (one: ReviewView, root: string): Html => html`<p class="review">${shaped(one.borneOut ? 'agreed' : 'blocked', reviewWords(one))} <span class="meta">${cite(one.own, root)}: ${stance(one.own)}</span></p>`;

export const date = (at: Instant): Html => html`<time datetime="${isoDay(at)}">${shortDay(at)}</time>`;

/** A link out where there is one; else the words alone. */
export function link(words: Part, to: string | undefined): Html {
  const href = address(to);
  return href === undefined ? html`${words}` : html`<a href="${href}" rel="external">${words}</a>`;
}

export const source = ({ outlet, source: told, link: to }: { readonly outlet?: string; readonly source?: string; readonly link?: string }): Html => {
  // The words of the source mostly begin with the outlet.
  const words = told !== undefined && (outlet === undefined || told.toLowerCase().includes(outlet.toLowerCase())) ? told : [outlet, told].filter((one) => one !== undefined).join(', ');
  return words === '' ? (address(to) === undefined ? html`<span class="lack">no source given</span>` : link('source', to)) : link(shortDates(words), to);
};

export const tier = (one: StatementView): Html => html`<span class="tier ${one.voice}">${voiceWords(one)}${one.voice !== 'own' && ` about ${inSentence(one.party)}`}</span>`;
/** In a column, where the party stands at its head. */
export const shortTier = ({ voice }: StatementView): Html => html`<span class="tier ${voice}">${{ own: 'own word', counterpart: 'counterpart', media: 'media' }[voice]}</span>`;

/** Who speaks, in words: the source may name nobody. */
export const speaker = ({ speaker: name, voice, party, outlet }: StatementView): string => name ?? (voice === 'own' ? party : outlet ?? 'somebody the source does not name');

const leading = (one: StatementView, root: string, who: string): Html => html`<a href="${root}statements.html#${one.anchor}">${who}, <span class="said">${one.said}</span></a>`;
/** Who and when, leading to the statement on its own page. */
export const cite = (one: StatementView, root: string): Html => leading(one, root, speaker(one));
/** A title is a name and, after the first comma, an office: `Kyrylo Budanov`, `head of the Office of the President of Ukraine`. */
export function nameAndOffice(one: StatementView): readonly [string, string] {
  const [name = '', ...office] = speaker(one).split(', ');
  return one.speaker === undefined ? [speaker(one), ''] : [name, office.join(', ')];
}
/** The name and the day, where a column has no room for the office. */
export const citeShort = (one: StatementView, root: string): Html => leading(one, root, nameAndOffice(one)[0]);

export const limitWords = ({ name, kind, of }: LimitView): string => `the ${kind} “${name}” of ${inSentence(of)}`;

/** `Russia rejects “…”`. */
export const stance = (one: Pick<StatementView, 'stance' | 'option'>): Html => html`${stanceWords(one)}`;

/** One statement as a line of a list; its source stands where the line leads. */
export const statementLine = (one: StatementView, root: string): Html => html`<li>${cite(one, root)}${one.voice !== 'own' && ` about ${inSentence(one.party)}`}: ${one.gist} <span class="meta">${joined([html`${capital(inSentence(one.party))} ${stance(one)}`, html`<span class="tier ${one.voice}">${voiceWords(one)}</span>`, one.uncertain && html`<span class="doubtful">held uncertain</span>`], ' · ')}</span></li>`;

export const statementList = (list: readonly StatementView[], root: string): Part => list.length > 0 && html`<ul class="lines">${list.map((one) => statementLine(one, root))}</ul>`;

/** A heading that can be linked to for ever. */
export function heading(level: 2 | 3, id: string, words: Part, named: string): Html {
  const self = html`<a class="self" href="#${id}" aria-label="Link to: ${named}">#</a>`;
  return level === 2 ? html`<h2>${words} ${self}</h2>` : html`<h3>${words} ${self}</h3>`;
}

export const section = (id: string, title: string, body: Part): Html => html`<section id="${id}">${heading(2, id, title, title)}${body}</section>
`;

export const ended = ({ state: standing, option }: { readonly state: IssueStanding; readonly option?: string }): Html => html`${state(standing)}${option !== undefined && html` <span class="option">${capital(option)}</span>`}`;

/** One issue's change with what explains it: first what the state rests on, then what else came in between. */
export function change(one: IssueChangeView, root: string, id?: string): Html {
  const nothing = one.entries.length + one.others.length + one.limits.length === 0;
  return html`<li${id !== undefined && html` id="${id}"`}><p><a href="${root}issues.html#${anchor('issue', one.name)}">${capital(one.issue)}</a>: ${one.turned ? html`${ended(one.from)} <span aria-hidden="true">→</span><span class="hidden">became</span> ${ended(one.to)}` : html`${ended(one.to)}, as before; positions moved`}</p>${one.turned && one.why.length > 0 && html`<p class="why">${one.why.join(' ')}</p>`}${one.limits.map(({ began, source: told, ...limit }) => html`<p class="why">${began ? 'Began' : 'Ceased'} to bind: ${limitWords(limit)}${told !== undefined && html` (${told})`}</p>`)}${statementList(one.entries, root)}${one.others.length > 0 && html`<p class="meta">${one.entries.length > 0 ? 'Besides' : 'In between'}:</p><ul class="besides">${one.others.map((each) => html`<li>${cite(each, root)}: ${inSentence(each.party)} ${stance(each)}${each.voice !== 'own' && `, ${voiceWords(each)}`}</li>`)}</ul>`}${nothing && html`<p class="meta">A statement on record was corrected or taken back; the corrections say which.</p>`}</li>`;
}

/** What changed its state before what did not. */
export const turnedFirst = (changes: readonly IssueChangeView[]): readonly IssueChangeView[] => [...changes.filter(({ turned }) => turned), ...changes.filter(({ turned }) => !turned)];

/** Back to the contents of a long page: the reader of a phone is far from them. */
export const UP = html`<p class="up"><a href="#contents">Back to the contents</a></p>`;
