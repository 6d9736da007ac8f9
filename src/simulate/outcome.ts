/** What one run came to: how each claim stood at its end, when it was answered, and in what way it failed. */

export const STANDINGS = ['holds', 'fails', 'undetermined', 'not asked'] as const;
export type Standing = (typeof STANDINGS)[number];

export interface Outcome {
  readonly standings: readonly Standing[];
  /** Per claim, ticks from the first stimulus to its response; -1 where there was none. */
  readonly responses: readonly number[];
  /** How the clauses stood at the end, as `clause state count` of what was not performed. */
  readonly kind: string;
  /** Class and tick of every act, in order. */
  readonly way: readonly (readonly [number, number])[];
}

const BAD = new Set(['breached', 'defaulted', 'rejected', 'no decision', 'open', 'due', 'undetermined']);

/** One line for what became of the clauses: alike whichever driver asks. */
export function kindOf(lives: readonly { readonly clause: string; readonly state: string }[]): string {
  const counts = new Map<string, number>();
  for (const { clause, state } of lives) if (BAD.has(state)) { const key = `${clause} ${state}`; counts.set(key, (counts.get(key) ?? 0) + 1); }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, count]) => (count === 1 ? key : `${key} (${count})`)).join(', ') || 'nothing was left undone';
}
