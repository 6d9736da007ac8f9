/** The server's side of accepting: kept apart from the dossier's files, judged by the dossier's rule, counted in what is shown, taken back without a trace, and gone from here once the dossier's own file holds it. */
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { workbench } from '../../src/workbench/server/app.js';
import type { Acceptance, AcceptedAnswer, BriefAnswer, KnownAnswer } from '../../src/workbench/shared/brief.js';
import { LAKES } from '../dossier/dossiers.js';
import { root } from '../house/files.js';

const folder = mkdtempSync(join(tmpdir(), 'casus-accepted-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
cpSync(join(root, LAKES), join(folder, 'lakes'), { recursive: true });
const folders = { root: folder, dossier: join(folder, 'lakes'), library: join(folder, 'library'), web: join(folder, 'web'), own: join(folder, 'own') };
const app = workbench(folders);
const headers = { host: '127.0.0.1:4180', 'content-type': 'application/json' };
const get = (path: string): Promise<Response> => Promise.resolve(app.request(`http://127.0.0.1:4180${path}`, { headers }));
const post = (path: string, body: unknown): Promise<Response> => Promise.resolve(app.request(`http://127.0.0.1:4180${path}`, { method: 'POST', headers, body: typeof body === 'string' ? body : JSON.stringify(body) }));
const brief = async (): Promise<BriefAnswer> => await (await get('/api/brief?asOf=2031-05-19')).json() as BriefAnswer;
const said = async (): Promise<number> => (await brief()).brief.issues.find(({ name }) => name === 'force')?.statements.length ?? -1;
const file = (): string => readFileSync(join(folder, 'lakes', 'statements.jsonl'), 'utf8');
const kept = (): string => readFileSync(join(folder, 'own', 'statements', 'lakes.jsonl'), 'utf8');

const asked: Acceptance = { proposal: { span: [0, 4], speaker: 'Tam Corrie', onBehalfOf: 'Hillmark', party: 'Hillmark', issue: 'force', stance: 'rejects', voice: 'own', confidence: 0.9 }, passage: 'A passage.', option: 'union-force', outlet: 'Shore Radio', day: '2031-05-15' };
const accept = (more: object = {}): Promise<Response> => post('/api/brief/accepted', { ...asked, ...more });

describe('accepting in the workbench', () => {
  it('tells what the dossier knows', async () => {
    const known = await (await get('/api/brief/known')).json() as KnownAnswer;
    expect([known.title, known.names, known.speakers.length, known.issues.length]).toEqual(['The Lakes', ['Lakeland', 'Hillmark', 'Lake-Union'], 3, 5]);
  });

  it('counts what was accepted on board and page, writes nothing into the dossier, and forgets what is taken back', async () => {
    const [before, files] = [await said(), file()];
    const answer = await accept();
    const { id, there } = await answer.json() as AcceptedAnswer;
    expect([answer.status, there]).toEqual([201, false]);
    expect(await said()).toBe(before + 1);
    const { accepted, statementsFile } = await brief();
    expect([accepted.map((one) => one.id), statementsFile, file() === files, kept().includes('A passage.')]).toEqual([[id], 'statements.jsonl', true, false]);
    expect(await (await get('/brief/2031-05-19/index.html')).text()).toContain('15 May 2031');
    const again = await accept();
    expect([again.status, await again.json()]).toEqual([200, { id, there: true }]);
    expect(await said()).toBe(before + 1);
    expect((await post('/api/brief/accepted/taken-back', { id })).status).toBe(200);
    expect([await said(), kept(), (await brief()).accepted]).toEqual([before, '', []]);
    expect((await post('/api/brief/accepted/taken-back', { id })).status).toBe(404);
  });

  it('lists no longer what the dossier’s own file holds, and counts it once', async () => {
    const { id } = await (await accept()).json() as AcceptedAnswer;
    const before = await said();
    appendFileSync(join(folder, 'lakes', 'statements.jsonl'), kept());
    const { accepted, brief: made } = await brief();
    expect([await said(), accepted, made.leftOut.filter(({ reason }) => reason.includes(id))]).toEqual([before, [], []]);
    expect(await (await accept()).json()).toEqual({ id, there: true });
  });

  it.each<[string, object | string, RegExp]>([
    ['no outlet', { outlet: ' ' }, /outlet/], ['no day of the calendar', { day: '2031-02-30' }, /is no day/], ['no address', { link: 'javascript:alert(1)' }, /no address of a page/], ['no option', { option: '' }, /which option/],
    ['an option of another issue', { option: 'fees-kept' }, /cannot count/], ['a speaker nobody knows', { proposal: { ...asked.proposal, speaker: 'Bernard Quill' } }, /no speaker of the dossier/], ['no stance', { proposal: { ...asked.proposal, stance: 'sings' } }, /as it was read/], ['a name that is none', { proposal: { ...asked.proposal, speaker: 7 } }, /as it was read/],
  ])('refuses %s, in words, and keeps nothing', async (_name, more, words) => {
    const before = kept();
    const answer = await accept(more as object);
    expect([answer.status, words.test((await answer.json() as { error: string }).error), kept() === before]).toEqual([400, true, true]);
  });

  it('refuses what is no JSON', async () => {
    for (const body of ['', '{', '[]', 'null']) expect([body, (await post('/api/brief/accepted', body)).status]).toEqual([body, 400]);
    expect((await post('/api/brief/accepted/taken-back', '{')).status).toBe(404);
  });

  it('names a line that was damaged by hand among what is left out', async () => {
    writeFileSync(join(folder, 'own', 'statements', 'lakes.jsonl'), `{"id":"x","act":\n`);
    const { accepted, brief: made } = await brief();
    expect([accepted, made.leftOut.map(({ file: from }) => from)]).toEqual([[], ['what was accepted']]);
  });
});
