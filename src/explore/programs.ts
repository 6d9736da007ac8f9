/** What the search is given: per claim of a treaty, and per reading of its text, the program of what bears on the claim, or what it says that no program can. */
import { compile, DEFAULT_START } from '../engine/index.js';
import { specialise, Unsupported, type Program, type Statement } from '../engine/specialised/index.js';
import type { Atlas } from '../geo/index.js';
import type { Claim, Treaty } from '../treaty/index.js';
import { alphabetOf } from './alphabet.js';
import { withClaims } from './claims.js';
import { coneOf } from './cone.js';
import type { Bounds } from './explore.js';
import { tickOf } from './plain.js';
import { limitsFor } from './limits.js';

/** Each class is a move of its own here, however alike the parties are. */
const MOST_CLASSES = 300;

/** SPIN takes some 2,000 statements in one step, choices counted with their branches. */
const MOST_STEPS = 1_500;
/** Of the step that tries every act, counted more closely. */
const MOST_AT_END = 2_000;

const stepsOf = (list: readonly Statement[]): number => list.reduce((sum, one) => sum + (one.kind === 'if' ? 3 + stepsOf(one.then) + stepsOf(one.otherwise) : 1), 0);

const writtenBy = (list: readonly Statement[]): readonly number[] => list.flatMap((one) => (one.kind === 'set' ? [one.field] : one.kind === 'if' ? [...writtenBy(one.then), ...writtenBy(one.otherwise)] : []));

/** Where a fault shows where nothing more can happen, one step of the model tries every act and takes it back. */
const stepsAtEnd = ({ faults, moves }: Program): number =>
  (faults.some(({ atEnd }) => atEnd) ? moves.filter(({ takes }) => !takes).reduce((sum, { body }) => sum + 4 + stepsOf(body) + 2 * new Set(writtenBy(body)).size, 0) : 0);

export interface ClaimProgram {
  readonly claim: Claim;
  readonly reading?: string;
  readonly tickMs: number;
  readonly program: Program | { readonly refused: string };
}

export function programsOf(treaty: Treaty, atlas: Atlas, bounds: Pick<Bounds, 'stimuli' | 'horizonMs' | 'limits' | 'free' | 'tickMs'>, claims: readonly Claim[] = treaty.claims): readonly ClaimProgram[] {
  const tickMs = bounds.tickMs ?? tickOf(treaty);
  return claims.flatMap((claim) => compile(coneOf(withClaims(treaty, [claim]), claim.name), atlas).texts.map((text): ClaimProgram => {
    const of = { claim, ...(text.reading === undefined ? {} : { reading: text.reading }), tickMs };
    const { classes } = alphabetOf(text, DEFAULT_START);
    if (classes.length > MOST_CLASSES) return { ...of, program: { refused: `${classes.length} classes of acts, more than a model without reductions can hold` } };
    try {
      const { program } = specialise(text, [claim], classes, { start: DEFAULT_START, tickMs, horizonMs: bounds.horizonMs, free: bounds.free ?? [], ...limitsFor(classes, bounds.stimuli, bounds.limits ?? []) });
      const longest = Math.max(0, ...program.moves.map(({ body }) => stepsOf(body)));
      if (longest > MOST_STEPS) return { ...of, program: { refused: `an act with some ${longest} consequences, more than SPIN takes in one step` } };
      const ending = stepsAtEnd(program);
      return { ...of, program: ending <= MOST_AT_END ? program : { refused: `a claim that asks what is left at the end, over acts with some ${ending} consequences together, more than SPIN takes in one step` } };
    } catch (fault) {
      if (!(fault instanceof Unsupported)) throw fault;
      return { ...of, program: { refused: fault.message } };
    }
  }));
}
