/**
 * Every situation a program can reach, each once, fewest entries first and then earliest in time, with the way to each kept.
 * The program is turned into code of its own: situations are packed words in typed arrays, found again by open addressing.
 */
import { alikeSource, canonicalSource, clockFunction, fieldsAt, initialWords, layoutOf, moveFunction, slotValue, testFunction, type Layout, type Program } from '../engine/specialised/index.js';
import { dispatchOf } from './dispatch.js';

export interface SearchOptions {
  /** Treat members of a kin as interchangeable. */
  readonly symmetry: boolean;
  /** Let time pass to the next end of a window, where no act begins a window beside one that runs on. Otherwise tick by tick. */
  readonly jump?: boolean;
  /** Time is followed up to this tick. */
  readonly maxTicks?: number;
  /** Bytes the search may hold; it stops before it needs more. */
  readonly maxBytes?: number;
  /** Asked every few thousand situations, with how far the search is; `false` ends it. */
  readonly goOn?: (far: Far) => boolean;
  /** Told of each situation from which no move leads on. */
  readonly onEnd?: (situation: number) => void;
  /** Ends once every fault has been seen. */
  readonly untilAllFaults?: boolean;
}

export interface Far { readonly situations: number; readonly entries: number; readonly bytes: number }

/** A situation reached, and what it took: entries first, then ticks. */
export interface Reached { readonly situation: number; readonly entries: number; readonly ticks: number }

export interface Searched {
  readonly situations: number;
  /** Moves tried that were possible. */
  readonly moves: number;
  /** Every situation was looked at. Otherwise why not; all with fewer than `entries` entries were. */
  readonly complete: boolean;
  /** Some behaviour was cut off at `maxTicks`. */
  readonly cut: boolean;
  readonly stopped?: 'memory' | 'asked' | 'faults' | 'depth';
  readonly entries: number;
  readonly bytes: number;
  /** Per fault of the program, the nearest situation that shows it. */
  readonly faults: readonly (Reached | undefined)[];
  /** The nearest situation from which no move is possible. */
  readonly stuck?: Reached;
  /** Values of all fields in a situation, and its packed words. */
  readonly fields: (situation: number) => readonly number[];
  readonly words: (situation: number) => readonly number[];
  /** From the first situation to this one. */
  readonly way: (situation: number) => readonly Reached[];
}

interface Core {
  readonly run: (options: SearchOptions) => Omit<Searched, 'fields' | 'way'>;
  readonly parent: (situation: number) => number;
  readonly entries: (situation: number) => number;
  readonly ticks: (situation: number) => number;
}

export function search(program: Program, options: SearchOptions): Searched {
  const layout = layoutOf(program.fields);
  const core = new Function(sourceOf(program, layout, options.symmetry))() as Core;
  const result = core.run(options);
  const way = (situation: number): readonly Reached[] => {
    const back: Reached[] = [];
    for (let at = situation; at >= 0; at = core.parent(at)) back.push({ situation: at, entries: core.entries(at), ticks: core.ticks(at) });
    return back.reverse();
  };
  return { ...result, fields: (situation) => fieldsAt(result.words(situation), layout), way };
}

const FIRST_CAPACITY = 1 << 12;
/** How often `goOn` is asked: every so many situations. */
const ASK_EVERY = 1 << 14;
/** Entries and ticks share one word of a situation's cost: more of either than fit ends the search, and it says so. */
const TICK_BITS = 20;
const MOST_TICKS = (1 << TICK_BITS) - 1;
const MOST_ENTRIES = (1 << (31 - TICK_BITS)) - 1;

