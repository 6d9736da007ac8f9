/** Input that cannot be used: a message with file and line, the rest judged, what was set aside counted and listed, exit code 2, no stack trace, and no long wait. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { seeded } from '../../bench/figure.js';
import { read, root } from '../house/files.js';
import { TRACE, told } from './told.js';

const scratch = mkdtempSync(join(tmpdir(), 'casus-bad-'));
const file = (name: string, content: string | Uint8Array): string => { const path = join(scratch, name); writeFileSync(path, content); return path; };
const GOOD = '{"id":"good","act":"attack","actor":"Ukraine","occurredAt":"2015-03-05"}\n';
const CSV = 'id,act,actor,latitude,longitude,occurredAt\n';
const GOOD_ROW = 'good,attack,Ukraine,,,2015-03-05\n';
const chance = seeded(7);
const noise = Uint8Array.from({ length: 60_000 }, () => Math.floor(chance() * 256));
const whole = gzipSync(Array.from({ length: 3000 }, (_, index) => `{"id":"e${index}","act":"attack","actor":"Ukraine","occurredAt":"2015-03-05","source":"${Math.floor(chance() * 1e9)}"}\n`).join(''));
const broken = Uint8Array.from(whole).fill(255, whole.length / 2, whole.length / 2 + 40);
const longLine = 'x'.repeat(10_000_000);
const utf16 = (text: string, big = false): Uint8Array => { const bytes = Buffer.from(`\ufeff${text}`, 'utf16le'); return big ? bytes.swap16() : bytes; };

interface Replayed { readonly setAside: readonly { readonly file: string; readonly row: number; readonly reason: string }[]; readonly rowsRead: number; readonly verdicts: readonly { readonly trigger: string | null }[]; readonly notConcerned: readonly { readonly count: number }[] }

/** name, content, rows set aside as `line: reason`, entries judged besides. */
const RECORDS: readonly (readonly [string, string, string | Uint8Array, readonly RegExp[], boolean])[] = [
  ['impossible dates', 'dates.csv', `${CSV}a,attack,Ukraine,,,2015-02-30\nb,attack,Ukraine,,,2015-13-01\nc,attack,Ukraine,,,2015-03-05T25:00Z\n${GOOD_ROW}`, [/^2: .*`2015-02-30` is no day of the calendar/, /^3: .*`2015-13-01` is no day/, /^4: .*no such hour/], true],
  ['impossible coordinates', 'places.csv', `${CSV}a,attack,Ukraine,91,37,2015-03-05\nb,attack,Ukraine,48,200,2015-03-05\nc,attack,Ukraine,48,,2015-03-05\nd,attack,Ukraine,north,37,2015-03-05\n${GOOD_ROW}`, [/^2: `latitude` is `91`; it runs from -90 to 90/, /^3: `longitude` is `200`/, /^4: .*a latitude without a longitude/, /^5: `latitude` is `north`/], true],
  ['a party nobody knows', 'party.jsonl', `{"id":"x","act":"attack","actor":"Atlantis","occurredAt":"2015-03-05"}\n{"id":"y","act":"attack","actor":"Ukrain","occurredAt":"2015-03-05"}\n${GOOD}`, [/^1: `Atlantis` is no party/, /^2: .*did you mean `Ukraine`/], true],
  ['a line of 10 MB, JSON Lines', 'long.jsonl', `{"act":"${longLine}"}\n${GOOD}`, [/^1: the line is 10\.0 MB long/], true],
  ['a line of 10 MB, CSV', 'long.csv', `${CSV}a,${longLine}\n${GOOD_ROW}`, [/^2: the line is 10\.0 MB long/], true],
  ['a header of 10 MB', 'header.csv', `${longLine}\n${GOOD_ROW}`, [/^1: the line is 10\.0 MB long/, /^2: the header lacks/], false],
  ['an empty file', 'empty.jsonl', '', [/^1: the file is empty/], false],
  ['an empty CSV file', 'empty.csv', '\n\n', [/^1: the file is empty/], false],
  ['a header and nothing below', 'bare.csv', CSV, [], false],
  ['another header', 'other.csv', 'date,who\n2015-03-05,Ukraine\n', [/^1: the header lacks `act`, `actor`, `occurredAt`/, /^2: the header above could not be read/], false],
  ['a slip in the header', 'slip.csv', 'act,actor,occuredAt\nattack,Ukraine,2015-03-05\n', [/^1: the header lacks `occurredAt`/, /^2: /], false],
  ['fields too many and too few', 'fields.csv', `${CSV}a,attack,Ukraine\nb,attack,Ukraine,,,2015-03-05,more\n${GOOD_ROW}`, [/^2: the row has 3 fields and the header 6/, /^3: the row has 7 fields/], true],
  ['an open quotation mark', 'quote.csv', `${CSV}a,"attack,Ukraine,,,2015-03-05\n${GOOD_ROW}`, [/^2: a quotation mark is opened and never closed/], true],
  ['no JSON', 'words.jsonl', `hello\n[\n{"act":"attack"\n${GOOD}`, [/^1: the line is no JSON/, /^2: the line begins a list/, /^3: the line is cut/], true],
  ['deep nesting', 'deep.jsonl', `{"act":${'['.repeat(200_000)}${']'.repeat(200_000)}}\n${GOOD}`, [/^1: the line nests braces or brackets more than 20 deep/], true],
  ['Latin-1', 'latin.csv', Buffer.from('act,actor,occurredAt,source\nattack,Ukraine,2015-03-05,caf\u00e9\nattack,Ukraine,2015-03-06,x\n', 'latin1'), [/^2: the line holds bytes that are no UTF-8/], true],
  ['one id twice', 'twice.jsonl', `${GOOD}${GOOD}${GOOD.replace('03-05', '03-06')}`, [/^2: the same entry stands on line 1 already/, /^3: the id `good` already stands for another entry on line 1/], true],
  ['a correction of nothing', 'correct.jsonl', `${GOOD}{"id":"c","act":"correction","occurredAt":"2015-04-01","arguments":{"corrects":"god"},"replacement":{"act":"attack","occurredAt":"2015-03-05"}}\n`, [/^2: it refers to the entry `god`, which is not on record, did you mean `good`/], true],
  ['a correction to what cannot be', 'correct-party.jsonl', `${GOOD}{"id":"c","act":"correction","occurredAt":"2015-04-01","arguments":{"corrects":"good"},"replacement":{"act":"attack","actor":"Atlantis","occurredAt":"2015-03-05"}}\n`, [/^2: what should stand instead cannot be used: `Atlantis` is no party/], true],
  ['a gzip file of garbage', 'garbage.csv.gz', Uint8Array.from([0x1f, 0x8b, 8, 0, ...noise]), [/^1: the gzip file is damaged, so nothing of it was read/], false],
  ['a gzip file with damage inside', 'damaged.jsonl.gz', broken, [/^1: the (checksum of the )?gzip file/], false],
  ['a gzip file with a wrong checksum', 'sum.jsonl.gz', Uint8Array.from(whole).fill(1, whole.length - 8, whole.length - 4), [/^1: the checksum of the gzip file does not fit/], false],
];

