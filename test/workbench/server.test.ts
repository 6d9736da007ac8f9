/** The workbench's server: whom it answers, what it gives away and what it keeps, and the Word file it makes. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync, inflateRawSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { workbench } from '../../src/workbench/server/app.js';
import type { Folders } from '../../src/workbench/server/files.js';
import type { Leaf } from '../../src/workbench/shared/leaf.js';
import type { DossierListing } from '../../src/workbench/shared/wire.js';

let folder: string;
let folders: Folders;
const HOST = '127.0.0.1:4180';
const TEXT = 'treaty "A pact of two".\nparty Ukraine, Poland.\n';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'casus-server-'));
  const inside = (...parts: readonly string[]): string => join(folder, ...parts);
  for (const made of ['dossier/treaties', 'dossier/data', 'dossier/records', 'library', 'web/assets', 'docs']) mkdirSync(inside(made), { recursive: true });
  writeFileSync(inside('secret.txt'), 'not for the browser');
  writeFileSync(inside('dossier/treaties/pact.casus'), TEXT);
  writeFileSync(inside('library/old.casus'), 'treaty "An old one".\n');
  writeFileSync(inside('dossier/data/atlas.json'), '{"maps":[]}');
  writeFileSync(inside('dossier/records/news.jsonl'), '{"act":"notify","actor":"Ukraine","occurredAt":"2025-02-15"}\n');
  writeFileSync(inside('web/index.html'), '<!doctype html><title>Casus</title>');
  writeFileSync(inside('docs/diagnostics.md'), '### left-open\n\nA gap.\n');
  folders = { root: folder, dossier: inside('dossier'), library: inside('library'), web: inside('web'), own: inside('own') };
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const get = (path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
  Promise.resolve(workbench(folders).request(`http://${HOST}${path}`, { headers: { host: HOST, ...headers } }));
const post = (path: string, body: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
  Promise.resolve(workbench(folders).request(`http://${HOST}${path}`, { method: 'POST', body, headers: { host: HOST, 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)), ...headers } }));
const fault = async (response: Response): Promise<string> => ((await response.json()) as { error: string }).error;

describe('whom it answers', () => {
  it('answers this machine by its own names only', async () => {
    for (const host of ['127.0.0.1:4180', 'localhost:9', '[::1]:4180']) expect((await get('/api/dossier', { host })).status).toBe(200);
    for (const host of ['casus.example', '127.0.0.1.example', 'localhost.example:4180', '10.0.0.1:4180', '']) expect((await get('/api/dossier', { host })).status).toBe(403);
  });

  it('turns pages of other sites away, another port of this machine among them', async () => {
    expect((await get('/api/dossier', { origin: `http://${HOST}` })).status).toBe(200);
    for (const origin of ['https://example.org', 'http://127.0.0.1.example', 'http://127.0.0.1:9999', 'null']) expect((await post('/api/treaties/pact/draft', '{"text":"x"}', { origin })).status).toBe(403);
    expect(await (await get('/api/treaties/pact')).text()).toBe(TEXT);
  });

  it('takes nothing but JSON, so that a form of another site cannot write', async () => {
    const response = await post('/api/treaties/pact/draft', '{"text":"x"}', { 'content-type': 'text/plain' });
    expect(response.status).toBe(415);
  });

  it('lets a page load nothing from elsewhere', async () => {
    for (const path of ['/', '/api/dossier', '/api/nothing']) {
      const policy = (await get(path)).headers.get('content-security-policy') ?? '';
      expect(policy).toMatch(/default-src 'none'/);
      expect(policy).not.toMatch(/unsafe|https?:|\*/);
    }
  });
});

