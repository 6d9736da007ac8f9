/** Absence counts only where the record would hold the act; times, places, actors and counts may be open; a later finding or attribution settles what it can. */
import { describe, expect, it } from 'vitest';
import { assemble } from '../../src/record/index.js';
import { at, coverage, entry, judge, stateOf, statesOf, treatyOf } from './told.js';

const help = treatyOf(`act strike on party, scale 0 to 5.
act aid.
duty assist: B and C shall aid, owed to A, within 24 hours of strike on A.`);

describe('absence', () => {
  const strike = entry('strike', 'O', 0, { to: 'A' });
  it('is a breach only where the record covers the act throughout the window', () => {
    expect(statesOf(judge(help, [strike], 30), 'assist')).toEqual(['B: undetermined', 'C: undetermined']);
    expect(statesOf(judge(help, [strike, coverage('aid', 0, 24)], 30), 'assist')).toEqual(['B: breached', 'C: breached']);
    expect(statesOf(judge(help, [strike, coverage('aid', 0, 23)], 30), 'assist')).toEqual(['B: undetermined', 'C: undetermined']);
    expect(statesOf(judge(help, [strike, coverage('strike', 0, 24)], 30), 'assist')).toEqual(['B: undetermined', 'C: undetermined']);
    expect(statesOf(judge(help, [strike, coverage('*', 0, 12), coverage('aid, strike', 12, 24)], 30), 'assist')).toEqual(['B: breached', 'C: breached']);
  });

  it('in one zone only says nothing of acts anywhere, and something of acts that are owed there', () => {
    const zoned = treatyOf(`act strike on party.
act aid at place.
zone north is north of 50N, as of 2026-01-01.
duty assist: B shall aid, owed to A, within 24 hours of strike on A.
duty there: B shall aid in north, owed to A, within 24 hours of strike on A.
duty elsewhere: B shall aid outside north, owed to A, within 24 hours of strike on A.`);
    const verdicts = judge(zoned, [strike, coverage('aid', 0, 24, { arguments: { acts: 'aid', zone: 'north' } })], 30);
    expect([...statesOf(verdicts, 'assist'), ...statesOf(verdicts, 'there'), ...statesOf(verdicts, 'elsewhere')]).toEqual(['B: undetermined', 'B: breached', 'B: undetermined']);
  });

  it('of further acts leaves a count without an upper end', () => {
    const series = treatyOf('act strike on party.\ndefine series as at least 3 of strike on A within 10 hours.');
    const strikes = [entry('strike', 'O', 0, { to: 'A' }), entry('strike', 'O', 5, { to: 'A' })];
    expect(statesOf(judge(series, strikes, 20), 'series')).toEqual([': undetermined', ': undetermined']);
    expect(statesOf(judge(series, [...strikes, coverage('strike', -20, 20)], 20), 'series')).toEqual([': not in scope', ': not in scope']);
    expect(statesOf(judge(series, [...strikes, entry('strike', 'O', 9, { to: 'A' })], 20), 'series').at(-1)).toBe(': true');
  });

  it('of a finding leaves an exception open until it is made', () => {
    const peace = treatyOf(`act strike on party.
finding provoked names party, made by Mission.
prohibition calm: B shall not strike, owed to A, unless provoked names A.
duty answer: A shall strike on B, owed to C, within 5 hours of calm is breached.`);
    const strike_ = entry('strike', 'B', 0, { to: 'A' });
    const found = (finds: string): ReturnType<typeof entry> => entry('provoked', 'Mission', 3, { to: 'A', arguments: { finds } });
    expect(statesOf(judge(peace, [strike_], 10), 'calm')).toEqual(['B: due', 'B: undetermined']);
    expect(statesOf(judge(peace, [strike_], 2), 'answer')).toEqual(['A: undetermined']);
    expect(statesOf(judge(peace, [strike_, found('no')], 10), 'calm')).toEqual(['B: due', 'B: breached']);
    expect(statesOf(judge(peace, [strike_, found('yes')], 10), 'calm')).toEqual(['B: due', 'B: excused']);
    const [answer] = judge(peace, [strike_, found('no')], 4).filter(({ clause }) => clause === 'answer');
    expect(answer).toMatchObject({ state: 'due', deadline: at(8) });
  });
});

