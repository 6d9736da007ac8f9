/** A treaty that holds zones and lines only, for tests of places. */
import type { Line, Span, Treaty, Zone, ZoneShape } from '../../src/treaty/index.js';

export const span: Span = { offset: 0, end: 0, line: 1, column: 1, endLine: 1, endColumn: 1 };

export function zone(name: string, includes: readonly ZoneShape[], excludes: readonly ZoneShape[] = []): Zone {
  return { name, includes, excludes, span };
}
export function line(name: string, atlasName: string, asOf?: string): Line {
  return { name, atlasName, span, ...(asOf === undefined ? {} : { asOf: Date.parse(asOf) }) };
}
export const place = (name: string): ZoneShape => ({ kind: 'place', name, span });
export const inZone = (name: string): ZoneShape => ({ kind: 'zone', name, span });

export function treatyOf(zones: readonly Zone[], lines: readonly Line[] = []): Treaty {
  return {
    title: 'zones', calendar: { zone: 'UTC', dayHours: 24, monthEnd: 'last-day' }, parties: [], outsiders: [], groups: [], bodies: [], zones, lines,
    acts: [], findings: [], articles: [], clauses: [], terminations: [], survivals: [], readings: [], needs: [], pledges: [], claims: [], behaviours: [], scenarios: [], negotiation: { speakers: [], issues: [], limits: [], positions: [] }, span,
  };
}
