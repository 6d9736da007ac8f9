/**
 * Chance as a function: a draw depends on the seed, the stream, the run and its number alone, so that runs may be done anywhere and in any order.
 * A run has a key from Threefry-2x32 with 13 rounds (Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011, section 3 and
 * table 2: the fewest rounds that pass BigCrush), by the constants of its authors' Random123; the test holds it to their known answers.
 */

/** Two draws of 32 bits: block `block` of run `run` under the key (`seed`, `stream`). `into[0]` and `into[1]` are unsigned. */
export function threefry(seed: number, stream: number, run: number, block: number, into: Uint32Array): void {
  const third = 0x1bd11bda ^ seed ^ stream;
  let a = (run + seed) | 0;
  let b = (block + stream) | 0;
  a = (a + b) | 0; b = ((b << 13) | (b >>> 19)) ^ a;
  a = (a + b) | 0; b = ((b << 15) | (b >>> 17)) ^ a;
  a = (a + b) | 0; b = ((b << 26) | (b >>> 6)) ^ a;
  a = (a + b) | 0; b = ((b << 6) | (b >>> 26)) ^ a;
  a = (a + stream) | 0; b = (b + third + 1) | 0;
  a = (a + b) | 0; b = ((b << 17) | (b >>> 15)) ^ a;
  a = (a + b) | 0; b = ((b << 29) | (b >>> 3)) ^ a;
  a = (a + b) | 0; b = ((b << 16) | (b >>> 16)) ^ a;
  a = (a + b) | 0; b = ((b << 24) | (b >>> 8)) ^ a;
  a = (a + third) | 0; b = (b + seed + 2) | 0;
  a = (a + b) | 0; b = ((b << 13) | (b >>> 19)) ^ a;
  a = (a + b) | 0; b = ((b << 15) | (b >>> 17)) ^ a;
  a = (a + b) | 0; b = ((b << 26) | (b >>> 6)) ^ a;
  a = (a + b) | 0; b = ((b << 6) | (b >>> 26)) ^ a;
  a = (a + seed) | 0; b = (b + stream + 3) | 0;
  a = (a + b) | 0; b = ((b << 17) | (b >>> 15)) ^ a;
  into[0] = a;
  into[1] = b;
}

const pair = new Uint32Array(2);
let keyed: readonly [seed: number, stream: number, run: number] = [NaN, NaN, NaN];

/** The key of a run: one block of Threefry. Runs are as unrelated as its blocks are; only the draws within a run rest on `mixed`. */
export function runKey(seed: number, stream: number, run: number, into: Uint32Array): void { threefry(seed, stream, run, 0, into); }

/** 2^32 divided by the golden ratio, made odd: steps that come near no earlier one for long (Knuth, volume 3, section 6.4). */
export const STRIDE = 0x9e3779b9;
/** Multipliers and shifts of Wellons, hash-prospector (2018 and later): two rounds for 32 bits, of the least bias its search found. */
export const ROUNDS = { first: 0x21f0aaad, second: 0xd35a2d97 } as const;

/**
 * Draw `n` under the key of a run, 31 bits: a bijective finaliser over a + n times an odd number, the key's second word added between its rounds, so that runs
 * whose first words lie near each other still go different ways.
 */
export function mixed(a: number, b: number, n: number): number {
  let x = (a + Math.imul(n, STRIDE)) | 0;
  x = Math.imul(x ^ (x >>> 16), ROUNDS.first);
  x = Math.imul(((x ^ (x >>> 15)) + b) | 0, ROUNDS.second);
  return (x ^ (x >>> 15)) >>> 1;
}

/** Draw `n` of a run: a whole number from 0 to 2^31 - 1. */
export function draw(seed: number, stream: number, run: number, n: number): number {
  if (keyed[2] !== run || keyed[0] !== seed || keyed[1] !== stream) { runKey(seed, stream, run, pair); keyed = [seed, stream, run]; }
  return mixed(pair[0] as number, pair[1] as number, n);
}

export const WHOLE = 2_147_483_648;

/** Strictly between 0 and 1. */
export const fraction = (bits: number): number => (bits + 0.5) / WHOLE;
