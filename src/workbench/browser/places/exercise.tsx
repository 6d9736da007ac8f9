/** Exercise: a scenario stepped through; who owes what to whom by when, what has just changed, and why. */
import { useComputed } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Instant } from '../../../treaty/index.js';
import type { Exercised } from '../judging/protocol.js';
import { Asked } from '../parts/asked.js';
import { Claims } from '../parts/claims.js';
import { Empty, Failing, Loading } from '../parts/empty.js';
import { Ensure } from '../parts/ensuring.js';
import { EntryForm } from '../parts/entry-form.js';
import { Owes, Who } from '../parts/owes.js';
import { Status } from '../parts/status.js';
import { Expectations, Story } from '../parts/story.js';
import { StoryMap } from '../parts/story-map.js';
import { Strip } from '../parts/strip.js';
import { TreatyChooser } from '../parts/treaty-chooser.js';
import { exerciseAddress, exercised, moveTo, neighbour, now as nowSignal, run, scenario, suppose, supposed, type Direction } from '../state/exercise.js';
import { valueOf } from '../state/load.js';
import { address, addressTo, parsed, reload, source, text, treatyId } from '../state/store.js';
import { agreementView } from '../view/agreement.js';
import { hoursSince, span, stamp } from '../view/dates.js';
import { togetherWords } from '../view/entries.js';
import { ensurable } from '../view/ensuring.js';
import { changedAt, mostRecent, nextUnlessActed, owings, stepAt, toldTogether, verdictsAt, windowsAt, type Row } from '../view/exercise.js';
import { plural } from '../view/names.js';
import { debtorWords } from '../view/standing.js';
import type { Clause } from '../../../treaty/index.js';

const OWN = 'A story of your own';

function ScenarioChooser({ titles }: { readonly titles: readonly string[] }) {
  return (
    <select class="chooser" aria-label="Scenario" value={String(scenario.value)} onChange={(event) => { location.hash = addressTo({ place: 'exercise', treaty: treatyId.value, scenario: Number(event.currentTarget.value) }); }}>
      {scenario.value === 0 ? <option value="0" selected>{OWN}</option> : null}
      {titles.map((title, index) => <option value={String(index + 1)} selected={index + 1 === scenario.value} key={index}>{title}</option>)}
    </select>
  );
}

/** The arrow keys move in time, unless something that takes keys has them. */
function useArrows(move: (direction: Direction, entriesOnly: boolean) => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.altKey || event.ctrlKey || event.metaKey || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return;
      if (event.target instanceof HTMLElement && event.target.closest('input, select, textarea, dialog, .strip, pre')) return;
      event.preventDefault();
      move(event.key === 'ArrowRight' ? 'on' : 'back', event.shiftKey);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [move]);
}

function Steps({ story, now }: { readonly story: Exercised; readonly now: Instant }) {
  const told = story.entries.filter(({ occurred }) => occurred.from <= now).length;
  const button = (words: string, direction: Direction, entriesOnly: boolean) => {
    const to = neighbour(story, now, direction, entriesOnly);
    return <button type="button" class="plain" disabled={to === undefined} onClick={() => { if (to !== undefined) moveTo(to); }}>{words}</button>;
  };
  return (
    <div class="steps" role="group" aria-label="Move in time">
      <p class="at" role="status"><strong>{stamp(now)}</strong> <span class="soft">{hoursSince(story.startsAt, now)} after the start · {story.entries.length === 0 ? 'nobody acts' : `${told} of ${plural(story.entries.length, 'entry', 'entries')} so far`}</span></p>
      <p class="row-of">
        {button('previous entry', 'back', true)}{button('back', 'back', false)}{button('step', 'on', false)}{button('next entry', 'on', true)}
        <span class="small soft keys">← → step; with Shift from entry to entry</span>
      </p>
    </div>
  );
}

