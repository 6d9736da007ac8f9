/**
 * One coalition against all others, backwards from the situations in which it has failed. At each instant the coalition commits first; the others, and whoever strikes or finds, answer knowing it;
 * then a tick passes. Time never jumps here: how long somebody waits is part of what he may choose.
 * INVARIANT (games-equal-reference): the answer is that of a naive play over the steps of the reference engine.
 */
import { DEFAULT_START, type Text } from '../engine/index.js';
import { initialWords, layoutOf, specialise, testFunction, type Expression, type Program, type SpecialisedTreaty } from '../engine/specialised/index.js';
import type { Claim } from '../treaty/index.js';
import { addDuration } from '../engine/index.js';
import type { Class } from './alphabet.js';
import { limitsFor, type Limit } from './limits.js';
import { runnerOf, type Runner } from './retrace.js';
import { interchangeable, withKin } from './symmetry.js';

export interface GameBounds {
  readonly tickMs: number; readonly horizonMs: number; readonly stimuli: number;
  /** At most so many acts of one name, whoever does them. */
  readonly limits?: readonly Limit[];
  /** Situations with whose turn it is, at most, for each coalition. */
  readonly maxNodes: number;
  /** Asked now and then; `false` leaves what is in hand undecided. */
  readonly goOn?: (situations: number) => boolean;
}

/** A claim made ready: the program, who is alike, and what counts as failing. */
export interface Question {
  readonly made: SpecialisedTreaty;
  readonly classes: readonly Class[];
  readonly alike: readonly (readonly string[])[];
  readonly bounds: GameBounds;
  /** Of a `can` claim: ticks of its window, and the classes of acts it counts from. Absent for a `whenever` claim, whose program keeps its own window. */
  readonly can?: {
    readonly ticks: number;
    /** The claim sets no window: the horizon stands for it. */
    readonly endless: boolean;
    readonly from: 'the beginning' | ReadonlySet<number>;
    /** Even if all worked together, and found what helps, the event would not come about. */
    readonly outOfReach: boolean;
    /** Whether it is within reach was not settled within the bounds. */
    readonly unsettled: boolean;
  };
}

/** A `can` claim as a claim whose program notes that the event has occurred: `withClaims` and `coneOf` take this one. */
export const eventOf = (claim: Claim): Claim => (claim.form.kind === 'can' ? { ...claim, assuming: [], form: { kind: 'whenever', trigger: claim.form.what, response: claim.form.what } } : claim);

/** Throws Unsupported where the specialised form cannot say the text. What the claim assumes of debtors is left out: the others may default. `text` holds the definitions of `eventOf(claim)`. */
export function questionOf(text: Text, claim: Claim, classes: readonly Class[], bounds: GameBounds): Question {
  const free: Claim = { ...eventOf(claim), assuming: [] };
  const made = specialise(text, [free], classes, { start: DEFAULT_START, tickMs: bounds.tickMs, horizonMs: bounds.horizonMs, ...limitsFor(classes, bounds.stimuli, bounds.limits ?? []) });
  const alike = interchangeable(text, [free]);
  if (claim.form.kind !== 'can') return { made, classes, alike, bounds };
  const { within } = claim.form;
  const length = within ? addDuration(DEFAULT_START, within, text.treaty.calendar) - DEFAULT_START : bounds.horizonMs;
  return { made, classes, alike, bounds, can: { ticks: Math.floor(length / bounds.tickMs), endless: !within, ...opening({ made, classes, alike, bounds }) } };
}

/**
 * From which acts the time of a `can` claim counts. From the beginning where the event can come about though nobody does what nobody owes; else from the first act after which alone it can.
 * An act that calls nothing up, such as one below every threshold, starts no time.
 */
