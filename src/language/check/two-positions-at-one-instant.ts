/** Two own-voice positions of one party at one instant that cannot both hold. This is an error: the party's stance cannot be told, and the issue stands in conflict. */
import { atOneInstant, contraryTo } from './contrary.js';
import type { Rule } from './rule.js';

export const twoPositionsAtOneInstant: Rule = {
  id: 'two-positions-at-one-instant', severity: 'error', summary: 'a party takes two positions at one instant that cannot both hold',
  check: ({ negotiation: { positions } }) => contraryTo(positions, atOneInstant).map(({ position: { party, issue, nameSpan }, others }) => ({
    span: nameSpan, message: `\`${party}\` takes two positions on \`${issue}\` at one instant that cannot both hold`, help: 'correct one of them, or its time', related: others.map((one) => ({ span: one.nameSpan, message: 'this is the other' })),
  })),
};
