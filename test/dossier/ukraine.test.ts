/** The Ukraine dossier on the three days an editor would ask about: three different tables, every difference between them explained by entries or limits that came in between, and nothing known that was not known then. */
import { describe, expect, it } from 'vitest';
import { on, opened, briefFor, UKRAINE } from './dossiers.js';

const DAYS = ['2025-08-16', '2025-08-18', '2026-03-01'] as const;
const { dossier, faults } = opened(UKRAINE);
const lacking = dossier.entries.length < 10;

it('its files hold no fault, and no line is left out', () => { expect([faults, dossier.leftOut]).toEqual([[], []]); });

describe.skipIf(lacking)(lacking ? 'skipped: the statements of dossiers/ukraine are absent' : 'the brief of Ukraine', () => {
  const briefs = DAYS.map((day) => briefFor({ asOf: on(day) }, UKRAINE));
  const shown = briefs.map(({ issues }) => JSON.stringify(issues.map(({ name, state, option, parties }) => [name, state, option, parties.map(({ party, stance, option: of, tier }) => [party, stance, of, tier])])));

  it('has nine issues at least, on each day a state and a reason for each', () => {
    for (const { issues } of briefs) {
      expect(issues.length).toBeGreaterThanOrEqual(9);
      for (const issue of issues) expect([issue.name, issue.why.length > 0 || issue.statements.length === 0]).toEqual([issue.name, true]);
    }
  });

  it('gives three different tables', () => { expect(new Set(shown).size).toBe(3); });

  it('explains each difference by what came in between, entry by entry', () => {
    for (const [index, earlier] of [[1, 0], [2, 0], [2, 1]] as const) {
      const [after, before] = [briefs[index]!, briefs[earlier]!];
      const { since } = briefFor({ asOf: on(DAYS[index]), since: on(DAYS[earlier]) }, UKRAINE);
      const changes = new Map(since?.changes.map((one) => [one.name, one]));
      for (const issue of after.issues) {
        const was = before.issues.find(({ name }) => name === issue.name);
        if (was?.state === issue.state && was.option === issue.option) continue;
        const change = changes.get(issue.name);
        expect([issue.name, change?.turned, change?.from.state, change?.to.state]).toEqual([issue.name, true, was?.state, issue.state]);
        expect([issue.name, (change?.entries.length ?? 0) + (change?.others.length ?? 0) + (change?.limits.length ?? 0) > 0]).toEqual([issue.name, true]);
      }
      for (const { entries, others } of since?.changes ?? []) for (const one of [...entries, ...others]) expect([one.id, one.knownAt > before.asOf || one.at > before.asOf, one.knownAt <= after.asOf]).toEqual([one.id, true, true]);
    }
  });

  it('knows nothing on a day that became known later', () => {
    for (const { asOf, statements, events } of briefs) {
      expect(statements.filter(({ knownAt, at }) => knownAt > asOf || at > asOf)).toEqual([]);
      expect(events.filter(({ from }) => from > asOf)).toEqual([]);
    }
  });

  it('calls nothing agreed on hearsay', () => {
    for (const { issues } of briefs) for (const issue of issues) if (issue.state === 'agreed') expect([issue.name, issue.word.every(({ voice }) => voice === 'own')]).toEqual([issue.name, true]);
  });
});
