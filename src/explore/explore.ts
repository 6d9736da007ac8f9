/** Every behaviour within bounds, for each claim: does it hold, completely or up to which bound, was it ever put to the test, and if it fails, the shortest record that shows it. */
import { compile, DEFAULT_START, type Text } from '../engine/index.js';
import { all, any, not, operation, specialise, Unsupported, valueOf, type SpecialisedTreaty } from '../engine/specialised/index.js';
import type { Atlas } from '../geo/index.js';
import type { Claim, Entry, Instant, Treaty } from '../treaty/index.js';
import { someAlive } from './alive.js';
import { alphabetOf, type Class } from './alphabet.js';
import { withClaims } from './claims.js';
import { coneOf } from './cone.js';
import { answerOfCan } from './games-claims.js';
import { eventOf } from './games-solve.js';
import { changesOf, ordered, shownAt } from './confirm.js';
import { explorePlainly, recordOf, tickOf, type Explored } from './plain.js';
import { retrace } from './retrace.js';
import { search, type Searched } from './search.js';
import { interchangeable, withKin } from './symmetry.js';

/** Why a search ended early. `horizon`: behaviours go on beyond the time that was followed. */
export type Stop = 'situations' | 'memory' | 'time' | 'asked' | 'depth' | 'horizon';

/** How far a search is. `bytes` is absent where the search does not count them itself. */
export interface Far { readonly what: string; readonly situations: number; readonly entries: number; readonly bytes?: number }

export interface Bounds {
  /** Acts that open something and that nobody owes: attacks and the like. */
  readonly stimuli: number;
  readonly horizonMs: number;
  readonly symmetry: boolean;
  readonly jump: boolean;
  readonly maxBytes?: number;
  /** Situations the reference engine looks at, one claim at a time. */
  readonly maxByReference?: number;
  /** Asked now and then; anything but `true` ends the search in hand, and names why. */
  readonly goOn?: (far: Far) => true | 'time' | 'memory' | 'asked';
}

export const DEFAULT_BOUNDS: Bounds = { stimuli: 1, horizonMs: 30 * 86_400_000, symmetry: true, jump: true };
const MOST_BY_REFERENCE = 20_000;

export interface Answer {
  readonly claim: string;
  readonly reading?: string;
  readonly verdict: 'holds' | 'fails' | 'undetermined';
  /** Every behaviour within the bounds was looked at. */
  readonly complete: boolean;
  /** Why not. */
  readonly stopped?: Stop;
  /** The claim was never put to the test: what it speaks of did not occur. */
  readonly vacuous: boolean;
  /** Most entries of a behaviour looked at; where the search stopped early, all behaviours with fewer were. */
  readonly depth: number;
  readonly situations: number;
  readonly endings: number;
  /** The shortest record that shows it, and the instant at which it shows. Entries of one instant carry their order. */
  readonly record?: readonly Entry[];
  readonly shownAt?: Instant;
  /** `reference`: the treaty says something the specialised form cannot, named in `because`. */
  readonly by: 'specialised' | 'reference';
  readonly because?: string;
  readonly sets: readonly (readonly string[])[];
  readonly undeterminedBecause?: string;
}

export interface Exploration {
  readonly tickMs: number;
  readonly start: Instant;
  readonly bounds: Bounds;
  /** Of all claims together. */
  readonly classes: readonly Class[];
  readonly notes: readonly string[];
  readonly answers: readonly Answer[];
}

/** `claims` default to all the treaty makes; `onAnswer` is told of each as it is found. */
export function explore(treaty: Treaty, atlas: Atlas, bounds: Bounds = DEFAULT_BOUNDS, claims: readonly Claim[] = treaty.claims, onAnswer: (answer: Answer) => void = () => undefined): Exploration {
  const tickMs = tickOf(treaty);
  const answers: Answer[] = [];
  const classes = new Map<string, Class>();
  const notes = new Set<string>();
  for (const claim of claims) {
    // The whole text, for holding records against; the cone of the claim, for searching.
    const whole = compile(withClaims(treaty, [eventOf(claim)]), atlas).texts;
    for (const [index, text] of compile(coneOf(withClaims(treaty, [eventOf(claim)]), claim.name), atlas).texts.entries()) {
      const alphabet = alphabetOf(text, DEFAULT_START);
      for (const one of alphabet.classes) classes.set(one.label, one);
      for (const note of alphabet.notes) notes.add(note);
      const answer = answerOf(text, whole[index] ?? text, claim, alphabet.classes, tickMs, bounds);
      answers.push(answer);
      onAnswer(answer);
    }
  }
  return { tickMs, start: DEFAULT_START, bounds, classes: [...classes.values()], notes: [...notes], answers };
}

