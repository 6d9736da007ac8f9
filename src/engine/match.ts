/** Whether an entry is an act the text describes: three-valued, condition by condition in the order of the text, with the first that fails named. */
import type { ActPattern, ArgumentTest, Entry, Reason, Rule, Truth } from '../treaty/index.js';
import { isoOf } from './calendar.js';
import { actorWords, whoWords } from './people.js';
import type { Bindings } from './situation.js';
import type { Text } from './text.js';
import { not } from './truth.js';

export interface Match {
  readonly truth: Truth;
  readonly bindings: Bindings;
  /** Why: for false the first failing condition, for undetermined every open one, for true what was met. */
  readonly reasons: readonly Reason[];
  /** For false: how many conditions were met before the one that failed. */
  readonly met?: number;
}

interface Finding { readonly truth: Truth; readonly rule: Rule; readonly text: string; readonly settledBy?: string }

/** Conditions of a pattern in the order of the text. Judged first, put into words only where the words are shown: most acts fail at the first condition. */
type Check =
  | { readonly kind: 'by' | 'on' }
  | { readonly kind: 'place'; readonly place: ActPattern['places'][number] }
  | { readonly kind: 'test'; readonly test: ArgumentTest };

const checksOf = new WeakMap<ActPattern, readonly Check[]>();

function checks(pattern: ActPattern): readonly Check[] {
  const known = checksOf.get(pattern);
  if (known) return known;
  const made: readonly Check[] = [
    ...(pattern.by ? [{ kind: 'by' as const }] : []), ...(pattern.on ? [{ kind: 'on' as const }] : []),
    ...pattern.places.map((place) => ({ kind: 'place' as const, place })), ...pattern.tests.map((test) => ({ kind: 'test' as const, test })),
  ];
  checksOf.set(pattern, made);
  return made;
}

const NO_REASONS: readonly Reason[] = [];

/** `quiet`: why it is not such an act will not be asked. */
export function matchAct(text: Text, pattern: ActPattern, entry: Entry, bindings: Bindings, article: string, quiet = false): Match | undefined {
  if (!pattern.acts.includes(entry.act)) return undefined;
  const at = entry.occurred.from;
  const { people } = text;
  const all = checks(pattern);
  const reason = (check: Check, truth: Truth): Reason => {
    const found = inWords(text, pattern, entry, check, truth);
    return { article, entries: [entry.id], rule: found.rule, text: found.text, ...(truth === 'undetermined' && found.settledBy ? { settledBy: found.settledBy } : {}) };
  };
  let open: Check[] | undefined;
  for (const [met, check] of all.entries()) {
    const truth = truthOf(text, pattern, entry, check, bindings, at);
    if (truth === 'false') return { truth, bindings, reasons: quiet ? NO_REASONS : [reason(check, truth)], met };
    if (truth === 'undetermined') (open ??= []).push(check);
  }
  const bound = people.bind(pattern.on, entry.on, people.bind(pattern.by, entry.actor, bindings));
  if (open) return { truth: 'undetermined', bindings: bound, reasons: open.map((check) => reason(check, 'undetermined')) };
  const details = all.filter(({ kind }) => kind !== 'by' && kind !== 'on').map((check) => inWords(text, pattern, entry, check, 'true').text);
  const on = entry.on ? ` on ${actorWords(entry.on)}` : '';
  const met = `${entry.act} by ${actorWords(entry.actor)}${on}, ${isoOf(entry.occurred.from)}${details.length > 0 ? `; ${details.join('; ')}` : ''}`;
  return { truth: 'true', bindings: bound, reasons: [{ article, entries: [entry.id], rule: 'trigger', text: met }] };
}

function truthOf(text: Text, pattern: ActPattern, entry: Entry, check: Check, bindings: Bindings, at: number): Truth {
  switch (check.kind) {
    case 'by': return pattern.by ? text.people.includes(pattern.by, entry.actor, bindings, at) : 'true';
    case 'on': return pattern.on ? text.people.includes(pattern.on, entry.on, bindings, at) : 'true';
    case 'place': {
      const { truth } = text.zones.membership(check.place.zone, entry.place, at);
      return check.place.negated ? not(truth) : truth;
    }
    case 'test': return truthOfTest(check.test, entry);
  }
}

