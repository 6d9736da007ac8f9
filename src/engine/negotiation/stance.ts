/** Where one party stands on one issue. Of each option only the latest words that bear on it count; words whose order nobody can tell count together. */
import type { Issue, Statement } from '../../treaty/index.js';
import { atOneInstant, inOrder, surelyBefore } from './order.js';
import type { PartyStance } from './shapes.js';

/** What a statement says of an option: for it, against it, or that the party has gone on to another. Undefined where it does not bear on it. */
export function bearing({ stance, option }: Statement, asked: string): 'for' | 'against' | 'elsewhere' | undefined {
  switch (stance) {
    case 'accepts': case 'offers': return option === asked ? 'for' : 'elsewhere';
    case 'demands': return option === asked ? 'for' : 'against';
    case 'rejects': return option === asked ? 'against' : undefined;
    case 'uncertain': return option === asked || option === undefined ? 'against' : undefined;
    case 'reports': return undefined;
  }
}

/** The statements that bear on an option and that no other such statement surely followed. */
function latest(statements: readonly Statement[], option: string): readonly Statement[] {
  const bear = statements.filter((one) => bearing(one, option) !== undefined);
  return bear.filter((one) => !bear.some((other) => surelyBefore(one, other)));
}

const words = (statements: readonly Statement[], option: string, asked: ReturnType<typeof bearing>): readonly Statement[] => statements.filter((one) => bearing(one, option) === asked);

/** Statements are those that count: known, made, and of this party on this issue. */
export function stanceOf(party: string, required: boolean, { options }: Issue, statements: readonly Statement[]): PartyStance {
  const all = inOrder(statements);
  const own = all.filter(({ voice }) => voice === 'own');
  const hearsay = all.filter(({ voice }) => voice !== 'own');
  const firm = own.filter(({ uncertain }) => !uncertain);
  const supports: string[] = [];
  const claimed: string[] = [];
  const conflict = new Set<Statement>();
  const unordered = new Set<Statement>();
  for (const { name } of options) {
    // What the keeper doubts never makes a party support anything, and may undo that it does.
    const [sure, doubted] = [latest(firm, name), latest(own, name)];
    const holds = (some: readonly Statement[]): boolean => words(some, name, 'for').length > 0 && words(some, name, 'against').length === 0;
    if (holds(sure) && holds(doubted)) supports.push(name);
    const heard = latest(all, name);
    if (words(heard, name, 'for').length > 0 && words(heard, name, 'against').every(({ voice, uncertain }) => voice !== 'own' || uncertain)) claimed.push(name);
    for (const yes of words(doubted, name, 'for')) for (const no of words(doubted, name, 'against')) {
      const found = atOneInstant(yes, no) ? conflict : unordered;
      found.add(yes).add(no);
    }
  }
  const says = ({ stance }: Statement): boolean => stance !== 'reports';
  const by = own.filter(says).at(-1) ?? hearsay.filter(says).at(-1) ?? own.at(-1) ?? hearsay.at(-1);
  return {
    party, required, ...(by ? { stance: by.stance, tier: by.voice, by, ...(by.option === undefined ? {} : { option: by.option }) } : {}), supports, claimed, hearsay,
    conflict: all.filter((one) => conflict.has(one)), unordered: all.filter((one) => unordered.has(one) && !conflict.has(one)), all,
  };
}