const NO_BEHAVIOUR = 'the assumptions contradict the text: wherever what the claim speaks of occurs, somebody whom they bind cannot perform in time, so that no behaviour is left to look at';
const NOT_SHOWN = 'the search found a record that the engine judges otherwise, which is a fault of the search';

function answerOf(text: Text, whole: Text, claim: Claim, classes: readonly Class[], tickMs: number, bounds: Bounds): Answer {
  if (claim.form.kind === 'can') return answerOfCan(text, whole, claim, classes, bounds);
  const answer = searched(text, claim, classes, tickMs, bounds);
  const { record, shownAt: at = DEFAULT_START } = answer;
  if (!record || answer.undeterminedBecause !== undefined) return answer;
  const shown = shownAt(whole, claim, changesOf(whole, record, at), at, claim.form.kind === 'whenever' && !claim.form.within);
  if (shown !== undefined) return { ...answer, shownAt: shown };
  return { ...answer, verdict: 'undetermined', undeterminedBecause: NOT_SHOWN };
}

function searched(text: Text, claim: Claim, classes: readonly Class[], tickMs: number, bounds: Bounds): Answer {
  try {
    return bySpecialised(text, claim, classes, tickMs, bounds);
  } catch (fault) {
    if (fault instanceof RangeError && /allocation|typed array length|Array buffer/i.test(fault.message)) return outOfMemory(text, claim);
    if (!(fault instanceof Unsupported)) throw fault;
    return byReference(text, claim, tickMs, bounds, fault.message);
  }
}

const outOfMemory = (text: Text, claim: Claim): Answer => ({ claim: claim.name, ...(text.reading === undefined ? {} : { reading: text.reading }), verdict: 'undetermined', complete: false, stopped: 'memory', vacuous: false, depth: 0, situations: 0, endings: 0, by: 'specialised', sets: [] });

/** A situation at which a window runs and from which no move leads on: time is barred by what the claim assumes. */
const barring = ({ program }: SpecialisedTreaty): ((fields: readonly number[]) => boolean) => (fields) => (program.clocks ?? []).some(({ runs }) => valueOf(runs, fields) !== 0);

/** Nothing is awaited in vain where time is barred: such a situation is no ending. */
export function withTrueEndings(made: SpecialisedTreaty): SpecialisedTreaty {
  const quiet = all((made.program.clocks ?? []).map(({ runs }) => not(any([runs]))));
  return { ...made, program: { ...made.program, faults: made.program.faults.map((one) => (one.atEnd ? { ...one, atEnd: operation('and', one.atEnd, quiet) } : one)) } };
}

/** A way through a search as entries, and the instant it has reached. */
export function entriesOf(made: SpecialisedTreaty, program: SpecialisedTreaty['program'], found: Searched, situation: number, classes: readonly Class[], tickMs: number): readonly Entry[] {
  return ordered(retrace(program, found, situation).flatMap(({ move, ticks }): Entry[] => {
    const happening = classes[made.classOf[move] ?? -1]?.happening;
    const at = DEFAULT_START + ticks * tickMs;
    return happening ? [{ ...happening, id: '', occurred: { from: at, to: at }, knownAt: at }] : [];
  }));
}

