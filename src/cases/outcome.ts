/** Verdicts to the outcome of a case, in the words of docs/cases.md. Which clause is about help and which about talks is told by its acts, not by its name. */
import type { Clause, Duty, Permission, Power, Reason, Rule, Treaty, Truth, Verdict } from '../treaty/index.js';
import type { Judgement } from '../engine/index.js';
import type { Told } from './entries.js';

export interface Outcome { readonly words: string; readonly reasons: readonly Reason[] }

/** Acts by which a treaty's own words tell what kind of duty a clause sets. */
const HELP = new Set(['assist', 'defend', 'restore-order', 'intervene', 'join-war', 'seek-council-action']);
/** Acts a text may give a right to, rather than a duty: to act alone for what is guaranteed. */
const RIGHTS = new Set([...HELP, 'intervene-with-force', 'make-representations', 'act-alone', 'use-force']);
const TALKS = new Set(['consult', 'convene', 'investigate']);

const actsOf = (duty: Duty): readonly string[] => (duty.content.kind === 'achieve' || duty.content.kind === 'refrain' ? duty.content.acts.flatMap(({ acts }) => acts) : []);
const isHelp = (clause: Clause): clause is Duty => clause.kind === 'duty' && clause.content.kind === 'achieve' && actsOf(clause).some((act) => HELP.has(act));
const isTalks = (clause: Clause): clause is Duty => clause.kind === 'duty' && clause.content.kind === 'achieve' && actsOf(clause).some((act) => TALKS.has(act));
const isRight = (clause: Clause): clause is Power | Permission => (clause.kind === 'power' || clause.kind === 'permission') && clause.acts.some(({ acts }) => acts.some((act) => RIGHTS.has(act)));
const isRestraint = (clause: Clause): clause is Duty => clause.kind === 'duty' && clause.content.kind === 'refrain';

/** The reason a case names, by the rule that decided. A party struck that is none (`target`) lacks what the text presupposes. */
export const NAMED: Partial<Record<Rule, string>> = {
  place: 'place', target: 'precondition', actor: 'actor', attribution: 'actor', intent: 'intent', threshold: 'threshold', trigger: 'threshold', provoked: 'provoked', exception: 'provoked',
  precondition: 'precondition', 'not in force': 'precondition', instrument: 'precondition', time: 'precondition', decision: 'precondition', finding: 'precondition', absence: 'precondition',
};

export interface Standing { readonly truth: Truth; readonly reasons: readonly Reason[] }

/** What one reading of the text makes of the case, by kind of clause; absent where the articles hold none of the kind. */
export interface Standings { readonly help?: Standing; readonly right?: Standing; readonly talks?: Standing; readonly restraint?: Standing; readonly omission?: Standing }

export function standingsOf(treaty: Treaty, reading: string | undefined, articles: readonly string[], { verdicts }: Judgement, told: Told): Standings {
  const replaced = new Set(treaty.clauses.filter((clause) => clause.reading !== undefined && clause.reading === reading).map(({ name }) => name));
  const common = treaty.clauses.filter((clause) => clause.reading === undefined);
  const articleOf = (clause: Clause): string => common.find(({ name }) => name === clause.name)?.article ?? clause.article;
  const all = [...common.filter(({ name }) => !replaced.has(name)), ...treaty.clauses.filter((clause) => clause.reading !== undefined && clause.reading === reading)];
  const here = all.filter((clause) => articles.length === 0 || articles.includes(articleOf(clause)));
  // An article that only says what a term means (article 6: where) speaks through the duties that rest on the term.
  const clauses = here.length > 0 && here.every(({ kind }) => kind === 'definition') ? all.filter((clause) => clause.kind === 'duty' && here.some(({ name }) => restsOn(clause, name, all))) : here;
  if (told.omitted !== undefined) {
    const omission = omissionStanding(clauses, told, verdicts);
    return omission ? { omission } : {};
  }
  const help = dutyStanding(clauses.filter(isHelp), treaty, verdicts, told);
  const talks = dutyStanding(clauses.filter(isTalks), treaty, verdicts, told);
  const restraint = restraintStanding(clauses.filter(isRestraint), verdicts, told);
  const right = rightStanding(clauses.filter(isRight), verdicts);
  return { ...(help ? { help } : {}), ...(right ? { right } : {}), ...(talks ? { talks } : {}), ...(restraint ? { restraint } : {}) };
}

