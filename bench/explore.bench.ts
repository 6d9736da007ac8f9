/**
 * Exploring, side by side in one run with the peers that are installed (SPIN with gcc, rumur with gcc): the reference model G(8) without reductions, the treaty G(8) as a whole command, larger ones, the largest treaty of the library, and a variant without
 * interchangeable parties. Medians of three with spread, peak memory where GNU time is there, ratios. CASUS_PEERS names a folder with `guar.pml` and `guar.m.in`, used instead of the models in bench/peers.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { search } from '../src/explore/search.js';
import { parseTreaty } from '../src/language/index.js';
import { murphi, promela } from './peers/models.js';
import { referenceModel } from './reference-model.js';

const here = fileURLToPath(import.meta.url);
const root = fileURLToPath(new URL('..', import.meta.url));
const RUNS = 3;

if (process.argv[2] === 'fixture') {
  // In a process of its own, so that its memory is its own.
  const { situations, complete } = search(referenceModel(Number(process.argv[3])), { symmetry: false });
  console.log(`${situations} situations, ${complete ? 'all' : 'not all'}`);
} else compare();

interface Command { readonly words: readonly string[]; readonly codes?: readonly number[] }
interface Measured { readonly what: string; readonly seconds: number; readonly fastest: number; readonly slowest: number; readonly megabytes?: number; readonly told: string }

function installed(name: string): boolean { return spawnSync('sh', ['-c', `command -v ${name}`]).status === 0; }

/** All commands one after the other, from start to end; `told` picks what the last one says of itself. */
function measured(what: string, folder: string, commands: readonly Command[], told: RegExp): Measured {
  const timed = existsSync('/usr/bin/time');
  const all = Array.from({ length: RUNS }, () => {
    let peak = 0;
    let said = '';
    const begun = performance.now();
    for (const { words, codes = [0] } of commands) {
      const [program = '', ...rest] = timed ? ['/usr/bin/time', '-v', ...words] : words;
      const { status, stdout, stderr } = spawnSync(program, rest, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 });
      if (!codes.includes(status ?? -1)) throw new Error(`${words.join(' ')} ended with ${String(status)}: ${stderr.slice(0, 400)}`);
      peak = Math.max(peak, Number(/Maximum resident set size \(kbytes\): (\d+)/.exec(stderr)?.[1] ?? 0) / 1024);
      said = `${stdout}${stderr}`;
    }
    return { seconds: (performance.now() - begun) / 1000, peak, said: told.exec(said)?.[1] ?? '' };
  });
  const seconds = all.map((one) => one.seconds).sort((a, b) => a - b);
  const result: Measured = { what, seconds: seconds[Math.floor(RUNS / 2)] ?? 0, fastest: seconds[0] ?? 0, slowest: seconds.at(-1) ?? 0, told: all[0]?.said.trim() ?? '', ...(timed ? { megabytes: Math.max(...all.map(({ peak }) => peak)) } : {}) };
  console.log(`  ${what}: ${result.seconds.toFixed(2)} s (${result.fastest.toFixed(2)} to ${result.slowest.toFixed(2)} s)${result.megabytes === undefined ? '' : `, ${Math.round(result.megabytes)} MB at most`}${result.told === '' ? '' : `, ${result.told} situations`}`);
  return result;
}

function ratio(what: string, slower: Measured | undefined, faster: Measured, goal: number): void {
  if (!slower) return;
  const times = slower.seconds / faster.seconds;
  console.log(`  ${what}: ${times.toFixed(1)} times as fast as ${slower.what} (goal ${goal}: ${times >= goal ? 'reached' : 'NOT REACHED'})${slower.megabytes !== undefined && faster.megabytes !== undefined ? `, ${(faster.megabytes / slower.megabytes).toFixed(2)} of its memory` : ''}`);
}

