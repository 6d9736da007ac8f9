/** The record: map and timeline in step, the verdicts by clause, every entry with what follows from it, and what is left out. */
import { useComputed } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { levelName } from '../../../geo/index.js';
import type { Entry, Treaty } from '../../../treaty/index.js';
import type { RecordLine } from '../../shared/wire.js';
import { OWN_FILE, OWN_RECORD, type Judged } from '../judging/protocol.js';
import { ClauseTally } from '../parts/clause-tally.js';
import { Empty, Failing, Loading } from '../parts/empty.js';
import { EntryForm } from '../parts/entry-form.js';
import { EntryList } from '../parts/entry-list.js';
import { IncidentMap } from '../parts/map.js';
import { RecordChooser } from '../parts/record-chooser.js';
import { RecordDates } from '../parts/record-dates.js';
import { Chosen, PeriodFields, RecordFilters } from '../parts/record-filters.js';
import { LeftOut } from '../parts/set-aside.js';
import { Timeline } from '../parts/timeline.js';
import { TreatyChooser } from '../parts/treaty-chooser.js';
import { loadMap, mapLayers } from '../state/map.js';
import { adding, choosePeriod, filter, narrow, NOTHING, point, selection, startAfresh, written } from '../state/record.js';
import { addEntry, address, addressTo, dates, dossier, judged, parsed, reload, setDates, treatyId } from '../state/store.js';
import { valueOf } from '../state/load.js';
import { incidents, markWords, type Mark } from '../view/incidents.js';
import { iso, stamp } from '../view/dates.js';
import { plural } from '../view/names.js';
import { bins, filtered, happened, spanOf, tally, verdictsByEntry, within } from '../view/record.js';

const NO_ENTRIES: readonly Entry[] = [];

/** Everything the place derives from the judgement, the filter and the selection. */
function useShown(now: Judged | undefined) {
  const { asOf } = dates.value;
  const chosen = filter.value;
  const entries = useMemo(() => happened(now?.entries ?? NO_ENTRIES, asOf), [now, asOf]);
  const every = useMemo(() => verdictsByEntry(now?.verdicts ?? []), [now]);
  const judgements = useMemo(() => (chosen.clause === '' ? every : verdictsByEntry(now?.verdicts ?? [], chosen.clause)), [now, every, chosen.clause]);
  const matching = useMemo(() => filtered(entries, chosen, judgements), [entries, judgements, chosen.clause, chosen.state, chosen.party, chosen.text]);
  const shown = useMemo(() => within(matching, chosen.from, chosen.to), [matching, chosen.from, chosen.to]);
  const layers = valueOf(mapLayers.value);
  const spots = useMemo(() => incidents(shown, judgements, (name) => layers?.places[levelName(name)]), [shown, judgements, layers]);
  const picked = selection.value.ids;
  const listed = useMemo(() => {
    const ids = new Set(picked);
    const some = picked.length > 1 ? shown.filter(({ id }) => ids.has(id)) : shown;
    return [...some].sort((a, b) => b.occurred.from - a.occurred.from || (a.id < b.id ? -1 : 1));
  }, [shown, picked]);
  return { entries, every, judgements, matching, shown, spots, listed };
}

export function RecordPlace() {
  loadMap();
  const { record, clause, state, entry } = address.value;
  useEffect(() => startAfresh(clause, state, entry), [treatyId.value, record, clause, state, entry]);
  const now = useComputed(() => valueOf(judged.value)).value;
  const treaty = valueOf(parsed.value)?.treaty;
  if (judged.value.state === 'failed') return <><Head /><Failing fault={`the record could not be judged: ${judged.value.fault}`} retry={reload} /></>;
  if (!now || !treaty) return <><Head /><Loading what="Reading and judging the record" /></>;
  return (
    <>
      <Head now={now} treaty={treaty} />
      {now.spans ? <Whole now={now} treaty={treaty} /> : <Nothing now={now} treaty={treaty} />}
    </>
  );
}

