/** An exercise laid out for readers: readings merged only where they agree, windows, instants, and who owes what. */
import { describe, expect, it } from 'vitest';
import type { Change, Entry, Verdict, VerdictState } from '../../src/treaty/index.js';
import type { Exercised } from '../../src/workbench/browser/judging/protocol.js';
import { changedAt, instantsOf, mostRecent, nextUnlessActed, owings, stepAt, toldTogether, verdictsAt, windowsAt, type Row } from '../../src/workbench/browser/view/exercise.js';
import { readAddress, writeAddress } from '../../src/workbench/browser/routes.js';

const HOUR = 3_600_000;
const verdict = (clause: string, debtor: string, state: VerdictState, since: number, more: Partial<Verdict> = {}): Verdict =>
  ({ id: `${clause}|${debtor}|${more.trigger ?? 'e1'}`, clause, article: '1', kind: 'duty', debtor, state, since: since * HOUR, reasons: [], ...more });
const change = (at: number, one: Verdict, from?: VerdictState): Change => ({ at: at * HOUR, verdict: one, ...(from === undefined ? {} : { from }) });
const entry = (id: string, at: number, actor = 'Ukraine'): Entry => ({ id, act: 'notify', actor: { kind: 'one', name: actor }, arguments: {}, occurred: { from: at * HOUR, to: at * HOUR }, knownAt: at * HOUR });

const due = (who: string): Change => change(1, verdict('assist', who, 'due', 1, { deadline: 10 * HOUR }));
const kept = change(4, verdict('assist', 'France', 'performed', 4), 'due');
const broken = change(10, verdict('assist', 'Poland', 'breached', 10, { deadline: 20 * HOUR }), 'due');
const story = (first: Exercised['steps'][number]['courses'], second: Exercised['steps'][number]['courses']): Exercised => ({
  title: 'a story', startsAt: 0, endsAt: 12 * HOUR, entries: [entry('e1', 1), entry('e2', 4, 'France')], results: [], setAside: [],
  steps: [{ at: HOUR, entries: [entry('e1', 1)], courses: first }, { at: 4 * HOUR, entries: [entry('e2', 4, 'France')], courses: second }],
});
const nobodyActs = [due('France'), due('Poland'), change(10, verdict('assist', 'France', 'breached', 10), 'due'), broken];
const one = story([{ changes: nobodyActs }], [{ changes: [due('France'), due('Poland'), kept, broken, change(20, verdict('assist', 'Poland', 'defaulted', 20), 'breached')] }]);
const step = (of: Exercised, at: number): Exercised['steps'][number] => of.steps[stepAt(of, at * HOUR)]!;
const told = (rows: readonly Row[]): readonly string[] => rows.map(({ verdicts, from }) => `${from === undefined ? '' : `${from} → `}${verdicts[0]?.state} ${verdicts.map(({ debtor }) => String(debtor)).join('+')}${verdicts[0]?.readings ? ` (${verdicts[0].readings.join()})` : ''}`);

