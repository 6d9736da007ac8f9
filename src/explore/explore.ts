/** Every behaviour within bounds, for each claim: does it hold, completely or up to which bound, was it ever put to the test, and if it fails, the shortest record that shows it. */
import { compile, DEFAULT_START, type Text } from '../engine/index.js';
import { specialise, Unsupported } from '../engine/specialised/index.js';
import type { Atlas } from '../geo/index.js';
import type { Claim, Entry, Instant, Treaty } from '../treaty/index.js';
import { alphabetOf, type Class } from './alphabet.js';
import { withClaims } from './claims.js';
import { coneOf } from './cone.js';
import { explorePlainly, recordOf, tickOf } from './plain.js';
import { retrace } from './retrace.js';
import { search } from './search.js';
import { interchangeable, withKin } from './symmetry.js';

export interface Bounds {
  /** Acts that open something and that nobody owes: attacks and the like. */
  readonly stimuli: number;
  readonly horizonMs: number;
  readonly symmetry: boolean;
  readonly jump: boolean;
  readonly maxBytes?: number;
  readonly goOn?: (situations: number, entries: number) => boolean;
}

export const DEFAULT_BOUNDS: Bounds = { stimuli: 1, horizonMs: 30 * 86_400_000, symmetry: true, jump: true };

export interface Answer {
  readonly claim: string;
  readonly reading?: string;
  readonly verdict: 'holds' | 'fails' | 'undetermined';
  /** Every behaviour within the bounds was looked at. */
  readonly complete: boolean;
  /** Why not, in words. */
  readonly stopped?: string;
  /** The claim was never put to the test: what it speaks of did not occur. */
  readonly vacuous: boolean;
  /** Most entries of a behaviour looked at. */
  readonly depth: number;
  readonly situations: number;
  readonly endings: number;
  /** The shortest record that shows it, and the instant at which it shows. */
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
  readonly classes: readonly Class[];
  readonly notes: readonly string[];
  readonly answers: readonly Answer[];
}

/** `claims` default to all the treaty makes. */
export function explore(treaty: Treaty, atlas: Atlas, bounds: Bounds = DEFAULT_BOUNDS, claims: readonly Claim[] = treaty.claims): Exploration {
  const tickMs = tickOf(treaty);
  const answers: Answer[] = [];
  let classes: readonly Class[] = [];
  let notes: readonly string[] = [];
  for (const claim of claims) {
    for (const text of compile(coneOf(withClaims(treaty, [claim]), claim.name), atlas).texts) {
      const alphabet = alphabetOf(text, DEFAULT_START);
      classes = alphabet.classes;
      notes = alphabet.notes;
      answers.push(answerOf(text, claim, alphabet.classes, tickMs, bounds));
    }
  }
  return { tickMs, start: DEFAULT_START, bounds, classes, notes, answers };
}

function answerOf(text: Text, claim: Claim, classes: readonly Class[], tickMs: number, bounds: Bounds): Answer {
  try {
    return bySpecialised(text, claim, classes, tickMs, bounds);
  } catch (fault) {
    if (!(fault instanceof Unsupported)) throw fault;
    return byReference(text, claim, tickMs, bounds, fault.message);
  }
}

function bySpecialised(text: Text, claim: Claim, classes: readonly Class[], tickMs: number, bounds: Bounds): Answer {
  const made = specialise(text, [claim], classes, { start: DEFAULT_START, tickMs, horizonMs: bounds.horizonMs, stimuli: bounds.stimuli });
  const sets = bounds.symmetry ? interchangeable(text, [claim]) : [];
  const program = withKin(made, sets);
  let endings = 0;
  const goOn = bounds.goOn;
  const searched = search(program, {
    symmetry: sets.length > 0, jump: bounds.jump, maxTicks: Math.floor(bounds.horizonMs / tickMs), onEnd: () => { endings += 1; },
    ...(bounds.maxBytes === undefined ? {} : { maxBytes: bounds.maxBytes }), ...(goOn ? { goOn: (far) => goOn(far.situations, far.entries) } : {}),
  });
  const [shown, touched] = searched.faults;
  const record = shown === undefined ? undefined : retrace(program, searched, shown.situation).flatMap(({ move, ticks }, index): Entry[] => {
    const happening = classes[made.classOf[move] ?? -1]?.happening;
    if (!happening) return [];
    const at = DEFAULT_START + ticks * tickMs;
    return [{ ...happening, id: `e${index + 1}`, occurred: { from: at, to: at }, knownAt: at }];
  }).map((entry, index) => ({ ...entry, id: `e${index + 1}` }));
  const met = shown !== undefined;
  const verdict = claim.form.kind === 'possible' ? (met ? 'holds' : searched.complete ? 'fails' : 'undetermined') : met ? 'fails' : searched.complete || (searched.cut && searched.stopped === undefined) ? 'holds' : 'undetermined';
  return {
    claim: claim.name, ...(text.reading === undefined ? {} : { reading: text.reading }), verdict, complete: searched.complete, vacuous: claim.form.kind !== 'always' && claim.form.kind !== 'never' && claim.form.kind !== 'possible' && touched === undefined,
    depth: searched.entries, situations: searched.situations, endings, by: 'specialised', sets,
    ...(searched.stopped ? { stopped: searched.stopped } : searched.cut ? { stopped: 'horizon' } : {}),
    ...(record && shown ? { record, shownAt: DEFAULT_START + shown.ticks * tickMs } : {}),
  };
}

function byReference(text: Text, claim: Claim, tickMs: number, bounds: Bounds, because: string): Answer {
  const explored = explorePlainly(text, [claim], { stimuli: bounds.stimuli, horizonMs: bounds.horizonMs, tickMs, jump: bounds.jump, maxSituations: 20_000, ...(bounds.goOn ? { goOn: bounds.goOn } : {}) });
  const [shown] = explored.shown;
  const [doubtful] = explored.undetermined;
  const met = shown !== undefined;
  const whole = explored.complete || explored.stopped === 'horizon';
  const settled = claim.form.kind === 'possible' ? (met ? 'holds' : whole ? 'fails' : 'undetermined') : met ? 'fails' : whole ? 'holds' : 'undetermined';
  return {
    claim: claim.name, ...(text.reading === undefined ? {} : { reading: text.reading }), verdict: !met && doubtful ? 'undetermined' : settled, complete: explored.complete,
    vacuous: claim.form.kind !== 'always' && claim.form.kind !== 'never' && claim.form.kind !== 'possible' && explored.touched[0] !== true,
    depth: explored.entries, situations: explored.situations, endings: explored.endings.length, by: 'reference', because, sets: [],
    ...(explored.stopped ? { stopped: explored.stopped } : {}), ...(shown ? { record: recordOf(shown), shownAt: shown.at } : doubtful ? { record: recordOf(doubtful), shownAt: doubtful.at } : {}),
    ...(doubtful && !met ? { undeterminedBecause: 'the text leaves open, in a behaviour within the bounds, whether what the claim speaks of occurs' } : {}),
  };
}
