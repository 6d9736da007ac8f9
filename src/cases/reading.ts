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
  readonly place: { readonly words: string; readonly latitude?: number; readonly longitude?: number; /** How roughly the coordinates are written. */ readonly withinKm?: number };
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

const KM_PER_DEGREE = 111.2;
const NUMBER = String.raw`(\d+(?:\.\d+)?)\s*(?:°|º|deg)?\s*(?:(\d+(?:\.\d+)?)\s*[′'’]\s*)?(?:(\d+(?:\.\d+)?)\s*(?:″|"|”|'')\s*)?`;
const LETTERED = new RegExp(`${NUMBER}([NS])\\b[\\s,;/]*${NUMBER}([EW])\\b`, 'i');
const LETTER_FIRST = /\b([NS])\s*(\d+(?:\.\d+)?)\s*°?[\s,;/]*([EW])\s*(\d+(?:\.\d+)?)/i;
const LONGITUDE_FIRST = new RegExp(`${NUMBER}([EW])\\b[\\s,;/]*${NUMBER}([NS])\\b`, 'i');
const SIGNED = /\(\s*([-−+]?\d{1,3}\.\d+)\s*[,;]\s*([-−+]?\d{1,3}\.\d+)\s*\)/;

interface Angle { readonly degrees: number; /** Half the last digit written. */ readonly doubtDegrees: number }

function angle(degrees: string, minutes?: string, seconds?: string): Angle {
  const last = seconds ?? minutes ?? degrees;
  const unit = seconds !== undefined ? 1 / 3600 : minutes !== undefined ? 1 / 60 : 1;
  const decimals = /\.(\d+)/.exec(last)?.[1]?.length ?? 0;
  return { degrees: Number(degrees) + Number(minutes ?? 0) / 60 + Number(seconds ?? 0) / 3600, doubtDegrees: (unit * 10 ** -decimals) / 2 };
}

const facing = ({ degrees, doubtDegrees }: Angle, letter: string | undefined): Angle => ({ degrees: /[sw]/i.test(letter ?? '') ? -degrees : degrees, doubtDegrees });

/** `Goa, South Asia (15.3N 74.1E)`, `21°06′S 55°30′E`, `N 15.3, E 74.1`, `(15.3, -74.1)`. A place is as rough as it is written: within half its last digit, by latitude and longitude. */
function placeOf(words: string): Case['place'] | string {
  const found = anglesOf(words);
  if (!found) return { words };
  const [latitude, longitude] = found.angles;
  if (Math.abs(latitude.degrees) > 90 || Math.abs(longitude.degrees) > 180) return `\`${found.written}\` is no place on earth; latitude runs to 90 and longitude to 180 degrees`;
  const northKm = latitude.doubtDegrees * KM_PER_DEGREE;
  const eastKm = longitude.doubtDegrees * KM_PER_DEGREE * Math.cos((latitude.degrees * Math.PI) / 180);
  // The words name a town or a spot at best: never nearer than a kilometre.
  return { words, latitude: latitude.degrees, longitude: longitude.degrees, withinKm: Math.max(1, Math.round(Math.hypot(northKm, eastKm) * 10) / 10) };
}

function anglesOf(words: string): { readonly angles: readonly [latitude: Angle, longitude: Angle]; readonly written: string } | undefined {
  const lettered = LETTERED.exec(words);
  if (lettered) return { written: lettered[0], angles: [facing(angle(lettered[1] ?? '', lettered[2], lettered[3]), lettered[4]), facing(angle(lettered[5] ?? '', lettered[6], lettered[7]), lettered[8])] };
  const swapped = LONGITUDE_FIRST.exec(words);
  if (swapped) return { written: swapped[0], angles: [facing(angle(swapped[5] ?? '', swapped[6], swapped[7]), swapped[8]), facing(angle(swapped[1] ?? '', swapped[2], swapped[3]), swapped[4])] };
  const first = LETTER_FIRST.exec(words);
  if (first) return { written: first[0], angles: [facing(angle(first[2] ?? ''), first[1]), facing(angle(first[4] ?? ''), first[3])] };
  const signed = SIGNED.exec(words);
  if (!signed) return undefined;
  const of = (text: string | undefined): Angle => {
    const plain = (text ?? '').replace('−', '-');
    return facing(angle(plain.replace(/^[-+]/, '')), plain.startsWith('-') ? 'S' : 'N');
  };
  return { written: signed[0], angles: [of(signed[1]), of(signed[2])] };
}
