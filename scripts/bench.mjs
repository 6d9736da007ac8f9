/** `npm run bench`: every benchmark under bench/, or those whose names contain a word given, bundled as the command line is. Fails when a limit is missed. */
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { prepareOrExit, root, say } from './prepare.mjs';

await prepareOrExit('build');
const words = process.argv.slice(2);
const files = readdirSync(join(root, 'bench')).filter((name) => name.endsWith('.bench.ts') && words.every((word) => name.includes(word))).sort();
if (files.length === 0) {
  say(`no benchmark is named \`${words.join(' ')}\`; \`ls bench\` lists them`);
  process.exit(2);
}
const { build } = await import('esbuild');
let worst = 0;
for (const file of files) {
  // Inside bench/, so that what a benchmark names relative to itself is found.
  const made = join(root, 'bench', `.${basename(file, '.ts')}-${process.pid}.mjs`);
  await build({ entryPoints: [join(root, 'bench', file)], outfile: made, bundle: true, platform: 'node', target: 'node20', format: 'esm', packages: 'external', logLevel: 'warning' });
  const { status } = spawnSync(process.execPath, [made], { cwd: root, stdio: 'inherit' });
  rmSync(made, { force: true });
  worst = Math.max(worst, status ?? 1);
}
process.exit(worst);