describe('ranges', () => {
  it('a performance whose time may lie after the end, and a trigger whose time is open, leave it undetermined only while they do', () => {
    const strike = entry('strike', 'O', 0, { to: 'A' });
    const full = { complete: true } as const;
    expect(statesOf(judge(help, [strike, entry('aid', 'B', [20, 24])], 30, full), 'assist')).toEqual(['B: performed', 'C: breached']);
    expect(statesOf(judge(help, [strike, entry('aid', 'B', [20, 25])], 30, full), 'assist')).toEqual(['B: undetermined', 'C: breached']);
    const loose = entry('strike', 'O', [0, 10], { to: 'A' });
    expect(statesOf(judge(help, [loose], 23, full), 'assist')).toEqual(['B: due', 'C: due']);
    expect(statesOf(judge(help, [loose], 24, full), 'assist')).toEqual(['B: undetermined', 'C: undetermined']);
    expect(statesOf(judge(help, [loose], 34, full), 'assist')).toEqual(['B: breached', 'C: breached']);
    expect(statesOf(judge(help, [loose, entry('aid', 'B', 30)], 40, full), 'assist')).toEqual(['B: undetermined', 'C: breached']);
  });

  it('occurrences that may lie outside the window are counted as possible', () => {
    const series = treatyOf('act strike on party.\ndefine series as at least 2 of strike on A within 10 hours.');
    const last = (first: readonly [number, number]): string | undefined => statesOf(judge(series, [entry('strike', 'O', first, { to: 'A' }), entry('strike', 'O', 20, { to: 'A' })], 30, { complete: true }), 'series').at(-1);
    expect(last([10, 12])).toBe(': true');
    expect(last([8, 12])).toBe(': undetermined');
    expect(last([8, 9])).toBe(': not in scope');
  });

  it('a missing fact leaves a sum open upwards', () => {
    const sum = treatyOf('act strike on party, scale 0 to 5.\ndefine grave as sum of scale of strike on A at least 6 within 10 days.');
    const second = (scale: number | undefined): string | undefined => statesOf(judge(sum, [entry('strike', 'O', 0, { to: 'A', arguments: scale === undefined ? {} : { scale } }), entry('strike', 'O', 1, { to: 'A', arguments: { scale: 3 } })], 5, { complete: true }), 'grave').at(-1);
    expect([second(3), second(2), second(undefined)]).toEqual([': true', ': not in scope', ': undetermined']);
  });

  it('a place of doubt is in a zone when all of it is, out when none of it is', () => {
    const zoned = treatyOf('act strike on party at place.\nzone north is north of 50N, as of 2026-01-01.\nprohibition calm: B shall not strike in north, owed to A.');
    const verdict = (latitude: number, withinKm: number): string | undefined => statesOf(judge(zoned, [entry('strike', 'B', 0, { to: 'A', place: { latitude, longitude: 30, withinKm } })], 1), 'calm').at(-1);
    expect([verdict(51, 10), verdict(50.05, 10), verdict(49, 10)]).toEqual(['B: breached', 'B: undetermined', 'B: not in scope']);
  });
});

