/** Journeys through Chances: run with the figures the room of runs gives, ended with what was done marked as partial, a failure opened in Exercise and taken away as a record. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseTreaty } from '../../src/language/index.js';
import { simulate } from '../../src/simulate/index.js';
import { behaviourFor, toldOf } from '../../src/workbench/browser/judging/chancing.js';
import { USUAL, type Asking } from '../../src/workbench/browser/view/asking.js';
import { percent, rangeWords } from '../../src/workbench/browser/view/chances.js';
import { shippedAtlas } from '../geo/atlas-file.js';
import { openWorkbench, type Workbench } from './workbench.js';

const { treaty } = parseTreaty(readFileSync(join(import.meta.dirname, '../../dossiers/ukraine/treaties/ladder-2026.casus'), 'utf8'));
const FIRST = 'violate by Russia on Ukraine at Kharkiv scale expanded';
const CLAIM = 'three-answer-though-one-defaults';
const asking: Asking = { ...USUAL, behaviour: 'berkemeier-fuhrmann-2018-after-1945', stimulus: FIRST, runs: 2000, seed: 5 };
const WAIT = 60_000;
let workbench: Workbench;

beforeAll(async () => { workbench = await openWorkbench(); });
afterAll(async () => {
  await workbench.close();
  expect(workbench.left, 'requests that would have left the machine').toEqual([]);
  expect(workbench.errors, 'errors on the page').toEqual([]);
});

const done = async (page: Page): Promise<void> => {
  await page.locator('table.chances').waitFor({ timeout: WAIT });
  await page.waitForFunction(() => !document.querySelector('.progress'), undefined, { timeout: WAIT });
};
const figures = (page: Page): Promise<readonly string[]> => page.locator('table.chances tbody tr').allInnerTexts();

describe('Chances', () => {
  it('shows what is assumed with its source, runs it, and gives the figures that the room of runs gives, again at the same address', async () => {
    const told = simulate(treaty, shippedAtlas(), behaviourFor(treaty, asking), { seed: 5, runs: 2000, horizonDays: 30, sets: 40, shard: [1, 1] }).map((one) => toldOf(treaty, one));
    const page = await workbench.page('#/chances/ladder-2026');
    await page.getByText('Nothing has been run yet').waitFor({ timeout: WAIT });
    await page.getByLabel('Assumed behaviour').selectOption(asking.behaviour ?? '');
    await page.getByText('share of alliance commitments kept in war after 1945, about 22 %').waitFor();
    await page.getByLabel('What happens first').selectOption(FIRST);
    await page.getByLabel('Runs', { exact: true }).fill('many');
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    expect(await page.locator('.asking [role=alert]').textContent()).toBe('many is no whole number from 1 to 1,000,000');
    await page.getByLabel('Runs', { exact: true }).fill('2000');
    await page.getByLabel('Seed of the draws').fill('5');
    await page.keyboard.press('Enter');
    await done(page);
    const shown = await figures(page);
    for (const { reading, claims } of told) for (const { claim, chance } of claims) {
      const row = shown.find((words) => words.includes(claim) && words.includes(reading ?? '')) ?? '';
      expect(row, `${claim} under ${reading}`).toContain(percent(chance.chance ?? NaN));
      expect(row).toContain(rangeWords(chance));
      expect(row).toContain(rangeWords(chance.beliefs ?? { low: NaN, high: NaN }));
    }
    // Under every figure, and once in full beside them.
    const assumed = await page.locator('.assumed').allInnerTexts();
    expect(assumed.length).toBe(await page.locator('.chart').count() + 1);
    for (const words of assumed) expect(words).toMatch(/berkemeier-fuhrmann-2018-after-1945.*scale expanded.*2,000 runs, seed 5.*Not a forecast/s);
    expect(await page.locator('.basis').innerText()).toMatch(/Not a forecast[^]*Berkemeier and Fuhrmann 2018/);

    await page.getByRole('link', { name: CLAIM }).first().click();
    await page.getByRole('heading', { level: 2, name: new RegExp(CLAIM) }).waitFor();
    await page.waitForFunction(() => document.activeElement?.id === 'one-claim');
    const again = await workbench.page(page.url().slice(workbench.url.length));
    await done(again);
    expect(await again.getByRole('main').innerText()).toBe(await page.getByRole('main').innerText());
  });

  it('ends when asked to, and marks what was done as partial wherever a figure stands', async () => {
    const page = await workbench.page(`#/chances/ladder-2026?runs=1000000&seed=5&days=30&first=${encodeURIComponent(FIRST)}&behaviour=${asking.behaviour}`);
    await page.locator('table.chances').waitFor({ timeout: WAIT });
    await page.getByRole('button', { name: 'cancel' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Ended before all runs were done').waitFor();
    // The focus is where the cancelled runs are told of, not lost with the button.
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Ended before all runs were done');
    expect(await page.locator('.notice').innerText()).toMatch(/[\d,]+ of 2,000,000 runs\..*The figures below are partial/s);
    const assumed = await page.locator('.assumed').allInnerTexts();
    expect(assumed.length).toBeGreaterThan(3);
    for (const words of assumed) expect(words).toMatch(/^Partial: [\d,]+ runs of 1,000,000\./);
    const before = await figures(page);
    await page.waitForTimeout(600);
    expect(await figures(page)).toEqual(before);
    await page.getByRole('button', { name: 'begin again' }).click();
    await page.getByRole('progressbar', { name: 'Runs done' }).waitFor();
  });

  it('opens a failure in Exercise in one click, and hands its record over as a file', async () => {
    const [first] = simulate(treaty, shippedAtlas(), behaviourFor(treaty, asking), { seed: 5, runs: 2000, horizonDays: 30, sets: 40, shard: [1, 1] }).map((one) => toldOf(treaty, one));
    const failure = first?.claims.find(({ claim }) => claim === CLAIM)?.failures[0];
    const page = await workbench.page(`#/chances/ladder-2026?runs=2000&seed=5&days=30&first=${encodeURIComponent(FIRST)}&behaviour=${asking.behaviour}&claim=${CLAIM}&reading=${encodeURIComponent(first?.reading ?? '')}`);
    await done(page);
    const row = page.locator('.failures li').first();
    expect(await row.innerText()).toContain(`${failure?.count} runs`);
    const taken = page.waitForEvent('download');
    await row.getByRole('button', { name: /download the record/ }).click();
    const file = readFileSync(await (await taken).path(), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as { readonly act: string });
    expect(file.map(({ act }) => act)).toEqual(failure?.record.map(({ act }) => act));
    await row.getByRole('link', { name: /step through run \d+ in Exercise/ }).click();
    await page.getByRole('heading', { level: 1, name: 'A story of your own' }).waitFor({ timeout: WAIT });
    const supposed = page.locator('.story li', { hasText: 'supposed' });
    await supposed.first().waitFor({ timeout: WAIT });
    expect(await supposed.count()).toBe(failure?.record.length);
    await page.getByRole('button', { name: 'next entry' }).click();
    // Back at the figures they are still there: nothing is run again.
    await page.goBack();
    await page.getByText('How often each claim held').waitFor();
  });

  it('has the figures behind each drawing as a table, opened by keyboard, and words for the drawing itself', async () => {
    const page = await workbench.page(`#/chances/august-2025?runs=500&seed=1&days=30&powers=call&claim=answered`);
    await done(page);
    for (const svg of await page.locator('.figures svg[role=img]').all()) expect((await svg.getAttribute('aria-label'))?.length).toBeGreaterThan(40);
    const summaries = page.locator('.figures summary');
    expect(await summaries.count()).toBeGreaterThanOrEqual(4);
    for (const summary of await summaries.all()) {
      await summary.focus();
      await page.keyboard.press('Enter');
      expect(await summary.locator('xpath=..').locator('tbody tr').first().isVisible()).toBe(true);
    }
    expect(await page.getByRole('region', { name: /Forces there/ }).innerText()).toMatch(/5 needed by day 10/);
  });

  it('says so where a claim was never asked, where the text makes none, and where the address asks for what is not there', async () => {
    const page = await workbench.page('#/chances/august-2025?runs=200&seed=1&days=30&claim=answered');
    await done(page);
    expect(await page.getByRole('row', { name: /^answered/ }).innerText()).toMatch(/never asked.*no figure/s);
    expect(await page.locator('.one-claim').innerText()).toContain('say nothing of it: neither that it holds nor that it fails');
    await page.evaluate(() => { location.hash = '#/chances/locarno'; });
    await page.getByRole('heading', { name: 'This text makes no claim that a run can answer' }).waitFor({ timeout: WAIT });
    await page.evaluate(() => { location.hash = '#/chances/ladder-2026?runs=100&behaviour=hope'; });
    await page.getByText(/there is no behaviour\s+hope/).waitFor({ timeout: WAIT });
  });

  it('fits a phone', async () => {
    const page = await workbench.page('#/chances/august-2025?runs=500&seed=1&days=30&powers=call', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
    await done(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });

  it('lets the worker of the runs turn text into code, and nothing else that it did not before', async () => {
    expect((await fetch(`${workbench.url}chances.worker.js`)).headers.get('content-security-policy')).toContain("script-src 'self' 'unsafe-eval'");
    expect((await fetch(workbench.url)).headers.get('content-security-policy')).not.toContain('unsafe-eval');
  });
});
