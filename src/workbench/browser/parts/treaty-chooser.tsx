/** Which treaty: those of the dossier, then the library. */
import { valueOf } from '../state/load.js';
import { address, dossier, go, treatyId } from '../state/store.js';

export function TreatyChooser() {
  const listing = valueOf(dossier.value);
  if (!listing) return null;
  const choose = (event: Event): void => {
    const { place } = address.value;
    go({ place, treaty: (event.currentTarget as HTMLSelectElement).value });
  };
  const groups = [['This dossier', 'dossier'], ['Library of precedents', 'library']] as const;
  return (
    <select class="chooser" aria-label="Treaty" value={treatyId.value} onChange={choose}>
      {treatyId.value === '' ? <option value="" selected disabled>choose a treaty</option> : null}
      {groups.map(([words, from]) => {
        const some = listing.treaties.filter((one) => one.from === from);
        return some.length === 0 ? null : (
          <optgroup label={words} key={from}>{some.map(({ id, title, draft }) => <option value={id} key={id} selected={id === treatyId.value}>{title}{draft ? ' (your draft)' : ''}</option>)}</optgroup>
        );
      })}
    </select>
  );
}