describe('open attribution', () => {
  const calm = treatyOf(`act strike on party.
act aid.
prohibition calm: B and C shall not strike on A, owed to A.
duty assist: B and C shall aid, owed to A, within 24 hours of strike on A.
duty answer: A shall strike on B, owed to C, within 5 hours of calm is breached of B.
define broken while some calm is breached.
define broken-by-B while calm is breached of B.`);

  it('one of several bound parties is a joint breach; of each alone it is undetermined', () => {
    const verdicts = judge(calm, [entry('strike', 'B or C', 0, { to: 'A' })], 1, { complete: true });
    expect(statesOf(verdicts, 'calm')).toContain('B+C: breached');
    expect([...statesOf(verdicts, 'broken'), ...statesOf(verdicts, 'broken-by-B'), ...statesOf(verdicts, 'answer')]).toEqual([': true', ': undetermined', 'A: undetermined']);
  });

  it('an unknown actor, or one who may be bound by nothing, leaves it undetermined, and conditions see that', () => {
    for (const who of ['?', 'B or O']) {
      const verdicts = judge(calm, [entry('strike', who, 0, { to: 'A' })], 1, { complete: true });
      expect(verdicts.filter(({ clause, trigger }) => clause === 'calm' && trigger !== 'entry into force').map(({ state }) => state)).toEqual(['undetermined']);
      expect(statesOf(verdicts, 'broken')).toEqual([': undetermined']);
    }
    expect(statesOf(judge(calm, [entry('strike', 'O', 0, { to: 'A' })], 1, { complete: true }), 'broken')).toEqual([': false']);
  });

  it('a performance by one of several may be each one\'s; too few for all, one of them breached', () => {
    const strike = entry('strike', 'O', 0, { to: 'A' });
    const one = judge(calm, [strike, entry('aid', 'B or C', 5)], 30, { complete: true });
    expect([...statesOf(one, 'assist')].sort()).toEqual(['B+C: breached', 'B: undetermined', 'C: undetermined']);
    const two = judge(calm, [strike, entry('aid', 'B or C', 5), entry('aid', 'B or C', 6)], 30, { complete: true });
    expect(statesOf(two, 'assist')).toEqual(['B: undetermined', 'C: undetermined']);
    expect(one.find(({ state }) => state === 'breached')?.reasons[0]).toMatchObject({ rule: 'attribution', settledBy: 'an attribution of the act' });
  });

  it('a performance names its instance, or discharges the oldest', () => {
    const each = treatyOf('act strike on party.\nact report.\nduty account: B shall report, owed to A, for each strike on A, within 50 hours.');
    const first = entry('strike', 'O', 0, { to: 'A' });
    const second = entry('strike', 'O', 1, { to: 'A' });
    const after = (about: string | undefined): readonly string[] => judge(each, [first, second, entry('report', 'B', 2, about === undefined ? {} : { about })], 3).filter(({ clause }) => clause === 'account').map(({ trigger, state }) => `${trigger === first.id ? 'first' : 'second'} ${state}`);
    expect([...after(undefined)].sort()).toEqual(['first performed', 'second due']);
    expect([...after(`account@${second.id}`)].sort()).toEqual(['first due', 'second performed']);
  });
});

describe('which instance', () => {
  const each = treatyOf('act strike on party.\nact report.\nduty account: B shall report, owed to A, for each strike on A, within 50 hours.');
  it('an act that may be the performance of the oldest is not certainly that of the next', () => {
    const loose = entry('strike', 'O', [0, 10], { to: 'A' });
    const exact = entry('strike', 'O', 1, { to: 'A' });
    expect(statesOf(judge(each, [loose, exact, entry('report', 'B', 5)], 100, { complete: true }), 'account')).toEqual(['B: undetermined', 'B: undetermined']);
    expect([...statesOf(judge(each, [loose, exact, entry('report', 'B', 12)], 100, { complete: true }), 'account')].sort()).toEqual(['B: breached', 'B: performed']);
  });

  it('a sanction uses the remedy against whom it is aimed, and no other', () => {
    const remedies = treatyOf('act strike, sanction on party.\nprohibition peace: B and C shall not strike on A, owed to A, failing which A may sanction.');
    const verdicts = judge(remedies, [entry('strike', 'B', 0, { to: 'A' }), entry('strike', 'C', 1, { to: 'A' }), entry('sanction', 'A', 2, { to: 'C' })], 3, { complete: true });
    expect(verdicts.filter(({ clause }) => clause === 'peace, failing which').map(({ owedTo, state }) => [owedTo, state])).toEqual([[['B'], 'available'], [['C'], 'exercised']]);
  });
});

