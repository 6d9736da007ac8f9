/** Reported pledges beside the text: held against what the text and others say is needed, known by day, never counted as pledged. */
import { describe, expect, it } from 'vitest';
import { briefOf, lintBrief, siteOf } from '../../src/dossier/index.js';
import { briefFor, fileOf, LAKES, on, opened, UKRAINE, type Instead } from './dossiers.js';

const need = { id: 'divers', what: 'divers', low: 20, high: 30, unit: 'divers', of: 'Lakeland', asOf: '2031-05-10', source: 'Lake Courier, 10 May 2031' };
const pledge = { id: 'p1', by: 'Hillmark', text: 'ten to twelve divers', low: 10, high: 12, unit: 'divers', status: 'declared', asOf: '2031-05-12', towards: ['divers'], source: 'Hillmark Gazette, 12 May 2031', link: 'https://example.org/p1' };
const files = (needs: readonly object[], pledges: readonly object[]): Instead => ({
  'dossier.json': JSON.stringify({ ...JSON.parse(fileOf('dossier.json')) as object, pledges: 'pledges.json' }), 'pledges.json': JSON.stringify({ needs, pledges }),
});
const viewOf = (needs: readonly object[], pledges: readonly object[], date = '2031-05-19') => briefFor({ asOf: on(date) }, LAKES, files(needs, pledges)).pledges;
const faultsOf = (instead: Instead): readonly string[] => opened(LAKES, instead).faults.map(({ message }) => message);
const textNeed = briefFor({ asOf: on('2031-05-19') }).pledges?.needs[0];

describe('a need that somebody states', () => {
  it('has the range that would be missing by what is reported', () => {
    const [view] = viewOf([need], [pledge])?.stated ?? [];
    expect(view).toMatchObject({ needed: '20 to 30 divers', met: false, gap: '8 to 20 missing by what is reported, 10 to 12 of 20 to 30' });
    expect(view?.reported).toMatchObject([{ by: 'Hillmark', status: 'declared', on: '12 May 2031', link: 'https://example.org/p1' }]);
  });
  it.each([
    ['is covered where the least reported reaches the most needed', [{ ...pledge, low: 30, high: 40 }], true, 'covered by what is reported, 30 to 40 of 20 to 30'],
    ['counts nothing without a number', [pledge, { ...pledge, id: 'p2', low: undefined, high: undefined }], false, '8 to 20 missing by what is reported, 10 to 12 of 20 to 30; 1 of the 2 reports name no number and count as nothing'],
    ['counts nothing of another unit', [{ ...pledge, unit: 'boats' }], undefined, 'cannot be said: no report names how much'],
    ['has nothing towards it', [], false, 'nothing is reported towards it'],
  ])('%s', (_, pledges, met, gap) => { expect(viewOf([need], pledges)?.stated[0]).toMatchObject({ met, gap }); });
  it('without an amount cannot be reckoned', () => {
    expect(viewOf([{ ...need, low: undefined, high: undefined }], [pledge])?.stated[0]).toMatchObject({ met: undefined, gap: 'cannot be said in numbers: no amount is named' });
  });
});

describe('a report', () => {
  it('leaves what the text pledges as it is, and is told beside it', () => {
    const what = textNeed?.what.replace(/ /g, '-') ?? '';
    const view = viewOf([], [{ ...pledge, towards: [what], unit: what, low: undefined, high: undefined, value: 1 }])?.needs[0];
    expect([view?.met, view?.pledges]).toEqual([textNeed?.met, textNeed?.pledges]);
    expect(view?.gap).toMatch(/^2 missing: 1 of 3 pledged in time.*; 2 missing by what is reported, 1 of 3, and no report names a day$/);
  });
  it('that no need asks for stands apart', () => { expect(viewOf([need], [{ ...pledge, towards: [] }])?.beside.map(({ by }) => by)).toEqual(['Hillmark']); });
  it('is unknown before its day, and stands apart while what it goes towards is not yet stated', () => {
    expect(viewOf([need], [pledge], '2031-05-11')?.stated[0]?.reported).toEqual([]);
    expect(viewOf([{ ...need, asOf: '2031-05-15' }], [pledge], '2031-05-13')?.beside.map(({ by }) => by)).toEqual(['Hillmark']);
  });
});

describe('the file', () => {
  it.each([
    ['a pledge without a source', [need], [{ ...pledge, source: undefined }], /`source` is missing/], ['a need without a day', [{ ...need, asOf: undefined }], [], /`asOf` is missing/],
    ['a status nobody has', [need], [{ ...pledge, status: 'sworn' }], /there is no status `sworn`/], ['a need that is none', [need], [{ ...pledge, towards: ['divres'] }], /goes towards `divres`, which is no need, did you mean `divers`/],
    ['one id twice', [need], [pledge, pledge], /`p1` is the id of an earlier one too/], ['a key nobody knows', [need], [{ ...pledge, frm: 1 }], /there is no key `frm`/],
  ])('%s is told', (_, needs, pledges, message) => { expect(faultsOf(files(needs, pledges)).join('\n')).toMatch(message); });
  it('that is no object is told', () => { expect(faultsOf({ ...files([], []), 'pledges.json': '[]' })).toEqual(['an object was expected, with the lists `needs` and `pledges`']); });
  it('as it should be has no fault', () => { expect(faultsOf(files([need], [pledge]))).toEqual([]); });
});

it('the page tells each with its source, escapes what was written, and says who said it', () => {
  const page = siteOf(briefFor({ asOf: on('2031-05-19') }, LAKES, files([{ ...need, what: '<i>divers' }], [pledge]))).find(({ path }) => path === 'index.html')?.text ?? '';
  for (const words of ['&lt;i&gt;divers', 'href="https://example.org/p1"', 'said by itself', 'own figure']) expect(page).toContain(words);
  expect(page).not.toContain('<i>divers');
});

it('a placeholder in it is not published', () => {
  const { dossier } = opened(LAKES, files([need], [{ ...pledge, text: 'TODO' }]));
  expect(lintBrief(dossier, briefOf(dossier, { asOf: on('2031-05-19') })).map(({ id, where }) => [id, where])).toEqual([['placeholder', 'pledge of Hillmark']]);
});

describe('the Ukraine dossier', () => {
  it('has needs with a source each, and tells the draft\'s own figures apart', () => {
    const view = briefFor({ asOf: on('2026-03-01') }, UKRAINE).pledges;
    expect(view?.needs.map(({ what }) => what)).toEqual(['brigade', 'air defence battery']);
    expect(view?.stated.every(({ source }) => source !== undefined)).toBe(true);
    expect(view?.needs[0]?.reported.map(({ by }) => by)).toEqual(['France', 'United Kingdom']);
    expect(view?.beside.length).toBeGreaterThan(0);
  });
  it('knows none of them on 18 August 2025', () => {
    const view = briefFor({ asOf: on('2025-08-18') }, UKRAINE).pledges;
    expect([view?.stated, view?.beside, view?.needs.flatMap(({ reported }) => reported)]).toEqual([[], [], []]);
  });
});
