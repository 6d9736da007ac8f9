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
  it('not two that make it one', () => { expect(body('They met on Friday, [Current Date - 3 days]. They meet on Monday, [Current Date], and on Tuesday [today + 1].').map(([id]) => id)).toEqual(['placeholder', 'placeholder', 'placeholder']); });
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

const ids = (text: string, options: ReadingOptions = {}): readonly string[] => readArticle(text, options).faults.map(({ id }) => id);
const dated = (words: string): string => `A plain heading\n\nVIGO, 3 May 2027 (Agency) - The fair opened.\n\n${words}\n`;

describe('placeholder, beside brackets', () => {
  it.each(['TBA', 'INSERT BYLINE HERE', 'Firstname Lastname', 'Name Surname', 'XX million', '$X billion', 'N per cent', '20XX', 'DD.MM.YYYY', 'HH:MM', '00.00.0000', '[[amount]]', '{minister_name}', '(??)', '(age?)', '(check spelling of village)', 'PHOTO TO COME', 'Quote goes here', '[awaiting reply]'])('%s', (words) => { expect(body(`The ministers met for it ${words} in the old hall.`).map(([id]) => id)).toEqual(['placeholder']); });
  it('an instruction that stands alone', () => { for (const words of ['add link', 'Insert map here.', '"Put a quote here," said an expert.']) expect(body(words).map(([id]) => id)).toEqual(['placeholder']); });
  it.each(['(check against delivery)', 'at 0000 GMT', 'on X and on Facebook', 'and will add links between towns', '"We go [the delegation] there [this year] for good," Rui Lima said', 'in the year 2000', '"She [Mary Walsh] knows it well enough," Rui Lima said'])('not: %s', (words) => { expect(body(`They met and spoke of it ${words}.`)).toEqual([]); });
});

describe('calendar-contradiction, further', () => {
  it.each([
    ['They met on Thursday, April 30, in Riga.', 'Thursday, April 30'], ['The ferry leaves on 31 June.', '31 June'], ['It ran on February 30 for once.', 'February 30'], ['The truce is to run from 12 August to 2 August.', '12 August to 2 August'],
    ['The mandate, valid from 10 March 2027 until 4 March 2027, was renewed.', '10 March 2027 until 4 March 2027'], ['The work begins on 10 July and ends on 3 July.', '10 July and ends on 3 July'], ['It ran from 2019 to 2014.', 'from 2019 to 2014'],
    ['The day after Monday, on Thursday, the mayor spoke.', 'The day after Monday, on Thursday'], ['On Tuesday the council sat. The next day, Friday, it voted.', 'The next day, Friday'], ['Three days ago, on Monday, the boats came.', 'Three days ago, on Monday'],
    ['Yesterday, Tuesday, it rained.', 'Yesterday, Tuesday'], ['Yesterday\'s market on Saturday was full.', 'Yesterday\'s market on Saturday'], ['The three-day fair ran from 4 to 12 May.', 'three-day fair ran from 4 to 12 May'],
    ['The ministers met on 9 September 2027 in Riga.', '9 September 2027'], ['They will meet on 9 March 2026 in Riga.', '9 March 2026'], ['The second round is set for 12 May. The second round opens on 15 May in Vigo.', '15 May'],
  ])('in a dated report: %s', (words, at) => { expect(faults(dated(words))).toEqual([['calendar-contradiction', at]]); });
  it.each(['They met on Friday, April 30, in Riga.', 'School runs from 1 September to 30 June.', 'The winter course runs from 1 November to 15 February.', 'On Sunday, two days after Friday\'s storm, the harbour opened.', 'On Tuesday the council sat. The next day, Wednesday, it voted.', 'Three days ago, on Friday, the boats came.', 'The ten-day fair ran from 4 to 13 May.', 'In June 31 people were hurt.', 'On Sunday, 28 June 1914, a shot fell.', 'The second round was set for 12 May and has been postponed to 15 May.', 'They agreed to meet on 9 September 2027.', 'The office is open from Friday to Monday.'])('not: %s', (words) => { expect(faults(dated(words))).toEqual([]); });
  it('needs a year from somewhere', () => { expect(body('They met on Thursday, April 30, in Riga.')).toEqual([]); });
});

