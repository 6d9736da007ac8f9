/** Opens the Chromium that comes inside a package, for the journeys. Headless, no sandbox as root, nothing fetched. */
import { chromium, type Browser } from 'playwright-core';

interface Unpacked { readonly executablePath: string; readonly env: Readonly<Record<string, string>>; readonly lacking: readonly string[] }

/** Close the browser when done. The package's own launch arguments are left out: they switch off web security. */
export async function openBrowser(): Promise<Browser> {
  const scripts = (await import('../../scripts/browser.mjs' as string)) as { unpackBrowser: () => Promise<Unpacked> };
  const { executablePath, env, lacking } = await scripts.unpackBrowser();
  if (lacking.length > 0) throw new Error(`the browser needs ${lacking.join(', ')}; on Debian install \`libnss3 libexpat1\``);
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--font-render-hinting=none'], env: { ...definedEnv(), ...env } });
}

const definedEnv = (): Record<string, string> => Object.fromEntries(Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined));
