/** Reports that are none, and what is given beside a report: each gets an answer in words, within seconds, and nothing enters a dossier. */
import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { seeded } from '../../bench/figure.js';
import { root } from '../house/files.js';
import { TRACE, told, type Told } from './told.js';

const scratch = mkdtempSync(join(tmpdir(), 'casus-reports-'));
const file = (name: string, content: string | Uint8Array): string => { writeFileSync(join(scratch, name), content); return join(scratch, name); };
const CLEAN = 'corpus/reading/clean.txt';
const SAID = 'Ukrainian minister Ivan Petrov said Ukraine accepts the offer.';
const chance = seeded(11);
const pick = (signs: string, length: number): string => Array.from({ length }, () => signs.charAt(Math.floor(chance() * signs.length))).join('');
const printable = pick(Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at)).join(''), 2_000_000);

interface Read { readonly statements: readonly { readonly speaker: string | null }[]; readonly notes: readonly string[] }

/** What grows with the square of the text does not end before the runner gives a test up. */
describe('noise', () => {
  it.each<readonly [string, string, () => string | Uint8Array, RegExp | undefined]>([
    ['printable signs, one endless line', 'line.txt', () => printable, /only the first 200000/],
    ['printable signs in a page', 'line.html', () => `<html><body><article>${printable}`, /looked at/],
    ['quotation marks alone', 'marks.txt', () => '"'.repeat(2_000_000), /only the first 200000/],
    ['opening quotation marks', 'opening.txt', () => '“'.repeat(2_000_000), /only the first 200000/],
    ['single quotation marks', 'single.txt', () => '‘a '.repeat(600_000), /only the first 200000/],
    ['two words for ever', 'words.txt', () => 'Aa Bb '.repeat(100_000), /only the first 200000/],
    ['a sentence for ever', 'same.txt', () => `${SAID} `.repeat(4_000), /only the first 200000/],
    ['figures without an end of the sentence', 'figures.txt', () => '1,000 people '.repeat(20_000), /only the first 200000/],
    ['stars', 'stars.txt', () => '**a '.repeat(60_000), /only the first 200000/],
    ['one row of a table', 'row.txt', () => Array.from({ length: 100_000 }, () => 'x').join('\t'), undefined],
    ['`<` alone, in a text', 'less.txt', () => '<'.repeat(2_000_000), /only the first 200000/],
    ['`<` alone, in a page', 'less.html', () => '<'.repeat(2_000_000), /more than 400000 characters of text/],
    ['a page of 25,000 paragraphs', 'long.html', () => `<html><body>${`<p>${SAID}</p>`.repeat(25_000)}`, /more than 400000 characters of text/],
    ['a table of 100,000 rows', 'table.html', () => `<html><body><table>${'<tr><td>a<td>b'.repeat(100_000)}`, /more than 30000 elements/],
    ['150,000 attributes', 'attributes.html', () => `<html><body><p ${Array.from({ length: 150_000 }, (_, at) => `a${at}="x"`).join(' ')}>${SAID}`, undefined],
  ])('%s is read to a limit', async (_what, name, content, note) => {
    const path = file(name, content());
    const { out, err, code } = await told(['read', path, '--json']);
    expect([code < 2, err]).toEqual([true, '']);
    if (note) expect((JSON.parse(out) as Read).notes.join('\n')).toMatch(note);
  });

  it.each<readonly [string, string, () => string, RegExp]>([
    ['100,000 elements in each other', 'deep.html', () => `${'<div>'.repeat(100_000)}${SAID}${'</div>'.repeat(100_000)}`, /holds no text of an article: the page has elements more than 400 deep in each other; what follows its character 2000 /],
    ['180,000 elements never closed', 'open.html', () => `<html><body>${'<p><b><i>'.repeat(60_000)}${SAID}`, /more than 400 deep/],
    ['250,000 comments', 'comments.html', () => `<html>${'<!-- -->'.repeat(250_000)}<body>${SAID}`, /holds no text of an article/],
    ['a title that is never closed', 'title.html', () => `<html><head><title>x<body><p>${SAID}`, /opens a `<title>` that is never closed/],
    ['a script that is never closed', 'script.html', () => `<html><body><script>x<p>${SAID}`, /opens a `<script>` that is never closed/],
    ['a page without a body', 'head.html', () => '<html><head><title>x</title></head></html>', /holds no text of an article/],
  ])('%s: nothing to read, and why', async (_what, name, content, words) => {
    const { out, err, code } = await told(['read', file(name, content())]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(words);
    expect(err).not.toMatch(TRACE);
  });

  it('a paragraph without end is read in parts, and nothing said in it is lost', async () => {
    const names = Array.from({ length: 300 }, (_, at) => `Ivan ${String.fromCharCode(65 + at % 26)}${String.fromCharCode(97 + Math.floor(at / 26))}ov`);
    const { out } = await told(['read', file('one-line.txt', names.map((name) => `Ukrainian minister ${name} said Ukraine accepts the offer of the other side.`).join(' ')), '--json']);
    expect((JSON.parse(out) as Read).statements.map(({ speaker }) => speaker)).toEqual(names);
  });
});

describe('what is no text', () => {
  it.each<readonly [string, Uint8Array | string, RegExp]>([
    ['report.pdf', '%PDF-1.4\n1 0 obj\nBT (Hello said Ivan) Tj ET\nendobj\n%%EOF', /is a PDF, no text/], ['report.docx', Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.from('word/document.xml Minister said.'.repeat(40))]), /is a Word or other packed document/],
    ['report.rtf', '{\\rtf1\\ansi Minister said.\\par}', /is a document in RTF/], ['report.doc', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]), /is an old Word or Office document/],
    ['koi8.txt', Uint8Array.from({ length: 400 }, (_, at) => (at % 6 === 0 ? 32 : 0xc0 + at % 30)), /is no text in UTF-8 or UTF-16\n +save it as plain text in UTF-8/],
    ['utf32.txt', Buffer.concat([Uint8Array.from([0xff, 0xfe, 0, 0]), ...Array.from(SAID, (sign) => Uint8Array.from([sign.charCodeAt(0), 0, 0, 0]))]), /is no text in UTF-8 or UTF-16/],
  ])('%s', async (name, content, words) => {
    const { err, code } = await told(['read', file(name, content)]);
    expect(code).toBe(2);
    expect(err).toMatch(words);
    expect(err).not.toMatch(TRACE);
  });

  it('a folder', async () => { expect(await told(['read', scratch])).toEqual({ out: '', err: expect.stringMatching(/is a folder\n +name a file in it/) as string, code: 2 }); });
});

