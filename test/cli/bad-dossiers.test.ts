/** Dossiers with something wrong in them: `casus standing` and `casus brief` say the same of the same line, count the rest, and lose nothing in silence. */
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../house/files.js';
import { TRACE, told } from './told.js';

const scratch = mkdtempSync(join(tmpdir(), 'casus-dossiers-'));
let count = 0;
function dossier(changes: Readonly<{ [file: string]: (text: string) => string | Uint8Array }> = {}): string {
  count += 1;
  const at = join(scratch, `lakes-${count}`);
  cpSync(join(root, 'corpus/brief/lakes'), at, { recursive: true });
  for (const [file, change] of Object.entries(changes)) writeFileSync(join(at, file), change(readFileSync(join(at, file), 'utf8')));
  return at;
}
const LINES = readFileSync(join(root, 'corpus/brief/lakes/statements.jsonl'), 'utf8').trim().split('\n');
const line = (change: object = {}, args: object = {}): string => JSON.stringify({ id: 'new', act: 'state', actor: 'Lakeland', arguments: { issue: 'monitors', option: 'union-monitors', stance: 'accepts', voice: 'own', gist: 'g', ...args }, occurredAt: '2031-05-15', source: 's', ...change });
/** Between the second and the third line of the record. */
const withLines = (...added: readonly string[]): string => dossier({ 'statements.jsonl': () => `${[...LINES.slice(0, 2), ...added, ...LINES.slice(2)].join('\n')}\n` });

interface Aside { readonly file: string; readonly row: number; readonly reason: string }
interface Standing { readonly issues: readonly { readonly issue: string; readonly state: string; readonly reasons: readonly { readonly entries: readonly string[] }[] }[]; readonly statements: readonly { readonly id: string }[]; readonly setAside: readonly Aside[]; readonly remarks: readonly Aside[]; readonly rowsRead: number }

