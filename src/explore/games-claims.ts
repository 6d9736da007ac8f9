/** `can COALITION ensure EVENT within D`, answered: whether it holds, and where it does not, a story in which the others keep the event from coming about. */
import { compile, DEFAULT_START, type Text } from '../engine/index.js';
import { Unsupported } from '../engine/specialised/index.js';
import type { Atlas } from '../geo/index.js';
import type { Claim, Entry, Instant, Treaty } from '../treaty/index.js';
import { alphabetOf, type Class } from './alphabet.js';
import { withClaims } from './claims.js';
import { coneOf } from './cone.js';
import { changesOf, ordered } from './confirm.js';
import type { Answer, Bounds } from './explore.js';
import { coalitionsOf, type Coalition, type WhoCan } from './games.js';
import { eventOf, questionOf, solve, soon, type GameNode, type Question, type Solved } from './games-solve.js';
import { tickOf } from './plain.js';
import { strategyOf, type Strategy } from './strategy.js';

export const MOST_NODES = 150_000;
const NOT_BY_GAMES = 'what a coalition can ensure is looked at by the specialised form alone, and the text has';

/** The part of each text that bears on what a `can` claim speaks of, one for each reading. */
export const textsFor = (treaty: Treaty, claim: Claim, atlas: Atlas): readonly Text[] => compile(coneOf(withClaims(treaty, [eventOf(claim)]), claim.name), atlas).texts;

/** The greatest length of which all windows are multiples, whatever tick the text asks for: acts fall at its multiples. */
function gameTick({ treaty }: Text, claim: Claim): number {
  const { tick: _, ...calendar } = treaty.calendar;
  return tickOf({ ...treaty, calendar, claims: [claim] });
}

/** Of a `can` claim; `text` holds the definitions of `eventOf(claim)`. */
export function answerOfCan(text: Text, whole: Text, claim: Claim, classes: readonly Class[], bounds: Bounds): Answer {
  const tickMs = gameTick(text, claim);
  const head = { claim: claim.name, ...(text.reading === undefined ? {} : { reading: text.reading }), sets: [] as readonly (readonly string[])[], depth: 0, situations: 0, endings: 0, vacuous: false, complete: false };
  const undetermined = (because: string, rest: Partial<Answer> = {}): Answer => ({ ...head, verdict: 'undetermined', by: 'specialised', undeterminedBecause: because, ...rest });
  if (claim.assuming.length > 0) return undetermined('what others are assumed to do and what a coalition can ensure whatever they do cannot both be asked; may be settled by leaving `assuming` out');
  const coalition = claim.form.kind === 'can' ? text.people.namesOf(claim.form.coalition, {}, DEFAULT_START) : undefined;
  if (!coalition) return undetermined('who the coalition is stays to be agreed; may be settled by naming its members');
  try {
    let stopped: Answer['stopped'];
    const question = questionOf(text, claim, classes, { tickMs, horizonMs: bounds.horizonMs, stimuli: bounds.stimuli, limits: bounds.limits ?? [], maxNodes: MOST_NODES, goOn: (situations) => { const on = bounds.goOn?.({ what: claim.name, situations, entries: 0 }) ?? true; if (on !== true) stopped = on; return on === true; } });
    const sets = bounds.symmetry ? question.alike : [];
    if (!question.can?.outOfReach && !question.can?.unsettled && soon(question, new Set(coalition)) === true) return { ...head, sets, complete: true, by: 'specialised', verdict: 'holds' };
    const solved = solve(question, new Set(coalition));
    if (stopped !== undefined) return { ...head, sets, verdict: 'undetermined', by: 'specialised', stopped };
    if (solved === 'too many' || question.can?.unsettled) return { ...undetermined('there are more situations than were looked at; fewer `--acts` may settle it'), sets, stopped: 'situations' };
    const complete = { ...head, sets, situations: solved.situations, complete: true, by: 'specialised' } as const;
    if (solved.ensured && !question.can?.outOfReach) return { ...complete, verdict: 'holds' };
    if (question.can?.outOfReach) return { ...complete, verdict: 'fails', vacuous: true, because: 'the event comes about in no behaviour within the bounds, whoever works together' };
    if (question.can?.endless) {
      const kindly = solve(question, new Set(coalition), { generous: true });
      if (kindly === 'too many' || kindly.ensured) return { ...undetermined('it is still open at the horizon whether the event comes about; a longer `--horizon`, or `within` in the claim, may settle it'), sets, stopped: 'horizon', situations: solved.situations };
    }
    const { record, shownAt } = spoiling(question, solved, classes, tickMs);
    // The engine is asked whether the event indeed has not come about by then.
    if (changesOf(whole, record, shownAt).some(({ verdict: { clause, state } }) => clause === `claim ${claim.name}: response` && state !== 'false')) return { ...undetermined('the search found a record that the engine judges otherwise, which is a fault of the search'), sets };
    return { ...complete, verdict: 'fails', depth: record.length, record, shownAt };
  } catch (fault) {
    if (!(fault instanceof Unsupported)) throw fault;
    return undetermined(`${NOT_BY_GAMES} ${fault.message}; may be settled by a text without it`, { because: fault.message });
  }
}

