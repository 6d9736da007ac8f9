/** One raw row of the documented form to an entry, or the reason why not. The form is described in docs/record.md and schemas/record-entry.schema.json. */
import type { Actor, Assurance, Correction, Entry, Likelihood, Place, TimeRange } from '../treaty/index.js';
import { canonical } from './canonical.js';
import { readDate, readSpan } from './dates.js';
import { didYouMean } from './near.js';
import { quoted } from './reading.js';
import { sha256 } from './sha256.js';

export type Admission = { readonly entry: Entry } | { readonly reason: string };
type Raw = Readonly<{ [key: string]: unknown }>;

/** Stops reading one row; never leaves this file. */
class Unfit extends Error {}
const unfit = (reason: string): never => { throw new Unfit(reason); };

export const LIKELIHOODS: readonly Likelihood[] = ['remote', 'unlikely', 'doubtful', 'even', 'likely', 'very likely', 'almost certain'];
const KEYS = ['id', 'act', 'actor', 'actorIs', 'on', 'onIs', 'arguments', 'place', 'occurredAt', 'order', 'knownAt', 'about', 'source', 'assurance', 'replacement'];
const isRaw = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value);

export function entryOf(raw: unknown, origin: { readonly file: string; readonly line: number }): Admission {
  try {
    if (!isRaw(raw)) return { reason: `an entry is an object such as \`{"act":"notify","actor":"Ukraine","occurredAt":"2025-02-15"}\`, not ${quoted(raw)}` };
    if (JSON.stringify(raw).includes('\ufffd')) return { reason: 'the line holds bytes that are no UTF-8; save the file as UTF-8' };
    return { entry: readEntry(raw, origin) };
  } catch (error) {
    if (error instanceof Unfit) return { reason: error.message };
    throw error;
  }
}

function readEntry(raw: Raw, origin: { readonly file: string; readonly line: number }): Entry {
  knownKeys(raw, KEYS, 'an entry');
  const act = text(raw, 'act') ?? unfit('the entry has no `act`; say what was done, for example `"act": "notify"`');
  const occurred = raw['occurredAt'] === undefined ? unfit('the entry has no `occurredAt`; give a date, an instant, or `{"from": …, "to": …}`') : when(raw['occurredAt'], 'occurredAt');
  const knownAt = raw['knownAt'] === undefined ? occurred.to : when(raw['knownAt'], 'knownAt').to;
  if (knownAt < occurred.from) unfit(`it was known by ${iso(knownAt)}, before it occurred on ${iso(occurred.from)}; correct \`knownAt\` or \`occurredAt\``);
  const order = orderOf(raw['order']);
  const on = raw['on'] === undefined || raw['on'] === null ? undefined : actor(raw['on'], raw['onIs'], 'on');
  const place = raw['place'] === undefined || raw['place'] === null ? undefined : where(raw['place']);
  const about = text(raw, 'about');
  const source = text(raw, 'source');
  const assurance = raw['assurance'] === undefined ? undefined : assured(raw['assurance']);
  const facts = argumentsOf(raw['arguments']);
  const id = text(raw, 'id') ?? `e-${sha256(canonical(raw)).slice(0, 16)}`;
  const entry: Entry = {
    id, act, actor: actor(raw['actor'] ?? null, raw['actorIs'], 'actor'), arguments: facts, occurred, knownAt, origin,
    ...(order === undefined ? {} : { order }), ...(on ? { on } : {}), ...(place ? { place } : {}), ...(about === undefined ? {} : { about }), ...(source === undefined ? {} : { source }), ...(assurance ? { assurance } : {}),
  };
  if (act === 'correction') return correction(entry, raw, origin);
  if (act === 'retraction' && typeof facts['retracts'] !== 'string') unfit('a retraction names the entry it takes back: `"arguments": {"retracts": "id"}`');
  if (raw['replacement'] !== undefined) unfit('only a `correction` has a `replacement`');
  return entry;
}

function correction(entry: Entry, raw: Raw, origin: { readonly file: string; readonly line: number }): Correction {
  const corrects = entry.arguments['corrects'];
  if (typeof corrects !== 'string') return unfit('a correction names the entry it corrects: `"arguments": {"corrects": "id"}`');
  if (!isRaw(raw['replacement'])) return unfit('a correction carries what the entry should have said as `replacement`; to take an entry back write a `retraction`');
  const inner = readEntry({ ...raw['replacement'], id: corrects }, origin);
  if (inner.act === 'correction' || inner.act === 'retraction') return unfit('a correction cannot turn an entry into a correction or a retraction');
  return { ...entry, replacement: inner };
}

const iso = (at: number): string => new Date(at).toISOString().slice(0, 10);

function knownKeys(raw: Raw, keys: readonly string[], what: string): void {
  const unknown = Object.keys(raw).find((key) => !keys.includes(key));
  if (unknown !== undefined) unfit(`${what} has no key ${quoted(unknown)}${didYouMean(unknown, keys)}`);
}

function text(raw: Raw, key: string): string | undefined {
  const value = raw[key];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') return unfit(`\`${key}\` is ${quoted(value)}; it must be text`);
  if (value.trim() === '') return unfit(`\`${key}\` is empty; leave the key out or fill it in`);
  return value;
}