function Head({ now, treaty }: { readonly now?: Judged; readonly treaty?: Treaty }) {
  return (
    <div class="masthead">
      <h1>The record{treaty ? <>, held against {treaty.title === '' ? 'a text without a title' : treaty.title}</> : ''}</h1>
      <p class="under row-of">
        <label class="inline">Judged by <TreatyChooser /></label>
        <label class="inline">on <RecordChooser /></label>
        {now ? <span>{plural(now.rowsRead, 'row')} read · {plural(now.entries.length, 'entry', 'entries')} judged · {now.setAside.length.toLocaleString('en-GB')} set aside</span> : null}
        {now && judged.value.state === 'loading' ? <span role="status" class="judging">judging anew …</span> : null}
      </p>
    </div>
  );
}

/** Nothing on record that the text speaks of. */
function Nothing({ now, treaty }: { readonly now: Judged; readonly treaty: Treaty }) {
  const listing = valueOf(dossier.value);
  const offered = treatyId.value !== 'minsk-2' && (listing?.records.length ?? 0) > 0 && listing?.treaties.some(({ id }) => id === 'minsk-2');
  const others = now.notConcerned.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <div class="record-top">
        <IncidentMap incidents={[]} at={dates.value.asOf} zones={treaty.zones.map(({ name }) => name)} lines={treaty.lines} {...placing()} />
        <div class="record-side">
          <Empty title="Nothing on record concerns this text yet">
            <p>{others > 0 ? `The record holds ${plural(others, 'entry', 'entries')}, of acts this text does not name. ` : ''}An entry says who did what, to whom, where and when, and how it is known; it is judged as soon as it is written down.</p>
            {offered ? <p>Minsk II is judged on the deadly events the dossier holds: <a href={addressTo({ place: 'record', treaty: 'minsk-2' })}>see that record</a>.</p> : null}
          </Empty>
          <Adding treaty={treaty} />
          <LeftOut judged={now} placeless={0} later={0} />
        </div>
      </div>
    </>
  );
}

/** While the form is open, the map gives it a point. */
const placing = () => (adding.value ? { onPoint: (longitude: number, latitude: number) => { point.value = [longitude, latitude] as const; }, point: point.value } : {});

function Adding({ treaty }: { readonly treaty: Treaty }) {
  const section = useRef<HTMLElement>(null);
  const write = async (line: RecordLine): Promise<void> => {
    const id = await addEntry(line);
    // What was added here is not seen in a data set alone.
    const { record } = address.value;
    if (record !== undefined && record !== OWN_RECORD) setDates({ record: undefined });
    written.value = id;
  };
  if (!adding.value) return <p class="add"><button type="button" onClick={() => { adding.value = true; }}>Add an entry</button> <span class="soft small">by hand; it is kept on this machine, and judged at once</span></p>;
  return (
    <section class="adding" ref={section} aria-labelledby="adding-title">
      <h2 class="head" id="adding-title">Add an entry</h2>
      <p class="small soft">A click on the map gives the place. Entries are only ever added: what proves wrong is taken back by a later entry.</p>
      {written.value === undefined ? null : <p class="notice" role="status">The entry is on record as {written.value}. <a href={addressTo({ place: 'record', treaty: treatyId.value, entry: written.value })}>See what follows from it</a></p>}
      <EntryForm full treaty={treaty} at={Math.min(dates.value.asOf, dates.value.knownOn)} button="Write down and judge" add={write} point={point.value} about={selection.value.ids.length === 1 ? selection.value.ids[0] : undefined} />
      <p><button type="button" class="plain" onClick={() => { adding.value = false; point.value = undefined; }}>close the form</button></p>
    </section>
  );
}