/** The others as quick as they can, the coalition doing what puts the failure off longest: entries, and the instant at which the time is up. */
function spoiling({ made, bounds }: Question, { rules, distance }: Solved, classes: readonly Class[], tickMs: number): { readonly record: readonly Entry[]; readonly shownAt: Instant } {
  const entries: Entry[] = [];
  let at = DEFAULT_START;
  let node: GameNode = rules.first;
  const most = 10_000 + bounds.horizonMs / tickMs;
  for (let step = 0; step < most && distance(node) > 0; step += 1) {
    const { next } = rules.after(node);
    const wanted = node.coalition ? Math.max(...next.map(distance)) : Math.min(...next.map(distance));
    const taken = next.find((one) => distance(one) === wanted);
    if (!taken) break;
    const happening = taken.move === undefined ? undefined : classes[made.classOf[taken.move] ?? -1]?.happening;
    if (happening) entries.push({ ...happening, id: '', occurred: { from: at, to: at }, knownAt: at });
    else if (taken.move !== undefined) at += tickMs;
    node = taken;
  }
  // The tick in which the time was up began at its last instant.
  return { record: ordered(entries), shownAt: node.clock === -2 ? at - tickMs : at + Math.max(0, node.clock) * tickMs };
}

/** What `--who-can` says of one reading. */
export interface WhoCanAnswer extends Partial<WhoCan> {
  readonly reading?: string;
  /** Acts the time counts from; none: from the beginning. */
  readonly from: readonly string[];
  /** One for each of the smallest coalitions that was asked for, in their order. */
  readonly strategies: readonly { readonly coalition: Coalition; readonly strategy: Strategy | undefined }[];
  readonly undeterminedBecause?: string;
}

/** `claim` is a `can` claim of the treaty; whom it names does not matter. `strategies`: indexes into the smallest coalitions. */
export function whoCanEnsure(treaty: Treaty, claim: Claim, atlas: Atlas, bounds: Pick<Bounds, 'stimuli' | 'horizonMs' | 'limits'> & { readonly goOn?: (situations: number) => boolean; readonly maxNodes?: number }, strategies: (count: number) => readonly number[] = () => [0]): readonly WhoCanAnswer[] {
  return textsFor(treaty, claim, atlas).map((text): WhoCanAnswer => {
    const head = text.reading === undefined ? {} : { reading: text.reading };
    try {
      const { classes } = alphabetOf(text, DEFAULT_START);
      const tickMs = gameTick(text, claim);
      const question = questionOf(text, claim, classes, { maxNodes: MOST_NODES, ...bounds, tickMs });
      const found = coalitionsOf(question, text, classes);
      const from = question.can?.from instanceof Set ? [...question.can.from].map((move) => classes[question.made.classOf[move] ?? -1]?.label ?? '') : [];
      const shown = strategies(found.smallest.length).flatMap((index) => {
        const coalition = found.smallest[index];
        return coalition ? [{ coalition, strategy: strategyOf(question, coalition.members.flatMap(({ of, count }) => of.slice(0, count))) }] : [];
      });
      return { ...head, ...found, from, strategies: shown };
    } catch (fault) {
      if (!(fault instanceof Unsupported)) throw fault;
      return { ...head, from: [], strategies: [], undeterminedBecause: `${NOT_BY_GAMES} ${fault.message}; may be settled by a text without it` };
    }
  });
}