describe('what it gives', () => {
  it('lists the dossier, its own treaties before the library', async () => {
    const listing = await (await get('/api/dossier')).json() as DossierListing;
    expect(listing.treaties.map(({ id, from, title }) => `${from} ${id} ${title}`)).toEqual(['dossier pact A pact of two', 'library old An old one']);
    expect(listing).toMatchObject({ opensOn: 'pact', hasAtlas: true, records: [{ id: 'news.jsonl', form: 'jsonl' }] });
  });

  it('keeps to its folders whatever the path says', async () => {
    for (const way of ['/api/data/..%2f..%2fsecret.txt', '/api/data/%2e%2e%2fsecret.txt', '/..%2fsecret.txt', '/%2e%2e/secret.txt', '/assets/..%2f..%2fsecret.txt', '/api/treaties/..%2f..%2fsecret', '/api/records/..%2f..%2f..%2fsecret.txt', '/secret.txt%00.html', '/%']) {
      const response = await get(way);
      expect(await response.text(), way).not.toContain('not for the browser');
      expect(response.status, way).toBeLessThan(500);
    }
  });

  it('says that there is no such thing, also of folders', async () => {
    for (const path of ['/api/treaties/none', '/api/treaties/none/entries', '/api/records/none.csv', '/api/data/none.json', '/api/data/secret.txt', '/api/nothing', '/nothing.js', '/assets']) expect((await get(path)).status, path).toBe(404);
    expect(await fault(await get('/api/treaties/none'))).toBe('there is no such treaty');
  });

  it('reads a packed record, and says where a cut one ends', async () => {
    const rows = Array.from({ length: 4000 }, (_, index) => `row ${index} ${Math.sin(index)}`).join('\n');
    const packed = gzipSync(rows);
    writeFileSync(join(folders.dossier, 'data', 'whole.csv.gz'), packed);
    writeFileSync(join(folders.dossier, 'data', 'cut.csv.gz'), packed.subarray(0, packed.length / 2));
    expect(gunzipSync(packed).toString()).toBe(await (await get('/api/records/whole.csv')).text());
    const cut = await get('/api/records/cut.csv');
    const text = await cut.text();
    expect(cut.headers.get('x-casus-damaged')).toMatch(/unexpected/);
    expect(text.length).toBeGreaterThan(0);
    expect(rows.startsWith(text)).toBe(true);
  });

  it('gives the list of findings from the docs', async () => {
    expect(await (await get('/api/help')).text()).toContain('### left-open');
  });
});

describe('what it keeps', () => {
  const entry = (extra: Readonly<Record<string, unknown>> = {}): string => JSON.stringify({ act: 'notify', actor: 'Ukraine', occurredAt: '2025-02-15T10:00Z', ...extra });

  it('appends entries and never rewrites one', async () => {
    expect((await post('/api/treaties/pact/entries', entry())).status).toBe(201);
    const first = await (await get('/api/treaties/pact/entries')).text();
    expect((await post('/api/treaties/pact/entries', entry({ actor: null, knownAt: '2025-03-01' }))).status).toBe(201);
    const both = await (await get('/api/treaties/pact/entries')).text();
    expect(both.startsWith(first)).toBe(true);
    const lines = both.trim().split('\n').map((line) => JSON.parse(line) as { id: string; knownAt: string; actor: unknown });
    expect(lines.map(({ id }) => id)).toEqual(['hand-1', 'hand-2']);
    expect(lines[1]).toMatchObject({ knownAt: '2025-03-01', actor: null });
    expect(await (await get('/api/treaties/old/entries')).text()).toBe('');
  });

  it('refuses what is no entry, with the reason, and writes nothing', async () => {
    const refused: readonly [string, RegExp][] = [
      ['{', /object/], ['[]', /object/], ['null', /object/], [entry({ act: '' }), /`act`/], ['{"act":"notify","occurredAt":"2025-02-15"}', /`actor`/], [entry({ occurredAt: 'soon' }), /`soon` is no date/],
      [entry({ occurredAt: null }), /no date/], [entry({ place: { latitude: 91, longitude: 30 } }), /`91` is no latitude/], [entry({ place: { latitude: 50 } }), /both/], [entry({ whatever: 1 }), /`whatever`/],
    ];
    for (const [body, reason] of refused) {
      const response = await post('/api/treaties/pact/entries', body);
      expect(response.status, body).toBe(400);
      expect(await fault(response), body).toMatch(reason);
    }
    expect(await (await get('/api/treaties/pact/entries')).text()).toBe('');
  });

  it('keeps a draft beside the file and goes back to it', async () => {
    expect((await post('/api/treaties/pact/draft', JSON.stringify({ text: `${TEXT}// mine\n` }))).status).toBe(200);
    expect(await (await get('/api/treaties/pact')).text()).toBe(`${TEXT}// mine\n`);
    expect(await (await get('/api/treaties/pact?original')).text()).toBe(TEXT);
    expect(readFileSync(join(folders.dossier, 'treaties', 'pact.casus'), 'utf8')).toBe(TEXT);
    expect((await (await get('/api/dossier')).json() as DossierListing).treaties[0]?.draft).toBe(true);
    expect(readdirSync(join(folders.own, 'drafts'))).toEqual(['pact.casus']);
    await post('/api/treaties/pact/draft', '{"text":null}');
    expect(await (await get('/api/treaties/pact')).text()).toBe(TEXT);
    for (const bad of ['{"text":1}', '{}', 'no json']) expect((await post('/api/treaties/pact/draft', bad)).status).toBe(400);
  });

  it('takes no more than 8 MB at once', async () => {
    const response = await post('/api/treaties/pact/draft', JSON.stringify({ text: 'x'.repeat(8 * 1024 * 1024) }));
    expect(response.status).toBe(413);
    expect(await fault(response)).toMatch(/8 MB/);
  });
});

