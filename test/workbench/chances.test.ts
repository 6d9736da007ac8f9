/** Chances laid out for readers: figures as words, readings merged only where everything told of them agrees, curves and bars, the address that holds what was asked, and what a run is asked and tells. */
import { describe, expect, it } from 'vitest';
import { emptyAtlas } from '../../src/geo/index.js';
import { parseTreaty } from '../../src/language/index.js';
import { simulate, type Force, type Moment, type Simulated, type Swing } from '../../src/simulate/index.js';
import { behaviourFor, choicesOf, toldOf, treatyAsking, type ClaimTold, type Told } from '../../src/workbench/browser/judging/chancing.js';
import { readAddress, writeAddress } from '../../src/workbench/browser/routes.js';
import { numberIn, USUAL, type Asking } from '../../src/workbench/browser/view/asking.js';
import { band, chosenRow, curveOf, effectsOf, failureWords, forceOf, isPartial, momentAt, percent, rangeWords, rowsOf, shareWords, stairs, standingOf, ticksTo, tornadoOf } from '../../src/workbench/browser/view/chances.js';

const chance = (holds: number, fails: number, undetermined = 0, notAsked = 0): ClaimTold['chance'] => {
  const asked = holds + fails + undetermined;
  return { chance: asked === 0 ? null : holds / asked, low: 0, high: 1, beliefs: null, holds, fails, undetermined, notAsked };
};
const claim = (name: string, reading: string | null, of: ClaimTold['chance'], more: Partial<ClaimTold> = {}): ClaimTold => ({ claim: name, reading, chance: of, moments: [], failures: [], swings: [], effects: [], ...more });
const told = (reading: string | null, claims: readonly ClaimTold[], more: Partial<Told> = {}): Told => ({ reading, done: 10, runs: 10, sets: 1, tickHours: 1, slowBecause: null, notes: [], claims, force: [], ...more });
const moment = (hours: number, share: number): Moment => ({ hours, share, low: share / 2, high: Math.min(1, share * 1.5) });

/** Figures hold their unit by a space that does not break. */
const spaced = (words: string): string => words.replaceAll('\u00a0', ' ');

describe('figures as words', () => {
  it('keeps 0 % and 100 % for what is so in every run', () => {
    expect([0, 1, 0.5, 0.7456, 0.0004, 0.99996, 0.9994].map(percent).map(spaced)).toEqual(['0 %', '100 %', '50.0 %', '74.6 %', 'under 0.1 %', 'over 99.9 %', '99.9 %']);
  });

  it('never shows a range narrower than it is', () => {
    expect([{ low: 0.7391, high: 0.7511 }, { low: 0, high: 0.0001 }, { low: 0.9, high: 1 }].map(rangeWords).map(spaced)).toEqual(['73.9–75.2 %', '0.0–0.1 %', '90.0–100.0 %']);
  });

  it('says a share as so many of a few runs, and as none or every only where it is', () => {
    expect([0, 1, 0.001, 0.03, 0.249, 0.68, 0.842, 0.98, 0.9999].map(shareWords)).toEqual(['no run', 'every run', 'fewer than 1 of 100 runs', 'about 3 of 100 runs', 'about 1 of 4 runs', 'about 2 of 3 runs', 'about 5 of 6 runs', 'about 98 of 100 runs', 'more than 99 of 100 runs']);
    for (let share = 0.0095; share <= 0.99; share += 0.0007) {
      const [, hits, of] = /(\d+) of (\d+)/.exec(shareWords(share)) ?? [];
      expect(Math.abs(Number(hits) / Number(of) - share), shareWords(share)).toBeLessThan(0.05);
    }
  });

  it('tells what was never asked from what failed, and what nobody settled from both', () => {
    expect([chance(0, 0, 0, 9), chance(3, 0), chance(0, 3), chance(3, 0, 1), chance(0, 3, 1), chance(0, 0, 2), chance(1, 2)].map(standingOf)).toEqual(['never asked', 'held in every run', 'failed in every run', 'held in some runs', 'held in some runs', 'never settled', 'held in some runs']);
  });

  it('says what was left undone, what was broken first', () => {
    expect(failureWords('coalition due (6), joint-response breached (8)')).toBe('joint-response breached by 8; coalition still due from 6');
    expect(failureWords('casus-foederis no decision, assist defaulted')).toBe('assist defaulted on by 1; casus-foederis no decision');
    expect(failureWords('casus-foederis undetermined (2)')).toBe('casus-foederis undetermined (2)');
    expect(failureWords('nothing was left undone')).toMatch(/asked for nothing more/);
  });
});

