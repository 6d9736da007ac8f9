/** What `--json` prints, held against the schemas in the package; and each schema against itself: every property described, nothing more let in. */
import { existsSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { readJsonLines } from '../../src/record/index.js';
import { filesBelow, read, root } from '../house/files.js';
import { told } from './told.js';

const folder = join(root, 'schemas');
const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, strictTypes: false });
const names = readdirSync(folder).filter((name) => name.endsWith('.schema.json')).sort();
for (const name of names) ajv.addSchema(JSON.parse(readFileSync(join(folder, name), 'utf8')) as object);
const schemaOf = (name: string): ValidateFunction => { const found = ajv.getSchema(`${name}.schema.json`); if (!found) throw new Error(`there is no schema ${name}`); return found; };
const faults = (schema: string, value: unknown): readonly string[] => { const holds = schemaOf(schema); return holds(value) ? [] : (holds.errors ?? []).slice(0, 5).map(({ instancePath, message, params }) => `${instancePath} ${message ?? ''} ${JSON.stringify(params)}`); };

const UCDP = 'dossiers/ukraine/data/ucdp-ged-ukraine.csv.gz';
const treaties = [...filesBelow('library', /\.casus$/), ...filesBelow('dossiers', /\.casus$/)];
const scratch = mkdtempSync(join(tmpdir(), 'casus-schemas-'));
const file = (name: string, text: string): string => { writeFileSync(join(scratch, name), text); return join(scratch, name); };
const json = async (words: readonly string[]): Promise<{ value: { readonly [key: string]: unknown }; code: number }> => { const { out, code } = await told([...words, '--json']); return { value: JSON.parse(out) as { readonly [key: string]: unknown }, code }; };

interface Schema { readonly type?: unknown; readonly description?: string; readonly properties?: { readonly [name: string]: Schema }; readonly additionalProperties?: unknown; readonly items?: Schema; readonly oneOf?: readonly Schema[]; readonly anyOf?: readonly Schema[]; readonly $defs?: { readonly [name: string]: Schema } }

/** Every object of a schema, with where it stands. Conditions (`if`, `then`) describe nothing and are left out. */
function objects(schema: Schema, at: string): readonly (readonly [string, Schema])[] {
  const within = [...Object.entries(schema.properties ?? {}), ...Object.entries(schema.$defs ?? {}), ...[schema.items, ...(schema.oneOf ?? []), ...(schema.anyOf ?? [])].flatMap((one, index) => (one ? [[`${index}`, one] as const] : []))];
  return [...(schema.properties ? [[at, schema] as const] : []), ...within.flatMap(([name, one]) => objects(one, `${at}/${name}`))];
}

describe('schemas', () => {
  it('there is one for each verb that prints JSON, and one for a line of a record', () => {
    expect(names).toEqual(['brief', 'check', 'explain', 'explore', 'read', 'record-entry', 'replay', 'simulate', 'standing', 'test', 'who-can'].map((name) => `${name}.schema.json`));
  });

  it.each(names)('%s compiles, describes every property and lets nothing else in', (name) => {
    const schema = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Schema;
    expect(typeof schemaOf(name.replace('.schema.json', ''))).toBe('function');
    const all = objects(schema, name);
    expect(all.length).toBeGreaterThan(0);
    for (const [at, one] of all) {
      expect([at, one.additionalProperties]).toEqual([at, false]);
      for (const [property, { description }] of Object.entries(one.properties ?? {})) expect([`${at}/${property}`, (description ?? '').length > 3 || '$ref' in (one.properties?.[property] ?? {})]).toEqual([`${at}/${property}`, true]);
    }
  });

  it('notice what does not fit', () => {
    expect(faults('check', { version: 1, diagnostics: [], notice: '', more: 1 })).not.toEqual([]);
    expect(faults('replay', { version: 1, treaty: 'T', asOf: 'yesterday', knownOn: '2015-01-01T00:00:00.000Z', verdicts: [], setAside: [], notConcerned: [], rowsRead: 0, notice: '' })).not.toEqual([]);
  });
});

describe('check --json', () => {
  it.each(treaties)('%s', async (path) => {
    const { value } = await json(['check', path]);
    expect(faults('check', value)).toEqual([]);
  });

  it('of texts that cannot be read', async () => {
    for (const [name, text] of [['empty', ''], ['broken', 'treaty "T".\nparty A.\nduty x: A shall .\n'], ['bytes', '\u0000\u0001\u0002'], ['long', `treaty "T".\n${'x'.repeat(200_000)}\nparty A.`]] as const) {
      const { value, code } = await json(['check', file(`${name}.casus`, text)]);
      expect(faults('check', value)).toEqual([]);
      expect((value['diagnostics'] as readonly object[]).length).toBeGreaterThan(0);
      expect(code).toBe(2);
    }
  });
});

