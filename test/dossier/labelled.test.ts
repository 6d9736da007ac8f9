/** The labelled texts: what is met and what is not, with floors under both; the clean text has no fault; any text at all gives a reading. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_CHARACTERS, readArticle, type KnownFact } from '../../src/dossier/index.js';
import { root } from '../house/files.js';
import { readFileText, report, scoreOf } from './labelled.js';

const folder = join(root, 'corpus', 'reading');
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
const exists = (name: string): boolean => existsSync(join(folder, name));
const names = readdirSync(folder).filter((name) => name.endsWith('.labels.json')).map((name) => name.replace('.labels.json', ''));

/** The texts that rules were first made on. Those written later, without sight of the rules, are held as a whole. */
const FIRST = ['blog', 'clean', 'communique', 'explainer', 'interview', 'regional', 'rewrite', 'tabloid', 'wire'];
const setAside = (name: string): boolean => (JSON.parse(read(`${name}.labels.json`)) as { readonly setAside?: boolean }).setAside === true;

describe('labelled texts', () => {
  it('those written without sight of the rules, all together: nine of ten statements and faults, and few for nothing', () => {
    const scores = names.filter((name) => !FIRST.includes(name) && !setAside(name)).map((name) => scoreOf(name, read, exists).score);
    const sum = (of: 'statements' | 'faults', what: 'labelled' | 'proposed' | 'met'): number => scores.reduce((total, score) => total + score[of][what], 0);
    expect(scores.length).toBeGreaterThanOrEqual(18);
    expect(sum('statements', 'met')).toBeGreaterThanOrEqual(sum('statements', 'labelled') * 0.88);
    expect(sum('statements', 'met')).toBeGreaterThanOrEqual(sum('statements', 'proposed') * 0.84);
    expect(sum('faults', 'met')).toBeGreaterThanOrEqual(sum('faults', 'labelled') * 0.88);
    expect(sum('faults', 'met')).toBeGreaterThanOrEqual(sum('faults', 'proposed') * 0.93);
  });

  it.each(['dialogue', 'berlin', 'radio'])('%s, well edited, has no fault', (name) => { expect(readFileText(`${name}.txt`, read(`${name}.txt`), { facts: JSON.parse(read('facts.json')) as readonly KnownFact[] }).faults.map(({ id }) => id)).toEqual([]); });

  it.each(FIRST)('%s: at least nine of ten statements met and as many of those proposed in the labels', (name) => {
    const { score: { statements, faults } } = scoreOf(name, read, exists);
    expect(statements.met).toBeGreaterThanOrEqual(Math.ceil(statements.labelled * 0.9));
    expect(statements.met).toBeGreaterThanOrEqual(Math.floor(statements.proposed * 0.9));
    expect(faults.met).toBe(faults.labelled);
    expect(faults.proposed - faults.met).toBeLessThanOrEqual(1);
  });

  it('the clean text has no fault, and one planted in it is found', () => {
    expect(readArticle(read('clean.txt')).faults).toEqual([]);
    expect(readArticle(read('clean.txt').replace('in May.', 'in [MONTH].')).faults.map(({ id }) => id)).toEqual(['placeholder']);
  });

  it('prints the set-aside text apart', () => {
    const printed = report(names, read, exists, []);
    expect(printed.indexOf('aside')).toBeGreaterThan(printed.indexOf('all of these'));
  });

  it('points into the page for a page', () => {
    const page = read('regional.html');
    const { statements } = readFileText('regional.html', page, {});
    expect(statements.map(({ span }) => page.slice(...span)).some((words) => words.startsWith('&ldquo;A mission that cannot move'))).toBe(true);
    for (const { span } of statements) expect(page.slice(...span)).not.toMatch(/<p>|<\/p>/);
  });
});

describe('any text', () => {
  const piece = fc.constantFrom('said', ' ', '"', '“', '‘', "'", ', ', '.', '\n', '\n\n', '|', '\t', 'Spain', 'Putin', 'he', 'who', 'that ', '[', ']', '<', '>', '&amp;', '3 May 2026', '14,000 people', 'the ', 'according to ', ':', '—', 'Q: ', 'ÿ', '😀', 'x'.repeat(50));
  it('gives spans within it, each time the same', () => {
    fc.assert(fc.property(fc.array(piece, { maxLength: 120 }).map((all) => all.join('')), (text) => {
      const reading = readArticle(text);
      for (const { span: [from, to] } of [...reading.statements, ...reading.faults]) expect(from >= 0 && from <= to && to <= text.length).toBe(true);
      expect(readArticle(text)).toEqual(reading);
    }), { numRuns: 150 });
  });

  it('is read up to a limit, and says so', () => {
    const reading = readArticle('Spain said it would. "No," he said, and 12,000 people ['.repeat(20_000));
    expect(reading.notes).toEqual([`only the first ${MOST_CHARACTERS} of ${'Spain said it would. "No," he said, and 12,000 people ['.length * 20_000} characters were read`]);
  });
});