describe('claims and readings', () => {
  const swing: Swing = { parameter: 'all', claim: 'a', low: { value: 0.1, chance: 0.2 }, high: { value: 0.3, chance: 0.6 }, base: 0.4, runs: 10 };
  const results = [
    told('narrow', [claim('a', 'narrow', chance(5, 5)), claim('b', 'narrow', chance(0, 0, 0, 10)), claim('c', 'narrow', chance(5, 5), { swings: [swing] })]),
    told('wide', [claim('a', 'wide', chance(5, 5)), claim('b', 'wide', chance(1, 9)), claim('c', 'wide', chance(5, 5))]),
  ];
  const rows = rowsOf(results);

  it('stand together only where everything told of them agrees, in the order of the text', () => {
    expect(rows.map((row) => [row.told.claim, row.readings])).toEqual([['a', ['narrow', 'wide']], ['b', ['narrow']], ['b', ['wide']], ['c', ['narrow']], ['c', ['wide']]]);
    expect(rowsOf([told(null, [claim('a', null, chance(1, 1))])]).map(({ readings }) => readings)).toEqual([[]]);
  });

  it('show the one the address names, else the first that some runs failed, else the first that was asked', () => {
    expect(chosenRow(rows, 'b', 'wide')?.readings).toEqual(['wide']);
    expect(chosenRow(rows, 'b', 'gone')?.readings).toEqual(['narrow']);
    expect(chosenRow(rows, 'gone', undefined)?.told.claim).toBe('a');
    expect(chosenRow(rowsOf([told(null, [claim('x', null, chance(0, 0, 0, 3)), claim('y', null, chance(3, 0))])]), undefined, undefined)?.told.claim).toBe('y');
    expect(chosenRow([], undefined, undefined)).toBeUndefined();
  });

  it('are partial where any reading is', () => {
    expect(isPartial(results)).toBe(false);
    expect(isPartial([...results, told('late', [], { done: 3 })])).toBe(true);
  });
});

describe('curves and bars', () => {
  it('an axis reaches the end of the window, and a share stands until it is counted again', () => {
    const moments = [moment(0, 0), moment(24, 0.4), moment(48, 0.6)];
    expect(curveOf({ moments, window: 72 })).toMatchObject({ until: 72, half: 48, last: { hours: 48 } });
    expect(curveOf({ moments, window: 24 })?.until).toBe(48);
    expect(curveOf({ moments: moments.slice(0, 2) })).not.toHaveProperty('half');
    expect(curveOf({ moments: [] })).toBeUndefined();
    expect(momentAt({ moments }, 47)?.share).toBe(0.4);
    expect(momentAt({ moments: moments.slice(1) }, 3)).toBeUndefined();
  });

  it('draws stairs, and the room between two of them', () => {
    expect(stairs([[0, 9], [5, 4]], 8)).toBe('M0 9H5V4H8');
    expect(band([[0, 9, 7], [5, 4, 2]], 8)).toBe('M0 7H5V2H8V4H5V9H0Z');
    expect([stairs([], 8), band([], 8)]).toEqual(['', '']);
  });

  it('marks hours evenly from 0, no more than fit', () => {
    expect(ticksTo(72, 7)).toEqual([0, 12, 24, 36, 48, 60, 72]);
    expect(ticksTo(1, 7)).toEqual([0, 1]);
    for (const until of [1, 5, 71, 168, 720, 5000, 90_000]) expect(ticksTo(until, 9).length).toBeLessThanOrEqual(10);
  });

  it('names the first day on which more is needed than is there on average', () => {
    const day = (what: string, at: number, mean: number, needed: number | null): Force => ({ what, day: at, mean, low: 0, high: mean + 1, needed, met: needed === null ? null : 0.5 });
    const [brigades, batteries] = forceOf([day('brigade', 10, 2, 5), day('brigade', 0, 0, null), day('brigade', 5, 5, 5), day('battery', 3, 4, null)]);
    expect(brigades).toMatchObject({ what: 'brigade', shortFrom: 10, most: 6 });
    expect(brigades?.days.map((one) => one.day)).toEqual([0, 5, 10]);
    expect(batteries).not.toHaveProperty('shortFrom');
  });

  it('puts what bears most first and names apart what hardly does', () => {
    const swing = (parameter: string, low: number | null, high: number | null): Swing => ({ parameter, claim: 'a', low: { value: 0.1, chance: low }, high: { value: 0.9, chance: high }, base: 0.5, runs: 100 });
    const tornado = tornadoOf([swing('votes', 0.5, 0.502), swing('performs', 0.22, 0.81), swing('delivers', 0.7, 0.4), swing('nothing', null, null)]);
    expect(tornado?.bars.map(({ parameter }) => parameter)).toEqual(['performs', 'delivers']);
    expect(tornado).toMatchObject({ still: ['votes', 'nothing'], from: 0.2, to: 0.9, base: 0.5 });
    expect(tornadoOf([])).toBeUndefined();
  });

  it('puts the change that does most first, and counts a clause of several readings once', () => {
    const effect = (change: string, to: number | null, base: number | null = 0.5) => ({ change, claim: 'a', chance: to, base, runs: 100 });
    const { telling, idle } = effectsOf([effect('x: twice the time', 0.5), effect('x: twice the time', 0.3), effect('y: silence is consent', 0.9), effect('z', 0.501), effect('w', 0.2, null), effect('z', 0.5)]);
    expect(telling.map((one) => [one.change, one.chance])).toEqual([['w', 0.2], ['y: silence is consent', 0.9], ['x: twice the time', 0.3]]);
    expect(idle).toEqual(['z']);
  });
});

