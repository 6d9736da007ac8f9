/** Entries of the record one by one, each with what it led to. The one chosen opens: its facts, its source, the reasons. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Entry, Verdict } from '../../../treaty/index.js';
import { verdictAddress } from '../state/store.js';
import { daysWords, deedWords, detailsOf, factWords, unattributed } from '../view/facts.js';
import { plural } from '../view/names.js';
import { UNJUDGED, type Judgements } from '../view/record.js';
import { byWeight, debtorWords } from '../view/standing.js';
import { Shape } from './shape.js';
import { Status } from './status.js';
import { Words } from './words.js';

const PAGE = 25;

interface EntryListProps {
  readonly entries: readonly Entry[];
  readonly judgements: Judgements;
  readonly chosen: readonly string[];
  readonly choose: (entry: Entry | undefined) => void;
  /** Given for entries added here. */
  readonly retract: (entry: Entry) => (() => void) | undefined;
}

export function EntryList({ entries, judgements, chosen, choose, retract }: EntryListProps) {
  const many = useSignal(PAGE);
  useEffect(() => { many.value = PAGE; }, [entries]);
  const listed = entries.slice(0, many.value);
  const open = chosen.length === 1 ? chosen[0] : undefined;
  return (
    <>
      <table class="listing">
        <thead><tr><th scope="col">When</th><th scope="col">What is on record</th><th scope="col">What follows from it</th></tr></thead>
        <tbody>{listed.map((entry) => <Row entry={entry} verdicts={judgements.get(entry.id) ?? []} open={entry.id === open} choose={choose} retract={retract(entry)} key={entry.id} />)}</tbody>
      </table>
      <p class="more row-of soft small">
        <span>{listed.length < entries.length ? `${listed.length.toLocaleString('en-GB')} of ${plural(entries.length, 'entry', 'entries')} listed, the latest first.` : entries.length > 1 ? `${entries.length === 2 ? 'Both' : `All ${entries.length.toLocaleString('en-GB')}`} entries listed, the latest first.` : ''}</span>
        {listed.length < entries.length ? <button type="button" class="plain" onClick={() => { many.value += PAGE * 4; }}>list {Math.min(PAGE * 4, entries.length - listed.length)} more</button> : null}
      </p>
    </>
  );
}

interface RowProps { readonly entry: Entry; readonly verdicts: readonly Verdict[]; readonly open: boolean; readonly choose: EntryListProps['choose']; readonly retract: (() => void) | undefined }

function Row({ entry, verdicts, open, choose, retract }: RowProps) {
  const place = entry.place?.name ?? (entry.place?.latitude === undefined ? '' : `${entry.place.latitude.toFixed(2)}, ${entry.place.longitude?.toFixed(2) ?? ''}`);
  const shown = [...verdicts].sort(byWeight);
  return (
    <>
      <tr class={open ? 'chosen' : undefined} data-entry={entry.id}>
        <td class="when">{daysWords(entry.occurred)}</td>
        <td>
          <button type="button" class="plain entry-name" aria-expanded={open} onClick={() => choose(open ? undefined : entry)}>{deedWords(entry)}{place === '' ? '' : `, ${place}`}</button>
          {open ? null : <p class="small soft">{[...factWords(entry), entry.place?.withinKm && entry.place.withinKm >= 25 ? `place known within ${entry.place.withinKm} km` : ''].filter((words) => words !== '').join(', ')}</p>}
        </td>
        <td class="judged">
          {shown.length === 0 ? <span class="verdict tone-waiting"><Shape of="ring" /><span>{UNJUDGED}</span></span>
            : <ul>{shown.map((verdict) => <li key={verdict.id}><VerdictOfEntry verdict={verdict} entry={entry} open={open} /></li>)}</ul>}
        </td>
      </tr>
      {open ? <tr class="chosen opened"><td colSpan={3}><Details entry={entry} retract={retract} /></td></tr> : null}
    </>
  );
}

function VerdictOfEntry({ verdict, entry, open }: { readonly verdict: Verdict; readonly entry: Entry; readonly open: boolean }) {
  const whose = debtorWords(verdict.debtor);
  // Where the record leaves open who acted, the debtor only says so again.
  const named = whose !== '' && !unattributed(entry.actor);
  const [first] = verdict.reasons;
  return (
    <>
      <span><Status state={verdict.state} /> {verdict.clause}{named ? ` of ${whose}` : ''}{open && verdict.article !== '' ? <span class="soft">, article {verdict.article}</span> : ''}{' '}
        <a class="why-link" href={verdictAddress(verdict.id)} aria-label={`why ${verdict.clause}${whose === '' ? '' : ` of ${whose}`} is ${verdict.state}`}>why</a></span>
      {open && first ? <p class="reason"><Words of={`${first.text}${first.settledBy === undefined ? '' : `; may be settled by ${first.settledBy}`}`} /></p> : null}
    </>
  );
}

function Details({ entry, retract }: { readonly entry: Entry; readonly retract: (() => void) | undefined }) {
  return (
    <>
      <dl class="details">{detailsOf(entry).map(([name, words]) => <div key={name}><dt>{name}</dt><dd>{words}</dd></div>)}</dl>
      {retract ? <p class="small"><button type="button" class="plain" onClick={retract}>take this entry back</button> <span class="soft">It stays in the file, and a retraction is written after it.</span></p> : null}
    </>
  );
}
