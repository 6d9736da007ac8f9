/** The record a treaty is judged on: the dossier's data sets and the entries added here, read, admitted and assembled by the record room. */
import { admit, assemble, readCsv, readJsonLines } from '../../../record/index.js';
import type { Entry, Instant, Treaty } from '../../../treaty/index.js';
import { fetched } from './fetching.js';
import { OWN_FILE, OWN_RECORD, type Judged, type SetAside, type Spans } from './protocol.js';
import { dossier } from './texts.js';

interface Read { readonly id: string; readonly entries: readonly Entry[]; readonly setAside: readonly SetAside[]; readonly rowsRead: number }

const asked = new Map<string, Promise<Read>>();

/** A failed request is asked again the next time. */
function shared(id: string, form: 'csv' | 'jsonl', file: string): Promise<Read> {
  const known = asked.get(id) ?? load(id, form, file);
  asked.set(id, known);
  known.catch(() => asked.delete(id));
  return known;
}

async function load(id: string, form: 'csv' | 'jsonl', file: string): Promise<Read> {
  const response = await fetched(`api/records/${encodeURIComponent(id)}`);
  const text = await response.text();
  const damage = response.headers.get('x-casus-damaged');
  const read = (form === 'csv' ? readCsv : readJsonLines)(text, file, { truncated: damage !== null });
  const damaged = damage === null ? [] : [{ file, row: read.rowsRead + 1, reason: `the file is damaged from here on: ${decodeURIComponent(damage)}` }];
  return { id, entries: read.entries, rowsRead: read.rowsRead, setAside: [...read.setAside, ...damaged] };
}

/** `only`: a data set of the dossier or the entries added here; everything where absent. */
export async function recordFor(treaty: Treaty, own: string, knownOn: Instant, only?: string): Promise<Omit<Judged, 'verdicts'>> {
  const { records } = await dossier();
  const wanted = records.filter(({ id }) => only === undefined || only === id);
  if (only !== undefined && only !== OWN_RECORD && wanted.length === 0) throw new Error(`the dossier has no record \`${only}\`; choose one it holds`);
  const sets = await Promise.all(wanted.map(({ id, form, file }) => shared(id, form, file)));
  // A data set none of whose acts the treaty speaks of says nothing about it: its rows are not listed as set aside.
  const concerned = sets.filter((set) => { const { entries, setAside } = admit(treaty, set.entries); return entries.length + setAside.length > 0; });
  const reads = [...concerned, ...(only === undefined || only === OWN_RECORD ? [{ id: OWN_RECORD, ...readJsonLines(own, OWN_FILE) }] : [])];
  // Held together: an entry added here may correct, take back or speak of one of a data set.
  const { entries, setAside, notConcerned } = admit(treaty, reads.flatMap((read) => read.entries));
  const others = sets.filter((set) => !concerned.includes(set)).flatMap((set) => admit(treaty, set.entries).notConcerned);
  const spans = spansOf(entries);
  return {
    entries: assemble(entries, knownOn), setAside: [...reads.flatMap((read) => read.setAside), ...setAside], notConcerned: [...notConcerned, ...others],
    rowsRead: reads.reduce((sum, read) => sum + read.rowsRead, 0), notYetKnown: entries.filter(({ knownAt }) => knownAt > knownOn).length, ...(spans ? { spans } : {}),
  };
}

function spansOf(entries: readonly Entry[]): Spans | undefined {
  const incidents = entries.filter(({ act }) => act !== 'coverage' && act !== 'correction' && act !== 'retraction');
  if (incidents.length === 0) return undefined;
  const least = (of: (entry: Entry) => Instant, among = incidents): Instant => among.reduce((best, entry) => Math.min(best, of(entry)), Infinity);
  const most = (of: (entry: Entry) => Instant, among = incidents): Instant => among.reduce((best, entry) => Math.max(best, of(entry)), -Infinity);
  return { occurred: [least((one) => one.occurred.from), most((one) => one.occurred.from)], known: [least((one) => one.knownAt), most((one) => one.knownAt, [...entries])] };
}
