/** What the runs are asked, as it stands in an address: the assumed behaviour, what happens first, seed, runs, horizon and claims. The same address gives the same figures. */

export interface Asking {
  /** Name of a behaviour; the first of the list where absent. */
  readonly behaviour?: string;
  /** Label of what happens first; absent: what the behaviour says, else the first act that opens something. */
  readonly stimulus?: string;
  readonly seed: number;
  readonly runs: number;
  readonly days: number;
  /** Powers of the text that everybody who has them uses, an hour after they open. */
  readonly powers: readonly string[];
  /** Claims asked about; all where empty. */
  readonly claims: readonly string[];
}

export const USUAL: Asking = { seed: 1, runs: 10_000, days: 30, powers: [], claims: [] };

export interface Bound { readonly least: number; readonly most: number }
/** A browser keeps every figure of a million runs in hand; more belongs on the command line, in shards. */
export const BOUNDS: Readonly<{ [K in 'seed' | 'runs' | 'days']: Bound }> = { seed: { least: 0, most: 4_294_967_295 }, runs: { least: 1, most: 1_000_000 }, days: { least: 1, most: 3660 } };

/** A whole number within its bounds, or what is wrong with it. */
export function numberIn(name: keyof typeof BOUNDS, words: string): number | string {
  const { least, most } = BOUNDS[name];
  const value = /^\d{1,10}$/.test(words.trim()) ? Number(words.trim()) : NaN;
  return value >= least && value <= most ? value : `\`${words.trim()}\` is no whole number from ${least.toLocaleString('en-GB')} to ${most.toLocaleString('en-GB')}`;
}

const names = (words: string | null): readonly string[] => [...new Set((words ?? '').split(',').filter((one) => one !== ''))];

/** Nothing where the address asks for no runs; numbers it cannot use fall back to the usual ones. */
export function askingIn(query: URLSearchParams): Asking | undefined {
  if (!query.has('runs')) return undefined;
  const number = (name: keyof typeof BOUNDS): number => { const value = numberIn(name, query.get(name) ?? ''); return typeof value === 'number' ? value : USUAL[name]; };
  const [behaviour, stimulus] = [query.get('behaviour'), query.get('first')];
  return {
    ...(behaviour ? { behaviour } : {}), ...(stimulus ? { stimulus } : {}), seed: number('seed'), runs: number('runs'), days: number('days'), powers: names(query.get('powers')), claims: names(query.get('claims')),
  };
}

export function askingPairs({ behaviour, stimulus, seed, runs, days, powers, claims }: Asking): readonly string[] {
  const listed = (name: string, all: readonly string[]): readonly string[] => (all.length === 0 ? [] : [`${name}=${all.map(encodeURIComponent).join(',')}`]);
  return [
    ...(behaviour === undefined ? [] : [`behaviour=${encodeURIComponent(behaviour)}`]), ...(stimulus === undefined ? [] : [`first=${encodeURIComponent(stimulus)}`]),
    `runs=${runs}`, `seed=${seed}`, `days=${days}`, ...listed('powers', powers), ...listed('claims', claims),
  ];
}