function bySpecialised(text: Text, claim: Claim, classes: readonly Class[], tickMs: number, bounds: Bounds): Answer {
  const made = withTrueEndings(specialise(text, [claim], classes, { start: DEFAULT_START, tickMs, horizonMs: bounds.horizonMs, stimuli: bounds.stimuli }));
  const sets = bounds.symmetry ? interchangeable(text, [claim]) : [];
  const program = withKin(made, sets);
  const isBarred = barring(made);
  const seen = made.program.fields.findIndex(({ name }) => name === `claim ${claim.name}, touched`);
  const ends: number[] = [];
  let said: Stop | undefined;
  const { goOn } = bounds;
  const found = search(program, {
    symmetry: sets.length > 0, jump: bounds.jump, maxTicks: Math.floor(bounds.horizonMs / tickMs), onEnd: (situation) => { ends.push(situation); },
    ...(bounds.maxBytes === undefined ? {} : { maxBytes: bounds.maxBytes }),
    ...(goOn ? { goOn: (far) => { const answer = goOn({ what: claim.name, ...far }); if (answer !== true) said = answer; return answer === true; } } : {}),
  });
  const stopped: Stop | undefined = said ?? (found.stopped === 'faults' ? undefined : found.stopped) ?? (found.cut ? 'horizon' : undefined);
  const [shown, touched] = found.faults;
  const endings = ends.filter((situation) => !isBarred(found.fields(situation)));
  const doubtful = shown === undefined && claim.assuming.length > 0 && stopped === undefined && (endings.length < ends.length || endings.length === 0);
  const alive = !doubtful || someAlive(program, found, (fields) => !isBarred(fields), (fields) => seen < 0 || touched === undefined || fields[seen] === 1);
  return {
    ...common(text, claim, shown !== undefined, stopped === undefined || stopped === 'horizon', alive), complete: found.complete && stopped === undefined, vacuous: speaksOfEvents(claim) && touched === undefined,
    depth: found.entries, situations: found.situations, endings: endings.length, by: 'specialised', sets, ...(stopped ? { stopped } : {}),
    ...(shown ? { record: entriesOf(made, program, found, shown.situation, classes, tickMs), shownAt: DEFAULT_START + shown.ticks * tickMs } : {}),
  };
}

const speaksOfEvents = ({ form: { kind } }: Claim): boolean => kind === 'whenever' || kind === 'only after';

type Settled = Pick<Answer, 'claim' | 'reading' | 'verdict' | 'undeterminedBecause'>;

/** `met`: a behaviour shows it. `whole`: all were looked at, as far as the horizon reaches. `alive`: some behaviour is left. */
function common({ reading }: Text, claim: Claim, met: boolean, whole: boolean, alive: boolean): Settled {
  const otherwise = !alive ? 'undetermined' : whole ? (claim.form.kind === 'possible' ? 'fails' : 'holds') : 'undetermined';
  return {
    claim: claim.name, ...(reading === undefined ? {} : { reading }), verdict: met ? (claim.form.kind === 'possible' ? 'holds' : 'fails') : otherwise,
    ...(!met && !alive ? { undeterminedBecause: NO_BEHAVIOUR } : {}),
  };
}

function byReference(text: Text, claim: Claim, tickMs: number, bounds: Bounds, because: string): Answer {
  let said: Stop | undefined;
  const { goOn } = bounds;
  const explored = explorePlainly(text, [claim], {
    stimuli: bounds.stimuli, horizonMs: bounds.horizonMs, tickMs, jump: bounds.jump, maxSituations: bounds.maxByReference ?? MOST_BY_REFERENCE,
    ...(goOn ? { goOn: (situations, entries) => { const answer = goOn({ what: claim.name, situations, entries }); if (answer !== true) said = answer; return answer === true; } } : {}),
  });
  const [shown] = explored.shown;
  const [doubtful] = explored.undetermined;
  const stopped = said ?? explored.stopped;
  const node = shown ?? doubtful;
  const settled = common(text, claim, shown !== undefined, stopped === undefined || stopped === 'horizon', stopped !== undefined || aliveIn(explored));
  return {
    ...settled, ...(!shown && doubtful ? { verdict: 'undetermined', undeterminedBecause: 'the text leaves open, in a behaviour within the bounds, whether what the claim speaks of occurs' } : {}),
    complete: explored.complete, vacuous: speaksOfEvents(claim) && explored.touched[0] !== true,
    depth: explored.entries, situations: explored.situations, endings: explored.endings.length, by: 'reference', because, sets: [],
    ...(stopped ? { stopped } : {}), ...(node ? { record: ordered(recordOf(node)), shownAt: node.at } : {}),
  };
}

const aliveIn = ({ barred, endings, touched }: Explored): boolean => barred === 0 || endings.some(({ watches: [watch] }) => touched[0] !== true || watch?.touched === true);
