/** Runs per second of the reference model of 8 guarantors: the treaty, driven by its text; a loop written by hand with the same draws; and the peers that are installed. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compile, DEFAULT_START } from '../src/engine/index.js';
import { alphabetOf } from '../src/explore/index.js';
import { emptyAtlas } from '../src/geo/index.js';
import { parseTreaty } from '../src/language/index.js';
import { asked, fastest, mixed, runKey, swiftly, tableOf, valuesWith, WHOLE, simulate, type Behaviour } from '../src/simulate/index.js';

const EXACT = 0.4011;
const ROUNDS = 5;
const C_SHARE = 0.4;
const SIMPY_TIMES = 100;
const medians = new Map<string, number>();

/** Median runs per second of processor time, of five after two to warm up, with the chance found. */
function line(name: string, runs: number, work: () => number): void {
  work();
  let chance = work();
  const rates = Array.from({ length: ROUNDS }, () => { const begun = process.cpuUsage(); chance = work(); const { user, system } = process.cpuUsage(begun); return (runs / (user + system)) * 1_000_000; }).sort((a, b) => a - b);
  tell(name, rates, chance);
}

function tell(name: string, rates: readonly number[], chance: number): void {
  const middle = rates[Math.floor(rates.length / 2)] ?? 0;
  medians.set(name, middle);
  const words = (rate: number): string => Math.round(rate).toLocaleString('en');
  console.log(`${name}: ${words(middle)} runs/s (${words(rates[0] ?? 0)} to ${words(rates.at(-1) ?? 0)}), chance ${chance.toFixed(4)}`);
  if (Math.abs(chance - EXACT) > 0.01) { console.log(`  the chance is not ${EXACT}: WRONG`); process.exitCode = 1; }
}

const source = readFileSync(new URL('guarantee-8.casus', import.meta.url), 'utf8').replace(/^claim [^]*/m, 'claim enough: whenever armed-attack, within 96 hours assistance is performed by at least 7.\n');
const { treaty } = parseTreaty(source);
const text = compile(asked(treaty, treaty.claims), emptyAtlas).texts[0];
if (!text) throw new Error('the model has no reading');
const within = { kind: 'within' } as const;
const table = tableOf(text, alphabetOf(text, DEFAULT_START).classes, { name: 'reference', causes: [], stimuli: [], rules: [{ kind: 'performs', who: ['everyone'], chance: 0.8, delay: within }, { kind: 'votes', who: ['everyone'], for: 0.8, delay: within }] }, 3_600_000, DEFAULT_START);
const setting = { text, claims: treaty.claims, horizonMs: 30 * 86_400_000, table };
const values = valuesWith(table);
const TREATY = 'casus simulate, from the text';
for (const [name, swift, runs] of [[TREATY, fastest(setting), 500_000], ['the same by the generated driver, step by step', swiftly(setting), 50_000]] as const) {
  line(name, runs, () => { let held = 0; swift.many(values, 1, 0, runs, 1, (_run, standings) => { if (standings[0] === 0) held += 1; }); return held / runs; });
}
// The whole command's work: counting included.
const behaviour: Behaviour = { name: 'reference', causes: [], stimuli: [], rules: [{ kind: 'performs', who: ['everyone'], chance: 0.8, delay: within }, { kind: 'votes', who: ['everyone'], for: 0.8, delay: within }] };
line('the same, counted by claim, time and way of failing, with the variants of the text', 200_000, () => {
  const all = simulate(treaty, emptyAtlas, behaviour, { seed: 1, runs: 200_000, horizonDays: 30, sets: 1, shard: [1, 1] })[0]?.tally.sets[0]?.[0] ?? [0, 0, 0, 0];
  return all[0] / 200_000;
});

const HAND_RUNS = 1_000_000;
const limit = Math.round(0.8 * WHOLE);
line('the same draws in a loop written by hand (no text, not what the command runs)', HAND_RUNS, () => {
  const pair = new Uint32Array(2);
  let enough = 0;
  let hours = 0;
  for (let run = 0; run < HAND_RUNS; run += 1) {
    runKey(1, 0, run, pair);
    const a = (pair[0] as number) | 0;
    const b = (pair[1] as number) | 0;
    let time = 0;
    let acting = 0;
    for (let phase = 0; phase < 3; phase += 1) {
      let last = 0;
      acting = 0;
      for (let n = phase * 8; n < phase * 8 + 8; n += 1) {
        const one = mixed(a, b, n);
        if (one < limit) { acting += 1; if (one > last) last = one; }
      }
      const window = phase === 2 ? 48 : 24;
      time += acting < 8 ? window : (last / limit) * window;
      if (phase === 1 && acting * 3 < 16) { acting = 0; break; }
    }
    if (acting >= 7) { enough += 1; hours += time; }
  }
  if (hours < 0) throw new Error('no time passed');
  return enough / HAND_RUNS;
});

// Models beside the checkout where there are some, else those of this folder.
const given = join(process.cwd(), '../shared/bench/peers/sim');
const peers = join(process.cwd(), 'bench/peers');
const modelOf = (theirs: string, ours: string): string => (existsSync(join(given, theirs)) ? join(given, theirs) : join(peers, ours));
const found = (command: string, ...words: readonly string[]): boolean => spawnSync(command, words, { stdio: 'ignore' }).status === 0;
const rateOf = (out: string): { readonly rate: number; readonly chance: number } => ({ rate: Number(/runs\/s=(\d+)/.exec(out)?.[1]), chance: Number(/p=([\d.]+)/.exec(out)?.[1]) });
function peer(name: string, ask: () => string): void {
  const all = Array.from({ length: ROUNDS }, () => rateOf(ask()));
  tell(name, all.map(({ rate }) => rate).sort((a, b) => a - b), all[0]?.chance ?? 0);
}
const SIMPY = 'SimPy on PyPy';
const LOOP = 'plain C loop';
if (found('gcc', '--version')) {
  const made = join(mkdtempSync(join(tmpdir(), 'casus-bench-')), 'loop');
  execFileSync('gcc', ['-O3', '-march=native', '-o', made, modelOf('tight.c', 'loop.c')], { stdio: 'ignore' });
  peer(LOOP, () => execFileSync(made, ['2000000'], { encoding: 'utf8' }));
} else console.log(`${LOOP}: gcc is not installed`);
if (found('pypy3', '-c', 'import simpy')) peer(SIMPY, () => execFileSync('pypy3', [modelOf('simpy_guar.py', 'simpy_guarantee.py'), '50000'], { encoding: 'utf8' }));
else console.log(`${SIMPY}: not installed`);

const reached = medians.get(TREATY) ?? 0;
for (const [name, times] of [[LOOP, C_SHARE], [SIMPY, SIMPY_TIMES]] as const) {
  const theirs = medians.get(name);
  if (theirs === undefined) continue;
  const kept = reached >= theirs * times;
  if (!kept) process.exitCode = 1;
  console.log(`goal: ${times} of ${name}; the text reaches ${(reached / theirs).toFixed(3)}: ${kept ? 'kept' : 'MISSED'}`);
}
