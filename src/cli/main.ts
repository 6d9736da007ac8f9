/** The entry point of the bundle, for the command and for a thread it starts. The exit code is set, not forced, so that output is written out whole. */
import { fileURLToPath } from 'node:url';
import { isMainThread, workerData } from 'node:worker_threads';
import { serve } from './exploring/thread.js';
import { run } from './run.js';
import { serveRuns } from './simulating/thread.js';
import { processTerminal } from './terminal.js';

if (isMainThread) void run(process.argv.slice(2), processTerminal(fileURLToPath(import.meta.url))).then((code) => { process.exitCode = code; });
else if ('runs' in (workerData as object)) serveRuns();
else serve();
