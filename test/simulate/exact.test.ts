/** Exact chances against formulas and against sampling: the reference model, and generated treaties with causes, ballots and delays of every form. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Unsupported } from '../../src/engine/specialised/index.js';
import { exactly, swiftly, valuesWith, type Behaviour } from '../../src/simulate/index.js';
import { anyTreaty } from '../explore/any-treaty.js';
import { alike, guarantee, settingOf, treatyOf } from './assumed.js';

const HOUR = 3_600_000;
const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k);
/** The chance of at least k of n. */
const atLeast = (n: number, k: number, p: number): number => Array.from({ length: n - k + 1 }, (_, i) => choose(n, k + i) * p ** (k + i) * (1 - p) ** (n - k - i)).reduce((a, b) => a + b, 0);
const reference = (n: number, p: number): number => atLeast(n, Math.ceil((2 * n) / 3), p) * atLeast(n, n - 1, p);

describe('exact chances', () => {
  it.each([[3, 6, 0.8], [4, 24, 0.8], [3, 12, 0.55], [5, 24, 0.8]])('are those of the formula for the reference model of %i with ticks of %i hours', (n, hours, p) => {
    const setting = settingOf(guarantee(n), alike(p), hours * HOUR);
    const exact = exactly(setting, valuesWith(setting.table));
    expect(exact?.claims[2]?.holds).toBeCloseTo(reference(n, p), 10);
    expect(exact?.claims[2]?.fails).toBeCloseTo(1 - reference(n, p), 10);
  });

  it('says nothing where there are too many situations', () => {
    const setting = settingOf(guarantee(8), alike(0.8), HOUR);
    expect(exactly(setting, valuesWith(setting.table), 500)).toBeUndefined();
  });

  it('are what sampling the reference model of 8 comes to', () => {
    expect(reference(8, 0.8)).toBeCloseTo(0.4011, 4);
    const setting = settingOf(guarantee(8), alike(0.8), HOUR);
    let held = 0;
    const runs = 40_000;
    swiftly(setting).many(valuesWith(setting.table), 11, 0, runs, 1, (_run, standings) => { if (standings[2] === 0) held += 1; });
    expect(Math.abs(held / runs - reference(8, 0.8))).toBeLessThan(4 * Math.sqrt(0.24 / runs));
  });

  const behaviours: fc.Arbitrary<Behaviour> = fc.record({ performs: fc.constantFrom(0.3, 0.8), delay: fc.constantFrom({ kind: 'within' as const }, { kind: 'after' as const, hours: 12 }, { kind: 'uniform' as const, from: 0, to: 36 }) }).map(({ performs, delay }) => ({
    name: 'any', rules: [{ kind: 'performs', who: ['everyone'], chance: performs, delay }, { kind: 'exercises', who: ['Victim'], chance: 0.4, delay }, { kind: 'votes', who: ['Guarantor'], for: 0.5, against: 0.2, abstain: 0.1, delay }],
    causes: [{ name: 'both abstain', chance: 0.15, silences: ['Guarantor'] }], stimuli: [{ what: 'strike by Enemy on Victim', atHours: 12, chance: 0.9 }],
  }));
  let compared = 0;
  it('are what sampling generated treaties comes to', () => {
    fc.assert(fc.property(anyTreaty, behaviours, (source, behaviour) => {
      const setting = settingOf(treatyOf(source), behaviour, 12 * HOUR, 15);
      try {
        const exact = exactly(setting, valuesWith(setting.table), 20_000);
        if (!exact) return;
        compared += 1;
        const runs = 4000;
        const counts = [0, 0, 0, 0];
        swiftly(setting).many(valuesWith(setting.table), 5, 0, runs, 1, (_run, standings) => { counts[standings[0]!]! += 1; });
        const { holds, fails, undetermined, notAsked } = exact.claims[0]!;
        [holds, fails, undetermined, notAsked].forEach((chance, index) => { expect(Math.abs(chance - counts[index]! / runs), `${index}`).toBeLessThan(5 * Math.sqrt((chance * (1 - chance) + 0.0005) / runs)); });
      } catch (fault) { if (!(fault instanceof Unsupported)) throw fault; }
    }), { numRuns: 12, seed: 3 });
    expect(compared).toBeGreaterThan(5);
  });
});
