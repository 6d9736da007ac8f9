/** The Record in a real browser: Minsk II on the dossier's incidents, counted as the command line counts, narrowed, chosen, added to by hand. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './launch.js';

const root = join(import.meta.dirname, '../..');
const RECORD = 'dossiers/ukraine/data/ucdp-ged-ukraine.csv.gz';
// A day on which nothing further becomes known, so that page and command line judge alike.
const ON = '2023-12-31T23:59:59.999Z';
const FROM = '2017-03-01';
const TO = '2017-08-31';
const WAIT = 60_000;

interface Start { readonly start: (options: { readonly port: number; readonly own: string; readonly dossier?: string }) => Promise<{ readonly url: string; readonly close: () => Promise<void> }> }
interface Told { readonly id: string; readonly clause: string; readonly state: string; readonly trigger: string | null; readonly reasons: readonly { readonly entries: readonly string[] }[] }
interface Replayed { readonly verdicts: readonly Told[]; readonly setAside: readonly unknown[]; readonly rowsRead: number }

function replayed(): Replayed {
  const words = ['bin/casus.mjs', 'replay', 'library/minsk-2.casus', '--record', RECORD, '--as-of', ON, '--known-on', ON, '--json'];
  return JSON.parse(execFileSync(process.execPath, words, { cwd: root, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 })) as Replayed;
}

/** By clause and state, those that rest on an entry for which `counts` holds. */
function counted(verdicts: readonly Told[], counts: (id: string) => boolean): ReadonlyMap<string, number> {
  const by = new Map<string, number>();
  for (const { clause, state, trigger, reasons } of verdicts) {
    if (![...(trigger === null ? [] : [trigger]), ...reasons.flatMap(({ entries }) => entries)].some(counts)) continue;
    by.set(`${clause} ${state}`, (by.get(`${clause} ${state}`) ?? 0) + 1);
  }
  return by;
}

const number = (text: string | null): number => Number((text ?? '').replace(/[^\d]/g, ''));

async function tallied(page: Page): Promise<ReadonlyMap<string, number>> {
  const cells = await page.locator('[data-tally]').evaluateAll((found) => found.map((one) => [one.getAttribute('data-tally') ?? '', one.textContent ?? ''] as const));
  return new Map(cells.map(([name, text]) => [name, number(text)]));
}

