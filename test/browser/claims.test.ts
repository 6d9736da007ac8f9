/** A journey through the claims of a text: tried in the browser with the outcome the explorer gives, and the shortest story that breaks one opened as an exercise. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { explore } from '../../src/explore/index.js';
import { parseTreaty } from '../../src/language/index.js';
import { shippedAtlas } from '../geo/atlas-file.js';
import { openWorkbench, type Workbench } from './workbench.js';

const text = readFileSync(join(import.meta.dirname, '../../dossiers/ukraine/treaties/ladder-2026.casus'), 'utf8');
let workbench: Workbench;

beforeAll(async () => { workbench = await openWorkbench(); });
afterAll(async () => {
  await workbench.close();
  expect(workbench.left, 'requests that would have left the machine').toEqual([]);
  expect(workbench.errors, 'errors on the page').toEqual([]);
});

describe('the claims of a text', () => {
  it('are answered as the explorer answers them, and a broken one opens as a story to step through', async () => {
    const { answers } = explore(parseTreaty(text).treaty, shippedAtlas());
    const page = await workbench.page('#/exercise/ladder-2026');
    await page.getByRole('button', { name: 'try them' }).click();
    const list = page.locator('.claim-list > li');
    await list.first().waitFor({ timeout: 30_000 });
    const shown = await list.allTextContents();
    for (const { claim, verdict, situations } of answers) {
      expect(shown.some((words) => words.startsWith(verdict) && words.includes(claim) && words.includes(situations.toLocaleString('en'))), `${claim} ${verdict} in ${shown.join(' | ')}`).toBe(true);
    }
    const broken = answers.find(({ verdict }) => verdict === 'fails');
    await list.filter({ hasText: broken?.claim ?? '' }).first().getByRole('link', { name: 'step through the shortest story' }).click();
    await page.getByRole('heading', { level: 1, name: 'A story of your own' }).waitFor();
    await page.locator('.story li', { hasText: 'supposed' }).first().waitFor();
    expect(await page.locator('.story li', { hasText: 'supposed' }).count()).toBe(broken?.record?.length);
    // The address holds the whole story.
    expect(decodeURIComponent(page.url())).toContain('"act":"violate"');
  });

  it('names the smallest coalitions that can ensure one, at an address of its own, and ends when asked to', async () => {
    const page = await workbench.page('#/exercise/28-points');
    await page.getByLabel('Claim to be ensured').selectOption('grave-attack-is-determined');
    await page.getByRole('button', { name: 'ask', exact: true }).focus();
    await page.keyboard.press('Enter');
    const answer = page.locator('.ensured');
    await answer.first().waitFor({ timeout: 60_000 });
    expect(await answer.first().innerText()).toMatch(/can be ensured[^]*United States\s+1\s+United States is in every one of them: without it nobody can ensure it\./);
    expect(page.url()).toContain('who=grave-attack-is-determined');
    const large = await workbench.page('#/exercise/august-2025?who=attack-brings-a-decision');
    await large.getByRole('button', { name: 'end', exact: true }).click({ timeout: 60_000 });
    await large.getByText('Ended before an answer').waitFor();
  });

  it('only the explorer\'s own worker may turn text into code', async () => {
    const policy = async (path: string): Promise<string> => (await fetch(workbench.url + path)).headers.get('content-security-policy') ?? '';
    expect(await policy('explore.worker.js')).toContain("script-src 'self' 'unsafe-eval'");
    for (const path of ['', 'main.js', 'worker.js', 'api/dossier']) expect(await policy(path)).not.toContain('unsafe-eval');
  });
});
