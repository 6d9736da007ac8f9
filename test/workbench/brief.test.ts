/** The server's side of the place Brief: the same pages as the command writes, a refusal in words for days that are none, nothing outside the site, and a policy under which no script runs. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { workbench } from '../../src/workbench/server/app.js';
import type { BriefAnswer } from '../../src/workbench/shared/brief.js';
import { LAKES, on, site } from '../dossier/dossiers.js';
import { root } from '../house/files.js';

const folder = mkdtempSync(join(tmpdir(), 'casus-brief-server-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
cpSync(join(root, LAKES), join(folder, 'lakes'), { recursive: true });
const app = workbench({ root: folder, dossier: join(folder, 'lakes'), library: join(folder, 'library'), web: join(folder, 'web'), own: join(folder, 'own') });
const get = (path: string): Promise<Response> => Promise.resolve(app.request(`http://127.0.0.1:4180${path}`, { headers: { host: '127.0.0.1:4180' } }));

describe('the brief served', () => {
  it('is what the command writes, page by page', async () => {
    for (const { path, text } of site({ asOf: on('2031-05-19'), since: on('2031-05-13') })) expect([path, await (await get(`/brief/2031-05-19..2031-05-13/${path}`)).text()]).toEqual([path, text]);
  });

  it('gives data, findings and faults', async () => {
    const answer = await (await get('/api/brief?asOf=2031-05-13')).json() as BriefAnswer;
    expect(answer.brief.issues.find(({ name }) => name === 'monitors')?.state).toBe('claimed');
    expect([answer.faults, answer.findings.map(({ id }) => id).includes('headline-stronger-than-evidence'), 'map' in answer.brief, answer.page]).toEqual([[], true, false, 'brief/2031-05-13/index.html']);
  });

  it('follows the files as they are changed', async () => {
    const at = join(folder, 'lakes', 'events.json');
    writeFileSync(at, '[]');
    const answer = await (await get('/api/brief?asOf=2031-05-19')).json() as BriefAnswer;
    expect(answer.brief.events).toEqual([]);
    writeFileSync(at, '{');
    expect((await (await get('/api/brief?asOf=2031-05-19')).json() as BriefAnswer).faults.map(({ file }) => file)).toEqual(['events.json']);
  });

  it('runs no script, may stand in the workbench’s own frame alone, and other pages in none', async () => {
    const policy = async (path: string): Promise<string> => (await get(path)).headers.get('content-security-policy') ?? '';
    expect(await policy('/brief/2031-05-19/index.html')).toMatch(/script-src 'none'.*frame-ancestors 'self'/);
    expect(await policy('/brief/2031-05-19/index.html')).not.toMatch(/unsafe/);
    expect(await policy('/brief/2031-05-19/map.svg')).toMatch(/script-src 'none'.*style-src 'unsafe-inline'/);
    expect(await policy('/api/brief?asOf=2031-05-19')).toMatch(/frame-ancestors 'none'/);
  });

  it('answers days that are none, and pages that are not there', async () => {
    for (const query of ['', '?asOf=yesterday', '?asOf=2031-02-30', '?asOf=2031-05-19&since=2031-05-19', '?asOf=2031-05-19&since=x']) expect([query, (await get(`/api/brief${query}`)).status]).toEqual([query, 400]);
    for (const path of ['/brief/2031-05-19/nothing.html', '/brief/x/index.html', '/brief/2031-05-19/../dossier.json', '/brief/2031-05-19/%2e%2e%2fdossier.json', '/brief/2031-05-19/fonts/other.woff2', '/brief/2031-05-19/dossier.json']) expect([path, (await get(path)).status]).toEqual([path, 404]);
  });
});
