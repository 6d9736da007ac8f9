/** `casus read` from the command line: what it prints, what it makes of bad input, and that nothing enters a dossier but what was chosen, whole. */
import { mkdtempSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { namesOf } from '../../src/dossier/index.js';
import { parseTreaty } from '../../src/language/index.js';
import { read as readIn, root } from '../house/files.js';
import { TRACE, told } from './told.js';

const scratch = mkdtempSync(join(tmpdir(), 'casus-read-'));
const file = (name: string, content: string | Uint8Array): string => { writeFileSync(join(scratch, name), content); return join(scratch, name); };
const schema = new Ajv2020({ strict: true, strictRequired: false, strictTypes: false, strictTuples: false }).compile(JSON.parse(readIn('schemas/read.schema.json')) as object);
interface Printed { readonly statements: readonly { readonly span: readonly [number, number]; readonly speaker: string | null; readonly onBehalfOf: string | null }[]; readonly faults: readonly { readonly id: string; readonly span: readonly [number, number] }[]; readonly notes: readonly string[] }
const json = async (words: readonly string[]): Promise<Printed> => { const { out } = await told(['read', ...words, '--json']); const value = JSON.parse(out) as Printed; expect(schema(value), JSON.stringify(schema.errors)).toBe(true); return value; };

const REPORT = 'Spain and Ireland talk\n\nCORK, 3 May 2026 - Spanish envoy Luis Ortega said Spain accepts observers.\n\n"The boats are ready," Irish negotiator Mary Walsh told RTE.\n';

describe('what it prints', () => {
  it.each(readdirSync(join(root, 'corpus/reading')).filter((name) => /(?<!source)\.(?:txt|html)$/.test(name)))('JSON of %s fits the schema, its spans lie in the file', async (name) => {
    const text = readIn(`corpus/reading/${name}`);
    const { statements, faults } = await json([`corpus/reading/${name}`, '--facts', 'corpus/reading/facts.json']);
    for (const { span: [from, to] } of [...statements, ...faults]) expect(from < to && to <= text.length).toBe(true);
  });

  it('faults first, statements by speaker, within 80 columns', async () => {
    const { out, code } = await told(['read', 'corpus/reading/tabloid.txt', '--source', 'corpus/reading/tabloid.source.txt']);
    expect(code).toBe(1);
    expect(out.indexOf('headline-stronger-than-body')).toBeLessThan(out.indexOf('Ruta Kalvaite, for Lithuania'));
    expect(out).toContain('line 7, column 1');
    expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  it('ends with 0 where there is no fault', async () => { expect((await told(['read', 'corpus/reading/clean.txt'])).code).toBe(0); });

  it('spans of a page are those of its file', async () => {
    const page = readIn('corpus/reading/regional.html');
    const { statements, faults } = await json(['corpus/reading/regional.html']);
    expect(statements.map(({ span }) => page.slice(...span))).toContain('Poland could send trainers, he said, but it was too early to speak of soldiers.');
    expect(faults.map(({ id, span }) => [id, page.slice(...span)])).toContainEqual(['placeholder', '[figure to come]']);
  });
});

describe('bad input', () => {
  const noise = (length: number): Uint8Array => { const bytes = new Uint8Array(length); let state = 7; for (let at = 0; at < length; at += 1) { state = (state * 1103515245 + 12345) & 0x7fffffff; bytes[at] = 32 + (state >> 16) % 95; } return bytes; };
  it.each<[string, string | Uint8Array, RegExp]>([
    ['empty.txt', '', /is empty/], ['blank.txt', ' \n\t\n', /nothing but blanks/], ['binary.bin', Uint8Array.from({ length: 4_000 }, (_, at) => (at * 37) % 256), /is no text/], ['page.html', '<html><body><script>x</script></body></html>', /holds no text/],
    ['archive.gz', Uint8Array.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2, 3, 0, 0, 0, 200, 250, 0, 0, 0, 1, 1, 1, 1, 1]), /is a gzip archive, no text\n +unpack it first/],
  ])('%s', async (name, content, words) => {
    const { err, code } = await told(['read', file(name, content)]);
    expect(code).toBe(2);
    expect(err).toMatch(words);
    expect(err).not.toMatch(TRACE);
  });

  it('50 MB of noise: read to a limit, in bounded time, and said so', async () => {
    const path = file('noise.txt', noise(50_000_000));
    const { notes } = await json([path]);
    expect(notes.join(' ')).toMatch(/only its first 2000000 characters.*only the first 200000/);
  });

  it.each<[string, (text: string) => Uint8Array, RegExp | undefined]>([
    ['UTF-16 with its mark', (text) => Buffer.from(`\ufeff${text}`, 'utf16le'), /UTF-16/], ['UTF-16 without', (text) => Buffer.from(text, 'utf16le'), /UTF-16 without its mark/], ['latin-1', (text) => Buffer.from(text.replace('Luis Ortega', 'Luis Ortéga'), 'latin1'), /windows-1252/], ['UTF-8', (text) => Buffer.from(text), undefined],
  ])('%s is read', async (name, coded, note) => {
    const { statements, notes } = await json([file(`${name.replace(/\W/g, '')}.txt`, coded(REPORT))]);
    expect(statements.map(({ onBehalfOf }) => onBehalfOf)).toEqual(['Spain', 'Ireland']);
    if (note) expect(notes.join()).toMatch(note); else expect(notes).toEqual([]);
  });

  it('quotation marks of windows-1252 are quotation marks', async () => {
    const { faults } = await json([file('marks.txt', Buffer.from('Harbour news\n\nThe caf\u00e9 was full.\n\n\u0093The boats are ready and the crews are aboard.\u0094\n', 'latin1'))]);
    expect(faults.map(({ id }) => id)).toEqual(['unattributed-quote']);
  });

  it('malformed HTML is read as far as it goes', async () => {
    const page = '<html><body><article><h1>Talks<p>Spanish envoy Luis Ortega said <b>Spain accepts observers.</i></p><div><<p>"The boats are ready," Irish negotiator Mary Walsh told RTE. <a href="x';
    const { statements } = await json([file('broken.html', page)]);
    expect(statements.map(({ speaker }) => speaker)).toEqual(['Luis Ortega', 'Mary Walsh']);
  });

  it('a text in which nobody says anything', async () => {
    const { out, code } = await told(['read', file('quiet.txt', 'Harbour closed\n\nThe harbour was closed for the winter, and the boats lay on the beach.\n')]);
    expect(out).toContain('no statement found');
    expect(code).toBe(0);
  });

  it.each([[['read']], [['read', 'a', 'b']], [['read', 'no-such.txt']], [['read', 'corpus/reading/clean.txt', '--accept', 'all']], [['read', 'corpus/reading/clean.txt', '--dossier', 'no-such']], [['read', 'corpus/reading/clean.txt', '--facts', 'corpus/reading/clean.txt']]])('%j', async (words) => {
    const { err, code } = await told(words);
    expect(code).toBe(2);
    expect(err.trim().split('\n').length).toBeGreaterThan(1);
    expect(err).not.toMatch(TRACE);
  });
});

describe('--accept', () => {
  const dossier = (name: string): string => {
    const folder = join(scratch, name);
    mkdirSync(folder);
    writeFileSync(join(folder, 'dossier.json'), JSON.stringify({ title: 'T', negotiation: 'negotiation.casus', statements: ['statements.jsonl'] }));
    writeFileSync(join(folder, 'negotiation.casus'), 'negotiation "T".\nparty Spain, Ireland.\nspeaker Ortega "Luis Ortega, envoy of Spain" for Spain.\nissue observers "Observers on the coast", between Spain and Ireland.\noption admitted of observers "Observers are admitted".\n');
    writeFileSync(join(folder, 'statements.jsonl'), '{"id":"there"}');
    return folder;
  };
  const report = file('report.txt', REPORT);
  const lines = (folder: string): readonly string[] => readFileSync(join(folder, 'statements.jsonl'), 'utf8').trim().split('\n');

  it('adds what was chosen, after what was there, in words that are not the report\'s', async () => {
    const folder = dossier('one');
    const { out, code } = await told(['read', report, '--dossier', folder, '--accept', '1', '--outlet', 'The Cork Post']);
    expect([code, out.includes('1 statement added')]).toEqual([0, true]);
    const [, line = ''] = lines(folder);
    expect(JSON.parse(line)).toMatchObject({ act: 'state', actor: 'Spain', arguments: { speaker: 'Ortega', issue: 'observers', stance: 'accepts', voice: 'own', outlet: 'The Cork Post' }, occurredAt: '2026-05-03', knownAt: '2026-05-03', source: 'The Cork Post, 2026-05-03' });
    expect(line).not.toContain('said Spain accepts');
    expect(readdirSync(folder).sort()).toEqual(['dossier.json', 'negotiation.casus', 'statements.jsonl']);
  });

  it('adds nothing twice', async () => {
    const folder = dossier('twice');
    for (let time = 0; time < 2; time += 1) await told(['read', report, '--dossier', folder, '--accept', '1', '--outlet', 'The Cork Post']);
    expect(lines(folder).length).toBe(2);
  });

  it('refuses all where one is by nobody the dossier knows, and says who', async () => {
    const folder = dossier('unknown');
    const { err, code } = await told(['read', report, '--dossier', folder, '--accept', 'all', '--outlet', 'The Cork Post']);
    expect(code).toBe(2);
    expect(err).toContain('proposal 2 is by `Mary Walsh`, no speaker of the dossier');
    expect(err).toContain('--accept 1');
    expect(lines(folder)).toEqual(['{"id":"there"}']);
  });

  it.each([['9'], ['0'], ['x'], ['1,,2']])('no proposal %s', async (which) => {
    const { err, code } = await told(['read', report, '--dossier', dossier(`bad-${which.replace(/\W/g, '-')}`), '--accept', which, '--outlet', 'P']);
    expect([code, /there is no proposal/.test(err)]).toEqual([2, true]);
  });

  it.each([[['--accept', '1'], /outlet/], [['--accept', '1', '--outlet', 'P', '--on', '2026-02-31'], /is no day/]] as const)('%j', async (words, said) => {
    const { err, code } = await told(['read', report, '--dossier', dossier(`more-${words.length}`), ...words]);
    expect([code, said.test(err)]).toEqual([2, true]);
  });

  it('leaves the file as it was where it cannot be written', async () => {
    const folder = dossier('blocked');
    mkdirSync(join(folder, `statements.jsonl.${process.pid}.new`));
    const { err, code } = await told(['read', report, '--dossier', folder, '--accept', '1', '--outlet', 'P']);
    expect([code, /nothing was added/.test(err), lines(folder)]).toEqual([2, true, ['{"id":"there"}']]);
  });

  it('reads names out of a negotiation, not out of its comments', () => {
    expect(namesOf(parseTreaty('negotiation "A harbour".\n// speaker Nobody.\nparty Spain.\noutsider NATO.\nspeaker Ortega "Luis Ortega, envoy" for Spain.\nspeaker Crow.\nissue quay "The first", between Spain and NATO.\noption wide of quay "Yes".\n').treaty)).toEqual({ parties: ['Spain', 'NATO'], names: ['Spain', 'NATO'], speakers: [{ name: 'Ortega', title: 'Luis Ortega, envoy', party: 'Spain' }, { name: 'Crow' }], issues: [{ name: 'quay', title: 'The first', options: ['wide Yes'] }] });
  });
});
