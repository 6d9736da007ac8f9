/** The worker of the runs: what may be assumed of a text, and the runs under it, told as they go. Entry of its own bundle; ending it ends the runs. */
import { compile, DEFAULT_START } from '../../engine/index.js';
import { alphabetOf } from '../../explore/index.js';
import { asked, sampled, simulate, type Simulated } from '../../simulate/index.js';
import { behaviourFor, choicesOf, toldOf, treatyAsking, type Call, type Running, type Told } from './judging/chancing.js';
import { atlas, treatyOf } from './judging/texts.js';
import type { Asking } from './view/asking.js';

const TELL_EVERY_MS = 250;
const SETS = 40;
/** Enough slices that a small question too shows how far it is. */
const SLICES = 25;

const say = (reply: Running): void => postMessage(reply);

async function choices(id: number, words: string): Promise<void> {
  const treaty = treatyOf(words);
  const [text] = compile(asked(treaty, sampled(treaty)), await atlas()).texts;
  say({ id, kind: 'choices', choices: choicesOf(treaty, text ? alphabetOf(text, DEFAULT_START).classes : []) });
}

async function run(id: number, words: string, asking: Asking): Promise<void> {
  const treaty = treatyAsking(treatyOf(words), asking);
  const places = await atlas();
  const behaviour = behaviourFor(treaty, asking);
  const { runs, seed, days } = asking;
  // Each counts up its own result, also after the next has begun.
  const counts: (() => Simulated)[] = [];
  const told = (results: readonly Simulated[]): readonly Told[] => results.map((one) => toldOf(treaty, one));
  let before = Infinity;
  let last = performance.now();
  say({ id, kind: 'far', done: 0, results: 1, told: [] });
  const results = simulate(treaty, places, behaviour, {
    seed, runs, horizonDays: days, sets: SETS, shard: [1, 1], slice: Math.max(1, Math.ceil(runs / SLICES)),
    goOn: (done, _of, soFar, all) => {
      if (done <= before) counts.push(soFar);
      before = done;
      const now = performance.now();
      if (now - last > TELL_EVERY_MS) { last = now; say({ id, kind: 'far', done: done + (counts.length - 1) * runs, results: all, told: told(counts.map((count) => count())) }); }
      return true;
    },
  });
  say({ id, kind: 'done', told: told(results) });
}

addEventListener('message', ({ data }: MessageEvent<Call>) => {
  void (data.kind === 'choices' ? choices(data.id, data.text) : run(data.id, data.text, data.asking))
    .catch((fault: unknown) => say({ id: data.id, kind: 'fault', fault: fault instanceof Error ? fault.message : String(fault) }));
});
