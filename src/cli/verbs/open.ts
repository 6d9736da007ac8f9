/** `casus open`: the workbench. The server is a bundle of its own beside this one, loaded only here. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { BadInput, FINE } from '../faults.js';
import { packageRoot } from '../files.js';
import { wholeNumber } from '../arguments.js';
import type { Verb } from '../verb.js';

interface Running { readonly url: string; readonly close: () => Promise<void> }
interface Server { readonly start: (options: { readonly port?: number; readonly dossier?: string }) => Promise<Running> }

export const open: Verb = {
  name: 'open', summary: 'open the workbench in a browser on this machine', operands: '[DOSSIER]',
  about: 'Serves the workbench on 127.0.0.1 and prints its address. Without a folder it opens the Ukraine dossier. Nothing leaves the machine.',
  example: ['casus open', 'casus open dossiers/ukraine --port 4200'],
  options: [{ name: 'port', value: 'NUMBER', help: 'the port to serve on (default: 4180 or the next that is free)' }],
  run: async (given, terminal) => {
    const bundle = join(packageRoot(), 'dist', 'server.cjs');
    if (!existsSync(bundle)) throw new BadInput('the workbench is not built', 'run `npm run build` in the folder of the project');
    const port = wholeNumber(given, 'port', 0, 65_535);
    const [dossier, ...more] = given.operands;
    if (more.length > 0) throw new BadInput(`one dossier is opened at a time, and \`${more[0] ?? ''}\` is one more`, 'keep one of them');
    const { start } = createRequire(import.meta.url)(bundle) as Server;
    const running = await start({ ...(port === undefined ? {} : { port }), ...(dossier === undefined ? {} : { dossier }) }).catch((fault: Error) => { throw new BadInput(fault.message); });
    terminal.out(`Casus is at ${running.url}\nPress Ctrl+C to stop. Nothing here is legal advice.\n`);
    await new Promise<void>((done) => { for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done()); });
    await running.close();
    return FINE;
  },
};