function opening({ made, classes, alike, bounds }: Omit<Question, 'can'>): Pick<NonNullable<Question['can']>, 'from' | 'outOfReach' | 'unsettled'> {
  const program = withKin(made, alike);
  const runner = runnerOf(program);
  const occurred = truthOf(program, program.faults[1]?.shows);
  const stimuli = program.moves.flatMap((_, move) => (classes[made.classOf[move] ?? -1]?.kind === 'stimulus' ? [move] : []));
  const first = initialWords(program, layoutOf(program.fields));
  const reaches = (allowed: readonly number[]): boolean | undefined => {
    if (bounds.goOn?.(0) === false) return undefined;
    const barred = new Set(stimuli.filter((move) => !allowed.includes(move)));
    const seen = new Set<string>();
    const waiting: (readonly number[])[] = [first];
    for (let words = waiting.pop(); words; words = waiting.pop()) {
      if (occurred(words)) return true;
      if (seen.size > bounds.maxNodes || (seen.size % 1024 === 1023 && bounds.goOn?.(seen.size) === false)) return undefined;
      for (const next of runner.successors(words, 1)) {
        if (barred.has(next.move)) continue;
        const kept = runner.canonical(next.words);
        const key = kept.join();
        if (!seen.has(key)) { seen.add(key); waiting.push(kept); }
      }
    }
    return false;
  };
  const alone = reaches([]);
  if (alone === undefined || alone) return { from: 'the beginning', outOfReach: false, unsettled: alone === undefined };
  const each = stimuli.map((move) => ({ move, reached: reaches([move]) }));
  const unsettled = each.some(({ reached }) => reached === undefined);
  const opens = each.filter(({ reached }) => reached !== false).map(({ move }) => move);
  if (opens.length > 0) return { from: new Set(opens), outOfReach: false, unsettled };
  // Only several acts together could call it up: the first of them counts.
  const together = stimuli.length > 0 && bounds.stimuli > 1 ? reaches(stimuli) : false;
  return { from: new Set(stimuli), outOfReach: together === false, unsettled: together === undefined };
}

/** A situation, whose turn it is, and the ticks left of a `can` claim: NOT_BEGUN before the act it counts from. */
export interface GameNode {
  readonly words: readonly number[]; readonly clock: number; readonly coalition: boolean;
  /** Nothing runs, and the others let it rest: what the coalition does not do now is never done. */
  readonly last?: boolean;
}
export const NOT_BEGUN = -1;

/** `move` is undefined where the coalition has done what it will at this instant. */
export interface Next extends GameNode { readonly move: number | undefined }

/** What may follow, for one coalition. Names are as in the program: members are put in order by `keyOf` alone. */
export interface Rules {
  readonly program: Program;
  readonly runner: Runner;
  readonly first: GameNode;
  readonly mine: readonly boolean[];
  readonly over: (node: GameNode) => 'ensured' | 'failed' | undefined;
  /** Absent `rests`: something follows. `rests`: the others may let things stand as they are for ever. */
  readonly after: (node: GameNode) => { readonly next: readonly Next[]; readonly rests: boolean };
  readonly restsBadly: (node: GameNode) => boolean;
  readonly keyOf: (node: GameNode) => string;
}

/** What is left out: moves of the others, or of the coalition. */
export interface Fewer { readonly generous?: boolean; readonly leaves?: (move: number, mine: boolean) => boolean; /** The coalition does at once the first of these that changes something, and nothing else. */ readonly eagerly?: readonly number[] }

