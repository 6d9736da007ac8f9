/** The search core on the reference model G(n), written by hand as a program: numbers of situations that other tools agree on, and the shortest way to each fault. */
import { describe, expect, it } from 'vitest';
import { referenceModel } from '../../bench/reference-model.js';
import { retrace, search } from '../../src/explore/index.js';

const KNOWN: readonly (readonly [n: number, full: number, orbits: number])[] = [[3, 3_488, 810], [4, 13_439, 1_278], [5, 51_458, 1_880], [6, 443_997, 4_545]];

describe('the search on G(n)', () => {
  for (const [n, full, orbits] of KNOWN) {
    it(`n = ${n}: ${full} situations, ${orbits} up to renaming guarantors`, () => {
      const program = referenceModel(n);
      const whole = search(program, { symmetry: false });
      const reduced = search(program, { symmetry: true });
      expect([whole.situations, reduced.situations]).toEqual([full, orbits]);
      for (const found of [whole, reduced]) {
        expect(found.complete).toBe(true);
        const [p1, p2] = found.faults;
        expect(p1).toBeUndefined();
        // The attack, a consultation and a ballot of each, and the closing of both; where one lets consultation pass, that takes an entry too.
        expect(p2?.entries).toBe(2 * n + 2);
      }
    });
  }

  it('orbits for n = 8 are 7,472', () => {
    expect(search(referenceModel(8), { symmetry: true }).situations).toBe(7_472);
  });

  it('retraces a way through situations whose members were put in order', () => {
    const program = referenceModel(4);
    const found = search(program, { symmetry: true });
    const [, fault] = found.faults;
    if (!fault) throw new Error('the model declares without a fault');
    const all = retrace(program, found, fault.situation).map(({ move }) => program.moves[move]?.label ?? '');
    const labels = all.filter((label) => label !== 'a tick');
    expect(labels).toHaveLength(fault.entries);
    // Each of the four consults or lets it pass, once.
    expect(labels.filter((label) => label.includes('consult')).map((label) => label.split(' ').at(-1)).sort()).toEqual(['1', '2', '3', '4']);
  });

  it('stops for want of memory, and says up to which depth it looked', () => {
    const found = search(referenceModel(6), { symmetry: false, maxBytes: 2_000_000 });
    expect(found).toMatchObject({ complete: false, stopped: 'memory' });
    expect(found.entries).toBeGreaterThan(3);
  });
});