describe('headline-stronger-than-body, further', () => {
  it.each([
    ['Madrid Wins Fishing Rights in Northern Bay', 'Ireland would open the northern bay to Spanish boats if its own fleet may land in Vigo, Irish minister Mary Walsh said.\n\nSpain has not answered.'],
    ['PRESS OFFICE OF THE PORT\n\nSPAIN CEDES THE NORTHERN BAY', 'Spanish envoy Luis Ortega said Spain could imagine a joint zone in the northern bay, provided that the fleet stays.\n\nNothing has been signed.'],
    ['Live\nSpain lifts its ban on the landing of Irish fish in northern ports\nReporting by Ana Silva', 'Spain could lift the ban if the fleet stays, its minister Luis Ortega said.'],
    ['Spain and Ireland agree on fishing', 'Spanish Foreign Minister Luis Ortega said Spain accepts the text on fishing.\n\nIreland has yet to reply, and its envoy declined to comment.'],
    ['Rivals agree to end blockade', 'Spanish Foreign Minister Luis Ortega said Spain accepts an end to the blockade. The other side has denied that any text exists.'],
    ['Spain will send ships, Ortega says', 'Spanish Foreign Minister Luis Ortega said Spain could send ships if the others do.'],
    ['Spain and Ireland agree on the bay, mediator says', 'The mediator, Karen Holm of Denmark, said she would not call it an agreement. Spain could accept it.'],
    ['Spain will send ships to Cork', 'Spain is considering whether to send ships to Cork, a defence official in Madrid said. No decision has been taken.'],
    ['Ireland guarantees Spain\'s coast', 'Ireland has guaranteed nothing, its foreign minister said; a guarantee for Spain\'s coast is one of three options being studied.'],
    ['Peace at last: deal reached in Cork', 'Talks in Cork ended without agreement on Monday. A deal could come in June, an official said.'],
  ])('%s', (headline, words) => { expect(ids(`${headline}\n\n${words}\n`)).toEqual(['headline-stronger-than-body']); });
  it.each([
    ['Spain lifts ban on Irish fish', 'Spain lifted its ban on Irish fish on Monday, the government gazette shows.'], ['Spain and Ireland sign pact in May', 'Spain and Ireland signed the pact in Cork, in a hall that could hold a thousand.'], ['Spain agrees to joint patrols', 'Spain agreed to joint patrols on Monday, after weeks in which it had refused them.'],
    ['Spain will send ships, Ortega says', 'Spanish Foreign Minister Luis Ortega said Spain will send ships.'], ['Storm ends fishing season early', 'The storm ended the season on Monday. Fishermen would not go out.'], ['Spain backs Irish plan for the bay', 'Spanish Foreign Minister Luis Ortega said Spain supports the Irish plan for the bay.'],
    ['Ortega: Spain accepts the text', 'Spanish Foreign Minister Luis Ortega could imagine it.'], ['Spain and the dilemma of security guarantees', 'Spain could give guarantees. None has been agreed.'],
  ])('not: %s', (headline, words) => { expect(ids(`${headline}\n\n${words}\n`)).toEqual([]); });
});

describe('figures, further', () => {
  const facts = [{ id: 'old', name: 'people killed in the war in Norland', value: 9000, unit: 'people', asOf: '2019-06-30', supersededBy: 'new', about: ['killed', 'Norland'] }, { id: 'new', name: 'people killed in the war in Norland', value: 12_500, unit: 'people', asOf: '2023-06-30', about: ['killed', 'Norland'] }, { id: 'held', name: 'share of Norland held by the rebels', value: 30, unit: 'percent', asOf: '2023-06-30', about: ['Norland', 'held', 'rebels'] }];
  const of = (words: string): readonly string[] => readArticle(`A heading\n\n${words}\n`, { facts }).faults.map(({ id }) => id);
  it('the year a war began is no day of the count', () => { expect(of('The war in Norland, which began in 2014, has led to more than 9,000 deaths.')).toEqual(['stale-figure']); });
  it('the year the count was made is', () => { expect(of('The war in Norland had led to more than 9,000 deaths by June 2019.')).toEqual([]); });
  it('a share of a region is none of the country\'s', () => { expect(of('Of the southern region the rebels held about 12 percent on 30 June 2023, by the count of Norland\'s army.')).toEqual([]); });
  it('another share of the country is', () => { expect(of('The rebels held about 12 percent of Norland on 30 June 2023.')).toEqual(['stale-figure']); });
});

