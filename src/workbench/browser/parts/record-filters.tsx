/** Which entries are shown: by clause, state, party, words and period. What is chosen is said in a sentence, with one way back to all. */
import type { Entry, Instant } from '../../../treaty/index.js';
import { plural, readable } from '../view/names.js';
import { NO_FILTER, partiesOf, UNJUDGED, type Filter } from '../view/record.js';
import { DayField } from './day-field.js';

const DAY = 86_400_000;

interface PeriodProps { readonly filter: Filter; readonly choose: (from: Instant | undefined, to: Instant | undefined) => void }

export function PeriodFields({ filter, choose }: PeriodProps) {
  return (
    <div class="period">
      <DayField label="From" name="from" at={filter.from} choose={(at) => choose(at, filter.to)} empty="the beginning" />
      <DayField label="to the end of" name="to" at={filter.to} choose={(at) => choose(filter.from, at === undefined ? undefined : at + DAY - 1)} empty="the end" />
      {filter.from === undefined && filter.to === undefined ? <span class="small soft">Drag over the bars, or write days such as 2015-02-15, to choose a period.</span>
        : <button type="button" class="plain" onClick={() => choose(undefined, undefined)}>the whole time</button>}
    </div>
  );
}

interface RecordFiltersProps {
  readonly filter: Filter;
  readonly narrow: (next: Partial<Filter>) => void;
  readonly entries: readonly Entry[];
  readonly clauses: readonly string[];
  readonly states: readonly string[];
}

export function RecordFilters({ filter, narrow, entries, clauses, states }: RecordFiltersProps) {
  const choice = (label: string, name: 'clause' | 'state' | 'party', options: readonly string[], none: string) => (
    <label>{label}<select name={name} value={filter[name]} onChange={(event) => narrow({ [name]: event.currentTarget.value })}>
      <option value="">{none}</option>{options.map((option) => <option value={option} key={option}>{name === 'party' ? readable(option) : option}</option>)}
    </select></label>
  );
  return (
    <form class="filters" aria-label="Filters" onSubmit={(event) => event.preventDefault()}>
      {choice('Clause', 'clause', clauses, 'any clause')}
      {choice('State', 'state', [...states, UNJUDGED], 'any state')}
      {choice('Party', 'party', partiesOf(entries), 'any party')}
      <label>Words<input type="search" name="text" value={filter.text} placeholder="a place, an id" autocomplete="off" onInput={(event) => narrow({ text: event.currentTarget.value })} /></label>
    </form>
  );
}

export function Chosen({ filter, shown, of, narrow }: { readonly filter: Filter; readonly shown: number; readonly of: number; readonly narrow: (next: Partial<Filter>) => void }) {
  const set = filter.clause !== '' || filter.state !== '' || filter.party !== '' || filter.text !== '';
  return (
    <p class="chosen-count" role="status">
      <strong>{shown === of ? plural(of, 'entry', 'entries') : `${shown.toLocaleString('en-GB')} of ${plural(of, 'entry', 'entries')}`}</strong>
      {set ? <> <button type="button" class="plain" onClick={() => { const { clause, state, party, text } = NO_FILTER; narrow({ clause, state, party, text }); }}>drop the filters</button></> : null}
    </p>
  );
}
