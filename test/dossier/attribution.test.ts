/** The grammar of attribution on sentences of no report: who speaks, for whom, of whom, where, and how it stands to the matter. */
import { describe, expect, it } from 'vitest';
import { readArticle, type Proposal } from '../../src/dossier/index.js';

const statements = (text: string): readonly Proposal[] => readArticle(`A heading\n\n${text}\n`).statements;
const brief = ({ speaker, onBehalfOf, party, voice }: Proposal): readonly (string | undefined)[] => [speaker, onBehalfOf, party, voice];

describe('who speaks', () => {
  it.each<[string, readonly (readonly (string | undefined)[])[]]>([
    ['Danish Prime Minister Karen Holm said Denmark would send two ships.', [['Karen Holm', 'Denmark', 'Denmark', 'own']]],
    ['"We will send two ships," said Karen Holm, the Danish prime minister.', [['Karen Holm', 'Denmark', 'Denmark', 'own']]],
    ['Denmark would send two ships, according to the Danish Foreign Ministry.', [['Danish Foreign Ministry', 'Denmark', 'Denmark', 'own']]],
    ['Karen Holm, the Danish prime minister, was quoted as saying by DR that the ships were ready.', [['Karen Holm', 'Denmark', 'Denmark', 'own']]],
    ['Spain\'s foreign minister, Luis Ortega, who had flown in overnight, warned that the text was thin.', [['Luis Ortega', 'Spain', 'Spain', 'own']]],
    ['Spanish Foreign Minister Luis Ortega came late. He said the text was thin. His spokeswoman, Ana Ruiz, added that it would be mended.', [['Luis Ortega', 'Spain', 'Spain', 'own'], ['Ana Ruiz', 'Spain', 'Spain', 'own']]],
    ['Irish President Mary Walsh met Spanish Foreign Minister Luis Ortega. She said the text was thin.', [['Mary Walsh', 'Ireland', 'Ireland', 'own']]],
    ['Spain has accepted the text, Irish negotiator Mary Walsh told RTE.', [['Mary Walsh', 'Ireland', 'Spain', 'counterpart']]],
    ['Officials who spoke on condition of anonymity said Spain had accepted the text.', [['Officials', undefined, 'Spain', 'media']]],
    ['Danish envoy Karen Holm — who had come by train — said the ships were ready.', [['Karen Holm', 'Denmark', 'Denmark', 'own']]],
    ['Von der Leyen said the text was thin.', [['Ursula von der Leyen', 'European Union', 'European Union', 'own']]],
    ['Danish envoy Karen Holm refused to sign; Spanish envoy Luis Ortega said he would wait.', [['Karen Holm', 'Denmark', 'Denmark', 'own'], ['Luis Ortega', 'Spain', 'Spain', 'own']]],
    ['Karen Holm told Ortega that Denmark would accept the text, according to two people who were there.', [['two people', undefined, 'Denmark', 'media']]],
    ['Danish envoy Karen Holm was blunt: "The ships are ready."', [['Karen Holm', 'Denmark', 'Denmark', 'own']]],
    ['Lisbon insists that the base stays.', [['Lisbon', 'Portugal', 'Portugal', 'own']]],
    ['‘We will not sign,’ Luis Ortega, the Spanish envoy, said.', [['Luis Ortega', 'Spain', 'Spain', 'own']]],
    ['"Will you sign?" asked Portuguese negotiator Rui Costa Lima.', [['Rui Costa Lima', 'Portugal', 'Portugal', 'own']]],
    ['Portuguese negotiator Rui Lima thanked the hosts but said the draft was not ready.', [['Rui Lima', 'Portugal', 'Portugal', 'own']]],
    ['The government of Tarsia said it would sign. Tarsian Foreign Minister Olin Brask said Tarsia had asked for observers.', [['government of Tarsia', 'Tarsia', 'Tarsia', 'own'], ['Olin Brask', 'Tarsia', 'Tarsia', 'own']]],
    ['In a rare turn, Danish Prime Minister Karen Holm indicated at a long meeting with Spanish Foreign Minister Luis Ortega that Spain could send two ships.', [['Karen Holm', 'Denmark', 'Denmark', 'media']]],
    ['Danish envoy Karen Holm hinted that Denmark would send two ships.', [['Karen Holm', 'Denmark', 'Denmark', 'own']]],
    ['Danish envoy Karen Holm and Spanish envoy Luis Ortega came. Holm and Ortega defended the decision to wait.', [['Karen Holm', 'Denmark', 'Denmark', 'own'], ['Luis Ortega', 'Spain', 'Spain', 'own']]],
    ['France and Britain rejected the draft.', [['France', 'France', 'France', 'own'], ['Britain', 'United Kingdom', 'United Kingdom', 'own']]],
    ['Danish envoy Karen Holm clarified that Spain seeks the lighthouse.', [['Karen Holm', 'Denmark', 'Spain', 'counterpart']]],
    ['Nordic officials reported that Spain repeated its demand for the lighthouse.', [['Nordic officials', undefined, 'Spain', 'counterpart']]],
    ['Danish envoy Karen Holm thanked Luis Ortega, the Spanish envoy. Ortega, however, has firmly rejected the draft, stating that the law forbids it.', [['Luis Ortega', 'Spain', 'Spain', 'own']]],
    ['Danish envoy Karen Holm, also present in Vigo, characterised the draft as "thin." It was late.', [['Karen Holm', 'Denmark', 'Denmark', 'own']]],
    ['"It was the first time we heard the Spaniards agree to that," Danish envoy Karen Holm stated in an interview.', [['Karen Holm', 'Denmark', 'Spain', 'counterpart']]],
    ['Danish envoy Karen Holm came by train.”The ships are ready,” holm said. ”The draft is thin.”', [['Karen Holm', 'Denmark', 'Denmark', 'own']]],
    ['Spain strongly opposes the plan.', [['Spain', 'Spain', 'Spain', 'media']]],
    ['Danish envoy Karen Holm on Friday said that the ships were ready.', [['Karen Holm', 'Denmark', 'Denmark', 'own']]],
    ['Danish envoy Karen Holm late on 12 May told reporters that the ships were ready.', [['Karen Holm', 'Denmark', 'Denmark', 'own']]],
    ['The ships are ready, said a Tuesday statement from Danish Prime Minister Karen Holm.', [['Karen Holm', 'Denmark', 'Denmark', 'own']]],
    ['The agency published a statement by the Danish Defence Ministry, which threatened to block the strait.', [['Danish Defence Ministry', 'Denmark', 'Denmark', 'own']]],
    ['The Morning Courier quoted Danish envoy Karen Holm as saying that the ships were ready.', [['Karen Holm', 'Denmark', 'Denmark', 'own']]],
    ['The news agency Ritzau reported that Danish envoy Karen Holm warned against delay.', [['Karen Holm', 'Denmark', 'Denmark', 'own']]],
    ['The Morning Courier reported that Denmark had accepted the text.', [['Morning Courier', undefined, 'Denmark', 'media']]],
    ['Danish envoy Karen Holm came by train. Denmark has repeatedly expressed concern over growing Spanish support for the draft.', [['Denmark', 'Denmark', 'Denmark', 'own']]],
    ['A member of the Danish government revealed to RTE that Spain had accepted the text.', [['member of the Danish government', 'Denmark', 'Spain', 'counterpart']]],
    ['During a long press conference with Spanish envoy Luis Ortega in Vigo, Danish envoy Karen Holm revealed that the ships were ready.', [['Karen Holm', 'Denmark', 'Denmark', 'own']]],
    ['Denmark would not wait, its embassy in Lisbon warned.', [['Denmark\'s embassy in Lisbon', 'Denmark', 'Denmark', 'own']]],
    ['In Copenhagen a presidential aide said the ships were ready.', [['presidential aide', 'Denmark', 'Denmark', 'own']]],
    ['Kim Dae-won, the South Korean envoy, came by train. Kim said the draft was thin.', [['Kim Dae-won', 'South Korea', 'South Korea', 'own']]],
    ['Danish envoy Karen Holm called the draft thin and repeated that ships would be needed.', [['Karen Holm', 'Denmark', 'Denmark', 'own'], ['Karen Holm', 'Denmark', 'Denmark', 'own']]],
    ['Spain had agreed in private to withdraw the draft, the Danish Foreign Ministry\'s spokesman Jan Brix maintained.', [['Jan Brix', 'Denmark', 'Spain', 'counterpart']]],
    ['The ships would come later, if Danish envoy Karen Holm is to be believed.', [['Karen Holm', 'Denmark', 'Denmark', 'own']]],
    ['Danish envoy Karen Holm spoke of ships that nobody has seen.', [['Karen Holm', 'Denmark', 'Denmark', 'own']]],
    ['Danish envoy Karen Holm wrote to all sides. The strait should stay open, the letter says.', [['Karen Holm', 'Denmark', 'Denmark', 'own'], ['Karen Holm', 'Denmark', 'Denmark', 'own']]],
    ['The rebel group K9 announced that it would leave the port.', [['K9', 'K9', 'K9', 'own']]],
    ['"We stay," a Danish officer in Aarhus said by telephone.', [['Danish officer in Aarhus', 'Denmark', 'Denmark', 'own']]],
    ['Neither government has confirmed the report.', []],
    ['Suppose that a ship burns. Denmark says: Spanish. Spain says: Danish.', []],
    ['In what observers call a turn, the envoys met.', []],
    ['The Danish Foreign Ministry declined to confirm the date.', []],
  ])('%s', (text, expected) => { expect(statements(text).map(brief)).toEqual(expected); });

  it('a standing position weighs little beside what was said that day', () => { expect(['Spain strongly opposes the plan.', 'Spain strongly opposed the plan.'].map((text) => statements(text)[0]?.confidence)).toEqual([0.25, 0.85]); });

  it('quotes of one speaker on two matters are two statements, on one matter one', () => {
    const told = (second: string): readonly (string | undefined)[] => statements(`"The line of contact is where talks begin," Danish envoy Karen Holm said. "${second}"`).map(({ issue }) => issue);
    expect(told('No soldier of ours will ever leave that harbour.')).toEqual(['line', 'forces']);
    expect(told('From the line of contact, and from nowhere else.')).toEqual(['line']);
  });

  it.each([
    'The three states met in a hall that reports had called unsafe.',
    'The minister did not say who would command the force.',
    'The offer, expected by many, was on the table, and the claims of both sides with it.',
    'The army defended its positions near the river, and soldiers defended the town.',
    '• What does Spain say of the plan? Spain strongly opposes it.',
    'It rained in Geneva, and the delegations left for the airport.',
  ])('nobody: %s', (text) => { expect(statements(text)).toEqual([]); });

  it('joins a quote that runs on to its speaker, within a paragraph and across two', () => {
    const text = 'Danish envoy Karen Holm was blunt. "The ships are ready," she said. "They sail on Monday."\n\n"We have waited long enough.\n\n"And we wait no longer," Holm said.';
    const found = statements(text);
    const whole = `A heading\n\n${text}\n`;
    expect(found.map(({ span }) => whole.slice(...span))[0]).toBe('"The ships are ready," she said. "They sail on Monday."');
    expect(found.every(({ speaker }) => speaker === 'Karen Holm')).toBe(true);
  });

  it('gives each of two speakers in one sentence their own part', () => {
    const text = 'Danish envoy Karen Holm said the ships were ready, but Spanish envoy Luis Ortega said they would not be let in.';
    expect(statements(text).map((one) => [one.speaker, `A heading\n\n${text}\n`.slice(...one.span)])).toEqual([['Karen Holm', 'Danish envoy Karen Holm said the ships were ready'], ['Luis Ortega', 'Spanish envoy Luis Ortega said they would not be let in.']]);
  });
});

