/** Negotiations and records of statements of any shape: limits with dates, uncertain times, late knowledge, hearsay, doubts, speakers out of office, corrections and retractions. */
import fc from 'fast-check';
import type { Entry, Issue, Limit, Negotiation, Span, Statement, TimeRange } from '../../../src/treaty/index.js';

const span: Span = { offset: 0, end: 0, line: 1, column: 1, endLine: 1, endColumn: 1 };
export const DAY = 86_400_000;
export const START = Date.UTC(2025, 0, 1);
export const LAST_DAY = 12;
const PARTIES = ['A', 'B', 'C'];
const ISSUES = ['i', 'j'];
const OPTIONS = ['x', 'y', 'z'];
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined });
const day = fc.nat(LAST_DAY).map((count) => START + count * DAY);

const issue = (name: string): fc.Arbitrary<Issue> => fc.tuple(fc.subarray(OPTIONS), fc.oneof({ weight: 6, arbitrary: fc.subarray(PARTIES, { minLength: 1 }) }, { weight: 1, arbitrary: fc.constant(undefined) }))
  .map(([options, required]) => ({ name, title: name, options: options.map((option) => ({ name: option, span })), required: required ?? { kind: 'to be agreed', span }, span, nameSpan: span }));

const limit = fc.tuple(fc.constantFrom('constraint' as const, 'red line' as const), fc.constantFrom(...PARTIES), fc.array(fc.tuple(fc.constantFrom(...ISSUES), maybe(fc.constantFrom(...OPTIONS))), { minLength: 1, maxLength: 3 }), maybe(day), maybe(day))
  .map(([kind, of, excludes, from, until]): Omit<Limit, 'name'> => ({ kind, of, excludes: excludes.map(([on, option]) => ({ issue: on, ...(option === undefined ? {} : { option }), span })), ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }), span, nameSpan: span }));

export const anyNegotiation: fc.Arbitrary<Negotiation> = fc.tuple(issue('i'), issue('j'), fc.array(limit, { maxLength: 4 })).map(([first, second, limits]) => ({
  speakers: [{ name: 'a', speaksFor: 'A', from: START + DAY, until: START + 9 * DAY, span }, { name: 'b', speaksFor: 'B', span }], issues: [first, second], limits: limits.map((one, index) => ({ ...one, name: `l${index}` })), positions: [],
}));

/** Issues that can stand at anything: some option, and parties that are known. */
export const fullNegotiation: fc.Arbitrary<Negotiation> = anyNegotiation.map((one) => ({ ...one, issues: one.issues.map((each): Issue => ({ ...each, options: each.options.length > 1 ? each.options : ['x', 'y'].map((option) => ({ name: option, span })), required: 'kind' in each.required ? ['A'] : each.required })) }));

/** A whole day, an instant, or a span of days. */
const said: fc.Arbitrary<TimeRange> = fc.tuple(fc.nat(LAST_DAY), fc.constantFrom('day', 'day', 'instant', 'noon', 'span'), fc.nat(23)).map(([count, shape, hour]) => {
  const from = START + count * DAY;
  if (shape === 'day') return { from, to: from + DAY - 1 };
  if (shape === 'span') return { from, to: from + 3 * DAY - 1 };
  const at = from + (shape === 'noon' ? 12 : hour) * 3_600_000;
  return { from: at, to: at };
});

const statement: fc.Arbitrary<Omit<Entry, 'id'>> = fc.tuple(
  fc.constantFrom(...PARTIES), fc.constantFrom(...ISSUES, ...ISSUES, 'nowhere'), maybe(fc.constantFrom(...OPTIONS)), fc.constantFrom('accepts', 'accepts', 'offers', 'demands', 'rejects', 'reports', 'uncertain', 'nods'),
  fc.constantFrom('own', 'own', 'counterpart', 'media'), fc.constantFrom(undefined, undefined, undefined, 'a', 'b', 'nobody'), fc.constantFrom(undefined, undefined, undefined, 'yes'), said, fc.constantFrom(0, 0, 0, -0.5, 2).map((late) => late * DAY), fc.constantFrom(undefined, undefined, 1),
).map(([party, on, option, stance, voice, speaker, uncertain, occurred, late, order]) => ({
  act: 'state', actor: { kind: 'one', name: party }, occurred, knownAt: Math.max(occurred.from, occurred.to + late), ...(order === undefined ? {} : { order }),
  arguments: { issue: on, stance, voice, gist: 'g', ...(option === undefined ? {} : { option }), ...(speaker === undefined ? {} : { speaker }), ...(uncertain === undefined ? {} : { uncertain }) },
}));

