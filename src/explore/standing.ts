/**
 * What is looked for in every text, with or without claims, over the whole of it: something that waits in vain (a deadlock), and somebody to whom duties are owed
 * who is struck while nobody owes, owed or did anything. Every ending found is judged by the reference engine.
 */
import { compile, course, DEFAULT_START, elapse, step, type Situation, type Text } from '../engine/index.js';
import { specialise, Unsupported, valueOf } from '../engine/specialised/index.js';
import type { Atlas } from '../geo/index.js';
import type { Change, Entry, Instant, Treaty } from '../treaty/index.js';
import { alphabetOf, labelOf, type Class, type Happening } from './alphabet.js';
import { changesOf, ordered } from './confirm.js';
import { entriesOf, withTrueEndings, type Bounds, type Stop } from './explore.js';
import { explorePlainly, recordOf, tickOf } from './plain.js';
import { search } from './search.js';
import { interchangeable, withKin } from './symmetry.js';

export interface Finding {
  readonly name: 'deadlock' | 'unanswered attack';
  readonly reading?: string;
  readonly verdict: 'found' | 'none found' | 'undetermined';
  /** Every behaviour within the bounds was looked at. */
  readonly complete: boolean;
  readonly stopped?: Stop | 'endings';
  readonly situations: number;
  readonly endings: number;
  readonly by: 'specialised' | 'reference';
  readonly because?: string;
  readonly sets: readonly (readonly string[])[];
  /** What waits, or who is left alone; and acts that lie outside every condition of the text. */
  readonly words: readonly string[];
  readonly record?: readonly Entry[];
  readonly shownAt?: Instant;
}

/** Bounds of this search beside those given, so that it costs little beside the claims: situations, endings judged, and steps of the reference engine. */
const MOST_SITUATIONS = 500_000;
const MOST_ENDINGS = 400;
const MOST_STEPS = 15_000;
/** Situations looked at from an ending, to see whether one more stimulus ends the waiting. */
const MOST_BEYOND = 600;

interface Ending { readonly record: readonly Entry[]; readonly at: Instant }
interface Found { readonly endings: readonly Ending[]; readonly count: number; readonly situations: number; readonly stopped?: Stop | 'endings'; readonly by: Finding['by']; readonly because?: string; readonly sets: Finding['sets'] }

export function lookFor(treaty: Treaty, atlas: Atlas, bounds: Bounds): { readonly findings: readonly Finding[]; readonly classes: readonly Class[]; readonly notes: readonly string[] } {
  const findings: Finding[] = [];
  const all = new Map<string, Class>();
  const notes = new Set<string>();
  const tickMs = tickOf(treaty);
  for (const text of compile(treaty, atlas).texts) {
    const { classes, notes: some } = alphabetOf(text, DEFAULT_START);
    for (const one of classes) all.set(one.label, one);
    for (const note of some) notes.add(note);
    const found = endingsOf(text, classes, tickMs, bounds);
    findings.push(deadlock(text, found, classes, tickMs, bounds), unanswered(text, found, classes));
  }
  return { findings, classes: [...all.values()], notes: [...notes] };
}

