/** What must not be published is refused, each kind by its own finding; what is in order, and what merely looks like a fault, is not. */
import { describe, expect, it } from 'vitest';
import { briefOf, lintBrief } from '../../src/dossier/index.js';
import { fileOf, LAKES, on, opened, withBrief, type Instead } from './dossiers.js';

const lint = (instead: Instead = {}, date = '2031-05-19') => { const { dossier } = opened(LAKES, instead); return lintBrief(dossier, briefOf(dossier, { asOf: on(date) })); };
const ids = (instead: Instead = {}, date?: string): readonly string[] => [...new Set(lint(instead, date).map(({ id }) => id))];
const headline = (text: string): Instead => withBrief({ headline: text, lede: undefined, editions: [] });
const lede = (text: string): Instead => withBrief({ headline: 'Where the Lakes stand', lede: text, editions: [] });
const facts = (change: (list: Record<string, unknown>[]) => unknown): Instead => ({ 'facts.json': JSON.stringify(change(JSON.parse(fileOf('facts.json')) as Record<string, unknown>[])) });

it('the example may be published', () => { expect(lint()).toEqual([]); });

describe('a headline stronger than its evidence', () => {
  it.each([
    'Lakeland and Hillmark agree on a force on the shore', 'Hillmark accepts a force of the Lake Union', 'Deal reached on the East Shore', 'Hillmark and Lakeland strike a deal on prisoners', 'Breakthrough: prisoners settled',
    'Neighbours agree', 'Peace deal signed for the Lakes', 'All issues are agreed', 'Two of five issues are agreed', 'After talks to end the war, Lakeland and Hillmark agree on harbour fees', 'Lake Union secures a guarantee', 'Lake Union will send a force to the shore', 'Lakeland to get a force on the shore', 'Hillmark wins binding guarantees', 'Presidents reach agreement on prisoners', 'Historic agreement on the East Shore', 'Lakeland gets the protection of a force', 'Hillmark to enshrine the shared shore',
  ])('is refused: %s', (text) => { expect(ids(headline(text))).toEqual(['headline-stronger-than-evidence']); });

  it.each([
    'Lakeland and Hillmark agree on monitors', 'Monitors are agreed for the Lakes; the land is not', 'One of five issues is agreed', 'Envoy says Hillmark accepts a force on the shore', 'Hillmark could accept a force, Lake Courier reports', 'No agreement on the East Shore',
    'Have Lakeland and Hillmark agreed on the East Shore?', 'Hillmark refuses to agree on a force', 'Lakeland and Hillmark have yet to agree on prisoners', 'What each side says of the East Shore', 'Hillmark agrees to nothing on the shore', 'Nothing is settled on the East Shore', 'Neighbours disagree on prisoners', 'What Lakeland will get on the shore', 'Lake Union could send a force, its envoy says', 'Hillmark will not recognise the shared shore', 'Lakeland wants to receive a force', 'Hillmark ready to recognise a shared shore', 'Talks towards agreement on prisoners', 'Agreement near on a force',
  ])('is not seen in: %s', (text) => { expect(ids(headline(text))).toEqual([]); });

  it('depends on the day: monitors were only claimed before the 16th', () => {
    expect(ids(headline('Lakeland and Hillmark agree on monitors'), '2031-05-15')).toEqual(['headline-stronger-than-evidence']);
    expect(ids(headline('Hillmark accepts monitors, the envoy says'), '2031-05-15')).toEqual([]);
  });

  it('is looked for in the lede too, where it is about an issue', () => {
    expect(ids(lede('Talks went on. Hillmark and Lakeland have agreed on the prisoners.'))).toEqual(['headline-stronger-than-evidence']);
    expect(ids(lede('Monitors are agreed. The delegations agreed to meet again in June.'))).toEqual([]);
  });
});

