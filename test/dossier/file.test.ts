/** Files of a dossier that are not as they should be: each fault is named with its file, its place and what would help; nothing throws, nothing is passed over. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { briefOf, openDossier, siteOf } from '../../src/dossier/index.js';
import { briefFor, fileOf, LAKES, on, opened, withBrief, type Instead } from './dossiers.js';

const told = (instead: Instead): readonly string[] => opened(LAKES, instead).faults.map(({ file, where, message }) => `${file}${where === undefined ? '' : `, ${where}`}: ${message}`);

describe('faults', () => {
  it.each<readonly [string, Instead, RegExp]>([
    ['no dossier.json', { 'dossier.json': undefined }, /^dossier\.json: there is no such file/], ['an empty one', { 'dossier.json': ' ' }, /the file is empty/], ['a broken one', { 'dossier.json': '{"title":' }, /is no JSON/], ['a list', { 'dossier.json': '[]' }, /an object was expected/],
    ['a slip in a key', withBrief({ headlin: 'x' }), /brief: there is no key `headlin`, did you mean `headline`/], ['a number as headline', withBrief({ headline: 3 }), /brief: `headline` must be text/], ['an edition without date', withBrief({ editions: [{ headline: 'x' }] }), /editions 1: `from` is missing/],
    ['a correction without date', withBrief({ corrections: [{ what: 'x' }] }), /corrections 1: `on` is missing/], ['a day no calendar has', withBrief({ corrections: [{ on: '2031-02-30', what: 'x' }] }), /no day of the calendar/], ['a guarantee that is not there', withBrief({ guarantee: 'nowhere' }), /names `treaties\/nowhere\.casus`, which is not there/],
    ['a line the atlas lacks', withBrief({ line: { file: 'front.geojson' } }), /the atlas does not list/], ['no statements', { 'statements.jsonl': undefined }, /`statements` names `statements\.jsonl`, which is not there/],
    ['facts that are no list', { 'facts.json': '{}' }, /^facts\.json: the file must hold a list of facts/], ['a fact without a name', { 'facts.json': '[{"id":"a","value":1}]' }, /fact 1: `name` is missing/], ['a fact that says nothing', { 'facts.json': '[{"id":"a","name":"b"}]' }, /it says nothing/],
    ['a figure in words', { 'facts.json': '[{"id":"a","name":"b","value":"3"}]' }, /`value` must be a number/], ['half a range', { 'facts.json': '[{"id":"a","name":"b","low":3}]' }, /`low` stands without `high`/], ['a range turned round', { 'facts.json': '[{"id":"a","name":"b","low":3,"high":2}]' }, /`low` is more than `high`/],
    ['one id twice', { 'facts.json': '[{"id":"a","name":"b","value":1},{"id":"a","name":"c","value":1}]' }, /fact 2: `a` is the id of an earlier one too/], ['a link to nowhere', { 'facts.json': '[{"id":"a","name":"b","value":1,"link":"javascript:alert(1)"}]' }, /`link` is no address of a page/],
    ['an event without a date', { 'events.json': '[{"id":"a","title":"b"}]' }, /event 1: `from` is missing/], ['an event that ends before it begins', { 'events.json': '[{"id":"a","title":"b","from":"2031-05-02","to":"2031-05-01"}]' }, /it ends before it begins/],
    ['bytes that are no UTF-8', { 'events.json': '[{"id":"a","title":"\ufffd","from":"2031"}]' }, /no UTF-8/], ['a negotiation that does not parse', { 'negotiation.casus': 'negotiation "x".\nissue between.' }, /^negotiation\.casus, line 2: /], ['a broken map', { 'data/land.geojson': '{' }, /^data\/atlas\.json: the atlas cannot be read/],
  ])('%s', (_what, instead, expected) => { expect(told(instead).join('\n')).toMatch(expected); });

  it('say what would help, in the words of the house', () => {
    const { faults } = opened(LAKES, { 'facts.json': '[{"id":"a","nam":"b","value":"3"}]', 'events.json': '{' });
    expect(faults.length).toBeGreaterThan(2);
    for (const { message, help } of faults) expect([/^[a-z`“]/.test(message), /\.$/.test(message), help.length > 8]).toEqual([true, false, true]);
  });
});

describe('lines of the statements that cannot be used', () => {
  const line = (change: object): string => JSON.stringify({ id: 'x', act: 'state', actor: 'Lakeland', arguments: { speaker: 'Orla-Venn', issue: 'monitors', option: 'union-monitors', stance: 'accepts', voice: 'own', gist: 'g' }, occurredAt: '2031-05-19', source: 's', ...change });
  const args = (change: object): object => ({ arguments: { speaker: 'Orla-Venn', issue: 'monitors', option: 'union-monitors', stance: 'accepts', voice: 'own', gist: 'g', ...change } });
  it.each([
    ['an unknown speaker', line(args({ speaker: 'Nobody' })), /no speaker `Nobody`/], ['an unknown issue', line(args({ issue: 'weather' })), /no issue `weather`/], ['an unknown stance', line(args({ stance: 'likes' })), /`likes` is no stance/], ['another party’s voice', line({ actor: 'Hillmark' }), /speaks for `Lakeland`/],
    ['an id on record already', line({ id: 'm1' }), /the id `m1` already stands for another entry on line 1/], ['no JSON', 'hello', /the line is no JSON/], ['another act', line({ act: 'bombardment' }), /`bombardment` is no statement/], ['a slip in the act', line({ act: 'sate' }), /no act `sate`, did you mean `state`/], ['an unknown party', line({ actor: 'Atlantis' }), /`Atlantis` is no party/], ['a slip in an argument', line(args({ speaker: undefined, speeker: 'Orla-Venn' })), /`state` has no fact `speeker`/], ['known before it was said', line({ knownAt: '2031-05-18' }), /known by 2031-05-18, before it occurred on 2031-05-19/], ['a correction of nothing', JSON.stringify({ id: 'k', act: 'retraction', arguments: { retracts: 'zz' }, occurredAt: '2031-05-19' }), /refers to the entry `zz`, which is not on record/], ['a correction of a slip', JSON.stringify({ id: 'k', act: 'retraction', arguments: { retracts: 'mm4' }, occurredAt: '2031-05-19' }), /did you mean `m4`/],
  ])('%s', (_what, text, expected) => {
    const { dossier } = opened(LAKES, { 'statements.jsonl': `${fileOf('statements.jsonl')}${text}\n` });
    expect(dossier.leftOut.map(({ row }) => row)).toEqual([14]);
    expect(dossier.leftOut[0]?.reason).toMatch(expected);
    const index = siteOf(briefOf(dossier, {})).find(({ path }) => path === 'index.html')?.text ?? '';
    expect(index).toContain('Left out:');
  });
});

it('months and years are dates, and are shown as such', () => {
  const brief = briefFor({ asOf: on('2031-05-19') });
  expect(brief.facts.find(({ name }) => name === 'displaced people')?.earlier[0]?.asOf).toMatchObject({ from: Date.parse('2031-01-01'), to: Date.parse('2031-02-01') - 1 });
  expect(siteOf(brief).find(({ path }) => path === 'index.html')?.text).toContain('January 2031');
});

it('a dossier of nothing but a title is a page', () => {
  const { dossier, faults } = openDossier('bare', (name) => (name === 'dossier.json' ? '{"title":"Bare"}' : undefined));
  expect(faults).toEqual([]);
  const files = siteOf(briefOf(dossier, { asOf: on('2031-05-19') }));
  expect(files.find(({ path }) => path === 'index.html')?.text).toContain('The dossier names no issue yet.');
});

it('whatever the files hold, opening and laying out does not throw', () => {
  const json = fc.json({ maxDepth: 3 });
  const near = fc.record({ title: fc.oneof(fc.string(), fc.integer()), brief: fc.oneof(fc.record({ headline: fc.string(), glossary: fc.array(fc.record({ term: fc.string(), means: fc.string() })), corrections: fc.array(fc.record({ on: fc.constantFrom('2031', '2031-05', 'x'), what: fc.string() })), questions: fc.array(fc.string()) }), fc.constant({})) }).map((value) => JSON.stringify(value));
  fc.assert(fc.property(fc.oneof(json, near, fc.string()), fc.oneof(json, fc.string()), fc.oneof(json, fc.string()), fc.string(), (head, facts, events, statements) => {
    const files: Instead = { 'dossier.json': head, 'facts.json': facts, 'events.json': events, 'statements.jsonl': statements };
    const { dossier } = openDossier('any', (name) => files[name]);
    expect(siteOf(briefOf(dossier, { asOf: on('2031-05-19') })).length).toBeGreaterThan(4);
  }), { numRuns: 200 });
});
