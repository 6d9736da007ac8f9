/** Each fault on words of no report, and beside it words that are near it and no fault. */
import { describe, expect, it } from 'vitest';
import { readArticle, type KnownFact, type ReadingOptions } from '../../src/dossier/index.js';

const faults = (text: string, options: ReadingOptions = {}): readonly (readonly [string, string])[] => readArticle(text, options).faults.map(({ id, span }) => [id, text.slice(...span)] as const);
const body = (words: string, options: ReadingOptions = {}): readonly (readonly [string, string])[] => faults(`A plain heading\n\n${words}\n`, options);

describe('placeholder', () => {
  it.each(['[NAME]', '[insert city]', '(TBC)', '{{minister}}', 'XXX', '____', '[three days ago]', '(yesterday)', 'TK'])('%s', (words) => { expect(body(`The ministers met ${words} in the old hall.`)).toContainEqual(['placeholder', words]); });
  it('a weekday glossed by days counted', () => { expect(body('They met on Tuesday three days ago in the old hall.').map(([id]) => id)).toEqual(['placeholder']); });
  it.each(['the minister [of Spain]', 'in the XX century', 'a while ago (in the spring)', 'he said it [sic]', 'the talks (…) went on'])('not: %s', (words) => { expect(body(`They spoke ${words} of it.`)).toEqual([]); });
});

describe('calendar-contradiction', () => {
  it('two days that make today two days', () => { expect(body('They met on Thursday (two days ago). They meet again today, Monday.').filter(([id]) => id === 'calendar-contradiction')).toEqual([['calendar-contradiction', 'today, Monday']]); });
  it('two placeholders that make today two days', () => { expect(body('They met on Friday, [Current Date - 2 days]. They meet on Monday, [Current Date].').filter(([id]) => id === 'calendar-contradiction')).toEqual([['calendar-contradiction', 'Monday, [Current Date']]); });
  it('not two that make it one', () => { expect(body('They met on Friday, [Current Date - 3 days]. They meet on Monday, [Current Date], and on Tuesday [today + 1].').map(([id]) => id)).toEqual(['placeholder', 'placeholder']); });
  it('not where both make today one day', () => { expect(body('They met on Thursday, yesterday. They meet again tomorrow, Saturday.')).toEqual([]); });
  it('a weekday that the date was not', () => { expect(body('They met on Monday, 18 March 2025, in Riga.')).toEqual([['calendar-contradiction', 'Monday, 18 March 2025']]); });
  it('not one that it was', () => { expect(body('They met on Tuesday, 18 March 2025, in Riga. They met on March 18, 2025.')).toEqual([]); });
  it('a day there is not', () => { expect(body('They met on 31 April 2025 in Riga.')).toEqual([['calendar-contradiction', '31 April 2025']]); });
});

describe('headline-stronger-than-body', () => {
  const hearsay = 'Spain has accepted the text, Irish negotiator Mary Walsh told RTE.';
  it('done in the headline, hearsay in the body', () => { expect(faults(`Spain accepts guarantee\n\n${hearsay}\n`)).toEqual([['headline-stronger-than-body', 'Spain accepts guarantee']]); });
  it('whose word it is, named at its end, is not who did it; the way to the page is no headline', () => {
    const { faults: found } = readArticle(`Home » World » Spain accepts guarantee\n\nSpain accepts guarantee – Irish official\n\n${hearsay}\n`);
    expect(found.map(({ id, message }) => [id, /no word of Spain in its own voice/.test(message)])).toEqual([['headline-stronger-than-body', true]]);
  });
  it.each(['Spain accepts guarantee, Irish negotiator says', 'Will Spain accept the guarantee?', 'Spain may accept guarantee', 'Talks on a guarantee go on'])('not: %s', (headline) => { expect(faults(`${headline}\n\n${hearsay}\n`)).toEqual([]); });
  it('not where the party says so itself', () => { expect(faults('Spain accepts guarantee\n\nSpanish Foreign Minister Luis Ortega said Spain accepts the text.\n')).toEqual([]); });
  it('not where the body tells it as done', () => { expect(faults('Spain and Ireland sign guarantee\n\nSpain and Ireland signed the guarantee in Cork on 3 May 2026.\n')).toEqual([]); });
});

