/**
 * What is looked for in every text, with or without claims: something that waits in vain (a deadlock), and somebody to whom duties are owed who is struck while
 * nobody owes, owed or did anything. Each is searched in the part of the text that can bear on it; every ending found is judged by the reference engine.
 */
import { compile, course, DEFAULT_START, elapse, speaksOfRole, step, type Situation, type Text } from '../engine/index.js';
import { all, any, is, isNot, not, operation, set, specialise, Unsupported, valueOf, type SpecialisedTreaty } from '../engine/specialised/index.js';
import type { Atlas } from '../geo/index.js';
import type { ActPattern, Change, Duty, Entry, Instant, Treaty } from '../treaty/index.js';
import { alphabetOf, labelOf, type Class, type Happening } from './alphabet.js';
import { changesOf, ordered } from './confirm.js';
import { coneAround } from './cone.js';
import { entriesOf, withTrueEndings, type Bounds, type Stop } from './explore.js';
import { explorePlainly, recordOf, tickOf } from './plain.js';
import { limitsFor } from './limits.js';
import { objectsIn } from './objects.js';
import { search } from './search.js';
import { interchangeable, spared, withKin } from './symmetry.js';

export interface Finding {
  readonly name: 'deadlock' | 'unanswered attack';
  readonly reading?: string;
  readonly verdict: 'found' | 'none found' | 'undetermined';
  /** Every behaviour within the bounds was looked at. */
  readonly complete: boolean;
  readonly stopped?: Stop | 'endings';
  readonly situations: number;
  readonly endings: number;
  readonly by: 'specialised' | 'reference' | 'text';
  /** Why the reference engine was asked, or why the text alone answers. */
  readonly because?: string;
  readonly sets: readonly (readonly string[])[];
  /** What waits, or who is left alone; and acts that lie outside every condition of the text. */
  readonly words: readonly string[];
  readonly record?: readonly Entry[];
  readonly shownAt?: Instant;
}

/** Bounds of this search beside those given, so that it costs little beside the claims: situations, endings judged, and steps of the reference engine. */
const MOST_SITUATIONS = 200_000;
const MOST_ENDINGS = 400;
const MOST_STEPS = 15_000;
/** Situations looked at from an ending, to see whether one more stimulus ends the waiting. */
const MOST_BEYOND = 600;

interface Ending { readonly record: readonly Entry[]; readonly at: Instant }
interface Found { readonly endings: readonly Ending[]; readonly count: number; readonly situations: number; readonly stopped?: Stop | 'endings'; readonly by: Finding['by']; readonly because?: string; readonly sets: Finding['sets'] }
interface Part { readonly text: Text; readonly classes: readonly Class[]; readonly tickMs: number; readonly bounds: Bounds; /** Interchangeable parties, those of them whom acts that open something never name, and for whom others stand in such acts. */ readonly sets: Finding['sets']; readonly alike: Finding['sets']; readonly spare: ReadonlySet<string> }
type Seen = { readonly made: SpecialisedTreaty; readonly over: (fields: readonly number[]) => boolean };

export function lookFor(treaty: Treaty, atlas: Atlas, bounds: Bounds): { readonly findings: readonly Finding[]; readonly classes: readonly Class[]; readonly notes: readonly string[] } {
  const classes = new Map<string, Class>();
  const notes = new Set<string>();
  const tickMs = bounds.tickMs ?? tickOf(treaty);
  const part = (names: readonly string[], index: number): Part => {
    const text = compile(coneAround(treaty, names), atlas).texts[index] as Text;
    const everyAct = alphabetOf(text, DEFAULT_START);
    const sets = bounds.symmetry ? interchangeable(text, []) : [];
    const { spare, alike } = spared(sets, everyAct.classes, bounds.stimuli);
    const alphabet = spare.size === 0 ? everyAct : alphabetOf(text, DEFAULT_START, spare);
    for (const one of alphabet.classes) classes.set(one.label, one);
    for (const note of alphabet.notes) notes.add(note);
    return { text, classes: alphabet.classes, tickMs, bounds, sets, alike, spare };
  };
  const findings = compile(treaty, atlas).texts.flatMap((whole, index): Finding[] => {
    const waiting = mayWait(whole);
    const owed = whole.duties.filter((duty) => duty.content.kind === 'achieve' && duty.owedTo);
    return [
      waiting.length === 0 ? byText('deadlock', whole, 'every duty to act has a window and waits for nothing else, and every decision closes') : deadlock(part(waiting, index), whole),
      owed.length === 0 ? byText('unanswered attack', whole, 'it owes nobody an act') : unanswered(part(owed.map(({ name }) => name), index), whole),
    ];
  });
  return { findings, classes: [...classes.values()], notes: [...notes] };
}

