/** Chances: what would follow if those who act behaved as assumed. Assumptions first, beside every figure, and never a forecast. */
import { useEffect, useRef } from 'preact/hooks';
import { Empty, Failing, Loading } from '../parts/empty.js';
import { TreatyChooser } from '../parts/treaty-chooser.js';
import { AskingForm } from '../parts/chances/asking.js';
import { firstWords, type Basis } from '../parts/chances/assumed.js';
import { Bears, Effects } from '../parts/chances/bears.js';
import { Failures } from '../parts/chances/failures.js';
import { Force } from '../parts/chances/force.js';
import { Overview } from '../parts/chances/overview.js';
import { Response } from '../parts/chances/response.js';
import type { Choices, Told } from '../judging/chancing.js';
import { asking, choices, endRuns, readChoices, runs, startRuns, type Runs } from '../state/chances.js';
import { valueOf } from '../state/load.js';
import { address, addressTo, parsed, reload, source, treatyId } from '../state/store.js';
import type { Asking } from '../view/asking.js';
import { chosenRow, isPartial, rowsOf } from '../view/chances.js';
import { plural } from '../view/names.js';

/** Readings, and claims asked by other acts, are run one after the other. */
const begun = ({ results, told }: { readonly results: number; readonly told: readonly Told[] }): string => (told.length >= results ? '' : ` Of ${results} readings or sets of claims, run one after the other, ${told.length} ${told.length === 1 ? 'was' : 'were'} begun.`);

function Progress({ of }: { readonly of: Runs }) {
  const notice = useRef<HTMLParagraphElement>(null);
  const { state } = of;
  const all = (results: number): number => results * (asking.value?.runs ?? 1);
  // The button that had the focus is gone: what came of it takes its place.
  useEffect(() => { if (state === 'ended') notice.current?.focus(); }, [state]);
  if (of.state === 'under way') {
    return (
      <div class="progress" role="group" aria-label="Progress">
        <progress max={Math.max(1, all(of.results))} value={of.done} aria-label="Runs done" />
        <p><span role="status">{of.done === 0 ? 'Preparing the runs: the text and each change to it become programs' : `${of.done.toLocaleString('en-GB')} of ${plural(all(of.results), 'run')}`}</span> <button type="button" onClick={endRuns}>cancel</button></p>
      </div>
    );
  }
  if (of.state === 'ended') return <p class="notice" role="status" tabIndex={-1} ref={notice}><strong>Ended before all runs were done</strong>: {of.done === 0 ? 'before the first was.' : `${of.done.toLocaleString('en-GB')} of ${plural(all(of.results), 'run')}. ${begun(of)} The figures below are partial.`} <button type="button" class="plain" onClick={startRuns}>begin again</button></p>;
  if (of.state === 'failed') return <Failing fault={`the runs could not be made: ${of.fault}`} retry={startRuns} />;
  return null;
}

/** Beside the figures all the while: everything they rest on. */
function Basics({ of, told, question }: { readonly of: Choices; readonly told: Told; readonly question: Asking }) {
  const behaviour = of.behaviours.find(({ name }) => name === (question.behaviour ?? of.behaviours[0]?.name));
  return (
    <aside class="basis" aria-labelledby="rests-on">
      <h2 class="head" id="rests-on">What every figure here rests on</h2>
      <p class="plainly">Not a forecast. What follows would follow if those who act behaved as assumed.</p>
      <dl>
        <dt>Behaviour</dt><dd><span class="said">{behaviour?.name}</span><span class="small soft reach">{behaviour?.source}: {behaviour?.definition}</span></dd>
        <dt>What happens first</dt><dd>{firstWords([told], question)}</dd>
        <dt>Powers used</dt><dd>{question.powers.length === 0 ? 'none beyond what the behaviour says' : `${question.powers.join(', ')}, by all who may, an hour after they open`}</dd>
        <dt>Draws</dt><dd>{plural(told.done, 'run')}{told.done < told.runs ? ` of ${told.runs.toLocaleString('en-GB')}: partial` : ''}, seed {question.seed}, up to {plural(question.days, 'day')}{told.sets > 1 ? `, ${told.sets} draws of the uncertain chances` : ''}, steps of {Number(told.tickHours.toFixed(3))} h</dd>
        {told.notes.length === 0 ? null : <><dt>Also taken</dt><dd><ul>{told.notes.map((note) => <li key={note}>{note}</li>)}</ul></dd></>}
        {told.slowBecause === null ? null : <><dt>Slowly</dt><dd>by the reference engine, because the text has {told.slowBecause}</dd></>}
      </dl>
      <p class="small soft">All act by the rates above, each on its own: that one state’s choice moves another’s is in no preset. A rate among past wars is no chance that a given state keeps a given promise.</p>
    </aside>
  );
}

