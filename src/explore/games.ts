/**
 * What a coalition can ensure whatever the others do. A claim `whenever A, within T B` is ensured where the coalition can keep it from failing; a claim `can … ensure B within T` where B comes about within T.
 * Says which coalitions are the smallest that can, and who is in all of them.
 */
import type { Text } from '../engine/index.js';
import type { Claim } from '../treaty/index.js';
import type { Class } from './alphabet.js';
import { questionOf, solve, soon, type GameBounds, type Question } from './games-solve.js';

export type { GameBounds } from './games-solve.js';

/** How many of each set of interchangeable parties; a party alone is a set of one. */
export interface Coalition { readonly members: readonly { readonly of: readonly string[]; readonly count: number }[] }

export interface WhoCan {
  /** The smallest coalitions: none of them can spare a member. */
  readonly smallest: readonly Coalition[];
  /** Parties in every coalition that can ensure it. Empty where none can. */
  readonly vetoPlayers: readonly string[];
  /** Even all of them together cannot. */
  readonly nobodyCan: boolean;
  /** Every coalition was decided within the bounds. */
  readonly complete: boolean;
}

export type Decided = 'can' | 'cannot' | 'too many';

/** `too many`: not settled within the bounds. */
export function decided(question: Question, coalition: ReadonlySet<string>): Decided {
  if (question.can?.outOfReach) return 'cannot';
  const early = soon(question, coalition);
  if (early === true || (early === false && !question.can?.endless)) return early ? 'can' : 'cannot';
  const solved = solve(question, coalition);
  if (solved === 'too many' || solved.ensured) return solved === 'too many' ? solved : 'can';
  if (!question.can?.endless) return 'cannot';
  // Without a window: it cannot only where it still cannot if what is open at the horizon counts as come about.
  const kindly = solve(question, coalition, { generous: true });
  return kindly !== 'too many' && !kindly.ensured ? 'cannot' : 'too many';
}

/** Throws Unsupported where the specialised form cannot say the text. `claim` is a `whenever` or a `can` claim; of a `can` claim, who it names is left out. */
export function whoCan(text: Text, claim: Claim, classes: readonly Class[], bounds: GameBounds): WhoCan {
  return coalitionsOf(questionOf(text, claim, classes, bounds), text, classes);
}

export function coalitionsOf(question: Question, text: Text, classes: readonly Class[]): WhoCan {
  const { alike, can } = question;
  const players = playersOf(text, classes);
  const sets = players.reduce<string[][]>((all, name) => {
    const set = all.find(([first]) => alike.some((names) => names.includes(name) && names.includes(first ?? '')));
    if (set) set.push(name); else all.push([name]);
    return all;
  }, []);
  const decide = (counts: readonly number[]): Decided => decided(question, new Set(sets.flatMap((set, index) => set.slice(0, counts[index]))));
  const winning: (readonly number[])[] = [];
  const members = sets.map((set) => set.length);
  let complete = can?.unsettled !== true;
  // Whoever can, all together can: where they cannot, nobody needs to be asked.
  const all = can?.outOfReach === true ? 'cannot' : decide(members);
  if (all === 'too many') complete = false;
  for (const counts of all === 'cannot' ? [] : countsBySize(members)) {
    if (question.bounds.goOn?.(0) === false) { complete = false; break; }
    if (winning.some((won) => won.every((count, index) => (counts[index] ?? 0) >= count))) continue;
    const found = decide(counts);
    if (found === 'can') winning.push(counts);
    if (found === 'too many') complete = false;
  }
  const without = (index: number): boolean => winning.every((won) => (won[index] ?? 0) === (sets[index]?.length ?? 0));
  return {
    smallest: winning.map((counts) => ({ members: sets.flatMap((of, index) => ((counts[index] ?? 0) > 0 ? [{ of, count: counts[index] ?? 0 }] : [])) })),
    vetoPlayers: winning.length === 0 ? [] : sets.flatMap((set, index) => (without(index) ? set : [])),
    nobodyCan: winning.length === 0 && complete, complete,
  };
}

/** Parties that may act, vote or use a power. */
const playersOf = (text: Text, classes: readonly Class[]): readonly string[] =>
  text.treaty.parties.map(({ name }) => name).filter((name) => classes.some(({ kind, happening: { actor } }) => kind !== 'stimulus' && kind !== 'finding' && actor.kind === 'one' && actor.name === name));

/** All ways to take some of each set, few members first; one at a time, for of many parties there are more than can be held. */
function* countsBySize(sizes: readonly number[]): Generator<readonly number[]> {
  const room = sizes.map((_, index) => sizes.slice(index).reduce((sum, one) => sum + one, 0));
  function* taking(total: number, index: number): Generator<readonly number[]> {
    if (index === sizes.length) { yield []; return; }
    for (let count = Math.max(0, total - (room[index + 1] ?? 0)); count <= Math.min(total, sizes[index] ?? 0); count += 1) for (const rest of taking(total - count, index + 1)) yield [count, ...rest];
  }
  for (let total = 0; total <= (room[0] ?? 0); total += 1) yield* taking(total, 0);
}

/** `Ukraine and any 4 of United-States, France, …`. */
export const coalitionWords = ({ members }: Coalition): string => (members.length === 0 ? 'nobody in particular'
  : members.map(({ of, count }) => (of.length === 1 ? of[0] ?? '' : count === of.length ? of.join(' and ') : `any ${count} of ${of.join(', ')}`)).join(' and '));
