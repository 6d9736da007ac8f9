/** Draws: a function of seed, stream, run and number; by the authors' known answers; even, and unlike from run to run. */
import { describe, expect, it } from 'vitest';
import { betaBelow, betaQuantile, draw, mixed, STRIDE, threefry, WHOLE, wilson } from '../../src/simulate/index.js';

const answer = (key: readonly [number, number], counter: readonly [number, number]): readonly string[] => {
  const into = new Uint32Array(2);
  threefry(key[0], key[1], counter[0], counter[1], into);
  return [...into].map((one) => one.toString(16).padStart(8, '0'));
};
const DRAWS = 100_000;

/** Chi-square of draws in `bins` equal bins: for 255 degrees of freedom 99.9 % lie below 330.5. */
function chiSquare(values: Iterable<number>, bins: number): number {
  const counts = new Array<number>(bins).fill(0);
  let all = 0;
  for (const value of values) { counts[Math.floor((value / WHOLE) * bins)]! += 1; all += 1; }
  return counts.reduce((sum, count) => sum + (count - all / bins) ** 2 / (all / bins), 0);
}

describe('draws', () => {
  it('are those of Threefry-2x32 with 13 rounds', () => {
    expect(answer([0, 0], [0, 0])).toEqual(['9d1c5ec6', '8bd50731']);
    expect(answer([-1, -1], [-1, -1])).toEqual(['fd36d048', '2d17272c']);
    expect(answer([0x13198a2e, 0x03707344], [0x243f6a88, 0x85a308d3])).toEqual(['ba3e4725', 'f27d669e']);
  });

  it.each([['along the draws of a run', (i: number) => draw(7, 0, 3, i)], ['along runs', (i: number) => draw(7, 0, i, 5)], ['along seeds', (i: number) => draw(i, 0, 1, 0)], ['along streams', (i: number) => draw(1, i, 1, 0)]])('are even %s', (_name, of) => {
    const values = Array.from({ length: DRAWS }, (_, i) => of(i));
    const mean = values.reduce((sum, one) => sum + one, 0) / DRAWS / WHOLE;
    // Five standard deviations of a mean of 100,000.
    expect(Math.abs(mean - 0.5)).toBeLessThan(5 / Math.sqrt(12 * DRAWS));
    expect(chiSquare(values, 256)).toBeLessThan(330.5);
    // Neighbours are unrelated: 16 × 16 bins of pairs.
    expect(chiSquare(values.slice(1).map((one, i) => ((Math.floor(values[i]! / 2 ** 27) * 16 + Math.floor(one / 2 ** 27)) + 0.5) * 2 ** 23), 256)).toBeLessThan(330.5);
  });

  it('change by half their bits where one bit of the run, of the seed or of the number changes', () => {
    const bits = (one: number): number => { let left = one; let count = 0; while (left !== 0) { count += left & 1; left >>>= 1; } return count; };
    const changed = (of: (i: number, bit: number) => readonly [number, number]): number => { let sum = 0; for (let i = 0; i < 2000; i += 1) { const [x, y] = of(i, i % 10); sum += bits((x ^ y) >>> 0); } return sum / 2000; };
    // 31 bits: 15.5 with a deviation of 0.06 of the mean; five deviations.
    for (const mean of [changed((i, bit) => [draw(1, 0, i, 3), draw(1, 0, i ^ (1 << bit), 3)]), changed((i, bit) => [draw(i, 0, 4, 3), draw(i ^ (1 << bit), 0, 4, 3)]), changed((i, bit) => [draw(1, 0, 7, i), draw(1, 0, 7, i ^ (1 << bit))])]) expect(Math.abs(mean - 15.5)).toBeLessThan(0.32);
  });

  it.each([[0, 1], [0, 8], [3, 4], [7, 23], [0, 1000]])('%i and %i of one run are unrelated over the runs', (one, other) => {
    const pairs = Array.from({ length: DRAWS }, (_, run) => [draw(9, 0, run, one), draw(9, 0, run, other)] as const);
    const middle = (WHOLE - 1) / 2;
    const correlation = pairs.reduce((sum, [x, y]) => sum + ((x - middle) / WHOLE) * ((y - middle) / WHOLE), 0) * 12 / DRAWS;
    expect(Math.abs(correlation)).toBeLessThan(5 / Math.sqrt(DRAWS));
    expect(chiSquare(pairs.map(([x, y]) => ((Math.floor(x / 2 ** 27) * 16 + Math.floor(y / 2 ** 27)) + 0.5) * 2 ** 23), 256)).toBeLessThan(330.5);
  });

  it('of runs whose keys begin alike still go different ways', () => {
    // The first word of the second key is one step on: without the second word its draws would be the first's, moved by one.
    const same = Array.from({ length: 1000 }, (_, n) => mixed(17, 5, n + 1) === mixed((17 + STRIDE) | 0, 6, n)).filter(Boolean).length;
    expect(same).toBe(0);
    expect(mixed(17, 5, 1)).toBe(mixed((17 + STRIDE) | 0, 5, 0));
  });

  it('depend on nothing else', () => {
    const before = draw(5, 0, 9, 4);
    draw(5, 0, 9, 5); draw(6, 1, 2, 3);
    expect(draw(5, 0, 9, 4)).toBe(before);
    expect(new Set(Array.from({ length: 100 }, (_, i) => draw(5, 0, 9, i))).size).toBe(100);
  });
});

describe('distributions', () => {
  it('knows the Beta by cases that can be worked out', () => {
    expect(betaBelow(0.3, 1, 1)).toBeCloseTo(0.3, 12);
    expect(betaBelow(0.5, 7.5, 7.5)).toBeCloseTo(0.5, 12);
    // A Beta(2, 1) lies below x with chance x squared; whole numbers are binomial sums.
    expect(betaBelow(0.6, 2, 1)).toBeCloseTo(0.36, 12);
    expect(betaBelow(0.8, 6, 3)).toBeCloseTo(28 * 0.8 ** 6 * 0.04 + 8 * 0.8 ** 7 * 0.2 + 0.8 ** 8, 12);
    for (const share of [0.05, 0.5, 0.95]) expect(betaBelow(betaQuantile(share, 96.5, 46.5), 96.5, 46.5)).toBeCloseTo(share, 10);
  });

  it('knows Wilson\'s interval', () => {
    const { low, high } = wilson(15, 20);
    expect([low.toFixed(4), high.toFixed(4)]).toEqual(['0.5313', '0.8881']);
    expect(wilson(0, 10).low).toBe(0);
    expect(wilson(10, 10).high).toBe(1);
    expect(wilson(0, 0)).toEqual({ low: 0, high: 1 });
  });
});
