/** The workbench's place Brief on the example dossier: the board with the evidence behind a cell, what changed since a chosen day, and the page as it would be published. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { siteOf } from '../../src/dossier/index.js';
import { briefFor, on } from '../dossier/dossiers.js';
import { root } from '../house/files.js';
import { startWorkbench, type Started } from './workbench.js';

const errors: string[] = [];
const left: string[] = [];
let server: Started;
let page: Page;

beforeAll(async () => {
  server = await startWorkbench(join(root, 'corpus/brief/lakes'));
  page = await (await server.browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  page.on('console', (message) => { if (message.type() === 'error') errors.push(message.text()); });
  page.on('pageerror', (fault) => errors.push(fault.message));
  page.on('request', (request) => { if (!request.url().startsWith(server.url)) left.push(request.url()); });
  await page.goto(`${server.url}#/brief?asOf=2031-05-19T23:59Z`);
});
afterAll(async () => { await server?.close(); });

const row = (issue: string) => page.locator('.board tbody', { has: page.locator('th', { hasText: issue }) });

describe('the place Brief', () => {
  it('shows who stands where, with the evidence behind a cell', async () => {
    await row('A force on the shore').waitFor();
    expect(await row('Monitors on the line').locator('th').innerText()).toContain('agreed');
    expect(await row('The East Shore').locator('th').innerText()).toContain('blocked');
    const cell = row('A force on the shore').getByRole('button', { name: /rejects/ });
    expect(await cell.getAttribute('aria-expanded')).toBe('false');
    await cell.click();
    const evidence = page.getByRole('region', { name: 'Hillmark on A force on the shore' });
    expect(await evidence.innerText()).toContain('No foreign troops, now or later.');
    expect(await evidence.innerText()).toContain('An unnamed official is quoted as open to a force.');
    expect(await evidence.innerText()).toContain('a media report');
    await cell.click();
    expect(await evidence.count()).toBe(0);
  });

  it('says why an issue stands so, what excludes each option and who would have to move', async () => {
    const title = row('A force on the shore').getByRole('button', { name: 'A force on the shore' });
    await title.click();
    const whole = page.getByRole('region', { name: 'Why “A force on the shore” stands so' });
    expect(await whole.innerText()).toMatch(/excluded by the red line “no foreign troops” of Hillmark/);
    expect(await whole.innerText()).toMatch(/would have to move: Hillmark \(rejects it\)/);
    await title.click();
    expect(await whole.count()).toBe(0);
  });

  it('reads on a phone an issue at a time, with nothing wider than the screen', async () => {
    const context = await server.browser.newContext({ viewport: { width: 390, height: 844 } });
    const phone = await context.newPage();
    await phone.goto(`${server.url}#/brief?asOf=2031-05-19T23:59Z`);
    await phone.locator('.board tbody').first().waitFor();
    await phone.locator('.board button.cell').first().click();
    const seen = await phone.evaluate(() => ({ wide: document.documentElement.scrollWidth, out: [...document.querySelectorAll('.board td, .board th')].filter((one) => one.getBoundingClientRect().width > 1 && one.getBoundingClientRect().right > 391).length, parties: [...document.querySelectorAll<HTMLElement>('.board td[data-label]')].slice(0, 2).map((one) => getComputedStyle(one, '::before').content) }));
    expect(seen).toEqual({ wide: 390, out: 0, parties: [expect.stringMatching(/Lakeland|Hillmark/), expect.stringMatching(/Lakeland|Hillmark/)] });
    await context.close();
  });

  it('says what changed since a day that can be chosen', async () => {
    await page.getByRole('button', { name: 'What changed' }).click();
    await page.locator('.chosen-day select').selectOption('2031-05-13');
    await page.locator('.turned h3', { hasText: 'Prisoners' }).waitFor();
    const monitors = page.locator('.turned > li', { has: page.locator('h3', { hasText: 'Monitors on the line' }) });
    expect(await monitors.innerText()).toContain('as long as they carry no arms');
  });

  it('shows the same page that would be published', async () => {
    await page.getByRole('button', { name: 'The page' }).click();
    const frame = page.frameLocator('.preview iframe');
    await frame.locator('h1').waitFor();
    expect(await frame.locator('h1').innerText()).toBe('Monitors are agreed for the Lakes; the land is not');
    const address = await page.locator('.preview iframe').getAttribute('src');
    const served = await (await fetch(new URL(address ?? '', server.url))).text();
    expect(served).toBe(siteOf(briefFor({ asOf: on('2031-05-19'), since: on('2031-05-13') })).find(({ path }) => path === 'index.html')?.text);
    await frame.getByRole('link', { name: 'Positions', exact: true }).click();
    await frame.locator('#issue-force').waitFor();
    expect(await frame.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor)).not.toBe('rgba(0, 0, 0, 0)');
  });

  it('follows the day of the rail', async () => {
    await page.goto(`${server.url}#/brief?asOf=2031-05-13T23:59Z`);
    await page.getByRole('button', { name: 'Who stands where' }).click();
    await page.locator('.board th .verdict', { hasText: 'claimed, unconfirmed' }).waitFor();
    expect(await row('Monitors on the line').locator('th').innerText()).toContain('claimed');
    expect(await page.locator('.against summary').innerText()).toContain('would be refused');
  });

  it.each([['light', 1440], ['dark', 1440], ['light', 390], ['dark', 390]] as const)('has no serious accessibility finding: %s, %s wide', async (scheme, width) => {
    const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    // The workbench lets no page run code of its own making; for the check it must.
    const context = await server.browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme, bypassCSP: true });
    const on = await context.newPage();
    await on.goto(`${server.url}#/brief?asOf=2031-05-19T23:59Z`);
    await on.locator('.board button.cell').first().click();
    for (const view of ['Who stands where', 'What changed']) {
      await on.getByRole('button', { name: view }).click();
      await on.evaluate(axe);
      const { violations } = await on.evaluate(async () => (window as unknown as { axe: { run: (where: Document) => Promise<{ violations: readonly { readonly id: string; readonly impact: string | null; readonly nodes: readonly { readonly html: string }[] }[] }> } }).axe.run(document));
      expect([view, violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120) ?? ''}`)]).toEqual([view, []]);
    }
    await context.close();
  });

  it('made no error and asked nothing of another machine', () => { expect([errors, left]).toEqual([[], []]); });
});
