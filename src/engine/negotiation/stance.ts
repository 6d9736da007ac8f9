/** Where one party stands on one issue. Of each option only the latest words that bear on it count; words whose order nobody can tell count together. */
import type { Issue, Stance, Statement } from '../../treaty/index.js';
import { atOneInstant, inOrder, lastOf } from './order.js';
import type { PartyStance } from './shapes.js';

type Bearing = 'for' | 'against' | 'unsure' | 'elsewhere';

/** What a statement says of an option: for it, against it, unsure of it, or that the party has gone on to another. Undefined where it does not bear on it. */
export function bearing({ stance, option }: Statement, asked: string): Bearing | undefined {
  switch (stance) {
    case 'accepts': case 'offers': return option === asked ? 'for' : 'elsewhere';
    case 'demands': return option === asked ? 'for' : 'against';
    case 'rejects': return option === asked ? 'against' : undefined;
    case 'uncertain': return option === asked || option === undefined ? 'unsure' : undefined;
    case 'reports': return undefined;
  }
}

const words = (statements: readonly Statement[], option: string, ...asked: readonly Bearing[]): readonly Statement[] => statements.filter((one) => asked.some((each) => bearing(one, option) === each));

/** The latest statements that bear on an option. */
const latest = (statements: readonly Statement[], option: string): readonly Statement[] => lastOf(statements.filter((one) => bearing(one, option) !== undefined));

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
    const [sure, doubted, heard] = [latest(firm, name), latest(own, name), latest(all, name)];
    const holds = (some: readonly Statement[]): boolean => words(some, name, 'for').length > 0 && words(some, name, 'against', 'unsure').length === 0;
    if (holds(sure) && holds(doubted)) supports.push(name);
    // Others may report the contrary of what others report; only the party itself denies a claim.
    if (words(heard, name, 'for').length > 0 && words(heard, name, 'against').every(({ voice, uncertain }) => voice !== 'own' || uncertain)) claimed.push(name);
    const contrary = words(doubted, name, 'against', 'unsure');
    for (const yes of words(doubted, name, 'for')) for (const no of contrary) {
      const found = bearing(no, name) === 'against' && atOneInstant(yes, no) ? conflict : unordered;
      found.add(yes).add(no);
    }
  }
  const by = telling(own.filter(says)) ?? telling(hearsay.filter(says)) ?? own.at(-1) ?? hearsay.at(-1);
  const told = by && !conflict.has(by) && !unordered.has(by) ? by : undefined;
  return {
    party, required, ...(told ? { stance: told.stance, ...(told.option === undefined ? {} : { option: told.option }) } : {}), ...(by ? { tier: by.voice, by } : {}), supports, claimed, hearsay,
    conflict: all.filter((one) => conflict.has(one)), unordered: all.filter((one) => unordered.has(one) && !conflict.has(one)), all,
  };
}

const says = ({ stance }: Statement): boolean => stance !== 'reports';

const WEIGHT: Readonly<{ [stance in Stance]: number }> = { demands: 0, accepts: 1, offers: 2, rejects: 3, uncertain: 4, reports: 5 };

/** The latest; of several that may be, the one that says most. */
const telling = (statements: readonly Statement[]): Statement | undefined => [...lastOf(statements)].sort((a, b) => Number(a.uncertain) - Number(b.uncertain) || WEIGHT[a.stance] - WEIGHT[b.stance])[0];
