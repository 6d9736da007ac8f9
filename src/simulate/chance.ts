/**
 * Chance as a function: a draw depends on the seed, the stream, the run and its number alone, so that runs may be done anywhere and in any order.
 * Threefry-2x32 with 13 rounds (Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011, section 3 and table 2: the fewest
 * rounds that pass BigCrush), by the constants of its authors' Random123; the test holds it to their known answers.
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

/** Draw `n` of a run: a whole number from 0 to 2^32 - 1. Two neighbouring draws share a block. */
export function draw(seed: number, stream: number, run: number, n: number): number {
  threefry(seed, stream, run, n >>> 1, pair);
  return pair[n & 1] as number;
}

export const WHOLE = 4_294_967_296;

/** Strictly between 0 and 1. */
export const fraction = (bits: number): number => (bits + 0.5) / WHOLE;