describe('records', () => {
  it.each(RECORDS)('%s', async (_what, name, content, expected, judged) => {
    const path = file(name, content);
    const begun = performance.now();
    const { out, err, code } = await told(['replay', 'library/minsk-2.casus', '--record', path, '--json']);
    expect(performance.now() - begun).toBeLessThan(30_000);
    const { setAside, rowsRead, verdicts, notConcerned } = JSON.parse(out) as Replayed;
    expect(setAside.length).toBe(expected.length);
    expected.forEach((pattern, index) => expect(`${setAside[index]?.row}: ${setAside[index]?.reason}`).toMatch(pattern));
    for (const one of setAside) expect(one.file).toBe(path);
    expect(verdicts.some(({ trigger }) => trigger === 'good' || (trigger ?? '').startsWith('e-'))).toBe(judged);
    const entries = rowsRead - setAside.length - notConcerned.reduce((sum, { count }) => sum + count, 0);
    expect(entries).toBeGreaterThanOrEqual(judged ? 1 : 0);
    expect(code).toBe(expected.length > 0 ? 2 : 0);
    expect(err).toBe('');
    const shown = await told(['replay', 'library/minsk-2.casus', '--record', path]);
    if (expected.length > 0) expect(shown.out).toContain(`set aside: ${expected.length} row`);
    expect(`${shown.out}${shown.err}`).not.toMatch(TRACE);
    expect(Math.max(...shown.out.split('\n').filter((line) => !line.startsWith('why: ') && !line.includes(scratch)).map((line) => [...line].length))).toBeLessThanOrEqual(80);
  });

  it('a truncated gzip file gives what stands before its end', async () => {
    const path = file('cut.jsonl.gz', whole.subarray(0, Math.floor(whole.length / 2)));
    const { out, code } = await told(['replay', 'library/minsk-2.casus', '--record', path, '--json']);
    const { setAside, rowsRead } = JSON.parse(out) as Replayed;
    expect(rowsRead).toBeGreaterThan(1000);
    expect(setAside.map(({ reason }) => reason)).toEqual(expect.arrayContaining([expect.stringContaining('the gzip file ends early')]) as unknown);
    expect(setAside.length).toBeLessThanOrEqual(2);
    expect(code).toBe(2);
  });

  it('bytes after a sound gzip file are left out, and it is read', async () => {
    const { out, code } = await told(['replay', 'library/minsk-2.casus', '--record', file('tail.jsonl.gz', Buffer.concat([whole, Buffer.from('and more')])), '--json']);
    const { setAside, rowsRead } = JSON.parse(out) as Replayed;
    expect([rowsRead, setAside.map(({ reason }) => reason.replace(/;.*/, '')), code]).toEqual([3001, ['8 bytes after the end of the gzip file were left out'], 2]);
  });

  it('binary noise is set aside line by line, whatever it is called', async () => {
    for (const name of ['noise.jsonl', 'noise.csv', 'noise', 'noise.csv.gz']) {
      const { out, code } = await told(['replay', 'library/minsk-2.casus', '--record', file(name, noise), '--json']);
      const { setAside, rowsRead } = JSON.parse(out) as Replayed;
      expect([setAside.length, code]).toEqual([rowsRead, 2]);
      expect(rowsRead).toBeGreaterThan(100);
    }
  });

  it('a byte order mark, CRLF and UTF-16 are read', async () => {
    for (const content of [`\ufeff${GOOD.replace('\n', '\r\n')}`, utf16(GOOD), utf16(GOOD, true)]) {
      const { out, code } = await told(['replay', 'library/minsk-2.casus', '--record', file('marked.jsonl', content), '--json']);
      const { setAside, verdicts } = JSON.parse(out) as Replayed;
      expect([setAside, code, verdicts.some(({ trigger }) => trigger === 'good')]).toEqual([[], 0, true]);
    }
    const { out, code } = await told(['replay', 'library/minsk-2.casus', '--record', file('marked.csv', utf16(`${CSV}${GOOD_ROW}`.replaceAll('\n', '\r\n'))), '--json']);
    expect([(JSON.parse(out) as Replayed).rowsRead, code]).toEqual([1, 0]);
  });

  it('what is set aside of one file leaves the others judged', async () => {
    const { out, code } = await told(['replay', 'library/minsk-2.casus', '--record', file('bad.csv.gz', Uint8Array.from([0x1f, 0x8b, 1, 2, 3])), file('fine.jsonl', GOOD), '--json']);
    const { setAside, verdicts } = JSON.parse(out) as Replayed;
    expect([setAside.length, verdicts.some(({ trigger }) => trigger === 'good'), code]).toEqual([1, true, 2]);
  });

  it('twenty thousand open quotation marks take no minutes', async () => {
    const begun = performance.now();
    const { code } = await told(['replay', 'library/minsk-2.casus', '--record', file('marks.csv', `${CSV}${'"x\n'.repeat(20_000)}${GOOD_ROW}`), '--json']);
    expect(code).toBe(2);
    expect(performance.now() - begun).toBeLessThan(30_000);
  });
});

