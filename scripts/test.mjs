/** `npm test`: installs and builds what is missing, runs every test, browser journeys included, and ends with one plain line of counts. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unpackBrowser } from './browser.mjs';
import { prepareOrExit, root, say } from './prepare.mjs';

await prepareOrExit('build');
const { lacking } = await unpackBrowser();
if (lacking.length > 0) say(`the browser of the journeys needs ${lacking.join(', ')}, which this system lacks; the journeys will fail until its packages (on Debian \`libnss3 libexpat1\`) are installed`);

const folder = mkdtempSync(join(tmpdir(), 'casus-test-'));
const report = join(folder, 'report.json');
const vitest = join(root, 'node_modules/vitest/vitest.mjs');
const { status } = spawnSync(process.execPath, [vitest, 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });
let counted = 0;
let failed = 0;
if (existsSync(report)) {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(readFileSync(report, 'utf8'));
  counted = numPassedTests + numFailedTests;
  failed = numFailedTests;
  console.log(`${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests + numTodoTests} skipped`);
}
rmSync(folder, { recursive: true, force: true });
// No test at all is a failure: a suite that did not run has shown nothing.
process.exit(status !== 0 ? (status ?? 1) : counted === 0 || failed > 0 ? 1 : 0);
