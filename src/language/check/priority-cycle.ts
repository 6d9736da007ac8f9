/** Clauses that each give way to another of them: no order of priority is left. */
import type { Finding, Rule } from './rule.js';
import { cyclesOf } from './waiting.js';

export const priorityCycle: Rule = {
  id: 'priority-cycle', severity: 'error', summary: 'clauses give way to each other in a circle',
  check: (treaty) => {
    const above = new Map<string, string[]>(treaty.clauses.map(({ name }) => [name, []]));
    for (const clause of treaty.clauses) for (const priority of clause.priorities) {
      const [lower, higher] = priority.kind === 'subject to' ? [clause.name, priority.clause] : [priority.clause, clause.name];
      above.get(lower)?.push(higher);
    }
    return cyclesOf(above).flatMap((cycle): Finding[] => {
      const first = treaty.clauses.find(({ name }) => name === cycle[0]);
      if (!first) return [];
      const words = cycle.length === 1 ? `\`${first.name}\` gives way to itself` : `\`${first.name}\` gives way to ${[...cycle.slice(1), first.name].map((name) => `\`${name}\``).join(', which gives way to ')}`;
      return [{ span: first.nameSpan, message: words, help: 'take one of the `subject to` or `notwithstanding` away' }];
    });
  },
};
