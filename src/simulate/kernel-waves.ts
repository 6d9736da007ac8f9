/** Draws of the slots that fall due together, as generated code without branches: whether and when each acts, put in order by a sorting network (Batcher 1968). */
import { delaySpan, thresholds, windowAt, type Slot, type Table } from './agents.js';
import { ROUNDS, STRIDE } from './chance.js';
import type { Text } from '../engine/index.js';

/** Bits of a key below the slot: its option. */
export const OPTION_BITS = 2;
/** Longer waves are put in order by the array's own sort. */
const NETWORK = 32;
const WIDE = 2 ** 30;

export interface Drawn { readonly slot: Slot; /** Its place in the table, by which it draws. */ readonly index: number }
/** Puts a key for each slot into `into` from `at` on, those that act first and in order; returns how many act. Fills `into` beyond them too. */
export type Wave = (opened: number, silent: number, a: number, b: number, into: Int32Array, at: number) => number;

export interface Waves {
  readonly wave: (slots: readonly number[]) => Wave;
  readonly prepare: (values: readonly number[]) => void;
  /** How often each slot has fallen due in the run. */
  readonly times: Int32Array;
  readonly shift: number;
}

/** Undefined where a tick and a slot do not fit a key. */
export function wavesOf(drawn: readonly Drawn[], table: Table, text: Text, horizon: number): Waves | undefined {
  const options = 1 << OPTION_BITS;
  const shift = OPTION_BITS + Math.max(1, 32 - Math.clz32(drawn.length));
  if (horizon + 3 >= 2 ** (31 - shift) || drawn.some(({ slot }) => slot.chances.length > options)) return undefined;
  const last = horizon + 1;
  const times = new Int32Array(drawn.length);
  // Per slot and option: one past the last draw that chooses it, the first, and ticks per draw.
  const ends = new Int32Array(drawn.length * options);
  const begins = new Float64Array(drawn.length * options);
  const scales = new Float64Array(drawn.length * options);
  const windows = drawn.map(({ slot }) => (slot.deadline?.kind === 'by' || slot.deadline?.kind === 'before' ? undefined : delaySpan(slot.delay, table.tickMs, windowAt(slot, table, text, 0))));
  const spanOf = (slot: number, opened: number): readonly [number, number] => { const one = (drawn[slot] as Drawn).slot; return delaySpan(one.delay, table.tickMs, windowAt(one, table, text, opened)); };
  const never = (index: number): boolean => table.parameters[index]?.chance === 0;
  const cases = (slot: number): readonly number[] => (drawn[slot] as Drawn).slot.chances.flatMap((parameter, option) => (never(parameter) ? [] : [option]));

  const drawOne = (slot: number, key: string): string => {
    const { index, slot: { silencedBy } } = drawn[slot] as Drawn;
    const span = windows[slot];
    const narrow = span && span[1] < WIDE && span[0] < WIDE;
    const acts = cases(slot).map((option) => ({ option, at: slot * options + option })).reverse();
    const nobody = `${((horizon + 2) << shift) | (slot << OPTION_BITS)}`;
    const head = `n = times[${slot}]; times[${slot}] = n + 1; x = (a + Math.imul(${table.causes.length + index} + Math.imul(n, ${table.width}), ${STRIDE | 0})) | 0; x = Math.imul(x ^ (x >>> 16), ${ROUNDS.first | 0}); x = Math.imul(((x ^ (x >>> 15)) + b) | 0, ${ROUNDS.second | 0}); x = (x ^ (x >>> 15)) >>> 1;`;
    const free = silencedBy === 0 ? '' : `s = (silent & ${silencedBy}) === 0 ? -1 : 0;`;
    const body = acts.map(({ option, at }) => {
      const low = (slot << OPTION_BITS) | option;
      const from = option === 0 || acts.at(-1)?.option === option ? 'x' : `(x - begins[${at}])`;
      const when = narrow
        ? `q = (opened + ${span[0]} + ((${from} * scales[${at}]) | 0)) | 0; t = (q - ${last}) | 0; q = ${last} + (t & (t >> 31));`
        : `span = spanOf(${slot}, opened); q = Math.min(${last}, opened + span[0] + Math.floor(${from} * ((span[1] - span[0]) / (scales[${at}] - begins[${at}])))) | 0;`;
      return `m = ((x - ends[${at}]) >> 31)${silencedBy === 0 ? '' : ' & s'}; ${when} ${key} = (((q << ${shift}) | ${low}) & m) | (${key} & ~m);`;
    }).join(' ');
    const most = acts[0];
    // The last option's end tells whether anything is chosen.
    const told = most ? `count -= ((x - ends[${most.at}]) >> 31)${silencedBy === 0 ? '' : ' & s'};` : '';
    return `${head} ${free} ${key} = ${nobody}; ${body} ${told}`;
  };

  const make = (slots: readonly number[]): Wave => {
    const keys = slots.map((_, place) => `k${place}`);
    const store = keys.map((key, place) => `into[at + ${place}] = ${key};`).join(' ');
    const order = slots.length > NETWORK ? `into.subarray(at, at + ${slots.length}).sort();` : '';
    const network = slots.length > NETWORK ? '' : networkOf(slots.length).map(([low, high]) => `t = (k${low} - k${high}) | 0; t = t & (t >> 31); q = k${low}; k${low} = (k${high} + t) | 0; k${high} = (q - t) | 0;`).join('\n');
    const source = `'use strict'; return function wave(opened, silent, a, b, into, at) {
let n = 0, x = 0, q = 0, m = 0, t = 0, s = 0, count = 0, span; let ${keys.map((key) => `${key} = 0`).join(', ')};
${slots.map((slot, place) => drawOne(slot, keys[place] as string)).join('\n')}
${network}
${store} ${order}
return count; };`;
    return new Function('times', 'ends', 'begins', 'scales', 'spanOf', source)(times, ends, begins, scales, spanOf) as Wave;
  };
  const known = new Map<string, Wave>();
  return {
    times, shift,
    wave: (slots) => { const key = slots.join(); const before = known.get(key); if (before) return before; const one = make(slots); known.set(key, one); return one; },
    prepare: (values) => drawn.forEach(({ slot }, place) => {
      let begin = 0;
      const span = windows[place];
      thresholds(slot, values).forEach((end, option) => {
        const at = place * options + option;
        ends[at] = end;
        begins[at] = begin;
        const narrow = span && span[1] < WIDE && span[0] < WIDE;
        scales[at] = end === begin ? 0 : narrow ? (span[1] - span[0]) / (end - begin) : end;
        begin = end;
      });
    }),
  };
}

/** Pairs to put in order, one after another: odd-even merge sort of `n`. */
export function networkOf(n: number): readonly (readonly [number, number])[] {
  const pairs: [number, number][] = [];
  for (let p = 1; p < n; p *= 2) for (let k = p; k >= 1; k = Math.floor(k / 2)) for (let j = k % p; j <= n - 1 - k; j += 2 * k) for (let i = 0; i <= Math.min(k - 1, n - j - k - 1); i += 1) {
    if (Math.floor((i + j) / (2 * p)) === Math.floor((i + j + k) / (2 * p))) pairs.push([i + j, i + j + k]);
  }
  return pairs;
}