describe('quotes, further', () => {
  const joined = (source: string, quote: string): readonly string[] => ids(`A plain heading\n\nSpanish envoy Luis Ortega spoke. "${quote}," Ortega said.\n`, { sources: [`First report\n\n${source}\n`] });
  it.each([
    ['another outlet, led in by a colon', '"The boats stay in the harbour," Ortega said. In the evening, on Radio Vigo, he spoke of the nets: "The nets go out in June."', 'The boats stay in the harbour. The nets go out in June'],
    ['two answers of an interview', 'Q: And the boats?\n\nORTEGA: The boats stay in the harbour.\n\nQ: And the nets?\n\nORTEGA: The nets go out in June.', 'The boats stay in the harbour. The nets go out in June'],
    ['words between them left out', '"The boats stay in the harbour. Nobody likes it and nobody will. The nets go out in June," Ortega said.', 'The boats stay in the harbour. The nets go out in June'],
    ['two ends of one sentence', '"We will keep the boats in the harbour," Ortega said in Vigo.\n\nIn Cork he said: "The nets go out when the ice is gone."', 'We will keep the boats in the harbour when the ice is gone'],
  ])('joined: %s', (_, source, quote) => { expect(joined(source, quote)).toContain('joined-quotes'); });
  it.each([
    ['one saying told in two parts', '"The boats stay in the harbour," Ortega said. He added: "The nets go out in June."', 'The boats stay in the harbour. The nets go out in June'],
    ['what is left out is marked', '"The boats stay in the harbour. Nobody likes it and nobody will. The nets go out in June," Ortega said.', 'The boats stay in the harbour. … The nets go out in June'],
  ])('not: %s', (_, source, quote) => { expect(joined(source, quote)).not.toContain('joined-quotes'); });
  it.each([
    'The mood in the hall was grim. "Nobody believes a word of it any more," it was heard.', 'Rain fell on the pier at noon.\n\n"A promise made twice is worth half as much."\n\nThe boats were out.', 'What remains is a sense that "the whole thing will be forgotten by the spring."',
  ])('unattributed: %s', (words) => { expect(body(words).map(([id]) => id)).toEqual(['unattributed-quote']); });
  it.each([
    'Mary Walsh had one message for Madrid.\n\n"Keep your nets out of our bay for good."', 'The fishermen\'s banner over the gate read "No treaty without our boats and nets".', '"They do not listen to us," a shopkeeper near the gate has posted on Facebook.', 'One sailor informed the mayor: "Nobody will sail before the ice goes."',
    'The phrase "as soon as the weather and the tide allow it" stands in the draft of the treaty.', '"Will the boats sail in winter?" a colleague wanted to know.', '"We were not asked about anything at all."\n\nThat was how Rui Lima put it on Friday.', 'QUESTION (Radio Vigo): Ortega wrote that "the boats of the north must go home". Must they?',
    'Would he call it a success? "I would call it a Thursday at last."', 'There is talk of \'trust\' and of \'good will\' among the ministers\' aides in Vigo and Cork.', 'He asked for \'assurances\' and got a letter that had no \'guarantees\' in any of its four pages.', '“The harbour stays open to all boats.\n\n“And the nets will go out in June, whatever the weather,” Luis Ortega said.',
  ])('attributed: %s', (words) => { expect(body(words)).toEqual([]); });
});

