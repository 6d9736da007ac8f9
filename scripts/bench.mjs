/** `npm run bench`: every benchmark under bench/, or those whose names contain a word given, bundled as the command line is; words after `--`, and after the first those that name no benchmark, go to the benchmarks. Fails when a limit is missed. */
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { prepareOrExit, root, say } from './prepare.mjs';

await prepareOrExit('build');
const given = process.argv.slice(2);
// `npm run bench -- reading -- details` hands the second `--` on; `npm run bench reading details` has none.
const parting = given.indexOf('--');
const named = parting < 0 ? given : given.slice(0, parting);
const benches = readdirSync(join(root, 'bench')).filter((name) => name.endsWith('.bench.ts')).sort();
const [words, further] = [named.filter((word, at) => at === 0 || benches.some((name) => name.includes(word))), named.filter((word, at) => at > 0 && !benches.some((name) => name.includes(word)))];
const more = [...further, ...(parting < 0 ? [] : given.slice(parting + 1))];
const files = benches.filter((name) => words.every((word) => name.includes(word)));
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
  const { status } = spawnSync(process.execPath, [made, ...more], { cwd: root, stdio: 'inherit' });
  rmSync(made, { force: true });
  worst = Math.max(worst, status ?? 1);
}
process.exit(worst);
