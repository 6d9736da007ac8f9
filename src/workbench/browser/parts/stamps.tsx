/** Changing the dates: as it stood, as known, and whether the treaty is supposed to be in force. Written year first, as everywhere. */
import { useSignal } from '@preact/signals';
import type { Instant } from '../../../treaty/index.js';
import { address, dates, setDates } from '../state/store.js';
import { momentField, readMoment } from '../view/when.js';

const FIELDS = ['asOf', 'knownOn', 'supposedFrom'] as const;
type Field = (typeof FIELDS)[number];

const LABELS: Readonly<Record<Field, string>> = { asOf: 'As it stood on', knownOn: 'As known on', supposedFrom: 'Suppose the treaty in force for all parties from (empty: as the record says)' };

const fieldOf = (at: Instant | undefined): string => (at === undefined ? '' : momentField(at));

export function Stamps({ close }: { readonly close: () => void }) {
  const wrong = useSignal<readonly Field[]>([]);
  const held = dates.value;
  const apply = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const typed = FIELDS.map((name) => [name, String(form.get(name) ?? '').trim()] as const);
    // A field left as it was keeps its date to the millisecond, or stays `now`.
    const read = typed.map(([name, words]) => [name, words === fieldOf(held[name]) ? address.value[name] : words === '' ? undefined : readMoment(words)] as const);
    wrong.value = typed.flatMap(([name, words], index) => (words !== '' && words !== fieldOf(held[name]) && read[index]?.[1] === undefined ? [name] : []));
    if (wrong.value.length > 0) return;
    setDates(Object.fromEntries(read) as Readonly<Record<Field, Instant | undefined>>);
    close();
  };
  return (
    <form class="stamp-form" onSubmit={apply} key={FIELDS.map((name) => held[name] ?? '').join()} noValidate>
      <div><h2 id="stamps-title">On which dates?</h2>
        <p class="small soft">Every verdict depends on both: what had happened, and what was known of it. Times are UTC, year first; an empty field means now.</p></div>
      {FIELDS.map((name) => {
        return (
          <label key={name}>{LABELS[name]}
            <input name={name} defaultValue={fieldOf(held[name])} placeholder={name === 'supposedFrom' ? '2026-01-01' : 'now'} autocomplete="off" spellcheck={false} aria-invalid={wrong.value.includes(name)} />
            {wrong.value.includes(name) ? <span role="alert" class="tone-broken">no time of the calendar; write 2025-08-17 14:00, or a day alone</span> : null}</label>
        );
      })}
      <div class="row-of">
        <button class="firm" type="submit">Judge on these dates</button>
        <button type="button" onClick={() => { setDates({ asOf: undefined, knownOn: undefined, supposedFrom: undefined }); close(); }}>Now, as recorded</button>
        <button type="button" onClick={() => { wrong.value = []; close(); }}>Cancel</button>
      </div>
    </form>
  );
}