export function rulesOf({ made, classes, alike, can }: Question, coalition: ReadonlySet<string>, { generous = false, leaves, eagerly }: Fewer = {}): Rules {
  const split = alike.flatMap((set) => [set.filter((name) => coalition.has(name)), set.filter((name) => !coalition.has(name))]).filter((set) => set.length > 1);
  const program = withKin(made, split);
  const runner = runnerOf(program);
  const shows = truthOf(program, program.faults[0]?.shows);
  const atEnd = truthOf(program, program.faults[0]?.atEnd);
  const occurred = truthOf(program, program.faults[1]?.shows);
  const mine = program.moves.map((move, index) => { const one = classes[made.classOf[index] ?? -1]; return !move.takes && one !== undefined && one.kind !== 'stimulus' && one.kind !== 'finding' && one.happening.actor.kind === 'one' && coalition.has(one.happening.actor.name); });
  const time = program.moves.findIndex(({ takes }) => takes !== undefined);
  const lapsed = -2;
  const starts = (move: number): boolean => can !== undefined && can.from !== 'the beginning' && can.from.has(move);
  const after: Rules['after'] = (node) => {
    const next: Next[] = [];
    let timePasses = false;
    let waited = false;
    const same = node.words.join();
    for (const { move, words } of runner.successors(node.words, 1)) {
      const passes = program.moves[move]?.takes !== undefined;
      if (!passes && (words.join() === same || leaves?.(move, mine[move] ?? false))) continue;
      if (node.coalition ? !mine[move] : mine[move]) { waited ||= !node.coalition; continue; }
      if (!passes) { next.push({ move, words, clock: node.clock === NOT_BEGUN && starts(move) ? can?.ticks ?? 0 : node.clock, coalition: node.coalition }); continue; }
      timePasses = true;
      // What ends now still ends before the time of the claim is up: at the very end is in time.
      next.push({ move, words, clock: node.clock === NOT_BEGUN || can === undefined ? node.clock : node.clock === 0 ? lapsed : node.clock - 1, coalition: true });
    }
    if (node.coalition && eagerly) {
      const first = eagerly.map((move) => next.find((one) => one.move === move)).find((one) => one !== undefined);
      if (first) return { next: [first], rests: false };
      next.length = 0;
    }
    if (node.coalition && !node.last) next.push({ move: undefined, words: node.words, clock: node.clock, coalition: false });
    // An act of the others may have given the coalition something to do though no window runs: its turn comes after a tick like any other.
    const turns = !node.coalition && !timePasses && waited && (can ? node.clock > 0 : true);
    if (turns) next.push({ move: time, words: node.words, clock: node.clock > 0 ? node.clock - 1 : node.clock, coalition: true, last: true });
    return { next, rests: !node.coalition && !timePasses && !turns };
  };
  return {
    program, runner, mine, after,
    first: { words: initialWords(program, layoutOf(program.fields)), clock: can?.from === 'the beginning' ? can.ticks : NOT_BEGUN, coalition: true },
    over: ({ words, clock }) => {
      if (!can) return shows(words) ? 'failed' : undefined;
      if (occurred(words)) return 'ensured';
      return clock !== lapsed ? undefined : generous ? 'ensured' : 'failed';
    },
    // Nothing runs: what has not come about by now does not.
    restsBadly: ({ words, clock }) => (can ? clock >= 0 : atEnd(words)),
    keyOf: ({ words, clock, coalition: turn, last }) => `${last ? 'L' : turn ? 'C' : 'O'}${clock}:${runner.canonical(words).join()}`,
  };
}

export interface Solved {
  readonly rules: Rules;
  readonly ensured: boolean;
  readonly situations: number;
  /** Whether the coalition can no longer ensure it from here; the node must be one that the rules lead to. */
  readonly lost: (node: GameNode) => boolean;
  /** Moves to the failure at the others' quickest and the coalition's longest; Infinity where it is not lost. */
  readonly distance: (node: GameNode) => number;
}