/** Whether a clause names a term, itself or through other terms. */
function restsOn(clause: Clause, term: string, all: readonly Clause[], seen: ReadonlySet<string> = new Set()): boolean {
  const text = JSON.stringify(clause.kind === 'definition' ? clause.meaning : clause.kind === 'duty' ? [clause.trigger, clause.deadline] : []);
  if (text.includes(`"name":"${term}"`)) return true;
  return all.some((other) => other.kind === 'definition' && !seen.has(other.name) && text.includes(`"name":"${other.name}"`) && restsOn(other, term, all, new Set([...seen, other.name])));
}

/** Where readings differ, what they differ about is undetermined, and each is named. */
export function together(each: readonly { readonly reading: string | undefined; readonly standings: Standings }[]): Standings {
  const [first] = each;
  if (!first || each.length === 1) return first?.standings ?? {};
  const kinds = ['help', 'right', 'talks', 'restraint', 'omission'] as const;
  return Object.fromEntries(kinds.flatMap((kind) => {
    const all = each.flatMap(({ reading, standings }) => (standings[kind] ? [{ reading, standing: standings[kind] }] : []));
    const [one] = all;
    if (!one) return [];
    if (all.every(({ standing }) => standing.truth === one.standing.truth)) return [[kind, one.standing]];
    const said: Readonly<Record<Truth, string>> = kind !== 'restraint' && kind !== 'omission' ? { true: 'due', false: 'not due', undetermined: 'undetermined' } : { true: 'a breach', false: 'no breach', undetermined: 'undetermined' };
    const reasons = all.flatMap(({ reading, standing }) => standing.reasons.slice(0, 2).map((reason): Reason => ({ ...reason, text: `under the reading "${reading ?? ''}" ${said[standing.truth]}: ${reason.text}`, settledBy: 'agreement of the parties on the reading' })));
    return [[kind, { truth: 'undetermined', reasons } satisfies Standing]];
  }));
}

export function outcomeOf({ help, right, talks, restraint, omission }: Standings, articles: readonly string[], told: Told): Outcome {
  const also = (standing: Standing, text: string): readonly Reason[] => [...standing.reasons, { article: standing.reasons[0]?.article ?? '', entries: [], rule: 'performance', text }];
  if (omission) {
    if (omission.truth === 'true') return { words: 'refused-breach:party-violated', reasons: omission.reasons };
    return omission.truth === 'undetermined' ? { words: 'undetermined', reasons: omission.reasons } : { words: failedWords(omission), reasons: omission.reasons };
  }
  if (restraint?.truth === 'true') return { words: 'refused-breach:party-violated', reasons: restraint.reasons };
  const unasked = help?.truth === 'true' && !told.invoked && told.request !== undefined && told.request !== 'assist';
  if (help?.truth === 'true' && !unasked) {
    if (told.response !== 'refused') return { words: 'triggered', reasons: help.reasons };
    return { words: 'refused-breach:guarantor-refused', reasons: also(help, 'help was due, and the response the case states gives none') };
  }
  // A right to act has arisen whether or not anybody asked.
  if (right?.truth === 'true') return { words: 'triggered', reasons: right.reasons };
  if (talks?.truth === 'true') {
    if (told.talksRefused && help?.truth !== 'true') return { words: 'refused-breach:guarantor-refused', reasons: also(talks, 'talks were due, and the response the case states refuses them') };
    return { words: 'consultation-only', reasons: [...talks.reasons, ...(help && !unasked ? help.reasons : []), ...(help && unasked ? unaskedReasons(help, told) : [])] };
  }
  if (help && unasked) return { words: 'undetermined', reasons: unaskedReasons(help, told) };
  // Whether talks are due does not matter to a case that says help is not: out of scope comes first (docs/cases.md).
  const open = [restraint, help, ...(help?.truth === 'false' ? [] : [talks])].find((one) => one?.truth === 'undetermined');
  if (open) return { words: 'undetermined', reasons: open.reasons };
  // What fails is told of the gravest clause the articles hold: help before restraint before talks.
  const failed = help ?? restraint ?? talks;
  if (!failed) return { words: 'undetermined', reasons: [{ article: articles.join('+'), entries: [], rule: 'trigger', text: `no clause of article ${articles.join(', ')} as encoded is about help, restraint or talks`, settledBy: 'an encoding of that article' }] };
  return { words: failedWords(failed), reasons: failed.reasons };
}