const budapest = read('library/budapest.casus');

describe('texts', () => {
  it.each<readonly [string, string | Uint8Array, RegExp, RegExp]>([
    ['a sentence that breaks off', `${budapest}\nduty broken: each Assurer shall .\n`, /^syntax-error \d+: /, /Budapest/],
    ['a line of 10 MB below', `${budapest}\n${longLine}\n`, /^line-too-long \d+: the line has 10,000,000 characters and was skipped$/, /Budapest/],
    ['a line of 10 MB of prose', `${longLine}\n${budapest}`, /^line-too-long 1: /, /Budapest/],
    ['brackets without end', `${budapest}\ndefine x while ${'('.repeat(90_000)}true.\n`, /^[a-z-]+ \d+: /, /Budapest/],
    ['an empty file', '', /^file-empty 1: /, /^/],
    ['binary noise', noise, /^no-text 1: /, /^/],
    ['an archive', whole.subarray(0, 40), /^file-damaged \d+: /, /^/],
  ])('%s', async (_what, content, first, stillRead) => {
    const path = file('text.casus', content);
    const begun = performance.now();
    const { out, code } = await told(['check', path, '--json']);
    expect(performance.now() - begun).toBeLessThan(30_000);
    const { diagnostics } = JSON.parse(out) as { readonly diagnostics: readonly { readonly id: string; readonly severity: string; readonly line: number; readonly message: string }[] };
    const errors = diagnostics.filter(({ severity }) => severity === 'error').map(({ id, line, message }) => `${id} ${line}: ${message}`);
    expect(errors.some((one) => first.test(one)), errors.slice(0, 3).join('\n')).toBe(true);
    expect(code).toBe(2);
    const shown = await told(['check', path]);
    expect(shown.out).toMatch(stillRead);
    expect(shown.out).not.toMatch(TRACE);
    const judged = await told(['replay', path, '--record', file('one.jsonl', GOOD), '--json']);
    expect(judged.code).toBe(2);
    expect(judged.err).toMatch(/casus: `.*text\.casus` line \d+: /);
    expect((JSON.parse(judged.out) as { readonly treaty: string }).treaty).toMatch(stillRead);
    expect(judged.err).not.toMatch(TRACE);
  });

  it('UTF-16, a byte order mark and CRLF are read', async () => {
    for (const content of [utf16(budapest), utf16(budapest, true), `\ufeff${budapest}`, budapest.replaceAll('\n', '\r\n')]) {
      const { out } = await told(['check', file('coded.casus', content), '--json']);
      expect((JSON.parse(out) as { readonly diagnostics: readonly { readonly severity: string }[] }).diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    }
  });
});

describe('words of the command line', () => {
  mkdirSync(join(scratch, 'folder'), { recursive: true });
  const record = file('record.jsonl', GOOD);
  const minsk = 'library/minsk-2.casus';

  it.each<readonly [string, readonly string[], RegExp]>([
    ['an unknown verb', ['chek', minsk], /there is no verb `chek`\n +did you mean `casus check`/], ['a verb like none', ['frobnicate'], /there is no verb `frobnicate`\n +the verbs are check, test, replay, explain, standing, explore, export, simulate, merge, read, brief, open/],
    ['an unknown option', ['replay', minsk, '--recrod', record], /has no option `--recrod`\n +did you mean `--record`/], ['a value missing', ['replay', minsk, '--record'], /`--record` needs RECORD after it/], ['a value too many', ['check', minsk, '--json=yes'], /`--json` takes no value/],
    ['an option twice', ['replay', minsk, '--record', record, '--as-of', '2015-03-01', '--as-of', '2015-03-02'], /`--as-of` is given twice/], ['a day that is none', ['replay', minsk, '--record', record, '--as-of', '2015-02-30'], /`--as-of`: `2015-02-30` is no day of the calendar/],
    ['no treaty', ['replay', '--record', record], /no treaty is named/], ['no record', ['replay', minsk], /no record is named/], ['two treaties', ['replay', minsk, 'library/budapest.casus', '--record', record], /one treaty is judged at a time/],
    ['a record that is not there', ['replay', minsk, '--record', join(scratch, 'recrod.jsonl')], /there is no file `.*recrod\.jsonl`\n +did you mean `.*record\.jsonl`/], ['a folder for a record', ['replay', minsk, '--record', join(scratch, 'folder')], /is a folder/],
    ['a folder without treaties', ['check', join(scratch, 'folder')], /there is no `\.casus` file/], ['a treaty that is not there', ['check', 'library/budapst.casus'], /did you mean `library\/budapest\.casus`/], ['a path through a file', ['check', `${minsk}/x.casus`], /cannot be read \(ENOTDIR\)/],
    ['an unknown severity', ['check', minsk, '--severity', 'grave'], /`grave` is no severity/], ['no scenario of that title', ['test', minsk, '--scenario', 'zzz'], /no scenario's title holds `zzz`/],
    ['an unknown clause', ['explain', minsk, 'ceasfire', '--record', record], /no clause `ceasfire`\n +did you mean `ceasefire`/], ['neither story nor record', ['explain', minsk, 'ceasefire'], /neither a scenario nor a record is named/],
    ['nobody of that name', ['explain', minsk, 'ceasefire', '--of', 'Ukrain', '--record', record], /nobody named `Ukrain`\n +did you mean `Ukraine`/], ['an entry that set nothing off', ['explain', minsk, 'ceasefire', '--trigger', 'goood', '--record', record], /nothing was set off by `goood`\n +did you mean `good`/],
    ['a port that is none', ['open', '--port', '99999999'], /no whole number|the workbench is not built/], ['cases that are none', ['test', '--cases', record], /^$/],
  ])('%s', async (_what, words, message) => {
    const { out, err, code } = await told(words);
    expect(code).toBe(2);
    expect(err).toMatch(message);
    expect(`${out}${err}`).not.toMatch(TRACE);
    for (const line of err.split('\n').filter((one) => one.startsWith('casus: '))) expect(line).toMatch(/^casus: [^A-Z].*[^.]$/);
  });

  it.skipIf(process.getuid?.() === 0)('a file that may not be read', async () => {
    const path = file('locked.jsonl', GOOD);
    chmodSync(path, 0o000);
    const { err, code } = await told(['replay', minsk, '--record', path]);
    chmodSync(path, 0o600);
    expect([code, err]).toEqual([2, expect.stringContaining('may not be read by you')]);
  });
});

describe('the bundle', () => {
  const casus = (words: readonly string[], input?: string) => spawnSync(process.execPath, [join(root, 'bin/casus.mjs'), ...words], { cwd: root, encoding: 'utf8', ...(input === undefined ? {} : { input }), env: { ...process.env, FORCE_COLOR: '0' }, maxBuffer: 64_000_000 });

  // A checkout whose bundle is older than its sources builds it first, and says so.
  beforeAll(() => { casus(['--version']); });

  it('sets aside, judges and ends with 2, as in this process', async () => {
    const words = ['replay', 'library/minsk-2.casus', '--record', file('mixed.jsonl', `no json\n${GOOD}`), '--json'];
    const { stdout, stderr, status } = casus(words);
    expect({ out: stdout, err: stderr, code: status }).toEqual(await told(words));
    expect(status).toBe(2);
  });

  it('reads standard input, and no colour is written where no terminal is', () => {
    const { stdout, stderr, status } = casus(['replay', 'library/minsk-2.casus', '--record', '-'], GOOD);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^Minsk II\n/);
    expect(stdout).not.toContain('\u001b');
  });

  it('a reader that stops early is no fault', () => {
    const { stdout, stderr, status } = spawnSync('sh', ['-c', `"${process.execPath}" bin/casus.mjs check library dossiers --json | head -c 10`], { cwd: root, encoding: 'utf8' });
    expect([stdout.length, stderr, status]).toEqual([10, '', 0]);
  });

  it('says what is wrong in words and exits with 2', () => {
    const { stdout, stderr, status } = casus(['chek']);
    expect([stdout, status]).toEqual(['', 2]);
    expect(stderr).toMatch(/^casus: there is no verb `chek`\n {7}did you mean `casus check`\n$/);
  });

  it('prints its version', () => {
    expect(casus(['--version']).stdout.trim()).toBe((JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string }).version);
  });
});
