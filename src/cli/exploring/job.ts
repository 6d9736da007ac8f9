/** One exploration as asked for, and carrying it out: claim by claim, then what is always looked for, with a word on how far it is now and then. */
import { explore, lookFor, whoCanEnsure, type Answer, type Bounds, type Class, type Far, type Finding, type Stop, type WhoCanAnswer } from '../../explore/index.js';
import type { Atlas } from '../../geo/index.js';
import type { Treaty } from '../../treaty/index.js';

/** Plain data: handed to a thread as it is. */
export interface Job {
  readonly treaty: Treaty;
  /** The treaty's file, beside which its atlas lies, and the folder that relative paths start from. */
  readonly path: string;
  readonly folder: string;
  /** Names of the claims still to answer. */
  readonly claims: readonly string[];
  readonly bounds: Pick<Bounds, 'stimuli' | 'horizonMs' | 'limits' | 'free' | 'tickMs' | 'symmetry' | 'jump'>;
  readonly maxBytes: number;
  /** Milliseconds left. */
  readonly maxMs: number;
  /** Still to look for what is always looked for. */
  readonly looks: boolean;
  /** Instead of all this: which coalitions can ensure what the `can` claim of this name speaks of, and what the one of this number does. */
  readonly whoCan?: { readonly claim: string; readonly strategy: number };
}

export type Said =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'classes'; readonly classes: readonly Class[]; readonly notes: readonly string[] }
  | { readonly kind: 'done with'; readonly claim: string }
  | { readonly kind: 'who can'; readonly answers: readonly WhoCanAnswer[]; readonly stopped?: Stop }
  | { readonly kind: 'findings'; readonly findings: readonly Finding[] }
  | { readonly kind: 'far'; readonly far: Far; readonly bytes: number };

/** How often the memory of the process is asked for: it takes long beside a situation. */
const LOOK_EVERY_MS = 50;

/** `stopped` says whether somebody asked for an end. Where the time is up, each claim left still gets its first situations, and says that it stopped. */
export function carryOut(job: Job, atlas: Atlas, say: (said: Said) => void, stopped: () => boolean, now: () => number = () => performance.now()): void {
  const begun = now();
  let looked = -Infinity;
  let over = false;
  const goOn: NonNullable<Bounds['goOn']> = (far) => {
    if (stopped()) return 'asked';
    const time = now();
    if (time - begun > job.maxMs) return 'time';
    if (over) return 'memory';
    if (time - looked < LOOK_EVERY_MS) return true;
    looked = time;
    // The store of a search that is over may not have been given back yet: it counts no more.
    const bytes = process.memoryUsage().heapUsed + (far.bytes ?? 0);
    if (bytes > job.maxBytes) { over = true; return 'memory'; }
    say({ kind: 'far', far, bytes });
    return true;
  };
  const bounds: Bounds = { ...job.bounds, maxBytes: job.maxBytes, goOn };
  const game = job.whoCan && job.treaty.claims.find(({ name }) => name === job.whoCan?.claim);
  if (job.whoCan && game) {
    const { strategy } = job.whoCan;
    let because: Stop | undefined;
    const answers = whoCanEnsure(job.treaty, game, atlas, { ...job.bounds, goOn: (situations) => { const on = goOn({ what: 'who can', situations, entries: 0 }); if (on !== true) because ??= on; return on === true; } }, () => [strategy - 1]);
    say({ kind: 'who can', answers, ...(because === undefined ? {} : { stopped: because }) });
    return;
  }
  for (const name of job.claims) {
    const claims = job.treaty.claims.filter((claim) => claim.name === name);
    over = false;
    const { classes, notes } = explore(job.treaty, atlas, bounds, claims, (answer) => { say({ kind: 'answer', answer }); });
    say({ kind: 'classes', classes, notes });
    say({ kind: 'done with', claim: name });
  }
  if (!job.looks) return;
  over = false;
  const { findings, classes, notes } = lookFor(job.treaty, atlas, bounds);
  say({ kind: 'classes', classes, notes });
  say({ kind: 'findings', findings });
}
