/** Words of a command line to a verb, and its exit code. Every fault ends here, in words. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nearest } from '../language/index.js';
import { readArguments } from './arguments.js';
import { BAD_INPUT, BadInput, FINE, complain, complainUnexpected } from './faults.js';
import { packageRoot } from './files.js';
import { showHelp, showVerbHelp } from './help.js';
import type { Terminal } from './terminal.js';
import type { Verb } from './verb.js';
import { brief } from './verbs/brief.js';
import { check } from './verbs/check.js';
import { explain } from './verbs/explain.js';
import { explore } from './verbs/explore.js';
import { exportTo } from './verbs/export.js';
import { merge } from './verbs/merge.js';
import { open } from './verbs/open.js';
import { read } from './verbs/read.js';
import { replay } from './verbs/replay.js';
import { simulate } from './verbs/simulate.js';
import { standing } from './verbs/standing.js';
import { test } from './verbs/test.js';

export const VERBS: readonly Verb[] = [check, test, replay, explain, standing, explore, exportTo, simulate, merge, read, brief, open];

export async function run(words: readonly string[], terminal: Terminal): Promise<number> {
  try {
    const [first, ...rest] = words;
    if (first === undefined) { showHelp(VERBS, terminal); return BAD_INPUT; }
    if (first === '--help' || first === '-h' || (first === 'help' && rest.length === 0)) { showHelp(VERBS, terminal); return FINE; }
    if (first === '--version' || first === '-v') { terminal.out(`${version()}\n`); return FINE; }
    const name = first === 'help' ? rest[0] : first;
    const verb = VERBS.find((one) => one.name === name);
    if (!verb) {
      const near = nearest(name ?? '', VERBS.map((one) => one.name));
      throw new BadInput(`there is no verb \`${name ?? ''}\``, near === undefined ? `the verbs are ${VERBS.map((one) => one.name).join(', ')}` : `did you mean \`casus ${near}\``);
    }
    if (first === 'help' || rest.includes('--help') || rest.includes('-h')) { showVerbHelp(verb, terminal); return FINE; }
    return await verb.run(readArguments(rest, verb.options, verb.name), terminal);
  } catch (fault) {
    if (fault instanceof BadInput) complain(terminal, fault.message, fault.help);
    else complainUnexpected(terminal, fault, process.env['CASUS_DEBUG'] === '1');
    return BAD_INPUT;
  }
}

const version = (): string => (JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as { readonly version: string }).version;
