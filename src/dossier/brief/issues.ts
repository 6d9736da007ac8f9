/** Issues and statements as the brief shows them: the engine's states with every statement, limit and reason put into words. */
import { inSentence, type IssueChange, type IssueState, type PartyStance } from '../../engine/index.js';
import type { Instant, Issue, Limit, Negotiation, Statement } from '../../treaty/index.js';
import type { CellView, IssueChangeView, IssueView, LimitView, OptionView, StatementView } from './model.js';
import { anchor, dated, listed, numeral, readable, sentence, shortDates, span } from './words.js';

/** Finds views by the names the engine uses. */
export interface Lookup {
  readonly limits: readonly string[];
  readonly issue: (name: string) => Issue | undefined;
  readonly issueTitle: (name: string) => string;
  readonly optionTitle: (issue: string, option: string | undefined) => string | undefined;
  readonly statement: (one: Statement) => StatementView;
}

export function lookupOf(negotiation: Negotiation, sourceOf: (id: string) => string | undefined): Lookup {
  const issues = new Map(negotiation.issues.map((one) => [one.name, one]));
  const speakers = new Map(negotiation.speakers.map((one) => [one.name, one]));
  const issueTitle = (name: string): string => issues.get(name)?.title ?? readable(name);
  const optionTitle = (issue: string, option: string | undefined): string | undefined => (option === undefined ? undefined : issues.get(issue)?.options.find(({ name }) => name === option)?.title ?? readable(option));
  const made = new Map<Statement, StatementView>();
  const statement = (one: Statement): StatementView => {
    const held = made.get(one);
    if (held) return held;
    const speaker = one.speaker === undefined ? undefined : speakers.get(one.speaker);
    const [option, source] = [optionTitle(one.issue, one.option), sourceOf(one.id)];
    const put = { stance: one.stance, ...(option === undefined ? {} : { option }) };
    const view: StatementView = {
      id: one.id, anchor: anchor('s', one.id), party: readable(one.party), issue: issueTitle(one.issue), issueName: one.issue, stance: one.stance, words: stanceWords(put), verb: STANCE_WORDS[one.stance], voice: one.voice,
      gist: one.gist, said: span(one.said), at: one.said.from, knownAt: one.knownAt, uncertain: one.uncertain,
      ...(one.speaker === undefined ? {} : { speaker: speaker?.title ?? readable(one.speaker) }), ...(option === undefined || one.option === undefined ? {} : { option, optionName: one.option }),
      ...(one.reportedBy === undefined ? {} : { reportedBy: readable(one.reportedBy) }), ...(one.venue === undefined ? {} : { venue: one.venue }), ...(one.outlet === undefined ? {} : { outlet: one.outlet }), ...(source === undefined ? {} : { source: shortDates(source) }), ...(one.link === undefined ? {} : { link: one.link }),
    };
    made.set(one, view);
    return view;
  };
  return { limits: negotiation.limits.map(({ name }) => name), issue: (name) => issues.get(name), issueTitle, optionTitle, statement };
}

const limitView = ({ name, kind, of, source }: Limit): LimitView => ({ name: readable(name), kind, of: readable(of), ...(source ? { source: source.text } : {}) });

function cellView(cell: PartyStance, issue: Issue | undefined, look: Lookup): CellView {
  const option = look.optionTitle(issue?.name ?? '', cell.option);
  return {
    party: readable(cell.party), required: cell.required, hearsay: cell.hearsay.map(look.statement), conflict: cell.conflict.map(look.statement),
    ...(cell.stance === undefined ? {} : { stance: cell.stance }), ...(option === undefined ? {} : { option }), ...(cell.tier === undefined ? {} : { tier: cell.tier }), ...(cell.by ? { by: look.statement(cell.by) } : {}),
  };
}

/** Newest first; of one instant by id, so that the order of files changes nothing. */
export const byTime = (a: StatementView, b: StatementView): number => b.at - a.at || b.knownAt - a.knownAt || (a.id < b.id ? -1 : 1);

const distinct = (list: readonly StatementView[]): readonly StatementView[] => [...new Map(list.map((one) => [one.id, one])).values()].sort(byTime);