const readingOf = ({ reading }: Text): { readonly reading?: string } => (reading === undefined ? {} : { reading });
const byText = (name: Finding['name'], text: Text, because: string): Finding => ({ name, ...readingOf(text), verdict: 'none found', complete: true, situations: 0, endings: 0, by: 'text', because, sets: [], words: [] });

/** Duties and decisions that could ever wait without a window that ends it. */
function mayWait(text: Text): readonly string[] {
  const duties = text.duties.filter(({ content, onlyAfter, deadline }) => content.kind === 'achieve' && (onlyAfter.length > 0 || deadline?.kind !== 'within')).map(({ name }) => name);
  return [...duties, ...text.decisions.filter(({ closesAfter }) => !closesAfter).map(({ name }) => name)];
}

/** Every ending of a part of a text. `leave` tells the search, in either form, what need not be followed. */
function endingsOf({ text, classes, tickMs, bounds, sets, alike }: Part, what: string, fast: (made: SpecialisedTreaty) => Seen, leave: (situation: Situation, record: readonly Entry[]) => boolean): Found {
  let said: Stop | undefined;
  const ask = (situations: number, entries: number, most: number): boolean => {
    if (situations > most) said = 'situations';
    const answer = bounds.goOn?.({ what, situations, entries }) ?? true;
    if (answer !== true) said = answer;
    return said === undefined;
  };
  try {
    const { made, over } = fast(withTrueEndings(specialise(text, [], classes, { start: DEFAULT_START, tickMs, horizonMs: bounds.horizonMs, ...limitsFor(classes, bounds.stimuli, bounds.limits ?? []) })));
    const program = withKin(made, alike);
    const ends: number[] = [];
    const found = search(program, {
      symmetry: alike.length > 0, jump: bounds.jump, maxTicks: Math.floor(bounds.horizonMs / tickMs), onEnd: (situation) => { ends.push(situation); }, goOn: (far) => ask(far.situations, far.entries, MOST_SITUATIONS),
      ...(bounds.maxBytes === undefined ? {} : { maxBytes: bounds.maxBytes }),
    });
    const open = ends.filter((one) => { const fields = found.fields(one); return !over(fields) && !(program.clocks ?? []).some(({ runs }) => valueOf(runs, fields) !== 0); });
    const endings = open.slice(0, MOST_ENDINGS).map((one): Ending => ({ record: entriesOf(made, program, found, one, classes, tickMs), at: DEFAULT_START + (found.way(one).at(-1)?.ticks ?? 0) * tickMs }));
    const stopped = said ?? (found.stopped === 'faults' ? undefined : found.stopped) ?? (found.cut ? 'horizon' : open.length > MOST_ENDINGS ? 'endings' : undefined);
    return { endings, count: open.length, situations: found.situations, by: 'specialised', sets, ...(stopped ? { stopped } : {}) };
  } catch (fault) {
    if (fault instanceof RangeError && /allocation|typed array length|Array buffer/i.test(fault.message)) return { endings: [], count: 0, situations: 0, by: 'specialised', sets: [], stopped: 'memory' };
    if (!(fault instanceof Unsupported)) throw fault;
    const most = Math.max(2, Math.floor(MOST_STEPS / Math.max(1, classes.length)));
    const explored = explorePlainly(text, [], {
      stimuli: bounds.stimuli, limits: bounds.limits ?? [], horizonMs: bounds.horizonMs, tickMs, jump: bounds.jump, maxSituations: most, goOn: (situations, entries) => ask(situations, entries, most),
      onSituation: (situation, record) => (leave(situation, record) ? 'leave' : 'go on'),
    });
    const stopped = said ?? explored.stopped ?? (explored.endings.length > MOST_ENDINGS ? 'endings' : undefined);
    return { endings: explored.endings.slice(0, MOST_ENDINGS).map((node) => ({ record: ordered(recordOf(node)), at: node.at })), count: explored.endings.length, situations: explored.situations, by: 'reference', because: fault.message, sets: [], ...(stopped ? { stopped } : {}) };
  }
}

function findingOf(name: Finding['name'], text: Text, { count, situations, stopped, by, because, sets }: Found, words: readonly string[], ending?: Ending, at?: Instant): Finding {
  return {
    name, ...readingOf(text), verdict: ending ? 'found' : stopped !== undefined && stopped !== 'horizon' ? 'undetermined' : 'none found', complete: stopped === undefined, ...(stopped ? { stopped } : {}),
    situations, endings: count, by, ...(because === undefined ? {} : { because }), sets, words, ...(ending ? { record: ending.record, shownAt: at ?? ending.at } : {}),
  };
}