describe('papers and turns', () => {
  it('an office without a state is of whose sheet it is', () => {
    expect(statements('Ministry of Foreign Affairs of Denmark\n\nThe Minister said that the ships were ready.\n\nMinistry of Foreign Affairs of Spain\n\nMinister Luis Ortega stated that he had seen none.').map(({ onBehalfOf }) => onBehalfOf)).toEqual(['Denmark', 'Spain']);
  });

  it('a transcript is read turn by turn, and what others said in it is theirs', () => {
    const found = statements('MINISTRY OF TRADE OF DENMARK\n\nSpokesperson: Karen Holm\n\nQUESTION (Radio Vest): Will you sign?\n\nHOLM: We will sign when our partners do, and not an hour before. Spanish envoy Luis Ortega told us that Spain would wait.\n\nQUESTION (Radio Vest): And then?\n\nHOLM: Then we will see what the weather does to our ships.');
    expect(found.map(({ speaker, onBehalfOf }) => [speaker, onBehalfOf])).toEqual([['Karen Holm', 'Denmark'], ['Luis Ortega', 'Spain'], ['Karen Holm', 'Denmark']]);
  });

  it('a report that asks and answers itself is no interview', () => {
    expect(statements('Q: Who came?\n\nA: Karen Holm, the Danish envoy.\n\nQ: What came of it?\n\nA: Nothing.')).toEqual([]);
  });
});

