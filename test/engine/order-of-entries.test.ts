/** `order`: what was there first within one instant is taken first; what has one order applies together, as entries of one instant do without it. */
import { describe, expect, it } from 'vitest';
import { compile, replay } from '../../src/engine/index.js';
import { emptyAtlas } from '../../src/geo/index.js';
import { parseTreaty } from '../../src/language/index.js';
import { readCsv, readJsonLines, writeJsonLines } from '../../src/record/index.js';
import type { Entry } from '../../src/treaty/index.js';

const { treaty } = parseTreaty(`treaty "T".
times in UTC, a day is 24 hours.
party A, B.
act strike on party.
act help, call.
define alarm as strike by B on A.
duty help-comes: B shall help, owed to A, within 2 days of call is exercised.
power call: A may call when alarm.
`);
const compiled = compile(treaty, emptyAtlas);
const at = Date.UTC(2026, 0, 2);
const entry = (id: string, act: string, actor: string, order?: number): Entry =>
  ({ id, act, actor: { kind: 'one', name: actor }, arguments: {}, occurred: { from: at, to: at }, knownAt: at, ...(act === 'strike' ? { on: { kind: 'one', name: 'A' } } : {}), ...(order === undefined ? {} : { order }) });
const standings = (entries: readonly Entry[]): readonly string[] =>
  replay(compiled, entries, { asOf: at + 86_400_000, knownOn: at + 86_400_000, complete: true, inForceFrom: at - 86_400_000 }).verdicts.filter(({ clause }) => clause === 'help-comes').map(({ state }) => state);

describe('the order of entries of one instant', () => {
  it('decides which of them find a duty open', () => {
    expect(standings([entry('a', 'strike', 'B', 0), entry('b', 'call', 'A', 1), entry('c', 'help', 'B', 2)])).toEqual(['performed']);
    expect(standings([entry('a', 'strike', 'B', 0), entry('b', 'help', 'B', 1), entry('c', 'call', 'A', 2)])).toEqual(['due']);
  });

  it('counts as 0 where it is absent, and one order applies together', () => {
    const apart = [entry('a', 'strike', 'B'), entry('b', 'help', 'B', 0), entry('c', 'call', 'A')];
    expect(standings(apart)).toEqual(standings(apart.map(({ order: _order, ...one }) => one)));
    expect(standings([entry('a', 'strike', 'B'), entry('b', 'help', 'B'), entry('c', 'call', 'A', 1)])).toEqual(['due']);
  });

  it('does not depend on the order in which entries are handed in', () => {
    const entries = [entry('z', 'strike', 'B', 0), entry('y', 'call', 'A', 1), entry('x', 'help', 'B', 2)];
    expect(standings([...entries].reverse())).toEqual(standings(entries));
  });

  it('is written and read again', () => {
    const entries = [entry('a', 'strike', 'B', 0), entry('b', 'call', 'A', 3)];
    const { entries: again, setAside } = readJsonLines(writeJsonLines(entries), 'f');
    expect(setAside).toEqual([]);
    expect(again.map(({ order }) => order)).toEqual([0, 3]);
    expect(readCsv('id,act,actor,occurredAt,order\na,call,A,2026-01-02T00:00Z,4\nb,call,A,2026-01-02T00:00Z,\n', 'f').entries.map(({ order }) => order)).toEqual([4, undefined]);
  });

  it.each([-1, 1.5, '"1"', true])('is set aside where it is no whole number: %s', (order) => {
    expect(readJsonLines(`{"act":"call","actor":"A","occurredAt":"2026-01-02","order":${order}}\n`, 'f').setAside[0]?.reason).toContain('`order`');
  });
});