const failedWords = ({ reasons }: Standing): string => `out-of-scope:${NAMED[reasons[0]?.rule ?? 'precondition'] ?? 'precondition'}`;

// Nicaragua, ICJ 1986, paras 195 to 199: the state attacked must itself hold that it was, and ask.
function unaskedReasons(help: Standing, told: Told): readonly Reason[] {
  const article = help.reasons[0]?.article ?? '';
  return [
    { article, entries: ['act'], rule: 'trigger', text: `by the words of the text alone help is due, asked for or not: ${help.reasons[0]?.text ?? ''}`, settledBy: 'the party struck, by saying that it holds itself attacked and asks for help' },
    { article, entries: [], rule: 'precondition', text: `as collective self-defence is practised help follows the request of the party struck, and the case states request ${told.request ?? ''}`, settledBy: 'the party struck, by saying that it holds itself attacked and asks for help' },
  ];
}

/** Whether the act gave someone one of these rights. */
function rightStanding(rights: readonly (Power | Permission)[], verdicts: readonly Verdict[]): Standing | undefined {
  if (rights.length === 0) return undefined;
  const names = new Set(rights.map(({ name }) => name));
  const mine = verdicts.filter(({ clause, trigger }) => names.has(clause) && (trigger === 'act' || trigger?.startsWith('act-') === true));
  const given = mine.find(({ state }) => state === 'available' || state === 'exercised' || state === 'true');
  if (given) return { truth: 'true', reasons: given.reasons };
  const doubtful = mine.find(({ state }) => state === 'undetermined');
  return doubtful ? { truth: 'undetermined', reasons: doubtful.reasons } : undefined;
}

const CARRIED = new Set(['due', 'performed', 'breached', 'cured', 'defaulted', 'suspended']);

/** Whether some debtor owes (or owed) one of these duties on account of the act. */
function dutyStanding(duties: readonly Duty[], treaty: Treaty, verdicts: readonly Verdict[], told: Told): Standing | undefined {
  if (duties.length === 0) return undefined;
  const names = new Set(duties.map(({ name }) => name));
  // A duty that has bound all along says nothing of the act: only those it opened do.
  const mine = verdicts.filter(({ clause, trigger }) => names.has(clause) && trigger !== 'entry into force');
  const owed = mine.find(({ state }) => CARRIED.has(state));
  if (owed) return { truth: 'true', reasons: [...definitionReasons(treaty, duties, verdicts, 'true'), ...owed.reasons].filter(distinct) };
  const doubtful = mine.find(({ state }) => state === 'undetermined' || state === 'pending' || state === 'conflict');
  if (doubtful) return { truth: 'undetermined', reasons: doubtful.reasons };
  const barred = mine.find(({ state }) => state === 'excused' || state === 'lapsed' || state === 'not in scope');
  const reasons = barred ? barred.reasons : definitionReasons(treaty, duties, verdicts, 'not in scope');
  const open = definitionReasons(treaty, duties, verdicts, 'undetermined');
  if (!barred && open.length > 0) return { truth: 'undetermined', reasons: open };
  if (reasons.length > 0) return { truth: 'false', reasons };
  const [first] = duties;
  const article = first?.article ?? '';
  const asked = duties.some(({ trigger, deadline }) => treaty.findings.some(({ name, selfJudging }) => selfJudging && JSON.stringify([trigger, deadline]).includes(`"${name}"`)));
  if (asked && told.request === undefined) return { truth: 'undetermined', reasons: [{ article, entries: [], rule: 'finding', text: 'the case does not say whether a party asked for anything', settledBy: 'a report that states `request`' }] };
  return { truth: 'false', reasons: [{ article, entries: [], rule: 'precondition', text: asked && told.request === 'none' ? `no party held the question to have arisen: the case states request none, and ${duties.map(({ name }) => name).join(', ')} waits for one that does` : `nothing on record triggers ${duties.map(({ name }) => name).join(', ')}` }] };
}

const distinct = (reason: Reason, index: number, all: readonly Reason[]): boolean => all.findIndex(({ text }) => text === reason.text) === index;

