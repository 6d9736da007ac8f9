/** What a negotiation stands at as of a day, by what was known on a day. A function of the text, the statements and the two days. */
import type { Instant, Issue, Negotiation, Statement } from '../../treaty/index.js';
import { faultOf } from './counted.js';
import { issueAt } from './issue.js';
import { inOrder, saidBy } from './order.js';
import type { IssueState, NegotiationState } from './shapes.js';
import { sinceOf } from './since.js';

export function negotiationAt(negotiation: Negotiation, statements: readonly Statement[], asOf: Instant, knownOn: Instant = asOf): NegotiationState {
  const counted = inOrder(countedOf(negotiation, statements, knownOn));
  return { asOf, knownOn, issues: negotiation.issues.map((issue) => withSince(issue, negotiation, counted.filter((one) => one.issue === issue.name), asOf)) };
}

/** What was known by then and counts. */
export const countedOf = (negotiation: Negotiation, statements: readonly Statement[], knownOn: Instant): readonly Statement[] => statements.filter((one) => one.knownAt <= knownOn && !faultOf(one, negotiation));

function withSince(issue: Issue, negotiation: Negotiation, known: readonly Statement[], asOf: Instant): IssueState {
  const now = issueAt(issue, negotiation, known.filter((one) => saidBy(one) <= asOf), asOf);
  const since = sinceOf(issue, negotiation, known, asOf);
  return since === undefined ? now : { ...now, since };
}