describe('quotes', () => {
  const source = 'First report\n\n"The law makes it unthinkable to lease the harbour," Ortega said.\n\n"We will talk in June," he said in Vigo.\n';
  const told = (quote: string): readonly (readonly [string, string])[] => body(`Spanish envoy Luis Ortega spoke. "${quote}," Ortega said.`, { sources: [source] });
  it('altered by a word put in', () => { expect(told('The law makes it wholly unthinkable to lease the harbour')).toEqual([['altered-quote', 'The law makes it wholly unthinkable to lease the harbour']]); });
  it('altered by a word left out', () => { expect(told('The law makes it unthinkable to lease harbour').map(([id]) => id)).toEqual(['altered-quote']); });
  it('joined from two', () => { expect(told('The law makes it unthinkable to lease the harbour. We will talk in June').map(([id]) => id)).toEqual(['joined-quotes']); });
  it('the same, or a part of it, or another altogether', () => { for (const quote of ['The law makes it unthinkable to lease the harbour', 'unthinkable to lease the harbour', 'The boats are painted every second year']) expect(told(quote)).toEqual([]); });
  it('two parts of one saying are not joined', () => { expect(body('Spanish envoy Luis Ortega spoke. "The boats are out. They come back at noon," Ortega said.', { sources: ['First\n\n"The boats are out," Ortega said. "They come back at noon."\n'] })).toEqual([]); });
  it('that nobody is named for', () => { expect(body('The harbour was quiet.\n\n"Nobody believes a word of it."\n\nThe boats were out.')).toEqual([['unattributed-quote', '"Nobody believes a word of it."']]); });
  it('a title or a single term is no quote of anybody', () => { expect(body('The so-called "coalition of the willing" met. They showed "The Third Man Again" later.')).toEqual([]); });
});

describe('figures', () => {
  const facts: readonly KnownFact[] = [{ id: 'old', name: 'people displaced by the flood in Tarsia', value: 52000, unit: 'people', asOf: '2024-05-01', supersededBy: 'new', about: ['displaced', 'flood', 'Tarsia'] }, { id: 'new', name: 'people displaced by the flood in Tarsia', low: 60000, high: 64000, unit: 'people', asOf: '2025-02-01', source: 'Tarsian census', about: ['displaced', 'flood', 'Tarsia'] }];
  it('without a day', () => { expect(body('The flood has displaced 61,000 people.')).toEqual([['undated-figure', '61,000 people']]); });
  it('with a beginning only', () => { expect(body('The flood has displaced 61,000 people since 2019.')).toEqual([['undated-figure', '61,000 people']]); });
  it.each(['By 3 May 2025 the flood had displaced 61,000 people.', 'The flood displaced 61,000 people in 2024.', 'Spain would send 5,000 soldiers.', 'Article 12 has 3 paragraphs.', 'Spanish envoy Luis Ortega said the flood had displaced 61,000 people.'])('not: %s', (words) => { expect(body(words)).toEqual([]); });
  it('overtaken', () => { expect(body('The flood in Tarsia displaced 52,000 people in all by last year.', { facts })).toEqual([['stale-figure', '52,000 people']]); });
  it('right for a day long gone, and told without it', () => {
    const dated = (words: string): readonly (readonly [string, string])[] => faults(`A plain heading\n\nVIGO, 3 May 2027 - The fair opened.\n\n${words}\n`, { facts });
    expect(dated('The flood in Tarsia has displaced 62,000 people since 2019.')).toEqual([['stale-figure', '62,000 people']]);
    expect(dated('By February 2025 the flood in Tarsia had displaced 62,000 people.')).toEqual([]);
  });
  it('not the latest, nor a rounding of it, nor one that names its own day, nor another matter', () => { for (const words of ['The flood in Tarsia had displaced 62,000 people by 1 February 2025.', 'The flood in Tarsia had displaced 59,000 people by 1 February 2025.', 'By 1 May 2024 the flood in Tarsia had displaced 52,000 people.', 'In 2024 the fair drew 52,000 people.']) expect(body(words, { facts })).toEqual([]); });
});