const sorted = (counts: ReadonlyMap<string, number>): readonly (readonly [string, number])[] => [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
const onMap = async (page: Page): Promise<number> => number(/([\d,]+) entr/.exec(await page.locator('.map > svg').getAttribute('aria-label') ?? '')?.[1] ?? '');
const inSentence = async (page: Page): Promise<number> => number(/^([\d,]+)/.exec(await page.locator('.chosen-count strong').textContent() ?? '')?.[1] ?? '');
const put = async (page: Page, name: string, value: string): Promise<void> => { await page.fill(`input[name=${name}]`, value); await page.locator(`input[name=${name}]`).press('Tab'); };
/** Re-judging is over when the words that announce it are gone. */
const settled = async (page: Page): Promise<void> => { await page.waitForTimeout(50); await page.locator('.judging').waitFor({ state: 'detached', timeout: WAIT }); };

describe('the record place', () => {
  const told = replayed();
  const own = mkdtempSync(join(tmpdir(), 'casus-record-'));
  const strangers: string[] = [];
  const complaints: string[] = [];
  let running: Awaited<ReturnType<Start['start']>>;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    const { start } = createRequire(import.meta.url)(join(root, 'dist/server.cjs')) as Start;
    running = await start({ port: 0, own });
    browser = await openBrowser();
    page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.on('request', (request) => { const { protocol, hostname } = new URL(request.url()); if (/^(http|ws)/.test(protocol) && hostname !== '127.0.0.1') strangers.push(request.url()); });
    page.on('console', (message) => { if (message.type() === 'error') complaints.push(message.text()); });
    page.on('pageerror', (fault) => complaints.push(fault.message));
    await page.goto(`${running.url}#/record/minsk-2?asOf=${ON}&knownOn=${ON}&record=ucdp-ged-ukraine.csv`);
    await page.waitForSelector('.listing', { timeout: WAIT });
    await page.waitForSelector('.marks', { timeout: WAIT });
  });
  afterAll(async () => {
    await browser?.close();
    await running?.close();
    rmSync(own, { recursive: true, force: true });
  });

  it('counts verdicts by clause and state as the command line does', async () => {
    expect(told.rowsRead).toBeGreaterThan(0);
    expect(sorted(await tallied(page))).toEqual(sorted(counted(told.verdicts, (id) => id.startsWith('ucdp-'))));
    expect(await page.locator('.masthead').textContent()).toContain(`${told.rowsRead.toLocaleString('en-GB')} rows read`);
    expect(number(/([\d,]+) set aside/.exec(await page.locator('.masthead').textContent() ?? '')?.[1] ?? '')).toBe(told.setAside.length);
    expect(await page.locator('.map figcaption').textContent()).toMatch(/15 Feb 2015.*public domain.*Boundaries as recognised internationally/s);
  });

  it('lets timeline, map and list follow a period', async () => {
    const all = await inSentence(page);
    await put(page, 'from', FROM);
    await put(page, 'to', TO);
    await expect.poll(() => page.locator('input[name=to]').inputValue()).toBe(TO);
    await expect.poll(() => inSentence(page)).toBeLessThan(all);
    const shown = await inSentence(page);
    expect(shown).toBeGreaterThan(0);
    const placeless = number(/([\d,]+) entr\w+ of those shown/.exec(await page.locator('.left-out').textContent() ?? '')?.[1] ?? '0');
    expect(await onMap(page) + placeless).toBe(shown);
    while (await page.getByRole('button', { name: /^list \d+ more$/ }).count() > 0) await page.getByRole('button', { name: /^list \d+ more$/ }).click();
    const listed = await page.locator('[data-entry]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-entry') ?? ''));
    expect(listed).toHaveLength(shown);
    const ids = new Set(listed);
    expect(sorted(await tallied(page))).toEqual(sorted(counted(told.verdicts, (id) => ids.has(id))));
    // By keyboard too: the end of the period moves by one bar, and is said.
    const handle = page.getByRole('slider', { name: 'Period ends' });
    const before = await handle.getAttribute('aria-valuetext');
    await handle.press('ArrowLeft');
    await expect.poll(() => handle.getAttribute('aria-valuetext')).not.toBe(before);
    await expect.poll(() => inSentence(page)).toBeLessThan(shown);
  });

  it('narrows by a number of the tally, and says so', async () => {
    await page.getByRole('button', { name: 'the whole time' }).click();
    const wanted = counted(told.verdicts, (id) => id.startsWith('ucdp-')).get('ceasefire breached');
    await page.locator('[data-tally="ceasefire breached"]').click();
    await expect.poll(() => inSentence(page)).toBe(wanted);
    expect(await page.locator('[data-entry] .judged').first().textContent()).toMatch(/breached.*ceasefire/);
    await page.getByRole('button', { name: 'drop the filters' }).click();
  });

  it('chooses in the list what is chosen on the map, and the other way round', async () => {
    const mark = page.locator('.mark').first();
    const words = await mark.getAttribute('aria-label') ?? '';
    await mark.press('Enter');
    await page.waitForSelector('.mark[aria-pressed=true]', { timeout: WAIT });
    expect(await page.locator('.mark[aria-pressed=true]').count()).toBe(1);
    expect(await page.locator('.entries .notice').textContent()).toContain(words);
    await page.getByRole('button', { name: 'show all again' }).click();
    const row = page.locator('[data-entry]').nth(2);
    const id = await row.getAttribute('data-entry') ?? '';
    await row.locator('.entry-name').click();
    await page.waitForSelector('.opened', { timeout: WAIT });
    expect(await page.locator('.mark[aria-pressed=true]').count()).toBe(1);
    expect(await page.locator('.opened').textContent()).toContain(id);
    const verdict = told.verdicts.find(({ trigger }) => trigger === id);
    await row.locator('.why-link').first().click();
    await page.waitForSelector('.why', { timeout: WAIT });
    expect(await page.locator('.why').textContent()).toContain(id);
    expect(verdict).toBeDefined();
    await page.goBack();
    await page.waitForSelector('.listing', { timeout: WAIT });
  });

  it('leaves out what was not yet known', async () => {
    const slider = page.locator('input[type=range][name=known]');
    await slider.fill(String(Math.floor(Date.UTC(2015, 5, 30) / 86_400_000)));
    await page.waitForFunction(() => document.querySelector('.record-dates')?.textContent?.includes('not yet known'), undefined, { timeout: WAIT });
    await settled(page);
    const left = number(/([\d,]+) entries were not yet known/.exec(await page.locator('.record-dates p').textContent() ?? '')?.[1] ?? '');
    const judged = number(/([\d,]+) entries judged/.exec(await page.locator('.masthead').textContent() ?? '')?.[1] ?? '');
    expect(left).toBeGreaterThan(0);
    expect(judged).toBeLessThan(told.rowsRead);
    expect(judged + left).toBe(told.rowsRead - told.setAside.length);
  });

  it('judges an entry added by hand at once, and keeps it', async () => {
    await page.goto(`${running.url}#/record/minsk-2`);
    await settled(page);
    await page.getByRole('button', { name: 'Add an entry' }).click();
    await page.locator('.map > svg').click({ position: { x: 40, y: 40 } });
    await expect.poll(() => page.locator('input[name=latitude]').inputValue()).toMatch(/^\d+\.\d+$/);
    await page.selectOption('select[name=actor]', 'DPR');
    await page.selectOption('select[name=on]', 'Ukraine');
    await page.selectOption('select[name=argument-force]', 'armed');
    await page.fill('input[name=latitude]', '48.34');
    await page.fill('input[name=longitude]', '38.40');
    await page.fill('input[name=occurred]', '30 Feb 2019');
    await page.getByRole('button', { name: 'Write down and judge' }).click();
    await expect.poll(() => page.locator('.entry-form [role=alert]').textContent()).toContain('`30 Feb 2019` is no time');
    await page.fill('input[name=occurred]', '2019-02-16 10:00');
    await page.fill('input[name=source]', 'a witness on the road');
    await page.selectOption('select[name=reliability]', 'C');
    await page.selectOption('select[name=credibility]', '3');
    await page.getByRole('button', { name: 'Write down and judge' }).click();
    await page.waitForFunction((rows) => document.querySelector('.masthead')?.textContent?.includes(`${rows} rows read`), (told.rowsRead + 1).toLocaleString('en-GB'), { timeout: WAIT });
    await settled(page);
    await page.getByRole('link', { name: 'See what follows from it' }).click();
    await expect.poll(() => page.locator('[data-entry]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-entry')))).toEqual(['hand-1']);
    await page.fill('input[name=text]', 'witness');
    await expect.poll(() => inSentence(page)).toBe(1);
    expect(await page.locator('[data-entry] .judged').textContent()).toMatch(/breached.*ceasefire of DPR/);
    const [kept] = readFileSync(join(own, 'entries/minsk-2.jsonl'), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as { readonly assurance?: unknown; readonly occurredAt?: unknown });
    expect(kept).toMatchObject({ act: 'attack', actor: 'DPR', occurredAt: '2019-02-16T10:00Z', assurance: { source: 'C', information: 3 } });
    // What proves wrong is taken back by a later entry; the file keeps both.
    await page.locator('[data-entry] .entry-name').click();
    await page.getByRole('button', { name: 'take this entry back' }).click();
    await page.waitForSelector('text=No entry is left', { timeout: WAIT });
    expect(readFileSync(join(own, 'entries/minsk-2.jsonl'), 'utf8').trim().split('\n')).toHaveLength(2);
  });

  it('fits a phone, the map first', async () => {
    const phone = await browser.newPage({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
    await phone.goto(`${running.url}#/record/minsk-2`);
    await phone.waitForSelector('.listing', { timeout: WAIT });
    expect(await phone.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    const tops = await phone.evaluate(() => ['.map', '.timeline', '.listing'].map((name) => document.querySelector(name)?.getBoundingClientRect().top ?? NaN));
    expect([...tops].sort((a, b) => a - b)).toEqual(tops);
    await phone.close();
  });

  it('asks nothing of any other machine and reports no fault', () => {
    expect(strangers).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
