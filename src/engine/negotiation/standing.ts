/** What a negotiation stands at as of a day, by what was known on a day. A function of the text, the statements and the two days. */
import type { Instant, Issue, Negotiation, Statement } from '../../treaty/index.js';
import { faultOf } from './counted.js';
import { issueAt } from './issue.js';
import { inOrder, saidBy } from './order.js';
import type { IssueState, NegotiationState, Stand } from './shapes.js';
import { sinceOf } from './since.js';

export function negotiationAt(negotiation: Negotiation, statements: readonly Statement[], asOf: Instant, knownOn: Instant = asOf): NegotiationState {
  return { asOf, knownOn, issues: standsAt(negotiation, statements, asOf, knownOn).map((one, index): IssueState => {
    const since = sinceOf(negotiation.issues[index] as Issue, negotiation, one.parties.flatMap(({ all }) => all), asOf);
    return since === undefined ? one : { ...one, since };
  }) };
}

/** Each issue in the text's order, without for how long: a question of many days asks this of each. */
export function standsAt(negotiation: Negotiation, statements: readonly Statement[], asOf: Instant, knownOn: Instant = asOf): readonly Stand[] {
  const said = byIssue(countedOf(negotiation, statements, knownOn).filter((one) => saidBy(one) <= asOf));
  return negotiation.issues.map((issue) => issueAt(issue, negotiation, said.get(issue.name) ?? [], asOf));
}

/** In order. */
export function byIssue(statements: readonly Statement[]): ReadonlyMap<string, readonly Statement[]> {
  const found = new Map<string, Statement[]>();
  for (const one of inOrder(statements)) { const list = found.get(one.issue); if (list) list.push(one); else found.set(one.issue, [one]); }
  return found;
}

/** What was known by then and counts. */
export const countedOf = (negotiation: Negotiation, statements: readonly Statement[], knownOn: Instant): readonly Statement[] => statements.filter((one) => one.knownAt <= knownOn && !faultOf(one, negotiation));
