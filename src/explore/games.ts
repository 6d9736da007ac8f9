/**
 * What a coalition can ensure whatever the others do. At each instant the coalition commits first; the others, and whoever strikes, answer knowing it; then a tick passes.
 * A claim `whenever A, within T B` is ensured where the coalition can keep it from failing. Ticks are the greatest common divisor of the windows, so that every window is whole.
 */
import { DEFAULT_START, type Text } from '../engine/index.js';
import { initialWords, layoutOf, specialise, testFunction, type Expression, type Program, type SpecialisedTreaty } from '../engine/specialised/index.js';
import type { Claim } from '../treaty/index.js';
import type { Class } from './alphabet.js';
import { runnerOf } from './retrace.js';
import { interchangeable, withKin } from './symmetry.js';

export interface GameBounds { readonly tickMs: number; readonly horizonMs: number; readonly stimuli: number; /** Situations with whose turn it is, at most, for each coalition. */ readonly maxNodes: number }

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

type Decided = 'can' | 'cannot' | 'too many';

/** Throws Unsupported where the specialised form cannot say the text. `claim` must be a `whenever` claim; what it assumes of debtors is left out: the others may default. */
export function whoCan(text: Text, claim: Claim, classes: readonly Class[], bounds: GameBounds): WhoCan {
  const free: Claim = { ...claim, assuming: [] };
  const made = specialise(text, [free], classes, { start: DEFAULT_START, tickMs: bounds.tickMs, horizonMs: bounds.horizonMs, stimuli: bounds.stimuli });
  const alike = interchangeable(text, [free]);
  const players = playersOf(text, classes);
  const sets = players.reduce<string[][]>((all, name) => {
    const set = all.find(([first]) => alike.some((names) => names.includes(name) && names.includes(first ?? '')));
    if (set) set.push(name); else all.push([name]);
    return all;
  }, []);
  const decide = (counts: readonly number[]): Decided => ensures(made, classes, new Set(sets.flatMap((set, index) => set.slice(0, counts[index]))), alike, bounds);
  const winning: (readonly number[])[] = [];
  let complete = true;
  for (const counts of countsBySize(sets.map((set) => set.length))) {
    if (winning.some((won) => won.every((count, index) => (counts[index] ?? 0) >= count))) continue;
    const decided = decide(counts);
    if (decided === 'can') winning.push(counts);
    if (decided === 'too many') complete = false;
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

/** All ways to take some of each set, few members first. */
function countsBySize(sizes: readonly number[]): readonly (readonly number[])[] {
  const all = sizes.reduce<(readonly number[])[]>((ways, size) => ways.flatMap((way) => Array.from({ length: size + 1 }, (_, count) => [...way, count])), [[]]);
  const total = (counts: readonly number[]): number => counts.reduce((sum, one) => sum + one, 0);
  return all.sort((a, b) => total(a) - total(b));
}

/** Solves the game for one coalition: backwards from the situations in which the claim has failed. */
function ensures(made: SpecialisedTreaty, classes: readonly Class[], coalition: ReadonlySet<string>, alike: readonly (readonly string[])[], bounds: GameBounds): Decided {
  const split = alike.flatMap((set) => [set.filter((name) => coalition.has(name)), set.filter((name) => !coalition.has(name))]).filter((set) => set.length > 1);
  const program = withKin(made, split);
  const layout = layoutOf(program.fields);
  const runner = runnerOf(program);
  const failed = truthOf(program, program.faults[0]?.shows);
  const failsAtEnd = truthOf(program, program.faults[0]?.atEnd);
  const mine = program.moves.map((move, index) => { const one = classes[made.classOf[index] ?? -1]; return !move.takes && one !== undefined && one.kind !== 'stimulus' && one.kind !== 'finding' && one.happening.actor.kind === 'one' && coalition.has(one.happening.actor.name); });
  // Nodes: a situation and whose turn it is. `0 C …` the coalition's, `0 O …` the others'.
  const known = new Map<string, number>();
  const nodes: { readonly words: readonly number[]; readonly coalition: boolean }[] = [];
  const before: number[][] = [];
  const ways: number[] = [];
  const losing: boolean[] = [];
  const waiting: number[] = [];
  const node = (words: readonly number[], turn: boolean): number => {
    const kept = runner.canonical(words);
    const key = `${turn ? 'C' : 'O'}${kept.join()}`;
    const there = known.get(key);
    if (there !== undefined) return there;
    known.set(key, nodes.length);
    nodes.push({ words: kept, coalition: turn });
    before.push([]);
    ways.push(0);
    losing.push(false);
    return nodes.length - 1;
  };
  const lose = (index: number): void => { if (!losing[index]) { losing[index] = true; waiting.push(index); } };
  node(initialWords(program, layout), false);
  for (let index = 0; index < nodes.length; index += 1) {
    if (nodes.length > bounds.maxNodes) return 'too many';
    const { words, coalition: turn } = nodes[index] as (typeof nodes)[number];
    if (failed(words)) { lose(index); continue; }
    const link = (to: number): void => { (before[to] as number[]).push(index); ways[index] = (ways[index] ?? 0) + 1; };
    let timePasses = false;
    for (const next of runner.successors(words, 1)) {
      const time = program.moves[next.move]?.takes !== undefined;
      if (turn ? !mine[next.move] : mine[next.move]) continue;
      if (turn && time) continue;
      if (!time && next.words.join() === words.join()) continue;
      if (time) timePasses = true;
      link(node(next.words, time ? true : turn));
    }
    if (turn) link(node(words, false));
    // The others may let things rest where nothing runs: what is awaited without a window then never comes.
    else if (!timePasses && failsAtEnd(words)) lose(index);
  }
  for (let lost = waiting.pop(); lost !== undefined; lost = waiting.pop()) {
    for (const earlier of before[lost] ?? []) {
      // The others lose the coalition its claim by one move; the coalition loses it only where each of its moves does.
      ways[earlier] = (ways[earlier] ?? 0) - 1;
      if (!nodes[earlier]?.coalition || ways[earlier] === 0) lose(earlier);
    }
  }
  return losing[0] ? 'cannot' : 'can';
}

function truthOf(program: Program, one: Expression | undefined): (words: readonly number[]) => boolean {
  if (!one) return () => false;
  const layout = layoutOf(program.fields);
  const test = new Function(`${testFunction('shows', one, layout)} return (words) => shows(...words);`)() as (words: readonly number[]) => boolean;
  return test;
}

/** `Ukraine and any 4 of United-States, France, …`. */
export const coalitionWords = ({ members }: Coalition): string => (members.length === 0 ? 'nobody in particular'
  : members.map(({ of, count }) => (of.length === 1 ? of[0] ?? '' : count === of.length ? of.join(' and ') : `any ${count} of ${of.join(', ')}`)).join(' and '));
