/** A tally as what people read: chances with their intervals, parameter uncertainty apart, response times, failures as records, forces against needs. */
import { labelOf } from '../explore/index.js';
import type { Entry } from '../treaty/index.js';
import { wilson } from './beta.js';
import { sumOf, type Counts, type Histogram, type Tally } from './tally.js';
import type { Meaning } from './simulate.js';

export const ASSUMED = 'These are the consequences of assumptions, not a forecast: they say what would follow if those who act behaved as assumed.';

export interface Interval { readonly low: number; readonly high: number }

export interface ClaimChance extends Interval {
  readonly name: string;
  readonly reading: string | null;
  /** Share of the runs in which it was asked and held; null where it was never asked. `low` and `high`: Wilson's interval at 95 %, for the number of runs alone; what is undetermined may have held, so `high` counts it in. */
  readonly chance: number | null;
  /** Middle nine tenths over what is believed of the uncertain chances; null where none is uncertain. */
  readonly beliefs: Interval | null;
  readonly holds: number;
  readonly fails: number;
  readonly undetermined: number;
  readonly notAsked: number;
}

/** By `hours` after the first stimulus, the share of all runs in which the response had come. */
export interface Moment { readonly hours: number; readonly share: number; readonly low: number; readonly high: number }
export interface Story { readonly claim: string; readonly kind: string; readonly count: number; readonly share: number; readonly run: number; readonly record: readonly Entry[] }
export interface Force { readonly what: string; readonly day: number; readonly mean: number; readonly low: number; readonly high: number; readonly needed: number | null; readonly met: number | null }
export interface Swing { readonly parameter: string; readonly claim: string; readonly low: { readonly value: number; readonly chance: number | null }; readonly high: { readonly value: number; readonly chance: number | null }; readonly base: number | null; readonly runs: number }
export interface Effect { readonly change: string; readonly claim: string; readonly chance: number | null; readonly base: number | null; readonly runs: number }

export interface Report {
  readonly done: number;
  readonly partial: boolean;
  readonly claims: readonly ClaimChance[];
  readonly responseHours: Readonly<{ [claim: string]: readonly Moment[] }>;
  readonly stories: readonly Story[];
  readonly force: readonly Force[];
  readonly sensitivity: readonly Swing[];
  readonly changes: readonly Effect[];
}

const STORIES = 5;
const MOMENTS = 24;

const askedOf = ([holds, fails, undetermined]: Counts): number => holds + fails + undetermined;
const chanceOf = (counts: Counts | undefined): number | null => (counts === undefined || askedOf(counts) === 0 ? null : counts[0] / askedOf(counts));

