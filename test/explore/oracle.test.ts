/** INVARIANT (specialised-equals-reference): on generated treaties the fast explorer and the slow one over the reference engine agree. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile, DEFAULT_START } from '../../src/engine/index.js';
import { is, specialise, Unsupported, type Program } from '../../src/engine/specialised/index.js';
import { alphabetOf, coneOf, explorePlainly, interchangeable, limitsFor, recordOf, scopeOf, search, spared, tickOf, withClaims, withKin } from '../../src/explore/index.js';
import { withTrueEndings } from '../../src/explore/explore.js';
import { emptyAtlas } from '../../src/geo/index.js';
import { parseTreaty } from '../../src/language/index.js';
import { read } from '../house/files.js';
import { anyPact, anyTreaty } from './any-treaty.js';
import { movesThatDiffer } from './moves.js';

const HORIZON = 10 * 86_400_000;
const MOST = 2_000;
const runs = Number(process.env['CASUS_RUNS'] ?? 20);
const refusals = new Map<string, number>();
let compared = 0;

/** Both explorers on the one claim of a text, within the scope it sets; undefined where the specialised form refuses it. */
function both(source: string, acts: number | undefined, jump: boolean) {
  const { treaty, diagnostics } = parseTreaty(source);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const claims = treaty.claims;
  const text = compile(coneOf(withClaims(treaty, claims), 'asked'), emptyAtlas).texts[0];
  if (!text) throw new Error('no text');
  const { classes } = alphabetOf(text, DEFAULT_START);
  const { bounds: { stimuli, limits, free, tickMs, horizonMs: told }, origins, faults } = scopeOf(treaty, acts === undefined ? {} : { acts });
  expect(faults).toEqual([]);
  const horizonMs = origins.horizon === 'text' ? told : HORIZON;
  try {
    const within = { start: DEFAULT_START, tickMs, horizonMs, free, ...limitsFor(classes, stimuli, limits) };
    const made = withTrueEndings(specialise(text, claims, classes, within));
    const fast = (symmetry: boolean) => search(withKin(made, symmetry ? interchangeable(text, claims, free) : []), { symmetry, jump, maxTicks: horizonMs / tickMs });
    const bounds = { stimuli, limits, free, horizonMs, tickMs, maxSituations: MOST };
    const plain = explorePlainly(text, claims, { ...bounds, jump });
    // Acts that open something name only as many of the interchangeable parties as they can at once.
    const sets = interchangeable(text, claims, free);
    const { spare, alike } = spared(sets, classes, stimuli);
    const fewer = withTrueEndings(specialise(text, claims, alphabetOf(text, DEFAULT_START, spare).classes, within));
    const least = search(withKin(fewer, alike), { symmetry: true, jump, maxTicks: horizonMs / tickMs });
    return { treaty, text, made, bounds, plain, fast: fast(false), reduced: fast(true), least };
  } catch (fault) {
    if (!(fault instanceof Unsupported)) throw fault;
    refusals.set(fault.message, (refusals.get(fault.message) ?? 0) + 1);
    return undefined;
  }
}

describe('the fast explorer against the slow one', () => {
  for (const [what, treaties] of [['duties and decisions', anyTreaty], ['roles, findings, prohibitions and endings', anyPact]] as const) for (const jump of [false, true]) {
    it(`agrees on situations, moves, verdicts and lengths of shortest records, ${jump ? 'with time that jumps' : 'tick by tick'}: ${what}`, () => {
      fc.assert(fc.property(treaties, fc.constantFrom(undefined, 2), (source, acts) => {
        const found = both(source, acts, jump);
        if (!found) return;
        const { plain, fast, reduced, least } = found;
        // More than the slow one looks at.
        if (plain.stopped === 'situations') return;
        compared += 1;
        const shown = plain.shown[0];
        const length = shown ? recordOf(shown).length : undefined;
        expect({ situations: fast.situations, length: fast.faults[0]?.entries }).toEqual({ situations: plain.situations, length });
        // Symmetry keeps verdicts and lengths.
        expect(reduced.faults[0]?.entries).toBe(length);
        expect(reduced.situations).toBeLessThanOrEqual(fast.situations);
        expect({ length: least.faults[0]?.entries, touched: least.faults[1] !== undefined }).toEqual({ length, touched: fast.faults[1] !== undefined });
        if (!jump) expect(movesThatDiffer(found.text, found.treaty.claims, found.made.program, found.bounds)).toBeUndefined();
      }), { numRuns: runs });
    });
  }

  it('tells a guard that is too wide though it leads to known situations only: a ballot cast again', () => {
    const { treaty } = parseTreaty(read('bench/guarantee-3.casus'));
    const [claim] = treaty.claims;
    if (!claim) throw new Error('no claim');
    const text = compile(coneOf(withClaims(treaty, [claim]), claim.name), emptyAtlas).texts[0];
    if (!text) throw new Error('no text');
    const scope = { stimuli: 1, horizonMs: 3 * HORIZON, tickMs: tickOf(treaty) };
    const { program } = specialise(text, [claim], alphabetOf(text, DEFAULT_START).classes, { ...scope, start: DEFAULT_START });
    const differ = (one: Program): string | undefined => movesThatDiffer(text, [claim], one, { ...scope, maxSituations: 30_000 });
    expect(differ(program)).toBeUndefined();
    // Wide: whoever has voted may vote again while the decision is open.
    const open = program.fields.findIndex(({ values }) => values?.includes('adopted'));
    const wide: Program = { ...program, moves: program.moves.map((move) => (move.label.startsWith('vote for by G1') ? { ...move, guard: is(open, 1) } : move)) };
    const situations = (one: Program): number => search(one, { symmetry: false, jump: false }).situations;
    expect(situations(wide)).toBe(situations(program));
    expect(differ(wide)).toMatch(/^`vote for by G1.*` is possible for the specialised form only$/);
  });

  it('was compared on most of what was made', () => {
    expect(compared, JSON.stringify([...refusals])).toBeGreaterThan(runs);
  });
});
