/** The record as it was known on a day: later knowledge left out, corrections applied, retractions gone. Nothing is overwritten: an earlier day gives the earlier record. */
import type { Correction, Entry, Instant } from '../treaty/index.js';

export function assemble(entries: readonly Entry[], knownOn: Instant): readonly Entry[] {
  const known = entries.filter(({ knownAt }) => knownAt <= knownOn);
  const gone = new Set(known.filter(({ act }) => act === 'retraction').map((entry) => String(entry.arguments['retracts'])));
  // The latest word stands; of two at one instant the greater id, so that file order never matters.
  const words = new Map<string, Correction>();
  for (const entry of known) {
    if (entry.act !== 'correction' || gone.has(entry.id)) continue;
    const corrects = String(entry.arguments['corrects']);
    const before = words.get(corrects);
    if (!before || before.knownAt < entry.knownAt || (before.knownAt === entry.knownAt && before.id < entry.id)) words.set(corrects, entry);
  }
  return known.flatMap((entry) => {
    if (entry.act === 'correction' || entry.act === 'retraction' || gone.has(entry.id)) return [];
    const replacement = words.get(entry.id)?.replacement;
    return [replacement ? { ...replacement, id: entry.id, knownAt: entry.knownAt, ...(entry.origin ? { origin: entry.origin } : {}) } : entry];
  });
}
