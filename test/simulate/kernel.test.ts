/** The kernel's own parts: its sorting networks, and its generated run against its loop where many run beside one another and fall due again. */
import { describe, expect, it } from 'vitest';
import { networkOf } from '../../src/simulate/kernel-waves.js';
import { fastest, runPlainly, simulate, swiftly, valuesWith, type Behaviour } from '../../src/simulate/index.js';
import { emptyAtlas } from '../../src/geo/index.js';
import { alike, guarantee, settingOf, treatyOf } from './assumed.js';

const HOUR = 3_600_000;

describe('a sorting network', () => {
  it.each([1, 2, 3, 5, 8, 11])('of %i puts everything in order', (n) => {
    // A network that sorts all zeros and ones sorts everything (Knuth, volume 3, section 5.3.4, theorem Z).
    for (let code = 0; code < 2 ** n; code += 1) {
      const values = Array.from({ length: n }, (_, bit) => (code >> bit) & 1);
      for (const [low, high] of networkOf(n)) if (values[low]! > values[high]!) [values[low], values[high]] = [values[high]!, values[low]!];
      expect(values).toEqual([...values].sort());
    }
  });
});

const again: Behaviour = {
  name: 'again', causes: [{ name: 'half stay away', chance: 0.2, silences: ['G1', 'G2', 'G3', 'G4'] }],
  rules: [{ kind: 'performs', who: ['everyone'], chance: 0.85, delay: { kind: 'uniform', from: 0, to: 40 } }, { kind: 'performs', who: ['G2'], chance: 0.5, delay: { kind: 'after', hours: 3 } }, { kind: 'votes', who: ['everyone'], for: 0.7, against: 0.1, abstain: 0.1, delay: { kind: 'within' } }],
  stimuli: [{ what: 'attack by Aggressor on Beneficiary', atHours: 2, chance: 0.9 }, { what: 'attack by Aggressor on Beneficiary', atHours: 100, chance: 0.5 }],
};

describe('many runs', () => {
  it.each([['alike', alike(0.8), 8], ['late, silenced and attacked again', again, 8], ['of twelve, remembered party by party', alike(0.9), 12]] as const)('%s: counted as the generated driver counts them, one after another', (_name, behaviour, n) => {
    const setting = settingOf(guarantee(n), behaviour, HOUR);
    const values = valuesWith(setting.table);
    const told = (driver: ReturnType<typeof fastest>): readonly string[] => { const all: string[] = []; driver.many(values, 5, 0, 500, 1, (run, standings, responses) => all.push(`${run} ${[...standings].join()} ${[...responses].join()} ${driver.kind()}`)); return all; };
    const fast = fastest(setting);
    expect(told(fast)).toEqual(told(swiftly(setting)));
    expect(new Set(told(fast).map((one) => one.split(' ')[1])).size).toBeGreaterThan(1);
    // Now that everything is known: the acts too.
    for (let run = 0; run < 15; run += 1) expect(fast.run(values, 5, run)).toEqual(runPlainly(setting, values, 5, run));
  });

  it('are the same where one trigger opens many duties at once, and shards add up', () => {
    const parties = Array.from({ length: 8 }, (_, at) => `G${at + 1}`);
    const duties = Array.from({ length: 6 }, (_, at) => `duty d${at}: each Guarantor shall act-${at}, owed to Victim, within ${12 * (at + 1)} hours of alarm.`).join('\n');
    const source = `treaty "Many".\ntimes in UTC, a day is 24 hours, tick 12 hours.\nparty Victim, ${parties.join(', ')}.\noutsider Enemy.\ngroup Guarantor is ${parties.join(', ')}.\nact strike on party.\nact ${Array.from({ length: 6 }, (_, at) => `act-${at}`).join(', ')}.\narticle 1 "All"\ndefine alarm as strike by Enemy on Victim.\n${duties}\nclaim all: whenever alarm, within 72 hours d5 is performed by each.\nclaim none: never d0 is breached and d1 is breached and d2 is breached.\n`;
    const treaty = treatyOf(source);
    const setting = settingOf(treaty, alike(0.7), HOUR);
    const values = valuesWith(setting.table);
    const [fast, plain] = [fastest(setting), swiftly(setting)];
    for (let run = 0; run < 30; run += 1) expect(fast.run(values, 2, run)).toEqual(plain.run(values, 2, run));
    const shard = (part: readonly [number, number]) => simulate(treaty, emptyAtlas, alike(0.7), { seed: 3, runs: 60, horizonDays: 30, sets: 1, shard: part })[0]?.tally.sets[0]?.[0] ?? [];
    expect(shard([1, 2]).map((one, at) => one + (shard([2, 2])[at] ?? 0))).toEqual([...shard([1, 1])]);
  });
});