/** The statements a state rests on. */
function wordOf(state: IssueState, issue: IssueView['parties'], all: readonly StatementView[]): readonly StatementView[] {
  const entries = new Set(state.reasons.flatMap((reason) => reason.entries));
  const named = all.filter(({ id }) => entries.has(id));
  if (state.state === 'conflict') { const opposed = distinct(issue.flatMap((cell) => cell.conflict)); return opposed.length > 0 ? opposed : named; }
  if (state.state === 'agreed') return distinct(issue.filter((cell) => cell.required && cell.by?.voice === 'own').map((cell) => cell.by as StatementView));
  // A claim rests on the words of others about those who have not spoken themselves, or on words held uncertain.
  if (state.state === 'claimed') { const weak = named.filter(({ voice, uncertain }) => voice !== 'own' || uncertain); return weak.length > 0 ? weak : named; }
  if (named.length > 0) return distinct(named);
  return all.slice(0, 1);
}

export function issueView(state: IssueState, negotiation: Negotiation, look: Lookup, asOf: Instant): IssueView {
  const issue = look.issue(state.issue);
  const parties = state.parties.map((cell) => cellView(cell, issue, look));
  const statements = distinct(state.parties.flatMap((cell) => cell.all).map(look.statement));
  const limits = new Set(state.excluded.flatMap(({ by }) => by));
  const option = look.optionTitle(state.issue, state.option);
  return {
    name: state.issue, anchor: anchor('issue', state.issue), title: look.issueTitle(state.issue), state: state.state, parties, statements,
    ...(option === undefined ? {} : { option }), ...(state.since === undefined || !Number.isFinite(state.since) || state.since > asOf ? {} : { since: state.since }),
    required: issue && Array.isArray(issue.required) ? (issue.required as readonly string[]).map(readable) : 'to be agreed',
    word: wordOf(state, parties, statements), limits: negotiation.limits.filter(({ name }) => limits.has(name)).map(limitView),
    why: whyOf(state, look), options: optionsOf(state, issue, negotiation, look), settledBy: [...new Set(state.reasons.map(({ settledBy }) => settledBy).filter((words) => words !== undefined).map((words) => told(words, state.issue, look)))],
  };
}

/** A to Z; whoever has more options than letters gets numbers. */
const letterAt = (index: number): string => (index < 26 ? String.fromCharCode(65 + index) : String(index + 1));

function optionsOf(state: IssueState, issue: Issue | undefined, negotiation: Negotiation, look: Lookup): readonly OptionView[] {
  const options = issue?.options ?? [];
  const letters = new Map(options.map(({ name }, index) => [name, letterAt(index)]));
  return options.map(({ name }, index) => ({
    name, letter: letterAt(index), title: look.optionTitle(state.issue, name) ?? readable(name),
    excludedBy: (state.excluded.find(({ option }) => option === name)?.by ?? []).flatMap((by) => negotiation.limits.filter((limit) => limit.name === by).map(limitView)),
    toMove: (state.toMove.find(({ option }) => option === name)?.parties ?? []).map(({ party, why }) => ({ party: readable(party), why: told(why, state.issue, look), short: told(why, state.issue, look, letters) })),
  }));
}

/** The option a state names stands beside it, so that its reasons may say `this`. */
const whyOf = (state: IssueChange['to'], look: Lookup): readonly string[] => [...new Set(state.reasons.map(({ text }) => sentence(told(text, state.issue, look, new Map(state.option === undefined ? [] : [[state.option, 'this']])))))];