function when(value: unknown, key: string): TimeRange {
  if (isRaw(value)) {
    knownKeys(value, ['from', 'to'], `\`${key}\``);
    const { from, to } = value;
    if (typeof from !== 'string' || typeof to !== 'string') return unfit(`\`${key}\` is a span without \`from\` and \`to\`; give both`);
    const span = readSpan(from, to);
    return 'problem' in span ? unfit(`\`${key}\`: ${span.problem}`) : span;
  }
  if (typeof value !== 'string') return unfit(`\`${key}\` is ${quoted(value)}; write a date such as \`2025-02-15\``);
  const date = readDate(value.trim());
  return 'problem' in date ? unfit(`\`${key}\`: ${date.problem}`) : date;
}

/** Whole and not negative; in a table it stands as digits. */
function orderOf(value: unknown): number | undefined {
  if (value === undefined || value === null) return undefined;
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : unfit(`\`order\` is ${quoted(value)}; it is a whole number from 0 on, lower for what was there first within one instant`);
}

function actor(value: unknown, is: unknown, key: string): Actor {
  if (is !== undefined && is !== 'outsider') unfit(`\`${key}Is\` is ${quoted(is)}; the only word it takes is \`outsider\``);
  if (value === null) return { kind: 'unknown' };
  if (typeof value === 'string' && value.trim() !== '') return { kind: 'one', name: value.trim(), ...(is === 'outsider' ? { outsider: true } : {}) };
  if (isRaw(value)) {
    knownKeys(value, ['oneOf'], `\`${key}\``);
    const names = value['oneOf'];
    if (Array.isArray(names) && names.length > 0 && names.every((name): name is string => typeof name === 'string' && name.trim() !== '')) {
      const distinct = [...new Set(names.map((name) => name.trim()))].sort();
      return distinct.length === 1 ? { kind: 'one', name: distinct[0] as string } : { kind: 'one of', names: distinct };
    }
  }
  return unfit(`\`${key}\` is ${quoted(value)}; write a name, \`{"oneOf": ["A", "B"]}\`, or null where nobody knows`);
}

function argumentsOf(value: unknown): Readonly<{ [name: string]: number | string }> {
  if (value === undefined || value === null) return {};
  if (!isRaw(value)) return unfit(`\`arguments\` is ${quoted(value)}; write \`{"severity": 4}\``);
  for (const [name, fact] of Object.entries(value)) {
    if (typeof fact === 'boolean') unfit(`argument ${quoted(name)} is \`${String(fact)}\`; write \`"${fact ? 'yes' : 'no'}"\``);
    if (typeof fact !== 'string' && !(typeof fact === 'number' && Number.isFinite(fact))) unfit(`argument ${quoted(name)} is ${quoted(fact)}; it must be a number or text`);
  }
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) as Readonly<{ [name: string]: number | string }>;
}

function where(value: unknown): Place {
  if (typeof value === 'string' && value.trim() !== '') return { name: value.trim() };
  if (!isRaw(value)) return unfit(`\`place\` is ${quoted(value)}; write a name or \`{"latitude": 50, "longitude": 36.2, "withinKm": 5}\``);
  knownKeys(value, ['latitude', 'longitude', 'withinKm', 'name'], '`place`');
  const latitude = degrees(value, 'latitude', 90);
  const longitude = degrees(value, 'longitude', 180);
  const withinKm = value['withinKm'];
  const name = text(value, 'name')?.trim();
  if ((latitude === undefined) !== (longitude === undefined)) unfit(`\`place\` has ${latitude === undefined ? 'a longitude without a latitude' : 'a latitude without a longitude'}; give both`);
  if (withinKm !== undefined && (typeof withinKm !== 'number' || !(withinKm >= 0 && withinKm <= 20_038))) unfit(`\`withinKm\` is ${quoted(withinKm)}; it must be a distance in km from 0 to 20038`);
  if (withinKm !== undefined && latitude === undefined) unfit('`withinKm` says how far from the coordinates, but there are none; add `latitude` and `longitude`');
  if (latitude === undefined && name === undefined) unfit('`place` is empty; give coordinates or a name, or leave it out');
  return {
    ...(latitude === undefined ? {} : { latitude }), ...(longitude === undefined ? {} : { longitude }),
    ...(typeof withinKm === 'number' ? { withinKm } : {}), ...(name === undefined ? {} : { name }),
  };
}

function degrees(raw: Raw, key: string, limit: number): number | undefined {
  const value = raw[key];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'number' || !Number.isFinite(value)) return unfit(`\`${key}\` is ${quoted(value)}; it must be a number of degrees`);
  return Math.abs(value) <= limit ? value : unfit(`\`${key}\` is \`${value}\`; it runs from -${limit} to ${limit}`);
}

function assured(value: unknown): Assurance {
  if (!isRaw(value)) return unfit(`\`assurance\` is ${quoted(value)}; write \`{"source": "B", "information": 2, "likelihood": "likely"}\``);
  knownKeys(value, ['source', 'information', 'likelihood'], '`assurance`');
  const { source, information, likelihood } = value;
  if (source !== undefined && !(typeof source === 'string' && /^[A-F]$/.test(source))) unfit(`\`assurance.source\` is ${quoted(source)}; it is a letter from A (reliable) to F (cannot be judged)`);
  if (information !== undefined && !(typeof information === 'number' && [1, 2, 3, 4, 5, 6].includes(information))) unfit(`\`assurance.information\` is ${quoted(information)}; it is a number from 1 (confirmed) to 6 (cannot be judged)`);
  if (likelihood !== undefined && !LIKELIHOODS.includes(likelihood as Likelihood)) unfit(`\`assurance.likelihood\` is ${quoted(likelihood)}; the words are ${LIKELIHOODS.join(', ')}`);
  return value as Assurance;
}
