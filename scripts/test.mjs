/** `npm test`: installs what is missing, then runs every test and ends with one plain line of counts. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = new URL('..', import.meta.url).pathname;
const run = (command, args) => spawnSync(command, args, { cwd: root, stdio: 'inherit' }).status ?? 1;

if (!existsSync(join(root, 'node_modules/vitest'))) {
  const status = run('npm', ['ci', '--include=dev']);
  if (status !== 0) process.exit(status);
}
if (existsSync(join(root, 'langium-config.json'))) {
  const status = run('node', ['node_modules/langium-cli/bin/langium.js', 'generate']);
  if (status !== 0) process.exit(status);
}
const folder = mkdtempSync(join(tmpdir(), 'casus-test-'));
const report = join(folder, 'report.json');
const status = run('node', ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...process.argv.slice(2)]);
let counted = 0;
if (existsSync(report)) {
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, 'utf8'));
  counted = numPassedTests + numFailedTests;
  console.log(`${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} skipped`);
}
rmSync(folder, { recursive: true, force: true });
process.exit(status !== 0 ? status : counted === 0 ? 1 : 0);
