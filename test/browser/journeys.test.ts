/** Journeys through the built workbench in a real browser: read where an article stands, exercise it, write into it, take it away as a file. Those through the Record lie in record.test.ts. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Download, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compile, runScenario } from '../../src/engine/index.js';
import { atlasFromManifest } from '../../src/geo/index.js';
import { parseTreaty } from '../../src/language/index.js';
import { openWorkbench, type Workbench } from './workbench.js';

const root = join(import.meta.dirname, '../..');
const TREATY = 'dossiers/ukraine/treaties/august-2025.casus';
let workbench: Workbench;

beforeAll(async () => { workbench = await openWorkbench(); });
afterAll(async () => {
  await workbench.close();
  expect(workbench.left, 'requests that would have left the machine').toEqual([]);
  expect(workbench.errors, 'errors on the page').toEqual([]);
});

const shown = (page: Page, words: string | RegExp) => page.getByText(words).first().waitFor({ timeout: 15_000 });
const row = (page: Page, words: string | RegExp) => page.getByRole('row').filter({ hasText: words });
const contents = async (download: Download): Promise<Buffer> => readFileSync(await download.path());

describe('Agreement', () => {
  it('opens on the dossier, shows where an article stands, and says why at an address of its own', async () => {
    const began = Date.now();
    const page = await workbench.page();
    await page.getByRole('heading', { level: 1, name: /Security guarantee for Ukraine/ }).waitFor();
    expect(Date.now() - began).toBeLessThan(5000);
    const article = page.getByRole('article', { name: /^Article 4/ });
    await shown(page, /Nothing on record has brought this text into force/);
    expect(await article.textContent()).toMatch(/pending.*no-expansion/);

    await page.getByRole('button', { name: 'Suppose it in force' }).click();
    const why = article.getByRole('link', { name: /^why no-expansion of Russia/ });
    await why.click();
    await page.getByRole('heading', { level: 1, name: 'no-expansion of Russia' }).waitFor();
    const address = page.url();
    expect(await page.getByRole('main').textContent()).toMatch(/article 4.*to be observed throughout.*prohibition no-expansion/s);

    const again = await workbench.page(address.slice(workbench.url.length));
    await again.getByRole('heading', { level: 1, name: 'no-expansion of Russia' }).waitFor();
    expect(await again.getByRole('main').innerText()).toBe(await page.getByRole('main').innerText());
  });

  it('says what a finding means in the words of the docs', async () => {
    const page = await workbench.page('#/agreement/august-2025');
    await page.getByRole('link', { name: 'what duty-without-remedy means' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Duty without remedy' }).waitFor();
    expect(await page.getByRole('main').textContent()).toMatch(/How to answer it/);
  });

  it('finds a fault as one types, keeps the draft, and goes back to the file', async () => {
    const page = await workbench.page('#/agreement/august-2025/edit');
    const area = page.getByRole('textbox', { name: 'Text of the treaty' });
    const before = await area.inputValue();
    await area.fill(`${before}\nclaim odd: never some asist is due.\n`);
    const finding = page.getByRole('region', { name: 'Findings' }).getByRole('listitem').filter({ hasText: 'asist' });
    await finding.first().waitFor();
    expect(await finding.first().textContent()).toMatch(/error/);

    await area.fill(`${before}// mine\n`);
    await page.getByRole('button', { name: 'Save draft' }).click();
    await shown(page, 'saved as your draft');
    await page.reload();
    await shown(page, /your draft/);
    expect(await area.inputValue()).toBe(`${before}// mine\n`);
    await page.getByRole('button', { name: 'back to the file' }).click();
    await expect.poll(() => area.inputValue()).toBe(before);
    expect(readFileSync(join(root, TREATY), 'utf8')).toBe(before);
  });

  it('leads from a count of breaches to the entries behind it, and says it is supposed where it is', async () => {
    const page = await workbench.page('#/agreement/minsk-2');
    const link = page.getByRole('article', { name: /^Article 1 / }).getByRole('link', { name: /^on the Record: .*ceasefire is breached/ });
    await link.waitFor({ timeout: 15_000 });
    const counted = /breached\s+ceasefire, ([\d,]+) times/.exec(await page.getByRole('article', { name: /^Article 1 / }).innerText())?.[1];
    await link.click();
    await expect.poll(() => page.locator('.chosen-count strong').innerText(), { timeout: 15_000 }).toBe(`${counted} of 3,971 entries`);
    expect(await page.getByRole('combobox', { name: 'Clause' }).inputValue()).toBe('ceasefire');
    await page.locator('.listing .judged a').first().click();
    const main = page.getByRole('main');
    await shown(page, 'What the article says');
    expect(await main.innerText()).toMatch(/as the reading sets it:\s*under "security first", prohibition ceasefire: each party/);
    const id = /Triggered by\s+(\S+)/.exec(await main.innerText())?.[1];
    await main.getByRole('link', { name: 'the entry on the Record' }).click();
    await expect.poll(() => page.locator('[data-entry]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-entry'))), { timeout: 15_000 }).toEqual([id]);

    await page.goto(`${workbench.url}#/agreement/august-2025`);
    await page.getByRole('button', { name: 'Suppose it in force' }).click();
    await shown(page, /Supposed in force for all parties from 1 Jan \d{4}, 00:00 UTC, which no entry says/);
    await page.getByRole('button', { name: 'As recorded' }).click();
    await shown(page, /Nothing on record has brought this text into force/);
  });

  it('takes dates year first, says what is none, and keeps those it was not asked to change', async () => {
    const page = await workbench.page('#/agreement/minsk-2?knownOn=2023-12-31T23:59:59.999Z');
    await shown(page, 'Ceasefire');
    await page.getByRole('button', { name: 'change the dates' }).click();
    await page.getByRole('textbox', { name: 'As it stood on' }).fill('08/17/2015');
    await page.getByRole('button', { name: 'Judge on these dates' }).click();
    await shown(page, /no time of the calendar/);
    await page.getByRole('textbox', { name: 'As it stood on' }).fill('2015-08-17 14:00');
    await page.getByRole('button', { name: 'Judge on these dates' }).click();
    await shown(page, '17 Aug 2015, 14:00 UTC');
    expect(page.url()).toMatch(/asOf=2015-08-17T14:00Z.*knownOn=2023-12-31T23:59:59.999Z/);
    expect(page.url()).not.toContain('supposedFrom');
  });

  it('gives the agreement as HTML and as Word, both saying that it is no legal advice', async () => {
    const page = await workbench.page('#/agreement/august-2025');
    await shown(page, 'Armed attack');
    const [html] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'HTML' }).click()]);
    expect(html.suggestedFilename()).toBe('august-2025.html');
    const text = (await contents(html)).toString('utf8');
    expect(text).toMatch(/An armed attack on Ukraine is treated.*not legal advice/s);
    expect(text).not.toMatch(/<script|<link|src=|https?:/);
    const [word] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Word' }).click()]);
    expect(word.suggestedFilename()).toBe('august-2025.docx');
    const bytes = await contents(word);
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
    expect(bytes.length).toBeGreaterThan(5000);
  });

  it('prints on every page where the two dates, and the notice, stand', async () => {
    const page = await workbench.page('#/agreement/august-2025');
    await shown(page, 'Armed attack');
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('term').filter({ hasText: 'As it stood on' }).isVisible()).toBe(true);
    expect(await page.getByText(/not legal advice/).isVisible()).toBe(true);
    expect(await page.getByRole('navigation').isVisible()).toBe(false);
  });
});

describe('Exercise', () => {
  it('steps with the keyboard to the breach of the silent guarantor and says why', async () => {
    const page = await workbench.page('#/exercise/august-2025');
    await page.getByRole('combobox', { name: 'Scenario' }).selectOption('one silent guarantor');
    await page.getByRole('heading', { level: 1, name: 'one silent guarantor' }).waitFor();
    await shown(page, '1 of 7 entries so far');
    for (let presses = 0; presses < 20 && await row(page, /breached/).count() === 0; presses += 1) await page.keyboard.press('ArrowRight');
    expect(await row(page, /breached/).innerText()).toMatch(/Poland.*breached.*assist.*to Ukraine.*24 h left/s);
    await page.getByRole('link', { name: 'Poland: why assist of Poland is breached' }).first().click();
    const why = page.getByRole('region', { name: 'Why: assist of Poland' });
    expect(await why.textContent()).toMatch(/article 3.*the window ended on 7 Jan 2026, 20:00 UTC.*no deploy or supply or sanction by Poland/s);

    const again = await workbench.page(page.url().slice(workbench.url.length));
    await shown(again, '164 h after the start');
    expect(await again.getByRole('main').innerText()).toBe(await page.getByRole('main').innerText());
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => row(page, /breached/).count()).toBe(0);
    await page.keyboard.press('Shift+ArrowLeft');
    await shown(page, '20 h after the start');
  });

  it('judges at once what is supposed besides the story, and takes it back', async () => {
    const page = await workbench.page('#/exercise/august-2025/scenario/1?now=2026-01-05T04:00Z');
    const expected = page.getByRole('region', { name: 'What the story expects' });
    await expected.getByText('passed').first().waitFor();
    expect(await expected.getByText('failed').count()).toBe(0);
    await page.getByText('Suppose something else happens at this point').click();
    const form = page.getByRole('form', { name: 'Add an entry' });
    await form.getByRole('combobox', { name: 'Act' }).selectOption('deploy');
    await form.getByRole('combobox', { name: 'By' }).selectOption('Poland');
    await page.getByRole('button', { name: 'Suppose it' }).click();
    await expected.getByText('failed').first().waitFor();
    expect(await expected.innerText()).toMatch(/failed\s*assist of Poland is breached; it is performed/);
    expect(await row(page, /performed.*assist/s).innerText()).toMatch(/Poland/);
    await page.reload();
    await page.getByRole('button', { name: /^remove deploy by Poland/ }).click();
    await expect.poll(() => expected.getByText('failed').count()).toBe(0);
  });

  it('shows what an attack has called up though the treaty sets no deadline, with many names folded', async () => {
    const page = await workbench.page('#/exercise/north-atlantic/scenario/1');
    const owed = page.getByRole('table').getByRole('row').filter({ hasText: 'assistance' });
    await owed.first().waitFor();
    expect(await owed.first().innerText()).toMatch(/Belgium.*and 25 others.*due.*assistance.*to Estonia.*the text sets no deadline/s);
    await owed.first().getByRole('button', { name: 'and 25 others' }).click();
    expect(await owed.first().getByRole('link').count()).toBe(31);
  });

  it('marks on a map where the story has got to', async () => {
    const page = await workbench.page('#/exercise/august-2025/scenario/7');
    const where = page.getByRole('region', { name: 'Where it has happened so far' });
    await where.locator('.marks .incident.broken').waitFor({ timeout: 15_000 });
    expect(await where.locator('.map > svg').getAttribute('aria-label')).toContain('1 entry at 1 mark');
    await page.goto(`${workbench.url}#/exercise/august-2025/scenario/8`);
    await page.getByRole('heading', { level: 1, name: /ninety days/ }).waitFor();
    expect(await where.count()).toBe(0);
  });

  it('shows under which reading verdicts differ', async () => {
    const page = await workbench.page('#/exercise/minsk-2/scenario/1');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await row(page, /DPR.*due.*border.*under “security first”/s).waitFor();
    await row(page, /Ukraine.*due.*reform.*under “politics first”/s).waitFor();
  });

  it('has one outcome for a scenario on the command line, in the engine on the text the server gives, and on the page', async () => {
    const text = await (await fetch(`${workbench.url}api/treaties/august-2025`)).text();
    const manifest = await (await fetch(`${workbench.url}api/data/atlas.json`)).json() as { maps: { file: string }[] };
    const files = new Map(await Promise.all(manifest.maps.map(async ({ file }) => [file, await (await fetch(`${workbench.url}api/data/${file}`)).json() as unknown] as const)));
    const { treaty } = parseTreaty(text);
    const compiled = compile(treaty, atlasFromManifest(manifest, (name) => files.get(name)));
    const engine = treaty.scenarios.map((scenario) => runScenario(compiled, scenario).results.map(({ outcome, actual }) => `${outcome} ${actual}`));

    const told = spawnSync(process.execPath, [join(root, 'dist/casus.cjs'), 'test', TREATY, '--json'], { cwd: root, encoding: 'utf8' });
    const { results } = JSON.parse(told.stdout) as { results: { outcome: string; actual: string }[] };
    expect(results.map(({ outcome, actual }) => `${outcome} ${actual}`)).toEqual(engine.flat());

    const page = await workbench.page('#/exercise/august-2025/scenario/1');
    for (const [index, scenario] of treaty.scenarios.entries()) {
      await page.evaluate((number) => { location.hash = `#/exercise/august-2025/scenario/${number}`; }, index + 1);
      await page.getByRole('heading', { level: 1, name: scenario.title }).waitFor();
      const lines = page.getByRole('region', { name: 'What the story expects' }).getByRole('listitem');
      await expect.poll(async () => (await lines.allInnerTexts()).map((line) => /passed|failed/.exec(line)?.[0]), { message: scenario.title }).toEqual((engine[index] ?? []).map((one) => one.split(' ')[0]));
    }
  });
});

/** Text too faint for WCAG AA, controls without a name or out of the keyboard's reach, pages without one main heading. */
async function barriers(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
    const rgb = (colour: string, under: readonly number[]): readonly number[] => {
      if (!canvas) return [0, 0, 0];
      canvas.fillStyle = `rgb(${under.join()})`;
      canvas.fillRect(0, 0, 1, 1);
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      return [...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3)];
    };
    const light = (colour: readonly number[]): number => {
      const [r = 0, g = 0, b = 0] = colour.map((part) => { const one = part / 255; return one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4; });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const behind = (element: Element): readonly number[] => {
      const above = element.parentElement ? behind(element.parentElement) : [255, 255, 255];
      return rgb(getComputedStyle(element).backgroundColor, above);
    };
    const visible = (element: Element): boolean => { const box = element.getBoundingClientRect(); return box.width > 1 && box.height > 1 && getComputedStyle(element).visibility !== 'hidden'; };
    for (const element of document.querySelectorAll('body *')) {
      const own = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '');
      if (!own || !visible(element) || element.closest(':disabled, option, optgroup, .hidden, textarea, [aria-hidden=true], svg, .skip')) continue;
      const paper = behind(element);
      const [one, other] = [light(rgb(getComputedStyle(element).color, paper)), light(paper)];
      const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
      if (ratio < 4.5) found.push(`contrast ${ratio.toFixed(2)}: ${element.textContent?.slice(0, 40)}`);
    }
    for (const control of document.querySelectorAll<HTMLElement>('a, button, input, select, textarea, summary')) {
      if (!visible(control)) continue;
      const labels = control instanceof HTMLInputElement || control instanceof HTMLSelectElement || control instanceof HTMLTextAreaElement ? control.labels : null;
      const name = control.getAttribute('aria-label') ?? (control.textContent?.trim() || labels?.[0]?.textContent?.trim() || '');
      if (name === '') found.push(`no name: ${control.outerHTML.slice(0, 80)}`);
      if (control.tabIndex < 0) found.push(`not reached by keyboard: ${name}`);
    }
    if (document.querySelectorAll('h1').length !== 1) found.push(`${document.querySelectorAll('h1').length} main headings`);
    if (document.querySelectorAll('main').length !== 1) found.push('no landmark of the content');
    return [...new Set(found)];
  });
}

