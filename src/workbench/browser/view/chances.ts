/** Figures of the runs laid out for readers: shares in words, claims that readings answer alike, curves, force against needs, what bears on a claim. Nothing here counts anew. */
import type { Duration } from '../../../treaty/index.js';
import type { Effect, Force, Moment, Swing } from '../../../simulate/index.js';
import type { ClaimTold, Told } from '../judging/chancing.js';

const UNIT_HOURS: Readonly<{ [unit: string]: number }> = { minute: 1 / 60, hour: 1, day: 24, week: 168, month: 720, year: 8760 };
export const hoursOf = ({ amount, unit }: Duration): number => amount * (UNIT_HOURS[unit] ?? NaN);

/** A figure and its unit stay on one line. */
const SPACE = '\u00a0';

/** `74.6 %`. Only what is so in every run is 0 % or 100 %. */
export function percent(share: number): string {
  const shown = share * 100;
  if (share > 0 && shown < 0.1) return `under 0.1${SPACE}%`;
  if (share < 1 && shown >= 99.95) return `over 99.9${SPACE}%`;
  return `${share === 0 || share === 1 ? shown : shown.toFixed(1)}${SPACE}%`;
}

/** The last digit is rounded outwards, so that a range never looks narrower than it is. */
export const rangeWords = ({ low, high }: { readonly low: number; readonly high: number }): string => `${(Math.floor(low * 1000 + 1e-9) / 10).toFixed(1)}–${(Math.ceil(high * 1000 - 1e-9) / 10).toFixed(1)}${SPACE}%`;

export const hourWords = (value: number): string => `${Number(value.toFixed(1)).toLocaleString('en-GB')}${SPACE}h`;

const FRACTIONS = [[1, 10], [1, 8], [1, 6], [1, 5], [1, 4], [1, 3], [2, 5], [1, 2], [3, 5], [2, 3], [3, 4], [4, 5], [5, 6], [7, 8], [9, 10], [19, 20]] as const;

/** `about 3 of 4 runs`. */
export function shareWords(share: number): string {
  if (share === 0) return 'no run';
  if (share === 1) return 'every run';
  if (share < 0.0095) return 'fewer than 1 of 100 runs';
  if (share < 0.08) return `about ${Math.max(1, Math.round(share * 100))} of 100 runs`;
  if (share > 0.99) return 'more than 99 of 100 runs';
  if (share > 0.97) return `about ${Math.round(share * 100)} of 100 runs`;
  const [hits, of] = FRACTIONS.reduce<readonly [number, number]>((best, one) => (Math.abs(one[0] / one[1] - share) < Math.abs(best[0] / best[1] - share) ? one : best), FRACTIONS[0]);
  return `about ${hits} of ${of} runs`;
}

/** How a claim came out: `held` and `failed` only where it was so in every run. */
export type Standing = 'held in every run' | 'failed in every run' | 'held in some runs' | 'never asked' | 'never settled';

export function standingOf({ holds, fails, undetermined }: ClaimTold['chance']): Standing {
  if (holds + fails + undetermined === 0) return 'never asked';
  if (holds + fails === 0) return 'never settled';
  return fails + undetermined === 0 ? 'held in every run' : holds + undetermined === 0 ? 'failed in every run' : 'held in some runs';
}

/** A claim with the readings under which everything told of it is the same. */
export interface Row { readonly told: ClaimTold; readonly readings: readonly string[] }

const apart = (value: unknown): string => JSON.stringify(value, (key, one: unknown) => (key === 'reading' ? undefined : one));

/** In order of the text; readings that come out alike stand together. */
export function rowsOf(told: readonly Told[]): readonly Row[] {
  const names = [...new Set(told.flatMap(({ claims }) => claims.map(({ claim }) => claim)))];
  return names.flatMap((name) => {
    const groups = new Map<string, { readonly told: ClaimTold; readonly readings: string[] }>();
    for (const one of told.flatMap(({ claims }) => claims).filter(({ claim }) => claim === name)) {
      const key = apart(one);
      const group = groups.get(key) ?? { told: one, readings: [] };
      groups.set(key, group);
      if (one.reading !== null) group.readings.push(one.reading);
    }
    return [...groups.values()];
  });
}

/** The claim looked at: as the address says, else the first that some runs failed, else the first that was asked. */
export function chosenRow(rows: readonly Row[], claim: string | undefined, reading: string | undefined): Row | undefined {
  return rows.find((row) => row.told.claim === claim && (reading === undefined || row.readings.includes(reading))) ?? rows.find((row) => row.told.claim === claim)
    ?? rows.find(({ told: { chance } }) => chance.holds > 0 && chance.fails > 0) ?? rows.find(({ told: { chance } }) => chance.chance !== null) ?? rows[0];
}

export interface Curve { readonly moments: readonly Moment[]; readonly until: number; /** First hour by which half of the runs had the response. */ readonly half?: number; readonly last: Moment }

/** The axis reaches the end of the claim's window, so that what came after nothing shows as nothing. */
export function curveOf({ moments, window }: Pick<ClaimTold, 'moments' | 'window'>): Curve | undefined {
  const last = moments.at(-1);
  if (!last) return undefined;
  const half = moments.find(({ share }) => share >= 0.5)?.hours;
  return { moments, until: Math.max(last.hours, window ?? 0, 1), last, ...(half === undefined ? {} : { half }) };
}

