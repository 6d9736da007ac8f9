import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { before, notAfter } from '../../src/engine/range.js';
import { and, not, or } from '../../src/engine/truth.js';
import type { TimeRange, Truth } from '../../src/treaty/index.js';

const truth = fc.constantFrom<Truth>('true', 'false', 'undetermined');
const range = fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 5 })).map(([from, width]): TimeRange => ({ from, to: from + width }));
const instants = (one: TimeRange): number[] => Array.from({ length: one.to - one.from + 1 }, (_, i) => one.from + i);

describe('three values', () => {
  it('obeys De Morgan', () => {
    fc.assert(fc.property(fc.array(truth, { minLength: 1 }), (all) => { expect(not(and(all))).toBe(or(all.map(not))); }));
  });

  it('compares uncertain instants as all their exact readings would', () => {
    fc.assert(fc.property(range, range, (a, b) => {
      const readings = (holds: (x: number, y: number) => boolean): Truth => {
        const all = instants(a).flatMap((x) => instants(b).map((y) => holds(x, y)));
        return all.every(Boolean) ? 'true' : all.some(Boolean) ? 'undetermined' : 'false';
      };
      expect(notAfter(a, b)).toBe(readings((x, y) => x <= y));
      expect(before(a, b)).toBe(readings((x, y) => x < y));
    }));
  });
});