function Changed({ rows, clauses }: { readonly rows: readonly Row[]; readonly clauses: readonly Clause[] }) {
  return (
    <ul class="changed">
      {rows.map((row) => {
        const [first] = row.verdicts;
        return first ? (
          <li key={`${first.id} ${first.readings?.join() ?? ''}`}>
            <Status state={first.state} /> {first.kind === 'definition' ? null : `${first.clause}: `}<Who of={row.verdicts} clauses={clauses} />
            {row.from === undefined ? null : <span class="soft">, was {row.from}</span>}
            {first.readings?.length ? <span class="soft">, under “{first.readings.join('”, “')}”</span> : null}
          </li>
        ) : null;
      })}
    </ul>
  );
}

const FEW = 6;

function JustNow({ story, now, clauses }: { readonly story: Exercised; readonly now: Instant; readonly clauses: readonly Clause[] }) {
  const step = story.steps[stepAt(story, now)];
  if (!step) return null;
  const entries = step.at === now ? step.entries : [];
  const rows = changedAt(step, now);
  return (
    <section aria-labelledby="just-now">
      <h2 class="head" id="just-now">What has just changed</h2>
      {entries.length === 0 ? null : <ul class="acted">{toldTogether(entries).map((some) => <li key={some[0]?.id}>{togetherWords(some)}</li>)}</ul>}
      {rows.length === 0 ? <p class="soft empty-line">{entries.length === 0 ? 'Nothing happens at this instant.' : 'Nothing follows from it.'}</p> : <Changed rows={rows.slice(0, FEW)} clauses={clauses} />}
      {rows.length <= FEW ? null : <details><summary>and {plural(rows.length - FEW, 'more change')}</summary><Changed rows={rows.slice(FEW)} clauses={clauses} /></details>}
    </section>
  );
}

function Unless({ story, now }: { readonly story: Exercised; readonly now: Instant }) {
  const step = story.steps[stepAt(story, now)];
  const next = step ? nextUnlessActed(step, now) : undefined;
  if (!next) return <p class="small soft unless">If nobody acts any more, nothing further changes within {plural(400, 'day')}.</p>;
  const words = next.rows.map(({ verdicts: [first], verdicts }) => (first ? `${first.clause}${verdicts.length > 1 ? ` of ${verdicts.length}` : debtorWords(first.debtor) === '' ? '' : ` of ${debtorWords(first.debtor)}`} is ${first.state}` : '')).slice(0, 3).join('; ');
  return <p class="small soft unless">If nobody acts, the next change comes in {span(next.at - now)}, on {stamp(next.at)}{words === '' ? '' : `: ${words}`}. <button type="button" class="plain" onClick={() => moveTo(next.at)}>go there</button></p>;
}

