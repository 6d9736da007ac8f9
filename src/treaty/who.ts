/** Who a clause speaks of: parties, groups, bodies, outsiders, and roles bound by an act (`any Member as victim`). */
import type { Span, ToBeAgreed } from './common.js';

export type Who =
  /** One named party, body or outsider. */
  | { readonly kind: 'name'; readonly name: string; readonly span: Span }
  /** Members of a group (or of a body), each on its own. `as` binds the member met by an act pattern to a role. */
  | { readonly kind: 'each'; readonly group: string; readonly as?: string; readonly span: Span }
  /** Any actor who is no party. */
  | { readonly kind: 'outsider'; readonly as?: string; readonly span: Span }
  /** Anyone at all, party or not. */
  | { readonly kind: 'anyone'; readonly as?: string; readonly span: Span }
  /** Whoever the trigger bound to this role; `debtor` and `holder` are the one who owes the duty or holds the power. */
  | { readonly kind: 'role'; readonly role: string; readonly span: Span }
  | { readonly kind: 'other than'; readonly base: Who; readonly except: readonly Who[]; readonly span: Span }
  | { readonly kind: 'union'; readonly of: readonly Who[]; readonly span: Span }
  | ToBeAgreed;

/** `Ukraine and 4 of Guarantor`: how many of each must have acted. */
export interface Headcount {
  readonly who: Who;
  /** `all` or a number of distinct members. */
  readonly atLeast: number | 'all' | ToBeAgreed;
}
