/**
 * Whether any behaviour is left: a way that comes to an ending, or on which time passes without end. Where what a claim assumes bars time, situations are reached from
 * which no such way leads on; what holds in those alone holds of nothing.
 */
import type { Program } from '../engine/specialised/index.js';
import { runnerOf } from './retrace.js';
import type { Searched } from './search.js';

/** Beyond this many situations nothing is concluded. */
const MOST = 20_000;

/** Of a complete search: whether a behaviour is left that goes through a situation for which `within` is true. */
export function someAlive(program: Program, found: Searched, isEnding: (fields: readonly number[]) => boolean, within: (fields: readonly number[]) => boolean): boolean {
  const count = found.situations;
  if (count > MOST) return true;
  const runner = runnerOf(program);
  const index = new Map<string, number>();
  for (let i = 0; i < count; i += 1) index.set(found.words(i).join(), i);
  const acts: number[][] = [];
  const times: number[][] = [];
  for (let i = 0; i < count; i += 1) {
    const own = found.words(i);
    const mine = own.join();
    const [byAct, byTime]: [Set<number>, Set<number>] = [new Set(), new Set()];
    for (const waits of [0, 1]) {
      for (const { move, words } of runner.successors(own, waits)) {
        // Symmetry keeps one situation of each kind, tick by tick leaves some out that a jump passes over.
        const to = index.get(words.join()) ?? index.get(runner.canonical(words).join());
        if (to === undefined || (words.join() === mine && !program.moves[move]?.takes)) continue;
        (program.moves[move]?.takes ? byTime : byAct).add(to);
      }
    }
    acts.push([...byAct]);
    times.push([...byTime]);
  }
  const ending = Array.from({ length: count }, (_, i) => acts[i]?.length === 0 && times[i]?.length === 0 && isEnding(found.fields(i)));
  const before = reversed(acts);
  let alive = new Uint8Array(count).fill(1);
  for (;;) {
    // Left: what reaches, by acts of one instant, an ending or a passing of time into what is left.
    const next = new Uint8Array(count);
    const waiting: number[] = [];
    for (let i = 0; i < count; i += 1) if (ending[i] || times[i]?.some((to) => alive[to] === 1)) { next[i] = 1; waiting.push(i); }
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) for (const from of before[at] ?? []) if (next[from] === 0) { next[from] = 1; waiting.push(from); }
    if (next.every((one, i) => one === alive[i])) break;
    alive = next;
  }
  return alive.some((one, i) => one === 1 && within(found.fields(i)));
}

function reversed(edges: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const back: number[][] = edges.map(() => []);
  edges.forEach((list, from) => { for (const to of list) back[to]?.push(from); });
  return back;
}
