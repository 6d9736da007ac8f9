/** `npm run typecheck`: the pure rooms without DOM and Node, each edge with its own, then everything with the tests. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { prepareOrExit, root } from './prepare.mjs';

await prepareOrExit('generate');
const check = (project) => new Promise((done) => {
  const tsc = spawn(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', project, '--pretty', String(process.stdout.isTTY === true)], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  let words = '';
  tsc.stdout.on('data', (more) => { words += more; });
  tsc.on('close', (status) => {
    // TS18003: no inputs. A wall whose rooms are not built yet holds.
    if (status !== 0 && /error TS18003/.test(words)) status = 0;
    else if (words !== '') process.stdout.write(`${project}\n${words}`);
    done(status ?? 1);
  });
});

const [pure, node] = await Promise.all([check('tsconfig.pure.json'), check('tsconfig.node.json')]);
const [browser, whole] = await Promise.all([check('tsconfig.browser.json'), check('tsconfig.json')]);
process.exit(Math.max(pure, node, browser, whole));
