/** One measured figure as a line of text; a missed limit sets the exit code. */

export interface Figure {
  readonly what: string;
  readonly count: number;
  readonly unit: string;
  /** Median by the clock on the wall, with the fastest and the slowest run. */
  readonly seconds: number;
  readonly fastest: number;
  readonly slowest: number;
  /** Median of the processor's time: what a machine with nothing else to do would take, within a tenth or so; absent where the work is another process. */
  readonly cpuSeconds?: number;
  readonly limitSeconds: number;
}

const middle = (all: readonly number[]): number => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? Number.POSITIVE_INFINITY;

/** The median of `runs` after one run to warm up. */
export function measured(what: string, unit: string, limitSeconds: number, runs: number, work: () => number, elsewhere = false): Figure {
  let count = work();
  const all = Array.from({ length: runs }, () => {
    const before = performance.now();
    const cpu = process.cpuUsage();
    count = work();
    const { user, system } = process.cpuUsage(cpu);
    return { seconds: (performance.now() - before) / 1000, cpu: (user + system) / 1_000_000 };
  });
  const seconds = all.map((one) => one.seconds);
  return { what, unit, limitSeconds, count, seconds: middle(seconds), fastest: Math.min(...seconds), slowest: Math.max(...seconds), ...(elsewhere ? {} : { cpuSeconds: middle(all.map(({ cpu }) => cpu)) }) };
}

export function print({ what, count, unit, seconds, fastest, slowest, cpuSeconds, limitSeconds }: Figure): void {
  const kept = seconds <= limitSeconds;
  if (!kept) process.exitCode = 1;
  const spread = `${fastest.toFixed(2)} to ${slowest.toFixed(2)} s${cpuSeconds === undefined ? '' : `, ${cpuSeconds.toFixed(2)} s of processor time`}`;
  console.log(`${what}: ${count.toLocaleString('en')} ${unit} in ${seconds.toFixed(2)} s (${spread}), limit ${limitSeconds} s ${kept ? 'kept' : 'MISSED'}`);
}

/** Numbers in [0, 1) from a seed (mulberry32), the same on every machine. */
export function seeded(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
