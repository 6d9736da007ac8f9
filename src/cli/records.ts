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

/** CSV where the name or the first character says so, else JSON Lines. */
export function readRecord(path: string, terminal: Terminal): Reading {
  const { text, damage } = readText(path, terminal.folder);
  const file = shownPath(path, terminal.folder);
  const name = path.replace(/\.gz$/, '');
  const csv = name.endsWith('.csv') || (!/\.jsonl?$|\.ndjson$/.test(name) && !/^\s*\{/.test(text.slice(0, 200)));
  const truncated = damage !== undefined;
  const reading = csv ? readCsv(text, file, { truncated }) : readJsonLines(text, file, { truncated });
  if (!truncated) return reading;
  const rows = text.split('\n').length;
  return { ...reading, rowsRead: reading.rowsRead + 1, setAside: [...reading.setAside, { file, row: rows, reason: damage }] };
}

export function heldAgainst(treaty: Treaty, paths: readonly string[], terminal: Terminal): Held {
  const readings = paths.map((path) => readRecord(path, terminal));
  const admitted = admit(treaty, readings.flatMap(({ entries }) => entries));
  const setAside = [...readings.flatMap((one) => one.setAside), ...admitted.setAside].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.row - b.row));
  return { ...admitted, setAside, rowsRead: readings.reduce((sum, { rowsRead }) => sum + rowsRead, 0) };
}

export interface Dates { readonly asOf: Instant; readonly knownOn: Instant; readonly inForceFrom?: Instant }

const DAY = 86_400_000;

/** The instants asked for; else the end of the day of the last entry, and everything known. */
export function datesOf(given: Given, entries: readonly Entry[]): Dates {
  const end = (at: Instant): Instant => Math.floor(at / DAY) * DAY + DAY - 1;
  const last = entries.reduce((latest, { occurred }) => Math.max(latest, occurred.to), 0);
  const asOf = instantOf(given, 'as-of', 'to') ?? end(last);
  const lastKnown = entries.reduce((latest, { knownAt }) => Math.max(latest, knownAt), 0);
  const knownOn = instantOf(given, 'known-on', 'to') ?? Math.max(asOf, end(lastKnown));
  const inForceFrom = instantOf(given, 'in-force-from', 'from');
  return { asOf, knownOn, ...(inForceFrom === undefined ? {} : { inForceFrom }) };
}

function instantOf(given: Given, name: string, end: 'from' | 'to'): Instant | undefined {
  const word = given.one(name);
  if (word === undefined) return undefined;
  const date = readDate(word);
  if ('problem' in date) throw new BadInput(`\`--${name}\`: ${date.problem}`, `for example \`--${name} 2015-03-01\``);
  return date[end];
}

export const known = (held: Held, knownOn: Instant): readonly Entry[] => assemble(held.entries, knownOn);