describe('what is asked', () => {
  const asking: Asking = { behaviour: 'in the text & more', stimulus: 'attack by Russia on Ukraine, "100 %"', seed: 7, runs: 250, days: 9, powers: ['call'], claims: ['a', 'b,c'] };

  it('comes back from its address, where one of Chances asks anything', () => {
    const address = { place: 'chances', treaty: 'ladder-2026', asking: { ...asking, claims: ['a', 'b'] }, claim: 'b', reading: 'line of contact' } as const;
    expect(readAddress(writeAddress(address))).toEqual(address);
    expect(readAddress('#/chances/x').asking).toBeUndefined();
    expect(readAddress('#/record/x?runs=5').asking).toBeUndefined();
  });

  it('takes the usual number for one it cannot use', () => {
    expect(readAddress('#/chances/x?runs=-3&seed=many&days=1e9').asking).toEqual(USUAL);
    expect(readAddress('#/chances/x?runs=').asking).toEqual(USUAL);
    expect([numberIn('runs', ' 50 '), numberIn('seed', '0'), numberIn('days', '3661'), numberIn('runs', '0')].map((one) => (typeof one === 'number' ? one : 'no'))).toEqual([50, 0, 'no', 'no']);
    expect(numberIn('days', 'two')).toBe('`two` is no whole number from 1 to 3,660');
  });
});

const TEXT = `treaty "Small".
times in UTC, a day is 24 hours, tick 6 hours.
party Beneficiary, G1, G2.
outsider Aggressor.
group Guarantor is G1, G2.
act attack on party.
act notify, assist.

article 1 "Help"
power call: Beneficiary may notify when attack by Aggressor on Beneficiary, within 24 hours.
duty help: each Guarantor shall assist, owed to Beneficiary, within 48 hours of call is exercised.

claim helped: whenever call is exercised, within 2 days help is performed by at least 1.
claim called: whenever attack by Aggressor on Beneficiary, within 24 hours call is exercised.
claim ensured: can Beneficiary ensure call is exercised within 24 hours.
`;
const { treaty, diagnostics } = parseTreaty(TEXT);
const usual: Asking = { ...USUAL, behaviour: 'promises-kept-1816-1944', runs: 400 };
const ran = (asking: Asking, more: { readonly slice?: number; readonly goOn?: (done: number, of: number, soFar: () => Simulated) => boolean } = {}): Simulated => {
  const wanted = treatyAsking(treaty, asking);
  return simulate(wanted, emptyAtlas, behaviourFor(wanted, asking), { seed: asking.seed, runs: asking.runs, horizonDays: asking.days, sets: 7, shard: [1, 1], ...more })[0]!;
};

