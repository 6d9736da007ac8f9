/** `casus brief` from the command line: what it writes, what it leaves alone, what it refuses, and that nothing half-written stays. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { MANIFEST, publish } from '../../src/cli/publish.js';
import { root } from '../house/files.js';
import { told, TRACE } from './told.js';

const folder = mkdtempSync(join(tmpdir(), 'casus-site-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let count = 0;
let out = '';
beforeEach(() => { count += 1; out = join(folder, `site-${count}`); });

const LAKES = 'corpus/brief/lakes';
const filesOf = (at: string): readonly string[] => (existsSync(at) ? readdirSync(at, { recursive: true }).map(String).filter((name) => statSync(join(at, name)).isFile()).sort() : []);
const contents = (at: string): Readonly<{ [name: string]: string }> => Object.fromEntries(filesOf(at).map((name) => [name, readFileSync(join(at, name)).toString('base64')]));
const long = new Date('2020-01-01');
const age = (at: string): void => { for (const name of filesOf(at)) utimesSync(join(at, name), long, long); };
const touched = (at: string): readonly string[] => filesOf(at).filter((name) => statSync(join(at, name)).mtime.getTime() !== long.getTime());
/** A copy of the example with a file said otherwise. */
function changed(file: string, change: (text: string) => string): string {
  const at = join(folder, `dossier-${count}`);
  cpSync(join(root, LAKES), at, { recursive: true });
  writeFileSync(join(at, file), change(readFileSync(join(at, file), 'utf8')));
  return at;
}

describe('writing', () => {
  it('makes the whole site, and the same bytes again elsewhere', async () => {
    const first = await told(['brief', LAKES, '--out', out]);
    expect([first.code, first.err]).toEqual([0, '']);
    for (const name of ['index.html', 'issues.html', 'statements.html', 'changes.html', 'answers.html', 'feed.xml', 'style.css', 'map.svg', 'fonts/source-serif-4.woff2', 'since/2031-05-14.html', MANIFEST]) expect(filesOf(out)).toContain(name);
    await told(['brief', LAKES, '--out', `${out}-again`]);
    expect(contents(`${out}-again`)).toEqual(contents(out));
  });

  it('rewrites what changed and nothing else', async () => {
    await told(['brief', LAKES, '--out', out]);
    age(out);
    expect((await told(['brief', LAKES, '--out', out])).out).toContain('Nothing changed');
    expect(touched(out)).toEqual([]);
    const other = changed('facts.json', (text) => text.replace('84', '85'));
    cpSync(other, join(folder, 'again', 'lakes'), { recursive: true });
    const { out: words } = await told(['brief', join(folder, 'again', 'lakes'), '--out', out]);
    expect(words).toContain('1 file written');
    expect(touched(out)).toEqual([MANIFEST, 'index.html']);
  });

  it('removes pages that are no longer part of it, and nothing it did not write', async () => {
    await told(['brief', LAKES, '--out', out]);
    writeFileSync(join(out, 'CNAME'), 'example.org');
    mkdirSync(join(out, 'since'), { recursive: true });
    writeFileSync(join(out, 'since', 'notes.txt'), 'mine');
    writeFileSync(join(out, 'since', '2031-05-16.html'), 'mended by hand');
    const { err, code } = await told(['brief', LAKES, '--out', out, '--as-of', '2031-05-13']);
    expect([code, err]).toEqual([0, expect.stringContaining('`' + out + '/since/2031-05-16.html` is no longer part of the site')]);
    expect(filesOf(out)).toContain('CNAME');
    expect(filesOf(out).filter((name) => name.startsWith('since'))).toEqual(['since/2031-05-10.html', 'since/2031-05-11.html', 'since/2031-05-12.html', 'since/2031-05-16.html', 'since/notes.txt']);
  });

  it('replaces no file of somebody else', async () => {
    mkdirSync(out);
    writeFileSync(join(out, 'index.html'), 'my own page');
    const { code, err } = await told(['brief', LAKES, '--out', out]);
    expect(code).toBe(2);
    expect(err).toContain('is there and is not what `casus brief` wrote');
    expect(contents(out)).toEqual({ 'index.html': Buffer.from('my own page').toString('base64') });
  });

  it('does not overwrite what was changed by hand since', async () => {
    await told(['brief', LAKES, '--out', out]);
    writeFileSync(join(out, 'index.html'), 'mended by hand');
    const before = contents(out);
    const { code } = await told(['brief', LAKES, '--out', out, '--as-of', '2031-05-13']);
    expect(code).toBe(2);
    expect(contents(out)).toEqual(before);
  });
});