/** Names in backticks as a reader knows them: an option by its title or by what is given for it, anything else without hyphens; instants as days. */
function told(words: string, issue: string, look: Lookup, instead: ReadonlyMap<string, string> = new Map()): string {
  const known = look.issue(issue);
  return dated(words).replace(/`([^`]+)`/g, (_whole, name: string) => {
    const option = known?.options.find((one) => one.name === name);
    return option ? instead.get(name) ?? `“${option.title ?? readable(option.name)}”` : name === known?.name ? `“${known.title}”` : look.limits.includes(name) ? `“${readable(name)}”` : readable(name);
  });
}

export function changeView({ issue, from, to, entries, limits }: IssueChange, negotiation: Negotiation, look: Lookup): IssueChangeView {
  const end = (state: IssueChange['from']): IssueChangeView['from'] => { const option = look.optionTitle(issue, state.option); return { state: state.state, ...(option === undefined ? {} : { option }) }; };
  const decided = new Set(to.reasons.flatMap((reason) => reason.entries));
  const all = distinct(entries.map(look.statement));
  const turned = from.state !== to.state || from.option !== to.option;
  // Where a state ended because of words it no longer rests on, those words are what explains it.
  const resting = all.filter(({ id }) => decided.has(id));
  const shown = resting.length > 0 ? resting : all.slice(0, 3);
  return {
    issue: look.issueTitle(issue), name: issue, from: end(from), to: end(to), turned, why: whyOf(to, look), entries: shown, others: all.filter((one) => !shown.includes(one)),
    limits: negotiation.limits.filter(({ name }) => limits.includes(name)).map((limit) => ({ ...limitView(limit), began: to.excluded.some(({ by }) => by.includes(limit.name)) })),
  };
}

/** Words for a state that stand in a sentence. */
export const STATE_WORDS = { agreed: 'agreed', claimed: 'claimed but unconfirmed', open: 'open', blocked: 'blocked', conflict: 'in conflict' } as const;
export const VOICE_WORDS = { own: 'own word', counterpart: 'a counterpart’s word', media: 'a media report' } as const;
/** The kind of word a statement is; another party's by its name where it is known. */
export const voiceWords = ({ voice, reportedBy }: Pick<StatementView, 'voice' | 'reportedBy'>): string => (voice === 'counterpart' && reportedBy !== undefined ? `the word of ${inSentence(reportedBy)}` : VOICE_WORDS[voice]);
export const STANCE_WORDS = { accepts: 'accepts', offers: 'offers', demands: 'demands', rejects: 'rejects', reports: 'reports on', uncertain: 'is uncertain on' } as const;
/** `rejects “…”`; of a statement on no option in particular, what it is. */
export const stanceWords = ({ stance, option }: Pick<StatementView, 'stance' | 'option'>): string => (option === undefined ? { ...STANCE_WORDS, reports: 'takes no position', uncertain: 'leaves it open' }[stance] : `${STANCE_WORDS[stance]} “${option}”`);

/** Who may settle it, with what each would have to do said once: `the United States or Russia, each in its own voice`. */
export function settledWords(settledBy: readonly string[]): string {
  const own = settledBy.flatMap((words) => / in its own voice$/.test(words) ? [words.replace(/ in its own voice$/, '')] : []);
  const others = settledBy.filter((words) => !/ in its own voice$/.test(words));
  const voices = own.length === 0 ? [] : [`${listed(own, 'or')}${own.length === 1 ? '' : ', each'} in its own voice`];
  return others.length > 0 && voices.length > 0 ? `${listed(others, 'or')}, or by ${voices.join('')}` : [...others.length > 0 ? [listed(others, 'or')] : [], ...voices].join('');
}

/** `of ten issues two are agreed and eight open`, in words of a sentence. */
export function tallyWords(issues: readonly { readonly state: keyof typeof STATE_WORDS }[]): string {
  const parts = (['agreed', 'claimed', 'conflict', 'blocked', 'open'] as const).flatMap((state) => {
    const count = issues.filter((one) => one.state === state).length;
    return count === 0 ? [] : [{ count, words: STATE_WORDS[state] }];
  });
  const [first, ...rest] = parts;
  if (!first) return 'no issue is named';
  if (rest.length === 0) return issues.length === 1 ? `the one issue is ${first.words}` : `all ${numeral(issues.length)} issues are ${first.words}`;
  return `of ${numeral(issues.length)} issues ${listed([`${numeral(first.count)} ${first.count === 1 ? 'is' : 'are'} ${first.words}`, ...rest.map(({ count, words }) => `${numeral(count)} ${words}`)])}`;
}
