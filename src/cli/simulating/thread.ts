/** Runs in a thread of their own, so that Ctrl+C is heard while they go on: what was done until then is told as partial. Without a program to start they are done here. */
import { Worker, parentPort, workerData } from 'node:worker_threads';
import { simulate, type Behaviour, type Question, type Simulated } from '../../simulate/index.js';
import type { Treaty } from '../../treaty/index.js';
import { atlasFor } from '../files.js';
import type { Terminal } from '../terminal.js';

/** Plain data: handed to a thread as it is. */
export interface Runs {
  readonly treaty: Treaty;
  /** The treaty's file, beside which its atlas lies, and the folder that relative paths start from. */
  readonly path: string;
  readonly folder: string;
  readonly behaviour: Behaviour;
  readonly question: Omit<Question, 'goOn'>;
  /** Milliseconds the whole may take. */
  readonly maxMs?: number;
}

/** Why the runs ended before their end, where they did. */
export type Ended = 'asked' | 'time' | undefined;
export interface Done { readonly results: readonly Simulated[]; readonly ended: Ended }
type Said = { readonly kind: 'far'; readonly share: number } | { readonly kind: 'done'; readonly done: Done };

export function carryOut({ treaty, path, folder, behaviour, question, maxMs }: Runs, stopped: () => boolean, far: (share: number) => void, now: () => number = () => performance.now()): Done {
  const begun = now();
  let ended: Ended;
  const goOn = (done: number, of: number): boolean => {
    far(done / of);
    if (stopped()) ended = 'asked';
    else if (maxMs !== undefined && now() - begun >= maxMs) ended = 'time';
    return ended === undefined;
  };
  const results = simulate(treaty, atlasFor(path, folder), behaviour, { ...question, goOn });
  return { results, ended };
}

export function carryOutWatched(runs: Runs, terminal: Terminal, far: (share: number) => void): Promise<Done> {
  const { program } = terminal;
  if (program === undefined) return Promise.resolve(carryOut(runs, () => false, far));
  return new Promise((resolve, reject) => {
    const flag = new SharedArrayBuffer(4);
    const worker = new Worker(program, { workerData: { runs, flag } });
    let asked = false;
    // Asked twice, the command ends at once, as without this.
    const onSignal = (): void => { if (asked) process.exit(130); asked = true; Atomics.store(new Int32Array(flag), 0, 1); };
    process.on('SIGINT', onSignal);
    process.on('SIGTERM', onSignal);
    const leave = (): void => { process.off('SIGINT', onSignal); process.off('SIGTERM', onSignal); };
    let found: Done | undefined;
    worker.on('message', (said: Said) => { if (said.kind === 'far') far(said.share); else found = said.done; });
    worker.on('error', (fault) => { leave(); reject(fault); });
    worker.on('exit', () => { leave(); if (found) resolve(found); else reject(new Error('the runs ended without a result')); });
  });
}

/** What the thread does. */
export function serveRuns(): void {
  const { runs, flag } = workerData as { readonly runs: Runs; readonly flag: SharedArrayBuffer };
  const told = new Int32Array(flag);
  const say = (said: Said): void => { parentPort?.postMessage(said); };
  say({ kind: 'done', done: carryOut(runs, () => Atomics.load(told, 0) !== 0, (share) => { say({ kind: 'far', share }); }) });
}
