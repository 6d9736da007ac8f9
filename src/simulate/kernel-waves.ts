/**
 * Draws of the slots that fall due together, as generated code without branches. Where nothing can come between their acts, and in whatever order they come the same
 * follows (a table says so), whether each acts is enough; else they are put in order by a sorting network (Batcher 1968).
 */
import { delaySpan, thresholds, windowAt, type Slot, type Table } from './agents.js';
import { ROUNDS, STRIDE } from './chance.js';
import type { Text } from '../engine/index.js';

/** Bits of a key below the slot: its option. */
export const OPTION_BITS = 2;
/** Longer waves are put in order by the array's own sort. */
const NETWORK = 32;
const WIDE = 2 ** 30;
/** Bits of the longest table of what follows from who acts. */
const TABLE_BITS = 12;

export interface Drawn { readonly slot: Slot; /** Its place in the table, by which it draws. */ readonly index: number; /** Per option whether it does anything. */ readonly moves: readonly number[] }

/** Acts of one part in a wave: where each stands in the code of a table. */
export interface Group { readonly part: number; readonly bits: number; readonly acts: readonly { readonly act: number; readonly code: number; readonly mask: number }[] }

/** What follows from who acts: 0 not known yet, from 1 on the row it leads to and 1, or one of these. */
export const LAST = -1;
export const ORDER = -2;

/**
 * Puts a key for each slot into `into` from `at` on, those that act first and in order; gives how many act, and fills `into` beyond them too. With tables of what
 * follows, it gives instead: -1 where they tell the rows, now in `out`; -2 where they tell all but the last act, whose key is in `into` then; -3 where one says
 * nothing yet of the code in `out`.
 */
export type Wave = (opened: number, silent: number, a: number, b: number, into: Int32Array, at: number, tables: readonly Int32Array[] | undefined) => number;

export interface Drawing {
  readonly first: Wave;
  /** The same where some of its slots fell due before in the run. */
  readonly again: Wave;
  readonly slots: readonly number[];
  /** Present where tables may be used. */
  readonly groups: readonly Group[] | undefined;
  /** Ticks after which the last of them has acted, where that is known. */
  readonly longest: number;
}

/** A wave as statements over the locals x0, k0, s0 … and x, q, m, t, c, n: its draws; codes `g0` … for tables; keys, `n` of which act; keys in order. */
export interface WaveSource { readonly draws: string; readonly codes: string; readonly keys: string; readonly order: string; readonly slots: number; /** Key from which on nobody acts. */ readonly nobody: number }

export interface Waves {
  readonly sourceOf: (drawing: Drawing) => WaveSource | undefined;
  /** What the statements of a source name beside locals. */
  readonly scales: Float64Array;
  readonly begins: Float64Array;
  readonly ends: Int32Array;
  readonly wave: (slots: readonly number[]) => Drawing;
  readonly prepare: (values: readonly number[]) => void;
  /** How often each slot has fallen due in the run, for waves that come again. */
  readonly times: Int32Array;
  /** Per group of a wave, the row its acts lead to, or the code that is not known. */
  readonly out: Int32Array;
  readonly shift: number;
}

