/** What coalitions can ensure, where the answer can be told without a machine. */
import { describe, expect, it } from 'vitest';
import { compile, DEFAULT_START } from '../../src/engine/index.js';
import { alphabetOf, coalitionWords, coneOf, whoCan, withClaims } from '../../src/explore/index.js';
import { emptyAtlas } from '../../src/geo/index.js';
import { parseTreaty } from '../../src/language/index.js';

const HOUR = 3_600_000;

function ask(clauses: string, claim: string, tickHours = 24) {
  const { treaty, diagnostics } = parseTreaty(`treaty "Game".
times in UTC, a day is 24 hours.
party Victim, A, B, C, D.
outsider Enemy.
group Guarantor is A, B, C, D.
act strike on party.
act help, call-in.
article 1 "All"
define alarm as strike by Enemy on Victim.
${clauses}
claim asked: ${claim}.
`);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const [text] = compile(coneOf(withClaims(treaty, treaty.claims), 'asked'), emptyAtlas).texts;
  const [one] = treaty.claims;
  if (!text || !one) throw new Error('no claim');
  return whoCan(text, one, alphabetOf(text, DEFAULT_START).classes, { tickMs: tickHours * HOUR, horizonMs: 30 * 24 * HOUR, stimuli: 1, maxNodes: 100_000 });
}
const smallest = (found: ReturnType<typeof ask>): readonly string[] => found.smallest.map(coalitionWords);

describe('what a coalition can ensure', () => {
  it('help from two: any two guarantors, no one can block', () => {
    const found = ask('duty aid: each Guarantor shall help, owed to Victim, within 48 hours of alarm.', 'whenever alarm, within 48 hours aid is performed by at least 2');
    expect(smallest(found)).toEqual(['any 2 of A, B, C, D']);
    expect(found.vetoPlayers).toEqual([]);
  });

  it('what begins with a failure is ensured by whoever can keep the failure from happening', () => {
    const found = ask('duty aid: each Guarantor shall help, owed to Victim, within 24 hours of alarm.', 'whenever aid is breached, within 24 hours aid is performed by at least 4');
    expect(smallest(found)).toEqual(['A and B and C and D']);
  });

  it('a window of the claim that ends before the duty can begin: nobody can', () => {
    const found = ask(`power call: Victim may call-in when alarm, within 24 hours.
decision verdict: by each Guarantor, opens when call is expired, closes after 24 hours, adopted by 1, if rejected the matter ends, if no decision the matter ends.`, 'whenever alarm, within 24 hours verdict is adopted');
    expect(found.nobodyCan).toBe(true);
  });

  it('a vote by two thirds of four: any three', () => {
    const found = ask('decision verdict: by each Guarantor, opens when alarm, closes after 48 hours, adopted by two thirds of members, if rejected the matter ends, if no decision the matter ends.', 'whenever alarm, within 48 hours verdict is adopted');
    expect(smallest(found)).toEqual(['any 3 of A, B, C, D']);
  });

  it('unanimity gives everyone a veto', () => {
    const found = ask('decision verdict: by each Guarantor, opens when alarm, closes after 48 hours, adopted by unanimity, if rejected the matter ends, if no decision the matter ends.', 'whenever alarm, within 48 hours verdict is adopted');
    expect(smallest(found)).toEqual(['A and B and C and D']);
    expect(found.vetoPlayers).toEqual(['A', 'B', 'C', 'D']);
  });

  it('weights decide who is needed', () => {
    // 5 of 7 votes: A (4) with any one other.
    const found = ask('decision verdict: by each Guarantor, opens when alarm, closes after 48 hours, adopted by weight 5, weights A 4, B 1, C 1, D 1, if rejected the matter ends, if no decision the matter ends.', 'whenever alarm, within 48 hours verdict is adopted');
    expect(smallest(found)).toEqual(['A and any 1 of B, C, D']);
    expect(found.vetoPlayers).toEqual(['A']);
  });

  it('a call must come before the vote: the victim is needed too', () => {
    const found = ask(`power call: Victim may call-in when alarm, within 24 hours.
decision verdict: by each Guarantor, opens when call is exercised, closes after 24 hours, adopted by a majority of members, if rejected the matter ends, if no decision the matter ends.`, 'whenever alarm, within 72 hours verdict is adopted');
    expect(smallest(found)).toEqual(['Victim and any 3 of A, B, C, D']);
    expect(found.vetoPlayers).toEqual(['Victim']);
  });

  it('silence as consent lets as many decide as can outvote the others', () => {
    const found = ask('decision verdict: by each Guarantor, opens when alarm, closes after 48 hours, adopted by 2, silence is consent, if rejected the matter ends, if no decision the matter ends.', 'whenever alarm, within 48 hours verdict is adopted');
    expect(smallest(found)).toEqual(['any 2 of A, B, C, D']);
  });
});