describe('where, and how it stands to the matter', () => {
  it.each([
    ['Danish envoy Karen Holm told CNN\'s "Morning Table" that Denmark would send trainers.', 'CNN\'s Morning Table', 'offers', 'training-and-equipment'],
    ['Danish envoy Karen Holm told a press conference in Oslo that Denmark rejects any limit on troops.', 'press conference in Oslo', 'rejects', 'forces'],
    ['Danish envoy Karen Holm wrote on Telegram that Denmark accepts observers.', 'Telegram', 'accepts', 'policing'],
    ['Danish envoy Karen Holm said parliaments must ratify the text.', undefined, 'demands', 'binding-force'],
    ['Danish envoy Karen Holm said it was too early to speak of a ceasefire.', undefined, 'uncertain', 'ceasefire'],
    ['"We are ready to send soldiers, and what are you prepared to send?" Danish envoy Karen Holm said.', undefined, 'offers', 'forces'],
    ['"What are you prepared to send to the garrison?" Danish envoy Karen Holm said.', undefined, 'reports', 'forces'],
    ['"There are no details of how the monitoring will work, and we need them," Danish envoy Karen Holm said.', undefined, 'uncertain', 'policing'],
    ['Danish envoy Karen Holm said Denmark seeks a boundary drawn by law, not the front lines.', undefined, 'demands', 'line'],
    ['Danish envoy Karen Holm said an allied force would stay away from the line of contact.', undefined, 'reports', 'forces'],
    ['Danish envoy Karen Holm said the guarantee runs to nine pages.', undefined, 'reports', 'guarantee'],
  ])('%s', (text, venue, stance, issue) => { expect(statements(text).map((one) => [one.venue, one.stance, one.issue])).toEqual([[venue, stance, issue]]); });

  it('a refusal is none the less one for its verb', () => { expect(statements('"We have not agreed to anything," Danish envoy Jan Holm said.').map(({ speaker, stance }) => [speaker, stance])).toEqual([['Jan Holm', 'rejects']]); });

  it('tells issues on one matter apart by the words that are theirs alone', () => {
    const issues = [{ name: 'no-expansion-north', title: 'Legislation against taking more of the North', options: ['written into law'] }, { name: 'no-expansion-europe', title: 'Legislation against taking land elsewhere in Europe', options: ['written into law'] }];
    const of = (words: string): string | undefined => readArticle(`A heading\n\nDanish envoy Karen Holm said Denmark would enact legislation ${words}.\n`, { issues }).statements[0]?.issue;
    expect([of('against further expansion in Europe'), of('against taking more land of the North')]).toEqual(['no-expansion-europe', 'no-expansion-north']);
  });

  it('takes names of speakers, parties and issues from a dossier', () => {
    const found = readArticle('A heading\n\nAbernathy said the United States would keep the lighthouse lit.\n', { speakers: [{ name: 'Abernathy', title: 'Joan Abernathy, lighthouse envoy', party: 'United-States' }], parties: ['United-States'], issues: [{ name: 'lighthouse', title: 'The lighthouse', options: ['lit by night'] }] }).statements;
    expect(found.map(({ speaker, onBehalfOf, issue }) => [speaker, onBehalfOf, issue])).toEqual([['Joan Abernathy', 'United-States', 'lighthouse']]);
  });
});
