/** `npm run soak`: the property tests with far more cases. CASUS_RUNS tells them how many; 100,000 unless set. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { prepareOrExit, root } from './prepare.mjs';

await prepareOrExit('build');
const env = { ...process.env, CASUS_RUNS: process.env.CASUS_RUNS ?? '100000' };
const asked = process.argv.slice(2);
const { status } = spawnSync(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--testTimeout=3600000', ...(asked.length > 0 ? asked : ['test/language', 'test/record', '-t', 'random'])], { cwd: root, stdio: 'inherit', env });
process.exit(status ?? 1);
