/** What a person waits for at the command line: the bundle's start with a check, and the replay of the UCDP record against Minsk II. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { measured, print } from './figure.js';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Runs the command as a person does, and fails where it ends otherwise than expected. */
function casus(words: readonly string[], code: number): number {
  const { status, stderr } = spawnSync(process.execPath, ['bin/casus.mjs', ...words], { cwd: root, stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' });
  if (status !== code) throw new Error(`casus ${words.join(' ')} ended with ${status}: ${stderr}`);
  return 1;
}

print(measured('casus check of one text', 'run', 1.5, 5, () => casus(['check', 'library/budapest.casus'], 1), true));
print(measured('casus replay of UCDP against Minsk II, 3,971 events', 'run', 5, 5, () => casus(['replay', 'library/minsk-2.casus', '--record', 'dossiers/ukraine/data/ucdp-ged-ukraine.csv.gz'], 0), true));
