/** Behaviours a text declares: each rule means what docs/simulate.md says, by chances that can be worked out, and the two drivers agree where the fast one can do it. */
import { describe, expect, it } from 'vitest';
import { compile, DEFAULT_START } from '../../src/engine/index.js';
import { alphabetOf } from '../../src/explore/index.js';
import { emptyAtlas } from '../../src/geo/index.js';
import { asked, askings, declaredBehaviours, faultsOf, minutesOf, openIn, runPlainly, simulate, swiftly, tableOf, valuesWith, type Behaviour, type Setting } from '../../src/simulate/index.js';
import type { Treaty } from '../../src/treaty/index.js';
import { treatyOf } from './assumed.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const HEAD = `treaty "T".
times in UTC, a day is 24 hours.
party Victim, A, B, C.
group Guarantor is A, B, C.
outsider Enemy, Other.
act strike on party at place, severity 0 to 5.
act help, supply, ask.
act report on party.
finding provoked names party, made by A.
article 1 "All"
define alarm as strike on Victim with severity at least 3.
duty aid: each Guarantor shall help or supply, owed to Victim, within 48 hours of alarm.
decision verdict: by each Guarantor, opens when alarm, closes after 24 hours, adopted by a majority.
power call: Victim may ask, when alarm.
`;
const CLAIMS = 'claim all: whenever alarm, within 48 hours aid is performed by each.\nclaim some-one: whenever alarm, within 48 hours aid is performed by at least 1.\nclaim voted: whenever alarm, within 24 hours verdict is adopted.\nclaim called: whenever alarm, within 24 hours call is exercised.\n';
const STRIKE = 'after 6 hours strike by Enemy on Victim severity 4';
const text = (rules: string, claims = CLAIMS): Treaty => treatyOf(`${HEAD}${claims}behaviour b:\n  ${rules}.\n`);
const declared = (treaty: Treaty): Behaviour => declaredBehaviours(treaty)[0] as Behaviour;

function settingOf(treaty: Treaty, days = 30, tickMs = HOUR): Setting {
  const behaviour = declared(treaty);
  const compiled = compile(asked(treaty, treaty.claims, behaviour), emptyAtlas).texts[0];
  if (!compiled) throw new Error('no text');
  return { text: compiled, claims: treaty.claims, horizonMs: days * DAY, table: tableOf(compiled, alphabetOf(compiled, DEFAULT_START).classes, behaviour, tickMs, DEFAULT_START) };
}

/** Acts of each run as `label@tick`. */
function ways(treaty: Treaty, runs: number, days = 30): readonly (readonly string[])[] {
  const setting = settingOf(treaty, days);
  return Array.from({ length: runs }, (_, run) => runPlainly(setting, valuesWith(setting.table), 3, run).way.map(([index, tick]) => `${setting.table.classes[index]?.label ?? ''}@${tick}`));
}
const ticksOf = (way: readonly string[], label: string): readonly number[] => way.filter((one) => one.startsWith(label)).map((one) => Number(one.split('@')[1]));

const chances = (treaty: Treaty, runs = 3000): Readonly<Record<string, number>> => {
  const counts: Record<string, [number, number]> = {};
  for (const { meaning, tally } of simulate(treaty, emptyAtlas, declared(treaty), { seed: 1, runs, horizonDays: 30, sets: 1, shard: [1, 1] })) meaning.claims.forEach((name, index) => { const [holds = 0, fails = 0] = tally.sets[0]?.[index] ?? []; counts[name] = [holds, holds + fails]; });
  return Object.fromEntries(Object.entries(counts).map(([name, [holds, of]]) => [name, holds / of]));
};
/** Within four standard deviations of a share of so many runs. */
const near = (found: number | undefined, share: number, runs: number): void => { expect(Math.abs((found ?? -1) - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share) + 0.0005) / runs)); };

describe('rules of a text', () => {
  it('keep names, words, lines, hours in any unit, and where the figures come from', () => {
    const treaty = text('each Guarantor other than C help with probability beta 8 2 after 90 minutes to 2 days, A vote against verdict with probability from "a count" 12 of 35, A and B together unless "storms" with probability 0.1, every 1 week strike by Enemy and Other on Victim severity 2 to 4, A find provoked names Victim with probability 1 when alarm');
    const { name, source, rules, causes, happens } = declared(treaty);
    expect([name, source]).toEqual(['b', 'declared in the text, line 19']);
    expect(rules).toMatchObject([
      { kind: 'acts', words: 'each Guarantor other than C help', line: 20, who: ['A', 'B'], chance: { kind: 'beta', a: 8, b: 2 }, delay: { kind: 'between', from: 1.5, to: 48 } },
      { kind: 'casts', who: ['A'], ballot: 'against', decision: 'verdict', chance: { kind: 'count', hits: 12, of: 35, source: 'a count' }, delay: { kind: 'between', from: 0, to: 0 } },
      { kind: 'finds', who: ['A'], finding: 'provoked', names: ['Victim'], when: { kind: 'defined', name: 'alarm' } },
    ]);
    expect(causes).toEqual([{ name: 'storms', chance: 0.1, silences: ['A', 'B'] }]);
    expect(happens).toMatchObject([{ by: ['Enemy', 'Other'], on: ['Victim'], repeats: true, delay: { from: 168, to: 168 }, facts: { severity: { least: 2, most: 4 } } }]);
    expect(minutesOf(declared(treaty))).toBe(90 * 60_000);
    expect(faultsOf(treaty, declared(treaty))).toEqual([]);
  });

  it('act from when it is owed, after the delay, both ends included', () => {
    const runs = ways(text(`each Guarantor help with probability 1 after 2 to 4 hours, ${STRIKE}`), 200);
    const delays = runs.flatMap((way) => ticksOf(way, 'help by A').map((tick) => tick - 6));
    expect([...new Set(delays)].sort()).toEqual([2, 3, 4]);
    expect(delays.length).toBe(200);
    near(delays.filter((one) => one === 4).length / 200, 1 / 3, 200);
  });

  it('act at once without a delay, and with the chance that is given', () => {
    const runs = ways(text(`A supply with probability 0.3, ${STRIKE}`), 1000);
    expect(new Set(runs.flatMap((way) => ticksOf(way, 'supply by A')))).toEqual(new Set([6]));
    near(runs.filter((way) => ticksOf(way, 'supply by A').length > 0).length / 1000, 0.3, 1000);
  });

  it('give way to the last that fits', () => {
    const runs = ways(text(`each Guarantor help with probability 1, B help with probability 0, ${STRIKE}`), 20);
    expect(runs.every((way) => ticksOf(way, 'help by A').length === 1 && ticksOf(way, 'help by B').length === 0)).toBe(true);
  });

  it('draw the votes of one voter together, each with its own delay', () => {
    const runs = ways(text(`each Guarantor vote for verdict with probability 0.5 after 1 hours, each Guarantor vote against verdict with probability 0.3 after 3 hours, ${STRIKE}`), 1000);
    near(runs.filter((way) => ticksOf(way, 'vote for by A').length > 0).length / 1000, 0.5, 1000);
    near(runs.filter((way) => ticksOf(way, 'vote against by A').length > 0).length / 1000, 0.3, 1000);
    expect(runs.every((way) => way.filter((one) => one.includes('by A on verdict')).length <= 1)).toBe(true);
    expect([...new Set(runs.flatMap((way) => [...ticksOf(way, 'vote for by A'), ...ticksOf(way, 'vote against by A').map((tick) => -tick)]))].sort((a, b) => a - b)).toEqual([-9, 7]);
  });

  it('answer an event each time it occurs, and use a power', () => {
    const runs = ways(text('Victim ask with probability 1 after 2 hours when alarm, every 3 days strike by Enemy on Victim severity 3', 'claim called: whenever alarm, within 24 hours call is exercised.\n'), 3, 7);
    for (const way of runs) expect(way).toEqual(['strike by Enemy on Victim severity 3@72', 'ask by Victim@74', 'strike by Enemy on Victim severity 3@144', 'ask by Victim@146']);
  });

  it('find what they find, from the beginning or when something occurs', () => {
    const found = 'claim found: possible provoked names Victim.\nclaim hit: possible alarm-came.\ndefine alarm-came while alarm has occurred.\n';
    expect(ways(text(`A find provoked names Victim with probability 1 after 10 hours, ${STRIKE}`, found), 1)[0]).toEqual(['strike by Enemy on Victim severity 4@6', 'provoked by A naming Victim@10']);
    expect(ways(text(`A find provoked names Victim with probability 1 after 10 hours when alarm, ${STRIKE}`, found), 1)[0]).toEqual(['strike by Enemy on Victim severity 4@6', 'provoked by A naming Victim@16']);
  });

  it('fall silent together', () => {
    const runs = ways(text(`each Guarantor help with probability 1, A and B together unless "storms" with probability 0.25, ${STRIKE}`), 1000);
    const did = (way: readonly string[], who: string): boolean => ticksOf(way, `help by ${who}`).length > 0;
    expect(runs.every((way) => did(way, 'A') === did(way, 'B') && did(way, 'C'))).toBe(true);
    near(runs.filter((way) => !did(way, 'A')).length / 1000, 0.25, 1000);
  });

  it('happen again and again, each time so long after the last, or with a chance each time', () => {
    const gaps = ways(text('A help with probability 0, every 2 to 4 days strike by Enemy on Victim severity 3'), 100).flatMap((way) => { const at = [0, ...ticksOf(way, 'strike')]; return at.slice(1).map((tick, index) => tick - (at[index] ?? 0)); });
    expect(Math.min(...gaps)).toBeLessThan(50);
    expect(Math.max(...gaps)).toBeGreaterThan(94);
    expect(gaps.every((gap) => gap >= 48 && gap <= 96)).toBe(true);
    const rare = ways(text('A help with probability 0, every 1 days strike by Enemy on Victim severity 3 with probability 0.2'), 100);
    near(rare.reduce((sum, way) => sum + way.length, 0) / 3000, 0.2, 3000);
  });

  it('draw facts, in shares of what the text tells apart', () => {
    const runs = ways(text('A help with probability 0, after 1 hours strike by Enemy on Victim severity 2 to 4'), 900);
    // Of 2, 3 and 4 two are at or above the threshold of 3.
    near(runs.filter((way) => way[0]?.includes('severity 2')).length / 900, 1 / 3, 900);
    const wide = ways(text('A help with probability 0, after 1 hours strike by Enemy on Victim severity 0.5 to 5'), 900);
    near(wide.filter((way) => Number(/severity ([\d.]+)/.exec(way[0] ?? '')?.[1]) < 3).length / 900, 2.5 / 4.5, 900);
  });

  it('strike one of a group, and come from several at one instant', () => {
    const runs = ways(text('A help with probability 0, after 1 hours strike by Enemy and Other on Guarantor severity 4', `${CLAIMS}define hit as strike on any Guarantor.\nclaim struck: never is-hit.\ndefine is-hit while hit has occurred.\n`), 600);
    expect(runs.every(([first = '', second = '']) => first.replace('Enemy', 'Other') === second)).toBe(true);
    near(runs.filter(([first]) => first?.includes('on B')).length / 600, 1 / 3, 600);
  });

  it('come to the chances that can be worked out', () => {
    const found = chances(text(`each Guarantor help with probability 0.6 within 1 days, each Guarantor vote for verdict with probability 0.7 within 3 hours, Victim ask with probability 0.9, ${STRIKE}`));
    near(found['all'], 0.6 ** 3, 3000);
    near(found['some-one'], 1 - 0.4 ** 3, 3000);
    near(found['voted'], 0.7 ** 3 + 3 * 0.7 ** 2 * 0.3, 3000);
    near(found['called'], 0.9, 3000);
  });

  it('are run by both drivers alike where the fast one can do them', () => {
    const setting = settingOf(text(`each Guarantor help with probability 0.6 after 5 to 60 hours, each Guarantor vote for verdict with probability 0.7 within 20 hours, Victim ask with probability 0.9 within 10 hours, after 5 to 9 hours strike by Enemy on Victim severity 4, A and C together unless "storms" with probability 0.3`));
    expect(setting.table.beyond).toBeUndefined();
    const swift = swiftly(setting);
    for (let run = 0; run < 200; run += 1) expect(swift.run(valuesWith(setting.table), 9, run)).toEqual(runPlainly(setting, valuesWith(setting.table), 9, run));
  });

  it('are told to be beyond the fast driver where they are, and run by the plain one', () => {
    const { meaning } = simulate(text('A help with probability 1, every 9 days strike by Enemy on Victim severity 2 to 4'), emptyAtlas, declared(text('A help with probability 1, every 9 days strike by Enemy on Victim severity 2 to 4')), { seed: 1, runs: 5, horizonDays: 10, sets: 1, shard: [1, 1] })[0] ?? { meaning: undefined };
    expect([meaning?.by, meaning?.because]).toEqual(['reference', 'acts that happen again and again, facts that are drawn']);
  });

  it.each([
    ['a probability to be agreed', `A help with probability to be agreed, ${STRIKE}`, /line 20 \(A help\) is to be agreed/],
    ['votes that are more than certain', `each Guarantor vote for verdict with probability 0.8, B vote against verdict with probability 0.3, ${STRIKE}`, /`B` on `verdict` add up to 1\.1/],
    ['a finding of somebody who makes none', `B find provoked names Victim with probability 1, ${STRIKE}`, /`B` is not among those who can make the finding/],
    ['a finding of nobody', `A find provoked with probability 1, ${STRIKE}`, /does not say whom the finding names/],
    ['silence that is certain', 'A help with probability 1, A and B together unless "storms" with probability 1', /no behaviour is left/],
  ])('are refused with %s', (_what, rules, message) => {
    const treaty = text(rules);
    expect([...openIn(treaty, 'b'), ...faultsOf(treaty, declared(treaty))].map((one) => one.message).join('\n')).toMatch(message);
  });
});

describe('what asks a claim', () => {
  const two = treatyOf(`treaty "Two".