describe('codings', () => {
  it('a page that names its coding is read in it', async () => {
    const words = Buffer.from(`<html><head><meta charset="windows-1251"></head><body><p>${SAID}</p><p>\u0000</p></body></html>`, 'latin1');
    const { out } = await told(['read', file('named.html', Uint8Array.from(words, (byte) => (byte === 0 ? 0xcf : byte))), '--json']);
    expect((JSON.parse(out) as Read).notes).toEqual(['read as windows-1251, as the page says']);
  });

  it('a coding nobody knows is told as any other', async () => {
    const words = Buffer.concat([Buffer.from(`<html><meta charset="klingon"><body><p>${SAID} caf`), Uint8Array.from([0xe9])]);
    expect((JSON.parse((await told(['read', file('unknown.html', words), '--json'])).out) as Read).notes).toEqual(['read as windows-1252, since it is not UTF-8']);
  });

  it('UTF-8 that is cut within a character is still UTF-8', async () => {
    // Three bytes a sign and one before them: the limit of 8,000,000 bytes falls into one.
    const { out } = await told(['read', file('cut.txt', `a${'ж“ '.repeat(1_500_000)}`), '--json']);
    expect((JSON.parse(out) as Read).notes.join()).not.toMatch(/windows/);
  });
});

describe('standard input', () => {
  const casus = (words: string): SpawnSyncReturns<string> => spawnSync('sh', ['-c', words], { cwd: root, encoding: 'utf8', env: { ...process.env, FORCE_COLOR: '0' }, timeout: 60_000 });
  beforeAll(() => { casus('node bin/casus.mjs --version'); });

  it.each([
    ['closed', 'node bin/casus.mjs read - <&-', /standard input is empty/], ['empty', 'node bin/casus.mjs read - </dev/null', /standard input is empty/], ['a folder', 'node bin/casus.mjs read - <src', /standard input is a folder/],
    ['named twice', `node bin/casus.mjs read - --source - <${CLEAN}`, /is named twice/],
  ])('%s', (_what, words, message) => {
    const { status, stderr } = casus(words);
    expect([status, message.test(stderr), TRACE.test(stderr)]).toEqual([2, true, false]);
  });

  it('without end: as much is taken as is looked at', () => {
    const { status, stdout, stderr } = casus('yes "Nobody spoke of the boats." | node bin/casus.mjs read - --json');
    expect([status, stderr]).toEqual([0, '']);
    expect((JSON.parse(stdout) as Read).notes[0]).toBe('the file has more than 8000000 bytes, and only its first 2000000 characters were looked at');
  });

  it('slow: it is waited for', () => { expect(casus(`(sleep 1; cat ${CLEAN}) | node bin/casus.mjs read -`).status).toBe(0); });
});

