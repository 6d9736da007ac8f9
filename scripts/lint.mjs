/** `npm run lint`: the house style over every source, with arguments passed on to eslint. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { prepareOrExit, root } from './prepare.mjs';

await prepareOrExit('generate');
const arguments_ = process.argv.slice(2);
const { status } = spawnSync(process.execPath, [join(root, 'node_modules/eslint/bin/eslint.js'), ...(arguments_.length > 0 ? arguments_ : ['.'])], { cwd: root, stdio: 'inherit' });
process.exit(status ?? 1);