describe('for everyone', () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    it(`is legible and named in ${colorScheme}`, async () => {
      const page = await workbench.page('', { colorScheme });
      const places = ['#/agreement/august-2025?supposedFrom=2026-01-01', '#/agreement/minsk-2', '#/agreement/august-2025/edit', '#/agreement/august-2025/help/left-open', '#/exercise/august-2025/scenario/1?now=2026-01-07T20:00Z', '#/exercise/minsk-2/scenario/1', '#/exercise/north-atlantic/scenario/1', '#/record/minsk-2', '#/record/august-2025', '#/compare', '#/agreement/none'];
      for (const place of places) {
        await page.evaluate((hash) => { location.hash = hash; }, place);
        await page.waitForTimeout(200);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await expect.poll(() => page.locator('[role=status].empty, p.hidden[role=status]').count(), { timeout: 15_000 }).toBe(0);
        expect(await barriers(page), place).toEqual([]);
      }
    });
  }

  it('shows where the keyboard is, and skips to the content', async () => {
    const page = await workbench.page('#/exercise/august-2025/scenario/1');
    await shown(page, '1 of 7 entries so far');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the content');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    for (let presses = 0; presses < 6; presses += 1) {
      await page.keyboard.press('Tab');
      const [inside, outline] = await page.evaluate(() => [document.activeElement?.closest('main') !== null, document.activeElement ? getComputedStyle(document.activeElement).outlineStyle : '']);
      expect([inside, outline]).toEqual([true, 'solid']);
    }
  });
});

describe('on a phone, and when something fails', () => {
  it('fits every place into 390 pixels', async () => {
    const page = await workbench.page('', { viewport: { width: 390, height: 844 } });
    for (const address of ['#/agreement/august-2025', '#/exercise/august-2025/scenario/1', '#/agreement/august-2025/edit', '#/agreement/minsk-2', '#/chances']) {
      await page.evaluate((hash) => { location.hash = hash; }, address);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForTimeout(300);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), address).toBeLessThanOrEqual(0);
    }
  });

  it('stays readable when an address names what is not there', async () => {
    const page = await workbench.page('#/agreement/none/v/nothing');
    await shown(page, 'No such treaty');
    await page.goto(`${workbench.url}#/agreement/august-2025/v/nothing`);
    await shown(page, 'No such verdict on these dates');
    await page.goto(`${workbench.url}#/exercise/august-2025/scenario/99?supposed=%7B`);
    await shown(page, 'No such scenario');
    await page.goto(`${workbench.url}#/exercise/august-2025/scenario/1?supposed=${encodeURIComponent('[{"act":"strik","actor":"Russia","occurredAt":"2026-01-01T02:00Z"}]')}`);
    await shown(page, /What was supposed cannot be judged: the treaty has no act/);
  });
});