/** `partOf`: the part that tells what an act does, of slot and option; -1 where it does nothing. Undefined where a tick and a slot do not fit a key. */
export function wavesOf(drawn: readonly Drawn[], table: Table, text: Text, horizon: number, partOf: (slot: number, option: number) => number): Waves | undefined {
  const options = 1 << OPTION_BITS;
  const shift = shiftOf(drawn.length);
  if (horizon + 3 >= 2 ** (31 - shift) || drawn.some(({ slot }) => slot.chances.length > options)) return undefined;
  const latest = horizon + 1;
  const times = new Int32Array(drawn.length);
  const out = new Int32Array(drawn.length + 1);
  // Per slot and option: one past the last draw that chooses it, the first, and ticks per draw.
  const ends = new Int32Array(drawn.length * options);
  const begins = new Float64Array(drawn.length * options);
  const scales = new Float64Array(drawn.length * options);
  const windows = drawn.map(({ slot }) => (slot.deadline?.kind === 'by' || slot.deadline?.kind === 'before' ? undefined : delaySpan(slot.delay, table.tickMs, windowAt(slot, table, text, 0))));
  const spanOf = (slot: number, opened: number): readonly [number, number] => { const one = (drawn[slot] as Drawn).slot; return delaySpan(one.delay, table.tickMs, windowAt(one, table, text, opened)); };
  const narrow = (slot: number): readonly [number, number] | undefined => { const span = windows[slot]; return span && span[1] < WIDE ? span : undefined; };
  /** Options that are ever chosen. */
  const live = (slot: number): readonly number[] => (drawn[slot] as Drawn).slot.chances.flatMap((parameter, option) => (table.parameters[parameter]?.chance === 0 ? [] : [option]));

  const groupsOf = (slots: readonly number[]): readonly Group[] | undefined => {
    const groups = new Map<number, { part: number; bits: number; acts: Group['acts'][number][] }>();
    for (const slot of slots) {
      if (live(slot).length === 0) continue;
      const parts = new Set(live(slot).map((option) => partOf(slot, option)));
      const [part] = parts;
      if (parts.size !== 1 || part === undefined || part < 0 || (drawn[slot] as Drawn).slot.kind === 'stimulus' || !narrow(slot)) return undefined;
      const group = groups.get(part) ?? { part, bits: 0, acts: [] };
      groups.set(part, group);
      const width = 32 - Math.clz32(live(slot).length);
      live(slot).forEach((option, place) => group.acts.push({ act: (slot << OPTION_BITS) | option, code: (place + 1) << group.bits, mask: ((1 << width) - 1) << group.bits }));
      group.bits += width;
      if (group.bits > TABLE_BITS) return undefined;
    }
    return groups.size === 0 ? undefined : [...groups.values()];
  };

  const drawOne = (slot: number, place: number, isFirst: boolean): string => {
    const { index, slot: { silencedBy } } = drawn[slot] as Drawn;
    const base = table.causes.length + index;
    const step = isFirst ? String(Math.imul(base, STRIDE)) : `Math.imul(${base} + Math.imul(times[${slot}], ${table.width}), ${STRIDE | 0})`;
    return `${isFirst ? '' : `times[${slot}] += 1;`} x = (a + ${isFirst ? step : step.replace(`times[${slot}]`, `(times[${slot}] - 1)`)}) | 0; x = Math.imul(x ^ (x >>> 16), ${ROUNDS.first | 0}); x = Math.imul(((x ^ (x >>> 15)) + b) | 0, ${ROUNDS.second | 0}); x${place} = (x ^ (x >>> 15)) >>> 1;${silencedBy === 0 ? '' : ` s${place} = (silent & ${silencedBy}) === 0 ? -1 : 0;`}`;
  };
  /** -1 where the draw chooses the option or one before it, else 0. */
  const chooses = (slot: number, option: number, place: number): string => `((x${place} - ends[${slot * options + option}]) >> 31)${(drawn[slot] as Drawn).slot.silencedBy === 0 ? '' : ` & s${place}`}`;

  const codeOne = (slot: number, place: number, groups: readonly Group[]): string => [...live(slot)].reverse().map((option, index) => {
    const group = groups.findIndex(({ acts }) => acts.some(({ act }) => act === ((slot << OPTION_BITS) | option)));
    const { code = 0 } = groups[group]?.acts.find(({ act }) => act === ((slot << OPTION_BITS) | option)) ?? {};
    if (live(slot).length === 1) return `g${group} |= (${chooses(slot, option, place)}) & ${code};`;
    return `m = ${chooses(slot, option, place)}; ${index === 0 ? `c = ${code} & m;` : `c = (${code} & m) | (c & ~m);`}${index === live(slot).length - 1 ? ` g${group} |= c;` : ''}`;
  }).join(' ');

  const keyOne = (slot: number, place: number): string => {
    const span = narrow(slot);
    const nobody = ((horizon + 2) << shift) | (slot << OPTION_BITS);
    const last = live(slot).at(-1);
    const body = [...live(slot)].reverse().map((option) => {
      const at = slot * options + option;
      const from = option === live(slot)[0] ? `x${place}` : `(x${place} - begins[${at}])`;
      const when = span
        ? `q = (opened + ${span[0]} + ((${from} * scales[${at}]) | 0)) | 0; t = (q - ${latest}) | 0; q = ${latest} + (t & (t >> 31));`
        : `span = spanOf(${slot}, opened); q = Math.min(${latest}, opened + span[0] + Math.floor(${from} * ((span[1] - span[0]) / (scales[${at}] - begins[${at}])))) | 0;`;
      return `m = ${chooses(slot, option, place)}; ${when} k${place} = (((q << ${shift}) | ${(slot << OPTION_BITS) | option}) & m) | (k${place} & ~m);${option === last ? ' count -= m;' : ''}`;
    }).join(' ');
    return `k${place} = ${nobody}; ${body}`;
  };

  const make = (slots: readonly number[], groups: readonly Group[] | undefined, isFirst: boolean): Wave => {
    const places = slots.map((_, place) => place);
    const network = slots.length > NETWORK ? [] : orderOf(slots.length);
    const lowest = `k & ${(1 << shift) - 1}`;
    const tabled = groups === undefined ? '' : `if (tables !== undefined) {
let ${groups.map((_, group) => `g${group} = 0`).join(', ')};
${slots.map((slot, place) => codeOne(slot, place, groups)).join('\n')}
${groups.map((_, group) => `const v${group} = tables[${group}][g${group}]; out[${group}] = v${group};`).join(' ')}
if (${groups.map((_, group) => `v${group} > 0`).join(' && ')}) return -1;
if (${groups.map((_, group) => `v${group} === 0`).join(' || ')}) { ${groups.map((_, group) => `out[${group}] = g${group};`).join(' ')} return -3; }
${groups.length === 1 ? `isLast = v0 === ${LAST};` : ''}
held = g0;
}`;
    const source = `'use strict'; return function wave(opened, silent, a, b, into, at, tables) {
let x = 0, q = 0, m = 0, t = 0, c = 0, count = 0, held = 0, isLast = false, span; let ${places.map((place) => `k${place} = 0, x${place} = 0, s${place} = 0`).join(', ')};
${slots.map((slot, place) => drawOne(slot, place, isFirst)).join('\n')}
${tabled}
${slots.map((slot, place) => keyOne(slot, place)).join('\n')}
if (isLast) { let k = -1; ${slots.map((_, place) => `t = k${place} < ${(horizon + 2) << shift} ? k${place} : -1; if (t > k) k = t;`).join(' ')} into[at] = k; out[0] = tables[0][held & ~maskOf[${lowest}]]; return -2; }
${network.join('\n')}
${places.map((place) => `into[at + ${place}] = k${place};`).join(' ')} ${slots.length > NETWORK ? `into.subarray(at, at + ${slots.length}).sort();` : ''}
return count; };`;
    const maskOf = new Int32Array(1 << shift);
    for (const { acts } of groups ?? []) for (const { act, mask } of acts) maskOf[act] = mask;
    return new Function('times', 'ends', 'begins', 'scales', 'spanOf', 'out', 'maskOf', source)(times, ends, begins, scales, spanOf, out, maskOf) as Wave;
  };

  return {
    times, shift, out, ends, begins, scales,
    sourceOf: ({ slots, groups }) => (slots.length > NETWORK || slots.some((slot) => !narrow(slot)) ? undefined : {
      slots: slots.length, nobody: (horizon + 2) << shift,
      draws: slots.map((slot, place) => drawOne(slot, place, true)).join('\n'), codes: groups ? slots.map((slot, place) => codeOne(slot, place, groups)).join('\n') : '',
      keys: slots.map((slot, place) => keyOne(slot, place)).join('\n').replaceAll('opened', 'now').replaceAll('count -= m', 'n -= m'), order: orderOf(slots.length).join('\n'),
    }),
    wave: (slots) => {
      const groups = groupsOf(slots);
      return { slots, groups, first: make(slots, groups, true), again: make(slots, groups, false), longest: Math.max(...slots.map((slot) => { const span = narrow(slot); return span ? Math.max(span[0], span[1] - 1) : Infinity; })) };
    },
    prepare: (values) => drawn.forEach(({ slot }, place) => {
      let begin = 0;
      const span = narrow(place);
      thresholds(slot, values).forEach((end, option) => {
        const at = place * options + option;
        ends[at] = end;
        begins[at] = begin;
        scales[at] = end === begin ? 0 : span ? (span[1] - span[0]) / (end - begin) : end;
        begin = end;
      });
    }),
  };
}

const orderOf = (slots: number): readonly string[] => networkOf(slots).map(([low, high]) => `t = (k${low} - k${high}) | 0; t = t & (t >> 31); q = k${low}; k${low} = (k${high} + t) | 0; k${high} = (q - t) | 0;`);

export const shiftOf = (slots: number): number => OPTION_BITS + Math.max(1, 32 - Math.clz32(slots));

/** Pairs to put in order, one after another: odd-even merge sort of `n`. */
export function networkOf(n: number): readonly (readonly [number, number])[] {
  const pairs: [number, number][] = [];
  for (let p = 1; p < n; p *= 2) for (let k = p; k >= 1; k = Math.floor(k / 2)) for (let j = k % p; j <= n - 1 - k; j += 2 * k) for (let i = 0; i <= Math.min(k - 1, n - j - k - 1); i += 1) {
    if (Math.floor((i + j) / (2 * p)) === Math.floor((i + j + k) / (2 * p))) pairs.push([i + j, i + j + k]);
  }
  return pairs;
}
