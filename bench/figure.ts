/** One measured figure as a line of text; a missed limit sets the exit code. */

export interface Figure { readonly what: string; readonly count: number; readonly unit: string; readonly seconds: number; readonly limitSeconds: number }

/** The median of `runs` after one run to warm up. */
export function measured(what: string, unit: string, limitSeconds: number, runs: number, work: () => number): Figure {
  work();
  const all = Array.from({ length: runs }, () => {
    const before = performance.now();
    const count = work();
    return { count, seconds: (performance.now() - before) / 1000 };
  }).sort((a, b) => a.seconds - b.seconds);
  const middle = all[Math.floor(runs / 2)] ?? { count: 0, seconds: Number.POSITIVE_INFINITY };
  return { what, unit, limitSeconds, ...middle };
}

export function print({ what, count, unit, seconds, limitSeconds }: Figure): void {
  const kept = seconds <= limitSeconds;
  if (!kept) process.exitCode = 1;
  console.log(`${what}: ${count.toLocaleString('en')} ${unit} in ${seconds.toFixed(2)} s, ${Math.round(count / seconds).toLocaleString('en')} a second, limit ${limitSeconds} s ${kept ? 'kept' : 'MISSED'}`);
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