function sourceOf(program: Program, layout: Layout, symmetry: boolean): string {
  const { words } = layout;
  const each = (make: (word: number) => string, between = ' '): string => Array.from({ length: words }, (_, word) => make(word)).join(between);
  const canonical = symmetry ? canonicalSource(layout) : { scratch: '', statements: '' };
  const acts = program.moves.flatMap((move, index) => (move.takes ? [] : [{ move, index }]));
  const times = program.moves.flatMap((move, index) => (move.takes ? [{ move, index }] : []));
  const alike = symmetry ? alikeSource(layout) : { masks: '', skipped: () => undefined };
  const calls = (list: readonly number[]): string => list.map((index) => {
    const call = `m${index}(${each((word) => `w${word}`, ', ')})`;
    const skipped = alike.skipped(program.moves[index]?.kin);
    return skipped === undefined ? call : `(${skipped} ? 0 : ${call})`;
  }).join(' + ') || '0';
  const dispatch = dispatchOf(program);
  const tried = dispatch ? `switch (${slotValue(layout, dispatch.field)}) { ${dispatch.byValue.map((list, value) => `case ${value}: return ${calls(list)};`).join(' ')} } return 0;` : `return ${calls(program.moves.map((_, index) => index))};`;
  // A situation's words, where it was reached from and at what cost lie side by side, so that finding it again touches one stretch of memory.
  const stride = words + 2;
  const clocks = program.clocks ?? [];
  return `'use strict';
let ways = 0, ${each((word) => `p${word} = 0`, ', ')}, waits = 1, jump = false, maxTicks = Infinity, cut = false, running = 0;
const before = new Int32Array(${clocks.length}), after = new Int32Array(${clocks.length});
let capacity = ${FIRST_CAPACITY}, count = 0, moves = 0, from = -1, layer = 0, clock = 0, now = [], later = [];
let store = new Int32Array(capacity * ${stride});
let mask = capacity * 2 - 1, table = new Int32Array(capacity * 2).fill(-1);
${canonical.scratch}
function grow() {
  capacity *= 2;
  const wider = new Int32Array(capacity * ${stride}); wider.set(store); store = wider;
  mask = capacity * 2 - 1; table = new Int32Array(capacity * 2).fill(-1);
  for (let i = 0; i < count; i += 1) { const full = hash(${each((word) => `store[i * ${stride} + ${word}]`, ', ')}); let h = full & mask; while (table[h] !== -1) h = (h + 1) & mask; table[h] = (full & -capacity) | i; }
}
const bytesFor = (size) => size * ${4 * stride + 8};
function hash(${each((word) => `n${word}`, ', ')}) {
  let h = 0;
  ${each((word) => `h = Math.imul(h ^ n${word}, 0x9E3779B1); h ^= h >>> 15;`)}
  h = Math.imul(h, 0x85EBCA77); return h ^ (h >>> 13);
}
function put(${each((word) => `n${word}`, ', ')}, cost, at, list) {
  ${canonical.statements}
  moves += 1;
  const full = hash(${each((word) => `n${word}`, ', ')}), tag = full & -capacity;
  let h = full & mask;
  for (;;) {
    const known = table[h];
    if (known === -1) break;
    if ((known & -capacity) === tag) {
      const i = known & (capacity - 1), o = i * ${stride};
      if (${each((word) => `store[o + ${word}] === n${word}`, ' && ')}) {
        if (store[o + ${words + 1}] <= cost) return;
        store[o + ${words}] = from; store[o + ${words + 1}] = cost;
        queue(i, at, list);
        return;
      }
    }
    h = (h + 1) & mask;
  }
  const i = count, o = i * ${stride};
  count += 1;
  table[h] = tag | i;
  ${each((word) => `store[o + ${word}] = n${word};`)}
  store[o + ${words}] = from; store[o + ${words + 1}] = cost;
  queue(i, at, list);
  // The last index stays free, so that no entry of the table looks like an empty one.
  if (count === capacity - 1) grow();
}
function queue(i, at, list) { const bucket = list[at]; if (bucket === undefined) list[at] = [i]; else bucket.push(i); }
${clockFunction('clocksOf', clocks, layout)}
/** Whether an act began a window while an older one runs on: then it matters when it falls. */
function begins(${each((word) => `n${word}`, ', ')}) {
  const k = clocksOf(after, ${each((word) => `n${word}`, ', ')});
  let old = false, fresh = false;
  for (let a = 0; a < k; a += 1) { let known = false; for (let b = 0; b < running; b += 1) if (before[b] === after[a]) { known = true; break; } if (known) old = true; else fresh = true; }
  return old && fresh;
}
function act(${each((word) => `n${word}`, ', ')}) { if (${each((word) => `n${word} === p${word}`, ' && ')}) return; ways += 1; if (waits === 0 && running > 0 && begins(${each((word) => `n${word}`, ', ')})) waits = 1; put(${each((word) => `n${word}`, ', ')}, ((layer + 1) << ${TICK_BITS}) | clock, clock, later); }
function pass(${each((word) => `n${word}`, ', ')}, takes) { ways += 1; const at = clock + takes; if (at > maxTicks) { cut = true; return; } put(${each((word) => `n${word}`, ', ')}, (layer << ${TICK_BITS}) | at, at, now); }
${acts.map(({ move, index }) => moveFunction(`m${index}`, move, layout, 'act')).join('\n')}
${times.map(({ move, index }) => moveFunction(`m${index}`, move, layout, 'pass')).join('\n')}
${program.faults.map(({ shows }, index) => testFunction(`fault${index}`, shows, layout)).join('\n')}
${program.faults.map(({ atEnd }, index) => (atEnd ? testFunction(`end${index}`, atEnd, layout) : '')).filter((one) => one !== '').join('\n')}
function expand(i) {
  const o = i * ${stride};
  ${each((word) => `const w${word} = store[o + ${word}];`)}
  ways = 0; ${each((word) => `p${word} = w${word};`)}
  if (jump) { waits = 0; running = clocksOf(before, ${each((word) => `w${word}`, ', ')}); }
  ${alike.masks}
  ${tried}
}
function run(options) {
  const maxBytes = options.maxBytes === undefined ? Infinity : options.maxBytes;
  jump = options.jump === true; waits = jump ? 0 : 1; if (options.maxTicks !== undefined) maxTicks = options.maxTicks;
  const faults = new Array(${program.faults.length}).fill(undefined);
  let unseen = ${program.faults.length}, stuck, stopped, looked = 0;
  put(${initialWords(program, layout).join(', ')}, 0, 0, now);
  moves = 0;
  outer: for (layer = 0; ; layer += 1) {
    if (layer >= ${MOST_ENTRIES}) { stopped = 'depth'; break; }
    for (clock = 0; clock < now.length; clock += 1) {
      const bucket = now[clock];
      if (bucket === undefined) continue;
      if (clock >= ${MOST_TICKS}) { stopped = 'depth'; break outer; }
      const cost = (layer << ${TICK_BITS}) | clock;
      for (let b = 0; b < bucket.length; b += 1) {
        const i = bucket[b], o = i * ${stride};
        if (store[o + ${words + 1}] !== cost) continue;
        ${program.faults.length > 0 ? each((word) => `const w${word} = store[o + ${word}];`) : ''}
        ${program.faults.map((_, index) => `if (faults[${index}] === undefined && fault${index}(${each((word) => `w${word}`, ', ')})) { faults[${index}] = { situation: i, entries: layer, ticks: clock }; unseen -= 1; }`).join('\n        ')}
        if (unseen === 0 && options.untilAllFaults && ${program.faults.length} > 0) { stopped = 'faults'; break outer; }
        from = i;
        expand(i);
        if (ways === 0) {
          if (stuck === undefined) stuck = { situation: i, entries: layer, ticks: clock };
          if (options.onEnd) options.onEnd(i);
          ${program.faults.map(({ atEnd }, index) => (atEnd ? `if (faults[${index}] === undefined && end${index}(${each((word) => `w${word}`, ', ')})) { faults[${index}] = { situation: i, entries: layer, ticks: clock }; unseen -= 1; }` : '')).filter((one) => one !== '').join('\n          ')}
        }
        looked += 1;
        if ((looked & ${ASK_EVERY - 1}) === 0) {
          if (bytesFor(capacity * 2) > maxBytes && count > capacity * 0.9) { stopped = 'memory'; break outer; }
          if (options.goOn && !options.goOn({ situations: count, entries: layer, bytes: bytesFor(capacity) })) { stopped = 'asked'; break outer; }
        }
      }
      now[clock] = undefined;
    }
    if (later.length === 0) break;
    now = later; later = [];
  }
  return { situations: count, moves, complete: stopped === undefined && !cut, cut, stopped, entries: layer, bytes: bytesFor(capacity), faults, stuck, words: (i) => Array.from(store.subarray(i * ${stride}, i * ${stride} + ${words})) };
}
return { run, parent: (i) => store[i * ${stride} + ${words}], entries: (i) => store[i * ${stride} + ${words + 1}] >> ${TICK_BITS}, ticks: (i) => store[i * ${stride} + ${words + 1}] & ${MOST_TICKS} };`;
}
