/** The brief in a real browser, without JavaScript and from files: no grave finding of accessibility in either theme, no page wider than a phone, nothing cut off, nothing fetched from elsewhere, and light enough. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fonts } from '../../src/cli/dossiers.js';
import { LAKES, site, UKRAINE } from '../dossier/dossiers.js';
import { openBrowser } from './launch.js';

interface AxeFinding { readonly id: string; readonly impact: string | null; readonly nodes: readonly { readonly html: string }[] }

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'casus-brief-'));
let browser: Browser;
const asked: string[] = [];

beforeAll(async () => {
  for (const dossier of [LAKES, UKRAINE]) for (const { path, content } of [...site({}, dossier).map(({ path, text }) => ({ path, content: text })), ...fonts()]) {
    const to = join(folder, dossier, path);
    mkdirSync(dirname(to), { recursive: true });
    writeFileSync(to, content);
  }
  browser = await openBrowser();
});
afterAll(async () => { await browser?.close(); rmSync(folder, { recursive: true, force: true }); });

/** Scripts of the page are off; axe is run from outside. */
async function page(dossier: string, file: string, width: number, scheme: 'light' | 'dark', script = false): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 844 }, colorScheme: scheme, javaScriptEnabled: script });
  const made = await context.newPage();
  made.on('request', (request) => asked.push(request.url()));
  await made.goto(pathToFileURL(join(folder, dossier, file)).href);
  return made;
}

/** Every page; of the comparisons, which differ in their day alone, the longest and the shortest. */
function pagesOf(dossier: string): readonly string[] {
  const all = site({}, dossier).map(({ path }) => path).filter((path) => path.endsWith('.html'));
  const since = all.filter((path) => path.startsWith('since/')).sort();
  return all.filter((path) => !since.includes(path) || path === since[0] || path === since.at(-1));
}
const GRAVE = ['serious', 'critical'];