describe('a run that is cut short', () => {
  it('leaves nothing half-written where a file cannot be put in place, and can be repeated', () => {
    publish(out, [{ path: 'a.html', content: 'one' }, { path: 'b/c.html', content: 'two' }], folder);
    mkdirSync(join(out, 'd.html'));
    expect(() => publish(out, [{ path: 'a.html', content: 'three' }, { path: 'd.html', content: 'four' }], folder)).toThrow(/is there and is not what/);
    expect(filesOf(out)).toEqual([MANIFEST, 'a.html', 'b/c.html']);
    expect(readFileSync(join(out, 'a.html'), 'utf8')).toBe('one');
  });

  it('which died between two renames is ended by the next run', () => {
    publish(out, [{ path: 'a.html', content: 'one' }], folder);
    // As a kill leaves it: the list names old and new, one file is in place, one is not, and the folder of the making is there.
    publish(`${out}-next`, [{ path: 'a.html', content: 'two' }, { path: 'b.html', content: 'three' }], folder);
    const [old, next] = [out, `${out}-next`].map((at) => (JSON.parse(readFileSync(join(at, MANIFEST), 'utf8')) as { files: { [name: string]: string[] } }).files);
    writeFileSync(join(out, MANIFEST), JSON.stringify({ files: { 'a.html': [...old?.['a.html'] ?? [], ...next?.['a.html'] ?? []], 'b.html': next?.['b.html'] } }));
    writeFileSync(join(out, 'a.html'), 'two');
    mkdirSync(join(out, '.casus-brief.making'));
    writeFileSync(join(out, '.casus-brief.making', 'b.html'), 'thr');
    publish(out, [{ path: 'a.html', content: 'two' }, { path: 'b.html', content: 'three' }], folder);
    expect(filesOf(out)).toEqual([MANIFEST, 'a.html', 'b.html']);
    expect(readFileSync(join(out, 'b.html'), 'utf8')).toBe('three');
  });

  it('removes the folders it made where it failed', () => {
    writeFileSync(`${out}-file`, 'x');
    expect(() => publish(join(`${out}-file`, 'site'), [{ path: 'a.html', content: 'x' }], folder)).toThrow(/cannot be written|is a file/);
    expect(() => publish(out, [{ path: 'a.html', content: 'x' }, { path: 'a.html/b', content: 'y' }], folder)).toThrow(/cannot be written/);
    expect(existsSync(out)).toBe(false);
  });

  it('refuses a list that leads out of the folder', () => {
    mkdirSync(out);
    writeFileSync(join(out, MANIFEST), JSON.stringify({ files: { '../other.html': ['x'] } }));
    expect(() => publish(out, [], folder)).toThrow(/is damaged/);
  });
});

describe('--lint', () => {
  it('refuses with 1 and writes nothing', async () => {
    const at = changed('dossier.json', (text) => text.replace('Monitors are agreed for the Lakes; the land is not', 'Lakeland and Hillmark agree on a force'));
    const { code, out: words } = await told(['brief', at, '--out', out, '--as-of', '2031-05-19', '--lint']);
    expect(code).toBe(1);
    expect(words).toContain('headline-stronger-than-evidence');
    expect(existsSync(out)).toBe(false);
    expect((await told(['brief', at, '--out', out, '--as-of', '2031-05-19'])).code).toBe(0);
  });

  it('leaves an earlier site as it is', async () => {
    await told(['brief', LAKES, '--out', out]);
    const before = contents(out);
    const at = changed('dossier.json', (text) => text.replace('Does anybody hold', 'TODO Does anybody hold'));
    expect((await told(['brief', at, '--out', out, '--lint'])).code).toBe(1);
    expect(contents(out)).toEqual(before);
  });

  it('passes what is in order, with and without a folder', async () => {
    expect((await told(['brief', LAKES, '--lint'])).code).toBe(0);
    expect((await told(['brief', LAKES, '--lint', '--out', out])).code).toBe(0);
    expect(existsSync(join(out, 'index.html'))).toBe(true);
  });
});

describe('bad input', () => {
  it.each<readonly [string, () => readonly string[], RegExp]>([
    ['no dossier', () => ['brief'], /no dossier is named/], ['no folder to write to', () => ['brief', LAKES], /no folder is named to write to/], ['two dossiers', () => ['brief', LAKES, LAKES, '--out', out], /one dossier is published at a time/], ['a dossier that is not there', () => ['brief', 'nowhere', '--out', out], /there is no folder `nowhere`/],
    ['a file', () => ['brief', `${LAKES}/dossier.json`, '--out', out], /is no folder/], ['a folder without dossier.json', () => ['brief', 'corpus', '--out', out], /there is no such file in the folder/], ['a date that is none', () => ['brief', LAKES, '--out', out, '--as-of', '2031-02-30'], /`--as-of`: /], ['an earlier day that is later', () => ['brief', LAKES, '--out', out, '--as-of', '2031-05-12', '--since', '2031-05-12'], /is not before/],
    ['an address that is none', () => ['brief', LAKES, '--out', out, '--base', 'example'], /is no address a site can stand at/], ['a broken file', () => ['brief', changed('facts.json', () => '{'), '--out', out], /`facts\.json`, line 1: the file is no JSON from here on/], ['an output that is a file', () => ['brief', LAKES, '--out', join(root, 'package.json')], /is a file/],
  ])('%s is answered, and nothing is written', async (_what, words, expected) => {
    const { code, err, out: said } = await told(words());
    expect([code, expected.test(err), TRACE.test(err + said), existsSync(out)]).toEqual([2, true, false, false]);
  });

  it('a line that cannot be used is told, the rest is published, and the exit code says so', async () => {
    const at = changed('statements.jsonl', (text) => `${text}{"act":"state","actor":"Lakeland","arguments":{"speaker":"Nobody","issue":"monitors","option":"union-monitors","stance":"accepts","voice":"own"},"occurredAt":"2031-05-19"}\n`);
    const { code, err } = await told(['brief', at, '--out', out]);
    expect([code, err.includes('no speaker `Nobody`'), existsSync(join(out, 'index.html'))]).toEqual([2, true, true]);
  });
});
