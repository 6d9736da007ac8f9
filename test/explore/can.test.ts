/** What `can … ensure …` claims say, and INVARIANT (strategies-win): who follows the table ensures it, whatever the others do. */
import { describe, expect, it } from 'vitest';
import { compile, DEFAULT_START, replay } from '../../src/engine/index.js';
import { adviceOf, alphabetOf, alwaysWins, coalitionWords, eventOf, explore, questionOf, strategyOf, textsFor, tickOf, whoCanEnsure, withClaims } from '../../src/explore/index.js';
import { emptyAtlas } from '../../src/geo/index.js';
import { parseTreaty } from '../../src/language/index.js';
import { readJsonLines, writeJsonLines } from '../../src/record/index.js';
import { read } from '../house/files.js';

const DAY = 86_400_000;
const BOUNDS = { stimuli: 1, horizonMs: 30 * DAY };

function text(clauses: string, claim: string) {
  const { treaty, diagnostics } = parseTreaty(`treaty "Asked".
times in UTC, a day is 24 hours.
party Victim, A, B, C.
outsider Enemy.
group Guarantor is A, B, C.
act strike on party, severity 1 to 3.
act help, call-in, talk.
article 1 "All"
define alarm as strike by Enemy on Victim with severity at least 2.
${clauses}
claim asked: ${claim}.
`);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return treaty;
}
const answer = (clauses: string, claim: string) => explore(text(clauses, claim), emptyAtlas).answers[0];
const AID = 'duty aid: each Guarantor shall help, owed to Victim, within 48 hours of alarm.';
const VOTE = 'decision verdict: by each Guarantor, opens when alarm, closes after 48 hours, adopted by a majority of members, if rejected the matter ends, if no decision the matter ends.';

describe('a claim of what a coalition can ensure', () => {
  it('holds where its members suffice, counted from the attack that opens it', () => {
    expect(answer(AID, 'can A and B ensure aid is performed by at least 2 within 48 hours')).toMatchObject({ verdict: 'holds', complete: true });
    expect(answer(AID, 'can A ensure aid is performed by at least 2 within 48 hours')).toMatchObject({ verdict: 'fails', complete: true });
  });

  it('counts from the beginning where the event needs no attack', () => {
    const standing = 'duty talks: A shall talk, owed to Victim, within 24 hours of entry into force.';
    expect(answer(standing, 'can A ensure talks is performed within 24 hours')).toMatchObject({ verdict: 'holds' });
    expect(answer(standing, 'can B ensure talks is performed within 24 hours')).toMatchObject({ verdict: 'fails' });
  });

  it('starts no time at an act below the threshold', () => {
    // Severity 1 opens no duty: were it to start the time, nobody could.
    const both = `${AID}\ndefine probe as strike by Enemy on Victim with severity at most 1.\nduty word: A shall talk, owed to Victim, within 24 hours of probe.`;
    expect(answer(both, 'can A ensure aid is performed within 48 hours')).toMatchObject({ verdict: 'holds' });
  });

  it('gives the coalition the first instant, and its turn where an act of the others gives it something to do though no window runs', () => {
    const ban = 'prohibition calm: Victim shall not talk, owed to each Guarantor.';
    expect(answer(ban, 'can Victim ensure calm is breached within 0 hours')).toMatchObject({ verdict: 'holds' });
    expect(answer(ban, 'can A ensure calm is breached within 48 hours')).toMatchObject({ verdict: 'fails' });
    // The power has no window: nothing runs once the alarm has fallen.
    expect(answer('power call: Victim may call-in when alarm.', 'can Victim ensure call is exercised within 48 hours')).toMatchObject({ verdict: 'holds' });
    expect(answer('power call: Victim may call-in when alarm.', 'can A ensure call is exercised within 48 hours')).toMatchObject({ verdict: 'fails' });
  });

  it('keeps to a limit on an act the text names', () => {
    const within = (limits: readonly { readonly act: string; readonly atMost: number }[]) => explore(text(AID, 'can A and B ensure aid is performed by at least 2 within 48 hours'), emptyAtlas, { ...BOUNDS, symmetry: true, jump: true, limits }).answers[0];
    expect(within([{ act: 'help', atMost: 1 }])).toMatchObject({ verdict: 'fails' });
    expect(within([{ act: 'help', atMost: 2 }])).toMatchObject({ verdict: 'holds' });
  });

  it('fails where the event cannot come about, whoever works together', () => {
    const never = 'power call: Victim may call-in when alarm.\ndecision verdict: by each Guarantor, opens when call is expired, closes after 24 hours, adopted by 1, if rejected the matter ends, if no decision the matter ends.';
    expect(answer(never, 'can Guarantor and Victim ensure verdict is adopted within 240 hours')).toMatchObject({ verdict: 'fails', complete: true, vacuous: true });
  });

  it('without a window: whether it comes about at all', () => {
    expect(answer(VOTE, 'can A and B ensure verdict is adopted')).toMatchObject({ verdict: 'holds' });
    expect(answer(VOTE, 'can A ensure verdict is adopted')).toMatchObject({ verdict: 'fails' });
  });

  it('does not take assumptions of others', () => {
    expect(answer(AID, 'can A ensure aid is performed within 48 hours, assuming at most 1 of Guarantor defaults')).toMatchObject({ verdict: 'undetermined' });
  });

  it('shows a story that, written and read back, replays with the event not come about', () => {
    const treaty = text(VOTE, 'can A ensure verdict is adopted within 48 hours');
    const [found] = explore(treaty, emptyAtlas).answers;
    expect(found?.record?.[0]?.act).toBe('strike');
    const { entries, setAside } = readJsonLines(writeJsonLines(found?.record ?? []), 'record');
    expect(setAside).toEqual([]);
    const compiled = compile(withClaims(treaty, treaty.claims.map(eventOf)), emptyAtlas);
    const { changes } = replay(compiled, entries, { asOf: found?.shownAt ?? 0, knownOn: Infinity, inForceFrom: DEFAULT_START });
    expect(changes.some(({ verdict: { clause, state } }) => clause === 'verdict' && state === 'open')).toBe(true);
    expect(changes.filter(({ verdict: { clause, state } }) => clause === 'claim asked: response' && state === 'true')).toEqual([]);
    // The time of the claim is up exactly when the story says so.
    expect((found?.shownAt ?? 0) - (found?.record?.[0]?.occurred.from ?? 0)).toBe(48 * 3_600_000);
  });
});