describe('export to Word', () => {
  const leaf: Leaf = {
    title: 'A pact <of> two & more', status: 'reported', source: '', counts: '1 article', asOf: '1 Jan 2026, 00:00 UTC', knownOn: '1 Jan 2026, 00:00 UTC', supposed: '', declarations: ['party Ukraine.'],
    articles: [{ number: '1', title: 'Help', status: '', source: '', paragraphs: [{ prose: ['Each helps \u0001\ufffethe other.'], clause: ['duty aid: Poland shall supply.'], standing: [{ state: 'due', words: 'aid, Poland', reason: 'because' }], findings: [] }] }],
    annex: [], notice: 'It is not legal advice.',
  };

  it('makes a file that holds prose, clause, standing and the notice', async () => {
    const response = await post('/api/word', JSON.stringify(leaf));
    expect(response.status).toBe(200);
    const parts = unzipped(Buffer.from(await response.arrayBuffer()));
    expect([...parts.keys()]).toEqual(expect.arrayContaining(['[Content_Types].xml', 'word/document.xml', 'word/styles.xml']));
    const document = parts.get('word/document.xml') ?? '';
    for (const words of ['A pact &lt;of&gt; two &amp; more', 'Article 1. Help', 'Each helps the other.', 'duty aid: Poland shall supply.', 'due: aid, Poland', 'because']) expect(document).toContain(words);
     
    expect(document).not.toMatch(/[\u0000-\u0008\ufffe]/);
    expect([...parts].filter(([name]) => name.startsWith('word/footer')).map(([, text]) => text).join()).toContain('It is not legal advice.');
  });

  it('refuses what is no treaty laid out', async () => {
    for (const body of ['{}', 'null', 'x', JSON.stringify({ ...leaf, articles: [{}] }), JSON.stringify({ ...leaf, articles: [{ ...leaf.articles[0], paragraphs: [{ prose: [1] }] }] })]) expect((await post('/api/word', body)).status, body).toBe(400);
  });
});

/** Files of a zip by its central directory, as text. */
function unzipped(bytes: Buffer): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  let at = bytes.readUInt32LE(bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6])) + 16);
  while (bytes.readUInt32LE(at) === 0x02014b50) {
    const [method, packed, name, extra, comment, local] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32), bytes.readUInt32LE(at + 42)];
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const body = bytes.subarray(start, start + packed);
    parts.set(bytes.toString('utf8', at + 46, at + 46 + name), (method === 0 ? body : inflateRawSync(body)).toString('utf8'));
    at += 46 + name + extra + comment;
  }
  return parts;
}
