/** An issue on which a limit of a required party excludes every option: it is blocked while they all hold, whatever anybody says. */
import { excluding, limitWords, requiredOf } from './limits.js';
import type { Rule } from './rule.js';

export const everyOptionExcluded: Rule = {
  id: 'every-option-excluded', severity: 'warning', summary: 'limits of required parties exclude every option of an issue',
  check: ({ negotiation: { issues, limits } }) => issues.flatMap((issue) => {
    const by = issue.options.map(({ name }) => excluding(limits, issue, name).filter(({ of }) => requiredOf(issue).includes(of)));
    if (by.length === 0 || by.some((one) => one.length === 0)) return [];
    const all = [...new Set(by.flat())];
    return [{
      span: issue.nameSpan, message: `every option of \`${issue.name}\` is excluded: by ${all.map(limitWords).join(' and ')}`, help: 'add the option that none of them excludes, or leave it blocked knowingly',
      related: all.map((limit) => ({ span: limit.nameSpan, message: `${limitWords(limit)} of ${limit.of}` })),
    }];
  }),
};