function inWords(text: Text, pattern: ActPattern, entry: Entry, check: Check, truth: Truth): Finding {
  switch (check.kind) {
    case 'by': return {
      truth, rule: entry.actor.kind === 'one' ? 'actor' : 'attribution', settledBy: 'an attribution of the act',
      text: `${entry.act} by ${actorWords(entry.actor)}; the text asks for ${pattern.by ? whoWords(pattern.by) : 'anyone'}`,
    };
    case 'on': return { truth, rule: 'target', text: `${entry.act} on ${actorWords(entry.on)}; the text asks for ${pattern.on ? whoWords(pattern.on) : 'anyone'}`, settledBy: 'a report that says who was struck' };
    case 'place': {
      const inside = text.zones.membership(check.place.zone, entry.place, entry.occurred.from);
      return { truth, rule: 'place', text: `${check.place.negated ? 'outside' : 'in'} ${check.place.zone}: ${inside.text}`, settledBy: 'a more exact place' };
    }
    case 'test': return testArgument(check.test, entry);
  }
}

/** Which kind of condition an argument is, in the field's words. */
export function ruleOfArgument(argument: string, value: ArgumentTest['value']): Rule {
  if (/intent/.test(argument)) return 'intent';
  if (/provo/.test(argument)) return 'provoked';
  if (/actor|perpetrator/.test(argument)) return 'actor';
  // What was struck is where the text looks for the attack: forces abroad, a vessel, a territory overseas.
  if (/target|place|location/.test(argument)) return 'place';
  if (/attribut/.test(argument)) return 'attribution';
  if (typeof value === 'number' || /severity|scale|gravity|intensity|means|force|armed/.test(argument)) return 'threshold';
  return 'precondition';
}

/** `disputed` and `unknown` are facts about knowledge, not values: the field writes them where sources contradict each other. */
const NO_VALUE = /^(disputed|contested|unknown|unclear)$/;

function truthOfTest({ argument, comparison, value }: ArgumentTest, entry: Entry): Truth {
  const actual = entry.arguments[argument];
  if (actual === undefined || (typeof value === 'object' && 'kind' in value)) return 'undetermined';
  const wanted = value as number | string | readonly string[];
  if (typeof actual === 'string' && NO_VALUE.test(actual) && !isListed(actual, wanted)) return 'undetermined';
  switch (comparison) {
    case 'is': return String(actual) === String(wanted) ? 'true' : 'false';
    case 'is not': return String(actual) === String(wanted) ? 'false' : 'true';
    case 'one of': return isListed(actual, wanted) ? 'true' : 'false';
    case 'not one of': return isListed(actual, wanted) ? 'false' : 'true';
    default: return typeof actual === 'number' && typeof wanted === 'number' ? (compares(comparison, actual, wanted) ? 'true' : 'false') : 'undetermined';
  }
}

const isListed = (actual: number | string, wanted: number | string | readonly string[]): boolean => (Array.isArray(wanted) ? wanted.includes(String(actual)) : String(wanted) === String(actual));

function compares(comparison: 'at least' | 'at most' | 'more than' | 'less than', actual: number, wanted: number): boolean {
  switch (comparison) {
    case 'at least': return actual >= wanted;
    case 'at most': return actual <= wanted;
    case 'more than': return actual > wanted;
    case 'less than': return actual < wanted;
  }
}

export function testArgument(test: ArgumentTest, entry: Entry): Finding {
  const { argument, comparison, value } = test;
  const truth = truthOfTest(test, entry);
  const rule = ruleOfArgument(argument, value);
  if (typeof value === 'object' && 'kind' in value) return { truth, rule: 'to be agreed', text: `what \`${argument}\` must be is to be agreed`, settledBy: 'the parties, by agreeing it' };
  const actual = entry.arguments[argument];
  const wanted = `${comparison} ${Array.isArray(value) ? value.join(', ') : String(value)}`;
  return actual === undefined
    ? { truth, rule, text: `the record does not state \`${argument}\`; the text asks for ${wanted}`, settledBy: `a report that states \`${argument}\`` }
    : { truth, rule, text: `${argument} ${String(actual)}; the text asks for ${wanted}`, ...(truth === 'undetermined' ? { settledBy: `a report that settles \`${argument}\`` } : {}) };
}
