/** Which moves can be possible at each value of one field: guards that ask for another value are not tried. */
import type { Expression, Program } from '../engine/specialised/index.js';

/** Values a guard asks of fields by equality, joined by `and`. */
function asked(guard: Expression, into: Map<number, number>): void {
  if (guard.kind !== 'operation') return;
  if (guard.operator === 'and') { asked(guard.left, into); asked(guard.right, into); return; }
  if (guard.operator === '==' && guard.left.kind === 'field' && guard.right.kind === 'number') into.set(guard.left.field, guard.right.value);
}

/** The field that parts the moves best, and per value the moves left to try; undefined where none parts them. */
export function dispatchOf({ fields, moves }: Program): { readonly field: number; readonly byValue: readonly (readonly number[])[] } | undefined {
  const wants = moves.map(({ guard }) => { const found = new Map<number, number>(); asked(guard, found); return found; });
  const tally = new Map<number, number>();
  for (const want of wants) for (const field of want.keys()) tally.set(field, (tally.get(field) ?? 0) + 1);
  const best = [...tally].filter(([field, count]) => count > 1 && (fields[field]?.max ?? 0) < 64).sort((a, b) => b[1] - a[1] || a[0] - b[0])[0];
  if (!best) return undefined;
  const [field] = best;
  const byValue = Array.from({ length: (fields[field]?.max ?? 0) + 1 }, (_, value) => moves.flatMap((_move, index) => { const want = wants[index]?.get(field); return want === undefined || want === value ? [index] : []; }));
  return { field, byValue };
}
