/** The bounds a text sets for a search (`scope`), with what was asked for beside it, and where each bound came from. Says what is wrong with bounds that bound nothing. */
import { addDuration, DEFAULT_START, peopleOf } from '../engine/index.js';
import type { Span, Treaty } from '../treaty/index.js';
import { DEFAULT_BOUNDS, type Bounds } from './explore.js';
import type { Limit } from './limits.js';
import { objectsIn } from './objects.js';
import { tickOf } from './plain.js';

export type Origin = 'option' | 'text' | 'default';

export interface Scoped {
  readonly bounds: Required<Pick<Bounds, 'stimuli' | 'horizonMs' | 'limits' | 'free' | 'tickMs'>>;
  /** `tick`: `default` is what the treaty's calendar or its windows say. Limits of single acts and free parties come from the text alone. */
  readonly origins: { readonly acts: Origin; readonly horizon: Origin; readonly tick: 'text' | 'default' };
  readonly faults: readonly { readonly message: string; readonly help: string; readonly span: Span }[];
}

const DAY = 86_400_000;
export const MOST_ACTS = 12;
export const MOST_OF_ONE = 100;
export const MOST_DAYS = 3650;

/** `asked` overrides the text. Where limits of single acts nobody owes are set and their number is not, as many may happen as the largest of them allows. */
export function scopeOf(treaty: Treaty, asked: { readonly acts?: number; readonly horizonMs?: number } = {}): Scoped {
  const { scope } = treaty;
  const faults: Scoped['faults'][number][] = [];
  const limits: Limit[] = [];
  const owed = new Set([...objectsIn(treaty.clauses.map((one) => (one.kind === 'duty' ? [one.content, one.failingWhich] : one.kind === 'power' ? one.acts : [])))].flatMap((one) => ((one as { kind?: unknown }).kind === 'act' ? (one as { acts?: readonly string[] }).acts ?? [] : [])));
  let said: number | undefined;
  for (const { act, atMost, span } of scope?.limits ?? []) {
    const most = act !== undefined && owed.has(act) ? MOST_OF_ONE : MOST_ACTS;
    if (atMost < 1) faults.push({ message: `at most 0 ${act ?? 'attacks'} leaves nothing to look at${act === undefined ? '' : ' of it'}`, help: act === undefined ? 'write a number from 1, or leave the bound out' : 'write a number from 1, or leave the bound out; `never` in a claim asks whether something comes about', span });
    else if (atMost > most) faults.push({ message: `at most ${atMost} ${act ?? 'attacks'} is no bound a search can come to the end of`, help: `write a number from 1 to ${most}`, span });
    if (act === undefined) said = atMost; else limits.push({ act, atMost });
  }
  const textTick = scope?.tick === undefined ? undefined : addDuration(DEFAULT_START, scope.tick, treaty.calendar) - DEFAULT_START;
  const tickMs = textTick ?? tickOf(treaty);
  const textHorizon = scope?.horizon === undefined ? undefined : addDuration(DEFAULT_START, scope.horizon, treaty.calendar) - DEFAULT_START;
  if (scope && textHorizon !== undefined && asked.horizonMs === undefined) {
    if (textHorizon > MOST_DAYS * DAY) faults.push({ message: `a horizon of ${Math.round(textHorizon / DAY)} days is longer than a search follows`, help: `write at most ${MOST_DAYS} days`, span: scope.span });
    else if (textHorizon < tickMs) faults.push({ message: 'the horizon ends before the first tick has passed, so that no time passes at all', help: 'write a longer horizon or a shorter tick', span: scope.span });
  }
  const free = scope?.free === undefined ? [] : scope.free.kind === 'anyone' ? [...treaty.parties, ...treaty.outsiders, ...treaty.bodies].map(({ name }) => name) : peopleOf(treaty).namesOf(scope.free, {}, DEFAULT_START);
  if (scope && !free) faults.push({ message: 'who is free is to be agreed', help: 'name parties or a group whose members the text names', span: scope.span });
  const ofOne = Math.max(0, ...limits.filter(({ act }) => !owed.has(act)).map(({ atMost }) => atMost));
  return {
    bounds: { stimuli: asked.acts ?? said ?? Math.max(DEFAULT_BOUNDS.stimuli, ofOne), horizonMs: asked.horizonMs ?? textHorizon ?? DEFAULT_BOUNDS.horizonMs, limits, free: free ?? [], tickMs },
    origins: { acts: asked.acts !== undefined ? 'option' : said !== undefined || ofOne > DEFAULT_BOUNDS.stimuli ? 'text' : 'default', horizon: asked.horizonMs !== undefined ? 'option' : textHorizon !== undefined ? 'text' : 'default', tick: textTick === undefined ? 'default' : 'text' },
    faults,
  };
}