describe('the table of what a coalition does', () => {
  const texts: readonly (readonly [string, string, readonly string[]])[] = [
    [AID, 'aid is performed by at least 2 within 48 hours', ['A', 'B']],
    [VOTE, 'verdict is adopted within 48 hours', ['A', 'B']],
    [`${VOTE}\nduty aid: each Guarantor shall help, owed to Victim, within 24 hours of verdict is adopted.`, 'aid is performed by at least 1 within 72 hours', ['A', 'C']],
    [`power call: Victim may call-in when alarm, within 24 hours.\n${VOTE.replace('alarm', 'call is exercised')}`, 'verdict is adopted within 96 hours', ['Victim', 'B', 'C']],
  ];
  const tableOf = ([clauses, event, members]: (typeof texts)[number]) => {
    const treaty = text(clauses, `can ${members.join(' and ')} ensure ${event}`);
    const [claim] = treaty.claims;
    const [one] = claim ? textsFor(treaty, claim, emptyAtlas) : [];
    if (!claim || !one) throw new Error('no claim');
    const question = questionOf(one, claim, alphabetOf(one, DEFAULT_START).classes, { ...BOUNDS, tickMs: tickOf(treaty), maxNodes: 200_000 });
    return { question, strategy: strategyOf(question, members) };
  };

  it.each(texts)('always ensures what it is for: %s', (...given) => {
    const { question, strategy } = tableOf(given);
    expect(strategy?.rows.length).toBeGreaterThan(0);
    expect(strategy && alwaysWins(question, strategy)).toBe(true);
    // Nothing in it is spare: without any one row the others find an answer.
    for (const row of strategy?.rows ?? []) expect(strategy && alwaysWins(question, { ...strategy, rows: strategy.rows.filter((one) => one !== row) }), row.label).toBe(false);
  });

  it('names only what the choice depends on', () => {
    const { strategy } = tableOf(texts[0] as (typeof texts)[number]);
    expect(strategy?.rows.map(({ when, label }) => [when.map(({ field, words }) => `${field} is ${words.join(' or ')}`).join(), label])).toEqual([['aid of A is due', 'help by A'], ['aid of B is due', 'help by B']]);
    expect(strategy && adviceOf(strategy, (field) => (field === 'aid of B' ? 1 : 0), () => true)?.label).toBe('help by B');
  });

  it('of the reference model: any two thirds, and what they do', () => {
    const { treaty } = parseTreaty(`${read('bench/guarantee-4.casus')}\nclaim asked: can G1 ensure assistance is performed by at least 3 within 96 hours.\n`);
    const claim = treaty.claims.find(({ name }) => name === 'asked');
    const [found] = claim ? whoCanEnsure(treaty, claim, emptyAtlas, BOUNDS) : [];
    expect(found?.smallest?.map(coalitionWords)).toEqual(['any 3 of G1, G2, G3, G4']);
    expect(found?.vetoPlayers).toEqual([]);
    expect([...new Set(found?.strategies[0]?.strategy?.rows.map(({ does }) => does))]).toEqual(['assist', 'vote for on casus-foederis']);
  });
});
