/**
 * Chances without sampling: the probabilities of all situations, carried forward tick by tick. Each waiting slot acts with the chance that its delay ends now,
 * given that it has not ended. For treaties with a finite program and few situations; says nothing where there are too many.
 */
import { initialWords, layoutOf, moveFunction, testFunction, is, number, WAITS, type Expression } from '../engine/specialised/index.js';
import { delaySpan, windowAt } from './agents.js';
import type { Setting } from './plain.js';
import { bounded, programOf, whereOf } from './swift.js';

export interface Exact { readonly claims: readonly { readonly holds: number; readonly fails: number; readonly undetermined: number; readonly notAsked: number }[]; readonly situations: number }

interface Node { readonly words: readonly number[]; /** Per slot, ticks since it fell due and the first delay not yet ruled out; -1 where it does not wait. */ readonly ages: readonly number[]; readonly next: readonly number[]; readonly was: readonly boolean[] }

interface Machine {
  readonly move: (index: number, words: readonly number[]) => readonly number[] | undefined;
  /** One tick; undefined where nothing runs. */
  readonly pass: (words: readonly number[]) => { readonly words: readonly number[] } | undefined;
  readonly test: (index: number, words: readonly number[]) => boolean;
}

/** `most`: situations at one tick; undefined where there are more. Throws Unsupported where the treaty has no finite program. */
export function exactly(setting: Setting, values: readonly number[], most = 100_000): Exact | undefined {
  const { text, table, claims, horizonMs } = setting;
  const made = programOf(setting);
  const layout = layoutOf(made.program.fields);
  const slots = table.slots.flatMap((slot) => {
    const where = slot.kind === 'stimulus' || slot.kind === 'pledge' ? undefined : whereOf(slot, made);
    return slot.kind === 'stimulus' || where ? [{ slot, where, chances: shares(slot.chances.map((index) => values[index] ?? 0)), span: delaySpan(slot.delay, table.tickMs, windowAt(slot, table, text, 0)) }] : [];
  });
  const moveOf = (index: number): number => made.classOf.indexOf(index);
  const tests: Expression[] = [];
  const asTest = (one: Expression): number => { tests.push(one); return tests.length - 1; };
  const open = slots.map(({ where }) => (where ? asTest(where.open) : -1));
  const holds = slots.map(({ where }) => (where ? asTest(where.holds) : -1));
  const shows = claims.map((_, index) => asTest(made.program.faults[index]?.shows ?? number(0)));
  const awaits = claims.map((_, index) => asTest(made.awaits[index] ?? number(0)));
  const touched = claims.map((_, index) => { const field = made.touched[index]; return asTest(field === undefined ? number(1) : is(field, 1)); });
  const words = Array.from({ length: layout.words }, (_, word) => `w${word}`).join(', ');
  const machine = new Function(`'use strict'; let found, limit = 1, ${WAITS} = 0; function put(${words}, t) { found = [${words}].map((one) => one | 0); }
${made.program.moves.map((move, index) => moveFunction(`m${index}`, move.takes ? bounded(move) : move, layout, 'put')).join('\n')}
${tests.map((one, index) => testFunction(`t${index}`, one, layout)).join('\n')}
const moves = [${made.program.moves.map((_, index) => `m${index}`).join(', ')}], tests = [${tests.map((_, index) => `t${index}`).join(', ')}];
return { move: (index, words) => (moves[index](...words) === 1 ? found : undefined), pass: (words) => (moves[moves.length - 1](...words) === 1 ? { words: found } : undefined), test: (index, words) => tests[index](...words) };`)() as Machine;
  const totals = claims.map(() => ({ holds: 0, fails: 0, undetermined: 0, notAsked: 0 }));
  const horizon = Math.floor(horizonMs / table.tickMs);
  let situations = 0;

  /** Slots that fall due begin to wait, `age` ticks after they did; those whose duty is over wait no more. */
  const look = (node: Node, age: number, silent: number): Node => {
    const ages = [...node.ages];
    const next = [...node.next];
    const was = [...node.was];
    slots.forEach(({ slot, where }, index) => {
      if (!where) return;
      if (machine.test(open[index] as number, node.words)) {
        if (!was[index]) { was[index] = true; const never = (slot.silencedBy & silent) !== 0; ages[index] = never ? -1 : age; next[index] = 0; }
      } else {
        was[index] = false;
        if (!machine.test(holds[index] as number, node.words)) { ages[index] = -1; next[index] = 0; }
      }
    });
    return { words: node.words, ages, next, was };
  };
  const settle = ({ words: at }: Node, chance: number, quiet: boolean): void => totals.forEach((total, index) => {
    const { form } = claims[index] as (typeof claims)[number];
    const shown = machine.test(shows[index] as number, at);
    if (form.kind === 'possible') { total[shown ? 'holds' : 'fails'] += chance; return; }
    if (shown) total.fails += chance;
    else if (machine.test(awaits[index] as number, at)) total[quiet ? 'fails' : 'undetermined'] += chance;
    else total[machine.test(touched[index] as number, at) ? 'holds' : 'notAsked'] += chance;
  });

  for (let silent = 0; silent < 2 ** table.causes.length; silent += 1) {
    const weight = table.causes.reduce((all, parameter, index) => all * (silent & (1 << index) ? values[parameter] ?? 0 : 1 - (values[parameter] ?? 0)), 1);
    if (weight === 0) continue;
    const first = look({ words: initialWords(made.program, layout), ages: slots.map(({ slot }) => (slot.kind === 'stimulus' ? 0 : -1)), next: slots.map(() => 0), was: slots.map(() => false) }, 0, silent);
    let layer = new Map<string, { node: Node; chance: number }>([[keyOf(first), { node: first, chance: weight }]]);
    for (let tick = 0; layer.size > 0; tick += 1) {
      const later = new Map<string, { node: Node; chance: number }>();
      const now = layer;
      for (const [key, { node, chance }] of now) {
        now.delete(key);
        situations += 1;
        const slot = pick(node, slots);
        if (slot >= 0) {
          const { chances, span: [from, to], slot: { options } } = slots[slot] as (typeof slots)[number];
          const delay = node.next[slot] as number;
          const gone = (d: number): number => chances.reduce((sum, one) => sum + one, 0) * Math.max(0, Math.min(1, (d - from) / (to - from)));
          const left = 1 - gone(delay);
          const rests = { ...node, next: node.next.map((one, index) => (index === slot ? one + 1 : one)), ages: node.ages.map((age, index) => (index === slot && delay + 1 >= to ? -1 : age)) };
          let still = 1;
          if (delay >= from && left > 1e-15) chances.forEach((one, option) => {
            const acts = one / (to - from) / left;
            if (acts <= 0) return;
            still -= acts;
            const index = options[option]?.[0] ?? -1;
            const after = machine.move(moveOf(index), node.words);
            const spent = { ...node, ages: node.ages.map((age, at) => (at === slot ? -1 : age)), next: node.next.map((n, at) => (at === slot ? 0 : n)), words: after ?? node.words };
            put(now, after ? look(spent, 0, silent) : spent, chance * acts);
          });
          if (still > 1e-15) put(now, rests, chance * still);
          if (now.size > most) return undefined;
          continue;
        }
        const passed = machine.pass(node.words);
        if (!passed && node.ages.every((age) => age < 0)) { settle(node, chance, true); continue; }
        // What opens at the end of a window opened a tick before it can be acted on.
        const aged = { ...node, ages: node.ages.map((age) => (age < 0 ? age : age + 1)), words: passed?.words ?? node.words };
        const following = passed ? look(aged, 1, silent) : aged;
        if (tick + 1 > horizon) settle(following, chance, false); else put(later, following, chance);
        if (later.size > most) return undefined;
      }
      layer = later;
    }
  }
  return { claims: totals, situations };
}

/** The slot with the earliest delay not yet ruled out that has ended by now. */
function pick({ ages, next }: Node, slots: readonly unknown[]): number {
  let best = -1;
  for (let index = 0; index < slots.length; index += 1) {
    const behind = (ages[index] as number) - (next[index] as number);
    if ((ages[index] as number) >= 0 && behind >= 0 && (best < 0 || behind > (ages[best] as number) - (next[best] as number))) best = index;
  }
  return best;
}

const shares = (chances: readonly number[]): readonly number[] => { const whole = Math.max(1, chances.reduce((all, one) => all + one, 0)); return chances.map((one) => one / whole); };
const keyOf = ({ words, ages, next, was }: Node): string => `${words.join()}|${ages.join()}|${next.join()}|${was.map(Number).join('')}`;

function put(into: Map<string, { node: Node; chance: number }>, node: Node, chance: number): void {
  const key = keyOf(node);
  const before = into.get(key);
  if (before) before.chance += chance; else into.set(key, { node, chance });
}
