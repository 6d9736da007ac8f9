/** A reading that changes no clause: either it is no reading, or its clause is missing. */
import type { Finding, Rule } from './rule.js';

export const unusedReading: Rule = {
  id: 'unused-reading', severity: 'note', summary: 'a reading is declared, and no clause stands under it',
  check: (treaty) => treaty.readings.filter(({ title }) => !treaty.clauses.some(({ reading }) => reading === title))
    .map(({ title, span }): Finding => ({ span, message: `no clause stands under the reading \`${title}\``, help: `write \`under "${title}", …\`, or leave it out` })),
};
