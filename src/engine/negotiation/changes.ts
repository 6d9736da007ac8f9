/**
 * What differs between what a negotiation stood at on two days, each by what was known on that day, and what happened in between.
 * INVARIANT (changes-are-explained): the later table, with what a change names undone, is the earlier one.
 */
import type { Entry, Instant, Negotiation, Statement } from '../../treaty/index.js';
import { issueAt } from './issue.js';
import { inForce } from './limits.js';
import { saidBy } from './order.js';
import type { IssueChange, Stand } from './shapes.js';
import { byIssue, countedOf } from './standing.js';
import { statementsOf } from './statements.js';

/** Among statements as they are known now: corrections between the two days do not show. */
export const changesBetween = (negotiation: Negotiation, statements: readonly Statement[], earlier: Instant, later: Instant): readonly IssueChange[] => changes(negotiation, statements, statements, earlier, later);

/** Of a record: what was corrected or taken back in between counts as a change. */
export const changesInRecord = (negotiation: Negotiation, entries: readonly Entry[], earlier: Instant, later: Instant, knownOn: Instant = later): readonly IssueChange[] =>
  changes(negotiation, statementsOf(entries, earlier), statementsOf(entries, knownOn), earlier, later, knownOn);

function changes(negotiation: Negotiation, before: readonly Statement[], after: readonly Statement[], earlier: Instant, later: Instant, knownOn: Instant = later): readonly IssueChange[] {
  const [stood, stands] = [counting(negotiation, before, earlier, earlier), counting(negotiation, after, later, knownOn)];
  const turned = negotiation.limits.filter((limit) => inForce(limit, earlier) !== inForce(limit, later));
  return negotiation.issues.flatMap((issue) => {
    const [then, now] = [stood.get(issue.name) ?? [], stands.get(issue.name) ?? []];
    const [entries, gone] = apart(now, then);
    const limits = turned.flatMap(({ name, excludes }) => (excludes.some((one) => one.issue === issue.name) ? [name] : []));
    // What an issue stands at follows from these alone.
    if (entries.length + gone.length + limits.length === 0) return [];
    const [from, to] = [issueAt(issue, negotiation, then, earlier), issueAt(issue, negotiation, now, later)];
    return alike(from, to) ? [] : [{ issue: issue.name, from, to, entries, gone, limits }];
  });
}

/** By issue, what counts on a day and had been said by then. */
const counting = (negotiation: Negotiation, statements: readonly Statement[], asOf: Instant, knownOn: Instant): ReadonlyMap<string, readonly Statement[]> => byIssue(countedOf(negotiation, statements, knownOn).filter((one) => saidBy(one) <= asOf));

/** What only the one has, and what only the other has. Word for word: a corrected statement is another. */
function apart(some: readonly Statement[], others: readonly Statement[]): readonly [readonly Statement[], readonly Statement[]] {
  const without = (list: readonly Statement[], from: readonly Statement[]): readonly Statement[] => { const held = new Set(from); return list.filter((one) => !held.has(one)); };
  // The same words are mostly the same object; only where they are not, they are compared.
  const [first, second] = [without(some, others), without(others, some)];
  if (first.length === 0 || second.length === 0) return [first, second];
  const words = (list: readonly Statement[]): ReadonlySet<string> => new Set(list.map((one) => JSON.stringify(one)));
  const [ofFirst, ofSecond] = [words(first), words(second)];
  return [first.filter((one) => !ofSecond.has(JSON.stringify(one))), second.filter((one) => !ofFirst.has(JSON.stringify(one)))];
}

/** All that a table shows of an issue, but for how long. */
function alike({ parties, ...shown }: Stand, { parties: others, ...alsoShown }: Stand): boolean {
  return parties.length === others.length && parties.every(({ all }, index) => all.length === others[index]?.all.length) && JSON.stringify([shown, parties]) === JSON.stringify([alsoShown, others]);
}
