/** The built workbench in a real browser, for the journeys: any request to another host and any error on the page is kept, and fails the journey that asks. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from './launch.js';

interface Running { readonly url: string; readonly close: () => Promise<void> }
interface Server { readonly start: (options: { readonly port: number; readonly own: string; readonly dossier?: string }) => Promise<Running> }

export interface Workbench {
  readonly url: string;
  /** A page of its own, with nothing remembered. */
  readonly page: (address?: string, options?: Parameters<Browser['newContext']>[0]) => Promise<Page>;
  /** Requests that would have left the machine, and errors on any page. Both must stay empty. */
  readonly left: readonly string[];
  readonly errors: readonly string[];
  readonly close: () => Promise<void>;
}

const root = join(import.meta.dirname, '../..');

export interface Started extends Running { readonly browser: Browser }

/** The server on a folder of its own, and a browser beside it. Without a folder it opens the dossier of the package. */
export async function startWorkbench(dossier?: string): Promise<Started> {
  const bundle = join(root, 'dist/server.cjs');
  if (!existsSync(bundle)) throw new Error('the workbench is not built; `npm test` builds it, or run `npm run build`');
  const own = mkdtempSync(join(tmpdir(), 'casus-journey-'));
  const { url, close } = await (createRequire(import.meta.url)(bundle) as Server).start({ port: 0, own, ...(dossier === undefined ? {} : { dossier }) });
  const browser = await openBrowser();
  return { url, browser, async close() { await browser.close(); await close(); rmSync(own, { recursive: true, force: true }); } };
}

export async function openWorkbench(): Promise<Workbench> {
  const { url, browser, close } = await startWorkbench();
  const left: string[] = [];
  const errors: string[] = [];
  return {
    url, left, errors,
    async page(address = '', options = {}) {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
      await context.route('**/*', (route) => {
        const to = new URL(route.request().url());
        if (to.hostname === '127.0.0.1' || to.protocol === 'data:' || to.protocol === 'blob:') return route.continue();
        left.push(to.href);
        return route.abort();
      });
      const page = await context.newPage();
      page.on('console', (message) => { if (message.type() === 'error') errors.push(message.text()); });
      page.on('pageerror', (fault) => errors.push(fault.message));
      await page.goto(url + address);
      return page;
    },
    close,
  };
}
