/** The JSON files of a dossier: dossier.json, facts.json, events.json. What does not fit is named with its place in the file and what would help; the rest is read. */
import { didYouMean, readDate } from '../record/index.js';
import type { TimeRange } from '../treaty/index.js';
import type { BriefSettings, CorrectionNote, Dated, DossierFault, DossierFile, Edition, EventSource, Fact, FactReading, Figure, KeyEvent, Term } from './shapes.js';

export interface Read<T> { readonly value: T; readonly faults: readonly DossierFault[] }

export type Loose = Readonly<{ [key: string]: unknown }>;
export const isLoose = (value: unknown): value is Loose => typeof value === 'object' && value !== null && !Array.isArray(value);
const FORM = 'docs/brief.md shows the form';

/** What `casus read` alone asks of a fact: what it is about, and which later one takes its place. */
const FOR_READING = ['about', 'supersededBy'];

/** Collects faults of one file while its values are taken. */
export class Taker {
  readonly faults: DossierFault[] = [];
  constructor(readonly file: string) {}

  fault(where: string, message: string, help = FORM): undefined {
    this.faults.push({ file: this.file, ...(where === '' ? {} : { where }), message, help });
    return undefined;
  }

  keys(raw: Loose, known: readonly string[], where: string): void {
    for (const key of Object.keys(raw)) if (!known.includes(key)) this.fault(where, `there is no key \`${key.slice(0, 60)}\`${didYouMean(key, known)}`);
  }

  text(raw: Loose, key: string, where: string, needed = false): string | undefined {
    const value = raw[key];
    if (value === undefined || value === null || (typeof value === 'string' && value.trim() === '')) return needed ? this.fault(where, `\`${key}\` is missing`, `give it as text; ${FORM}`) : undefined;
    return typeof value === 'string' ? value.trim() : this.fault(where, `\`${key}\` must be text`);
  }

  number(raw: Loose, key: string, where: string): number | undefined {
    const value = raw[key];
    if (value === undefined || value === null) return undefined;
    return typeof value === 'number' && Number.isFinite(value) ? value : this.fault(where, `\`${key}\` must be a number`, 'write digits without quotation marks, and the unit in `unit`');
  }

  list(value: unknown, what: string): readonly unknown[] {
    if (value === undefined || value === null) return [];
    return Array.isArray(value) ? value : (this.fault('', `${what} must be a list`), []);
  }

  objects(value: unknown, what: string): readonly (readonly [Loose, string])[] {
    return this.list(value, what).flatMap((one, index) => {
      const where = `${what} ${index + 1}`;
      if (isLoose(one)) return [[one, where] as const];
      this.fault(where, 'an object was expected');
      return [];
    });
  }

  date(raw: Loose, key: string, where: string, needed = false): Dated | undefined {
    const written = this.text(raw, key, where, needed);
    if (written === undefined) return undefined;
    const range = broad(written) ?? readDate(written);
    return 'problem' in range ? this.fault(where, `\`${key}\`: ${range.problem}`, 'a day, a month such as `2025-02`, or a year') : { ...range, written };
  }
}

/** A month or a year. */
function broad(written: string): TimeRange | undefined {
  const [, year, month] = /^(\d{4})(?:-(\d\d))?$/.exec(written) ?? [];
  if (year === undefined || (month !== undefined && (Number(month) < 1 || Number(month) > 12))) return undefined;
  const [from, to] = month === undefined ? [Date.UTC(Number(year), 0), Date.UTC(Number(year) + 1, 0)] : [Date.UTC(Number(year), Number(month) - 1), Date.UTC(Number(year), Number(month))];
  return { from, to: to - 1 };
}

export function jsonOf<T>(text: string, file: string, empty: T, read: (value: unknown, take: Taker) => T): Read<T> {
  const take = new Taker(file);
  if (text.trim() === '') { take.fault('', 'the file is empty'); return { value: empty, faults: take.faults }; }
  if (text.includes('\ufffd')) take.fault('', 'the file holds bytes that are no UTF-8', 'save it as UTF-8');
  let value: unknown;
  try { value = JSON.parse(text.replace(/^\ufeff/, '')); } catch (error) {
    take.fault(lineOf(text, (error as Error).message), 'the file is no JSON from here on', 'check the quotation marks, commas and braces of this line and the one before');
    return { value: empty, faults: take.faults };
  }
  return { value: read(value, take), faults: take.faults };
}

/** Where the parser gave up, which it says as a position; without one, at the end. */
function lineOf(text: string, words: string): string {
  const at = /\bposition (\d+)/.exec(words)?.[1];
  return `line ${text.slice(0, at === undefined ? text.trimEnd().length : Number(at) + 1).split('\n').length}`;
}

/** A file that holds a list alone. */
function listOf(take: Taker, raw: unknown, what: string): readonly (readonly [Loose, string])[] {
  if (Array.isArray(raw)) return take.objects(raw, what);
  take.fault('', `the file must hold a list of ${what}s`);
  return [];
}