/** What the definitions these duties rest on made of the act. */
function definitionReasons(treaty: Treaty, duties: readonly Duty[], verdicts: readonly Verdict[], state: Verdict['state']): readonly Reason[] {
  const text = JSON.stringify(duties.map(({ trigger, deadline }) => [trigger, deadline]));
  const named = treaty.clauses.filter((clause) => clause.kind === 'definition' && text.includes(`"${clause.name}"`)).map(({ name }) => name);
  return verdicts.filter((verdict) => verdict.kind === 'definition' && named.includes(verdict.clause) && verdict.state === state).flatMap(({ reasons }) => reasons);
}

/** Whether the act broke one of these prohibitions. */
function restraintStanding(duties: readonly Duty[], verdicts: readonly Verdict[], told: Told): Standing | undefined {
  if (duties.length === 0) return undefined;
  const names = new Set(duties.map(({ name }) => name));
  const mine = verdicts.filter(({ clause, trigger }) => names.has(clause) && (trigger === 'act' || trigger?.startsWith('act-') === true));
  const broken = mine.find(({ state }) => state === 'breached' || state === 'defaulted');
  if (broken) return { truth: 'true', reasons: broken.reasons };
  const doubtful = mine.find(({ state }) => state === 'undetermined' || state === 'conflict');
  if (doubtful) return { truth: 'undetermined', reasons: doubtful.reasons };
  const [first] = mine;
  if (!first && told.actUnset) return { truth: 'undetermined', reasons: [{ article: duties[0]?.article ?? '', entries: ['act'], rule: 'trigger', text: 'what the act of the case was, in the words of the article, is not set', settledBy: 'a word for the act that docs/cases.md holds' }] };
  return { truth: 'false', reasons: first?.reasons ?? [{ article: duties[0]?.article ?? '', entries: ['act'], rule: 'threshold', text: 'the act is none of those the article forbids' }] };
}

const stemsOf = (words: string): readonly string[] => words.split('-').filter((word) => word.length > 2).map((word) => word.slice(0, 6));

/** Whether what the case says was not done was due by its day: the duties of the article whose acts are told in the same words. */
function omissionStanding(clauses: readonly Clause[], told: Told, verdicts: readonly Verdict[]): Standing | undefined {
  const duties = clauses.filter((clause): clause is Duty => clause.kind === 'duty' && clause.content.kind === 'achieve');
  const wanted = stemsOf(told.omitted ?? '');
  const meant = duties.filter((duty) => stemsOf(actsOf(duty).join('-')).some((word) => wanted.includes(word)));
  const [only] = duties;
  const chosen = meant.length > 0 ? meant : duties.length === 1 && only ? [only] : [];
  if (chosen.length === 0) return undefined;
  const names = new Set(chosen.map(({ name }) => name));
  const mine = verdicts.filter(({ clause, debtor }) => names.has(clause) && (typeof debtor !== 'string' || told.omitters.length === 0 || told.omitters.includes(debtor)));
  const state = (wantedState: Verdict['state']): Verdict | undefined => mine.find((verdict) => verdict.state === wantedState);
  const breached = state('breached') ?? state('defaulted');
  if (breached) return { truth: 'true', reasons: breached.reasons };
  const due = state('due') ?? state('undetermined');
  if (due) return { truth: 'undetermined', reasons: due.reasons.map((reason) => ({ ...reason, settledBy: reason.settledBy ?? 'a deadline, which the text does not set or which had not passed' })) };
  const waiting = state('pending');
  if (waiting) return { truth: 'undetermined', reasons: waiting.reasons.slice(-1).map((reason) => ({ ...reason, rule: 'precondition', settledBy: 'a record of what must come before' })) };
  const article = chosen[0]?.article ?? '';
  if (mine.length === 0 && chosen.some(({ trigger, deadline }) => trigger !== undefined || (deadline?.kind === 'within' && deadline.of !== undefined))) {
    return { truth: 'undetermined', reasons: [{ article, entries: [], rule: 'precondition', text: `${[...names].join(', ')} is due only after what must come before it, and the case does not tell of that`, settledBy: 'a record of what must come before' }] };
  }
  return { truth: 'false', reasons: [{ article, entries: [], rule: mine.length === 0 ? 'actor' : 'precondition', text: `${[...names].join(', ')} did not bind ${told.omitters.join(', ') || 'the actor'} on that day` }] };
}
