/** What a situation remembers: coverage, findings, past occurrences. Absence counts only where the record says it would hold the act. */
import type { Entry, Instant, TimeRange } from '../treaty/index.js';
import { sameStanding } from './roles.js';
import type { Coverage, Memory, Remembered } from './situation.js';
import type { Watch } from './text.js';

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
    let reached: Instant = period.from - 1;
    for (const spell of spells) {
      // Periods given by whole days end a millisecond before the next begins.
      if (spell.from <= reached + 1) reached = Math.max(reached, spell.to);
    }
    return reached >= period.to;
  });
}

/** The findings after one more: what the same maker said before of the same party and act is superseded, unless it was said at the same instant. */
export function withFinding(findings: readonly Entry[], entry: Entry): readonly Entry[] {
  const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
  const superseded = (one: Entry): boolean => one.act === entry.act && one.about === entry.about && same(one.actor, entry.actor) && same(one.on, entry.on) && one.occurred.to < entry.occurred.from;
  return [...findings.filter((one) => !superseded(one)), entry];
}

/** The list of a watch after one more occurrence: what a later condition may still ask for. */
export function remember(list: readonly Remembered[], occurrence: Remembered, keeps: Watch['keeps'], windowFrom: Instant): readonly Remembered[] {
  const answers = (one: Remembered, other: Remembered): boolean => (one.truth === 'true' || other.truth !== 'true') && sameStanding(one.stood, other.stood);
  const notLater = (one: Remembered, other: Remembered): boolean => one.at.from <= other.at.from && one.at.to <= other.at.to;
  if (keeps === 'all') return [...list, occurrence];
  if (keeps === 'last') return [...list.filter((one) => !(answers(occurrence, one) && notLater(one, occurrence))), occurrence];
  if (keeps === 'first') return list.some((one) => answers(one, occurrence) && notLater(one, occurrence)) ? list : [...list.filter((one) => !(answers(occurrence, one) && notLater(occurrence, one))), occurrence];
  return [...list.filter((one) => one.at.to >= windowFrom), occurrence];
}
