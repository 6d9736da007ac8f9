/** Reading a report in the place Brief: paste, look at passages and proposals both ways, accept one, see it on the board, take it back; what cannot be read or accepted says why; nothing of it is fetched before it is asked for. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../house/files.js';
import { startWorkbench, type Started } from './workbench.js';

const errors: string[] = [];
const asked: string[] = [];
let server: Started;
let page: Page;

const REPORT = `No troops on the shore, Hillmark says

HARBOUR TOWN, 15 May 2031 - Hillmark Prime Minister Tam Corrie rejected a force of the Lake Union on the shore.

Lakeland President Orla Venn said on Thursday that Lakeland accepts unarmed monitors. Bernard Quill, a fisherman, said the harbour fees should be dropped.

The shelling has killed 1,200 people. [figure to come]
`;
const ADDRESS = '#/brief?asOf=2031-05-13T23:59Z';

beforeAll(async () => {
  server = await startWorkbench(join(root, 'corpus/brief/lakes'));
  page = await (await server.browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  page.on('console', (message) => { if (message.type() === 'error') errors.push(message.text()); });
  page.on('pageerror', (fault) => errors.push(fault.message));
  page.on('request', (request) => asked.push(request.url()));
});
afterAll(async () => { await server?.close(); });

const opened = (on: Page): Promise<void> => on.getByRole('button', { name: 'Read a report' }).click();
async function read(on: Page, text = REPORT): Promise<void> {
  await on.locator('textarea[name=report]').fill(text);
  await on.getByRole('button', { name: 'Read it' }).click();
}
const focused = (on: Page): Promise<string | undefined> => on.evaluate(() => document.activeElement?.id);
/** As a paste brings it: filling a field would be typing. */
const paste = (on: Page, length: number): Promise<void> => on.evaluate((many) => {
  const data = new DataTransfer();
  data.setData('text/plain', 'Talks go on\n\nNobody said more. '.padEnd(many, 'The boats lay on the beach all winter. '));
  document.querySelector('textarea')?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
}, length);

