/** Issues and statements as the brief shows them: the engine's states with every statement, limit and reason put into words. */
import type { IssueChange, IssueState, PartyStance } from '../../engine/index.js';
import type { Instant, Issue, Limit, Negotiation, Statement } from '../../treaty/index.js';
import type { CellView, IssueChangeView, IssueView, LimitView, StatementView } from './model.js';
import { anchor, dated, listed, numeral, readable, sentence, span } from './words.js';

/** Finds views by the names the engine uses. */
export interface Lookup {
  readonly parties: readonly string[];
  readonly limits: readonly string[];
  readonly issue: (name: string) => Issue | undefined;
  readonly issueTitle: (name: string) => string;
  readonly optionTitle: (issue: string, option: string | undefined) => string | undefined;
  readonly statement: (one: Statement) => StatementView;
}

export function lookupOf(negotiation: Negotiation, parties: readonly string[], sourceOf: (id: string) => string | undefined): Lookup {
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
    const view: StatementView = {
      id: one.id, anchor: anchor('s', one.id), party: readable(one.party), issue: issueTitle(one.issue), issueName: one.issue, stance: one.stance, voice: one.voice,
      gist: one.gist, said: span(one.said), at: one.said.from, knownAt: one.knownAt, uncertain: one.uncertain,
      ...(one.speaker === undefined ? {} : { speaker: speaker?.title ?? readable(one.speaker) }), ...(option === undefined || one.option === undefined ? {} : { option, optionName: one.option }),
      ...(one.reportedBy === undefined ? {} : { reportedBy: readable(one.reportedBy) }), ...(one.venue === undefined ? {} : { venue: one.venue }), ...(one.outlet === undefined ? {} : { outlet: one.outlet }), ...(source === undefined ? {} : { source }), ...(one.link === undefined ? {} : { link: one.link }),
    };
    made.set(one, view);
    return view;
  };
  return { parties, limits: negotiation.limits.map(({ name }) => name), issue: (name) => issues.get(name), issueTitle, optionTitle, statement };
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
  const names = (list: readonly string[]): readonly string[] => list.map((name) => look.optionTitle(state.issue, name) ?? readable(name));
  const limits = new Set(state.excluded.flatMap(({ by }) => by));
  const option = look.optionTitle(state.issue, state.option);
  return {
    name: state.issue, anchor: anchor('issue', state.issue), title: look.issueTitle(state.issue), state: state.state, parties, statements,
    ...(option === undefined ? {} : { option }), ...(state.since === undefined || !Number.isFinite(state.since) || state.since > asOf ? {} : { since: state.since }),
    required: issue && Array.isArray(issue.required) ? (issue.required as readonly string[]).map(readable) : 'to be agreed',
    word: wordOf(state, parties, statements), limits: negotiation.limits.filter(({ name }) => limits.has(name)).map(limitView),
    why: whyOf(state, look), settledBy: [...new Set(state.reasons.map(({ settledBy }) => settledBy).filter((words) => words !== undefined).map((words) => toldNames(words, state.issue, look)))],
    options: (issue?.options ?? []).map(({ name }) => look.optionTitle(state.issue, name) ?? name), possible: names(state.possible),
    excluded: state.excluded.map(({ option: name, by }) => ({ option: look.optionTitle(state.issue, name) ?? readable(name), by: by.map(readable) })),
    toMove: state.toMove.map(({ option: name, parties: movers }) => ({ option: look.optionTitle(state.issue, name) ?? readable(name), parties: movers.map(({ party, why }) => ({ party: readable(party), why: toldNames(why, state.issue, look) })) })),
  };
}

const whyOf = (state: IssueChange['to'], look: Lookup): readonly string[] => [...new Set(state.reasons.map(({ text }) => sentence(toldNames(text, state.issue, look))))];

/** Names in backticks as a reader knows them: an option by its title, anything else without hyphens; instants as days. */
function toldNames(words: string, issue: string, look: Lookup): string {
  const known = look.issue(issue);
  // Parties stand in reasons without marks; only names the text declares are touched.
  const told = look.parties.filter((name) => name.includes('-')).reduce((text, name) => text.replaceAll(name, readable(name)), dated(words));
  return told.replace(/`([^`]+)`/g, (_whole, name: string) => {
    const option = known?.options.find((one) => one.name === name);
    return option ? `“${option.title ?? readable(option.name)}”` : name === known?.name ? `“${known.title}”` : look.limits.includes(name) ? `“${readable(name)}”` : readable(name);
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
export const voiceWords = ({ voice, reportedBy }: Pick<StatementView, 'voice' | 'reportedBy'>): string => (voice === 'counterpart' && reportedBy !== undefined ? `the word of ${reportedBy}` : VOICE_WORDS[voice]);
export const STANCE_WORDS = { accepts: 'accepts', offers: 'offers', demands: 'demands', rejects: 'rejects', reports: 'reports on', uncertain: 'is uncertain on' } as const;
/** `rejects “…”`; of a statement on no option in particular, what it is. */
export const stanceWords = ({ stance, option }: Pick<StatementView, 'stance' | 'option'>): string => (option === undefined ? { ...STANCE_WORDS, reports: 'takes no position', uncertain: 'leaves it open' }[stance] : `${STANCE_WORDS[stance]} “${option}”`);

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
