/** Every `to be agreed`: a value, a body, a rule that the parties still owe the text. It never breaches; it is listed. */
import type { Span } from '../../treaty/index.js';
import { walk } from '../walk.js';
import type { Finding, Rule } from './rule.js';

/** What is open, by the place in the data where it stands. The last key that is known says it. */
const WHAT: Readonly<{ [key: string]: string }> = {
  members: 'who belongs to it', debtor: 'who owes it', holder: 'who holds it', owedTo: 'to whom it is owed', voters: 'who decides', content: 'what is owed', deadline: 'the deadline', duration: 'the time', within: 'the time', closesAfter: 'how long it stays open',
  quorum: 'the quorum', majority: 'the majority', opens: 'when it opens', threshold: 'how many are needed', value: 'the value asked for', distanceKm: 'the distance', includes: 'what it covers', excludes: 'what it leaves out', madeBy: 'who makes it', trigger: 'what triggers it',
  meaning: 'what it means', unless: 'the exception', while: 'the condition', condition: 'the condition', until: 'how long it lasts', effectiveAfter: 'the notice', readyAfter: 'when it is ready', amount: 'how much', after: 'after how long', instant: 'the date', who: 'who', required: 'between whom it is', atLeast: 'how many', veto: 'who has a veto', when: 'when',
};

const PLACES: Readonly<{ [key: string]: string }> = { groups: 'group', bodies: 'body', zones: 'zone', findings: 'finding', clauses: 'clause', issues: 'issue', needs: 'need', pledges: 'pledge', terminations: 'termination', entryIntoForce: 'entry into force' };

export const leftOpen: Rule = {
  id: 'left-open', severity: 'warning', summary: 'something is left `to be agreed`',
  check: (treaty) => Object.entries(PLACES).flatMap(([key, place]) => {
    const held = ({ ...treaty, ...treaty.negotiation } as unknown as { readonly [key: string]: unknown })[key];
    const all = Array.isArray(held) ? held as readonly object[] : held ? [held as object] : [];
    return all.flatMap((one) => [...walk(one)].flatMap(({ object, path }): Finding[] => {
      const span = object['span'] as Span | undefined;
      // A decision that is silent, rather than open, carries a mark of its own without a place.
      if (object['kind'] !== 'to be agreed' || !span || span.end === 0) return [];
      const name = 'name' in one && typeof one.name === 'string' ? ` \`${one.name}\`` : 'what' in one && typeof one.what === 'string' ? ` \`${one.what}\`` : '';
      const what = [...path].reverse().map((part) => WHAT[part]).find((words) => words !== undefined) ?? 'a value';
      return [{ span, message: `${place}${name}: ${what} is left to be agreed`, help: 'name it, or keep it open knowingly: what hangs on it stays undetermined' }];
    }));
  }),
};
