/** A report laid out for reading: its lines, each cut where a statement's passage or a fault begins or ends, so that both can be marked wherever they overlap. */
import type { Stretch } from '../../shared/brief.js';

export interface Piece {
  /** Where it begins in the text. */
  readonly from: number;
  readonly words: string;
  /** Numbers of what covers it, from 1. */
  readonly statements: readonly number[];
  readonly faults: readonly number[];
  /** Of those, what begins here. */
  readonly statementsBegin: readonly number[];
  readonly faultsBegin: readonly number[];
}

export interface Line { readonly from: number; readonly pieces: readonly Piece[]; readonly headline: boolean; /** A blank line stood before it. */ readonly apart: boolean }

interface Marked { readonly span: Stretch; readonly related?: readonly Stretch[] }

export function linesOf(text: string, statements: readonly Marked[], faults: readonly Marked[], headline?: Stretch): readonly Line[] {
  const stretches = (all: readonly Marked[]): readonly (readonly [number, Stretch, boolean])[] => all.flatMap(({ span, related = [] }, index) => [[index + 1, span, true] as const, ...related.map((one) => [index + 1, one, false] as const)]);
  const [said, faulty] = [stretches(statements), stretches(faults)];
  const cuts = [...new Set([...said, ...faulty].flatMap(([, [from, to]]) => [from, to]))].sort((a, b) => a - b);
  const begun = new Set<string>();
  const over = (kind: string, all: readonly (readonly [number, Stretch, boolean])[], from: number, to: number): { readonly cover: readonly number[]; readonly begin: readonly number[] } => {
    const on = all.filter(([, span]) => span[0] < to && span[1] > from);
    const begin = on.filter(([number, , itself]) => itself && !begun.has(`${kind}${number}`)).map(([number]) => number);
    for (const number of begin) begun.add(`${kind}${number}`);
    return { cover: [...new Set(on.map(([number]) => number))], begin };
  };
  const lines: Line[] = [];
  let apart = false;
  let next = 0;
  for (const { 0: words, index: start } of text.matchAll(/[^\n]+|\n/g)) {
    if (words === '\n') { apart = text[start - 1] === '\n' || apart; continue; }
    if (words.trim() === '') { apart = true; continue; }
    const end = start + words.length;
    while (next < cuts.length && (cuts[next] ?? 0) <= start) next += 1;
    const at = [start];
    for (let one = next; one < cuts.length && (cuts[one] ?? 0) < end; one += 1) at.push(cuts[one] ?? end);
    const here = (all: readonly (readonly [number, Stretch, boolean])[]) => all.filter(([, [from, to]]) => from < end && to > start);
    const [saidHere, faultyHere] = [here(said), here(faulty)];
    const pieces = at.map((from, index): Piece => {
      const to = at[index + 1] ?? end;
      const [ofStatements, ofFaults] = [over('s', saidHere, from, to), over('f', faultyHere, from, to)];
      return { from, words: text.slice(from, to), statements: ofStatements.cover, statementsBegin: ofStatements.begin, faults: ofFaults.cover, faultsBegin: ofFaults.begin };
    });
    lines.push({ from: start, pieces, headline: headline !== undefined && headline[0] < end && headline[1] > start, apart });
    apart = false;
  }
  return lines;
}

/** 1 is a, 27 is aa: faults are told by letters, statements by numbers. */
export const letter = (number: number): string => (number <= 26 ? String.fromCharCode(96 + number) : `${letter(Math.floor((number - 1) / 26))}${letter(((number - 1) % 26) + 1)}`);

/** The beginning of a passage, for finding it again. */
export function beginning(text: string, [from, to]: Stretch, most = 110): string {
  const words = text.slice(from, to).replace(/\s+/g, ' ').trim();
  return words.length <= most ? words : `${words.slice(0, most).replace(/\s+\S*$/, '')}\u00a0…`;
}
