/** same-record-same-verdicts, through the command line: equal bytes when replayed twice, from files split by occurredAt and named in any order, and for any order of lines. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTreaty } from '../../src/language/index.js';
import { writeJsonLines } from '../../src/record/index.js';
import type { Entry } from '../../src/treaty/index.js';
import { anyRecord } from '../engine/any-record.js';
import { read } from '../house/files.js';
import { told } from './told.js';

const numRuns = Number(process.env['CASUS_RUNS'] ?? 25);
const scratch = mkdtempSync(join(tmpdir(), 'casus-bytes-'));
const HOUR = 3_600_000;
const START = Date.UTC(2026, 0, 1);

const written = (name: string, entries: readonly Entry[]): string => { const path = join(scratch, name); writeFileSync(path, writeJsonLines(entries)); return path; };

/** The output for records in these files; files must not be empty. */
async function replayed(treaty: string, paths: readonly string[], more: readonly string[]): Promise<string> {
  const { out, err } = await told(['replay', treaty, '--record', ...paths, ...more, '--json']);
  expect(err).toBe('');
  return out;
}

const ordered = <T>(all: readonly T[], keys: readonly number[]): readonly T[] => all.map((one, index) => ({ one, key: keys[index] ?? 0 })).sort((a, b) => a.key - b.key).map(({ one }) => one);

/** Entries with corrections and retractions of some of them, known later. */
function withSecondThoughts(entries: readonly Entry[], picks: readonly number[]): readonly Entry[] {
  const thoughts = picks.flatMap((pick, index): readonly Entry[] => {
    const about = entries[pick % Math.max(1, entries.length)];
    if (!about) return [];
    const at = about.knownAt + (index + 1) * 30 * HOUR;
    const base = { id: `t${index}`, actor: { kind: 'unknown' as const }, occurred: { from: at, to: at }, knownAt: at };
    const other = entries[(pick + 1) % entries.length] as Entry;
    const { id: _id, ...content } = other;
    return [pick % 3 === 0 ? { ...base, act: 'retraction', arguments: { retracts: about.id } } : { ...base, act: 'correction', arguments: { corrects: about.id }, replacement: { ...content, id: about.id } } as Entry];
  });
  return [...entries, ...thoughts];
}

describe.each(['bench/thirty-clauses.casus', 'corpus/language/sample.casus', 'library/minsk-2.casus'])('same-record-same-verdicts: %s', (treaty) => {
  const record = anyRecord(parseTreaty(read(treaty)).treaty, 20);
  const keys = fc.array(fc.nat(), { minLength: 30, maxLength: 30 });
  const day = (offset: number): string => new Date(START + offset * 24 * HOUR).toISOString().slice(0, 10);

  it('the same bytes twice, split by occurredAt in any order of files, and in any order of lines', async () => {
    await fc.assert(fc.asyncProperty(record, fc.array(fc.nat(19), { maxLength: 4 }), keys, fc.nat(15), fc.nat(15), fc.nat(20), fc.nat(20), fc.boolean(), async (plain, picks, order, first, second, asOf, knownOn, complete) => {
      const entries = withSecondThoughts(plain, picks);
      if (entries.length === 0) return;
      const options = ['--as-of', day(asOf), '--known-on', day(knownOn), ...(complete ? ['--complete'] : []), '--in-force-from', '2025-12-31'];
      const path = written('all.jsonl', entries);
      const once = await replayed(treaty, [path], options);
      expect(await replayed(treaty, [path], options)).toBe(once);
      const cuts = [Math.min(first, second), Math.max(first, second)].map((at) => START + at * 24 * HOUR);
      const part = ({ occurred }: Entry): number => cuts.filter((cut) => occurred.from >= cut).length;
      const files = [0, 1, 2].map((index) => entries.filter((entry) => part(entry) === index)).flatMap((some, index) => (some.length === 0 ? [] : [written(`part-${index}.jsonl`, some)]));
      expect(await replayed(treaty, ordered(files, order), options)).toBe(once);
      expect(await replayed(treaty, [written('shuffled.jsonl', ordered(entries, order))], options)).toBe(once);
    }), { numRuns });
  });

  it('the same bytes without a day given: the last entry decides, wherever it stands', async () => {
    await fc.assert(fc.asyncProperty(record, keys, async (entries, order) => {
      if (entries.length === 0) return;
      const once = await replayed(treaty, [written('all.jsonl', entries)], []);
      expect(await replayed(treaty, [written('shuffled.jsonl', ordered(entries, order))], [])).toBe(once);
    }), { numRuns: Math.ceil(numRuns / 3) });
  });
});

describe('the record of UCDP against Minsk II', () => {
  it('gives the same bytes from CSV in one file, and from its rows in any order in three', async () => {
    const { gunzipSync } = await import('node:zlib');
    const { readFileSync } = await import('node:fs');
    const [header = '', ...rows] = gunzipSync(readFileSync(new URL('../../dossiers/ukraine/data/ucdp-ged-ukraine.csv.gz', import.meta.url))).toString('utf8').trimEnd().split('\n');
    const some = rows.filter((row, index) => index % 8 === 0 && row.split('"').length % 2 === 1);
    expect(some.length).toBeGreaterThan(400);
    const save = (name: string, lines: readonly string[]): string => { const path = join(scratch, name); writeFileSync(path, `${[header, ...lines].join('\n')}\n`); return path; };
    const once = await replayed('library/minsk-2.casus', [save('one.csv', some)], []);
    const shuffled = [...some].sort((a, b) => (a.slice(3, 7) + a < b.slice(3, 7) + b ? -1 : 1));
    const thirds = [2, 0, 1].map((index) => save(`third-${index}.csv`, shuffled.filter((_, at) => at % 3 === index)));
    expect(await replayed('library/minsk-2.casus', thirds, [])).toBe(once);
  });

  it('names the same row whichever order files with one entry twice are given in', async () => {
    const line = '{"id":"x","act":"attack","actor":"Ukraine","occurredAt":"2015-03-05"}\n';
    const [a, b] = ['a', 'b'].map((name) => { const path = join(scratch, `${name}.jsonl`); writeFileSync(path, line); return path; }) as [string, string];
    const said = await replayed('library/minsk-2.casus', [a, b], []);
    expect(await replayed('library/minsk-2.casus', [b, a], [])).toBe(said);
    expect((JSON.parse(said) as { readonly setAside: readonly { readonly file: string; readonly reason: string }[] }).setAside).toEqual([{ file: b, row: 1, reason: expect.stringMatching(/the same entry stands on line 1 of `.*` already/) as string }]);
  });
});