function Stage({ story }: { readonly story: Exercised }) {
  const now = nowSignal.value ?? story.startsAt;
  const tree = valueOf(parsed.value);
  const clauses = tree?.treaty.clauses ?? [];
  const view = useComputed(() => {
    const words = text.value;
    const held = valueOf(parsed.value);
    return words === undefined || !held ? undefined : agreementView({ text: words, ...held, verdicts: [] });
  }).value;
  const step = story.steps[stepAt(story, now)];
  useArrows((direction, entriesOnly) => {
    const to = neighbour(story, nowSignal.peek() ?? story.startsAt, direction, entriesOnly);
    if (to !== undefined) moveTo(to);
  });
  const { asked } = address.value;
  useEffect(() => {
    if (asked === undefined) return;
    const panel = document.getElementById('why');
    const box = panel?.getBoundingClientRect();
    if (box && (box.top < 0 || box.top > innerHeight - 120)) panel?.scrollIntoView({ block: 'start' });
  }, [asked]);
  if (!step) return null;
  const verdicts = verdictsAt(step, now);
  const fallback = mostRecent(verdicts, step)?.id;
  const chosen = verdicts.some(({ id }) => id === asked) ? asked : fallback;
  const entries = new Map(story.entries.map((entry) => [entry.id, entry]));
  const lines = supposed.value;
  return (
    <>
      <Steps story={story} now={now} />
      <Strip startsAt={story.startsAt} now={now} told={story.endsAt} windows={windowsAt(step, now)} entries={story.entries} />
      {story.setAside.map(({ reason }) => <p class="notice failing" role="alert" key={reason}>What was supposed cannot be judged: {reason}. <button type="button" class="plain" onClick={() => { location.hash = exerciseAddress({ supposed: [] }); }}>take it back</button></p>)}
      <div class="exercise">
        <section aria-labelledby="owes">
          <h2 class="head" id="owes">Who owes what now</h2>
          <Owes of={owings(verdicts, now)} now={now} clauses={clauses} asked={chosen} />
          <Unless story={story} now={now} />
        </section>
        <div class="right">
          <JustNow story={story} now={now} clauses={clauses} />
          <Asked of={verdicts.filter(({ id }) => id === chosen)} now={now} entries={entries} view={view} />
        </div>
      </div>
      <div class="exercise below">
        <section aria-labelledby="story"><h2 class="head" id="story">The story</h2><Story of={story} now={now} />
          {tree ? (
            <details class="supposing">
              <summary>Suppose something else happens at this point</summary>
              <EntryForm key={now} treaty={tree.treaty} at={now} button="Suppose it" add={(line) => { suppose(line); return Promise.resolve(); }} />
            </details>
          ) : null}
          {lines.length === 0 ? null : <p class="small"><button type="button" class="plain" onClick={() => { location.hash = exerciseAddress({ supposed: [] }); }}>back to the story as told</button></p>}
        </section>
        <div class="right">
          <section aria-labelledby="expected"><h2 class="head" id="expected">What the story expects</h2><Expectations of={story} changed={lines.length > 0} /></section>
          {tree ? <StoryMap treaty={tree.treaty} entries={story.entries} verdicts={verdicts} now={now} /> : null}
        </div>
      </div>
    </>
  );
}

export function Exercise() {
  const treaty = valueOf(parsed.value)?.treaty;
  const scenarios = treaty?.scenarios;
  if (source.value.state === 'failed') return <Failing whole fault={source.value.fault} retry={reload} />;
  if (parsed.value.state === 'failed') return <Failing whole fault={parsed.value.fault} retry={reload} />;
  if (!treaty || !scenarios) return <Loading what="Reading the text" />;
  const story = valueOf(exercised.value);
  const title = scenario.value === 0 ? OWN : scenarios[scenario.value - 1]?.title;
  return (
    <>
      <div class="masthead">
        <h1 class="told">{title ?? 'Exercise'}</h1>
        <p class="under row-of">
          {scenarios.length === 0 ? null : <><span>{scenario.value === 0 ? 'Supposed' : `Scenario ${scenario.value} of ${scenarios.length}`}</span><ScenarioChooser titles={scenarios.map((one) => one.title)} /></>}
          <TreatyChooser />
        </p>
      </div>
      {scenarios.length === 0 && scenario.value !== 0
        ? <Empty title="This text tells no scenario"><p>A scenario is a story in hours from a start, with what the text should make of it. Without one there is nothing to step through.</p><p><a href={addressTo({ place: 'agreement', treaty: treatyId.value, editing: true })}>Write one at the end of the text</a>, or choose another treaty above.</p></Empty>
        : title === undefined ? <Empty title="No such scenario"><p>The text tells {plural(scenarios.length, 'scenario')}; the address asks for number {scenario.value}. Choose one above.</p></Empty>
        : exercised.value.state === 'failed' ? <Failing fault={`the story could not be judged: ${exercised.value.fault}`} retry={() => run()} />
        : story ? <Stage story={story} /> : <Loading what="Judging the story" />}
      <Claims />
      <Ensure askable={ensurable(treaty)} />
    </>
  );
}