describe('a placeholder', () => {
  it.each(['[insert date]', 'TODO', 'TBD', 'Lorem ipsum dolor', '[photo here]', '???', '{{headline}}', '<name of official>', '[…]', '20XX', 'XX people', 'add link here', 'DD.MM.YYYY', '____', 'TK'])('is refused: %s', (mark) => {
    expect(ids(lede(`The envoy spoke ${mark} of the talks.`))).toEqual(['placeholder']);
  });
  it.each(['Its depth is to be agreed.', 'It holds [a part of] the shore.', 'Was it 5 < 7 and 8 > 3?', 'He asked: what now?', 'The plan of 20 points [as published].'])('is not seen in: %s', (text) => { expect(ids(lede(text))).toEqual([]); });
  it('is found wherever a reader would meet it', () => {
    const marks: readonly Instead[] = [
      withBrief({ questions: ['Who signed? TODO'] }), withBrief({ glossary: [{ term: 'line', means: '[definition to follow] TBD' }] }), withBrief({ corrections: [{ on: '2031-05-16', what: 'TBD' }] }), { 'events.json': fileOf('events.json').replace('Hillmark declared a red line', '[insert outcome]') },
      { 'facts.json': fileOf('facts.json').replace('survey of 2029', 'SOURCE TBC') }, { 'statements.jsonl': fileOf('statements.jsonl').replace('Asks for monitors before anything else.', 'Lorem ipsum') }, { 'treaties/lakes-guarantee.casus': fileOf('treaties/lakes-guarantee.casus').replace('| Each guarantor helps', '| TODO Each guarantor helps') },
    ];
    for (const instead of marks) expect(ids(instead)).toEqual(['placeholder']);
  });
});

describe('an undated figure', () => {
  it('of the background is refused', () => {
    expect(ids(facts((list) => list.map(({ asOf: _, ...rest }, index) => (index === 2 ? rest : { ...rest, asOf: _ }))))).toEqual(['undated-figure']);
  });
  it.each(['The fighting drove out 41,000 people.', 'About 84 km of shore are held.', 'Some 20 percent of the land is held.', 'It cost $ 3 million.', '1200 boats lie idle.'])('of the lede is refused: %s', (text) => { expect(ids(lede(text))).toEqual(['undated-figure']); });
  it.each(['By 30 April 2031 the fighting had driven out 41,000 people.', 'Of five issues one is agreed.', 'Article 5 is the model; the plan has 28 points.', 'In 2030 some 20 percent of the land was held.', 'The talks of 12 May brought no text.'])('is not seen in: %s', (text) => { expect(ids(lede(text))).toEqual([]); });
});

describe('a quotation without source', () => {
  it('of a statement is refused', () => {
    const bare = fileOf('statements.jsonl').replace(',"outlet":"Lake Courier","link":"https://example.org/courier/1"', '').replace(',"source":"Lake Courier, 12 May 2031"}', '}');
    const found = lint({ 'statements.jsonl': bare });
    expect(found.map(({ id, where }) => [id, where])).toEqual([['quote-without-source', 'statement `m1`']]);
  });
  it('of the lede is refused, unless a statement on record holds the words', () => {
    expect(ids(lede('The envoy spoke of “a day we shall all remember”.'))).toEqual(['quote-without-source']);
    expect(ids(lede('Hillmark accepts monitors “as long as they carry no arms”, its Prime Minister said on 16 May 2031.'))).toEqual([]);
    expect(ids(lede('They call it a “buffer”.'))).toEqual([]);
  });
  it('of a figure or an event is refused', () => {
    expect(ids(facts((list) => list.map(({ source: _, ...rest }, index) => (index === 2 ? rest : { ...rest, source: _ }))))).toEqual(['quote-without-source']);
    expect(ids({ 'events.json': fileOf('events.json').replace(/"sources": \[\{ "outlet": "Shore Radio"[^\]]*\]/, '"sources": []') })).toEqual(['quote-without-source']);
  });
});

it('words of a later day are refused in a brief of an earlier one', () => {
  expect(ids(lede('On 18 May 2031 the talks went on.'), '2031-05-15')).toEqual(['later-than-the-brief']);
  expect(ids(lede('On 18 May 2031 the talks went on.'), '2031-05-19')).toEqual([]);
});

it('a line that was left out is refused, so that nobody takes the brief for whole', () => {
  const found = lint({ 'statements.jsonl': `${fileOf('statements.jsonl')}{"act":"state","actor":"Lakeland","arguments":{"speaker":"Nobody","issue":"monitors","option":"union-monitors","stance":"accepts","voice":"own","gist":"x"},"occurredAt":"2031-05-19","source":"x"}\n` });
  expect(found.map(({ id, where }) => [id, where])).toEqual([['left-out', 'statements.jsonl, line 14']]);
});

it('every finding says what is wrong and what would help, as messages of the house do', () => {
  const found = [...lint(headline('Peace deal signed for the Lakes, TODO')), ...lint(lede('Some 41,000 people fled.'))];
  expect(found.length).toBeGreaterThan(2);
  for (const { message, help } of found) expect([/\.$/.test(message), /\.$/.test(help), help.length > 5]).toEqual([false, false, true]);
});
