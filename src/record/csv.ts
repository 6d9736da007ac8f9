/** Records as CSV: the project's own form, or a known data set, told apart by the header. */
import { entryOf } from './fields.js';
import { didYouMean } from './near.js';
import { rowsOf, type Row } from './csv-rows.js';
import type { ReadOptions, Reading, SetAside } from './reading.js';
import { isUcdp, ucdpEntry, type UcdpOptions } from './ucdp.js';
import type { Entry } from '../treaty/index.js';

export type CsvOptions = ReadOptions & UcdpOptions;

type Read = { readonly entry: Entry } | { readonly reason: string };

export function readCsv(text: string, file: string, options: CsvOptions = {}): Reading {
  const { header, headerLine, rows, setAside, rowsRead } = rowsOf(text, file, options);
  const fault = isUcdp(header) ? undefined : headerFault(header);
  if (fault !== undefined) {
    const rest = rows.map(({ line }): SetAside => ({ file, row: line, reason: 'the header above could not be read, so neither could this row' }));
    return { entries: [], setAside: [{ file, row: headerLine, reason: fault }, ...setAside, ...rest], rowsRead: rowsRead + 1 };
  }
  const read = isUcdp(header) ? (row: Row): Read => ucdpEntry(named(header, row), { file, line: row.line }, options) : (row: Row): Read => ownEntry(named(header, row), file, row.line);
  const entries: Entry[] = [];
  const aside: SetAside[] = [...setAside];
  for (const row of rows) {
    const result = read(row);
    if ('entry' in result) entries.push(result.entry); else aside.push({ file, row: row.line, reason: result.reason });
  }
  return { entries, setAside: aside.sort((a, b) => a.row - b.row), rowsRead };
}

const named = (header: readonly string[], row: Row): ReadonlyMap<string, string> => new Map(header.map((name, index) => [name, (row.fields[index] ?? '').trim()]));

export const OWN_COLUMNS = ['id', 'act', 'actor', 'actorIs', 'on', 'onIs', 'latitude', 'longitude', 'withinKm', 'place', 'occurredAt', 'occurredFrom', 'occurredTo', 'order', 'knownAt', 'about', 'source', 'assurance'];

function headerFault(header: readonly string[]): string | undefined {
  if (header.length === 0) return 'the file is empty; a record begins with a header such as `act,actor,occurredAt`';
  const missing = ['act', 'actor'].filter((name) => !header.includes(name));
  if (!header.includes('occurredAt') && !(header.includes('occurredFrom') && header.includes('occurredTo'))) missing.push('occurredAt');
  if (missing.length > 0) return `the header lacks ${missing.map((name) => `\`${name}\``).join(', ')}; a record's columns are ${OWN_COLUMNS.join(', ')} and \`arg:NAME\``;
  const twice = header.find((name, index) => header.indexOf(name) !== index);
  if (twice !== undefined) return `the header names the column \`${twice}\` twice; keep one`;
  const unknown = header.find((name) => !OWN_COLUMNS.includes(name) && !name.startsWith('arg:'));
  return unknown === undefined ? undefined : `the header has a column \`${unknown}\` no record has${didYouMean(unknown, OWN_COLUMNS)}; facts of an act are written \`arg:NAME\``;
}

function ownEntry(row: ReadonlyMap<string, string>, file: string, line: number): Read {
  const raw: { [key: string]: unknown } = {};
  const at = (name: string): string | undefined => { const value = row.get(name); return value === undefined || value === '' ? undefined : value; };
  for (const key of ['id', 'act', 'actorIs', 'onIs', 'knownAt', 'about', 'source']) if (at(key) !== undefined) raw[key] = at(key);
  raw['actor'] = someone(at('actor'));
  if (at('on') !== undefined) raw['on'] = someone(at('on'));
  const from = at('occurredFrom');
  const to = at('occurredTo');
  if (at('occurredAt') !== undefined) raw['occurredAt'] = at('occurredAt');
  else if (from !== undefined || to !== undefined) raw['occurredAt'] = { from: from ?? to, to: to ?? from };
  if (at('order') !== undefined) raw['order'] = numeric(at('order') as string);
  const place: { [key: string]: unknown } = {};
  for (const key of ['latitude', 'longitude', 'withinKm']) if (at(key) !== undefined) place[key] = numeric(at(key) as string);
  if (at('place') !== undefined) place['name'] = at('place');
  if (Object.keys(place).length > 0) raw['place'] = place;
  const facts = [...row].filter(([name, value]) => name.startsWith('arg:') && value !== '').map(([name, value]) => [name.slice(4), numeric(value)] as const);
  if (facts.length > 0) raw['arguments'] = Object.fromEntries(facts);
  if (at('assurance') !== undefined) {
    const assurance = assuranceOf(at('assurance') as string);
    if (!assurance) return { reason: `the assurance \`${at('assurance')}\` cannot be read; write source, information and likelihood such as \`B2 likely\`` };
    raw['assurance'] = assurance;
  }
  return entryOf(raw, { file, line });
}

/** Several names joined by `|`: one of them, nobody knows which. */
function someone(value: string | undefined): unknown {
  if (value === undefined) return null;
  const names = value.split('|').map((name) => name.trim()).filter((name) => name !== '');
  return names.length > 1 ? { oneOf: names } : names[0] ?? null;
}

const numeric = (value: string): number | string => (/^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value);

function assuranceOf(value: string): object | undefined {
  const parts = /^([A-F])?([1-6])?\s*([a-z ]+)?$/.exec(value);
  if (!parts || value.trim() === '') return undefined;
  const [, source, information, likelihood] = parts;
  return { ...(source ? { source } : {}), ...(information ? { information: Number(information) } : {}), ...(likelihood ? { likelihood: likelihood.trim() } : {}) };
}
