/**
 * A move as it stands where time goes one tick at a time: the local that lets time jump is 1, what is then known is put in its place, and locals nobody reads
 * are left out. Throws RangeError for a local that is read before it has a value.
 */
import { not, operation, WAITS, when, type Expression, type Move, type Statement } from '../engine/specialised/index.js';

/** Values of locals where they are known; `undefined` where one has a value that depends on the situation. */
type Known = Map<string, number | undefined>;

export function oneTick(move: Move): Move {
  const known: Known = new Map([[WAITS, 1]]);
  let body = forward(move.body, known);
  const takes = move.takes === undefined ? undefined : settled(move.takes, known);
  for (;;) {
    const reads = new Set<string>();
    readsOf(body, reads);
    if (takes) localsIn(takes, reads);
    const fewer = without(body, reads);
    if (JSON.stringify(fewer) === JSON.stringify(body)) break;
    body = fewer;
  }
  return { label: move.label, guard: settled(move.guard, new Map()), body, ...(takes === undefined ? {} : { takes }) };
}

function settled(one: Expression, known: Known): Expression {
  switch (one.kind) {
    case 'number': case 'field': return one;
    case 'local': {
      if (!known.has(one.name)) throw new RangeError(`the local ${one.name} is read before it has a value`);
      const value = known.get(one.name);
      return value === undefined ? one : { kind: 'number', value };
    }
    case 'not': return not(settled(one.of, known));
    case 'operation': return operation(one.operator, settled(one.left, known), settled(one.right, known));
  }
}

/** The statements with what is known put in its place; `known` is brought forward past them. */
function forward(list: readonly Statement[], known: Known): readonly Statement[] {
  return list.flatMap((one): readonly Statement[] => {
    switch (one.kind) {
      case 'set': return [{ ...one, to: settled(one.to, known) }];
      case 'let': {
        const to = settled(one.to, known);
        known.set(one.name, to.kind === 'number' ? to.value : undefined);
        return [{ ...one, to }];
      }
      case 'if': {
        const condition = settled(one.when, known);
        if (condition.kind === 'number') return forward(condition.value === 0 ? one.otherwise : one.then, known);
        const left = new Map(known);
        const right = new Map(known);
        const then = forward(one.then, left);
        const otherwise = forward(one.otherwise, right);
        for (const name of new Set([...left.keys(), ...right.keys()])) {
          // A local that only one branch gives a value has none after it.
          if (!left.has(name) || !right.has(name)) continue;
          known.set(name, left.get(name) === right.get(name) ? left.get(name) : undefined);
        }
        return when(condition, then, otherwise);
      }
    }
  });
}

function localsIn(one: Expression, into: Set<string>): void {
  if (one.kind === 'local') into.add(one.name);
  else if (one.kind === 'not') localsIn(one.of, into);
  else if (one.kind === 'operation') { localsIn(one.left, into); localsIn(one.right, into); }
}

function readsOf(list: readonly Statement[], into: Set<string>): void {
  for (const one of list) {
    if (one.kind === 'if') { localsIn(one.when, into); readsOf(one.then, into); readsOf(one.otherwise, into); } else localsIn(one.to, into);
  }
}

const without = (list: readonly Statement[], reads: ReadonlySet<string>): readonly Statement[] => list.flatMap((one): readonly Statement[] => {
  if (one.kind === 'let') return reads.has(one.name) ? [one] : [];
  return one.kind === 'if' ? when(one.when, without(one.then, reads), without(one.otherwise, reads)) : [one];
});