describe('--facts', () => {
  it.each([
    ['broken JSON', '[\n{"id":"a",\n', /`.*facts\.json`, line \d: the file is no JSON from here on/], ['an object', '{"a":1}', /must hold a list of facts/], ['nothing', 'null', /must hold a list of facts/], ['an empty file', '', /the file is empty/], ['numbers', '[1]', /fact 1: an object was expected/],
    ['an impossible day', '[{"id":"a","name":"x","asOf":"2025-02-30","value":3}]', /fact 1: `asOf`: `2025-02-30` is no day of the calendar/], ['low above high', '[{"id":"a","name":"x","asOf":"2025-02-20","low":5,"high":3}]', /fact 1: `low` is more than `high`/],
    ['no day', '[{"id":"a","name":"x","value":3}]', /fact 1: `asOf` is missing/], ['a slip in a key', '[{"id":"a","name":"x","asOf":"2025-02-20","vaule":3}]', /no key `vaule`, did you mean `value`/], ['words for a figure', '[{"id":"a","name":"x","asOf":"2025-02-20","value":"3"}]', /`value` must be a number/],
    ['one id twice', '[{"id":"a","name":"x","asOf":"2025-02-20","value":3},{"id":"a","name":"y","asOf":"2025-02-20","value":3}]', /fact 2: `a` is the id of an earlier one too/], ['superseded by none', '[{"id":"first","name":"x","asOf":"2025-02-20","value":3,"supersededBy":"frist"}]', /`supersededBy` names no fact: `frist`, did you mean `first`/],
  ])('%s', async (_what, content, words) => {
    const { out, err, code } = await told(['read', CLEAN, '--facts', file('facts.json', content)]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(words);
    expect(err.trim().split('\n').length).toBe(2);
    expect(err).not.toMatch(TRACE);
  });
});

describe('--source', () => {
  it.each([['missing', (): string => 'no-such.txt', /there is no file `no-such\.txt`/], ['binary', (): string => file('source.bin', Uint8Array.from({ length: 4_000 }, (_, at) => (at * 37) % 256)), /source\.bin` is no text/], ['a folder', (): string => scratch, /is a folder/]] as const)('%s', async (_what, path: () => string, words) => {
    const { err, code } = await told(['read', CLEAN, '--source', path()]);
    expect([code, words.test(err), TRACE.test(err)]).toEqual([2, true, false]);
  });
});

describe('--accept', () => {
  const REPORT = file('report.txt', 'Talks on the coast\n\nCORK, 3 May 2026 - Spanish envoy Luis Ortega said Spain accepts observers.\n');
  let count = 0;
  const NEGOTIATION = 'negotiation "T".\nparty Spain, Ireland.\nspeaker Ortega "Luis Ortega, envoy of Spain" for Spain from 2020-01-01.\nissue observers "Observers on the coast", between Spain and Ireland.\noption admitted of observers "Observers are admitted".\noption refused of observers "Observers are refused".\n';
  function dossier(manifest: string, negotiation = NEGOTIATION): string {
    count += 1;
    const at = join(scratch, `dossier-${count}`);
    cpSync(join(root, 'corpus/brief/lakes'), at, { recursive: true });
    for (const [name, content] of [['dossier.json', manifest], ['negotiation.casus', negotiation], ['statements.jsonl', ''], ['facts.json', '[]']] as const) writeFileSync(join(at, name), content);
    return at;
  }
  const MANIFEST = '{"title":"T","negotiation":"negotiation.casus","statements":["statements.jsonl"]}';
  const held = (at: string): string => readFileSync(join(at, 'statements.jsonl'), 'utf8');
  const accepting = (at: string, which: string, ...more: readonly string[]): Promise<Told> => told(['read', REPORT, '--dossier', at, '--accept', which, '--outlet', 'The Post', ...more]);

  it('says which option is still to be named, and takes it with the number', async () => {
    const at = dossier(MANIFEST);
    const first = await accepting(at, '1');
    expect([first.code, first.err]).toEqual([0, expect.stringMatching(/no option is named yet in proposal 1, .*\n.*`--accept 1=OPTION`; the options of `observers` are admitted, refused/)]);
    const second = await accepting(dossier(MANIFEST), '1=admitted');
    expect([second.code, second.err]).toEqual([0, '']);
    const full = dossier(MANIFEST);
    await accepting(full, ' 1 = admitted ,1');
    expect(JSON.parse(held(full))).toMatchObject({ arguments: { option: 'admitted', stance: 'accepts' } });
    expect((await told(['standing', full])).code).toBe(0);
  });

  it.each([
    ['no number', '', [], /there is no proposal ``/], ['a number out of range', '2', [], /numbers from 1 to 1/], ['a range', '1-1', [], /there is no proposal `1-1`/], ['two options for one', '1=admitted,1=refused', [], /proposal 1 is chosen twice/],
    ['an option nobody has', '1=admited', [], /`observers` has no option `admited`; its options are admitted, refused/], ['a day before the office', '1=admitted', ['--on', '2019-05-03'], /`Ortega` did not speak for `Spain` on that day/], ['a day that is none', '1', ['--on', '2026-02-31'], /is no day/],
    ['an address that is none', '1', ['--link', 'example'], /no address of a page/],
  ] as const)('%s: nothing is added', async (_what, which, more, words) => {
    const at = dossier(MANIFEST);
    const { code, err } = await accepting(at, which, ...more);
    expect([code, words.test(err), TRACE.test(err), held(at)]).toEqual([2, true, false, '']);
  });

  it.each([
    ['names a file outside', '{"title":"T","statements":["../other.jsonl"]}', /`statements` names `\.\.\/other\.jsonl`, which lies outside the folder/], ['names a negotiation that is not there', '{"title":"T","negotiation":"negotation.casus"}', /`negotiation` names `negotation\.casus`, which is not there/],
    ['has a slip in a key', '{"title":"T","negotation":"negotiation.casus"}', /no key `negotation`, did you mean `negotiation`/], ['has statements that are no names', '{"title":"T","statements":[3]}', /statements 1: text was expected/], ['is a list', '[]', /an object was expected/], ['is broken', '{"title":\n', /line 1: the file is no JSON/],
  ])('a dossier that %s', async (_what, manifest, words) => {
    const at = dossier(manifest);
    const { code, err } = await accepting(at, '1');
    expect([code, words.test(err), TRACE.test(err), held(at)]).toEqual([2, true, false, '']);
  });

  it('what is said of what is accepted is refused where nothing is', async () => {
    for (const more of [['--outlet', 'X'], ['--on', '2026-05-03'], ['--link', 'https://example.org']]) expect((await told(['read', REPORT, ...more])).err).toMatch(/says something of what is accepted, and nothing is/);
  });
});
