/** A party that owes nothing and is owed nothing: the text binds it in name alone. */
import type { Clause, Treaty, Who } from '../../treaty/index.js';
import { isExit } from './exits.js';
import { namesOf } from './people.js';
import type { Finding, Rule } from './rule.js';

export const partyWithoutStake: Rule = {
  id: 'party-without-stake', severity: 'warning', summary: 'a party owes nothing and is owed nothing', treatiesOnly: true,
  check: (treaty) => {
    const concerned = new Set(treaty.clauses.flatMap((clause) => stakes(clause).flatMap((who) => names(who, treaty))));
    return treaty.parties.filter(({ name }) => !concerned.has(name)).map(({ name, span }): Finding => ({ span, message: `\`${name}\` owes nothing and is owed nothing`, help: 'name it in a clause, or declare it as an outsider' }));
  },
};

/** What is left open may be anybody's. */
const names = (who: Who, treaty: Treaty): readonly string[] => namesOf(who, treaty) ?? treaty.parties.map(({ name }) => name);

function stakes(clause: Clause): readonly Who[] {
  switch (clause.kind) {
    case 'duty': return [clause.debtor, ...(clause.owedTo ? [clause.owedTo] : []), ...clause.failingWhich.flatMap((step) => (step.kind === 'may' ? [step.who] : []))];
    case 'power': return isExit(clause) ? [] : [clause.holder];
    case 'permission': return [clause.holder];
    case 'decision': return [clause.voters];
    default: return [];
  }
}