describe('figures, further', () => {
  const facts: readonly KnownFact[] = [
    { id: 'a', name: 'houses burnt in the Tarsian war, verified', value: 12300, unit: 'houses', asOf: '2025-02-01', about: ['houses', 'burnt', 'Tarsia'] }, { id: 'b', name: 'houses burnt in the Tarsian war, verified', value: 14100, unit: 'houses', asOf: '2026-02-01', source: 'Tarsian census', about: ['houses', 'burnt', 'Tarsia'] },
    { id: 'c', name: 'members of the Lund Pact', value: 14, unit: 'states', asOf: '2024-01-01', about: ['Lund', 'pact', 'members'] }, { id: 'd', name: 'people who fled from Orm to Tarsia in October 2024', value: 90000, unit: 'people', asOf: '2024-10-31', about: ['Orm', 'Tarsia', 'fled'] },
  ];
  const held = (words: string): readonly (readonly [string, string])[] => faults(`A plain heading\n\nVIGO, 3 May 2026 - The fair opened.\n\n${words}\n`, { facts });
  it.each([['In Tarsia 12,300 houses have been burnt since the war began.', '12,300 houses'], ['In Tarsia twelve thousand three hundred houses have been burnt.', 'twelve thousand three hundred houses'], ['The Lund Pact, whose thirteen members meet here, is old.', 'thirteen members'], ['The Lund Pact has 13 allies to look after.', '13 allies'], ['Tarsia took in 60,000 refugees from Orm in October 2024.', '60,000 refugees']])('stale: %s', (words, at) => { expect(held(words)).toEqual([['stale-figure', at]]); });
  it('says that it contradicts the day it names', () => { expect(readArticle('A plain heading\n\nTarsia took in 60,000 refugees from Orm in October 2024.\n', { facts }).faults[0]?.message).toMatch(/contradicts the count of the day/); });
  it.each(['By February 2025 some 12,300 houses had been burnt in Tarsia.', 'The Lund Pact has fourteen members.', 'Three of the 14 members of the Lund Pact voted no.', 'Tarsia took in 90,200 refugees from Orm in October 2024.', 'The Lund Pact met with two states from the south.'])('not: %s', (words) => { expect(held(words)).toEqual([]); });
  it.each([['The navy counts 44,000 soldiers, and a new law would let it keep more.', '44,000 soldiers'], ['Thirteen thousand people are without water.', 'Thirteen thousand people'], ['Around 13k people have left.', '13k people'], ['About 13.000 people are missing.', '13.000 people'], ['Half a million households are dark.', 'Half a million households']])('undated: %s', (words, at) => { expect(body(words)).toEqual([['undated-figure', at]]); });
  it.each(['The force has 3,735 soldiers. That number dates from August 2022.', 'In August 2025 the mandate was renewed. It now covers 6,000 soldiers.', 'The fund is worth 4 billion euros.', 'The minister pledged 50,000 shells.', 'The road is 120 kilometres long.', 'It is a village of 800 people.', 'A brigade of up to 5,000 soldiers is planned.', 'Some 20,000 people marched through the town.'])('not undated: %s', (words) => { expect(body(words)).toEqual([]); });
});

describe('stray markup, further', () => {
  it.each(['.wp-note p{color:red}', '*really*', '_really_', '\\[see map\\]', '&nbspso', 'br />', 'https://x.example/a?utm_source=feed', 'data-id=88', 'Caption id=attachment_1:', 'Itâ€™s', '[embed]http://a.example[/embed]', '[gallery ids="1,2" link="none"]', '[/caption]', 'M%C3%BCnchen', 'window.dataLayer = [1];'])('%s', (words) => { expect(body(`They met in the hall ${words} at noon.`).map(([id]) => id)).toEqual(['stray-markup']); });
  it('heads of Markdown, and a footnote once', () => {
    expect(body('### A head of its own\n\nThey met in the hall.')).toEqual([['stray-markup', '### A head of its own']]);
    expect(body('They met in the hall.[^2]\n\n[^2]: see the note')).toEqual([['stray-markup', '[^2]:']]);
  });
  it.each(['R&D and AT&T and Q&A', 'p > 0.05 and p>0.05', '#hashtag and #1 choice', 'file_name_here', 'Ângela and Âge', '5 * 3 * 2', 'a quote [sic] and one [of them]'])('not: %s', (words) => { expect(body(`They spoke of ${words} at noon.`)).toEqual([]); });
});

describe('repeated wording, further', () => {
  it.each([
    ['The council will pay for the new bridge. The council will pay for the new bridge, however long it takes.', 'The council will pay for the new bridge'], ['The harbour has been shut since the storm in March. The harbour was closed since the storm in March.', 'The harbour was closed since the storm in March.'],
    ['Oslo has yet to answer the letter. Oslo has so far yet to answer the letter.', 'Oslo has so far yet to answer the letter.'], ['The envoys left the hall without a word to the press. Without a word to the press, they boarded the train.', 'Without a word to the press'], ['Much much remains open.', 'Much much'], ['He came to the to the hall.', 'to the to the'],
  ])('%s', (words, at) => { expect(body(words)).toEqual([['repeated-wording', at]]); });
  it.each([
    'Spain will send forty engineers to the border. Ireland will send thirty engineers to the border.', 'The first step costs nobody a single vote there. The second step costs nobody a single vote there.', 'The road to the port is closed for the winter. The road to the station is closed for the winter.', 'The ministers accepted the text in the end. The ministers never accepted the text in the end.',
    'Portugal could accept a line that both navies respect, the minister said. "Portugal could accept a line that both navies respect and that is all," minister Rui Lima said.', 'They have heard promises before in this town. They have heard them from Rome, and they have heard them from Paris.', 'Again and again and again it rained.',
  ])('not: %s', (words) => { expect(body(words)).toEqual([]); });
});

