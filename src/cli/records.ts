/** Record files as named on the command line, read, held against a treaty and put together as known on a day. */
import { admit, assemble, readCsv, readJsonLines, type Admitted, type Reading, type SetAside } from '../record/index.js';
import { readDate } from '../record/index.js';
import type { Entry, Instant, Treaty } from '../treaty/index.js';
import { BadInput } from './faults.js';
import { readText, shownPath } from './files.js';
import type { Given } from './arguments.js';
import type { Terminal } from './terminal.js';

export interface Held extends Admitted {
  readonly rowsRead: number;
  readonly setAside: readonly SetAside[];
}

/** CSV where the name or the first character says so, else JSON Lines. What is wrong with the file as a whole is one more row set aside. */
export function readRecord(path: string, terminal: Terminal): Reading {
  const { text, damage, cut } = readText(path, terminal.folder);
  const file = shownPath(path, terminal.folder);
  if (damage === undefined && text.trim() === '') return { entries: [], rowsRead: 1, setAside: [{ file, row: 1, reason: 'the file is empty; a record has one entry a line, docs/record.md describes its form' }] };
  if (damage !== undefined && text === '') return { entries: [], rowsRead: 1, setAside: [{ file, row: 1, reason: damage }] };
  const name = path.replace(/\.gz$/, '');
  const csv = name.endsWith('.csv') || (!/\.jsonl?$|\.ndjson$/.test(name) && !/^\ufeff?\s*\{/.test(text.slice(0, 200)));
  const reading = csv ? readCsv(text, file, { truncated: cut === true }) : readJsonLines(text, file, { truncated: cut === true });
  if (damage === undefined) return reading;
  return { ...reading, rowsRead: reading.rowsRead + 1, setAside: [...reading.setAside, { file, row: text.split('\n').length, reason: damage }] };
}

export function heldAgainst(treaty: Treaty, paths: readonly string[], terminal: Terminal): Held {
  const readings = paths.map((path) => readRecord(path, terminal));
  const admitted = admit(treaty, readings.flatMap(({ entries }) => entries));
  const setAside = [...readings.flatMap((one) => one.setAside), ...admitted.setAside].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.row - b.row));
  return { ...admitted, setAside, rowsRead: readings.reduce((sum, { rowsRead }) => sum + rowsRead, 0) };
}

export interface Dates { readonly asOf: Instant; readonly knownOn: Instant; readonly inForceFrom?: Instant }

const DAY = 86_400_000;

/** The instants asked for; else the end of the day of the last entry, and everything known. Without an entry: the end of the day the text enters into force. */
export function datesOf(given: Given, entries: readonly Entry[], { entryIntoForce }: Treaty): Dates {
  const end = (at: Instant): Instant => Math.floor(at / DAY) * DAY + DAY - 1;
  const inForceFrom = instantOf(given, 'in-force-from', 'from');
  const last = entries.reduce((latest, { occurred }) => Math.max(latest, occurred.to), -Infinity);
  const asOf = instantOf(given, 'as-of', 'to') ?? end(Number.isFinite(last) ? last : inForceFrom ?? entryIntoForce?.on ?? 0);
  const lastKnown = entries.reduce((latest, { knownAt }) => Math.max(latest, knownAt), -Infinity);
  const knownOn = instantOf(given, 'known-on', 'to') ?? Math.max(asOf, Number.isFinite(lastKnown) ? end(lastKnown) : asOf);
  return { asOf, knownOn, ...(inForceFrom === undefined ? {} : { inForceFrom }) };
}

export function instantOf(given: Given, name: string, end: 'from' | 'to'): Instant | undefined {
  const word = given.one(name);
  if (word === undefined) return undefined;
  const date = readDate(word);
  if ('problem' in date) throw new BadInput(`\`--${name}\`: ${date.problem}`, `for example \`--${name} 2015-03-01\``);
  return date[end];
}

export const known = (held: Held, knownOn: Instant): readonly Entry[] => assemble(held.entries, knownOn);
