/** What a negotiation stands at as of a day, by what was known on a day. A function of the text, the statements and the two days. */
import type { Instant, Issue, Limit, Negotiation, Statement } from '../../treaty/index.js';
import { faultOf } from './counted.js';
import { issueAt } from './issue.js';
import { inOrder, saidBy } from './order.js';
import type { IssueState, NegotiationState } from './shapes.js';

export function negotiationAt(negotiation: Negotiation, statements: readonly Statement[], asOf: Instant, knownOn: Instant = asOf): NegotiationState {
  // In order from here on: the look back for `since` sorts them again at every turn, which costs next to nothing then.
  const counted = inOrder(countedOf(negotiation, statements, knownOn));
  return { asOf, knownOn, issues: negotiation.issues.map((issue) => withSince(issue, negotiation, counted.filter((one) => one.issue === issue.name), asOf)) };
}

/** What was known by then and counts. */
export const countedOf = (negotiation: Negotiation, statements: readonly Statement[], knownOn: Instant): readonly Statement[] => statements.filter((one) => one.knownAt <= knownOn && !faultOf(one, negotiation));

const at = (issue: Issue, negotiation: Negotiation, known: readonly Statement[], asOf: Instant): IssueState => issueAt(issue, negotiation, known.filter((one) => saidBy(one) <= asOf), asOf);

/** Looks back from turning point to turning point for the first at which it stood as it does now. */
function withSince(issue: Issue, negotiation: Negotiation, known: readonly Statement[], asOf: Instant): IssueState {
  const now = at(issue, negotiation, known, asOf);
  const turns = [...new Set([...known.map(saidBy), ...negotiation.limits.flatMap((limit) => turnsOf(limit, issue))])].filter((turn) => turn <= asOf).sort((a, b) => b - a);
  let since: Instant | undefined;
  for (const turn of turns) {
    if (!alike(at(issue, negotiation, known, turn), now)) return since === undefined ? now : { ...now, since };
    since = turn;
  }
  // Before anything was said: where it stood so even then, it has stood so from the beginning.
  return since === undefined || alike(at(issue, negotiation, known, since - 1), now) ? now : { ...now, since };
}

const turnsOf = ({ from, until, excludes }: Limit, { name }: Issue): readonly Instant[] => (excludes.some((one) => one.issue === name) ? [from, until].flatMap((one) => one ?? []) : []);

const alike = (a: IssueState, b: IssueState): boolean => a.state === b.state && a.option === b.option;