export function solve(question: Question, coalition: ReadonlySet<string>, fewer: Fewer = {}): Solved | 'too many' {
  const { bounds } = question;
  if (bounds.goOn?.(0) === false) return 'too many';
  const rules = rulesOf(question, coalition, fewer);
  const known = new Map<string, number>();
  const nodes: GameNode[] = [];
  const before: number[][] = [];
  const ways: number[] = [];
  const distance: number[] = [];
  const waiting: number[] = [];
  const indexOf = (node: GameNode): number => {
    const key = rules.keyOf(node);
    const there = known.get(key);
    if (there !== undefined) return there;
    known.set(key, nodes.length);
    nodes.push(node);
    before.push([]);
    ways.push(0);
    distance.push(Infinity);
    return nodes.length - 1;
  };
  const lose = (index: number, far: number): void => { if (distance[index] === Infinity) { distance[index] = far; waiting.push(index); } };
  indexOf(rules.first);
  for (let index = 0; index < nodes.length; index += 1) {
    if (nodes.length > bounds.maxNodes || (index % 1024 === 1023 && bounds.goOn?.(nodes.length) === false)) return 'too many';
    const node = nodes[index] as GameNode;
    const over = rules.over(node);
    if (over === 'failed') lose(index, 0);
    if (over) continue;
    const { next, rests } = rules.after(node);
    for (const one of next) { (before[indexOf(one)] as number[]).push(index); ways[index] = (ways[index] ?? 0) + 1; }
    if ((rests && rules.restsBadly(node)) || (node.last && next.length === 0)) lose(index, 0);
  }
  // First lost, first followed: distances grow along the list.
  for (let at = 0; at < waiting.length; at += 1) {
    const lost = waiting[at] as number;
    for (const earlier of before[lost] ?? []) {
      // The others lose the coalition its claim by one move; the coalition loses it only where each of its moves does.
      ways[earlier] = (ways[earlier] ?? 0) - 1;
      if (!nodes[earlier]?.coalition || ways[earlier] === 0) lose(earlier, (distance[lost] ?? 0) + 1);
    }
  }
  const far = (node: GameNode): number => { const index = known.get(rules.keyOf(node)); return index === undefined ? Infinity : distance[index] ?? Infinity; };
  return { rules, ensured: distance[0] === Infinity, situations: nodes.length, distance: far, lost: (node) => far(node) < Infinity };
}

/** Orders in which a coalition may do at once whatever it can: its duties, and a ballot one way, or the ballots alone. */
export function eagerOrders({ made, classes }: Question, mine: readonly boolean[]): readonly (readonly number[])[] {
  const of = (kind: string, ballot?: string): readonly number[] => mine.flatMap((yes, move) => { const one = classes[made.classOf[move] ?? -1]; return yes && one?.kind === kind && (ballot === undefined || one.happening.arguments['ballot'] === ballot) ? [move] : []; });
  const acts = of('conduct');
  return [[...acts, ...of('ballot', 'for')], of('ballot', 'for'), [...acts, ...of('ballot', 'against')], [...of('ballot', 'against'), ...acts], acts, []].filter((one, index, all) => all.findIndex((other) => other.join() === one.join()) === index);
}

/**
 * A short way to an answer, where there is one. Who can though doing at once all it can, can; who cannot though the others do nothing but strike, or but vote against, or abstain, cannot:
 * fewer choices help neither side that has them. Undefined: the whole has to be looked at.
 */
export function soon(question: Question, coalition: ReadonlySet<string>): boolean | undefined {
  const { made, classes } = question;
  for (const ballot of ['none', 'against', 'abstain']) {
    const found = solve(question, coalition, { leaves: (move, own) => { const one = classes[made.classOf[move] ?? -1]; return !own && one?.kind !== 'stimulus' && !(one?.kind === 'ballot' && one.happening.arguments['ballot'] === ballot); } });
    if (found !== 'too many' && !found.ensured) return false;
  }
  const { mine } = rulesOf(question, coalition);
  for (const eagerly of eagerOrders(question, mine)) {
    const found = solve(question, coalition, { eagerly });
    if (found !== 'too many' && found.ensured) return true;
  }
  return undefined;
}

function truthOf(program: Program, one: Expression | undefined): (words: readonly number[]) => boolean {
  if (!one) return () => false;
  return new Function(`${testFunction('shows', one, layoutOf(program.fields))} return (words) => shows(...words);`)() as (words: readonly number[]) => boolean;
}