/** Statements, with some of them corrected and some taken back later. */
export const anyStatements: fc.Arbitrary<readonly Entry[]> = fc.tuple(fc.array(statement, { maxLength: 14 }), fc.array(fc.tuple(fc.nat(3), fc.option(statement, { nil: undefined, freq: 3 }), fc.constantFrom(2, 6, 9).map((count) => START + count * DAY)), { maxLength: 4 })).map(([stated, changes]) => [
  ...stated.map((one, index): Entry => ({ ...one, id: `e${index}` })),
  ...changes.map(([of, replacement, at], index): Entry => ({
    id: `c${index}`, act: replacement ? 'correction' : 'retraction', actor: { kind: 'unknown' }, arguments: replacement ? { corrects: `e${of}` } : { retracts: `e${of}` }, occurred: { from: at, to: at }, knownAt: at,
    ...(replacement ? { replacement: { ...replacement, id: `e${of}` } } : {}),
  })),
]);

export const anyDay = fc.nat(LAST_DAY + 3).map((count) => START + count * DAY - 1);

export const asHearsay = (one: Entry): Entry => ({ ...one, arguments: { ...one.arguments, voice: one.arguments['voice'] === 'own' ? 'media' : one.arguments['voice'] ?? 'media' } });

/** Words in a party's own voice, at instants all of which differ, none in doubt: their order is plain. */
export const plainStatements: fc.Arbitrary<readonly Statement[]> = fc.array(fc.tuple(fc.constantFrom(...PARTIES), fc.constantFrom(...OPTIONS), fc.constantFrom('accepts' as const, 'offers' as const, 'demands' as const, 'rejects' as const, 'uncertain' as const), fc.boolean()), { maxLength: 12 })
  .map((all) => all.map(([party, option, stance, bare], index): Statement => {
    const at = START + index * 3_600_000;
    return { id: `e${index}`, party, issue: 'i', stance, voice: 'own', gist: 'g', said: { from: at, to: at }, knownAt: at, uncertain: false, ...(stance === 'uncertain' && bare ? {} : { option }) };
  }));

/** Many statements on few instants and spans of two days, so that they coincide, overlap and follow each other within one day; `order` parts some of them. */
const crowded = (pairs: readonly (readonly [number, number])[]): fc.Arbitrary<TimeRange> => fc.constantFrom(...pairs).map(([from, to]) => ({ from: START + from * 3_600_000, to: START + to * 3_600_000 - (to > from ? 1 : 0) }));
const SPANS = [[0, 0], [0, 24], [6, 6], [6, 18], [12, 12], [12, 36], [24, 24], [24, 48], [36, 36], [0, 48]] as const;
const INSTANTS = [[0, 0], [6, 6], [6, 6], [24, 24]] as const;

export const denseStatements: fc.Arbitrary<readonly Entry[]> = fc.constantFrom(SPANS, SPANS, INSTANTS).chain((pairs) => fc.array(fc.tuple(
  fc.constantFrom('A', 'A', 'B', 'C'), fc.constantFrom('i', 'i', 'i', 'j'), fc.constantFrom('x', 'x', 'x', 'y', 'z'), fc.constantFrom('accepts', 'accepts', 'accepts', 'offers', 'demands', 'rejects', 'uncertain'), fc.constantFrom('own', 'own', 'own', 'media'),
  fc.constantFrom(undefined, undefined, undefined, undefined, 'yes'), crowded(pairs), fc.constantFrom(0, 0, 3, 9, 60).map((hours) => hours * 3_600_000), fc.constantFrom(undefined, undefined, undefined, undefined, undefined, 0, 1, 2),
), { maxLength: 24, size: 'max' })).map((all) => all.map(([party, on, option, stance, voice, uncertain, occurred, late, order], index): Entry => ({
  id: `e${index}`, act: 'state', actor: { kind: 'one', name: party }, occurred, knownAt: Math.max(occurred.from, occurred.from + late), ...(order === undefined ? {} : { order }),
  arguments: { issue: on, option, stance, voice, gist: 'g', ...(uncertain === undefined ? {} : { uncertain }) },
})));

/** Within the two days of crowded statements, to the hour. */
export const anyHour = fc.integer({ min: -1, max: 60 }).map((hours) => START + hours * 3_600_000);