describe('a line that cannot count', () => {
  it.each<readonly [string, string, RegExp]>([
    ['an unknown speaker', line({}, { speaker: 'Nobody' }), /no speaker `Nobody`; declare who that is/], ['another\'s speaker', line({ actor: 'Hillmark' }, { speaker: 'Orla-Venn' }), /`Orla-Venn` speaks for `Lakeland`/],
    ['an unknown party', line({ actor: 'Atlantis' }), /`Atlantis` is no party/], ['a slip in a party', line({ actor: 'Lakelnd' }), /did you mean `Lakeland`/], ['an unknown issue', line({}, { issue: 'monitrs' }), /no issue `monitrs`; its issues are monitors/],
    ['an unknown option', line({}, { option: 'union-monitor' }), /no option `union-monitor`; its options are union-monitors/], ['no option', line({}, { option: ' ' }), /and not what; give `"option"`/], ['an unknown stance', line({}, { stance: 'accept' }), /`accept` is no stance; write one of accepts/],
    ['an unknown voice', line({}, { voice: 'mine' }), /`mine` is no voice; write one of own/], ['a slip in an argument', line({}, { speeker: 'Orla-Venn' }), /no fact `speeker`, did you mean `speaker`/], ['a slip in a key', line({ sourse: 'x' }), /no key `sourse`, did you mean `source`/],
    ['known before it was said', line({ knownAt: '2031-05-10' }), /it was known by 2031-05-10, before it occurred on 2031-05-15/], ['an impossible day', line({ occurredAt: '2031-02-30' }), /`2031-02-30` is no day of the calendar/], ['a broken line', '{"id":"x","act":"state"', /the line is cut: its closing brace is missing/],
    ['no JSON', 'hello', /the line is no JSON/], ['a correction of nothing', JSON.stringify({ id: 'c', act: 'correction', arguments: { corrects: 'mm4' }, occurredAt: '2031-05-16', replacement: { act: 'state', actor: 'Lakeland', occurredAt: '2031-05-15' } }), /refers to the entry `mm4`, which is not on record, did you mean `m4`/],
    ['a retraction of nothing', JSON.stringify({ id: 'c', act: 'retraction', arguments: { retracts: 'nothing-like-it' }, occurredAt: '2031-05-16' }), /which is not on record/],
  ])('%s', async (_what, added, reason) => {
    const at = withLines(added);
    const { out, code } = await told(['standing', at, '--json']);
    const { setAside, statements, rowsRead } = JSON.parse(out) as Standing;
    expect([code, setAside.map(({ row }) => row), rowsRead]).toEqual([2, [3], LINES.length + 1]);
    expect(setAside[0]?.reason).toMatch(reason);
    const before = (JSON.parse((await told(['standing', 'corpus/brief/lakes', '--json'])).out) as Standing).statements.map(({ id }) => id);
    expect(statements.map(({ id }) => id)).toEqual(before);
    const published = await told(['brief', at, '--out', `${at}-site`, '--json']);
    expect(published.code).toBe(2);
    const { leftOut } = JSON.parse(published.out) as { readonly leftOut: readonly Aside[] };
    expect(leftOut.map(({ row, reason: words }) => ({ row, words }))).toEqual(setAside.map(({ row, reason: words }) => ({ row, words })));
    const shown = await told(['standing', at]);
    expect(`${shown.out}${published.err}`).not.toMatch(TRACE);
    expect(shown.out.split('\n').filter((one) => one.length > 80 && !one.includes(scratch))).toEqual([]);
  });

  it('one id twice: the earliest known counts, in whatever order they stand, and the other is told with its line', async () => {
    for (const [at, row] of [[withLines(line({ id: 'a' }), line({ id: 'a', knownAt: '2031-05-17' }, { stance: 'rejects' })), 4], [withLines(line({ id: 'a', knownAt: '2031-05-17' }, { stance: 'rejects' }), line({ id: 'a' })), 3]] as const) {
      const { setAside, statements } = JSON.parse((await told(['standing', at, '--json'])).out) as Standing;
      expect(setAside).toMatchObject([{ row, reason: expect.stringMatching(/the id `a` already stands for another entry on line [34]/) as string }]);
      expect(statements.find(({ id }) => id === 'a')).toMatchObject({ stance: 'accepts' });
      const { leftOut } = JSON.parse((await told(['brief', at, '--out', `${at}-site`, '--json'])).out) as { readonly leftOut: readonly Aside[] };
      expect(leftOut).toMatchObject([{ row }]);
    }
  });

  it('two positions of a party at one instant: in conflict, with both entries', async () => {
    const at = withLines(line({ id: 'yes', occurredAt: '2031-05-19T10:00Z' }), line({ id: 'no', occurredAt: '2031-05-19T10:00Z' }, { stance: 'rejects' }));
    const { issues, remarks } = JSON.parse((await told(['standing', at, '--json'])).out) as Standing;
    expect(issues.find(({ issue }) => issue === 'monitors')).toMatchObject({ state: 'conflict', reasons: [{ entries: ['no', 'yes'] }] });
    expect(remarks.filter(({ row }) => row === 3 || row === 4).map(({ reason }) => /at one instant with what cannot both hold: `no`, `yes`; correct the time of one of them/.test(reason))).toEqual([true, true]);
    expect((await told(['brief', at, '--out', `${at}-site`])).code).toBe(0);
    expect(readFileSync(`${at}-site/issues.html`, 'utf8')).toMatch(/issue-monitors[^]*in conflict[^]*s-no[^]*s-yes/);
  });

  it('an empty record is said to be empty', async () => {
    const at = dossier({ 'statements.jsonl': () => '\n' });
    for (const words of [['standing', at], ['brief', at, '--out', `${at}-site`]]) { const { out, err, code } = await told(words); expect([code, `${out}${err}`.replace(/\s+/g, ' ').includes('the file is empty')]).toEqual([2, true]); }
  });
});

