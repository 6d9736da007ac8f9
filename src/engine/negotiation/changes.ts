/**
 * What differs between what a negotiation stood at on two days, each by what was known on that day, and what happened in between.
 * INVARIANT (changes-are-explained): the later table, with what a change names undone, is the earlier one.
 */
import type { Entry, Instant, Negotiation, Statement } from '../../treaty/index.js';
import { inForce } from './limits.js';
import { inOrder, saidBy } from './order.js';
import type { IssueChange, IssueState } from './shapes.js';
import { countedOf, negotiationAt } from './standing.js';
import { statementsOf } from './statements.js';

/** Among statements as they are known now: corrections between the two days do not show. */
export const changesBetween = (negotiation: Negotiation, statements: readonly Statement[], earlier: Instant, later: Instant): readonly IssueChange[] => changes(negotiation, statements, statements, earlier, later);

/** Of a record: what was corrected or taken back in between counts as a change. */
export const changesInRecord = (negotiation: Negotiation, entries: readonly Entry[], earlier: Instant, later: Instant, knownOn: Instant = later): readonly IssueChange[] =>
  changes(negotiation, statementsOf(entries, earlier), statementsOf(entries, knownOn), earlier, later, knownOn);

function changes(negotiation: Negotiation, before: readonly Statement[], after: readonly Statement[], earlier: Instant, later: Instant, knownOn: Instant = later): readonly IssueChange[] {
  const [then, now] = [negotiationAt(negotiation, before, earlier), negotiationAt(negotiation, after, later, knownOn)];
  const [stood, stands] = [counting(negotiation, before, earlier, earlier), counting(negotiation, after, later, knownOn)];
  const came = inOrder(without(stands, stood));
  const gone = inOrder(without(stood, stands));
  const turned = negotiation.limits.filter((limit) => inForce(limit, earlier) !== inForce(limit, later));
  return now.issues.flatMap((to, index) => {
    const from = then.issues[index] as IssueState;
    if (standsAt(from) === standsAt(to)) return [];
    const of = ({ issue }: { readonly issue: string }): boolean => issue === to.issue;
    return [{ issue: to.issue, from, to, entries: came.filter(of), gone: gone.filter(of), limits: turned.flatMap(({ name, excludes }) => (excludes.some(of) ? [name] : [])) }];
  });
}

const counting = (negotiation: Negotiation, statements: readonly Statement[], asOf: Instant, knownOn: Instant): readonly Statement[] => countedOf(negotiation, statements, knownOn).filter((one) => saidBy(one) <= asOf);

/** Word for word: a corrected statement is another. */
function without(statements: readonly Statement[], others: readonly Statement[]): readonly Statement[] {
  const held = new Set(others.map((one) => JSON.stringify(one)));
  return statements.filter((one) => !held.has(JSON.stringify(one)));
}

/** All that a table shows of an issue, but for how long. */
export const standsAt = ({ since: _since, parties, ...shown }: IssueState): string => JSON.stringify([shown, parties]);
