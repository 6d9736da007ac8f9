/** SHA-256 (FIPS 180-4) of a text's UTF-8 bytes, in hexadecimal. Written out because the platform's own is asynchronous and no part of the language. */

const K = constants(64, 1 / 3);
const H0 = constants(8, 1 / 2);

/** First 32 bits of the fractional parts of the roots of the first primes (section 4.2.2 and 5.3.3). */
function constants(count: number, power: number): Int32Array {
  const out = new Int32Array(count);
  let found = 0;
  for (let n = 2; found < count; n += 1) {
    let prime = true;
    for (let d = 2; d * d <= n; d += 1) if (n % d === 0) { prime = false; break; }
    if (!prime) continue;
    out[found] = fraction(n, power === 1 / 2 ? 2 : 3);
    found += 1;
  }
  return out;
}

/** Exact by integers: floor(2^32 · root) without its whole part. */
function fraction(n: number, degree: 2 | 3): number {
  const target = BigInt(n) << BigInt(32 * degree);
  let low = 0n;
  let high = BigInt(n) << 32n;
  while (low < high) {
    const middle = (low + high + 1n) >> 1n;
    if (middle ** BigInt(degree) <= target) low = middle;
    else high = middle - 1n;
  }
  return Number(BigInt.asIntN(32, low));
}

/** Lone surrogates become U+FFFD, as in every UTF-8 encoder. */
function utf8(text: string): number[] {
  const bytes: number[] = [];
  for (const character of text) {
    let point = character.codePointAt(0) ?? 0;
    if (point >= 0xd800 && point <= 0xdfff) point = 0xfffd;
    if (point < 0x80) bytes.push(point);
    else if (point < 0x800) bytes.push(0xc0 | (point >> 6), 0x80 | (point & 63));
    else if (point < 0x10000) bytes.push(0xe0 | (point >> 12), 0x80 | ((point >> 6) & 63), 0x80 | (point & 63));
    else bytes.push(0xf0 | (point >> 18), 0x80 | ((point >> 12) & 63), 0x80 | ((point >> 6) & 63), 0x80 | (point & 63));
  }
  return bytes;
}

export function sha256(text: string): string {
  const bytes = utf8(text);
  const length = bytes.length;
  const padded = new Uint8Array(((length + 8) >> 6) * 64 + 64);
  padded.set(bytes);
  padded[length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(length / 0x20000000));
  view.setUint32(padded.length - 4, (length << 3) >>> 0);
  const h = Int32Array.from(H0);
  const w = new Int32Array(64);
  for (let block = 0; block < padded.length; block += 64) mix(h, w, view, block);
  return Array.from(h, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

const turn = (x: number, n: number): number => (x >>> n) | (x << (32 - n));

function mix(h: Int32Array, w: Int32Array, view: DataView, block: number): void {
  for (let t = 0; t < 16; t += 1) w[t] = view.getInt32(block + t * 4);
  for (let t = 16; t < 64; t += 1) {
    const a = w[t - 15] as number;
    const b = w[t - 2] as number;
    w[t] = (w[t - 16] as number) + (turn(a, 7) ^ turn(a, 18) ^ (a >>> 3)) + (w[t - 7] as number) + (turn(b, 17) ^ turn(b, 19) ^ (b >>> 10));
  }
  let [a, b, c, d, e, f, g, k] = h as unknown as [number, number, number, number, number, number, number, number];
  for (let t = 0; t < 64; t += 1) {
    const one = (k + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + (K[t] as number) + (w[t] as number)) | 0;
    const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    k = g; g = f; f = e; e = (d + one) | 0; d = c; c = b; b = a; a = (one + two) | 0;
  }
  [a, b, c, d, e, f, g, k].forEach((value, index) => { h[index] = ((h[index] as number) + value) | 0; });
}