/** The value below which a share of the sorted values lies, between neighbours. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = share * (sorted.length - 1);
  const low = sorted[Math.floor(at)] ?? 0;
  return low + ((sorted[Math.ceil(at)] ?? low) - low) * (at - Math.floor(at));
}

/** `part`: the tally is of one shard alone, and was meant to be. */
export function reportOf({ meaning, tally }: { readonly meaning: Meaning; readonly tally: Tally }): Report {
  const done = tally.ranges.reduce((sum, [from, to]) => sum + to - from, 0);
  const suffix = meaning.reading === null ? '' : ` (${meaning.reading})`;
  const uncertain = meaning.sets > 1;
  const claims = meaning.claims.map((name, index): ClaimChance => {
    const bySet = tally.sets.map((set) => set[index] ?? ([0, 0, 0, 0] as const));
    const all = sumOf(bySet);
    const [holds, fails, undetermined, notAsked] = all;
    const perSet = bySet.flatMap((one) => { const chance = chanceOf(one); return chance === null ? [] : [chance]; });
    return { name, reading: meaning.reading, chance: chanceOf(all), low: wilson(holds, askedOf(all)).low, high: wilson(holds + undetermined, askedOf(all)).high, beliefs: uncertain && perSet.length > 0 ? { low: quantile(perSet, 0.05), high: quantile(perSet, 0.95) } : null, holds, fails, undetermined, notAsked };
  });
  const responseHours: { [claim: string]: readonly Moment[] } = {};
  meaning.claims.forEach((name, index) => {
    const curve = curveOf(tally.responses.map((set) => set[index] ?? []), tally.sets.map((set) => (set[index] ?? [0, 0, 0, 0]).reduce((a, b) => a + b, 0)), meaning.tickMs / 3_600_000, uncertain);
    if (curve.length > 0) responseHours[`${name}${suffix}`] = curve;
  });
  const stories = meaning.claims.flatMap((name, index) => tally.kinds.filter(({ claim }) => claim === index).sort((a, b) => b.count - a.count || a.first - b.first).slice(0, STORIES).map(({ kind, count, first, way }): Story => ({ claim: name, kind, count, share: done === 0 ? 0 : count / done, run: first, record: recordOf(meaning, way) })));
  const base = meaning.variants.findIndex(({ kind }) => kind === 'base');
  const variant = (index: number, claim: number): number | null => chanceOf(tally.variants[index]?.[claim]);
  const runsOf = (index: number): number => (tally.variants[index]?.[0] ?? []).reduce((a, b) => a + b, 0);
  const sensitivity = meaning.variants.flatMap(({ kind, words, value, end }, index): Swing[] => (kind !== 'parameter' || end !== 'low' ? [] : meaning.claims.map((claim, at) => ({ parameter: words, claim, low: { value: value ?? 0, chance: variant(index, at) }, high: { value: meaning.variants[index + 1]?.value ?? 0, chance: variant(index + 1, at) }, base: variant(base, at), runs: runsOf(index) }))));
  sensitivity.sort((a, b) => widthOf(b) - widthOf(a));
  const changes = meaning.variants.flatMap(({ kind, words }, index): Effect[] => (kind !== 'text' ? [] : meaning.claims.map((claim, at) => ({ change: words, claim, chance: variant(index, at), base: variant(base, at), runs: runsOf(index) }))));
  const force = tally.force.map(({ what, day, there }): Force => {
    const needed = meaning.needs.filter((one) => one.what === what && one.day <= day).reduce<number | null>((most, { amount }) => Math.max(most ?? 0, amount), null);
    const all = there.reduce((sum, [, count]) => sum + count, 0);
    return { what, day, mean: all === 0 ? 0 : there.reduce((sum, [amount, count]) => sum + amount * count, 0) / all / 1000, low: atShare(there, 0.05) / 1000, high: atShare(there, 0.95) / 1000, needed, met: needed === null || all === 0 ? null : there.reduce((sum, [amount, count]) => (amount >= needed * 1000 ? sum + count : sum), 0) / all };
  });
  return { done, partial: done < meaning.runs, claims, responseHours, stories, force, sensitivity, changes };
}

const widthOf = ({ low, high }: Swing): number => Math.abs((high.chance ?? 0) - (low.chance ?? 0));

function atShare(all: Histogram, share: number): number {
  const whole = all.reduce((sum, [, count]) => sum + count, 0);
  let sum = 0;
  for (const [value, count] of all) { sum += count; if (sum >= share * whole) return value; }
  return 0;
}

/** At most some two dozen moments from the stimulus to the last response. */
function curveOf(sets: readonly Histogram[], runs: readonly number[], tickHours: number, uncertain: boolean): readonly Moment[] {
  const last = Math.max(-1, ...sets.flatMap((set) => set.map(([tick]) => tick)));
  if (last < 0) return [];
  const stepTicks = Math.max(1, Math.ceil((last + 1) / MOMENTS));
  const whole = runs.reduce((a, b) => a + b, 0);
  return Array.from({ length: Math.ceil((last + 1) / stepTicks) + 1 }, (_, index): Moment => {
    const until = index * stepTicks;
    const counts = sets.map((set) => set.reduce((sum, [tick, count]) => (tick <= until ? sum + count : sum), 0));
    const share = counts.reduce((a, b) => a + b, 0) / Math.max(1, whole);
    const shares = counts.flatMap((count, set) => ((runs[set] ?? 0) > 0 ? [count / (runs[set] ?? 1)] : []));
    return { hours: until * tickHours, share, ...(uncertain ? { low: quantile(shares, 0.05), high: quantile(shares, 0.95) } : wilson(counts[0] ?? 0, whole)) };
  });
}

/** The acts of a run as a record that can be replayed. */
export function recordOf({ classes, start, tickMs }: Pick<Meaning, 'classes' | 'start' | 'tickMs'>, way: readonly (readonly [number, number])[]): readonly Entry[] {
  return way.flatMap(([index, tick], number): Entry[] => {
    const one = classes[index];
    if (!one) return [];
    const at = start + tick * tickMs;
    return [{ ...one.happening, id: `e${number + 1}`, occurred: { from: at, to: at }, knownAt: at, source: `assumed: ${labelOf(one.happening)}` }];
  });
}