function deadlock(part: Part, whole: Text): Finding {
  const found = endingsOf(part, 'deadlock', (made) => ({ made, over: () => false }), () => false);
  for (const ending of found.endings) {
    const taken = course(part.text, ending.record, { complete: true, inForceFrom: DEFAULT_START });
    const { situation } = elapse(part.text, taken.situation, Math.max(ending.at, taken.situation.now));
    const waits = waitingIn(part.text, situation);
    const left = waits.size === 0 ? [] : stillWaiting(part, situation, ending, waits);
    if (left.length > 0) return findingOf('deadlock', whole, found, left, ending);
  }
  return findingOf('deadlock', whole, found, []);
}

/** What waits without a window that would end it: in words, by its address. Standing prohibitions and states to be kept wait for nothing. */
function waitingIn(text: Text, situation: Situation): ReadonlyMap<string, string> {
  const waits = new Map<string, string>();
  for (const { decision, state, closes, trigger } of situation.decisions.values()) if (state === 'open' && !closes) waits.set(`${decision}|${trigger}|${state}`, `the decision ${decision} stays open, and no vote that is left can bring it to a result`);
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
function stillWaiting({ text, classes, tickMs, bounds }: Part, situation: Situation, { at, record }: Ending, waits: ReadonlyMap<string, string>): readonly string[] {
  const left = new Map(waits);
  let cut = false;
  if (!classes.some(({ kind, happening }) => kind === 'stimulus' || bounds.limits?.some(({ act }) => act === happening.act))) return [...left.values()];
  const beyond = explorePlainly(text, [], {
    stimuli: 1, horizonMs: bounds.horizonMs, tickMs, jump: true, maxSituations: Math.max(2, Math.min(MOST_BEYOND, Math.floor(MOST_STEPS / Math.max(1, classes.length)))), from: { situation, at: at + tickMs, entries: record.length },
    ...(bounds.goOn ? { goOn: (situations, entries) => { cut = bounds.goOn?.({ what: 'deadlock', situations, entries }) !== true; return !cut; } } : {}),
    onSituation: (one) => { const still = waitingIn(text, one); for (const key of [...left.keys()]) if (!still.has(key)) left.delete(key); return left.size > 0 ? 'go on' : 'stop'; },
  });
  // Cut off before the end: whether something beyond it moves what waits was not seen, and nothing is claimed.
  return cut || beyond.stopped === 'situations' ? [] : [...left.values()];
}

function unanswered(part: Part, whole: Text): Finding {
  const { text, classes, bounds, spare } = part;
  const owed = new Map(text.duties.filter((duty) => duty.content.kind === 'achieve' && duty.owedTo).map((duty) => [duty.name, owedTo(text, duty)]));
  const beneficiaries = new Set([...owed.values()].flat());
  // Strikes that only the rest of the text speaks of count too: this part may make nothing of them.
  const elsewhere = alphabetOf(whole, DEFAULT_START, spare).classes.filter(({ kind, label }) => kind === 'stimulus' && !classes.some((one) => one.label === label));
  // What the text asks only of somebody whom another act met answers that act, and strikes nobody.
  const strikesNobody = (act: string): boolean => { const mine = [...objectsIn([...whole.clauses.values()])].filter((one) => (one as Partial<ActPattern>).kind === 'act' && (one as ActPattern).acts.includes(act)); return mine.length > 0 && mine.every((one) => speaksOfRole([(one as ActPattern).by, (one as ActPattern).on])); };
  const stimuli = [...classes.filter(({ kind }) => kind === 'stimulus'), ...elsewhere].filter(({ happening }) => !strikesNobody(happening.act));
  const strikes = new Map(stimuli.map((one) => [labelOf(one.happening), struckBy(text, one.happening, beneficiaries)]));
  const words = outsideEvery(whole, stimuli, beneficiaries);
  if (![...strikes.values()].some((names) => names.length > 0)) return { ...byText('unanswered attack', whole, 'no act it speaks of strikes somebody to whom an act is owed'), words };
  const struckIn = (record: readonly Entry[]): readonly { readonly entry: Entry; readonly name: string }[] => record.flatMap((entry) => (strikes.get(labelOf(entry)) ?? []).map((name) => ({ entry, name })));
  // With one stimulus whatever is owed to who was struck is owed since: what follows then need not be looked at.
  const single = bounds.stimuli === 1;
  const found = endingsOf(part, 'unanswered attack', (made) => (single ? untilAnswered(made, text, classes, owed, strikes) : { made, over: () => false }), (situation, record) => {
    const struck = struckIn(record);
    return single && struck.length > 0 && struck.every(({ name }) => [...owed.keys()].some((clause) => [...(situation.norms.get(clause)?.values() ?? [])].some((life) => life.owedTo.includes(name) && OWED.has(life.state))));
  });
  const alone = (ending: Ending): { readonly entry: Entry; readonly names: readonly string[] } | undefined => {
    const struck = struckIn(ending.record);
    if (struck.length === 0) return undefined;
    const changes = changesOf(whole, ending.record, ending.at);
    const left = struck.filter(({ name, entry }) => !answered(changes, name, entry.occurred.from, whole));
    return left[0] ? { entry: left[0].entry, names: left.filter(({ entry }) => entry === left[0]?.entry).map(({ name }) => name) } : undefined;
  };
  const outright = elsewhere.filter(({ happening }) => (strikes.get(labelOf(happening)) ?? []).length > 0).map(({ happening }): Ending => ({ record: ordered([{ ...happening, id: 'e1', occurred: { from: DEFAULT_START, to: DEFAULT_START }, knownAt: DEFAULT_START }]), at: DEFAULT_START }));
  for (const ending of [...outright, ...found.endings]) {
    const left = alone(ending);
    if (left) return findingOf('unanswered attack', whole, found, [`after ${labelOf(left.entry)} nobody owes, owed or did anything for ${left.names.join(', ')}`, ...words], ending, left.entry.occurred.from);
  }
  return findingOf('unanswered attack', whole, found, words);
}

const owedTo = (text: Text, duty: Duty): readonly string[] => {
  try { return (duty.owedTo ? text.people.namesOf(duty.owedTo, {}, DEFAULT_START) : undefined) ?? []; } catch { return []; }
};

/** The program with a mark for who was struck; nothing is followed from where a duty is owed to whom the mark names. */
function untilAnswered(made: SpecialisedTreaty, text: Text, classes: readonly Class[], owed: ReadonlyMap<string, readonly string[]>, strikes: ReadonlyMap<string, readonly string[]>): Seen {
  const fields = [...made.program.fields];
  const owners = new Map(made.owners);
  const marks = new Map<string, number>();
  for (const { happening } of classes) {
    const struck = strikes.get(labelOf(happening)) ?? [];
    const [name] = struck;
    if (struck.length !== 1 || name === undefined || marks.has(name)) continue;
    marks.set(name, fields.push({ name: `${name} struck`, max: 1, initial: 0 }) - 1);
    owners.set(fields.length - 1, name);
  }
  const answeredBy = [...marks].map(([name, mark]) => {
    // Lives that have begun: a life that stands from the start says nothing of an answer.
    const lives = made.program.fields.flatMap((field, index) => ([...owed].some(([clause, to]) => to.includes(name) && text.duties.some((duty) => duty.name === clause) && field.name.startsWith(`${clause} of `) && !field.name.includes(', ') && !field.name.slice(clause.length + 4).includes(`${name} and`)) && field.initial === 0 ? [isNot(index, 0)] : []));
    return operation('and', is(mark, 1), any(lives));
  });
  const over = any(answeredBy);
  const moves = made.program.moves.map((move, index) => {
    const happening = classes[made.classOf[index] ?? -1]?.happening;
    const [name] = happening ? strikes.get(labelOf(happening)) ?? [] : [];
    const mark = name === undefined ? undefined : marks.get(name);
    return { ...move, guard: all([not(over), move.guard]), body: mark === undefined ? move.body : [set(mark, 1), ...move.body] };
  });
  return { made: { ...made, owners, program: { ...made.program, fields, moves } }, over: (values) => valueOf(over, values) !== 0 };
}

/** In a text none of whose acts has a target, what somebody outside it does strikes whoever it protects. */
function struckBy(text: Text, { on, actor }: Happening, beneficiaries: ReadonlySet<string>): readonly string[] {
  if (on?.kind === 'one') return beneficiaries.has(on.name) ? [on.name] : [];
  const outside = actor.kind === 'one' && text.treaty.outsiders.some(({ name }) => name === actor.name);
  return outside && !text.treaty.acts.some(({ hasTarget }) => hasTarget) ? [...beneficiaries] : [];
}

const OWED = new Set(['due', 'performed', 'cured', 'breached', 'defaulted', 'excused', 'suspended', 'waived', 'undetermined']);

/** Somebody owed it an act when it was struck or later. */
function answered(changes: readonly Change[], name: string, since: Instant, text: Text): boolean {
  const standing = new Map<string, boolean>();
  for (const { at, verdict: { id, clause, kind, owedTo: to, state } } of changes) {
    const duty = text.clauses.get(clause);
    if (kind !== 'duty' || duty?.kind !== 'duty' || duty.content.kind !== 'achieve' || !to?.includes(name)) continue;
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
        if (changes.every(({ verdict: { kind, state } }) => kind === 'definition' && (state === 'false' || state === 'not in scope'))) told.add(`${labelOf(other)} lies outside every condition of the text: nothing follows`);
      }
    }
  }
  return [...told].slice(0, 3);
}
