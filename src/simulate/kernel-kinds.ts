/** How the clauses stand in a run's last situation, in words: put together once for each way. */
import { CODE, type Memory } from './kernel-memory.js';
import { kindOf } from './outcome.js';

interface Named { name: string | undefined; readonly next: (Named | undefined)[] }

/** `told`: the parts that hold lives. Gives the name of the situation the memory is in. */
export function namer({ cells, rows, lives }: Memory, told: readonly number[]): () => string {
  const names: Named = { name: undefined, next: [] };
  return (): string => {
    let at = names;
    for (const part of told) {
      const code = cells[(rows[part] as number) + CODE] as number;
      let next = at.next[code];
      if (!next) { next = { name: undefined, next: [] }; at.next[code] = next; }
      at = next;
    }
    at.name ??= kindOf(told.flatMap((part) => (lives[part]?.[cells[(rows[part] as number) + CODE] as number] ?? []).map((life) => { const [clause = '', state = ''] = life.split('\n'); return { clause, state }; })));
    return at.name;
  };
}
