/** Pairs of positions of one party in its own voice on one issue that cannot both hold. */
import type { Position } from '../../treaty/index.js';

const FOR: ReadonlySet<string> = new Set(['accepts', 'offers', 'demands']);

/** One is for an option and the other against it; who demands one option is against all others. */
const against = (one: Position, other: Position): boolean => FOR.has(one.stance)
  && ((other.stance === 'demands' && other.option !== one.option) || (other.stance === 'rejects' && other.option === one.option));

/** Each position with those before it in the text that contradict it, where `counts` lets the pair count. */
export function contraryTo(positions: readonly Position[], counts: (one: Position, other: Position) => boolean): readonly { readonly position: Position; readonly others: readonly Position[] }[] {
  const own = positions.filter(({ voice }) => voice === 'own');
  return own.flatMap((position, index) => {
    const others = own.slice(0, index).filter((one) => one.party === position.party && one.issue === position.issue && (against(one, position) || against(position, one)) && counts(one, position));
    return others.length === 0 ? [] : [{ position, others }];
  });
}

/** Exactly dated, and at one instant. */
export const atOneInstant = (a: Position, b: Position): boolean => a.said.from === a.said.to && b.said.from === b.said.to && a.said.from === b.said.from;