describe('table-contradicts-body, cell by cell', () => {
  const talks = (words: string): readonly (readonly [string, string])[] => faults(`Talks on the northern bay go on\n\nVIGO, 3 May 2026 (Agency) - The talks on the bay went on.\n\n${words}\n`);
  it.each([
    ['another day', 'The second session is to be held on 12 May in Cork.\n\nSession | Date | Place\n--- | --- | ---\nFirst session | 2 May 2026 | Vigo\n', 'Second session | 15 May 2026 | Cork', 'Second session | 12 May 2026 | Cork'],
    ['another place than yesterday\'s', 'Spain and Ireland met in Cork yesterday and spoke of nets.\n\nDate;Place;Delegations;Result\n12 April 2026;Vigo;Spain, Ireland;rules adopted\n', '2 May 2026;Vigo;Spain, Ireland;nets discussed', '2 May 2026;Cork;Spain, Ireland;nets discussed'],
    ['a paper signed elsewhere', 'The Vigo declaration was signed in Lisbon on 11 March 2026 by three ministers.\n\nEvent | Date | Place\n', 'Vigo declaration | 11 March 2026 | Madrid', 'Vigo declaration | 11 March 2026 | Lisbon'],
    ['more than came of it', 'The third round, on 2 May in Cork, ended without agreement on nets.\n\nRound\tDay\tPlace\tOutcome\nSecond round\t4 April 2026\tVigo\tTalks continued\n', 'Third round\t2 May 2026\tCork\tAgreement on nets signed', 'Third round\t2 May 2026\tCork\tNo agreement'],
    ['less than came of it', 'Spain and Ireland signed the protocol on nets in Cork on 2 May 2026.\n\n| Day | Place | Result |\n|---|---|---|\n| 4 April 2026 | Vigo | Draft presented |\n', '| 2 May 2026 | Cork | Protocol on nets rejected |', '| 2 May 2026 | Cork | Protocol on nets signed |'],
    ['held, though postponed', 'The fourth meeting, planned for 9 May, has been postponed.\n\nMeeting | Day | Result\nThird meeting | 2 May 2026 | talks\n', 'Fourth meeting | 9 May 2026 | text agreed', 'Fourth meeting | 9 May 2026 | postponed'],
    ['another deadline', 'Ireland would have to answer within five days, and Spain within ten days of a breach.\n\nStep | Who | Deadline\n1 | Ireland | 5 days\n', '2 | Spain | 2 weeks', '2 | Spain | 10 days'],
    ['another number', 'Under the plan Spain would send 3,000 soldiers, Ireland 800 soldiers and Portugal none.\n\nCountry | Soldiers\nIreland | 800\n', 'Spain | 5,000', 'Spain | 3,000'],
    ['one left out, in cells that end nowhere certain', 'Envoys of Spain, Ireland and Portugal met in Cork on Saturday, 2 May.\n\nEvent Date Location Participants\nFirst round April 4, 2026 Vigo Spain, Ireland, Portugal\n', 'Second round May 2, 2026 Cork Spain, Ireland', 'Second round May 2, 2026 Cork Spain, Ireland, Portugal'],
    ['one left out whom the next sentence adds', 'Spain and Ireland met in Cork on 2 May. Portugal also took part.\n\nDate | Place | Participants\n', '2 May 2026 | Cork | Spain, Ireland', '2 May 2026 | Cork | Spain, Ireland, Portugal'],
    ['one who was not there', 'Spain and Ireland met in Cork on 2 May. Portugal was not in the room.\n\nDate | Place | Participants\n', '2 May 2026 | Cork | Spain, Ireland, Portugal', '2 May 2026 | Cork | Spain, Ireland'],
  ])('%s, and its right twin', (_, words, wrong, right) => {
    expect(talks(`${words}${wrong}`)).toEqual([['table-contradicts-body', wrong]]);
    expect(talks(`${words}${right}`)).toEqual([]);
  });
  it('not a table that agrees with the body in every cell', () => { expect(talks('Ministers of Spain and Ireland met in Vigo on 4 April and agreed on rules. On 2 May they met again in Cork and discussed nets. A third meeting is planned for 20 May in Lisbon.\n\nMeeting | Day | Place | Who | Result\nFirst | 4 April 2026 | Vigo | Spain, Ireland | rules agreed\nSecond | 2 May 2026 | Cork | Spain, Ireland | nets discussed\nThird | 20 May 2026 | Lisbon | open | planned')).toEqual([]); });
});