describe('reading a report', () => {
  it('the first screen fetches neither the place nor the reader', async () => {
    await page.goto(server.url);
    await page.locator('h1').waitFor();
    await page.waitForLoadState('networkidle');
    expect(asked.some((url) => url.endsWith('main.js'))).toBe(true);
    expect(asked.filter((url) => /brief\.(?:js|css)|reading/.test(url))).toEqual([]);
    await page.goto(`${server.url}${ADDRESS}`);
    await opened(page);
    await page.locator('textarea[name=report]').waitFor();
    expect(asked.filter((url) => /reading\.worker/.test(url))).toEqual([]);
  });

  it('says that there is nothing to read', async () => {
    await page.getByRole('button', { name: 'Read it' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('nothing to read yet');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('report');
  });

  it('shows the text with what was found in it', async () => {
    await read(page);
    await page.locator('.read').waitFor();
    expect(await page.locator('.report-text').innerText()).toContain('Bernard Quill, a fisherman, said');
    expect(await page.locator('#statement-1').innerText()).toMatch(/Tam Corrie, for Hillmark\s+rejects\s+on “A force on the shore” · own word · attribution plain\s\(0\.95\)/);
    expect((await page.locator('.faults .who').allInnerTexts()).map((words) => words.replace(/\s+/g, ' ').trim())).toEqual(['a Undated figure', 'b Placeholder']);
    expect((await page.locator('.report-text .faulty').allTextContents()).join('')).toBe('1,200 people[figure to come]');
    expect(await page.locator('#statement-3').innerText()).toMatch(/cannot be accepted\s*: it is by Bernard Quill, no speaker of the dossier.*speaker Bernard-Quill/s);
  });

  it('leads from a passage to its proposal and back, by keyboard alone', async () => {
    await page.getByRole('button', { name: 'fault b, placeholder' }).focus();
    await page.keyboard.press('Enter');
    expect([await focused(page), await page.locator('#fault-2').getAttribute('aria-current')]).toEqual(['fault-2', 'true']);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect([await focused(page), (await page.locator('.report-text .looked').allInnerTexts()).join('')]).toEqual(['fault-2-in-text', '[figure to come]']);
  });

  it('asks for option and outlet, then takes the statement in: the board shows it, the day moves on', async () => {
    const button = page.getByRole('button', { name: 'Accept statement 1' });
    await button.click();
    expect(await page.locator('#statement-1 [role=alert]').innerText()).toContain('which option');
    await page.locator('#statement-1 select').selectOption('union-force');
    await button.click();
    expect(await page.locator('.occasion [role=alert]').innerText()).toContain('outlet');
    expect([await page.evaluate(() => document.activeElement?.getAttribute('name')), await page.locator('[name=day]').inputValue()]).toEqual(['outlet', '2031-05-15']);
    await page.keyboard.type('Shore Radio');
    await button.click();
    await page.locator('#statement-1 .taken').waitFor();
    expect(await page.locator('#statement-1 .taken').innerText()).toContain('moved on to 15 May 2031');
    await page.locator('#statement-1').getByRole('button', { name: 'see it on the board' }).click();
    const evidence = page.getByRole('region', { name: 'Hillmark on A force on the shore' });
    await evidence.waitFor();
    expect(await evidence.innerText()).toContain('Shore Radio, 15 May 2031');
    expect(await page.locator('.here-too').innerText()).toContain('1 statement accepted here');
    await page.getByRole('button', { name: 'What changed' }).click();
    await page.locator('.brief-changes').getByText('Shore Radio, 15 May 2031').first().waitFor();
    await page.getByRole('button', { name: 'The page' }).click();
    await page.frameLocator('.preview iframe').getByRole('link', { name: 'Positions', exact: true }).click();
    await page.frameLocator('.preview iframe').locator('#issue-force').waitFor();
    expect(await page.frameLocator('.preview iframe').locator('#issue-force').textContent()).toContain('Prime Minister of Hillmark, 15 May 2031: Hillmark rejects “a force of the Lake Union”');
  });

  it('is kept over a reload, handed over as lines, and taken back', async () => {
    await page.goto(`${server.url}#/brief?asOf=2031-05-15T23:59Z`);
    await page.reload();
    await opened(page);
    await page.locator('.accepted li').waitFor();
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download 1 line' }).click()]);
    const lines = readFileSync(await file.path(), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as object);
    expect([file.suggestedFilename(), lines]).toEqual(['accepted.jsonl', [expect.objectContaining({ act: 'state', actor: 'Hillmark', occurredAt: '2031-05-15', arguments: expect.objectContaining({ option: 'union-force', stance: 'rejects' }) as object })]]);
    await page.getByRole('button', { name: 'take it back: Tam Corrie, A force on the shore' }).click();
    await page.locator('.accepted').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Who stands where' }).click();
    await page.locator('.board tbody').first().waitFor();
    expect([await page.getByText('Shore Radio, 15 May 2031').count(), await page.locator('.here-too').count()]).toEqual([0, 0]);
  });

  it('reads a chosen page, and shows its article', async () => {
    await opened(page);
    await page.locator('input[type=file]').setInputFiles({ name: 'page.html', mimeType: 'text/html', buffer: Buffer.from(`<html><body><nav>Home News</nav><article><h1>Talks</h1>${REPORT.split('\n\n').slice(1).map((one) => `<p>${one} And the harbour was closed for the winter, as it is every year.</p>`).join('')}</article></body></html>`) });
    await page.locator('.read').waitFor();
    expect(await page.locator('.report-text').innerText()).not.toContain('Home News');
    expect((await page.locator('#statement-1 .from-text').innerText()).replace(/^Statement 1 in the text: /, '')).toMatch(/Tam Corrie rejected a force/);
    expect(await page.locator('ul.notice').innerText()).toContain('read as a page');
  });

  it('reads a dropped file, in the coding it is in', async () => {
    await page.getByRole('button', { name: 'Read another' }).click();
    await page.evaluate((text) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from([0xff, 0xfe, ...[...text].flatMap((sign) => [sign.charCodeAt(0) & 255, sign.charCodeAt(0) >> 8])])], 'dropped.txt', { type: 'text/plain' }));
      document.querySelector('.report-form')?.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    }, REPORT);
    await page.getByRole('heading', { name: 'Read: dropped.txt' }).waitFor();
    expect([await page.locator('ul.notice').innerText(), await page.locator('#statement-1 .who').innerText()]).toEqual(['read as UTF-16', expect.stringContaining('Tam Corrie')]);
  });

  it.each<[string, string, Buffer, RegExp]>([['an empty file', 'empty.txt', Buffer.alloc(0), /empty\.txt is empty/], ['a picture', 'p.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]), /is a picture, and is no text/], ['bytes of no text', 'noise.txt', Buffer.from(Array.from({ length: 4_000 }, (_, at) => (at * 37) % 256)), /noise\.txt is no text/], ['blanks', 'blank.txt', Buffer.from(' \n\n'), /nothing but blanks/]])('says why it cannot read %s', async (_what, name, buffer, words) => {
    await page.goto(`${server.url}#/agreement`);
    await page.goto(`${server.url}${ADDRESS}`);
    if (await page.getByRole('button', { name: 'Read another' }).count() > 0) await page.getByRole('button', { name: 'Read another' }).click();
    else await opened(page);
    await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/plain', buffer });
    await page.locator('.failing', { hasText: words }).waitFor();
  });

  it('reads a huge paste without putting it into the field, and says what was not read', async () => {
    await paste(page, 450_000);
    await page.locator('.read').waitFor({ timeout: 60_000 });
    expect(await page.locator('ul.notice').innerText()).toContain('only the first 200,000 of 450,000 characters were read');
    await page.getByRole('button', { name: 'Read another' }).click();
    expect((await page.locator('textarea[name=report]').inputValue()).length).toBeLessThan(1_000);
  });

  it('can be ended, and the field is there again', async () => {
    await paste(page, 400_000);
    const end = page.getByRole('button', { name: 'End it' });
    await end.waitFor();
    expect(await page.getByRole('status').first().innerText()).toContain('Reading what was pasted');
    await end.click();
    expect(await page.locator('.notice').innerText()).toContain('The reading was ended');
    await read(page, REPORT);
    await page.locator('#statement-1').waitFor();
  });

  it.each([['light', 1440], ['dark', 1440], ['light', 390], ['dark', 390]] as const)('has no accessibility finding, and nothing wider than the screen: %s, %s wide', async (scheme, width) => {
    const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    const context = await server.browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme, bypassCSP: true });
    const on = await context.newPage();
    const findings = async (): Promise<readonly string[]> => {
      await on.evaluate(axe);
      const { violations } = await on.evaluate(async () => (window as unknown as { axe: { run: (where: Document, options: object) => Promise<{ violations: readonly { readonly id: string; readonly impact: string | null; readonly nodes: readonly { readonly html: string }[] }[] }> } }).axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 140) ?? ''}`);
    };
    await on.goto(`${server.url}${ADDRESS}`);
    await opened(on);
    await on.getByRole('button', { name: 'Read it' }).click();
    expect(['form', await findings()]).toEqual(['form', []]);
    await read(on);
    await on.locator('.read').waitFor();
    await on.locator('#statement-1 select').selectOption('union-force');
    await on.getByRole('button', { name: 'Accept statement 1' }).click();
    expect(['asking', await findings()]).toEqual(['asking', []]);
    await on.locator('[name=outlet]').fill('Shore Radio');
    await on.getByRole('button', { name: 'Accept statement 1' }).click();
    await on.locator('.accepted').waitFor();
    await on.getByRole('button', { name: 'statement 2, Orla Venn' }).click();
    expect(['read', await findings()]).toEqual(['read', []]);
    const seen = await on.evaluate(() => ({ wide: document.documentElement.scrollWidth, out: [...document.querySelectorAll('.read *')].filter((one) => one.getBoundingClientRect().width > 1 && one.getBoundingClientRect().right > innerWidth + 1 && one.closest('.hidden') === null).map((one) => one.className) }));
    expect(seen).toEqual({ wide: width, out: [] });
    await on.locator('#statement-1').getByRole('button', { name: 'take it back: statement 1' }).click();
    await on.locator('.accepted').waitFor({ state: 'detached' });
    await context.close();
  });

  it('made no error and asked nothing of another machine', () => { expect([errors, asked.filter((url) => !url.startsWith(server.url) && !url.startsWith('blob:'))]).toEqual([[], []]); });
});
