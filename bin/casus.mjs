#!/usr/bin/env node
/** `casus`: runs the bundled command line. In a checkout it prepares first when the bundle is missing or older than the sources. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { run } from './bundle.mjs';

const inRoot = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const bundle = inRoot('dist/casus.cjs');

if (existsSync(inRoot('src/cli')) && existsSync(inRoot('scripts/prepare.mjs'))) {
  const { built } = await import('../scripts/build.mjs');
  if (!existsSync(bundle) || !built(inRoot('.').replace(/[/\\]$/, ''))) {
    const { prepareOrExit } = await import('../scripts/prepare.mjs');
    await prepareOrExit('build');
  }
}
if (existsSync(bundle)) {
  run(bundle);
} else {
  process.stderr.write('casus: the command line is not built; run `npm run build` in the folder of the project\n');
  process.exitCode = 2;
}