describe('a run', () => {
  it('offers what the text has to choose from, and leaves to Exercise what no run can answer', () => {
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const choices = choicesOf(treaty, ran(usual).meaning.classes);
    expect(choices).toMatchObject({ stimuli: ['attack by Aggressor on Beneficiary'], powers: ['call'], claims: ['helped', 'called'], games: ['ensured'] });
    for (const { source, definition } of choices.behaviours) expect(source.length * definition.length).toBeGreaterThan(0);
  });

  it('takes no power for used that is not chosen, and then says of a claim that it was never asked', () => {
    const unused = toldOf(treaty, ran(usual));
    expect(unused.claims.map((one) => [one.claim, standingOf(one.chance)])).toEqual([['helped', 'never asked'], ['called', 'failed in every run']]);
    const used = toldOf(treaty, ran({ ...usual, powers: ['call'] }));
    expect(used.claims.map((one) => [one.claim, standingOf(one.chance), one.window])).toEqual([['helped', 'held in some runs', 48], ['called', 'held in every run', 24]]);
    expect(used.claims[0]?.moments.length).toBeGreaterThan(3);
    expect(used.claims[0]?.swings.map(({ claim: of }) => of).every((of) => of === 'helped')).toBe(true);
  });

  it('tells a failure as lines of a record, in their order, with all that happened', () => {
    const [helped] = toldOf(treaty, ran({ ...usual, powers: ['call'] })).claims;
    expect(helped?.failures[0]?.record.map(({ act, actor, occurredAt }) => [act, actor, occurredAt])).toEqual([['attack', 'Aggressor', '2026-01-01T00:00Z'], ['notify', 'Beneficiary', '2026-01-01T01:00Z']]);
    expect(helped?.failures.reduce((sum, { count }) => sum + count, 0)).toBe(helped?.chance.fails);
  });

  it('asks of the chosen claims alone, and says what cannot be asked or assumed', () => {
    expect(treatyAsking(treaty, { ...usual, claims: ['called'] }).claims.map(({ name }) => name)).toEqual(['called']);
    expect(() => treatyAsking(treaty, { ...usual, claims: ['ensured'] })).toThrow('no claim `ensured`');
    expect(() => behaviourFor(treaty, { ...usual, behaviour: 'hope' })).toThrow('no behaviour `hope`');
    expect(() => behaviourFor(treaty, { ...usual, powers: ['veto'] })).toThrow('`veto`, which is no clause');
  });

  it('comes to the same in slices of any length, and what it says on the way is a part of it', () => {
    const asking: Asking = { ...usual, powers: ['call'] };
    const whole = ran(asking);
    const parts: Simulated[] = [];
    expect(ran(asking, { slice: 33, goOn: (_done, _of, soFar) => { parts.push(structuredClone(soFar())); return true; } })).toEqual(whole);
    expect(parts.map((part) => toldOf(treaty, part).done)).toEqual([33, 66, 99, 132, 165, 198, 231, 264, 297, 330, 363, 396]);
    expect(isPartial(parts.map((part) => toldOf(treaty, part)))).toBe(true);
    // A counter handed out earlier counts on.
    const kept: (() => Simulated)[] = [];
    ran(asking, { slice: 100, goOn: (_done, _of, soFar) => { kept.push(soFar); return true; } });
    expect(kept[0]?.()).toEqual(whole);
  });
});

describe('behaviours that may be assumed', () => {
  const { treaty } = parseTreaty('treaty "T".\nparty Aland, Borland.\nact strike on party.\nact help.\nduty aid: Borland shall help within 24 hours of strike on Aland, owed to Aland.\nclaim aided: whenever strike on Aland, within 24 hours aid is performed.\nbehaviour cautious: Borland help with probability 0.8, source "a judgement".\n');

  it('are presets, and then what the text declares', () => {
    const { behaviours } = choicesOf(treaty, []);
    expect(behaviours[0]?.from).toBe('preset');
    expect(behaviours.at(-1)).toMatchObject({ name: 'cautious', definition: 'what the text declares of each party', from: 'text' });
    expect(behaviourFor(treaty, { ...USUAL, behaviour: 'cautious' }).rules.length).toBeGreaterThan(0);
  });
});