function Whole({ now, treaty }: { readonly now: Judged; readonly treaty: Treaty }) {
  const { asOf, knownOn } = dates.value;
  const { entries, every, judgements, matching, shown, spots, listed } = useShown(now);
  const chosen = filter.value;
  const sought = address.value.entry;
  // After the page has gone to its top, as it does at every new address.
  useEffect(() => { if (sought !== undefined) setTimeout(() => document.getElementById('entries-title')?.focus()); }, [sought]);
  const picked = selection.value;
  const counts = useMemo(() => tally(shown, now.verdicts, now.entries), [shown, now]);
  const all = useMemo(() => tally(entries, now.verdicts, now.entries), [entries, now]);
  const span = now.spans?.occurred;
  const bars = useMemo(() => bins(matching, judgements, span ? [span[0], Math.min(span[1], Math.max(asOf, span[0]))] : undefined), [matching, judgements, span?.[0], span?.[1], asOf]);
  const last = spanOf(shown)?.[1] ?? asOf;
  const onMap = spots.reduce((sum, { count }) => sum + count, 0);
  const mark = (one: Mark | undefined): void => { selection.value = one?.ids?.length ? { ids: one.ids, words: markWords(one) } : NOTHING; };
  const entry = (one: Entry | undefined): void => { selection.value = one ? { ids: [one.id], words: '' } : NOTHING; };
  const retract = (one: Entry): (() => void) | undefined => (one.origin?.file === OWN_FILE
    ? () => { void addEntry({ act: 'retraction', actor: null, arguments: { retracts: one.id }, occurredAt: iso(Math.max(one.occurred.to, Math.floor(Date.now() / 60_000) * 60_000)) }).then(() => { selection.value = NOTHING; }); } : undefined);
  return (
    <>
      <div class="record-top">
        <IncidentMap incidents={spots} at={Math.min(chosen.to ?? last, asOf)} zones={treaty.zones.map(({ name }) => name)} lines={treaty.lines}
          chosen={picked.ids} choose={mark} caption={captionOf(now)} {...placing()} />
        <div class="record-side">
          <section aria-labelledby="when-title">
            <h2 class="head" id="when-title">When it happened</h2>
            <Timeline bins={bars} from={chosen.from} to={chosen.to} now={asOf} choose={choosePeriod} />
            <PeriodFields filter={chosen} choose={choosePeriod} />
            {now.spans ? <RecordDates asOf={asOf} knownOn={knownOn} spans={now.spans} today={Date.now()} notYetKnown={now.notYetKnown} set={setDates} /> : null}
          </section>
          <ClauseTally of={counts} filter={chosen} narrow={narrow} agreement={addressTo({ place: 'agreement', treaty: treatyId.value })} />
          <Adding treaty={treaty} />
          <section class="entries" aria-labelledby="entries-title">
            <h2 id="entries-title" tabIndex={-1}>Entries</h2>
            <RecordFilters filter={chosen} narrow={narrow} entries={entries} clauses={all.clauses.map(({ clause }) => clause)} states={all.states} />
            <Chosen filter={chosen} shown={shown.length} of={entries.length} narrow={narrow} />
            {picked.ids.length > 1 ? <p class="notice">Chosen on the map: {picked.words}. <button type="button" class="plain" onClick={() => { selection.value = NOTHING; }}>show all again</button></p> : null}
            {listed.length === 0 ? <Empty title="No entry is left"><p>Nothing on record meets these filters in this period.</p></Empty>
              : <EntryList entries={listed} judgements={chosen.clause === '' ? every : judgements} chosen={picked.ids} choose={entry} retract={retract} />}
          </section>
          <LeftOut judged={now} placeless={shown.length - onMap} later={now.entries.filter(({ occurred }) => occurred.from > asOf).length} />
        </div>
      </div>
    </>
  );
}

/** Which record, and on which dates it is judged: what a print of the map has to say. */
function captionOf(now: Judged): string {
  const wanted = address.value.record;
  const files = [...new Set(now.entries.map(({ origin }) => origin?.file ?? ''))].filter((file) => file !== '');
  const titles = valueOf(dossier.value)?.records.filter(({ file }) => files.includes(file)).map(({ title }) => title) ?? [];
  const names = wanted === OWN_RECORD || titles.length === 0 ? 'entries added here' : titles.join(', ');
  return `Incidents: ${names}, as known on ${stamp(dates.value.knownOn)}; a diamond's area grows with the count.`;
}
