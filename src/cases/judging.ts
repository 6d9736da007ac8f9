/** A real case by the text in force: the case as a record, the record through the engine, the verdicts as an outcome. */
import type { Atlas } from '../geo/index.js';
import { compile, replay, type CompiledTreaty } from '../engine/index.js';
import type { Entry, Reason, Treaty } from '../treaty/index.js';
import { told, type Told } from './entries.js';
import { treatyNamed } from './names.js';
import { outcomeOf, standingsOf, together, type Outcome } from './outcome.js';
import type { Case } from './reading.js';

export type Library = readonly Treaty[];

export interface JudgedCase {
  readonly name: string;
  readonly outcome: 'passed' | 'failed' | 'not judged';
  readonly expected: string;
  /** The outcome in the words of docs/cases.md; for a case not judged, why. */
  readonly actual: string;
  readonly reasons: readonly Reason[];
  /** Facts left out of the judgement, each with why. */
  readonly leftOut: readonly string[];
  readonly entries: readonly Entry[];
}

/** Long after the act: every window has ended, and the record holds nothing more. */
const HORIZON = 20 * 365 * 86_400_000;

export function judgeCase(one: Case, library: Library, atlas: Atlas): JudgedCase {
  const treaty = treatyNamed(library, one.treaty);
  const none = { name: one.name, expected: one.expected, reasons: [], leftOut: [], entries: [] };
  if (!treaty) return { ...none, outcome: 'not judged', actual: `the library holds no text for \`${one.treaty}\`` };
  const story = told(one, treaty, atlas);
  const { words, reasons } = byStatement(one, () => judged(one, treaty, atlas, story));
  return { name: one.name, outcome: fits(one, words) ? 'passed' : 'failed', expected: one.expected, actual: words, reasons, leftOut: story.leftOut, entries: story.entries };
}

/** A case may say itself that the text was not in force, or that what the text presupposes was not met. */
function byStatement({ facts }: Case, judge: () => Outcome): Outcome {
  const failing = (rule: 'not in force' | 'precondition', text: string): Outcome => ({ words: 'out-of-scope:precondition', reasons: [{ article: '', entries: ['act'], rule, text }] });
  if (/^no(\b|-|$)/.test(facts.get('in_force_at_event') ?? '')) {
    const without = failing('not in force', `the case states that the text was not in force at the event${facts.has('in_force_from') ? `, but from ${facts.get('in_force_from') ?? ''} on` : ''}`);
    const basis = facts.get('claimed_basis');
    // The parties acted on a text that did not yet bind: the text says no, their practice yes.
    if (basis === undefined) return without;
    return { words: 'undetermined', reasons: [...without.reasons, { article: '', entries: ['act'], rule: 'precondition', text: `as the parties practised it the text was applied all the same: claimed basis ${basis}`, settledBy: 'agreement of the parties on whether it reaches back' }] };
  }
  const outcome = judge();
  if (/^no(\b|-|$)/.test(facts.get('precondition_met') ?? '') && !outcome.words.startsWith('out-of-scope')) {
    const { reasons, words } = failing('precondition', `the case states that a condition of the text was not met: ${facts.get('precondition') ?? 'it does not say which'}`);
    return { words, reasons: [...reasons, ...outcome.reasons] };
  }
  return outcome;
}

function judged(one: Case, treaty: Treaty, atlas: Atlas, story: Told): Outcome {
  const compiled = compiledFor(treaty, atlas);
  // What was not done is judged on the day of the case: by then it was due, or not yet.
  const asOf = story.omitted === undefined ? one.date.to + HORIZON : one.date.to;
  const start = treaty.entryIntoForce?.on ?? one.date.from;
  const silence: Entry = { id: 'omission', act: 'coverage', actor: { kind: 'unknown' }, arguments: { acts: '*' }, occurred: { from: Math.min(start, one.date.from), to: asOf }, knownAt: asOf };
  const entries = story.omitted === undefined ? story.entries : [...story.entries, silence];
  const options = { asOf, knownOn: asOf, ...(treaty.entryIntoForce?.on === undefined ? { inForceFrom: one.date.from } : {}) };
  const articles = articlesOf(one.article, treaty);
  return outcomeOf(together(compiled.texts.map((text) => ({ reading: text.reading, standings: standingsOf(treaty, text.reading, articles, replay({ treaty, texts: [text] }, entries, options), story) }))), articles, story);
}

const compiledOnce = new WeakMap<Treaty, CompiledTreaty>();
function compiledFor(treaty: Treaty, atlas: Atlas): CompiledTreaty {
  const known = compiledOnce.get(treaty);
  if (known) return known;
  const made = compile(treaty, atlas);
  compiledOnce.set(treaty, made);
  return made;
}

const ROMAN: Readonly<{ [numeral: string]: number }> = { I: 1, II: 2, III: 3, IV: 4, V: 5, VI: 6, VII: 7, VIII: 8, IX: 9, X: 10, XI: 11, XII: 12, XIII: 13 };

/** `IV+V` as the treaty numbers its articles: `IV`, or `4`. Empty where the case names none. */
function articlesOf(written: string, treaty: Treaty): readonly string[] {
  const numbers = new Set(treaty.articles.map(({ number }) => number));
  const parts = written.split(/[+,&;]|\band\b/).map((part) => part.trim().replace(/^(art\.?|article|point|para\.?)\s*/i, '')).filter((part) => part !== '' && !/^(all|any|whole|-|–)$/i.test(part));
  return parts.map((part) => {
    if (numbers.has(part)) return part;
    const main = part.replace(/[(.].*$/, '').trim();
    const arabic = String(ROMAN[main.toUpperCase()] ?? main);
    const roman = Object.keys(ROMAN).find((one) => String(ROMAN[one]) === main) ?? main;
    return [main, arabic, roman].find((one) => numbers.has(one)) ?? part;
  });
}

/** For what practice contested, `undetermined` is a right answer beside the one expected. */
function fits({ expected, certainty }: Case, words: string): boolean {
  const wanted = expected.trim();
  if (words === wanted) return true;
  if (!wanted.includes(':') && words.split(':')[0] === wanted) return true;
  return words === 'undetermined' && (certainty === 'medium' || certainty === 'low' || wanted === 'undetermined');
}
