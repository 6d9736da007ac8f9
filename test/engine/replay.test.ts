/** same-record-same-verdicts and situation-suffices, on any record of every treaty of the corpus. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { admit, compile, course, elapse, inOrder, judgementAt, replay, step, begin, type CompiledTreaty } from '../../src/engine/index.js';
import { parseTreaty } from '../../src/language/index.js';
import type { Entry } from '../../src/treaty/index.js';
import { filesBelow } from '../house/files.js';
import { anyRecord } from './any-record.js';

const numRuns = Number(process.env['CASUS_RUNS'] ?? 60);
const END = Date.UTC(2026, 2, 1);
const files = [...filesBelow('corpus/engine', /\.casus$/), 'corpus/language/sample.casus', 'bench/thirty-clauses.casus'];
const bytes = (value: unknown): string => JSON.stringify(value, (_key, one: unknown) => (typeof one === 'number' && !Number.isFinite(one) ? String(one) : one));
const frozen = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) { Object.freeze(value); Object.values(value).forEach(frozen); }
  return value;
};

describe.each(files)('%s', (file) => {
  const { treaty } = parseTreaty(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'));
  const compiled: CompiledTreaty = compile(treaty, { features: [] });
  const [text] = compiled.texts;
  if (!text) throw new Error('a compiled treaty has a text');
  const record = anyRecord(treaty);
  const beginning = { complete: true, inForceFrom: Date.UTC(2025, 11, 31) };

  it('replay twice and in any order of the file gives the same bytes', () => {
    fc.assert(fc.property(record, fc.array(fc.nat(), { minLength: 25, maxLength: 25 }), fc.boolean(), fc.nat(60), (entries, keys, complete, day) => {
      const options = { asOf: Date.UTC(2026, 0, 1 + day), knownOn: Date.UTC(2026, 0, 1 + day), complete, inForceFrom: beginning.inForceFrom };
      const once = bytes(replay(compiled, frozen(entries), options));
      expect(bytes(replay(compiled, entries, options))).toBe(once);
      const shuffled = entries.map((entry, index) => ({ entry, key: keys[index] ?? 0 })).sort((a, b) => a.key - b.key).map(({ entry }) => entry);
      expect(bytes(replay(compiled, shuffled, options))).toBe(once);
    }), { numRuns });
  });

  it('split by occurredAt: replay(a ++ b) continues replay(a)', () => {
    fc.assert(fc.property(record, fc.nat(60), (entries, cut) => {
      const at = Date.UTC(2026, 0, 1) + cut * 6 * 3_600_000;
      const before = course(text, entries.filter(({ occurred }) => occurred.from < at), beginning);
      const continued = admit(before, entries.filter(({ occurred }) => occurred.from >= at));
      expect(bytes(judgementAt(continued, END))).toBe(bytes(judgementAt(course(text, entries, beginning), END)));
    }), { numRuns });
  });

  it('late entries are judged again from a checkpoint, with the same outcome', () => {
    fc.assert(fc.property(record, fc.array(fc.nat(3), { minLength: 25, maxLength: 25 }), (entries, wave) => {
      let taken = course(text, [], beginning);
      for (let now = 0; now <= 3; now += 1) taken = admit(taken, entries.filter((_, index) => (wave[index] ?? 0) === now));
      expect(bytes(judgementAt(taken, END))).toBe(bytes(judgementAt(course(text, entries, beginning), END)));
    }), { numRuns });
  });

  it('situation-suffices: step and elapse leave the situation handed in as it was, and looking in between changes nothing', () => {
    fc.assert(fc.property(record, fc.nat(5), (entries, hours) => {
      const sorted = [...entries].sort(inOrder);
      let plain = begin(text, beginning).situation;
      let watched = plain;
      const plainChanges: unknown[] = [];
      const watchedChanges: unknown[] = [];
      for (let i = 0; i < sorted.length;) {
        const at = (sorted[i] as Entry).occurred.from;
        const batch = sorted.filter(({ occurred }, index) => index >= i && occurred.from === at);
        const between = at - 1 - hours * 3_600_000;
        if (between > watched.now) { const seen = elapse(text, watched, between); watched = seen.situation; watchedChanges.push(...seen.changes); }
        const a = step(text, plain, batch);
        const kept = bytes([...watched.norms].map(([name, instances]) => [name, [...instances]]));
        const b = step(text, watched, batch);
        expect(bytes([...watched.norms].map(([name, instances]) => [name, [...instances]]))).toBe(kept);
        plain = a.situation; watched = b.situation;
        plainChanges.push(...a.changes); watchedChanges.push(...b.changes);
        i += batch.length;
      }
      expect(watchedChanges).toEqual(plainChanges);
    }), { numRuns });
  });

  it('breach-persists: at a fixed knownOn, what followed by an earlier day stands on every later day, and a breach stays one', () => {
    fc.assert(fc.property(record, fc.nat(40), fc.nat(40), fc.boolean(), (entries, day, more, complete) => {
      const judged = (asOf: number) => judgementAt(course(text, entries.filter(({ occurred }) => occurred.from <= asOf), { ...beginning, complete }), asOf);
      const earlier = judged(Date.UTC(2026, 0, 1 + day));
      const later = judged(Date.UTC(2026, 0, 1 + day + more));
      expect(bytes(later.changes.slice(0, earlier.changes.length))).toBe(bytes(earlier.changes));
      const now = new Map(later.verdicts.map((verdict) => [verdict.id, verdict.state]));
      for (const { id, state } of earlier.verdicts) if (['breached', 'cured', 'defaulted'].includes(state)) expect(`${id} ${now.get(id) ?? ''}`).toMatch(/ (breached|cured|defaulted)$/);
    }), { numRuns });
  });

  it('reasons-always: every change names its article and gives a reason; what is undetermined says who or what may settle it', () => {
    const articles = new Map(text.treaty.clauses.map(({ name, article }) => [name, article]));
    fc.assert(fc.property(record, fc.boolean(), (entries, complete) => {
      for (const { verdict } of judgementAt(course(text, entries, { ...beginning, complete }), END).changes) {
        const shown = bytes(verdict);
        if (articles.has(verdict.clause)) expect(verdict.article, shown).toBe(articles.get(verdict.clause));
        expect(verdict.reasons.length, shown).toBeGreaterThan(0);
        for (const reason of verdict.reasons) expect(reason.text, shown).not.toBe('');
        if (verdict.state === 'undetermined') expect(verdict.reasons.some(({ settledBy }) => settledBy !== undefined), shown).toBe(true);
      }
    }), { numRuns });
  });

  it('what was known later changes nothing before it was known', () => {
    fc.assert(fc.property(record, fc.nat(60), (entries, day) => {
      const knownOn = Date.UTC(2026, 0, 1 + day);
      const options = { asOf: END, knownOn, complete: true, inForceFrom: beginning.inForceFrom };
      expect(bytes(replay(compiled, entries, options))).toBe(bytes(replay(compiled, entries.filter(({ knownAt }) => knownAt <= knownOn), { ...options, knownOn: END + 1e12 })));
    }), { numRuns });
  });
});

describe('checkpoints', () => {
  const { treaty } = parseTreaty(readFileSync(new URL('../../bench/thirty-clauses.casus', import.meta.url), 'utf8'));
  const [text] = compile(treaty, { features: [] }).texts;
  if (!text) throw new Error('a compiled treaty has a text');
  const beginning = { complete: true, inForceFrom: Date.UTC(2025, 11, 31) };

  it('are taken on long records, and a late entry starts from one', () => {
    fc.assert(fc.property(anyRecord(treaty, 25), fc.nat(1999), (some, at) => {
      const base = some.length === 0 ? [] : Array.from({ length: 2000 }, (_, index): Entry => {
        const like = some[index % some.length] as Entry;
        const from = Date.UTC(2026, 0, 1) + index * 3_600_000;
        return { ...like, id: `long${index}`, occurred: { from, to: from + (like.occurred.to - like.occurred.from) }, knownAt: from };
      });
      const late = base[at];
      if (!late) return;
      const all = course(text, base, beginning);
      expect(all.checkpoints.length).toBeGreaterThan(2);
      const admitted = admit(course(text, base.filter((one) => one !== late), beginning), [late]);
      const end = Date.UTC(2027, 0, 1);
      expect(bytes(judgementAt(admitted, end))).toBe(bytes(judgementAt(all, end)));
    }), { numRuns: Math.ceil(numRuns / 10) });
  });
});
