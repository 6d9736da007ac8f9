/** Two own-voice positions of one party that cannot both hold, dated so that either may have come last: the stance is undetermined until one is dated more exactly. */
import type { Position } from '../../treaty/index.js';
import { atOneInstant, contraryTo } from './contrary.js';
import type { Rule } from './rule.js';

export const orderOfPositionsUnknown: Rule = {
  id: 'order-of-positions-unknown', severity: 'warning', summary: 'nothing says which of two contrary positions came last',
  check: ({ negotiation: { positions } }) => contraryTo(positions, (one, other) => !atOneInstant(one, other) && mayMeet(one, other)).map(({ position: { party, issue, nameSpan }, others }) => ({
    span: nameSpan, message: `nothing says which of two contrary positions of ${party} on \`${issue}\` came last`, help: 'give the hour with the date of one of them', related: others.map((one) => ({ span: one.nameSpan, message: 'this is the other' })),
  })),
};

/** A statement is made by the day it is known. */
const latest = ({ said, knownAt }: Position): number => Math.min(said.to, Math.max(said.from, knownAt));

const mayMeet = (a: Position, b: Position): boolean => latest(a) >= b.said.from && latest(b) >= a.said.from;