function compare(): void {
  const folder = mkdtempSync(join(tmpdir(), 'casus-bench-'));
  const gcc = installed('gcc');
  const spin = gcc && installed('spin');
  const rumur = gcc && installed('rumur');
  const given = process.env['CASUS_PEERS'];
  const own = given === undefined ? undefined : { pml: readFileSync(join(given, 'guar.pml'), 'utf8'), murphi: readFileSync(join(given, 'guar.m.in'), 'utf8') };
  for (const [name, there] of [['spin', spin], ['rumur', rumur]] as const) if (!there) console.log(`${name}: not installed${gcc ? '' : ' (it needs gcc)'}, left out`);
  console.log(`peers' models: ${given === undefined ? 'bench/peers/models.ts' : 'the folder that CASUS_PEERS names'}`);
  writeFileSync(join(folder, 'g8.pml'), own?.pml ?? promela(8));
  writeFileSync(join(folder, 'g8.m'), own ? own.murphi.replaceAll('@N@', '8').replaceAll('@G@', 'scalarset(8)').replaceAll('@P2@', '') : murphi(8, true));
  const casus = (treaty: string, ...more: readonly string[]): Command => ({ words: [process.execPath, join(root, 'bin/casus.mjs'), 'explore', join(root, 'bench', treaty), '--max-seconds', '600', ...more], codes: [0, 1] });
  const library = (treaty: string): Command => ({ words: [process.execPath, join(root, 'bin/casus.mjs'), 'explore', join(root, 'library', treaty), '--max-seconds', '600'], codes: [0, 1] });
  const pan: Command = { words: ['./pan', '-m2000', '-w24'] };
  const compiled: readonly Command[] = [{ words: ['spin', '-DN=8', '-a', 'g8.pml'] }, { words: ['gcc', '-O2', '-DSAFETY', '-DVECTORSZ=1024', '-DMEMLIM=20000', '-o', 'pan', 'pan.c'] }];
  try {
    console.log('the reference model G(8), no reductions, P1 and P2 here, P1 alone there');
    const bySpin = spin ? measured('SPIN, with its compile', folder, [...compiled, pan], /(\d+) states, stored/) : undefined;
    const runOnly = spin ? measured('SPIN, the search alone', folder, [pan], /(\d+) states, stored/) : undefined;
    const fixture = measured('Casus, the whole process', folder, [{ words: [process.execPath, here, 'fixture', '8'] }], /(\d+) situations/);
    ratio('Casus', bySpin, fixture, 2);
    ratio('Casus', runOnly, fixture, 2);

    console.log('the treaty G(8), the whole command with both claims and what is always looked for');
    const treaty = measured('casus explore bench/guarantee-8.casus', folder, [casus('guarantee-8.casus')], /always-declared\s+all\s+([\d,]+)/);
    ratio('Casus', bySpin, treaty, 40);
    if (rumur) {
      const byRumur = measured('rumur with symmetry, with its compile', folder, [
        { words: ['rumur', '--deadlock-detection', 'off', '--symmetry-reduction', 'heuristic', '--threads', '1', '-o', 'g8.c', 'g8.m'] }, { words: ['gcc', '-O3', '-march=native', '-mcx16', '-o', 'rumur8', 'g8.c', '-lpthread'] }, { words: ['./rumur8'] },
      ], /(\d+) states/);
      ratio('Casus', byRumur, treaty, 25);
    }

    console.log('larger ones, the whole command');
    for (const n of [12, 20, 32]) measured(`casus explore bench/guarantee-${n}.casus`, folder, [casus(`guarantee-${n}.casus`)], /always-declared\s+all\s+([\d,]+)/);
    const { name: largest, parties } = largestOfLibrary();
    console.log(`the largest treaty of the library, by its parties: ${largest}, ${parties} of them; all claims and what is always looked for`);
    measured(`casus explore library/${largest}`, folder, [library(largest)], /report-after-help\s+all\s+([\d,]+)/);
    console.log('  under SPIN: left out, for without symmetry each party doubles the states, some 2^31 of them; a treaty of the same form with three parties instead');
    const small = measured('casus explore library/anzus.casus', folder, [library('anzus.casus')], /attack-obliges\s+all\s+([\d,]+)/);
    if (spin) {
      const exported: Command = { words: ['sh', '-c', `"${process.execPath}" "${join(root, 'bin/casus.mjs')}" export "${join(root, 'library/anzus.casus')}" --to promela > anzus.pml`] };
      const models = [1, 2].flatMap((model): Command[] => [
        { words: ['spin', '-o2', '-a', `-DMODEL=${model}`, '-DCHECK=1', 'anzus.pml'] }, { words: ['gcc', '-O2', '-w', '-DSAFETY', '-DNOREDUCE', '-DVECTORSZ=4096', '-o', 'pan', 'pan.c'] }, { words: ['./pan', '-m1000000', '-A'] },
      ]);
      measured('its export under SPIN, both claims, with the compiles', folder, [exported, ...models], /(\d+) states, stored/);
      console.log(`  (Casus also looks for deadlocks and unanswered attacks in its ${small.seconds.toFixed(2)} s)`);
    }
    console.log('no two guarantors alike: symmetry cannot help');
    measured('casus explore bench/guarantee-distinct-6.casus', folder, [casus('guarantee-distinct-6.casus')], /not-all-fail\s+all\s+([\d,]+)/);
  } finally { rmSync(folder, { recursive: true, force: true }); }
}

/** By the number of its parties: each brings lives, ballots and classes of acts of its own. */
function largestOfLibrary(): { readonly name: string; readonly parties: number } {
  const all = readdirSync(join(root, 'library')).filter((name) => name.endsWith('.casus')).map((name) => ({ name, parties: parseTreaty(readFileSync(join(root, 'library', name), 'utf8')).treaty.parties.length }));
  return all.reduce((most, one) => (one.parties > most.parties ? one : most));
}
