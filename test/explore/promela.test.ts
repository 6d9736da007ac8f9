/**
 * A second opinion on the search: SPIN on the exported models finds the same faults and stores as many states as the search finds situations, reductions off.
 * Needs `spin` and `gcc`. CASUS_RUNS (`npm run soak test/explore/promela.test.ts`) takes more generated treaties, and larger ones of the dossiers.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { referenceModel } from '../../bench/reference-model.js';
import { all, is, isNot, not, number, operation, read as readField, set, sum, when, type Program } from '../../src/engine/specialised/index.js';
import { programsOf, promelaFile, promelaOf, search } from '../../src/explore/index.js';
import { atlasFromManifest, emptyAtlas } from '../../src/geo/index.js';
import { parseTreaty } from '../../src/language/index.js';
import { filesBelow, read, root } from '../house/files.js';
import { told } from '../cli/told.js';
import { anyPact, anyTreaty } from './any-treaty.js';

const missing = ['spin', 'gcc'].filter((tool) => spawnSync(tool, [tool === 'spin' ? '-V' : '--version']).error !== undefined);
const soak = process.env['CASUS_RUNS'] !== undefined;
const runs = Math.min(Number(process.env['CASUS_RUNS'] ?? 6), 500);
/** Larger ones are left to the soak. */
const MOST_SITUATIONS = soak ? 2_000_000 : 50_000;
const BOUNDS = { stimuli: 1, horizonMs: 10 * 86_400_000 };

interface Spun { readonly states: number; readonly met: boolean }

/** What SPIN says: states stored with the check passed over, and whether the check is met. Partial order reduction off, every state kept whole. */
function spun(model: string, defines: readonly string[]): Spun {
  const folder = mkdtempSync(join(tmpdir(), 'casus-spin-'));
  try {
    writeFileSync(join(folder, 'model.pml'), model);
    const run = (command: string, words: readonly string[]): string => {
      const { status, stdout, stderr } = spawnSync(command, words, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 26 });
      if (status !== 0) throw new Error(`${command} ended with ${status}: ${stdout.slice(-2_000)}${stderr.slice(-2_000)}`);
      return stdout;
    };
    // -o2: SPIN's elimination of dead variables takes some states for one.
    run('spin', ['-o2', '-a', ...defines.map((one) => `-D${one}`), 'model.pml']);
    run('gcc', [soak ? '-O1' : '-O0', '-w', '-DSAFETY', '-DNOREDUCE', '-DVECTORSZ=4096', '-o', 'pan', 'pan.c']);
    const searched = (words: readonly string[]): { readonly states: number; readonly errors: number } => {
      const said = run('./pan', ['-m2000000', ...words]);
      if (/max search depth too small|Search not completed/.test(said) && words.includes('-A')) throw new Error(`SPIN did not look at every state: ${said}`);
      return { states: Number(/(\d+) states, stored/.exec(said)?.[1]), errors: Number(/errors: (\d+)/.exec(said)?.[1]) };
    };
    const whole = searched(['-A']);
    expect(whole.errors).toBe(0);
    return { states: whole.states, met: searched([]).errors > 0 };
  } finally { rmSync(folder, { recursive: true, force: true }); }
}

/** The same of the search, tick by tick, nobody taken as alike, without a horizon; undefined where there are too many situations. */
function searchedWhole(program: Program): { readonly states: number; readonly met: readonly boolean[] } | undefined {
  const found = search(program, { symmetry: false, jump: false, goOn: ({ situations }) => situations <= MOST_SITUATIONS });
  return found.complete && found.situations <= MOST_SITUATIONS ? { states: found.situations, met: found.faults.map((one) => one !== undefined) } : undefined;
}

/** Checks that SPIN agrees on every fault asked for; false where the program is too large. */
function agrees(program: Program, faults = program.faults.length): boolean {
  const ours = searchedWhole(program);
  if (!ours) return false;
  const model = promelaOf(program);
  for (let check = 1; check <= faults; check += 1) {
    expect({ check, ...spun(model, [`CHECK=${check}`]) }, program.faults[check - 1]?.name).toEqual({ check, states: ours.states, met: ours.met[check - 1] });
  }
  return true;
}

