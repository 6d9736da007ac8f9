/**
 * A whole run as one generated function over the cells of a memory, without a call: for runs in which nothing unusual comes. What it does not know yet it asks for,
 * and begins the run again; what it has no form for (windows of one clause that run apart, slots that fall due again, acts called off) it leaves to the kernel's own loop.
 */
import { FAR, stepLimit } from './kernel-limits.js';
import { CODE, ENDING, NEITHER, PAIRS, UNKNOWN, type Memory, type Step } from './kernel-memory.js';
import { LAST, OPTION_BITS, type Drawing, type Waves } from './kernel-waves.js';

/** What a run ends with: nothing more can come; cut at the horizon; or asks for an act, an ending, tables; or leaves the run. */
export const QUIET = 0, CUT = 1, ASKS_ACT = 2, ASKS_ENDING = 3, ASKS_TABLE = 4, LEAVES = 5;

/** Where things lie before the rows of a memory. */
export interface Layout { readonly start: number; readonly ends: number; readonly responses: number; readonly standings: number; readonly acts: number; readonly steps: number; readonly asked: number; readonly caches: number; readonly pending: number; readonly room: number; readonly size: number }

/** Openings that are written into the function; steps with others are left. */
export const MOST_OPENINGS = 16;
const GROUPS = 4;
const CACHED = 8;

export function dashLayout(parts: number, claims: number, slots: number, shift: number): Layout {
  let at = parts;
  const take = (count: number): number => { const from = at; at += count; return from; };
  const room = 2 * slots + 32;
  return { start: take(parts), ends: take(parts), responses: take(claims), standings: take(claims), acts: take(3 << shift), steps: take(stepLimit), asked: take(8), caches: take(MOST_OPENINGS * GROUPS * CACHED * 2), pending: take(room), room, size: at };
}

export const cacheAt = ({ caches }: Layout, opening: number, group: number): number => caches + ((opening * GROUPS + group) * CACHED) * 2;

/** Puts a table where the function finds it; false where there is no room. */
export function cache(memory: Memory, layout: Layout, opening: number, group: number, row: number, table: number): boolean {
  const from = cacheAt(layout, opening, group);
  for (let at = from; at < from + 2 * CACHED; at += 2) if (memory.cells[at + 1] === 0 || memory.cells[at] === row) { memory.cells[at] = row; memory.cells[at + 1] = table; return true; }
  return false;
}

/** Steps as cells: `1, part, n, (row, to) …` for one that looks at another part; else `0, opening, rows, windows, answers, leaves, calls off`, then what it changes. */
export class Flat {
  private readonly known = new Map<Step, { at: number; room: number }>();
  constructor(private readonly memory: Memory, private readonly layout: Layout, private readonly openingOf: (step: Step) => number) {}

  put(index: number): void { if (index < stepLimit) this.memory.cells[this.layout.steps + index] = this.of(this.memory.steps[index] as Step); }

  of(step: Step): number {
    const { cells } = this.memory;
    const before = this.known.get(step);
    if (step.part >= 0) {
      let place = before;
      if (!place || place.room < step.rows.length) { const room = Math.max(4, 2 * step.rows.length); place = { at: this.memory.take(3 + 2 * room), room }; this.known.set(step, place); }
      const { at } = place;
      const to = step.to.map((one) => this.of(one));
      cells[at] = 1; cells[at + 1] = step.part; cells[at + 2] = step.rows.length;
      step.rows.forEach((row, index) => { cells[at + 3 + 2 * index] = row; cells[at + 4 + 2 * index] = to[index] as number; });
      return at;
    }
    if (before) return before.at;
    const opening = step.opens.length > 0 ? this.openingOf(step) : -1;
    const data = [0, opening, step.parts.length, step.begins.length, step.answers.length, opening >= MOST_OPENINGS || step.begins.some(({ all }) => !all) ? 1 : 0, step.cancels.length,
      ...step.parts.flatMap((part, index) => [part, step.into[index] as number]), ...step.begins.flatMap(({ part, ticks }) => [part, ticks]), ...step.answers];
    const at = this.memory.take(data.length);
    cells.set(data, at);
    this.known.set(step, { at, room: 0 });
    return at;
  }
}

export interface Dashing { readonly parts: number; readonly clockParts: readonly number[]; readonly claimParts: ArrayLike<number>; readonly claims: number; readonly horizon: number; readonly shift: number; readonly first: number }
export type Dash = (a: number, b: number, silent: number) => number;

