/** What was probably meant: the known word within two edits, where there is one. */
import { inLatin } from './alphabets.js';

/** Within two edits (one for short words), the nearest first. */
export function nearestAll(name: string, candidates: readonly string[]): readonly string[] {
  const limit = name.length < 5 ? 1 : 2;
  const latin = inLatin(name).toLowerCase();
  return candidates.flatMap((candidate) => {
    if (Math.abs(candidate.length - name.length) > limit) return [];
    const distance = editDistance(latin, candidate.toLowerCase());
    // One edit makes any two-letter word of another: that is no likeness.
    return distance <= limit && (distance === 0 || Math.min(name.length, candidate.length) > 2) ? [{ candidate, distance }] : [];
  }).sort((a, b) => a.distance - b.distance).map(({ candidate }) => candidate);
}

export const nearest = (name: string, candidates: readonly string[]): string | undefined => nearestAll(name, candidates)[0];

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  let above: readonly number[] = [];
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      next[j] = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1));
      // Two neighbouring letters the wrong way round are one slip.
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j] ?? 0, (above[j - 2] ?? 0) + 1);
    }
    above = row;
    row = next;
  }
  return row[b.length] ?? 0;
}