function Figures({ of, told, question }: { readonly of: Choices; readonly told: readonly Told[]; readonly question: Asking }) {
  const rows = rowsOf(told);
  const chosen = chosenRow(rows, address.value.claim, address.value.reading);
  const first = told.find(({ claims }) => chosen !== undefined && claims.includes(chosen.told)) ?? told[0];
  const key = `${address.value.claim ?? ''} ${address.value.reading ?? ''}`;
  const shown = useRef(key);
  // Another claim chosen: on to its figures.
  useEffect(() => {
    if (shown.current === key) return;
    shown.current = key;
    const heading = document.getElementById('one-claim');
    heading?.focus({ preventScroll: true });
    heading?.scrollIntoView({ block: 'start' });
  }, [key]);
  if (!first || !chosen) return null;
  const basis: Basis = { asking: question, behaviour: question.behaviour ?? of.behaviours[0]?.name ?? '', told: first };
  const { claim, chance } = chosen.told;
  const assuming = valueOf(parsed.value)?.treaty.claims.find(({ name }) => name === claim)?.assuming ?? [];
  return (
    <div class="chances-page">
      <div class="figures">
        <Overview rows={rows} chosen={chosen} basis={{ ...basis, others: told.filter((one) => one !== first) }} />
        <section aria-labelledby="one-claim" class="one-claim">
          <h2 class="head" id="one-claim" tabIndex={-1}><span class="which">{claim}</span>{chosen.readings.length > 0 ? `, under “${chosen.readings.join('” and “')}”` : ''}</h2>
          {assuming.length === 0 ? null : <p class="small soft">The claim itself assumes that no more than a number default. Runs do not: who defaults in them is what the behaviour says.</p>}
          {chance.chance === null ? <p>What it speaks of came up in no run, so these runs say nothing of it: neither that it holds nor that it fails. Choose another first act, let a power be used, or allow more days.</p> : null}
          <Response of={chosen.told} basis={basis} uncertain={first.sets > 1} />
          {chance.chance === null ? null : <><Failures of={chosen.told} basis={basis} /><Bears of={chosen.told} basis={basis} /></>}
          <Effects of={chosen.told} basis={basis} />
        </section>
        <Force of={first.force} basis={basis} />
      </div>
      <Basics of={of} told={first} question={question} />
    </div>
  );
}

function Body({ of }: { readonly of: Choices }) {
  const now = runs.value;
  const question = asking.value;
  const told = now.state === 'under way' || now.state === 'done' || now.state === 'ended' ? now.told : [];
  if (of.claims.length === 0) {
    return <Empty title="This text makes no claim that a run can answer"><p>A claim such as <code>claim answered: whenever armed-attack, within 72 hours assist is performed by at least 3.</code> says what help should come, and can then be tried under assumptions.{of.games.length > 0 ? ' What a coalition can ensure is answered in Exercise.' : ''}</p><p><a href={addressTo({ place: 'agreement', treaty: treatyId.value, editing: true })}>Write one at the end of the text</a>, or choose another treaty above.</p></Empty>;
  }
  return (
    <>
      <AskingForm of={of} />
      <Progress of={now} />
      {now.state === 'not asked' ? <p class="empty soft">Nothing has been run yet. Choose what is assumed and run it: ten thousand runs take some seconds, and can be ended at any time.</p> : null}
      {told.length > 0 && question && told.some(({ done }) => done > 0) ? <>{now.state === 'under way' && isPartial(told) ? <p class="hidden">The figures below are partial and still change.</p> : null}<Figures of={of} told={told} question={question} /></> : null}
    </>
  );
}

export function Chances() {
  if (source.value.state === 'failed') return <Failing whole fault={source.value.fault} retry={reload} />;
  const title = valueOf(parsed.value)?.treaty.title;
  return (
    <>
      <div class="masthead">
        <h1>{title ?? 'Chances'}</h1>
        <p class="under row-of"><span>How likely its claims are to hold, if those who act behave as assumed. Not a forecast.</span><TreatyChooser /></p>
      </div>
      {choices.value.state === 'failed' ? <Failing fault={`the text could not be read for its acts: ${choices.value.fault}`} retry={readChoices} />
        : choices.value.state === 'ready' ? <Body of={choices.value.value} /> : <Loading what="Reading what may be assumed of the text" />}
    </>
  );
}
