/** Who can ensure a claim: coalitions as sentences, readings told together, how far the answer goes, and the search itself by claim and reading. */
import { describe, expect, it } from 'vitest';
import { emptyAtlas } from '../../src/geo/index.js';
import { parseTreaty } from '../../src/language/index.js';
import { ensuredBy, type Ensured } from '../../src/workbench/browser/judging/ensuring.js';
import { readAddress, writeAddress } from '../../src/workbench/browser/routes.js';
import { coalitionSentence, doingsOf, ensurable, gatheredEnsured, inOrderOfSize, reachWords, sizeOf } from '../../src/workbench/browser/view/ensuring.js';

const text = (more: string): string => `treaty "Game".
times in UTC, a day is 24 hours.
party Victim, A, B, C.
outsider Enemy.
group Guarantor is A, B, C.
act strike on party.
act help.
article 1 "All"
define alarm as strike by Enemy on Victim.
${more}
`;
const HELP = `duty aid: each Guarantor shall help, owed to Victim, within 48 hours of alarm.
claim two-help: whenever alarm, within 48 hours aid is performed by at least 2.
claim in-order: help is performed only after help by A.`;

describe('who can ensure a claim', () => {
  it('is asked of claims that wait for a response, and of no other', () => {
    const { treaty } = parseTreaty(text(HELP));
    expect(ensurable(treaty).map(({ name }) => name)).toEqual(['two-help']);
    const [found] = ensuredBy(treaty, emptyAtlas, 'two-help');
    expect(found?.strategy?.members).toEqual(['A', 'B']);
    const doings = doingsOf(found!.strategy!);
    expect(doings.map(({ who, does }) => `${who}: ${does}`)).toEqual(['A and B: help']);
    expect(doings[0]?.when).toMatch(/aid of its own|whenever it may/);
    expect(() => ensuredBy(treaty, emptyAtlas, 'in-order')).toThrow('no claim `in-order` of the text asks for a response');
  });

  it('finds the smallest coalitions under each reading, and who is in all of them', () => {
    const { treaty, diagnostics } = parseTreaty(text(`reading "all" of Enemy.
reading "A too late" of Enemy.
under "all", duty aid: each Guarantor shall help, owed to Victim, within 48 hours of alarm.
under "A too late", duty aid: A shall help, owed to Victim, within 48 hours of alarm.
claim one-helps: whenever alarm, within 48 hours aid is performed by at least 1.`));
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const found = ensuredBy(treaty, emptyAtlas, 'one-helps');
    expect(found.map(({ reading, smallest, vetoPlayers }) => [reading, smallest.map(coalitionSentence), vetoPlayers])).toEqual([
      ['all', ['any one of A, B or C'], []],
      ['A too late', ['A'], ['A']],
    ]);
    expect(found.map(reachWords)).toEqual(['Every coalition was tried', 'Every coalition was tried']);
    expect(gatheredEnsured(found)).toHaveLength(2);
  });
});

describe('in words', () => {
  it('names who must be there, and how many of those who may stand in for each other', () => {
    const coalition = { members: [{ of: ['A', 'B', 'C'], count: 2 }, { of: ['United-States'], count: 1 }, { of: ['X', 'Y'], count: 2 }] };
    expect(coalitionSentence(coalition)).toBe('United States, X and Y, and any 2 of A, B or C');
    expect(sizeOf(coalition)).toBe(5);
    expect(coalitionSentence({ members: [{ of: ['A', 'B'], count: 1 }] })).toBe('any one of A or B');
    expect(coalitionSentence({ members: [] })).toContain('nobody need do anything');
    expect(inOrderOfSize([coalition, { members: [] }]).map(sizeOf)).toEqual([0, 5]);
  });

  it('says what is undetermined, why, and what may settle it', () => {
    const one: Ensured = { reading: null, smallest: [], vetoPlayers: [], nobodyCan: false, complete: false };
    expect(reachWords({ ...one, nobodyCan: true, complete: true })).toMatch(/^Nobody can/);
    expect(reachWords(one)).toMatch(/^Undetermined, because some coalitions lead to more than 50,000 situations; may be settled by/);
    expect(reachWords({ ...one, smallest: [{ members: [] }] })).toMatch(/^Others may do too: undetermined, because/);
    expect(reachWords({ ...one, because: 'the text has acts it leaves undetermined; may be settled by other words' })).toMatch(/^Undetermined, because the text has acts it leaves undetermined; may be settled by/);
  });

  it('tells readings that answer alike together', () => {
    const one: Ensured = { reading: 'a', smallest: [], vetoPlayers: [], nobodyCan: true, complete: true };
    expect(gatheredEnsured([one, { ...one, reading: 'b' }, { ...one, reading: 'c', nobodyCan: false }]).map(({ readings }) => readings)).toEqual([['a', 'b'], ['c']]);
    expect(gatheredEnsured([{ ...one, reading: null }]).map(({ readings }) => readings)).toEqual([[]]);
  });

  it('stands in the address of the exercise', () => {
    const address = { place: 'exercise', treaty: 'ladder-2026', scenario: 1, who: 'answer-in-three-days' } as const;
    expect(readAddress(writeAddress(address))).toEqual(address);
  });
});
