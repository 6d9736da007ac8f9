/**
 * Explorations that take long run in a thread of their own: a search leaves no room for signals, and this one may be told to stop or die of want of memory while the
 * command lives on and tells what was found. What takes under half a second runs here and costs no thread.
 */
import { Worker, parentPort, workerData } from 'node:worker_threads';
import { emptyAtlas, type Atlas } from '../../geo/index.js';
import { atlasFor } from '../files.js';
import type { Terminal } from '../terminal.js';
import { carryOut, type Job, type Said } from './job.js';

/** How the exploration ended before its end, where it did. */
export type Ended = 'asked' | 'memory' | undefined;

const PATIENCE_MS = 500;
/** Leaves the search in hand, to begin it again in a thread. */
class TakesLong extends Error {}

/** Reading an atlas takes longer than many a search: only where the text speaks of places. */
const atlasOf = ({ treaty, path, folder }: Job): Atlas => (treaty.zones.length > 0 || treaty.lines.length > 0 || JSON.stringify(treaty.clauses).includes('"zone":') ? atlasFor(path, folder) : emptyAtlas);

export async function carryOutWatched(job: Job, terminal: Terminal, say: (said: Said) => void): Promise<Ended> {
  const { program } = terminal;
  const atlas = atlasOf(job);
  if (program === undefined) { carryOut(job, atlas, say, () => false); return undefined; }
  const begun = performance.now();
  const open = new Set(job.claims);
  let looks = job.looks;
  let pending: Said[] = [];
  try {
    // Answers of one claim are told together: one that is begun again in the thread is told once.
    carryOut(job, atlas, (said) => {
      if (said.kind === 'done with') open.delete(said.claim);
      if (said.kind === 'findings') looks = false;
      if (said.kind !== 'far') pending.push(said);
      if (said.kind === 'done with' || said.kind === 'findings' || said.kind === 'who can') { pending.forEach(say); pending = []; }
    }, () => { if (performance.now() - begun > Math.min(PATIENCE_MS, job.maxMs)) throw new TakesLong(); return false; });
    return undefined;
  } catch (fault) {
    if (!(fault instanceof TakesLong)) throw fault;
  }
  return inThread({ ...job, claims: job.claims.filter((name) => open.has(name)), looks, maxMs: job.maxMs - (performance.now() - begun) }, program, say);
}

function inThread(job: Job, program: string, say: (said: Said) => void): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const flag = new SharedArrayBuffer(4);
    const worker = new Worker(program, { workerData: { job, flag }, resourceLimits: { maxOldGenerationSizeMb: Math.max(1024, Math.ceil(job.maxBytes / 1_000_000)) } });
    let ended: Ended;
    // Asked twice, the command ends at once, as without this.
    const onSignal = (): void => { if (ended === 'asked') process.exit(130); ended = 'asked'; Atomics.store(new Int32Array(flag), 0, 1); };
    process.on('SIGINT', onSignal);
    process.on('SIGTERM', onSignal);
    const leave = (): void => { process.off('SIGINT', onSignal); process.off('SIGTERM', onSignal); };
    worker.on('message', say);
    worker.on('error', (fault: NodeJS.ErrnoException) => { if (fault.code === 'ERR_WORKER_OUT_OF_MEMORY' || /allocation failed|Array buffer/i.test(fault.message)) ended = 'memory'; else { leave(); reject(fault); } });
    worker.on('exit', () => { leave(); resolve(ended); });
  });
}

/** What the thread does. */
export function serve(): void {
  const { job, flag } = workerData as { readonly job: Job; readonly flag: SharedArrayBuffer };
  const told = new Int32Array(flag);
  carryOut(job, atlasOf(job), (said) => { parentPort?.postMessage(said); }, () => Atomics.load(told, 0) !== 0);
}
