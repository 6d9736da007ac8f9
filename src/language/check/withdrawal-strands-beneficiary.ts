/** A power to leave that takes help away from someone to whom it is already owed. */
import type { Duty, Power, Treaty } from '../../treaty/index.js';
import { objectsIn } from '../walk.js';
import { leaves } from './exits.js';
import { mayMeet } from './people.js';
import type { Finding, Rule } from './rule.js';

export const withdrawalStrandsBeneficiary: Rule = {
  id: 'withdrawal-strands-beneficiary', severity: 'warning', summary: 'leaving ends a duty that is already owed to someone',
  check: (treaty) => treaty.clauses.flatMap((clause): Finding[] => {
    if (!leaves(clause)) return [];
    const stranded = treaty.clauses.filter((duty): duty is Duty => duty.kind === 'duty' && duty.content.kind === 'achieve' && strands(clause, duty, treaty));
    const names = [...new Set(stranded.map(({ name }) => name))];
    if (names.length === 0) return [];
    const listed = `${names.slice(0, 4).map((name) => `\`${name}\``).join(', ')}${names.length > 4 ? ` and ${names.length - 4} more` : ''}`;
    return [{ span: clause.nameSpan, message: `who leaves by \`${clause.name}\` is rid of ${listed}, even where it is already due`, help: 'add `unless some … is due`, or `survives withdrawal: …`' }];
  }),
};

/** Owed to someone on an event, by one who may leave, and neither surviving nor barring the exit. */
function strands(exit: Power, duty: Duty, treaty: Treaty): boolean {
  if (!duty.owedTo || !(duty.trigger || (duty.deadline && 'of' in duty.deadline && duty.deadline.of)) || !mayMeet(duty.debtor, exit.holder, treaty)) return false;
  if (treaty.survivals.some(({ clauses }) => clauses.includes(duty.name))) return false;
  return ![...objectsIn([exit.unless, exit.while])].some((one) => 'kind' in one && one.kind === 'is' && 'clause' in one && one.clause === duty.name);
}