async function findings(on: Page): Promise<readonly string[]> {
  await on.evaluate(axe);
  const { violations } = await on.evaluate(async () => (window as unknown as { axe: { run: (where: Document, options: object) => Promise<{ violations: readonly AxeFinding[] }> } }).axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
  return violations.filter(({ impact }) => GRAVE.includes(impact ?? '')).map(({ id, impact, nodes }) => `${impact ?? ''} ${id}: ${nodes[0]?.html.slice(0, 160) ?? ''}`);
}

describe.each([[LAKES], [UKRAINE]])('the brief of %s', (dossier) => {
  const PAGES = pagesOf(dossier);

  it.each([['light', 1440], ['dark', 1440], ['light', 390], ['dark', 390]] as const)('has no serious accessibility finding: %s, %s wide', async (scheme, width) => {
    for (const file of PAGES) {
      const on = await page(dossier, file, width, scheme, true);
      expect([file, await findings(on)]).toEqual([file, []]);
      await on.context().close();
    }
  });

  it('fits a phone: nothing wider than the screen, no text too small, nothing cut off, targets to hit', async () => {
    for (const file of PAGES) {
      const on = await page(dossier, file, 390, 'light', true);
      const seen = await on.evaluate(() => {
        const shown = (one: Element): boolean => { const { width, height } = one.getBoundingClientRect(); return width > 1 && height > 1; };
        const inside = (one: Element): boolean => one.closest('.wide, .here, .hidden, thead') !== null;
        const texts = [...document.querySelectorAll('main p, main li, main td, main th, main h1, main h2, main h3, main dd, main dt')].filter((one) => shown(one) && !inside(one));
        return {
          wide: document.documentElement.scrollWidth, small: texts.filter((one) => Number.parseFloat(getComputedStyle(one).fontSize) < 12).map((one) => one.textContent?.slice(0, 40)),
          out: texts.filter((one) => one.getBoundingClientRect().right > 391 || one.getBoundingClientRect().left < -1).map((one) => one.textContent?.slice(0, 40)),
          targets: [...document.querySelectorAll('header nav a, summary')].filter((one) => shown(one) && one.getBoundingClientRect().height < 24).map((one) => one.textContent),
        };
      });
      expect([file, seen]).toEqual([file, { wide: 390, small: [], out: [], targets: [] }]);
      await on.context().close();
    }
  });

  it('prints without navigation, in black on white, with what is folded opened, and no wider than the sheet', async () => {
    const widths = [];
    for (const file of ['index.html', 'issues.html']) {
      const on = await page(dossier, file, 718, 'dark', true);
      await on.emulateMedia({ media: 'print', colorScheme: 'dark' });
      widths.push(await on.evaluate(() => ({
        wide: document.documentElement.scrollWidth <= 718, paper: getComputedStyle(document.body).backgroundColor, ink: getComputedStyle(document.body).color,
        shown: [...document.querySelectorAll('nav, .self, .up, .skip')].filter((one) => one.getBoundingClientRect().height > 1).length,
        folded: [...document.querySelectorAll('details > :not(summary)')].filter((one) => !one.checkVisibility()).length,
      })));
      await on.context().close();
    }
    expect(widths).toEqual(widths.map(() => ({ wide: true, paper: 'rgb(255, 255, 255)', ink: 'rgb(0, 0, 0)', shown: 0, folded: 0 })));
  });

  it('lets the reader of a phone reach any issue from the top, and the contents from any section', async () => {
    const on = await page(dossier, 'issues.html', 390, 'light', true);
    const found = await on.evaluate(() => ({ lead: [...document.querySelectorAll<HTMLAnchorElement>('#contents a')].map((one) => one.hash.slice(1)), are: [...document.querySelectorAll('section.issue')].map(({ id }) => id), back: [...document.querySelectorAll('section.issue')].filter((one) => one.querySelector('.up a[href="#contents"]') === null).length, top: document.querySelector('#contents')?.getBoundingClientRect().top ?? Infinity }));
    expect(found.lead).toEqual(found.are);
    expect([found.back, found.top < 844]).toEqual([0, true]);
    await on.context().close();
  });

  it('looks the same without scripts, and different in the dark', async () => {
    const shot = async (scheme: 'light' | 'dark'): Promise<Buffer> => { const on = await page(dossier, 'index.html', 390, scheme); const picture = await on.screenshot({ fullPage: true }); await on.context().close(); return picture; };
    const [light, again, dark] = [await shot('light'), await shot('light'), await shot('dark')];
    expect(light.equals(again)).toBe(true);
    expect(light.equals(dark)).toBe(false);
    expect(light.byteLength).toBeGreaterThan(30_000);
  });

  it('weighs under 300 kB a page with style and fonts, the map apart', () => {
    const files = site({}, dossier);
    const besides = files.filter(({ path }) => path === 'style.css').reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) + fonts().reduce((sum, { content }) => sum + content.length, 0);
    const pages = files.filter((one) => one.path.endsWith('.html'));
    const weights = pages.map(({ path, text }) => [path, Buffer.byteLength(text) + besides] as const).sort((a, b) => b[1] - a[1]);
    for (const [path, weight] of weights) expect([path, weight < 300_000]).toEqual([path, true]);
    // The map and the zones are the only pictures: whatever else a page showed would have to be weighed here.
    const pictures = pages.flatMap(({ text }) => [...text.matchAll(/<(?:img|source)[^>]+(?:src|srcset)="([^"]+)"/g)].map(([, to = '']) => to.replace(/^(?:\.\.\/)+/, '')));
    expect(pictures.filter((to) => !/^(?:map|map-narrow|zone-[a-z0-9-]+)\.svg$/.test(to))).toEqual([]);
    console.info(`${dossier}: style and fonts ${besides} bytes; ${weights.filter(([path]) => !path.startsWith('since/')).map(([path, weight]) => `${path} ${weight}`).join(', ')}; heaviest comparison ${weights.find(([path]) => path.startsWith('since/'))?.[1] ?? 0}`);
  });
});

it('nothing is asked of another machine', () => {
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.filter((url) => !url.startsWith('file:') && !url.startsWith('data:'))).toEqual([]);
});