function endingsOf(text: Text, classes: readonly Class[], tickMs: number, bounds: Bounds): Found {
  let said: Stop | undefined;
  const ask = (situations: number, entries: number, most: number): boolean => {
    if (situations > most) said = 'situations';
    const answer = bounds.goOn?.({ what: 'what is always looked for', situations, entries }) ?? true;
    if (answer !== true) said = answer;
    return said === undefined;
  };
  try {
    const made = withTrueEndings(specialise(text, [], classes, { start: DEFAULT_START, tickMs, horizonMs: bounds.horizonMs, stimuli: bounds.stimuli }));
    const sets = bounds.symmetry ? interchangeable(text, []) : [];
    const program = withKin(made, sets);
    const ends: number[] = [];
    const found = search(program, {
      symmetry: sets.length > 0, jump: bounds.jump, maxTicks: Math.floor(bounds.horizonMs / tickMs), onEnd: (situation) => { ends.push(situation); }, goOn: (far) => ask(far.situations, far.entries, MOST_SITUATIONS),
      ...(bounds.maxBytes === undefined ? {} : { maxBytes: bounds.maxBytes }),
    });
    const endings = ends.filter((one) => !(program.clocks ?? []).some(({ runs }) => valueOf(runs, found.fields(one)) !== 0)).slice(0, MOST_ENDINGS).map((one): Ending => ({ record: entriesOf(made, program, found, one, classes, tickMs), at: DEFAULT_START + (found.way(one).at(-1)?.ticks ?? 0) * tickMs }));
    const stopped = said ?? (found.stopped === 'faults' ? undefined : found.stopped) ?? (found.cut ? 'horizon' : ends.length > MOST_ENDINGS ? 'endings' : undefined);
    return { endings, count: ends.length, situations: found.situations, by: 'specialised', sets, ...(stopped ? { stopped } : {}) };
  } catch (fault) {
    if (fault instanceof RangeError && /allocation|typed array length|Array buffer/i.test(fault.message)) return { endings: [], count: 0, situations: 0, by: 'specialised', sets: [], stopped: 'memory' };
    if (!(fault instanceof Unsupported)) throw fault;
    const most = Math.max(2, Math.floor(MOST_STEPS / Math.max(1, classes.length)));
    const explored = explorePlainly(text, [], { stimuli: bounds.stimuli, horizonMs: bounds.horizonMs, tickMs, jump: bounds.jump, maxSituations: most, goOn: (situations, entries) => ask(situations, entries, most) });
    const stopped = said ?? explored.stopped ?? (explored.endings.length > MOST_ENDINGS ? 'endings' : undefined);
    return { endings: explored.endings.slice(0, MOST_ENDINGS).map((node) => ({ record: ordered(recordOf(node)), at: node.at })), count: explored.endings.length, situations: explored.situations, by: 'reference', because: fault.message, sets: [], ...(stopped ? { stopped } : {}) };
  }
}

function finding(name: Finding['name'], text: Text, { count, situations, stopped, by, because, sets }: Found, words: readonly string[], ending: Ending | undefined, at: Instant | undefined): Finding {
  return {
    name, ...(text.reading === undefined ? {} : { reading: text.reading }), verdict: ending ? 'found' : stopped !== undefined && stopped !== 'horizon' ? 'undetermined' : 'none found', complete: stopped === undefined, ...(stopped ? { stopped } : {}),
    situations, endings: count, by, ...(because === undefined ? {} : { because }), sets, words, ...(ending ? { record: ending.record, shownAt: at ?? ending.at } : {}),
  };
}

function deadlock(text: Text, found: Found, classes: readonly Class[], tickMs: number, bounds: Bounds): Finding {
  for (const ending of found.endings) {
    const taken = course(text, ending.record, { complete: true, inForceFrom: DEFAULT_START });
    const { situation } = elapse(text, taken.situation, Math.max(ending.at, taken.situation.now));
    const waits = waitingIn(text, situation);
    if (waits.size === 0) continue;
    const left = stillWaiting(text, situation, ending.at, waits, classes, tickMs, bounds);
    if (left.length > 0) return finding('deadlock', text, found, left, ending, undefined);
  }
  return finding('deadlock', text, found, [], undefined, undefined);
}

/** What waits without a window that would end it: in words, by its address. Standing prohibitions and states to be kept wait for nothing. */
function waitingIn(text: Text, situation: Situation): ReadonlyMap<string, string> {
  const waits = new Map<string, string>();
  for (const { decision, state, closes, trigger } of situation.decisions.values()) if (state === 'open' && !closes) waits.set(`${decision}|${trigger}|${state}`, `the decision ${decision} stays open, and nobody who has yet to vote can bring it to a result`);
  for (const [clause, lives] of situation.norms) {
    const duty = text.clauses.get(clause);
    if (duty?.kind !== 'duty' || duty.content.kind !== 'achieve') continue;
    for (const { debtor, state, deadline, key, awaiting } of lives.values()) {
      if (deadline || (state !== 'pending' && state !== 'due')) continue;
      waits.set(`${clause}|${key}|${state}`, state === 'pending' ? `${clause} of ${debtor} waits for ${awaiting.length === 1 ? 'an event that' : 'events that'} can no longer come` : `${clause} of ${debtor} is due without a deadline, and no act can perform it`);
    }
  }
  return waits;
}