/** The share by an hour: the last moment counted up to it. */
export const momentAt = ({ moments }: Pick<Curve, 'moments'>, hours: number): Moment | undefined => moments.findLast((one) => one.hours <= hours + 1e-9);

export interface ForceOf { readonly what: string; readonly days: readonly Force[]; readonly most: number; /** The first day on which more is needed than is there on average. */ readonly shortFrom?: number }

export function forceOf(force: readonly Force[]): readonly ForceOf[] {
  return [...new Set(force.map(({ what }) => what))].map((what) => {
    const days = force.filter((one) => one.what === what).sort((a, b) => a.day - b.day);
    const short = days.find(({ mean, needed }) => needed !== null && mean < needed)?.day;
    return { what, days, most: Math.max(1, ...days.map(({ high, mean, needed }) => Math.max(high, mean, needed ?? 0))), ...(short === undefined ? {} : { shortFrom: short }) };
  });
}

const widthOf = ({ low, high }: Swing): number => (low.chance === null || high.chance === null ? 0 : Math.abs(high.chance - low.chance));
/** What moves the chance by less than this is not drawn: so few runs cannot tell it from none. */
const LEAST = 0.005;

export interface Tornado { readonly base: number | null; readonly bars: readonly Swing[]; readonly still: readonly string[]; readonly runs: number; readonly from: number; readonly to: number }

/** What bears on a claim, widest first; what moves it hardly or not is named apart. */
export function tornadoOf(swings: readonly Swing[]): Tornado | undefined {
  const [first] = swings;
  if (!first) return undefined;
  const bars = swings.filter((one) => widthOf(one) >= LEAST).sort((a, b) => widthOf(b) - widthOf(a));
  const ends = bars.flatMap(({ low, high }) => [low.chance ?? 0, high.chance ?? 0]);
  const reach = { low: Math.min(...ends, first.base ?? 1), high: Math.max(...ends, first.base ?? 0) };
  return { base: first.base, bars, still: swings.filter((one) => widthOf(one) < LEAST).map(({ parameter }) => parameter), runs: first.runs, from: Math.floor(reach.low * 10) / 10, to: Math.ceil(reach.high * 10) / 10 };
}

/** What one change in the text would do, the greatest effect first; changes that do nothing for the claim stand last, and are counted as none. */
export function effectsOf(effects: readonly Effect[]): { readonly telling: readonly Effect[]; readonly idle: readonly string[] } {
  const moved = ({ chance, base }: Effect): number => (chance === null ? (base === null ? 0 : 1) : base === null ? 1 : Math.abs(chance - base));
  const telling = effects.filter((one) => moved(one) >= LEAST).sort((a, b) => moved(b) - moved(a));
  // A clause told under several readings is changed once for each; in the reading in hand only its own does anything.
  const told = new Set(telling.map(({ change }) => change));
  return { telling, idle: [...new Set(effects.map(({ change }) => change))].filter((change) => !told.has(change)) };
}

const FAILED: Readonly<{ [state: string]: readonly [words: string, weight: number] }> = {
  breached: ['breached by', 0], defaulted: ['defaulted on by', 1], rejected: ['rejected', 2], 'no decision': ['no decision', 3], open: ['still open', 4], due: ['still due from', 5], undetermined: ['undetermined', 6],
};

/** `joint-response breached (8), coalition due (6)` as a sentence, what was broken first. */
export function failureWords(kind: string): string {
  if (kind === 'nothing was left undone') return 'nobody left anything undone: the text asked for nothing more';
  const parts = kind.split(', ').map((one) => {
    const [, clause = one, state = '', count] = /^(\S+) (breached|defaulted|rejected|no decision|open|due|undetermined)(?: \((\d+)\))?$/.exec(one) ?? [];
    const [words, weight] = FAILED[state] ?? [state, 9];
    return { weight, words: `${clause} ${words}${/ (by|from)$/.test(words) ? ` ${count ?? 1}` : count === undefined ? '' : ` (${count})`}`.trim() };
  });
  return parts.sort((a, b) => a.weight - b.weight).map(({ words }) => words).join('; ');
}

/** `done` of `runs` in every reading that was begun; a reading not begun has no figures. */
export const isPartial = (told: readonly Told[]): boolean => told.some(({ done, runs }) => done < runs);

/** Even steps for an axis from 0 to `until`, at most about `wanted`. */
export function ticksTo(until: number, wanted: number): readonly number[] {
  const step = [1, 2, 3, 6, 12, 24, 48, 72, 168, 336, 720, 1440].find((one) => until / one <= wanted) ?? until;
  return Array.from({ length: Math.floor(until / step + 1e-9) + 1 }, (_, index) => index * step);
}

/** Stairs from left to right: what was counted stands until the next count. */
export const stairs = (points: readonly (readonly [x: number, y: number])[], right: number): string =>
  points.map(([x, y], index) => (index === 0 ? `M${x} ${y}` : `H${x}V${y}`)).join('') + (points.length > 0 ? `H${right}` : '');

/** The room between two stairs over the same hours. */
export function band(points: readonly (readonly [x: number, low: number, high: number])[], right: number): string {
  if (points.length === 0) return '';
  const back = points.map(([x, low]) => `V${low}H${x}`).reverse().join('');
  return `${stairs(points.map(([x, , high]) => [x, high]), right)}${back}Z`;
}
