/** Verdicts to the outcome of a case, in the words of docs/cases.md. Which clause is about help and which about talks is told by its acts, not by its name. */
import type { Clause, Duty, Reason, Rule, Treaty, Truth, Verdict } from '../treaty/index.js';
import type { Judgement } from '../engine/index.js';
import type { Told } from './entries.js';

export interface Outcome { readonly words: string; readonly reasons: readonly Reason[] }

/** Acts by which a treaty's own words tell what kind of duty a clause sets. */
const HELP = new Set(['assist', 'defend', 'restore-order', 'intervene', 'join-war']);
const TALKS = new Set(['consult', 'convene', 'investigate']);

const actsOf = (duty: Duty): readonly string[] => (duty.content.kind === 'achieve' || duty.content.kind === 'refrain' ? duty.content.acts.flatMap(({ acts }) => acts) : []);
const isHelp = (clause: Clause): clause is Duty => clause.kind === 'duty' && clause.content.kind === 'achieve' && actsOf(clause).some((act) => HELP.has(act));
const isTalks = (clause: Clause): clause is Duty => clause.kind === 'duty' && clause.content.kind === 'achieve' && actsOf(clause).some((act) => TALKS.has(act));
const isRestraint = (clause: Clause): clause is Duty => clause.kind === 'duty' && clause.content.kind === 'refrain';

/** The reason a case names, by the rule that decided. */
const NAMED: Partial<Record<Rule, string>> = {
  place: 'place', target: 'place', actor: 'actor', attribution: 'actor', intent: 'intent', threshold: 'threshold', trigger: 'threshold', provoked: 'provoked', exception: 'provoked',
  precondition: 'precondition', 'not in force': 'precondition', instrument: 'precondition', time: 'precondition', decision: 'precondition', finding: 'precondition',
};

interface Standing { readonly truth: Truth; readonly reasons: readonly Reason[] }

export function outcomeOf(treaty: Treaty, articles: readonly string[], { verdicts }: Judgement, told: Told): Outcome {
  const here = (clause: Clause): boolean => articles.length === 0 || articles.includes(clause.article);
  const clauses = treaty.clauses.filter((clause) => here(clause));
  const help = dutyStanding(clauses.filter(isHelp), treaty, verdicts);
  const talks = dutyStanding(clauses.filter(isTalks), treaty, verdicts);
  const restraint = restraintStanding(clauses.filter(isRestraint), verdicts);
  if (restraint?.truth === 'true') return { words: 'refused-breach:party-violated', reasons: restraint.reasons };
  if (help?.truth === 'true') {
    if (told.response !== 'refused') return { words: 'triggered', reasons: help.reasons };
    return { words: 'refused-breach:guarantor-refused', reasons: [...help.reasons, { article: help.reasons[0]?.article ?? '', entries: [], rule: 'performance', text: 'help was due, and the response the case states gives none' }] };
  }
  if (talks?.truth === 'true') {
    if (!help && told.response === 'refused') return { words: 'refused-breach:guarantor-refused', reasons: [...talks.reasons, { article: talks.reasons[0]?.article ?? '', entries: [], rule: 'performance', text: 'talks were due, and the response the case states gives none' }] };
    return { words: 'consultation-only', reasons: [...talks.reasons, ...(help?.reasons ?? [])] };
  }
  const all = [restraint, help, talks].filter((one) => one !== undefined);
  const open = all.find(({ truth }) => truth === 'undetermined');
  if (open) return { words: 'undetermined', reasons: open.reasons };
  // What fails is told of the gravest clause the articles hold: help before restraint before talks.
  const failed = help ?? restraint ?? talks;
  if (!failed) return { words: 'undetermined', reasons: [{ article: articles.join('+'), entries: [], rule: 'trigger', text: `no clause of article ${articles.join(', ')} as encoded is about help, restraint or talks`, settledBy: 'an encoding of that article' }] };
  const rule = failed.reasons[0]?.rule ?? 'precondition';
  return { words: `out-of-scope:${NAMED[rule] ?? 'precondition'}`, reasons: failed.reasons };
}

const CARRIED = new Set(['due', 'performed', 'breached', 'cured', 'defaulted', 'suspended']);

/** Whether some debtor owes (or owed) one of these duties on account of the act. */
function dutyStanding(duties: readonly Duty[], treaty: Treaty, verdicts: readonly Verdict[]): Standing | undefined {
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
  const [first] = duties;
  return { truth: 'false', reasons: reasons.length > 0 ? reasons : [{ article: first?.article ?? '', entries: [], rule: 'precondition', text: `nothing on record triggers ${duties.map(({ name }) => name).join(', ')}` }] };
}

const distinct = (reason: Reason, index: number, all: readonly Reason[]): boolean => all.findIndex(({ text }) => text === reason.text) === index;

/** What the definitions these duties rest on made of the act. */
function definitionReasons(treaty: Treaty, duties: readonly Duty[], verdicts: readonly Verdict[], state: Verdict['state']): readonly Reason[] {
  const text = JSON.stringify(duties.map(({ trigger, deadline }) => [trigger, deadline]));
  const named = treaty.clauses.filter((clause) => clause.kind === 'definition' && text.includes(`"${clause.name}"`)).map(({ name }) => name);
  return verdicts.filter((verdict) => verdict.kind === 'definition' && named.includes(verdict.clause) && verdict.state === state).flatMap(({ reasons }) => reasons);
}

/** Whether the act broke one of these prohibitions. */
function restraintStanding(duties: readonly Duty[], verdicts: readonly Verdict[]): Standing | undefined {
  if (duties.length === 0) return undefined;
  const names = new Set(duties.map(({ name }) => name));
  const mine = verdicts.filter(({ clause, trigger }) => names.has(clause) && trigger === 'act');
  const broken = mine.find(({ state }) => state === 'breached' || state === 'defaulted');
  if (broken) return { truth: 'true', reasons: broken.reasons };
  const doubtful = mine.find(({ state }) => state === 'undetermined' || state === 'conflict');
  if (doubtful) return { truth: 'undetermined', reasons: doubtful.reasons };
  const [first] = mine;
  return { truth: 'false', reasons: first?.reasons ?? [{ article: duties[0]?.article ?? '', entries: ['act'], rule: 'threshold', text: 'the act is none of those the article forbids' }] };
}
