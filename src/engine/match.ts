/** Whether an entry is an act the text describes: three-valued, condition by condition in the order of the text, with the first that fails named. */
import type { ActPattern, ArgumentTest, Entry, Reason, Rule, Truth } from '../treaty/index.js';
import { isoOf } from './calendar.js';
import { actorWords, whoWords } from './people.js';
import type { Bindings } from './situation.js';
import type { Text } from './text.js';

export interface Match {
  readonly truth: Truth;
  readonly bindings: Bindings;
  /** Why: for false the first failing condition, for undetermined every open one, for true what was met. */
  readonly reasons: readonly Reason[];
}

interface Finding { readonly truth: Truth; readonly rule: Rule; readonly text: string; readonly settledBy?: string }

export function matchAct(text: Text, pattern: ActPattern, entry: Entry, bindings: Bindings, article: string): Match | undefined {
  if (!pattern.acts.includes(entry.act)) return undefined;
  const at = entry.occurred.from;
  const checks: Finding[] = [];
  const { people } = text;
  if (pattern.by) {
    checks.push({
      truth: people.includes(pattern.by, entry.actor, bindings, at), rule: entry.actor.kind === 'one' ? 'actor' : 'attribution',
      text: `${entry.act} by ${actorWords(entry.actor)}; the text asks for ${whoWords(pattern.by)}`,
      settledBy: 'an attribution of the act',
    });
  }
  if (pattern.on) {
    checks.push({
      truth: people.includes(pattern.on, entry.on, bindings, at), rule: 'target',
      text: `${entry.act} on ${actorWords(entry.on)}; the text asks for ${whoWords(pattern.on)}`, settledBy: 'a report that says who was struck',
    });
  }
  for (const place of pattern.places) {
    const inside = text.zones.membership(place.zone, entry.place, at);
    const truth = place.negated ? (inside.truth === 'undetermined' ? inside.truth : inside.truth === 'true' ? 'false' : 'true') : inside.truth;
    checks.push({ truth, rule: 'place', text: `${place.negated ? 'outside' : 'in'} ${place.zone}: ${inside.text}`, settledBy: 'a more exact place' });
  }
  for (const test of pattern.tests) checks.push(testArgument(test, entry));

  const reason = (check: Finding): Reason => ({
    article, entries: [entry.id], rule: check.rule, text: check.text,
    ...(check.truth === 'undetermined' && check.settledBy ? { settledBy: check.settledBy } : {}),
  });
  const failed = checks.find((check) => check.truth === 'false');
  if (failed) return { truth: 'false', bindings, reasons: [reason(failed)] };
  const open = checks.filter((check) => check.truth === 'undetermined');
  const bound = people.bind(pattern.on, entry.on, people.bind(pattern.by, entry.actor, bindings));
  if (open.length > 0) return { truth: 'undetermined', bindings: bound, reasons: open.map(reason) };
  const met: Reason = { article, entries: [entry.id], rule: 'trigger', text: metWords(entry, checks) };
  return { truth: 'true', bindings: bound, reasons: [met] };
}

function metWords(entry: Entry, checks: readonly Finding[]): string {
  const details = checks.filter((check) => check.rule !== 'actor' && check.rule !== 'target').map((check) => check.text);
  const on = entry.on ? ` on ${actorWords(entry.on)}` : '';
  return `${entry.act} by ${actorWords(entry.actor)}${on}, ${isoOf(entry.occurred.from)}${details.length > 0 ? `; ${details.join('; ')}` : ''}`;
}

/** Which kind of condition an argument is, in the field's words. */
export function ruleOfArgument(argument: string, value: ArgumentTest['value']): Rule {
  if (/intent/.test(argument)) return 'intent';
  if (/provo/.test(argument)) return 'provoked';
  if (/actor|perpetrator/.test(argument)) return 'actor';
  if (/target|place|location/.test(argument)) return 'target';
  if (/attribut/.test(argument)) return 'attribution';
  if (typeof value === 'number' || /severity|scale|gravity|intensity|means|armed/.test(argument)) return 'threshold';
  return 'precondition';
}

export function testArgument(test: ArgumentTest, entry: Entry): Finding {
  const actual = entry.arguments[test.argument];
  const rule = ruleOfArgument(test.argument, test.value);
  const { value } = test;
  if (typeof value === 'object' && 'kind' in value) {
    return { truth: 'undetermined', rule: 'to be agreed', text: `what \`${test.argument}\` must be is to be agreed`, settledBy: 'the parties, by agreeing it' };
  }
  const wanted = `${test.comparison} ${Array.isArray(value) ? value.join(', ') : String(value)}`;
  if (actual === undefined) {
    return { truth: 'undetermined', rule, text: `the record does not state \`${test.argument}\`; the text asks for ${wanted}`, settledBy: `a report that states \`${test.argument}\`` };
  }
  return { truth: compareValue(test.comparison, actual, value as number | string | readonly string[]), rule, text: `${test.argument} ${String(actual)}; the text asks for ${wanted}` };
}

function compareValue(comparison: ArgumentTest['comparison'], actual: number | string, value: number | string | readonly string[]): Truth {
  const listed = (): boolean => (Array.isArray(value) ? value : [String(value)]).includes(String(actual));
  const numbers = typeof actual === 'number' && typeof value === 'number';
  const decide = (): boolean | undefined => {
    switch (comparison) {
      case 'at least': return numbers ? actual >= value : undefined;
      case 'at most': return numbers ? actual <= value : undefined;
      case 'more than': return numbers ? actual > value : undefined;
      case 'less than': return numbers ? actual < value : undefined;
      case 'is': return String(actual) === String(value);
      case 'is not': return String(actual) !== String(value);
      case 'one of': return listed();
      case 'not one of': return !listed();
    }
  };
  // `disputed` and `unknown` are facts about knowledge, not values: the field writes them where sources contradict each other.
  if (typeof actual === 'string' && /^(disputed|contested|unknown|unclear)$/.test(actual) && !listed()) return 'undetermined';
  const decided = decide();
  return decided === undefined ? 'undetermined' : decided ? 'true' : 'false';
}
