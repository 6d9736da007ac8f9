/** INVARIANT (specialised-equals-reference): on generated treaties the fast explorer and the slow one over the reference engine agree. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile, DEFAULT_START } from '../../src/engine/index.js';
import { specialise, Unsupported } from '../../src/engine/specialised/index.js';
import { alphabetOf, coneOf, explorePlainly, interchangeable, limitsFor, recordOf, scopeOf, search, withClaims, withKin } from '../../src/explore/index.js';
import { withTrueEndings } from '../../src/explore/explore.js';
import { emptyAtlas } from '../../src/geo/index.js';
import { parseTreaty } from '../../src/language/index.js';
import { anyTreaty } from './any-treaty.js';

const HORIZON = 10 * 86_400_000;
const runs = Number(process.env['CASUS_RUNS'] ?? 25);
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
    const made = withTrueEndings(specialise(text, claims, classes, { start: DEFAULT_START, tickMs, horizonMs, free, ...limitsFor(classes, stimuli, limits) }));
    const fast = (symmetry: boolean) => search(withKin(made, symmetry ? interchangeable(text, claims, free) : []), { symmetry, jump, maxTicks: horizonMs / tickMs });
    const plain = explorePlainly(text, claims, { stimuli, limits, free, horizonMs, tickMs, jump, maxSituations: 30_000 });
    return { treaty, plain, fast: fast(false), reduced: fast(true) };
  } catch (fault) {
    if (!(fault instanceof Unsupported)) throw fault;
    refusals.set(fault.message, (refusals.get(fault.message) ?? 0) + 1);
    return undefined;
  }
}

describe('the fast explorer against the slow one', () => {
  for (const jump of [false, true]) {
    it(`agrees on situations, verdicts and lengths of shortest records, ${jump ? 'with time that jumps' : 'tick by tick'}`, () => {
      fc.assert(fc.property(anyTreaty, fc.constantFrom(undefined, 2), (source, acts) => {
        const found = both(source, acts, jump);
        if (!found) return;
        const { plain, fast, reduced } = found;
        compared += 1;
        const shown = plain.shown[0];
        const length = shown ? recordOf(shown).length : undefined;
        expect({ situations: fast.situations, length: fast.faults[0]?.entries }).toEqual({ situations: plain.situations, length });
        // Symmetry keeps verdicts and lengths.
        expect(reduced.faults[0]?.entries).toBe(length);
        expect(reduced.situations).toBeLessThanOrEqual(fast.situations);
      }), { numRuns: runs });
    });
  }

  it('was compared on most of what was made', () => {
    expect(compared, JSON.stringify([...refusals])).toBeGreaterThan(runs);
  });
});