describe('brief --json', () => {
  it('of a dossier, published or refused', async () => {
    const site = join(scratch, 'site');
    for (const words of [['brief', 'corpus/brief/lakes', '--out', site], ['brief', 'corpus/brief/lakes', '--out', site, '--as-of', '2031-05-12'], ['brief', 'corpus/brief/lakes', '--lint']]) {
      const { value, code } = await json(words);
      expect([code, faults('brief', value)]).toEqual([0, []]);
    }
    const { value, code } = await json(['brief', 'corpus/brief/lakes', '--lint', '--as-of', '2031-05-13']);
    expect([code, faults('brief', value), (value['findings'] as readonly object[]).length > 0]).toEqual([1, [], true]);
  });
});

describe('test --json', () => {
  it.each(treaties)('%s', async (path) => {
    const { value } = await json(['test', path]);
    expect(faults('test', value)).toEqual([]);
  });

  const cases = ['../shared/cases/precedents.csv'].map((path) => join(root, path)).find((path) => existsSync(path));
  it.skipIf(cases === undefined)(cases === undefined ? 'skipped: ../shared/cases absent' : 'of the precedents', async () => {
    const { value } = await json(['test', '--cases', cases ?? '']);
    expect(faults('test', value)).toEqual([]);
    expect((value['results'] as readonly object[]).length).toBeGreaterThan(5);
  });

  it('of cases that cannot be used', async () => {
    const { value, code } = await json(['test', '--cases', file('cases.csv', 'id,treaty,article,date,facts,by,on,place,expected,certainty\na,North Atlantic Treaty,5,2001-02-30,act=x,A,B,,triggered,high\nb,Treaty of Nowhere,1,2001-02-03,act=x,A,B,,triggered,high\n')]);
    expect(faults('test', value)).toEqual([]);
    expect(value['notJudged']).toHaveLength(2);
    expect(code).toBe(2);
  });
});

describe('replay --json', () => {
  it.each(treaties)('UCDP GED against %s', async (path) => {
    const { value } = await json(['replay', path, '--record', UCDP]);
    expect(faults('replay', value)).toEqual([]);
    expect(value['rowsRead']).toBe(3971);
  });

  it('says of each verdict article, entries and rule, and names a debtor, one of several, or null', async () => {
    const { value } = await json(['replay', 'library/minsk-2.casus', '--record', UCDP]);
    const verdicts = value['verdicts'] as readonly { readonly debtor: unknown; readonly state: string; readonly kind: string; readonly reasons: readonly { readonly entries: readonly string[] }[] }[];
    const kinds = new Set(verdicts.map(({ debtor }) => (debtor === null ? 'null' : typeof debtor)));
    expect(kinds).toEqual(new Set(['null', 'string', 'object']));
    expect(verdicts.filter(({ reasons }) => reasons.length === 0)).toEqual([]);
    for (const { debtor, kind } of verdicts) if (debtor === null) expect(['definition', 'decision', 'instrument']).toContain(kind);
  });

  it('of records that cannot be used', async () => {
    const line = '{"act":"attack","actor":"Ukraine","occurredAt":"2015-03-05"}\n';
    for (const [name, text] of [['a.jsonl', `${line}no json\n{"act":"attack","actor":"Atlantis","occurredAt":"2015-02-30"}\n`], ['b.csv', 'x,y\n1,2\n'], ['c.jsonl', ''], ['d.csv', `act,actor,occurredAt\n${'x'.repeat(2_000_000)}\nattack,Ukraine,2015-03-05\n`]] as const) {
      const { value, code } = await json(['replay', 'library/minsk-2.casus', '--record', file(name, text)]);
      expect(faults('replay', value)).toEqual([]);
      expect((value['setAside'] as readonly object[]).length).toBeGreaterThan(0);
      expect(code).toBe(2);
    }
  });
});

describe('explain --json', () => {
  it.each([
    ['dossiers/ukraine/treaties/august-2025.casus', 'assist', '--scenario', 'one silent guarantor'], ['library/minsk-2.casus', 'ceasefire', '--record', UCDP], ['library/minsk-2.casus', 'elections', '--record', UCDP], ['library/minsk-2.casus', 'treaty', '--record', UCDP],
  ])('%s %s', async (...words) => {
    const { value } = await json(['explain', ...words]);
    expect(faults('explain', value)).toEqual([]);
    expect((value['changes'] as readonly object[]).length).toBeGreaterThan(0);
  });
});

