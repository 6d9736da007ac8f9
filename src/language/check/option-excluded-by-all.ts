/** An option that a limit of every required party excludes: nobody could agree to it, so it is none. */
import { excluding, limitWords, requiredOf } from './limits.js';
import type { Rule } from './rule.js';

export const optionExcludedByAll: Rule = {
  id: 'option-excluded-by-all', severity: 'note', summary: 'limits of all required parties exclude an option',
  check: ({ negotiation: { issues, limits } }) => issues.flatMap((issue) => issue.options.flatMap(({ name, span }) => {
    const required = requiredOf(issue);
    const by = excluding(limits, issue, name).filter(({ of }) => required.includes(of));
    if (required.length < 2 || !required.every((party) => by.some(({ of }) => of === party))) return [];
    return [{ span, message: `all parties that must agree exclude \`${name}\`: by ${by.map(limitWords).join(' and ')}`, help: 'leave the option out, or keep it to show that it is ruled out', related: by.map((limit) => ({ span: limit.nameSpan, message: `${limitWords(limit)} of ${limit.of}` })) }];
  })),
};
