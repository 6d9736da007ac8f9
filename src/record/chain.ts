/**
 * A hash over each entry and all before it.
 * INVARIANT (tampering-shows): changing, dropping or moving any entry changes the hash of it and of every later one.
 */
import type { Entry } from '../treaty/index.js';
import { canonical } from './canonical.js';
import { sha256 } from './sha256.js';

/** SHA-256 in hexadecimal, one per entry, in the order given. Where a file stood is no part of what was said. */
export function chain(entries: readonly Entry[]): readonly string[] {
  let before = '';
  return entries.map(({ origin: _origin, ...entry }) => (before = sha256(`${before}\n${canonical(entry)}`)));
}

/** The first entry at which a record departs from the hashes kept of it; undefined where it does not. */
export function departsAt(entries: readonly Entry[], hashes: readonly string[]): number | undefined {
  const now = chain(entries);
  const index = Array.from({ length: Math.max(now.length, hashes.length) }, (_, i) => i).find((i) => now[i] !== hashes[i]);
  return index;
}