describe('standing --json', () => {
  const files = 'corpus/cli/files';
  it.each([
    ['dossiers/ukraine'], ['dossiers/ukraine', '--as-of', '2025-08-16'], ...filesBelow('corpus/negotiation', /\.casus$/).map((path) => [path]), ['corpus/negotiation/known.casus', '--record', 'corpus/negotiation/known.jsonl', '--as-of', '2025-01-11', '--since', '2025-01-06'],
    [`${files}/talks.casus`, '--record', `${files}/statements.jsonl`, '--since', '2025-08-01'], [`${files}/talks.casus`, '--record', `${files}/statements-faulty.jsonl`, `${files}/empty.jsonl`, '--issue', 'sequence'],
  ])('%s %s %s %s', async (...words) => {
    const { value } = await json(['standing', ...words]);
    expect(faults('standing', value)).toEqual([]);
    expect((value['issues'] as readonly object[]).length).toBeGreaterThan(0);
    const told = new Set((value['statements'] as readonly { readonly id: string }[]).map(({ id }) => id));
    for (const { entries, gone } of (value['changes'] ?? []) as readonly { readonly entries: readonly string[]; readonly gone: readonly string[] }[]) expect([...entries, ...gone].filter((id) => !told.has(id))).toEqual([]);
  });
});

describe('a line of a record', () => {
  const entry = { act: 'strike', actor: 'A', occurredAt: '2025-02-15' };
  const taken = (line: object): boolean => readJsonLines(JSON.stringify(line), 'f').setAside.length === 0;

  it.each<readonly [string, object]>([
    ['the least', { act: 'notify', occurredAt: '2025-02-15' }], ['one of several', { ...entry, actor: { oneOf: ['A', 'B'] } }], ['nobody known', { ...entry, actor: null }],
    ['a span', { ...entry, occurredAt: { from: '2025-02-01', to: '2025-02-03T10:00+02:00' }, knownAt: '2025-03-01' }], ['a place', { ...entry, place: { latitude: 48, longitude: 37, withinKm: 5, name: 'x' } }], ['a place in words', { ...entry, place: 'Kharkiv' }],
    ['a correction', { act: 'correction', occurredAt: '2025-03-01', arguments: { corrects: 'a' }, replacement: entry }], ['a retraction', { act: 'retraction', occurredAt: '2025-03-01', arguments: { retracts: 'a' } }],
    ['assurance', { ...entry, assurance: { source: 'B', information: 2, likelihood: 'likely' } }], ['coverage', { act: 'coverage', occurredAt: { from: '2025-01-01', to: '2025-12-31' }, arguments: { acts: '*', zone: 'east' }, source: 'mission' }],
    ['an outsider', { ...entry, actorIs: 'outsider' }],
  ])('takes %s, as the reader does', (_what, line) => {
    expect([faults('record-entry', line), taken(line)]).toEqual([[], true]);
  });

  it.each<readonly [string, object]>([
    ['no act', { actor: 'A', occurredAt: '2025-02-15' }], ['no time', { act: 'notify' }], ['a strange key', { ...entry, when: 'x' }], ['an hour without offset', { ...entry, occurredAt: '2025-02-15T10:00' }], ['half a span', { ...entry, occurredAt: { from: '2025-02-01' } }],
    ['a latitude too far', { ...entry, place: { latitude: 91, longitude: 3 } }], ['a latitude alone', { ...entry, place: { latitude: 9 } }], ['an empty place', { ...entry, place: {} }], ['a radius of nothing', { ...entry, place: { name: 'x', withinKm: 3 } }],
    ['a truth value', { ...entry, arguments: { x: true } }], ['a strange word of likelihood', { ...entry, assurance: { likelihood: 'maybe' } }], ['a replacement of nothing', { ...entry, replacement: entry }], ['a correction without replacement', { act: 'correction', occurredAt: '2025-03-01', arguments: { corrects: 'a' } }],
    ['a correction to a retraction', { act: 'correction', occurredAt: '2025-03-01', arguments: { corrects: 'a' }, replacement: { act: 'retraction', occurredAt: '2025-02-01', arguments: { retracts: 'b' } } }], ['a retraction of nothing', { act: 'retraction', occurredAt: '2025-03-01' }], ['an empty actor', { ...entry, actor: ' ' }],
  ])('refuses %s, as the reader does', (_what, line) => {
    expect([faults('record-entry', line).length > 0, taken(line)]).toEqual([true, false]);
  });

  it('is named in the reader and has the same keys there', () => {
    const { properties } = JSON.parse(read('schemas/record-entry.schema.json')) as { readonly properties: object };
    const keys = /const KEYS = \[([^\]]+)\]/.exec(read('src/record/fields.ts'))?.[1] ?? '';
    expect(Object.keys(properties).sort()).toEqual([...keys.matchAll(/'(\w+)'/g)].map(([, key]) => key).sort());
  });
});
