/** Brief: the board of issues and parties, what changed since an earlier day, and the page as it would be published on the day of the rail; and the reading of a report, whose statements may be accepted. */
import { useEffect } from 'preact/hooks';
import { inSentence } from '../../../engine/index.js';
import type { BriefAnswer, IssueChangeView } from '../../shared/brief.js';
import { Board } from '../parts/board.js';
import { Failing, Loading } from '../parts/empty.js';
import { IssueState } from '../parts/issue-state.js';
import { Reader } from '../parts/reading/reader.js';
import { Said } from '../parts/said.js';
import { askAgain, brief, comparedWith, dayAsked, view, VIEWS, watchBrief } from '../state/brief.js';
import { valueOf } from '../state/load.js';
import { day } from '../view/dates.js';
import { plural } from '../view/names.js';

const WORDS = { board: 'Who stands where', changes: 'What changed', page: 'The page', read: 'Read a report' } as const;

export function BriefPlace() {
  useEffect(watchBrief, []);
  const load = brief.value;
  const held = valueOf(load);
  return (
    <>
      <div class="masthead"><h1>Brief</h1>{held ? <p class="under">{held.brief.headline}. As of {day(held.brief.asOf)}, with what was known when that day ended.</p> : null}</div>
      {load.state === 'failed' ? <Failing fault={load.fault} retry={askAgain} /> : !held ? <Loading what="Making the brief" /> : <Shown held={held} />}
    </>
  );
}

function Shown({ held }: { readonly held: BriefAnswer }) {
  return (
    <>
      <Wrong held={held} />
      {held.accepted.length === 0 || view.value === 'read' ? null : <p class="small soft here-too">{plural(held.accepted.length, 'statement')} accepted here {held.accepted.length === 1 ? 'counts' : 'count'} in this too, and {held.accepted.length === 1 ? 'stands' : 'stand'} in no file of the dossier yet. <button type="button" class="plain" onClick={() => { view.value = 'read'; }}>see {held.accepted.length === 1 ? 'it' : 'them'}</button></p>}
      <div class="row-of brief-views" role="group" aria-label="What to show">
        {VIEWS.map((one) => <button type="button" key={one} aria-pressed={view.value === one} onClick={() => { view.value = one; }}>{WORDS[one]}</button>)}
      </div>
      {view.value === 'board' ? <Board brief={held.brief} /> : view.value === 'changes' ? <Changes held={held} /> : view.value === 'page' ? <Page held={held} /> : <Reader held={held} />}
    </>
  );
}

/** What stands against publishing it: faults of the files, lines left out, and what `--lint` refuses. */
function Wrong({ held: { faults, findings, brief: { leftOut } } }: { readonly held: BriefAnswer }) {
  if (faults.length + findings.length + leftOut.length === 0) return <p class="small soft">Nothing stands against publishing it: <code class="word">casus brief --lint</code> would pass.</p>;
  return (
    <details class="against">
      <summary>{faults.length > 0 ? `${plural(faults.length, 'fault')} in the dossier’s files` : `${plural(findings.length, 'finding')} would be refused by casus brief --lint`}</summary>
      <ul>
        {faults.map(({ file, where, message, help }) => <li key={`${file} ${where ?? ''} ${message}`}><code class="word">{file}</code>{where === undefined ? '' : `, ${where}`}: {message}; {help}</li>)}
        {findings.map(({ id, where, message, help }) => <li key={`${id} ${where} ${message}`}>{where}: {message}; {help} <code class="word">{id}</code></li>)}
      </ul>
    </details>
  );
}

const isoDay = (at: number): string => new Date(at).toISOString().slice(0, 10);

function Changes({ held: { brief: made } }: { readonly held: BriefAnswer }) {
  const { since, sinces } = made;
  if (!since) return <p class="empty soft">Nothing had changed by {day(made.asOf)}.</p>;
  const turned = since.changes.filter((one) => one.turned);
  const moved = since.changes.filter((one) => !one.turned);
  return (
    <section class="brief-changes">
      <label class="chosen-day">Compared with the end of
        <select class="chooser" value={isoDay(since.day)} onChange={(event) => { comparedWith.value = event.currentTarget.value; }}>{sinces.map(({ day: at }) => <option value={isoDay(at)} key={at}>{day(at)}</option>)}</select>
      </label>
      {turned.length === 0 ? <p>No issue changed its state between the two days.</p> : <ul class="turned">{turned.map((one) => <Change one={one} key={one.name} />)}</ul>}
      {moved.length === 0 ? null : <><h2>Positions moved, the state stayed</h2><ul class="turned">{moved.map((one) => <Change one={one} key={one.name} />)}</ul></>}
    </section>
  );
}

function Change({ one }: { readonly one: IssueChangeView }) {
  const all = [...one.entries, ...one.others];
  return (
    <li>
      <h3>{one.issue}</h3>
      <p class="row-of">{one.turned ? <><IssueState state={one.from.state} /><span>{one.from.option}</span><span aria-hidden="true">→</span><span class="hidden">became</span></> : null}<IssueState state={one.to.state} /><span>{one.to.option}</span></p>
      {one.turned ? <p class="small soft">{one.why.join(' ')}</p> : null}
      {one.limits.map(({ name, kind, of, began, source }) => <p class="small soft" key={name}>{began ? 'Began' : 'Ceased'} to bind: the {kind} “{name}” of {inSentence(of)}{source === undefined ? '' : ` (${source})`}</p>)}
      <ul class="on-record">{all.map((each) => <Said one={each} party key={each.id} />)}</ul>
    </li>
  );
}

/** The same bytes that `casus brief` would write, in a frame of their own. */
function Page({ held: { page, accepted, statementsFile } }: { readonly held: BriefAnswer }) {
  return (
    <section class="preview">
      <p class="small soft">As <code class="word">casus brief --as-of {dayAsked.value}</code> writes it{accepted.length === 0 ? '' : ` once ${statementsFile} holds what was accepted here`}; it runs no script. <a href={page} target="_blank" rel="noreferrer">Open it by itself</a>.</p>
      <iframe src={page} title="The brief as it would be published" />
    </section>
  );
}
