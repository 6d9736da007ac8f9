/** The fast driver against the one over the reference engine: run by run, for the same draws, on the reference model and on generated treaties. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Unsupported } from '../../src/engine/specialised/index.js';
import { fastest, runPlainly, swiftly, valuesAt, type Behaviour } from '../../src/simulate/index.js';
import { anyTreaty } from '../explore/any-treaty.js';
import { alike, guarantee, settingOf, treatyOf } from './assumed.js';

const HOUR = 3_600_000;
const runs = Number(process.env['CASUS_RUNS'] ?? 40);

describe('the two drivers', () => {
  it.each([3, 8])('agree on the reference model of %i', (n) => {
    const setting = settingOf(guarantee(n), alike(0.8), HOUR);
    const drivers = [swiftly(setting), fastest(setting), fastest(setting, 2)];
    const values = valuesAt(setting.table, 1, 0);
    const kinds = new Set<string>();
    for (let run = 0; run < 60; run += 1) {
      const plain = runPlainly(setting, values, 1, run);
      kinds.add(plain.kind);
      for (const swift of drivers) expect(swift.run(values, 1, run)).toEqual(plain);
    }
    expect(kinds.size).toBeGreaterThan(2);
  });

  const share = fc.constantFrom(0, 0.3, 0.7, 1);
  const delay = fc.constantFrom({ kind: 'within' as const }, { kind: 'after' as const, hours: 12 }, { kind: 'uniform' as const, from: 0, to: 60 }, { kind: 'after' as const, hours: 0 });
  const behaviours: fc.Arbitrary<Behaviour> = fc.record({ performs: share, votes: fc.constantFrom([0.5, 0.2, 0.2] as const, [1, 0, 0] as const, [0.3, 0.3, 0] as const), calls: share, delay, second: fc.constantFrom(undefined, 24, 100), cause: share }).map(({ performs, votes: [yes, no, abstain], calls, delay: after, second, cause }) => ({
    name: 'any', rules: [
      { kind: 'performs', who: ['everyone'], chance: performs, delay: after }, { kind: 'performs', who: ['B'], clause: 'aid', chance: 0.5, delay: { kind: 'uniform', from: 0, to: 48 } },
      { kind: 'exercises', who: ['Victim'], chance: calls, delay: after }, { kind: 'votes', who: ['Guarantor'], for: yes, against: no, abstain, delay: after },
    ],
    causes: [{ name: 'both abstain', chance: cause * 0.3, silences: ['Guarantor'] }],
    stimuli: [{ what: 'strike by Enemy on Victim', atHours: 12, chance: 1 }, ...(second === undefined ? [] : [{ what: 'strike by Enemy on Victim', atHours: second, chance: 0.6 }])],
  }));
  let compared = 0;
  const seen = new Set<string>();

  it('agree on generated treaties and behaviours', () => {
    fc.assert(fc.property(anyTreaty, behaviours, fc.integer({ min: 0, max: 1000 }), (source, behaviour, seed) => {
      const setting = settingOf(treatyOf(source), behaviour, 12 * HOUR, 15);
      let drivers;
      try { drivers = [swiftly(setting), fastest(setting), fastest(setting, 0)]; } catch (fault) { if (fault instanceof Unsupported) return; throw fault; }
      compared += 1;
      const values = valuesAt(setting.table, seed, 0);
      for (let run = 0; run < 5; run += 1) {
        const plain = runPlainly(setting, values, seed, run);
        for (const standing of plain.standings) seen.add(standing);
        for (const swift of drivers) expect(swift.run(values, seed, run)).toEqual(plain);
      }
    }), { numRuns: runs });
  });

  it('were compared on most of what was made, with every standing but undetermined', () => {
    expect(compared).toBeGreaterThan(runs / 3);
    expect([...seen]).toEqual(expect.arrayContaining(['holds', 'fails', 'not asked']));
  });
});
