/** Two explorers step by step: from each situation the same acts and the same passing of time must lead on, to situations that answer each other one to one. */
import { explorePlainly, runnerOf, type Scope } from '../../src/explore/index.js';
import type { Text } from '../../src/engine/index.js';
import { initialWords, layoutOf, type Program } from '../../src/engine/specialised/index.js';
import type { Claim } from '../../src/treaty/index.js';

/** What differs, in words; undefined where nothing does. `scope` goes tick by tick. */
export function movesThatDiffer(text: Text, claims: readonly Claim[], program: Program, scope: Omit<Scope, 'jump'>): string | undefined {
  const plain = new Map<string, ReadonlyMap<string, string>>();
  let root: string | undefined;
  explorePlainly(text, claims, { ...scope, jump: false, onMoves: (from, moves) => { root ??= from; plain.set(from, new Map(moves.map(({ label, to }) => [label, to]))); } });
  if (root === undefined) return 'the slow explorer found no situation';
  const runner = runnerOf(program);
  const first = initialWords(program, layoutOf(program.fields));
  const answers = new Map<string, string>([[root, first.join()]]);
  const back = new Map<string, string>([[first.join(), root]]);
  const waiting: { readonly key: string; readonly words: readonly number[] }[] = [{ key: root, words: first }];
  for (let at = waiting.pop(); at; at = waiting.pop()) {
    const { key, words } = at;
    const slow = plain.get(key);
    // Reached in the last moment of the horizon: not looked at any more.
    if (!slow) continue;
    const fast = new Map(runner.successors(words, 1).filter((one) => program.moves[one.move]?.takes !== undefined || one.words.join() !== words.join()).map((one) => [program.moves[one.move]?.label ?? '', one.words]));
    for (const label of new Set([...slow.keys(), ...fast.keys()])) {
      const [to, next] = [slow.get(label), fast.get(label)];
      if (to === undefined || next === undefined) return `\`${label}\` is possible for the ${to === undefined ? 'specialised' : 'slow'} form only`;
      const [known, of] = [answers.get(to), back.get(next.join())];
      if (known === undefined && of === undefined) {
        answers.set(to, next.join());
        back.set(next.join(), to);
        waiting.push({ key: to, words: next });
      } else if (known !== next.join() || of !== to) return `\`${label}\` leads to situations that do not answer each other`;
    }
  }
  return undefined;
}
