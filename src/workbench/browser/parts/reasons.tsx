/** The reasons of a verdict, in order: article, rule, the entries that decided, and who may settle what is open. */
import type { Entry, Reason } from '../../../treaty/index.js';
import { moment, range } from '../view/dates.js';
import { entryWords } from '../view/entries.js';
import { Words } from './words.js';

function EntryLine({ entry }: { readonly entry: Entry }) {
  return (
    <p class="small soft">
      {entryWords(entry)}, {range(entry.occurred.from, entry.occurred.to)}{entry.knownAt === entry.occurred.to ? '' : `; known ${moment(entry.knownAt)}`}
      {entry.source === undefined ? null : <> · {entry.source}</>}
      {entry.assurance?.source === undefined ? null : <> · assurance {entry.assurance.source}{entry.assurance.information ?? ''}</>}
      {entry.assurance?.likelihood === undefined ? null : <> · {entry.assurance.likelihood}</>} ({entry.id})
    </p>
  );
}

interface ReasonsProps { readonly reasons: readonly Reason[]; readonly entries: ReadonlyMap<string, Entry> }

export function Reasons({ reasons, entries }: ReasonsProps) {
  if (reasons.length === 0) return <p class="soft">The engine gave no further reason.</p>;
  return (
    <ol class="reasons">
      {reasons.map((reason, index) => (
        <li key={index}>
          <div>
            <p>{reason.article === '' ? null : <><strong>article {reason.article}</strong>, </>}<Words of={reason.text} /> <span class="soft small">({reason.rule})</span></p>
            {reason.entries.map((id) => { const entry = entries.get(id); return entry ? <EntryLine entry={entry} key={id} /> : null; })}
            {reason.settledBy === undefined ? null : <p class="small"><strong>May be settled by:</strong> <Words of={reason.settledBy} /></p>}
          </div>
        </li>
      ))}
    </ol>
  );
}
