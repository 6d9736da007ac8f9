/** Counts of runs as whole numbers in one fixed order, so that the tallies of shards add up to the tally of all runs, byte for byte. */
import { STANDINGS, type Standing } from './outcome.js';

/** Per standing, in the order of STANDINGS. */
export type Counts = readonly [number, number, number, number];
/** Value and how often, by rising value. */
export type Histogram = readonly (readonly [number, number])[];
/** A way of failing, the first run that went so, and the acts of that run as class and tick. */
export interface Kind { readonly claim: number; readonly kind: string; readonly count: number; readonly first: number; readonly way: readonly (readonly [number, number])[] }

export interface Tally {
  /** Stretches of run numbers that were done: first, and one past the last. */
  readonly ranges: readonly (readonly [number, number])[];
  /** Per set of parameter values, per claim. */
  readonly sets: readonly (readonly Counts[])[];
  /** The same, ticks from the first stimulus to the response. */
  readonly responses: readonly (readonly Histogram[])[];
  readonly kinds: readonly Kind[];
  /** Forces there, in thousandths, by unit and day. */
  readonly force: readonly { readonly what: string; readonly day: number; readonly there: Histogram }[];
  /** Per variant, per claim. */
  readonly variants: readonly (readonly Counts[])[];
}

const plus = (a: Counts, b: Counts): Counts => [a[0] + b[0], a[1] + b[1], a[2] + b[2], a[3] + b[3]];
const zero: Counts = [0, 0, 0, 0];
const both = (a: readonly Counts[], b: readonly Counts[]): readonly Counts[] => a.map((one, index) => plus(one, b[index] ?? zero));

function joined(a: Histogram, b: Histogram): Histogram {
  const all = new Map<number, number>();
  for (const [value, count] of [...a, ...b]) all.set(value, (all.get(value) ?? 0) + count);
  return [...all].sort(([x], [y]) => x - y);
}

/** Two tallies of the same question. Throws RangeError where a run was done by both. */
export function merged(a: Tally, b: Tally): Tally {
  const ranges: [number, number][] = [];
  for (const [from, to] of [...a.ranges, ...b.ranges].filter(([from, to]) => to > from).sort(([x], [y]) => x - y)) {
    const last = ranges.at(-1);
    if (last && from < last[1]) throw new RangeError(`run ${from} was done twice`);
    if (last && from === last[1]) last[1] = to; else ranges.push([from, to]);
  }
  const kinds = new Map<string, Kind>();
  for (const one of [...a.kinds, ...b.kinds]) {
    const key = `${one.claim}|${one.kind}`;
    const before = kinds.get(key);
    const [first, later] = before && before.first < one.first ? [before, one] : [one, before];
    kinds.set(key, { ...first, count: first.count + (later?.count ?? 0) });
  }
  return {
    ranges, sets: a.sets.map((set, index) => both(set, b.sets[index] ?? [])), responses: a.responses.map((set, index) => set.map((one, claim) => joined(one, b.responses[index]?.[claim] ?? []))),
    kinds: [...kinds.values()].sort((x, y) => x.claim - y.claim || (x.kind < y.kind ? -1 : 1)),
    force: a.force.map((one, index) => ({ ...one, there: joined(one.there, b.force[index]?.there ?? []) })), variants: a.variants.map((one, index) => both(one, b.variants[index] ?? [])),
  };
}

export const sumOf = (counts: readonly Counts[]): Counts => counts.reduce(plus, zero);

function add(counts: number[] | undefined, standing: number): void { if (counts) counts[standing] = (counts[standing] ?? 0) + 1; }

/** A tally while it grows. */
export class Tallying {
  private readonly counts: number[][][];
  private readonly answered: Map<number, number>[][];
  /** Per claim, by way of failing. */
  private readonly failed: Map<string, { claim: number; kind: string; count: number; first: number; way: readonly (readonly [number, number])[] }>[];
  private readonly there: { what: string; day: number; there: Map<number, number> }[];
  private readonly changed: number[][][];
  private ranges: [number, number][] = [];

  constructor(sets: number, claims: number, force: readonly { readonly what: string; readonly day: number }[], variants: number) {
    const none = (): number[][] => Array.from({ length: claims }, () => [0, 0, 0, 0]);
    this.counts = Array.from({ length: sets }, none);
    this.answered = Array.from({ length: sets }, () => Array.from({ length: claims }, () => new Map<number, number>()));
    this.failed = Array.from({ length: claims }, () => new Map<string, never>());
    this.there = force.map((one) => ({ ...one, there: new Map<number, number>() }));
    this.changed = Array.from({ length: variants }, none);
  }

  /** `standing` by its place in STANDINGS; `response` -1 where there was none. */
  claim(set: number, claim: number, standing: number, response: number): void {
    add(this.counts[set]?.[claim], standing);
    if (response >= 0) { const all = this.answered[set]?.[claim] as Map<number, number>; all.set(response, (all.get(response) ?? 0) + 1); }
  }

  failure(claim: number, kind: string, run: number, way: () => readonly (readonly [number, number])[]): void {
    const all = this.failed[claim];
    const before = all?.get(kind);
    if (!before) all?.set(kind, { claim, kind, count: 1, first: run, way: way() });
    else { before.count += 1; if (run < before.first) { before.first = run; before.way = way(); } }
  }

  force(index: number, amount: number): void { const all = (this.there[index] as { there: Map<number, number> }).there; all.set(amount, (all.get(amount) ?? 0) + 1); }
  variant(index: number, claim: number, standing: number): void { add(this.changed[index]?.[claim], standing); }
  done(from: number, to: number): void { this.ranges.push([from, to]); }

  tally(): Tally {
    const sorted = (all: Map<number, number>): Histogram => [...all].sort(([x], [y]) => x - y);
    const raw: Tally = {
      ranges: this.ranges, sets: this.counts as unknown as Counts[][], responses: this.answered.map((set) => set.map(sorted)), kinds: this.failed.flatMap((all) => [...all.values()]), force: this.there.map(({ what, day, there }) => ({ what, day, there: sorted(there) })), variants: this.changed as unknown as Counts[][],
    };
    return merged({ ...raw, ranges: [], kinds: [], sets: raw.sets.map((set) => set.map(() => zero)), responses: raw.responses.map((set) => set.map(() => [])), force: raw.force.map((one) => ({ ...one, there: [] })), variants: raw.variants.map((one) => one.map(() => zero)) }, raw);
  }
}

export const indexOfStanding = (standing: Standing): number => STANDINGS.indexOf(standing);
