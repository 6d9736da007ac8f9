/** The record a treaty is judged on: the dossier's data sets and the entries added here, read, admitted and assembled by the record room. */
import { admit, assemble, readCsv, readJsonLines } from '../../../record/index.js';
import type { Entry, Instant, Treaty } from '../../../treaty/index.js';
import { fetched } from './fetching.js';
import type { Judged, SetAside } from './protocol.js';
import { dossier } from './texts.js';

interface Read { readonly entries: readonly Entry[]; readonly setAside: readonly SetAside[]; readonly rowsRead: number }

export const OWN_FILE = 'added here';

let sharedAsked: Promise<readonly Read[]> | undefined;
const shared = (): Promise<readonly Read[]> => (sharedAsked ??= dossier().then(({ records }) => Promise.all(records.map(async ({ id, form, file }): Promise<Read> => {
  const response = await fetched(`api/records/${encodeURIComponent(id)}`);
  const text = await response.text();
  const read = form === 'csv' ? readCsv(text, file) : readJsonLines(text, file);
  const damaged = response.headers.get('x-casus-damaged');
  const damage = damaged === null ? [] : [{ file, row: read.rowsRead + 1, reason: `the file is damaged from here on: ${decodeURIComponent(damaged)}` }];
  return { entries: read.entries, rowsRead: read.rowsRead, setAside: [...read.setAside, ...damage] };
}))));

export async function recordFor(treaty: Treaty, own: string, knownOn: Instant): Promise<Omit<Judged, 'verdicts'>> {
  const reads: readonly Read[] = [...await shared(), readJsonLines(own, OWN_FILE)];
  const admitted = reads.map((read) => ({ read, ...admit(treaty, read.entries) }));
  // A data set none of whose acts the treaty speaks of says nothing about it: its rows are not listed as set aside.
  const concerned = admitted.filter(({ entries, setAside }) => entries.length + setAside.length > 0);
  return {
    entries: assemble(concerned.flatMap(({ entries }) => entries), knownOn),
    setAside: concerned.flatMap(({ read, setAside }) => [...read.setAside, ...setAside]),
    notConcerned: admitted.flatMap(({ notConcerned }) => notConcerned),
    rowsRead: concerned.reduce((sum, { read }) => sum + read.rowsRead, 0),
  };
}
