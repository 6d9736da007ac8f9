/** The entry point of the bundle. The exit code is set, not forced, so that output is written out whole. */
import { run } from './run.js';
import { processTerminal } from './terminal.js';

void run(process.argv.slice(2), processTerminal()).then((code) => { process.exitCode = code; });
