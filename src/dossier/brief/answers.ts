/** Questions a reader would ask, answered from the dossier's own data: what is agreed, what would have to move, what an article obliges, whether the pledges suffice. */
import { inSentence } from '../../engine/index.js';
import { gapWords } from './pledges.js';
import { stanceWords, STATE_WORDS, tallyWords, voiceWords } from './issues.js';
import type { Answer, ArticleView, Brief, IssueView, StatementView } from './model.js';
import { anchor, capital, counted, day, listed, numeral, sentence } from './words.js';

type Known = Omit<Brief, 'faq'>;

const answer = (id: string, question: string, paragraphs: readonly string[], see?: Answer['see']): Answer => ({ id, anchor: anchor('q', id), question, paragraphs: paragraphs.filter((words) => words !== '').map(sentence), ...(see ? { see } : {}) });

/** `President of Ukraine, 17 August 2025 (own word)`. */
export const onWhoseWord = (one: StatementView): string => `${one.speaker ?? one.outlet ?? 'somebody not named'}, ${one.said} (${voiceWords(one)}${one.voice === 'own' ? '' : ` about ${inSentence(one.party)}`})`;

function whole(brief: Known): Answer {
  const settled = brief.issues.filter(({ state }) => state === 'agreed');
  const claimed = brief.issues.filter(({ state }) => state === 'claimed');
  const first = settled.length === 0 ? `No. On ${day(brief.asOf)} none of the ${numeral(brief.issues.length)} issues of this dossier is agreed` : settled.length === brief.issues.length ? `Yes: on ${day(brief.asOf)} every issue of this dossier is agreed` : `In part: on ${day(brief.asOf)} ${counted(settled.length, 'issue')} of ${numeral(brief.issues.length)} ${settled.length === 1 ? 'is' : 'are'} agreed: ${listed(settled.map(({ title }) => `“${title}”`))}`;
  return answer('whole', 'Is there an agreement?', [first, claimed.length === 0 ? '' : `Agreement is claimed, but not confirmed by all who would have to agree, on ${listed(claimed.map(({ title }) => `“${title}”`))}`, tallyWords(brief.issues)], { words: 'The table of issues', to: 'index.html#issues' });
}

function agreedOn(issue: IssueView): Answer {
  const needed = issue.required === 'to be agreed' ? 'Who would have to agree is itself to be agreed' : `${listed(issue.required.map(inSentence))} would have to agree`;
  const options = issue.option === undefined ? '' : `: ${issue.option}`;
  const first = {
    agreed: `Agreed${options}. ${listed(issue.required === 'to be agreed' ? [] : issue.required.map(inSentence))} said so in their own voice${issue.since === undefined ? '' : `; it stands since ${day(issue.since)}`}`,
    claimed: `Nothing for certain. Agreement is claimed${options}, on the word of ${listed(issue.word.map(onWhoseWord))}; hearsay does not count as agreement`,
    open: 'Nothing. No option is accepted by all who would have to agree',
    blocked: `Nothing, and as things stand nothing can be: every option meets ${listed(issue.limits.map(({ name, kind, of }) => `the ${kind} “${name}” of ${inSentence(of)}`)) || 'a limit of a party that would have to agree'}`,
    conflict: 'It cannot be said: statements of one moment contradict each other',
  }[issue.state];
  return answer(`agreed-${issue.name}`, `What is agreed on “${issue.title}”?`, [first, issue.why.join(' '), issue.state === 'agreed' ? '' : needed], { words: 'All positions on it', to: `issues.html#${issue.anchor}` });
}

function toMove(issue: IssueView): readonly Answer[] {
  const ways = issue.options.filter(({ toMove: parties }) => parties.length > 0).map(({ title, toMove: parties }) => `For “${title}”: ${listed(parties.map(({ party, why }) => `${inSentence(party)} (${why})`))}`);
  if (issue.state === 'agreed' || ways.length === 0) return [];
  return [answer(`move-${issue.name}`, `What would have to move for agreement on “${issue.title}”?`, ways, { words: 'What is possible and what is excluded', to: `issues.html#${issue.anchor}` })];
}

const KIND_WORDS = /^(?:under "[^"]*", )?(duty|prohibition|power|decision|permission|define|reservation)\b/;

function obliges(article: ArticleView, title: string): Answer {
  const clauses = [...article.paragraphs.flatMap((one) => one.clauses), ...article.clauses];
  const duties = clauses.filter(({ text }) => ['duty', 'prohibition'].includes(KIND_WORDS.exec(text)?.[1] ?? ''));
  return answer(`article-${article.number}`, `What does article ${article.number} of the text oblige anyone to do?`, [
    ...article.paragraphs.map(({ prose }) => prose),
    duties.length === 0 ? 'It holds no duty and no prohibition of its own' : `As clauses: ${listed(duties.map(({ text }) => `“${text.replace(/\.$/, '')}”`))}`,
    article.open.length === 0 ? '' : `Left to be agreed: ${listed(article.open)}`, ...article.readings.map((words) => `It is read in different ways: ${words}`),
    `Status of the article in “${title}”: ${article.status}; nothing is owed before the text is in force`,
  ], { words: `Article ${article.number}`, to: `index.html#${article.anchor}` });
}

function latest(brief: Known): readonly Answer[] {
  const last = [...brief.days].reverse().find(({ changes, shifts }) => changes.some(({ turned }) => turned) || shifts.length > 0);
  if (!last) return [];
  const words = [
    ...last.changes.filter(({ turned }) => turned).map(({ issue, from, to }) => `${capital(issue)}: from ${STATE_WORDS[from.state]} to ${STATE_WORDS[to.state]}${to.option === undefined ? '' : ` (${to.option})`}`),
    ...last.shifts.map(({ words: shift, issue, after }) => `${shift} on “${issue}”: ${stanceWords(after)}`),
  ];
  return [answer('latest', 'What changed last?', [`On ${day(last.day)}: ${words.join('; ')}`], { words: 'All changes by date', to: `changes.html#${last.anchor}` })];
}

/** In the order of the page; `shown` picks some by id. */
export function answersOf(brief: Known, shown: readonly string[] | undefined): readonly Answer[] {
  const all = [
    ...(brief.issues.length > 0 ? [whole(brief)] : []), ...latest(brief), ...brief.issues.flatMap((issue) => [agreedOn(issue), ...toMove(issue)]),
    ...(brief.guarantee ? brief.guarantee.articles.map((article) => obliges(article, brief.guarantee?.title ?? '')) : []),
    ...(brief.pledges && brief.pledges.needs.length > 0 ? [answer('pledges', 'Do the pledges cover what is needed?', [gapWords(brief.pledges), ...brief.pledges.needs.map(({ what, needed, within, gap }) => `${what}, ${needed} within ${within}: ${gap}`), ...brief.pledges.stated.map(({ what, needed, gap }) => `${what}${needed === undefined ? '' : `, ${needed}`}: ${gap}`)], { words: 'Needs against pledges', to: 'index.html#pledges' })] : []),
    ...(brief.issues.some(({ state }) => state === 'claimed') ? [answer('claimed', 'What does “claimed but unconfirmed” mean?', ['Somebody else, another party or a media report, says that a party agrees, and the party has not said so itself. Such a word is shown with its source and counts for nothing until the party speaks'])] : []),
  ];
  return shown === undefined ? all : shown.flatMap((id) => all.filter((one) => one.id === id));
}