/** `isStimulus`: per slot. `drawings`: by number of opening. */
export function dashOf(cells: Int32Array, { parts, clockParts, claimParts, claims, horizon, shift, first }: Dashing, layout: Layout, drawings: readonly Drawing[], waves: Waves, conflicts: readonly number[]): Dash {
  const list = (count: number, make: (at: number) => string, between = ' '): string => Array.from({ length: count }, (_, at) => make(at)).join(between);
  const low = (1 << shift) - 1;
  const sources = drawings.map((one) => waves.sourceOf(one));
  const widest = Math.max(1, ...sources.map((one) => one?.slots ?? 0));
  const masks = drawings.map(({ groups }) => { const all = new Int32Array(1 << shift); for (const { acts } of groups ?? []) for (const { act, mask } of acts) all[act] = mask; return all; });
  const rescan = `next = ${FAR}; ${clockParts.map((part) => `if (M[M[${part}]] !== 0) { t = M[${layout.ends + part}]; if (t < next) next = t; }`).join(' ')}`;
  const resolve = (asks: string): string => `while (M[step] === 1) { r = M[M[step + 1]]; p = step + 3; e = p + 2 * M[step + 2]; while (p < e && M[p] !== r) p += 2; if (p === e) { ${asks} } step = M[p + 1]; }`;
  const caseOf = (drawing: Drawing, index: number): string => {
    const source = sources[index];
    if (!source || index >= MOST_OPENINGS) return `case ${index}: return ${LEAVES};`;
    const { groups, longest } = drawing;
    const store = list(source.slots, (at) => `M[${layout.pending} + count + ${at}] = k${at};`);
    const sorted = `n = 0; ${source.keys}\n${source.order}\nif (count + ${source.slots} > ${layout.room}) return ${LEAVES};
if (head === count) { head = 0; count = 0; ${store} count = n; }
else { ${store} for (e = count + n; count < e; count++) { q = M[${layout.pending} + count]; p = count - 1; while (p >= head && M[${layout.pending} + p] > q) { M[${layout.pending} + p + 1] = M[${layout.pending} + p]; p -= 1; } M[${layout.pending} + p + 1] = q; } }`;
    const tabled = !groups || groups.length > GROUPS ? '' : `
if (head === count && now + ${longest} <= next && now + ${longest} <= ${horizon}) {
${list(groups.length, (group) => `let g${group} = 0, t${group} = 0; p = ${cacheAt(layout, index, group)}; r = M[${groups[group]?.part ?? 0}]; for (e = p + ${2 * CACHED}; p < e; p += 2) if (M[p] === r) { t${group} = M[p + 1]; break; }
if (t${group} === 0) { M[${layout.asked}] = ${index}; ${list(groups.length, (one) => `M[${layout.asked + 1 + one}] = 0;`)} return ${ASKS_TABLE}; }`)}
${source.codes}
${list(groups.length, (group) => `const v${group} = M[t${group} + g${group}];`)}
if (${list(groups.length, (group) => `v${group} === 0`, ' || ')}) { M[${layout.asked}] = ${index}; ${list(groups.length, (group) => `M[${layout.asked + 1 + group}] = g${group};`)} return ${ASKS_TABLE}; }
if (${list(groups.length, (group) => `v${group} > 0`, ' && ')}) { ${list(groups.length, (group) => `M[${groups[group]?.part ?? 0}] = v${group} - 1;`)} break; }
${groups.length === 1 ? `if (v0 === ${LAST}) { n = 0; ${source.keys}\nq = -1; ${list(source.slots, (at) => `if (k${at} < ${source.nobody} && k${at} > q) q = k${at};`)} M[${layout.pending}] = q; head = 0; count = 1; M[${groups[0]?.part ?? 0}] = M[t0 + (g0 & ~masks${index}[q & ${low}])] - 1; break; }` : ''}
}`;
    return `case ${index}: { if ((waved & ${conflicts[index] ?? -1}) !== 0) return ${LEAVES}; waved |= ${1 << index};
${source.draws}
${tabled}
${sorted}
break; }`;
  };
  const multi = `let one = -1, two = -1, many = 0; ${clockParts.map((part) => `if (M[M[${part}]] !== 0 && M[${layout.ends + part}] === next) { many += 1; if (one < 0) one = ${part}; else two = ${part}; }`).join(' ')}
if (many > 2) return ${LEAVES};
M[${layout.asked}] = one; M[${layout.asked + 1}] = two;
if (many === 1) v = M[M[one] + ${ENDING}];
else { v = ${UNKNOWN}; r = M[two]; for (p = M[M[one] + ${PAIRS}]; p !== 0; p = M[p + 2]) if (M[p] === r) { v = M[p + 1]; break; } }
if (v === ${UNKNOWN}) return ${ASKS_ENDING};
if (v === ${NEITHER}) return ${LEAVES};
now = next; tick = next + 1;
if (v >= 0) { M[one] = v; ${rescan} continue; }
step = M[${layout.steps} - 2 - v]; ${resolve(`return ${ASKS_ENDING};`)}`;
  const close = (quiet: boolean): string => `${list(claims, (claim) => `M[${layout.standings + claim}] = M[M[${claimParts[claim] ?? 0}] + ${CODE}] ${quiet ? '& 3' : '>> 2'};`)} return ${quiet ? QUIET : CUT};`;
  // Arrays held by constants are known to the compiler: their places and lengths stand in the code.
  const source = `'use strict'; const M = cells_, ends = ends_, begins = begins_, scales = scales_, ${masks.map((_, index) => `masks${index} = masks_[${index}]`).concat('none = 0').join(', ')};
return function dash(a, b, silent) {
a = a | 0; b = b | 0;
let head = 0, count = 0, tick = 0, first = -1, next = ${FAR}, step = ${first}, now = 0, waved = 0, x = 0, q = 0, m = 0, t = 0, c = 0, n = 0, p = 0, e = 0, r = 0, v = 0, at = 0, act = 0, rounds = 0;
let ${list(widest, (at) => `x${at} = 0, k${at} = 0, s${at} = 0`, ', ')};
${list(parts, (part) => `M[${part}] = M[${layout.start + part}];`)}
${list(claims, (claim) => `M[${layout.responses + claim}] = -1;`)}
for (;;) {
  if (M[step + 5] !== 0 || (M[step + 6] !== 0 && head < count)) return ${LEAVES};
  p = step + 7;
  for (n = M[step + 2]; n > 0; n--) { M[M[p]] = M[p + 1]; p += 2; }
  for (n = M[step + 3]; n > 0; n--) { M[${layout.ends} + M[p]] = now + M[p + 1]; p += 2; }
  for (n = M[step + 4]; n > 0; n--) { if (M[${layout.responses} + M[p]] === -1) M[${layout.responses} + M[p]] = now - (first > 0 ? first : 0); p += 1; }
  ${rescan}
  switch (M[step + 1]) {
${drawings.map(caseOf).join('\n')}
  }
  rounds += 1;
  if (rounds > 5000) return ${LEAVES};
  for (;;) {
    if (tick > ${horizon}) { ${close(false)} }
    at = ${FAR};
    while (head < count) {
      q = M[${layout.pending} + head];
      at = q >> ${shift};
      if (at > next && at > tick) break;
      act = ${layout.acts} + 3 * (q & ${low});
      p = M[act];
      if (p < 0) return ${LEAVES};
      v = M[M[p] + M[act + 1]];
      if (v < 0 || at > ${horizon}) break;
      M[p] = v;
      head += 1;
      at = ${FAR};
    }
    if (at <= next || at <= tick) {
      if (at === ${FAR}) { ${close(true)} }
      if (at > tick) tick = at;
      if (tick > ${horizon}) { ${close(false)} }
      M[${layout.asked}] = q & ${low};
      if (v === ${UNKNOWN}) return ${ASKS_ACT};
      if (M[act + 2] === 1 && first < 0) first = tick;
      step = M[${layout.steps} - 2 - v];
      ${resolve(`return ${ASKS_ACT};`)}
      head += 1;
      now = tick;
      break;
    }
    e = next; ${rescan}
    if (next !== e) continue;
    if (next > ${horizon}) { ${close(false)} }
    ${multi}
    break;
  }
} };`;
  return new Function('cells_', 'ends_', 'begins_', 'scales_', 'masks_', source)(cells, waves.ends, waves.begins, waves.scales, masks) as Dash;
}

export const actAt = ({ acts }: Layout, slot: number, option: number): number => acts + 3 * ((slot << OPTION_BITS) | option);