const SETTINGS = ['headline', 'lede', 'editions', 'guarantee', 'line', 'questions', 'glossary', 'faq', 'corrections', 'publisher'];
const NO_SETTINGS: BriefSettings = { editions: [], questions: [], glossary: [], corrections: [] };
const NO_FILE: DossierFile = { title: '', statements: [], brief: NO_SETTINGS };

const KEYS = ['title', 'opensOn', 'negotiation', 'statements', 'facts', 'events', 'pledges', 'brief', 'records'];

/** dossier.json. Keys this room does not need are other rooms' and are let be; one that is nearly a known one is a slip. */
export const readDossierFile = (text: string, file: string): Read<DossierFile> => jsonOf(text, file, NO_FILE, (raw, take) => {
  if (!isLoose(raw)) { take.fault('', 'an object was expected'); return NO_FILE; }
  for (const key of Object.keys(raw)) if (!KEYS.includes(key) && didYouMean(key, KEYS) !== '') take.fault('', `there is no key \`${key.slice(0, 60)}\`${didYouMean(key, KEYS)}`);
  const [opensOn, negotiation, facts, events, pledges] = ['opensOn', 'negotiation', 'facts', 'events', 'pledges'].map((key) => take.text(raw, key, ''));
  return {
    title: take.text(raw, 'title', '', true) ?? '', statements: strings(take, raw['statements'], 'statements'), brief: settings(raw['brief'], take),
    ...present({ opensOn, negotiation, facts, events, pledges }),
  };
});

function settings(raw: unknown, take: Taker): BriefSettings {
  if (raw === undefined) return NO_SETTINGS;
  if (!isLoose(raw)) { take.fault('brief', 'an object was expected'); return NO_SETTINGS; }
  take.keys(raw, SETTINGS, 'brief');
  const line = isLoose(raw['line']) ? raw['line'] : undefined;
  if (raw['line'] !== undefined && !line) take.fault('brief', '`line` must be an object with `file` and `asOf`');
  if (line) take.keys(line, ['file', 'asOf'], 'line');
  const lineFile = line && take.text(line, 'file', 'line', true);
  const lineDate = line && take.date(line, 'asOf', 'line');
  const first: Edition = present({ headline: take.text(raw, 'headline', 'brief'), lede: take.text(raw, 'lede', 'brief') });
  const later = take.objects(raw['editions'], 'editions').map(([one, where]): Edition => {
    take.keys(one, ['from', 'headline', 'lede'], where);
    return present({ from: take.date(one, 'from', where, true), headline: take.text(one, 'headline', where), lede: take.text(one, 'lede', where) });
  });
  const publisher = isLoose(raw['publisher']) ? raw['publisher'] : undefined;
  if (raw['publisher'] !== undefined && !publisher) take.fault('brief', '`publisher` must be an object with `name` and `link`');
  if (publisher) take.keys(publisher, ['name', 'link'], 'publisher');
  const name = publisher && take.text(publisher, 'name', 'publisher', true);
  return {
    editions: [first, ...later].filter((one) => one.headline !== undefined || one.lede !== undefined),
    questions: strings(take, raw['questions'], 'questions'),
    glossary: take.objects(raw['glossary'], 'glossary').flatMap(([one, where]): Term[] => {
      take.keys(one, ['term', 'means'], where);
      const [term, means] = [take.text(one, 'term', where, true), take.text(one, 'means', where, true)];
      return term === undefined || means === undefined ? [] : [{ term, means }];
    }),
    corrections: take.objects(raw['corrections'], 'corrections').flatMap(([one, where]): CorrectionNote[] => {
      take.keys(one, ['on', 'what', 'was', 'now'], where);
      const [on, what] = [take.date(one, 'on', where, true), take.text(one, 'what', where, true)];
      return on === undefined || what === undefined ? [] : [{ on, what, ...present({ was: take.text(one, 'was', where), now: take.text(one, 'now', where) }) }];
    }),
    ...present({ guarantee: take.text(raw, 'guarantee', 'brief'), faq: raw['faq'] === undefined ? undefined : strings(take, raw['faq'], 'faq') }),
    ...(lineFile === undefined ? {} : { line: { file: lineFile, ...present({ asOf: lineDate }) } }),
    ...(publisher && name !== undefined ? { publisher: { name, ...present({ link: take.text(publisher, 'link', 'publisher') }) } } : {}),
  };
}

export function strings(take: Taker, value: unknown, what: string): readonly string[] {
  if (typeof value === 'string') return [value];
  return take.list(value, what).flatMap((one, index) => (typeof one === 'string' && one.trim() !== '' ? [one.trim()] : (take.fault(`${what} ${index + 1}`, 'text was expected'), [])));
}

/** Leaves out what is absent. */
export function present<T extends object>(parts: T): { [K in keyof T]: Exclude<T[K], undefined> } { return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> }; }

