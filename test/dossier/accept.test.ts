/** What a proposal becomes: the entry of a dossier it is accepted as, or why it cannot be and what would help. The command and the workbench share it. */
import { describe, expect, it } from 'vitest';
import { entryOf, fitOf, idsIn, isDay, knownIn, refused, type Entered, type Proposal } from '../../src/dossier/index.js';

const TEXT = 'negotiation "T".\nparty Spain, Ireland, United-States.\nspeaker Ortega "Luis Ortega, envoy of Spain" for Spain until 2026-06-01.\nspeaker Mary-Walsh for Ireland.\nissue observers "Observers on the coast", between Spain and Ireland.\noption admitted of observers "observers are admitted".\noption refused of observers "no observers".\n';
const files: Readonly<{ [name: string]: string }> = { 'dossier.json': '{"title":"T","negotiation":"n.casus","statements":["said.jsonl"],"facts":"f.json"}', 'n.casus': TEXT, 'f.json': '[{"id":"a","name":"boats","asOf":"2026-01-01","value":3},{"id":"b","name":"no day"},null]' };
const { known, negotiation, statements } = knownIn((name) => files[name]);

const proposal: Proposal = { span: [0, 10], speaker: 'Luis Ortega', onBehalfOf: 'Spain', party: 'Spain', issue: 'observers', stance: 'accepts', voice: 'own', confidence: 0.9 };
const on = { day: '2026-05-03', outlet: 'The Cork Post' };
const entered = (one: Proposal = proposal, passage = 'words of the report', occasion: Parameters<typeof entryOf>[4] = on, option: string | undefined = 'admitted'): Entered => {
  const made = entryOf(one, passage, known, negotiation, occasion, option);
  if (refused(made)) throw new Error(made.words);
  return made;
};

describe('what a dossier knows', () => {
  it('is read out of its files, with the file its statements belong in; a fact without its day is left out', () => {
    expect([known.title, known.names, known.parties, statements, known.facts.map(({ id }) => id)]).toEqual(['T', ['Spain', 'Ireland', 'United-States'], ['Spain', 'Ireland', 'United States'], ['said.jsonl'], ['a']]);
  });
  it('is nothing where there are no files, and nothing throws', () => {
    expect(knownIn(() => undefined)).toMatchObject({ known: { names: [], speakers: [], issues: [], facts: [] }, statements: ['statements.jsonl'] });
    expect(knownIn(() => '{').known.speakers).toEqual([]);
  });
});

describe('a proposal that fits', () => {
  it('becomes a line of the record, with its option, and none of the report’s words', () => {
    const { id, line, unfinished } = entered();
    expect(JSON.parse(line)).toEqual({ id, act: 'state', actor: 'Spain', arguments: { speaker: 'Ortega', issue: 'observers', option: 'admitted', stance: 'accepts', voice: 'own', gist: expect.any(String) as string, outlet: 'The Cork Post' }, occurredAt: '2026-05-03', knownAt: '2026-05-03', source: 'The Cork Post, 2026-05-03' });
    expect([line.includes('words of the report'), unfinished]).toEqual([false, false]);
  });
  it('without its option it is unfinished', () => { expect(refused(entryOf(proposal, '', known, negotiation, on)) ? undefined : (entryOf(proposal, '', known, negotiation, on) as Entered).unfinished).toBe(true); });
  it('has one id by speaker, issue, day, outlet and passage, whatever its option', () => {
    const { id } = entered();
    expect(entered(proposal, 'words of the report', on, 'refused').id).toBe(id);
    for (const other of [entered(proposal, 'other words'), entered(proposal, 'words of the report', { ...on, outlet: 'RTE' }), entered(proposal, 'words of the report', { ...on, day: '2026-05-04' }), entered({ ...proposal, speaker: 'Mary Walsh', party: 'Ireland' })]) expect(other.id).not.toBe(id);
  });
  it('keeps venue and link, and is held uncertain where its attribution is doubtful', () => {
    const { arguments: facts } = JSON.parse(entered({ ...proposal, venue: 'RTE', confidence: 0.5 }, '', { ...on, link: 'https://example.org/1' }).line) as { arguments: object };
    expect(facts).toMatchObject({ venue: 'RTE', link: 'https://example.org/1', uncertain: 'yes' });
    expect(entered().line).not.toContain('uncertain');
  });
  it('finds a speaker by the name of the text, by the title’s name or by the family name', () => {
    expect(['Ortega', 'Luis Ortega', 'the envoy Ortega'].map((speaker) => { const fit = fitOf({ ...proposal, speaker }, known); return refused(fit) ? undefined : fit.speaker; })).toEqual(['Ortega', 'Ortega', 'Ortega']);
  });
});

describe('a proposal that does not fit says why and what would help', () => {
  const without = (key: keyof Proposal): Proposal => { const { [key]: _, ...rest } = proposal; return rest as Proposal; };
  it.each<[string, Proposal, RegExp, RegExp]>([
    ['nobody named', without('speaker'), /^names no speaker$/, /by hand/],
    ['a speaker nobody knows', { ...proposal, speaker: 'Eoin Ó Briain', onBehalfOf: 'Ireland' }, /`Eoin Ó Briain`, no speaker of the dossier/, /`speaker Eoin-O-Briain "Eoin Ó Briain, office" for Ireland\.`/],
    ['a slip in a name', { ...proposal, speaker: 'Mary-Wals' }, /did you mean `Mary-Walsh`/, /speaker/],
    ['no party', without('party'), /is about no party/, /whose stance/],
    ['a party nobody knows', { ...proposal, party: 'New Caledonia' }, /`New Caledonia`, no party of the dossier/, /outsider New-Caledonia\./],
    ['no issue', without('issue'), /no issue of the dossier/, /add the issue/],
    ['an issue of another dossier', { ...proposal, issue: 'forces' }, /`forces`, no issue/, /add the issue/],
    ['an option the issue lacks', proposal, /cannot count.*`nets`/, /./],
  ])('%s', (name, one, words, help) => {
    const made = entryOf(one, '', known, negotiation, on, name.startsWith('an option') ? 'nets' : 'admitted');
    expect(refused(made) && [words.test(made.words), help.test(made.help)], JSON.stringify(made)).toEqual([true, true]);
  });
  it('an office given up by then', () => { expect(entryOf(proposal, '', known, negotiation, { ...on, day: '2026-07-01' }, 'admitted')).toMatchObject({ words: expect.stringMatching(/cannot count/) as string }); });
});

it('tells days of the calendar from others, and ids in a file that is damaged', () => {
  expect(['2026-02-28', '2026-02-31', '2026-2-3', 'yesterday', ''].map(isDay)).toEqual([true, false, false, false, false]);
  expect([...idsIn('{"id":"a"}\n{"id" : "b", broken')]).toEqual(['a', 'b']);
});
