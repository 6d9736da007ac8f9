/** The behaviours a text declares, in the form that runs use: names instead of selectors, hours instead of durations, each rule with its words and its line. */
import { addDuration, DEFAULT_START, peopleOf } from '../engine/index.js';
import type { Behaviour as Declared, BehaviourRule, Delay as SaidDelay, Duration, Probability, Treaty, Who } from '../treaty/index.js';
import type { Behaviour, Chance, Delay, Fault, Happens, Rule } from './behaviour.js';

/** Throws nothing: what cannot be drawn is told by `openIn`. */
export const declaredBehaviours = (treaty: Treaty): readonly Behaviour[] => treaty.behaviours.map((one) => behaviourIn(treaty, one));

/** What a declared behaviour leaves to be agreed, so that nothing can be drawn. */
export function openIn(treaty: Treaty, name: string): readonly Fault[] {
  const people = peopleOf(treaty);
  return (treaty.behaviours.find((one) => one.name === name)?.rules ?? []).flatMap((rule): Fault[] => {
    const where = `line ${rule.span.line} (${wordsOf(rule)})`;
    const faults: Fault[] = [];
    if (rule.probability?.kind === 'to be agreed') faults.push({ message: `the probability in ${where} is to be agreed, so that nothing can be drawn`, help: 'write a number, `beta A B` or `from "SOURCE" N of M`, or name another behaviour' });
    if ('who' in rule && rule.who.kind !== 'anyone' && (people.namesOf(rule.who, {}, DEFAULT_START) ?? []).length === 0) faults.push({ message: `who acts in ${where} is to be agreed, or nobody`, help: 'name parties, or a group whose members the text names' });
    return faults;
  });
}

function behaviourIn(treaty: Treaty, { name, rules, source, nameSpan }: Declared): Behaviour {
  const people = peopleOf(treaty);
  const namesOf = (who: Who): readonly string[] => (who.kind === 'anyone' ? ['everyone'] : people.namesOf(who, {}, DEFAULT_START) ?? []);
  const hours = (one: Duration): number => (addDuration(DEFAULT_START, one, treaty.calendar) - DEFAULT_START) / 3_600_000;
  const delayOf = (one: SaidDelay | undefined): Delay => (one === undefined ? { kind: 'between', from: 0, to: 0 } : { kind: 'between', from: one.kind === 'after' ? hours(one.least) : 0, to: hours(one.most) });
  const doing = (rule: Extract<BehaviourRule, { who: Who; delay?: SaidDelay }>) => ({ words: wordsOf(rule), line: rule.span.line, who: namesOf(rule.who), chance: chanceOf(rule.probability), delay: delayOf('delay' in rule ? rule.delay : undefined), ...('when' in rule && rule.when ? { when: rule.when } : {}) });
  const found: Rule[] = [];
  const causes: Behaviour['causes'][number][] = [];
  const happens: Happens[] = [];
  for (const rule of rules) switch (rule.kind) {
    case 'act': found.push({ ...doing(rule), kind: 'acts', acts: rule.acts }); break;
    case 'vote': found.push({ ...doing(rule), kind: 'casts', decision: rule.decision, ballot: rule.ballot }); break;
    case 'find': found.push({ ...doing(rule), kind: 'finds', finding: rule.finding, names: rule.names ? namesOf(rule.names) : [] }); break;
    case 'together': causes.push({ name: rule.reason, chance: chanceOf(rule.probability), silences: namesOf(rule.who) }); break;
    case 'happens': happens.push({
      words: wordsOf(rule), line: rule.span.line, act: rule.act, by: rule.by, on: rule.on === undefined ? [] : namesOf({ kind: 'name', name: rule.on, span: rule.span }), facts: rule.facts, repeats: rule.repeats, delay: delayOf(rule.delay),
      chance: rule.probability ? chanceOf(rule.probability) : 1, ...(rule.place === undefined ? {} : { place: typeof rule.place === 'string' ? { name: rule.place } : { ...rule.place, withinKm: 0 } }),
    }); break;
  }
  return { name, source: `declared in the text, line ${nameSpan.line}${source ? `; ${source.text}` : ''}`, rules: found, causes, stimuli: [], happens };
}

function chanceOf(one: Probability): Chance {
  switch (one.kind) {
    case 'number': return one.value;
    case 'beta': return { kind: 'beta', a: one.alpha, b: one.beta };
    case 'counts': return { kind: 'count', hits: one.happened, of: one.of, source: one.source };
    case 'to be agreed': return 0;
  }
}

/** A rule in a few words, as a parameter is called. */
function wordsOf(rule: BehaviourRule): string {
  switch (rule.kind) {
    case 'act': return `${whoWords(rule.who)} ${[...new Set(rule.acts.flatMap(({ acts }) => acts))].join(' or ')}`;
    case 'vote': return `${whoWords(rule.who)} vote ${rule.ballot} ${rule.decision}`;
    case 'find': return `${whoWords(rule.who)} find ${rule.finding}${rule.names ? ` names ${whoWords(rule.names)}` : ''}`;
    case 'together': return rule.reason;
    case 'happens': return `${rule.act} by ${rule.by.join(' and ')}${rule.on === undefined ? '' : ` on ${rule.on}`}`;
  }
}

function whoWords(who: Who): string {
  switch (who.kind) {
    case 'name': return who.name;
    case 'each': return `each ${who.group}`;
    case 'outsider': return 'any outsider';
    case 'anyone': return 'anyone';
    case 'role': return `the ${who.role}`;
    case 'other than': return `${whoWords(who.base)} other than ${who.except.map(whoWords).join(' and ')}`;
    case 'union': return who.of.map(whoWords).join(' and ');
    case 'to be agreed': return 'to be agreed';
  }
}
