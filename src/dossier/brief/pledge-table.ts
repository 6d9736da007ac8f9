/** Needs against pledges: what the text pledges, what is reported beside it, what is missing; and who says it is ready for what. */
import { inSentence } from '../../engine/index.js';
import { html, joined, type Html, type Part } from './html.js';
import type { NeedView, PledgesView, ReadyView, ReportedView, StatedNeedView, StatementView } from './model.js';
import { citeShort, source, stance } from './parts.js';
import { capital, listed } from './words.js';

export function pledges({ needs, stated, beside, spare, ready, silent }: PledgesView): Html {
  if (stated.length + beside.length > 0 || needs.some(({ reported }) => reported.length > 0)) return html`${needsTable(needs, stated)}
${silent.length > 0 && html`<p>In the text itself no pledge of forces is on record from ${listed(silent.map(inSentence), 'or')}.</p>`}
${pledgedBeside(spare, beside)}${readiness(ready)}`;
  return html`${needs.length > 0 && html`<table class="needs"><caption class="hidden">What is needed, what is pledged in time, and what is missing</caption><thead><tr><th scope="col">Needed</th><th scope="col">Pledged</th><th scope="col">Gap</th></tr></thead><tbody>${needs.map(need)}</tbody></table>`}
${spare.length > 0 && html`<p>Pledged beside: ${joined(spare.map(({ party, amount, what }) => `${party}, ${what}: ${amount}`), '; ')}.</p>`}
${silent.length > 0 && html`<p>No pledge of forces is on record from ${listed(silent.map(inSentence), 'or')}.</p>`}
${readiness(ready)}`;
}

const readiness = (ready: readonly ReadyView[]): Part => (ready.length > 0 && html`<h3>“We are ready to do this; what are you prepared to do?”</h3><table class="ready"><caption class="hidden">What each party says it is ready to do and what it asks</caption><thead><tr><th scope="col">Party</th><th scope="col">Ready to</th><th scope="col">Asks or refuses</th></tr></thead><tbody>${ready.map(readyRow)}</tbody></table><p class="meta">Own words alone; the latest on each issue.</p>`);

const need = (one: NeedView): Html => html`<tr><th scope="row">${capital(one.what)}: ${one.needed} <span class="meta">within ${one.within}</span></th><td data-label="Pledged">${inText(one.pledges)}</td>${gapCell(one)}</tr>`;

/** The same with a column for what is reported beside the text, and a row for each need that has a source of its own. */
const needsTable = (needs: readonly NeedView[], stated: readonly StatedNeedView[]): Html => html`<p>What the text itself says is needed is the draft's own figure and has no source; every other need names who states it. Reports count as no pledge: what they would leave missing is said apart.</p>
<table class="needs told"><caption class="hidden">What is needed, what the text pledges in time, what is reported beside it, and what is missing</caption><thead><tr><th scope="col">Needed</th><th scope="col">Pledged in the text</th><th scope="col">Reported</th><th scope="col">Gap</th></tr></thead><tbody>${needs.map((one) => html`<tr><th scope="row">${capital(one.what)}: ${one.needed} <span class="meta">within ${one.within} · the draft's own figure</span></th><td data-label="Pledged in the text">${inText(one.pledges)}</td><td data-label="Reported">${told(one.reported)}</td>${gapCell(one)}</tr>`)}${stated.map((one) => html`<tr><th scope="row">${capital(one.what)}${one.needed !== undefined && `: ${one.needed}`}<span class="meta">${one.text !== undefined && html`${one.text} · `}${one.of !== undefined && html`${one.of} · `}${dayed(one)}${source(one)}</span></th><td data-label="Pledged in the text">nothing in the text</td><td data-label="Reported">${told(one.reported)}</td>${gapCell(one)}</tr>`)}</tbody></table>`;
const gapCell = ({ gap, met }: { readonly gap: string; readonly met: boolean | undefined }): Html => html`<td data-label="Gap"><span class="${met === true ? 'met' : met === false ? 'short' : 'unsaid'}">${capital(gap)}</span></td>`;
const inText = (list: NeedView['pledges']): Part => (list.length === 0 ? 'nothing on record' : html`<ul class="words">${list.map((pledge) => html`<li>${pledge.party}: ${pledge.amount} <span class="meta">${joined([pledge.ready, pledge.inTime === false && 'too late', pledge.stationed, pledge.source], ' · ')}</span></li>`)}</ul>`);
const toldOne = (one: ReportedView): Html => html`<li>${one.by}: ${one.text} <span class="meta">${one.status === 'declared' ? 'said by itself' : 'reported'} · ${dayed(one)}${source(one)}</span></li>`;
/** The day, unless the words of the source have it. */
const dayed = ({ on, source: words = '' }: { readonly on: string; readonly source?: string }): string => (words.includes(on) ? '' : `${on} · `);
const told = (list: readonly ReportedView[]): Part => (list.length === 0 ? 'nothing on record' : html`<ul class="words">${list.map(toldOne)}</ul>`);
const pledgedBeside = (spare: PledgesView['spare'], beside: readonly ReportedView[]): Part => (spare.length + beside.length > 0 && html`<h3>Pledged, and asked for by no need</h3><ul class="words">${spare.map(({ party, amount, what, source: from }) => html`<li>${party}, ${what}: ${amount} <span class="meta">${joined(['in the text', from], ' · ')}</span></li>`)}${beside.map(toldOne)}</ul>`);

const said = (list: readonly StatementView[], lack: string): Part => (list.length === 0 ? html`<span class="meta">${lack}</span>` : html`<ul class="words">${list.map((one) => html`<li>${one.issue}: ${stance(one)} <span class="meta">${citeShort(one, '')}</span></li>`)}</ul>`);
const readyRow = (one: ReadyView): Html => html`<tr><th scope="row">${one.party}</th><td data-label="Ready to">${one.pledged.length > 0 && html`<p>Pledged: ${joined(one.pledged, '; ')}</p>`}${said(one.ready, one.pledged.length > 0 ? '' : 'nothing on record')}</td><td data-label="Asks or refuses">${said(one.asks, 'nothing on record')}</td></tr>`;
