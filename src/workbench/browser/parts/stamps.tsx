/** Changing the dates: as it stood, as known, and whether the treaty is supposed to be in force. */
import { dates, setDates } from '../state/store.js';
import { fromInput, toInput } from '../view/dates.js';

export function Stamps({ close }: { readonly close: () => void }) {
  const { asOf, knownOn, supposedFrom } = dates.value;
  const apply = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const read = (name: string): number | undefined => fromInput(String(form.get(name) ?? ''));
    setDates({ asOf: read('asOf'), knownOn: read('knownOn'), supposedFrom: read('supposedFrom') });
    close();
  };
  return (
    <form class="stamp-form" onSubmit={apply} key={`${asOf} ${knownOn} ${supposedFrom ?? ''}`}>
      <div><h2 id="stamps-title">On which dates?</h2>
        <p class="small soft">Every verdict depends on both: what had happened, and what was known of it. Times are UTC; an empty field means now.</p></div>
      <label>As it stood on<input type="datetime-local" name="asOf" value={toInput(asOf)} /></label>
      <label>As known on<input type="datetime-local" name="knownOn" value={toInput(knownOn)} /></label>
      <label>Suppose the treaty in force for all parties from (empty: as the record says)
        <input type="datetime-local" name="supposedFrom" value={supposedFrom === undefined ? '' : toInput(supposedFrom)} /></label>
      <div class="row-of">
        <button class="firm" type="submit">Judge on these dates</button>
        <button type="button" onClick={() => { setDates({ asOf: undefined, knownOn: undefined, supposedFrom: undefined }); close(); }}>Now, as recorded</button>
        <button type="button" onClick={close}>Cancel</button>
      </div>
    </form>
  );
}
