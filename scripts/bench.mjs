/** `npm run bench`: every benchmark under bench/, or those whose names contain a word given. Fails when a limit is missed. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { prepareOrExit, root, say } from './prepare.mjs';

await prepareOrExit('build');
const words = process.argv.slice(2);
const files = readdirSync(join(root, 'bench')).filter((name) => name.endsWith('.bench.ts') && words.every((word) => name.includes(word))).sort();
if (files.length === 0) {
  say(`no benchmark is named \`${words.join(' ')}\`; \`ls bench\` lists them`);
  process.exit(2);
}
let worst = 0;
for (const file of files) {
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', join(root, 'bench', file)], { cwd: root, stdio: 'inherit' });
  worst = Math.max(worst, status ?? 1);
}
process.exit(worst);