party Victim, A.
outsider Enemy.
act strike on party, scale one of large, small.
act raid on party.
act help, vote-it, answer.
article 1 "All"
define attack-by-victim as strike by Victim on Enemy.
define invasion as strike by Enemy on Victim with scale is large.
duty aid: A shall help, owed to Victim, within 48 hours of invasion.
duty reply: A shall answer, owed to Victim, within 24 hours of raid by Enemy on Victim.
claim aided: whenever invasion, within 48 hours aid is performed.
claim helped-on-time: whenever aid is performed, within 1 hours aid is performed.
claim replied: whenever raid by Enemy on Victim, within 24 hours reply is performed.
claim calm: never struck and some reply is due.
define struck while attack-by-victim has occurred.
`);
  const usual: Behaviour = { name: 'b', rules: [{ kind: 'performs', who: ['everyone'], chance: 1, delay: { kind: 'within' } }], causes: [], stimuli: [] };

  it('is the first act of the text by which what it asks about can occur, and said to be', () => {
    const found = askings(two, emptyAtlas, usual);
    expect(found.map(({ treaty, behaviour }) => [treaty.claims.map(({ name }) => name), behaviour.stimuli.map(({ what, atHours }) => [what, atHours])])).toEqual([
      [['aided', 'helped-on-time'], [['strike by Enemy on Victim scale large', 0]]],
      [['replied'], [['raid by Enemy on Victim', 0]]],
      [['calm'], [['strike by Victim on Enemy', 0], ['raid by Enemy on Victim', 24]]],
    ]);
    expect(found[0]?.notes[0]).toMatch(/strike by Enemy on Victim scale large; .*aided asks about occurs, and the first that can lead to what helped-on-time asks about/);
  });

  it('is what the assumptions name, where they name any', () => {
    expect(askings(two, emptyAtlas, { ...usual, stimuli: [{ what: 'raid', atHours: 3, chance: 1 }] })).toMatchObject([{ notes: [], treaty: { claims: { length: 4 } } }]);
    const own = treatyOf(`${HEAD}${CLAIMS}behaviour b:\n  A help with probability 1, Enemy strike on Victim with severity at least 4 with probability 0.5 within 3 days.\n`);
    expect(askings(own, emptyAtlas, declared(own))).toHaveLength(1);
    const struck = ways(own, 1000);
    expect(new Set(struck.flatMap((way) => way.filter((one) => one.startsWith('strike')).map((one) => one.split('@')[0])))).toEqual(new Set(['strike by Enemy on Victim severity 5']));
    near(struck.filter((way) => way.length > 0).length / 1000, 0.5, 1000);
    const other = treatyOf(`${HEAD}${CLAIMS}behaviour b:\n  B strike on Victim with probability 1 after 2 hours.\n`);
    expect(ways(other, 1)[0]).toEqual(['strike by B on Victim severity 5@2']);
  });

  it('asks each claim in every run', () => {
    for (const result of simulate(two, emptyAtlas, usual, { seed: 1, runs: 20, horizonDays: 10, sets: 1, shard: [1, 1] })) for (const [holds = 0, fails = 0] of result.tally.sets[0] ?? []) expect(holds + fails).toBe(20);
  });
});
