/** Brings a checkout to where it can run: packages installed, parser made, bundles built. Does only what is missing. */
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';
import { generate } from './generate.mjs';
import { install } from './install.mjs';
import { withLock } from './lock.mjs';

export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/, '');

/** Progress goes to stderr: stdout belongs to the command that was asked for. */
export const say = (words) => void process.stderr.write(`casus: ${words}\n`);

/** `upTo`: `install`, `generate` or `build`, each with what comes before it. */
export const prepare = (upTo = 'build') => withLock(root, async () => {
  install(root, say);
  if (upTo === 'install') return;
  generate(root, say);
  if (upTo === 'generate') return;
  await build(root, say);
});

/** A failed preparation ends the process with its message, not with a stack trace. */
export async function prepareOrExit(upTo) {
  try {
    await prepare(upTo);
  } catch (fault) {
    say(process.env.CASUS_DEBUG ? fault.stack : fault.message);
    process.exit(2);
  }
}

// Run by itself: `node scripts/prepare.mjs [install|generate|build]`.
if (process.argv[1] === fileURLToPath(import.meta.url)) await prepareOrExit(process.argv[2] ?? 'build');
