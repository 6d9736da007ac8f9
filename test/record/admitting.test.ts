/** Entries held against a treaty, the record as known on a day, and the chain of hashes. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTreaty } from '../../src/language/index.js';
import { admit, assemble, chain, departsAt, readJsonLines } from '../../src/record/index.js';

const { treaty, diagnostics } = parseTreaty(`treaty "T".
party Ukraine, Russia.
body Mission is independent.
act strike on party at place, severity 0 to 5, means one of missile, drone.
act notify.
finding provoked names party, made by Mission.
decision d: by each party, opens when strike, adopted by unanimity.`);
const DAY = 86_400_000;
const lines = (...all: object[]): string => all.map((one) => JSON.stringify(one)).join('\n');
const entry = (more: object): object => ({ act: 'notify', actor: 'Ukraine', occurredAt: '2025-02-15', ...more });
const admitted = (...all: object[]): ReturnType<typeof admit> => admit(treaty, readJsonLines(lines(...all), 'f.jsonl').entries);

describe('admit', () => {
  it('has a sound treaty to hold entries against', () => { expect(diagnostics).toEqual([]); });

  it.each([
    ['an unknown party', { actor: 'Atlantis' }, '`Atlantis` is no party, body or outsider of the treaty'],
    ['a slip in a name', { actor: 'Ukrain' }, 'did you mean `Ukraine`'],
    ['a slip among several', { actor: { oneOf: ['Russia', 'Ukriane'] } }, 'did you mean `Ukraine`'],
    ['an unknown target', { act: 'strike', on: 'Atlantis' }, '`Atlantis` is no party'],
    ['a slip in an act', { act: 'notfy' }, 'the treaty has no act `notfy`, did you mean `notify`'],
    ['a slip in a fact', { act: 'strike', arguments: { severty: 3 } }, 'no fact `severty`, did you mean `severity`'],
    ['a value out of range', { act: 'strike', arguments: { severity: 9 } }, '`severity` is `9`; the treaty counts it from 0 to 5'],
    ['a value that is none', { act: 'strike', arguments: { means: 'misile' } }, 'did you mean `missile`'],
    ['a number in words', { act: 'strike', arguments: { severity: 'high' } }, 'it must be a number'],
    ['a finding about nobody', { act: 'provoked', actor: 'Mission' }, 'names a party, and this entry names none'],
    ['a vote on nothing', { act: 'vote', arguments: { ballot: 'for' } }, 'does not say on which `decision`'],
    ['a vote that is none', { act: 'vote', arguments: { decision: 'd', ballot: 'maybe' } }, 'it is `for`, `against` or `abstain`'],
    ['a retraction of nothing', { act: 'retraction', arguments: { retracts: 'zz' } }, 'refers to the entry `zz`, which is not on record'],
  ])('sets aside %s', (_what, more, reason) => {
    const { entries, setAside } = admitted(entry({}), entry(more));
    expect(entries).toHaveLength(1);
    expect(setAside).toEqual([{ file: 'f.jsonl', row: 2, reason: expect.stringContaining(reason) as string }]);
  });

  it('counts acts the treaty does not speak of, keeps strangers among several and facts not asked for', () => {
    const { entries, setAside, notConcerned } = admitted(entry({ act: 'parade' }), entry({ act: 'parade', source: 'x' }), entry({ actor: { oneOf: ['Ukraine', 'DPR'] } }), entry({ actor: 'Maidan', actorIs: 'outsider' }), entry({ act: 'strike', on: 'Ukraine', arguments: { severity: 'disputed', deaths: 4 } }));
    expect(setAside).toEqual([]);
    expect(entries).toHaveLength(3);
    expect(notConcerned).toEqual([{ act: 'parade', count: 2 }]);
  });

  it('keeps one of several entries with one id, the same one in any order', () => {
    const all = [entry({ id: 'a', knownAt: '2025-03-01' }), entry({ id: 'a', actor: 'Russia', knownAt: '2025-02-20' }), entry({ id: 'a', actor: 'Russia', knownAt: '2025-02-20' })];
    for (const order of [[0, 1, 2], [2, 1, 0], [1, 0, 2]]) {
      const { entries, setAside } = admitted(...order.map((index) => all[index] as object));
      expect(entries.map(({ actor }) => actor)).toEqual([{ kind: 'one', name: 'Russia' }]);
      expect(setAside.map(({ reason }) => reason)).toEqual(expect.arrayContaining([expect.stringContaining('the id `a` already stands for another entry'), expect.stringContaining('it counts once')]) as unknown);
    }
  });
});

describe('assemble', () => {
  const { entries } = readJsonLines(lines(
    entry({ id: 'a' }), entry({ id: 'b', knownAt: '2025-02-17' }),
    entry({ id: 'c', act: 'correction', arguments: { corrects: 'a' }, knownAt: '2025-03-01', replacement: { act: 'notify', actor: 'Russia', occurredAt: '2025-02-16' } }),
    entry({ id: 'd', act: 'retraction', arguments: { retracts: 'b' }, knownAt: '2025-04-01' }),
  ), 'f');
  const known = (date: string): readonly string[] => assemble(entries, Date.parse(date)).map(({ id, actor }) => `${id} ${actor.kind === 'one' ? actor.name : ''}`);

  it('gives the record as it was known on each day', () => {
    expect(known('2025-02-15T12:00Z')).toEqual([]);
    expect(known('2025-02-16')).toEqual(['a Ukraine']);
    expect(known('2025-02-20')).toEqual(['a Ukraine', 'b Ukraine']);
    expect(known('2025-03-10')).toEqual(['a Russia', 'b Ukraine']);
    expect(known('2025-05-01')).toEqual(['a Russia']);
  });

  it('does not hang on the order of the file', () => {
    fc.assert(fc.property(fc.shuffledSubarray([...entries], { minLength: entries.length }), fc.nat(90), (shuffled, day) => {
      const at = Date.UTC(2025, 1, 10) + day * DAY;
      const sorted = (all: readonly { id: string }[]): readonly string[] => all.map((one) => JSON.stringify(one)).sort();
      expect(sorted(assemble(shuffled, at))).toEqual(sorted(assemble(entries, at)));
    }));
  });
});

describe('tampering-shows', () => {
  const { entries } = readJsonLines(Array.from({ length: 12 }, (_, index) => JSON.stringify(entry({ id: `e${index}`, source: 'x' }))).join('\n'), 'f');
  const hashes = chain(entries);

  it('gives one hash per entry, whatever file it came from', () => {
    expect(new Set(hashes).size).toBe(12);
    expect(chain(entries.map(({ origin: _origin, ...rest }) => rest))).toEqual(hashes);
    expect(departsAt(entries, hashes)).toBeUndefined();
  });

  it('any entry changed, dropped or moved departs from the chain there', () => {
    fc.assert(fc.property(fc.nat(11), fc.constantFrom('changed', 'dropped', 'moved'), (at, how) => {
      const one = entries[at];
      if (!one) return;
      const changed = how === 'changed' ? entries.with(at, { ...one, source: 'y' }) : how === 'dropped' ? entries.toSpliced(at, 1) : [...entries.toSpliced(at, 1), one];
      if (how === 'moved' && at === 11) return;
      expect(departsAt(changed, hashes)).toBe(at);
    }));
  });
});
