/** From the packed way to a situation back to the moves that led there, in the names of one behaviour: alike members that the search put in order get their own names back. */
import { canonicalSource, initialWords, layoutOf, moveFunction, WAITS, type Program } from '../engine/specialised/index.js';
import type { Searched } from './search.js';

/** One move of a behaviour, at the tick it falls on. */
export interface Traced { readonly move: number; readonly ticks: number }

/** A program one move at a time: slower than the search, for what needs each move by itself. */
export interface Runner {
  readonly successors: (words: readonly number[], waits: number) => readonly { readonly move: number; readonly words: readonly number[] }[];
  readonly canonical: (words: readonly number[]) => readonly number[];
}

export const runnerOf = (program: Program): Runner => new Function(sourceOf(program))() as Runner;

/** The moves from the first situation to this one. Throws RangeError where the way cannot be retraced, which would be a fault of the search. */
export function retrace(program: Program, searched: Searched, situation: number): readonly Traced[] {
  const layout = layoutOf(program.fields);
  const runner = runnerOf(program);
  const way = searched.way(situation);
  let actual = initialWords(program, layout);
  const traced: Traced[] = [];
  for (let index = 1; index < way.length; index += 1) {
    const before = way[index - 1];
    const wanted = searched.words(way[index]?.situation ?? 0).join();
    const next = [0, 1].flatMap((waits) => runner.successors(actual, waits)).find(({ words }) => words.join() === wanted || runner.canonical(words).join() === wanted);
    if (!next) throw new RangeError('a way to a situation could not be retraced');
    traced.push({ move: next.move, ticks: before?.ticks ?? 0 });
    actual = next.words;
  }
  return traced;
}

function sourceOf(program: Program): string {
  const layout = layoutOf(program.fields);
  const each = (make: (word: number) => string, between = ', '): string => Array.from({ length: layout.words }, (_, word) => make(word)).join(between);
  const canonical = canonicalSource(layout);
  return `'use strict'; let ${WAITS} = 1, found = [], current = 0; ${canonical.scratch}
function keep(${each((word) => `n${word}`)}) { found.push({ move: current, words: [${each((word) => `n${word} | 0`)}] }); }
${program.moves.map((move, index) => moveFunction(`m${index}`, move, layout, 'keep')).join('\n')}
return {
  successors: (words, wait) => { ${WAITS} = wait; found = []; const [${each((word) => `w${word}`)}] = words; ${program.moves.map((_, index) => `current = ${index}; m${index}(${each((word) => `w${word}`)});`).join(' ')} return found; },
  canonical: (words) => { let [${each((word) => `n${word}`)}] = words; ${canonical.statements} return [${each((word) => `n${word} | 0`)}]; },
};`;
}
