/** A position of a party without which the issue can be agreed: it is shown, and decides nothing. */
import type { Rule } from './rule.js';

export const positionOfPartyNotRequired: Rule = {
  id: 'position-of-party-not-required', severity: 'note', summary: 'a position is taken by a party that need not agree',
  check: ({ negotiation: { issues, positions } }) => positions.flatMap(({ party, issue, nameSpan }) => {
    const of = issues.find(({ name }) => name === issue);
    if (!of || 'kind' in of.required || of.required.includes(party)) return [];
    return [{ span: nameSpan, message: `\`${issue}\` can be agreed without ${party}, so this position decides nothing`, help: `name ${party} among those the issue is between, or keep the position to show it`, related: [{ span: of.nameSpan, message: `it is between ${of.required.join(', ')}` }] }];
  }),
};