describe('knowledge', () => {
  const strike = entry('strike', 'O', 0, { to: 'A' });
  const aid = entry('aid', 'B', 5, { knownAt: at(100) });
  const record = [strike, aid, coverage('*', 0, 1000)];
  it('at a fixed day of knowledge a breach persists; later knowledge removes it', () => {
    for (const asOf of [24, 99, 5000]) expect(statesOf(judge(help, record, asOf, { knownOn: at(99) }), 'assist')[0]).toBe('B: breached');
    expect(statesOf(judge(help, record, 24, { knownOn: at(100) }), 'assist')[0]).toBe('B: performed');
  });

  it('a retraction takes a performance away, a correction moves it, each from when it is known', () => {
    const told = entry('aid', 'B', 5);
    const retracted = { ...entry('retraction', 'Mission', 40), arguments: { retracts: told.id } };
    const corrected = { ...entry('correction', 'Mission', 50), arguments: { corrects: told.id }, replacement: { ...told, occurred: { from: at(30), to: at(30) } } };
    const asKnown = (entries: readonly ReturnType<typeof entry>[], hours: number): string | undefined => stateOf(judge(help, assemble([strike, told, coverage('*', 0, 1000), ...entries], at(hours)), 60, { knownOn: at(hours) }), 'assist', 'B');
    expect([asKnown([retracted], 39), asKnown([retracted], 40)]).toEqual(['performed', 'breached']);
    expect([asKnown([corrected], 49), asKnown([corrected], 50)]).toEqual(['performed', 'cured']);
  });
});

describe('windows', () => {
  const guarded = (tail: string): ReturnType<typeof treatyOf> => treatyOf(`act strike on party.
act aid.
finding provoked names party, made by Mission.
define attack as strike on A, unless provoked names A.
duty assist: B shall aid, owed to A, within 24 hours of attack${tail}.`);
  it('run from the later of the act and the finding that settles it, unless from the act', () => {
    const entries = [entry('strike', 'O', 0, { to: 'A' }), entry('provoked', 'Mission', 10, { to: 'A', arguments: { finds: 'no' } })];
    const deadline = (tail: string): number | undefined => judge(guarded(tail), entries, 11).find(({ clause }) => clause === 'assist')?.deadline;
    expect([deadline(''), deadline(' from the act')]).toEqual([at(34), at(24)]);
  });

  it('a finding about something else reopens nothing that is done', () => {
    const first = entry('strike', 'O', 0, { to: 'A' });
    const second = entry('strike', 'O', 40, { to: 'A' });
    const entries = [first, entry('aid', 'B', 1), second, entry('aid', 'B', 41), entry('provoked', 'Mission', 60, { to: 'C' })];
    expect(statesOf(judge(guarded(''), entries, 200, { complete: true }), 'assist')).toEqual(['B: performed', 'B: performed']);
  });

  it('a finding about one act leaves the other causes standing', () => {
    const first = entry('strike', 'O', 0, { to: 'A' });
    const second = entry('strike', 'O', 1, { to: 'A' });
    const found = (about: string | undefined): ReturnType<typeof entry> => entry('provoked', 'Mission', 5, { to: 'A', ...(about === undefined ? {} : { about }) });
    const states = (about: string | undefined): readonly string[] => statesOf(judge(guarded(''), [first, second, found(about)], 10, { complete: true }), 'assist');
    expect([states(first.id), states(undefined)]).toEqual([['B: due'], ['B: excused']]);
  });
});

describe('the debtor itself', () => {
  const own = treatyOf(`act strike on party.
act warn.
prohibition peace: B and C shall not strike on A, owed to A, while warn by the debtor has occurred.`);
  const told = (...warned: readonly string[]): readonly string[] => statesOf(judge(own, [...warned.map((name) => entry('warn', name, 1)), entry('strike', 'B or C', 2, { to: 'A' })], 3, { complete: true }), 'peace').filter((state) => state.startsWith('B+C'));
  it('is asked of each who may have acted', () => {
    expect([told('B', 'C'), told('B'), told()]).toEqual([['B+C: breached'], ['B+C: undetermined'], ['B+C: not in scope']]);
  });

  it('settles what an unknown actor leaves open only where it is the one meant', () => {
    const asked = treatyOf(`act strike on party.
act plea, aid.
duty assist: B shall aid, owed to A, when strike on any party as victim, within 10 hours, only after plea by the victim.`);
    const state = (by: string): string | undefined => stateOf(judge(asked, [entry('plea', by, 0), entry('strike', 'O', 1, { to: 'A' })], 2, { complete: true }), 'assist', 'B');
    expect([state('A'), state('C'), state('?'), state('A or C')]).toEqual(['due', 'pending', 'pending', 'pending']);
  });
});
