/** The statements proposed, one a row: who, for whom, on what, what stance, on whose word, where, how plain the attribution; and a way to accept it, or why there is none. */
import { inSentence } from '../../../../engine/index.js';
import type { IssueView } from '../../../shared/brief.js';
import type { Proposed, ReadReport } from '../../judging/reading.js';
import { lookedInto, view } from '../../state/brief.js';
import { accept, chooseOption, fates, lookedAt, options, takeBack, type Fate } from '../../state/reading.js';
import { day } from '../../view/dates.js';
import { beginning } from '../../view/passages.js';
import { readable } from '../../view/names.js';
import type { Shape as ShapeName, Tone } from '../../view/standing.js';
import { Shape } from '../shape.js';
import { Words } from '../words.js';
import { toCell, toPart, toText } from './leading.js';

const LOOKS: Readonly<{ [S in Proposed['stance']]: { readonly shape: ShapeName; readonly tone: Tone } }> = {
  accepts: { shape: 'disc', tone: 'kept' }, offers: { shape: 'ring', tone: 'kept' }, demands: { shape: 'half', tone: 'open' }, rejects: { shape: 'square', tone: 'broken' }, reports: { shape: 'dots', tone: 'set-aside' }, uncertain: { shape: 'diamond', tone: 'unknown' },
};
const VOICES = { own: 'own word', counterpart: 'a counterpart’s word', media: 'a media report' } as const;

const plainness = (confidence: number): string => `attribution ${confidence >= 0.8 ? 'plain' : confidence >= 0.6 ? 'fairly plain' : 'doubtful'}\u00a0(${confidence.toFixed(2)})`;

export function Statements({ report, issues }: { readonly report: ReadReport; readonly issues: readonly IssueView[] }) {
  const { statements } = report;
  return (
    <section aria-labelledby="statements-title">
      <h2 class="head" id="statements-title" tabIndex={-1}>Statements proposed, {statements.length.toLocaleString('en-GB')}</h2>
      {statements.length === 0 ? <p class="soft none-found">Nobody is named as having said anything on a matter.</p> : <ol class="found">{statements.map((one, index) => <Row one={one} number={index + 1} report={report} issues={issues} key={index} />)}</ol>}
    </section>
  );
}

function Row({ one, number, report, issues }: { readonly one: Proposed; readonly number: number; readonly report: ReadReport; readonly issues: readonly IssueView[] }) {
  const looked = lookedAt.value?.kind === 'statement' && lookedAt.value.number === number;
  const issue = issues.find(({ name }) => name === one.issue);
  const { shape, tone } = LOOKS[one.stance];
  const others = one.party !== undefined && one.party !== one.onBehalfOf;
  const about = [...(others ? [`about ${inSentence(one.party ?? '')}`] : []), one.issue === undefined ? 'on no issue known' : `on “${issue?.title ?? readable(one.issue)}”`, VOICES[one.voice], ...(one.venue === undefined ? [] : [one.venue]), plainness(one.confidence)];
  return (
    <li id={`statement-${number}`} tabIndex={-1} class={looked ? 'looked' : ''} aria-current={looked ? 'true' : undefined}>
      <p class="who"><span class="number" aria-hidden="true">{number}</span><span><strong>{one.speaker ?? 'Nobody named'}</strong>{one.onBehalfOf === undefined ? '' : `, for ${inSentence(one.onBehalfOf)}`}</span> <span class={`verdict tone-${tone}`}><Shape of={shape} /><strong>{one.stance}</strong></span></p>
      <p class="small soft">{about.join(' · ')}</p>
      <p class="small"><button type="button" class="plain from-text" onClick={() => toText({ kind: 'statement', number })}><span class="hidden">Statement {number} in the text: </span>{beginning(report.text, one.span)}</button></p>
      <Taking one={one} number={number} report={report} issue={issue} fate={fates.value.get(number)} />
    </li>
  );
}

function Taking({ one, number, report, issue, fate }: { readonly one: Proposed; readonly number: number; readonly report: ReadReport; readonly issue: IssueView | undefined; readonly fate: Fate | undefined }) {
  if (one.misfit) return <p class="small misfit"><span class="verdict tone-set-aside"><Shape of="dots" /><strong>cannot be accepted</strong></span>: it <Words of={one.misfit.words} />. <span class="soft">To help: <Words of={one.misfit.help} />.</span></p>;
  if (fate?.state === 'accepted') return <Taken one={one} issue={issue} fate={fate} number={number} />;
  return (
    <div class="taking">
      <label>About which option
        <select value={options.value.get(number) ?? ''} onChange={(event) => chooseOption(number, event.currentTarget.value)}>
          <option value="">choose, after reading the passage</option>
          {issue?.options.map(({ name, letter, title }) => <option value={name} key={name}>{letter} {title}</option>)}
        </select>
      </label>
      <button type="button" aria-label={`Accept statement ${number}`} disabled={fate?.state === 'under way'} onClick={() => void accept(number, one, report).then((taken) => { if (taken) toPart(`statement-${number}`); })}>{fate?.state === 'under way' ? 'Accepting …' : 'Accept'}</button>
      {fate?.state === 'failed' ? <p role="alert" class="tone-broken small"><Words of={fate.fault} /></p> : null}
    </div>
  );
}

function Taken({ one, issue, fate, number }: { readonly one: Proposed; readonly issue: IssueView | undefined; readonly fate: Fate & { readonly state: 'accepted' }; readonly number: number }) {
  const board = (): void => { if (issue && one.party !== undefined) lookedInto.value = { issue: issue.name, party: one.party }; view.value = 'board'; toCell(); };
  return (
    <p class="small taken" role="status">
      <span><span class="verdict tone-kept"><Shape of="disc" /><strong>{fate.there ? 'accepted before' : 'accepted'}</strong></span>{fate.movedTo === undefined ? '' : `; the day of the rail moved on to ${day(Date.parse(fate.movedTo))}, so that it shows`}</span>
      <button type="button" class="plain" aria-label={`see it on the board: statement ${number}`} onClick={board}>see it on the board</button>
      <button type="button" class="plain" aria-label={`take it back: statement ${number}`} onClick={() => void takeBack(fate.id).then(() => toPart(`statement-${number}`))}>take it back</button>
    </p>
  );
}