describe.skipIf(missing.length > 0)(`SPIN on exported models${missing.length > 0 ? ` (skipped: ${missing.join(' and ')} absent)` : ''}`, () => {
  it.each([3, 4, ...(soak ? [5, 6] : [])])('agrees on the reference model, n = %i', (n) => { expect(agrees(referenceModel(n))).toBe(true); });

  it.each([3, 4, ...(soak ? [5, 6] : [])])('agrees on the treaty G(%i)', (n) => {
    const { treaty } = parseTreaty(read(`bench/guarantee-${n}.casus`));
    const programs = programsOf(treaty, emptyAtlas, BOUNDS);
    expect(programs.map(({ claim }) => claim.name)).toEqual(['enough-assist', 'always-declared']);
    for (const { program } of programs) if ('refused' in program) throw new Error(program.refused); else expect(agrees(program)).toBe(true);
  });

  it('agrees on every claim of the corpus, the library and the dossiers that can be exported and is small enough', () => {
    const folder = join(root, 'dossiers/ukraine/data');
    const json = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));
    const atlas = atlasFromManifest(json('atlas.json'), json);
    const compared: string[] = [];
    const seen = new Set<string>();
    for (const path of ['corpus', 'library', 'dossiers'].flatMap((room) => filesBelow(room, /\.casus$/))) {
      const { treaty, diagnostics } = parseTreaty(read(path));
      if (treaty.claims.length === 0 || diagnostics.some(({ severity }) => severity === 'error')) continue;
      for (const { claim, program } of programsOf(treaty, atlas, BOUNDS)) {
        if ('refused' in program) continue;
        // Readings that do not bear on a claim give one program.
        const model = promelaOf(program);
        if (seen.has(model)) continue;
        seen.add(model);
        if (agrees(program, soak ? undefined : 1)) compared.push(`${path}: ${claim.name}`);
      }
    }
    expect(new Set(compared).size, compared.join('\n')).toBeGreaterThanOrEqual(3);
  });

  it('agrees on generated treaties', () => {
    let compared = 0;
    fc.assert(fc.property(fc.oneof(anyTreaty, anyPact), (source) => {
      const { treaty } = parseTreaty(source);
      const [one] = programsOf(treaty, emptyAtlas, BOUNDS);
      if (one && !('refused' in one.program) && agrees(one.program, 1)) compared += 1;
    }), { numRuns: runs });
    expect(compared).toBeGreaterThan(runs / 4);
  });

  it('takes the words of any text as names, values beyond a byte, the smaller and the larger, and a fault at the end beside acts that change nothing', () => {
    // Fields named like words of Promela and C, alike once plain, and with nothing plain in them.
    const names = ['now', 'NULL', 'a-b', 'a b', 'Війна', 'short', 'count', '*/ end', 'was a', 'no room'];
    const fields = names.map((name, index) => ({ name, max: [1, 1, 3, 3, 1, 1, 300, 1, 1, 0][index] ?? 1, initial: index === 2 ? 1 : 0 }));
    const program = (last: number): Program => ({
      fields,
      moves: [
        { label: 'count */ on', guard: operation('<', readField(6), number(300)), body: [set(6, operation('min', number(300), operation('max', operation('+', readField(6), number(7)), operation('*', number(2), readField(2)))))] },
        { label: 'a tick', guard: all([is(6, 300), isNot(3, 3)]), body: [set(3, operation('+', readField(3), number(1))), ...when(operation('==', sum([readField(3), readField(2)]), number(4)), [set(0, 1)], [set(1, not(readField(1)))])], takes: number(1) },
        { label: 'nothing', guard: number(1), body: [set(6, operation('-', operation('+', readField(6), number(5)), operation('-', number(7), number(2)))), set(9, 1)] },
        { label: 'last', guard: all([is(3, 3), is(4, last)]), body: [set(5, 1)] },
      ],
      faults: [{ name: 'ends open', shows: is(7, 1), atEnd: is(0, 1) }, { name: 'ends shut', shows: is(7, 1), atEnd: all([is(0, 1), is(5, 0)]) }],
    });
    expect([0, 1].map((last) => searchedWhole(program(last))?.met)).toEqual([[true, false], [true, true]]);
    for (const last of [0, 1]) expect(agrees(program(last))).toBe(true);
  });

  it('takes what the command writes, one model for each claim', async () => {
    const { out, code } = await told(['export', 'bench/guarantee-3.casus', '--to', 'promela']);
    expect(code).toBe(0);
    expect([spun(out, ['MODEL=1', 'CHECK=1']).met, spun(out, ['MODEL=2', 'CHECK=1']).met]).toEqual([false, true]);
  });
});

describe('the exported file', () => {
  it('is the same whatever stands in a title or a name', () => {
    const model = { claim: 'a */ b', form: 'other' as const, program: referenceModel(3) };
    const text = promelaFile([model], { title: 'x */ y\n#define z', acts: 1, horizonDays: 30, tickMinutes: 60, file: 'm.pml', notice: 'n' });
    expect(text.match(/\*\/(?! |$)/gm)).toBeNull();
    expect(text).not.toMatch(/^#define z/m);
    expect(text.slice(text.indexOf('*/'))).not.toContain('x */ y');
  });

  it('is refused, in words, where there is nothing to write', async () => {
    const refused = async (...words: readonly string[]): Promise<string> => {
      const { out, err, code } = await told(['export', ...words]);
      expect({ out, code }).toEqual({ out: '', code: 2 });
      return err;
    };
    expect(await refused('dossiers/ukraine/treaties/paris-declaration.casus', '--to', 'promela', '--claim', 'renewed-attack-is-answered')).toContain('acts the text leaves undetermined');
    expect(await refused('bench/guarantee-3.casus', '--to', 'promela', '--claim', 'enough-asist')).toContain('did you mean `enough-assist`');
    expect(await refused('bench/guarantee-3.casus')).toContain('no form is named');
    expect(await refused('library/us-rok.casus', '--to', 'promela')).toContain('makes no claim');
    expect(await refused('bench/guarantee-3.casus', '--to', 'promela', '--out', './bench/guarantee-3.casus')).toContain('the treaty itself');
  });
});