export function figure(take: Taker, raw: Loose, where: string): Figure {
  const [value, low, high] = ['value', 'low', 'high'].map((key) => take.number(raw, key, where));
  if ((low === undefined) !== (high === undefined)) take.fault(where, `\`${low === undefined ? 'high' : 'low'}\` stands without \`${low === undefined ? 'low' : 'high'}\``, 'give both ends of the range, or `value`');
  if (low !== undefined && high !== undefined && low > high) take.fault(where, `\`low\` is more than \`high\``, 'exchange them');
  return present({ value, low, high });
}

export const cited = (take: Taker, raw: Loose, where: string) => present({ source: take.text(raw, 'source', where), outlet: take.text(raw, 'outlet', where), link: link(take, raw, where) });

function link(take: Taker, raw: Loose, where: string): string | undefined {
  const text = take.text(raw, 'link', where);
  return text === undefined || /^https?:\/\/[^\s<>"]+$/.test(text) ? text : take.fault(where, `\`link\` is no address of a page: \`${text.slice(0, 60)}\``, 'write it whole, from `https://` on, or leave it out');
}

/** Every id once, so that an anchor leads to one place. */
export function unique(take: Taker, seen: Set<string>, id: string | undefined, where: string): string | undefined {
  if (id === undefined) return undefined;
  if (seen.has(id)) return take.fault(where, `\`${id}\` is the id of an earlier one too`, 'give each its own');
  seen.add(id);
  return id;
}

export const readFacts = (text: string, file: string): Read<readonly Fact[]> => jsonOf<readonly Fact[]>(text, file, [], (raw, take) => {
  const seen = new Set<string>();
  const ids = Array.isArray(raw) ? (raw as readonly unknown[]).flatMap((one) => (isLoose(one) && typeof one['id'] === 'string' ? [one['id'].trim()] : [])) : [];
  return listOf(take, raw, 'fact').flatMap(([one, where]): Fact[] => {
    take.keys(one, ['id', 'name', 'text', 'value', 'low', 'high', 'unit', 'asOf', 'source', 'outlet', 'link', 'readings', ...FOR_READING], where);
    const id = unique(take, seen, take.text(one, 'id', where, true), where);
    const name = take.text(one, 'name', where, true);
    strings(take, one['about'], `${where}, about`);
    const later = take.text(one, 'supersededBy', where);
    if (later !== undefined && !ids.includes(later)) take.fault(where, `\`supersededBy\` names no fact: \`${later.slice(0, 60)}\`${didYouMean(later, ids)}`, 'name the id of the later one, or leave it out');
    const readings = take.objects(one['readings'], `${where}, reading`).flatMap(([reading, at]): FactReading[] => {
      take.keys(reading, ['of', 'value', 'low', 'high', 'asOf', 'source', 'outlet', 'link'], at);
      const of = take.text(reading, 'of', at, true);
      return of === undefined ? [] : [{ of, ...figure(take, reading, at), ...cited(take, reading, at), ...present({ asOf: take.date(reading, 'asOf', at) }) }];
    });
    if (id === undefined || name === undefined) return [];
    const made: Fact = { id, name, readings, ...figure(take, one, where), ...cited(take, one, where), ...present({ text: take.text(one, 'text', where), unit: take.text(one, 'unit', where), asOf: take.date(one, 'asOf', where) }) };
    if (made.value === undefined && made.low === undefined && made.text === undefined && readings.length === 0) take.fault(where, 'it says nothing', 'give `value`, `low` and `high`, `text` or `readings`');
    return [made];
  });
});

export const readEvents = (text: string, file: string): Read<readonly KeyEvent[]> => jsonOf<readonly KeyEvent[]>(text, file, [], (raw, take) => {
  const seen = new Set<string>();
  return listOf(take, raw, 'event').flatMap(([one, where]): KeyEvent[] => {
    take.keys(one, ['id', 'title', 'from', 'to', 'place', 'outcome', 'sources'], where);
    const id = unique(take, seen, take.text(one, 'id', where, true), where);
    const [title, from, to] = [take.text(one, 'title', where, true), take.date(one, 'from', where, true), take.date(one, 'to', where)];
    if (from && to && to.to < from.from) take.fault(where, 'it ends before it begins', 'exchange `from` and `to`');
    const sources = take.objects(one['sources'], `${where}, source`).flatMap(([source, at]): EventSource[] => {
      take.keys(source, ['outlet', 'date', 'link'], at);
      const outlet = take.text(source, 'outlet', at, true);
      return outlet === undefined ? [] : [{ outlet, ...present({ date: take.date(source, 'date', at), link: link(take, source, at) }) }];
    });
    if (id === undefined || title === undefined || from === undefined) return [];
    return [{ id, title, when: { from: from.from, to: Math.max(from.from, (to ?? from).to) }, sources, ...present({ place: take.text(one, 'place', where), outcome: take.text(one, 'outcome', where) }) }];
  });
});
