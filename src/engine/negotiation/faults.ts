/** What is wrong with statements, each with its entry: malformed ones, ones that cannot count, and own words at one instant that cannot both hold. Nothing is passed over in silence. */
import type { Entry, Negotiation, Statement } from '../../treaty/index.js';
import { faultOf, type Fault } from './counted.js';
import { stanceOf } from './stance.js';
import { statementOf, STANCES, VOICES } from './statements.js';

export interface StatementFault extends Fault {
  /** Id of the entry. */
  readonly entry: string;
  readonly origin?: Entry['origin'];
  /** `false`: it counts nevertheless. */
  readonly setAside: boolean;
}

/** Entries as assembled: corrections applied, retractions gone. In the order handed in. */
export function statementFaults(entries: readonly Entry[], negotiation: Negotiation): readonly StatementFault[] {
  const states = entries.filter(({ act }) => act === 'state');
  const contrary = contradictions(states, negotiation);
  return states.flatMap((entry): readonly StatementFault[] => {
    const statement = statementOf(entry);
    const fault = statement ? faultOf(statement, negotiation) : malformed(entry);
    const found = fault ?? contrary.get(entry.id);
    return found ? [{ ...found, entry: entry.id, ...(entry.origin ? { origin: entry.origin } : {}), setAside: fault !== undefined }] : [];
  });
}

function malformed({ actor, arguments: facts }: Entry): Fault {
  const word = (name: string): string => String(facts[name] ?? '').trim();
  if (actor.kind !== 'one') return { id: 'no-party', message: 'the entry does not say whose position it is about', help: 'name one party as its `actor`' };
  if (word('issue') === '') return { id: 'no-issue', message: 'the entry does not say on which issue', help: 'give `"issue"` among its arguments' };
  const wrong = (name: string, known: readonly string[]): Fault => (word(name) === ''
    ? { id: `no-${name}`, message: `the entry has no ${name}`, help: `give \`"${name}"\` among its arguments: one of ${known.join(', ')}` }
    : { id: `unknown-${name}`, message: `\`${word(name)}\` is no ${name}`, help: `write one of ${known.join(', ')}` });
  if (!STANCES.some((one) => one === word('stance'))) return wrong('stance', STANCES);
  if (!VOICES.some((one) => one === word('voice'))) return wrong('voice', VOICES);
  return { id: 'no-option', message: `the entry says that \`${actor.name}\` ${word('stance')}, and not what`, help: 'give `"option"` among its arguments' };
}

/** Whatever the day: two words of one instant stay two words of one instant. */
function contradictions(states: readonly Entry[], negotiation: Negotiation): ReadonlyMap<string, Fault> {
  const found = new Map<string, Fault>();
  const counted = states.flatMap((entry) => statementOf(entry) ?? []).filter((one) => !faultOf(one, negotiation) && one.voice === 'own');
  for (const issue of negotiation.issues) for (const party of new Set(counted.map((one) => one.party))) {
    const own = counted.filter((one) => one.issue === issue.name && one.party === party);
    for (const group of groupedBy(own, ({ said }) => `${said.from} ${said.to}`)) {
      const { conflict } = stanceOf(party, true, issue, group);
      for (const one of conflict) found.set(one.id, {
        id: 'contrary-at-one-instant', message: `\`${party}\` is on record at one instant with what cannot both hold: ${conflict.map(({ id }) => `\`${id}\``).join(', ')}`, help: 'correct the time of one of them, or say by `order` which came first',
      });
    }
  }
  return found;
}

function groupedBy(statements: readonly Statement[], key: (one: Statement) => string): readonly (readonly Statement[])[] {
  const groups = new Map<string, Statement[]>();
  for (const one of statements) { const group = groups.get(key(one)); if (group) group.push(one); else groups.set(key(one), [one]); }
  return [...groups.values()];
}
