/** Records of any shape for a treaty: acts it declares and acts it does not, uncertain actors, times and places, findings, ballots, late knowledge. */
import fc from 'fast-check';
import type { Act, Actor, Entry, Treaty } from '../../src/treaty/index.js';

const HOUR = 3_600_000;
const START = Date.UTC(2026, 0, 1);
const LIKELIHOODS = ['unlikely', 'likely', 'almost certain'] as const;

export function anyRecord(treaty: Treaty, maxLength = 25): fc.Arbitrary<readonly Entry[]> {
  const names = [...treaty.parties, ...treaty.outsiders, ...treaty.bodies].map(({ name }) => name);
  const one = fc.constantFrom(...names).map((name): Actor => ({ kind: 'one', name }));
  const actor: fc.Arbitrary<Actor> = fc.oneof(
    { weight: 8, arbitrary: one },
    { weight: 1, arbitrary: fc.uniqueArray(fc.constantFrom(...names), { minLength: Math.min(2, names.length), maxLength: 3 }).map((some): Actor => ({ kind: 'one of', names: [...some].sort() })) },
    { weight: 1, arbitrary: fc.constant<Actor>({ kind: 'unknown' }) },
  );
  const occurred = fc.tuple(fc.nat(60), fc.constantFrom(0, 0, 0, 0, 5, 30)).map(([at, width]) => ({ from: START + at * 6 * HOUR, to: START + (at * 6 + width) * HOUR }));
  const known = fc.constantFrom(0, 0, 0, 1, 100);
  const ballots = treaty.clauses.filter(({ kind }) => kind === 'decision').map(({ name }) => ({ decision: name }));
  const duties = treaty.clauses.filter(({ kind }) => kind === 'duty').map(({ name }) => name);
  const acts = treaty.acts.length > 0 ? treaty.acts : [];
  const act = fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom<Act | undefined>(...acts, undefined).chain((chosen) => (chosen ? ofAct(chosen, one) : fc.constant({ act: 'sign', arguments: {} }))) },
    { weight: 3, arbitrary: ballots.length > 0 ? fc.tuple(fc.constantFrom(...ballots), fc.constantFrom('for', 'against', 'abstain')).map(([{ decision }, ballot]) => ({ act: 'vote', arguments: { decision, ballot } })) : fc.constant({ act: 'ratify', arguments: {} }) },
    { weight: 2, arbitrary: fc.constantFrom('ratify', 'accede', 'withdraw', 'sign').map((name) => ({ act: name, arguments: {} })) },
    ...(duties.length > 0 ? [{ weight: 1, arbitrary: fc.tuple(fc.constantFrom(...duties), fc.option(one, { nil: undefined })).map(([clause, on]) => ({ act: 'waive', arguments: { clause }, ...(on ? { on } : {}) })) }] : []),
    ...(treaty.findings.length > 0 ? [{ weight: 2, arbitrary: fc.tuple(fc.constantFrom(...treaty.findings), one, fc.constantFrom(...LIKELIHOODS), fc.constantFrom('yes', 'yes', 'no'), fc.option(fc.nat(10), { nil: undefined, freq: 3 }))
      .map(([finding, on, likelihood, finds, about]) => ({ act: finding.name, arguments: { finds }, on, assurance: { likelihood }, ...(about === undefined ? {} : { about: `e${about}` }) })) }] : []),
  ) as fc.Arbitrary<Pick<Entry, 'act' | 'arguments'> & Partial<Entry>>;
  return fc.array(fc.tuple(act, actor, occurred, known), { maxLength }).map((all) => all.map(([what, by, when, late], index): Entry => ({ id: `e${index}`, actor: by, occurred: when, knownAt: when.to + late * HOUR, ...what })));
}

function ofAct(act: Act, one: fc.Arbitrary<Actor>): fc.Arbitrary<Pick<Entry, 'act' | 'arguments'> & Partial<Entry>> {
  const values = act.arguments.map(({ name, type }) => fc.option<string | number, undefined>(type.kind === 'number' ? fc.integer({ min: type.min ?? 0, max: type.max ?? 10 }) : type.kind === 'choice' ? fc.constantFrom(...type.options) : fc.constant('words'), { nil: undefined, freq: 6 })
    .map((value) => [name, value] as const));
  const place = fc.option(fc.tuple(fc.double({ min: 44, max: 53, noNaN: true }), fc.double({ min: 22, max: 41, noNaN: true }), fc.constantFrom(0, 5, 60)).map(([latitude, longitude, withinKm]) => ({ latitude, longitude, withinKm })), { nil: undefined, freq: 5 });
  return fc.tuple(fc.tuple(...values), one, place).map(([facts, on, where]) => ({
    act: act.name, arguments: Object.fromEntries((facts as readonly (readonly [string, string | number | undefined])[]).filter(([, value]) => value !== undefined)) as Entry['arguments'],
    ...(act.hasTarget ? { on } : {}), ...(act.hasPlace && where ? { place: where } : {}),
  }));
}
