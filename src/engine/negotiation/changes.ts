/**
 * What differs between what a negotiation stood at on two days, each by what was known on that day, and what came in between.
 * INVARIANT (changes-are-explained): the later table without the entries and limits a change names is the earlier one.
 */
import type { Instant, Negotiation, Statement } from '../../treaty/index.js';
import { inForce } from './limits.js';
import { inOrder, saidBy } from './order.js';
import type { IssueChange, IssueState } from './shapes.js';
import { countedOf, negotiationAt } from './standing.js';

export function changesBetween(negotiation: Negotiation, statements: readonly Statement[], earlier: Instant, later: Instant): readonly IssueChange[] {
  const [before, after] = [negotiationAt(negotiation, statements, earlier), negotiationAt(negotiation, statements, later)];
  const counts = (one: Statement, day: Instant): boolean => one.knownAt <= day && saidBy(one) <= day;
  const came = inOrder(countedOf(negotiation, statements, Math.max(earlier, later)).filter((one) => counts(one, earlier) !== counts(one, later)));
  const turned = negotiation.limits.filter((limit) => inForce(limit, earlier) !== inForce(limit, later));
  return after.issues.flatMap((to, index) => {
    const from = before.issues[index] as IssueState;
    if (standsAt(from) === standsAt(to)) return [];
    return [{ issue: to.issue, from, to, entries: came.filter(({ issue }) => issue === to.issue), limits: turned.flatMap(({ name, excludes }) => (excludes.some(({ issue }) => issue === to.issue) ? [name] : [])) }];
  });
}

/** All that a table shows of an issue, but for how long. */
export const standsAt = ({ state, option, parties, possible, excluded, toMove, reasons }: IssueState): string => JSON.stringify([state, option, possible, excluded, toMove, reasons, parties.map((one) => ({ ...one, by: one.by?.id, hearsay: ids(one.hearsay), conflict: ids(one.conflict), unordered: ids(one.unordered), all: ids(one.all) }))]);

const ids = (statements: readonly Statement[]): readonly string[] => statements.map(({ id }) => id);
