/** What a situation remembers: coverage, findings, past occurrences. Absence counts only where the record says it would hold the act. */
import type { Entry, Instant, TimeRange } from '../treaty/index.js';
import type { Coverage, Memory, Remembered } from './situation.js';

export const emptyMemory = (watches: number, complete: boolean, coverage: readonly Coverage[]): Memory => ({
  watched: Array.from({ length: watches }, () => []), findings: [], acted: new Map(), coverage, complete,
});

export function coverageOf(entry: Entry): Coverage {
  const acts = String(entry.arguments['acts'] ?? '*').split(/[\s,]+/).filter((act) => act !== '');
  const zone = entry.arguments['zone'] ?? entry.place?.name;
  return { acts, period: entry.occurred, ...(zone === undefined ? {} : { zone: String(zone) }) };
}

/**
 * Whether the record would hold each of `acts` throughout `period`.
 * A coverage limited to a zone counts only for patterns limited to that zone.
 */
export function covered(memory: Memory, acts: readonly string[], period: TimeRange, zones: readonly string[] = []): boolean {
  if (memory.complete) return true;
  return acts.every((act) => {
    const spells = memory.coverage
      .filter((one) => (one.acts.includes('*') || one.acts.includes(act)) && (one.zone === undefined || zones.includes(one.zone)))
      .map((one) => one.period)
      .sort((a, b) => a.from - b.from);
    let reached: Instant = period.from;
    for (const spell of spells) {
      // Periods given by whole days end a millisecond before the next begins.
      if (spell.from <= reached + 1) reached = Math.max(reached, spell.to);
    }
    return reached >= period.to;
  });
}

/** The list of a watch after one more occurrence: the last of each truth, or all within the window. */
export function remember(list: readonly Remembered[], occurrence: Remembered, keeps: 'window' | 'last', windowFrom: Instant): readonly Remembered[] {
  if (keeps === 'last') return [...list.filter((one) => one.truth !== occurrence.truth), occurrence];
  return [...list.filter((one) => one.at.to >= windowFrom), occurrence];
}