describe('markup, tables and wording', () => {
  it.each(['</p>', '&nbsp;', '">', '[b]', '<br />', 'href="/x"', '**', '&#8217;'])('stray markup %s', (words) => { expect(body(`They met in the hall ${words}`).map(([id, at]) => [id, at])).toContainEqual(['stray-markup', words]); });
  it.each(['Profits rose 3 > 2 in the vote.', 'Smith & Sons came.', 'He scored 5*3 points.'])('no markup: %s', (words) => { expect(body(words)).toEqual([]); });
  const table = (row: string): string => `The ministers of Spain and Ireland met in Cork on 3 May 2026, with Portugal at the table.\n\n| day | place | participants |\n|---|---|---|\n${row}`;
  it('a row that leaves somebody out', () => { expect(body(table('| 3 May 2026 | Cork | Spain, Ireland |'))).toEqual([['table-contradicts-body', '| 3 May 2026 | Cork | Spain, Ireland |']]); });
  it('not a row that has them all, nor one of another day', () => { for (const row of ['| 3 May 2026 | Cork | Spain, Ireland, Portugal |', '| 9 May 2026 | Cork | Spain, Ireland |']) expect(body(table(row))).toEqual([]); });
  const named = (head: string, row: string): string => `On Friday Spanish Foreign Minister Luis Ortega met Danish envoy Karen Holm in Cork, hosted by Irish President Mary Walsh.\n\n${head}\n${row}`;
  it.each([['Event Date Location Outcome', 'Holm-Ortega Meeting Friday Cork No paper'], ['Event\tDate\tLocation', 'Holm-Ortega Meeting\tFriday\tCork'], ['| Key Event | Day | Place |', '| Holm-Ortega Meeting | Friday | Cork |']])('a row named for those who met, without the host: %s', (head, row) => { expect(body(named(head, row))).toEqual([['table-contradicts-body', row]]); });
  it.each([['Event Date Location Outcome', 'Holm-Ortega-Walsh Meeting Friday Cork No paper'], ['Event Date Location Outcome', 'Holm-Ortega Meeting Monday Riga No paper'], ['Event Date Location Outcome', 'Draft Law Friday Cork No paper'], ['Some words of a title', 'Holm-Ortega Meeting Friday Cork No paper']])('not: %s / %s', (head, row) => { expect(body(named(head, row))).toEqual([]); });
  it.each(['detailed details', 'explained explanations', 'planned plans'])('one stem twice: %s', (words) => { expect(body(`The page gives ${words} of the text.`)).toEqual([['repeated-wording', words]]); });
  it.each(['protected protests', 'divided divisions of opinion', 'leading ministers'])('not: %s', (words) => { expect(body(`The page tells of ${words} in the text.`)).toEqual([]); });
  it('the same words twice', () => { expect(body('The draft leaves open who would pay for the ships.\n\nCritics note that the draft leaves open who would pay for the ships.').map(([id, words]) => [id, words])).toEqual([['repeated-wording', 'the draft leaves open who would pay for the ships']]); });
  it('a word twice', () => { expect(body('They met in the the hall.')).toEqual([['repeated-wording', 'the the']]); });
  it.each(['an all-inclusive peace accord', 'safety guarantees for Spain', 'a line of touch', 'age-old context', 'impossible and unattainable'])('spun: %s', (words) => { expect(body(`They spoke of ${words} at noon.`).map(([id]) => id)).toEqual(['spun-wording']); });
  it.each(['a comprehensive peace agreement', 'security guarantees for Spain', 'the line of contact', 'historical context', 'ancient walls', 'impossible and costly'])('not spun: %s', (words) => { expect(body(`They spoke of ${words} at noon.`)).toEqual([]); });
});