describe('dossier.json', () => {
  it.each<readonly [string, (text: string) => string, RegExp, RegExp]>([
    ['empty', () => '', /this is no JSON/, /the file is empty/], ['broken', (text) => text.slice(0, 200), /this is no JSON/, /line \d+: the file is no JSON from here on/], ['a list', () => '[]', /no JSON object/, /an object was expected/],
    ['that names a missing record', (text) => text.replace('"statements.jsonl"', '"statement.jsonl"'), /did you mean `.*statements\.jsonl`/, /`statements` names `statement\.jsonl`, which is not there\n +did you mean `statements\.jsonl`/],
    ['that names a missing negotiation', (text) => text.replace('"negotiation.casus"', '"negotation.casus"'), /did you mean `.*negotiation\.casus`/, /did you mean `negotiation\.casus`/],
    ['with a slip in a key', (text) => text.replace('"negotiation"', '"negotation"'), /no key `negotation`\n +did you mean `negotiation`/, /no key `negotation`, did you mean `negotiation`/], ['with a number for a name', (text) => text.replace(/"negotiation": *"[^"]*"/, '"negotiation": 3'), /`negotiation` is no file name/, /`negotiation` must be text/],
    ['with numbers for names', (text) => text.replace(/"statements": *\[[^\]]*\]/, '"statements": [3]'), /`statements` is no list of file names/, /statements 1: text was expected/],
  ])('%s', async (_what, change, standing, brief) => {
    const at = dossier({ 'dossier.json': change });
    for (const [words, expected] of [[['standing', at], standing], [['brief', at, '--out', `${at}-site`], brief]] as const) {
      const { err, code } = await told(words);
      expect([code, TRACE.test(err), existsSync(`${at}-site`)]).toEqual([2, false, false]);
      expect(err).toMatch(expected);
    }
  });

  it('with one name in place of a list is read', async () => {
    const at = dossier({ 'dossier.json': (text) => text.replace(/"statements": *\[[^\]]*\]/, '"statements": "statements.jsonl"') });
    expect([(await told(['standing', at])).code, (await told(['brief', at, '--out', `${at}-site`])).code]).toEqual([0, 0]);
  });
});

describe('where a site is written', () => {
  it.each<readonly [string, (at: string) => string, RegExp]>([
    ['the dossier itself', (at) => at, /lies in the dossier itself\n +name a folder beside it/], ['a folder in it', (at) => join(at, 'site'), /lies in the dossier itself/], ['nowhere', () => '', /`--out` names no folder/], ['below a file', (at) => join(at, '..', `${at.split('/').at(-1) ?? ''}.txt`, 'site'), /cannot be written to/],
    ['a system folder that takes none', () => '/proc/casus-site', /cannot be written to|is a file/],
  ])('%s is refused, and nothing is written', async (_what, out, words) => {
    const at = dossier();
    writeFileSync(`${at}.txt`, 'x');
    const before = readdirSync(at, { recursive: true }).sort();
    const { err, code } = await told(['brief', at, '--out', out(at)]);
    expect([code, words.test(err), TRACE.test(err), readdirSync(at, { recursive: true }).sort()]).toEqual([2, true, false, before]);
  });

  it('no address with a password in it', async () => { expect((await told(['brief', 'corpus/brief/lakes', '--lint', '--base', 'https://me:secret@example.org/'])).err).toMatch(/no address a site can stand at/); });
});

describe('days', () => {
  const lakes = 'corpus/brief/lakes';
  it.each([['standing', '--as-of', 'yesterday', /is no date; write `2025-02-15`/], ['standing', '--as-of', '', /is no date/], ['standing', '--since', '2031-02-30', /no day of the calendar/], ['standing', '--since', '2099-01-01', /later day than the one/], ['brief', '--as-of', 'yesterday', /is no date/], ['brief', '--since', '2099-01-01', /is not before the day/]] as const)('%s %s %j', async (verb, option, word, words) => {
    const { err, code } = await told([verb, lakes, ...(verb === 'brief' ? ['--lint'] : []), option, word]);
    expect([code, words.test(err), TRACE.test(err)]).toEqual([2, true, false]);
  });

  it('before the first entry nobody is on record; long after the last it stands as it stood then', async () => {
    const of = async (day: string): Promise<Standing> => JSON.parse((await told(['standing', lakes, '--as-of', day, '--json'])).out) as Standing;
    const [early, late, last] = [await of('1900-01-01'), await of('2099-01-01'), await of('2031-05-19')];
    expect([early.statements, new Set(early.issues.map(({ state }) => state))]).toEqual([[], new Set(['open', 'blocked'])]);
    expect(late.issues).toEqual(last.issues);
  });
});
