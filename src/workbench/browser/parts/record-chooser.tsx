/** Which record the text is judged on: everything, one data set of the dossier, or what was added here. */
import { OWN_RECORD } from '../judging/protocol.js';
import { valueOf } from '../state/load.js';
import { address, dossier, setDates } from '../state/store.js';

export function RecordChooser() {
  const listing = valueOf(dossier.value);
  if (!listing) return null;
  const chosen = address.value.record ?? '';
  return (
    <select class="chooser" name="record" aria-label="Record" value={chosen} onChange={(event) => setDates({ record: event.currentTarget.value === '' ? undefined : event.currentTarget.value })}>
      <option value="" selected={chosen === ''}>everything on record</option>
      {listing.records.map(({ id, title }) => <option value={id} key={id} selected={id === chosen}>{title} alone</option>)}
      <option value={OWN_RECORD} selected={chosen === OWN_RECORD}>entries added here alone</option>
    </select>
  );
}