describe('one reading', () => {
  it('knows the instants of the story as told, not of what would have been', () => {
    expect(instantsOf(one).map((at) => at / HOUR)).toEqual([1, 4, 10, 20]);
    expect([0, 1, 3, 4, 99].map((at) => stepAt(one, at * HOUR))).toEqual([0, 0, 0, 1, 1]);
  });

  it('says what stands, what has changed, and what comes if nobody acts', () => {
    expect(told(changedAt(step(one, 1), HOUR))).toEqual(['due France+Poland']);
    expect(told(changedAt(step(one, 4), 4 * HOUR))).toEqual(['due → performed France']);
    expect(changedAt(step(one, 5), 5 * HOUR)).toEqual([]);
    expect(nextUnlessActed(step(one, 1), HOUR)).toMatchObject({ at: 10 * HOUR });
    expect(told(nextUnlessActed(step(one, 4), 4 * HOUR)!.rows)).toEqual(['due → breached Poland']);
    expect(nextUnlessActed(step(one, 20), 20 * HOUR)).toBeUndefined();
  });

  it('lists what was broken before what runs before what was kept', () => {
    const at = (hour: number): readonly string[] => told(owings(verdictsAt(step(one, hour), hour * HOUR), hour * HOUR).now);
    expect(at(1)).toEqual(['due France+Poland']);
    expect(at(4)).toEqual(['due Poland', 'performed France']);
    expect(at(10)).toEqual(['breached Poland', 'performed France']);
    expect(mostRecent(verdictsAt(step(one, 10), 10 * HOUR), step(one, 10))?.debtor).toBe('Poland');
  });

  it('keeps what has no deadline apart, and tells a broken prohibition by the acts that broke it', () => {
    const verdicts = [
      verdict('no-attack', 'Russia', 'breached', 2, { trigger: 'entry into force' }), verdict('no-attack', 'Russia', 'breached', 2, { trigger: 'e1' }), verdict('no-attack', 'Ukraine', 'due', 0, { trigger: 'entry into force' }),
      verdict('other', 'Poland', 'pending', 0),
    ];
    const { now, throughout } = owings(verdicts, 5 * HOUR);
    expect(now.flatMap((row) => row.verdicts.map(({ trigger }) => trigger))).toEqual(['e1']);
    expect(told(throughout)).toEqual(['due Ukraine']);
  });

  it('shows what an act has called up though its text sets no deadline, and asks about it first', () => {
    const verdicts = [verdict('abstain', 'Russia', 'due', 3, { trigger: 'entry into force' }), verdict('help', 'France', 'due', 3, { trigger: 'e1' }), verdict('help', 'Poland', 'due', 3, { trigger: 'e1' }), verdict('answer', 'Ukraine', 'available', 3, { kind: 'power', trigger: 'entry into force', reasons: [{ article: '1', rule: 'failing which', text: '', entries: [] }] })];
    const { now, throughout } = owings(verdicts, 5 * HOUR);
    expect(told(now)).toEqual(['due France+Poland', 'available Ukraine']);
    expect(told(throughout)).toEqual(['due Russia']);
    expect(mostRecent(verdicts, step(one, 5))).toMatchObject({ clause: 'help', debtor: 'France' });
  });

  it('draws windows that alike debtors share, and dashes those that only open if nobody acts', () => {
    const drawn = (hour: number): readonly string[] => windowsAt(step(one, hour), hour * HOUR).map(({ label, from, to, tone, conditional }) => `${label} ${from / HOUR}-${to / HOUR} ${tone}${conditional ? ' dashed' : ''}`);
    expect(drawn(1)).toEqual(['assist × 2 1-10 open', 'assist, after the breach, if nobody acts 10-20 broken dashed']);
    expect(drawn(4)).toEqual(['assist 1-10 kept', 'assist 1-10 open', 'assist, after the breach, if nobody acts 10-20 broken dashed']);
    expect(drawn(10)).toEqual(['assist 1-10 kept', 'assist 1-10 broken', 'assist, after the breach 10-20 broken']);
  });
});

describe('several readings', () => {
  const other = [due('France'), change(1, verdict('assist', 'Poland', 'excused', 1))];
  const two = story([{ reading: 'narrow', changes: other }, { reading: 'wide', changes: [due('France'), due('Poland')] }], [{ reading: 'narrow', changes: [...other, kept] }, { reading: 'wide', changes: [due('France'), due('Poland'), kept, broken] }]);

  it('says once what they share and names the readings where they part', () => {
    expect(told(owings(verdictsAt(step(two, 4), 4 * HOUR), 4 * HOUR).now)).toEqual(['due Poland (wide)', 'performed France']);
    expect(told(changedAt(step(two, 10), 10 * HOUR))).toEqual(['due → breached Poland (wide)']);
    expect(verdictsAt(step(two, 1), HOUR).map(({ debtor, readings }) => [debtor, readings])).toEqual([['France', undefined], ['Poland', ['narrow']], ['Poland', ['wide']]]);
  });

  it('leaves nothing standing that every reading has settled, though they differed on the way', () => {
    const late = (at: number): readonly Change[] => [change(at, verdict('assist', 'France', 'due', at, { deadline: 10 * HOUR })), kept];
    const both = story([{ reading: 'a', changes: late(1) }, { reading: 'b', changes: late(2) }], [{ reading: 'a', changes: late(1) }, { reading: 'b', changes: late(2) }]);
    expect(verdictsAt(step(both, 3), 3 * HOUR).filter(({ state }) => state === 'due')).toHaveLength(2);
    expect(verdictsAt(step(both, 5), 5 * HOUR)).toEqual([kept.verdict]);
  });
});

describe('the story as lines and as an address', () => {
  it('puts those who do the same at once on one line, and what is supposed on its own', () => {
    expect(toldTogether([entry('1-A', 1, 'A'), entry('1-B', 1, 'B'), entry('2-A', 2, 'A'), entry('supposed-1', 1, 'C')]).map((some) => some.map(({ id }) => id))).toEqual([['1-A', '1-B'], ['2-A'], ['supposed-1']]);
  });

  it('comes back from its address as it went in, whatever is supposed', () => {
    const address = { place: 'exercise', treaty: 'august-2025', scenario: 2, now: Date.UTC(2026, 0, 7, 20), asked: 'assist|Poland|casus-foederis is adopted', supposed: [{ act: 'strike', actor: null, occurredAt: '2026-01-01T00:00Z', source: 'a & b? #1 “x” 100%' }] } as const;
    expect(readAddress(writeAddress(address))).toEqual(address);
    for (const bad of ['#/exercise/x/scenario/0', '#/exercise/x/scenario/1?supposed=%7B', '#/exercise/x?supposed=[1,null,{}]', '#/exercise/%E0%A4%A?now=never', '#//?']) expect(readAddress(bad).supposed).toBeUndefined();
  });
});