/** Those that one more stimulus, and whatever follows it, does not move either: the bound on their number is no reason for waiting. */
function stillWaiting(text: Text, situation: Situation, at: Instant, waits: ReadonlyMap<string, string>, classes: readonly Class[], tickMs: number, bounds: Bounds): readonly string[] {
  const left = new Map(waits);
  if (!classes.some(({ kind }) => kind === 'stimulus')) return [...left.values()];
  const beyond = explorePlainly(text, [], {
    stimuli: 1, horizonMs: bounds.horizonMs, tickMs, jump: true, maxSituations: Math.max(2, Math.min(MOST_BEYOND, Math.floor(MOST_STEPS / Math.max(1, classes.length)))), from: { situation, at: at + tickMs },
    onSituation: (one) => { const still = waitingIn(text, one); for (const key of [...left.keys()]) if (!still.has(key)) left.delete(key); return left.size > 0; },
  });
  // Cut off before the end: whether something beyond it moves what waits was not seen, and nothing is claimed.
  return beyond.stopped === 'situations' ? [] : [...left.values()];
}

function unanswered(text: Text, found: Found, classes: readonly Class[]): Finding {
  const beneficiaries = new Set(text.duties.flatMap((duty) => (duty.content.kind === 'achieve' && duty.owedTo ? text.people.namesOf(duty.owedTo, {}, DEFAULT_START) ?? [] : [])));
  const stimuli = classes.filter(({ kind }) => kind === 'stimulus');
  const strikes = new Map(stimuli.map((one) => [labelOf(one.happening), struckBy(text, one.happening, beneficiaries)]));
  const outside = outsideEvery(text, stimuli, beneficiaries);
  for (const ending of found.endings) {
    for (const entry of ending.record) {
      const struck = strikes.get(labelOf(entry)) ?? [];
      if (struck.length === 0) continue;
      const alone = struck.filter((name) => !answered(changesOf(text, ending.record, ending.at), name, entry.occurred.from, text));
      if (alone.length > 0) return finding('unanswered attack', text, found, [`after ${labelOf(entry)} nobody owes, owed or did anything for ${alone.join(', ')}`, ...outside], ending, entry.occurred.from);
    }
  }
  return finding('unanswered attack', text, found, outside, undefined, undefined);
}

/** Acts without a target strike whoever the text protects. */
const struckBy = (text: Text, { act, on }: Happening, beneficiaries: ReadonlySet<string>): readonly string[] =>
  (on?.kind === 'one' ? [on.name] : text.treaty.acts.some((one) => one.name === act && one.hasTarget) ? [] : [...beneficiaries]).filter((name) => beneficiaries.has(name));

const OWED = new Set(['due', 'performed', 'cured', 'breached', 'defaulted', 'excused', 'suspended', 'waived']);

/** Somebody else owed it an act when it was struck or later. */
function answered(changes: readonly Change[], name: string, since: Instant, text: Text): boolean {
  const standing = new Map<string, boolean>();
  for (const { at, verdict: { id, clause, kind, owedTo, state } } of changes) {
    const duty = text.clauses.get(clause);
    if (kind !== 'duty' || duty?.kind !== 'duty' || duty.content.kind !== 'achieve' || !owedTo?.includes(name)) continue;
    if (at >= since && OWED.has(state)) return true;
    standing.set(id, state === 'due');
  }
  return [...standing.values()].some((due) => due);
}

/** Acts like the stimuli, with a fact changed, of which the text makes nothing at all: told, not judged, since a threshold may be meant. */
function outsideEvery(text: Text, stimuli: readonly Class[], beneficiaries: ReadonlySet<string>): readonly string[] {
  const told = new Set<string>();
  const first = course(text, [], { complete: true, inForceFrom: DEFAULT_START }).situation;
  for (const { happening } of stimuli) {
    if (told.size >= 3 || struckBy(text, happening, beneficiaries).length === 0) continue;
    const act = text.treaty.acts.find(({ name }) => name === happening.act);
    for (const { name, type } of act?.arguments ?? []) {
      const values = type.kind === 'number' ? [type.min, type.max] : type.kind === 'choice' ? type.options : [];
      for (const value of values) {
        if (value === undefined || happening.arguments[name] === value) continue;
        const other: Happening = { ...happening, arguments: { ...happening.arguments, [name]: value } };
        const { changes } = step(text, first, { ...other, id: 'e1', occurred: { from: DEFAULT_START, to: DEFAULT_START }, knownAt: DEFAULT_START });
        if (changes.every(({ verdict: { kind, state } }) => kind === 'definition' && state === 'false')) told.add(`${labelOf(other)} lies outside every condition of the text: nothing follows`);
      }
    }
  }
  return [...told].slice(0, 3);
}
