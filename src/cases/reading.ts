/** Cases from CSV: one row per event and treaty, facts as `key=value;…`. A row that cannot be read is set aside with its line. */
import { readDate, rowsOf, type SetAside } from '../record/index.js';
import type { TimeRange } from '../treaty/index.js';

export interface Case {
  readonly name: string;
  readonly treaty: string;
  /** As written: `5`, `5+6`, `IV+V`. */
  readonly article: string;
  readonly date: TimeRange;
  readonly facts: ReadonlyMap<string, string>;
  readonly by: string;
  readonly on: string;
  readonly place: { readonly words: string; readonly latitude?: number; readonly longitude?: number };
  readonly expected: string;
  readonly certainty: string;
  readonly origin: { readonly file: string; readonly line: number };
}

export interface Cases { readonly cases: readonly Case[]; readonly setAside: readonly SetAside[] }

const NEEDED = ['treaty', 'date', 'facts', 'expected'];

export function readCases(text: string, file: string): Cases {
  const { header, headerLine, rows, setAside } = rowsOf(text, file);
  const missing = NEEDED.filter((name) => !header.includes(name));
  if (missing.length > 0) return { cases: [], setAside: [{ file, row: headerLine, reason: `the header lacks ${missing.map((name) => `\`${name}\``).join(', ')}; docs/cases.md describes the form` }, ...setAside] };
  const cases: Case[] = [];
  const aside: SetAside[] = [...setAside];
  for (const { line, fields } of rows) {
    const at = (name: string): string => (fields[header.indexOf(name)] ?? '').trim();
    const date = readDate(at('date'));
    const place = placeOf(at('place'));
    const facts = factsOf(at('facts'));
    if ('problem' in date) aside.push({ file, row: line, reason: date.problem });
    else if (typeof place === 'string') aside.push({ file, row: line, reason: place });
    else if (typeof facts === 'string') aside.push({ file, row: line, reason: facts });
    else if (at('treaty') === '') aside.push({ file, row: line, reason: 'the case names no treaty' });
    else cases.push({ name: at('id') || `line ${line}`, treaty: at('treaty'), article: at('article'), date, facts, by: at('by'), on: at('on'), place, expected: at('expected'), certainty: at('certainty'), origin: { file, line } });
  }
  return { cases, setAside: aside.sort((a, b) => a.row - b.row) };
}

function factsOf(text: string): ReadonlyMap<string, string> | string {
  const facts = new Map<string, string>();
  for (const part of text.split(';').map((one) => one.trim()).filter((one) => one !== '')) {
    const equals = part.indexOf('=');
    if (equals <= 0) return `the fact \`${part.slice(0, 40)}\` has no value; facts are written \`key=value;…\``;
    const key = part.slice(0, equals).trim();
    if (facts.has(key)) return `the fact \`${key}\` is stated twice`;
    facts.set(key, part.slice(equals + 1).trim());
  }
  return facts;
}

/** `Goa, South Asia (15.3N 74.1E)`. */
function placeOf(words: string): Case['place'] | string {
  const found = /(-?\d+(?:\.\d+)?)\s*°?\s*([NS])[\s,]+(-?\d+(?:\.\d+)?)\s*°?\s*([EW])/.exec(words);
  if (!found) return { words };
  const latitude = Number(found[1]) * (found[2] === 'S' ? -1 : 1);
  const longitude = Number(found[3]) * (found[4] === 'W' ? -1 : 1);
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return `\`${found[0]}\` is no place on earth; latitude runs to 90 and longitude to 180 degrees`;
  return { words, latitude, longitude };
}
