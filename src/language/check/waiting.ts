/** What waits for what: for each clause, the requirements that must all be met before it can begin, each met by any one of its alternatives. */
import type { Clause, Event, Treaty } from '../../treaty/index.js';

/** Names of clauses any of which would do. Empty: met by something outside the text, such as an act. */
export type Requirement = readonly string[];

/** States that say a step was taken. Waiting for a breach is no order of steps. */
const STEPS = new Set(['performed', 'settled', 'exercised', 'adopted', 'rejected', 'no decision', 'cured', 'due', 'available', 'open']);

/** Clauses in force under a reading; without one, the common text; with `all`, every reading's overlays together. */
export function clausesUnder(treaty: Treaty, reading: string | undefined | 'all'): ReadonlyMap<string, readonly Clause[]> {
  const clauses = new Map<string, Clause[]>();
  for (const clause of treaty.clauses) if (clause.reading === undefined) clauses.set(clause.name, [clause]);
  const replaced = new Set<string>();
  for (const clause of treaty.clauses) {
    if (clause.reading === undefined || (reading !== 'all' && clause.reading !== reading)) continue;
    if (replaced.has(clause.name)) clauses.get(clause.name)?.push(clause); else clauses.set(clause.name, [clause]);
    replaced.add(clause.name);
  }
  return clauses;
}

/** The clauses that can never begin because they wait for each other, and what each of them waits for among these. */
export function stuck(clauses: ReadonlyMap<string, readonly Clause[]>): ReadonlyMap<string, readonly string[]> {
  const needs = new Map([...clauses].map(([name, versions]) => [name, versions.flatMap((clause) => requirementsOf(clause, clauses))]));
  const free = new Set<string>();
  for (let grew = true; grew;) {
    grew = false;
    for (const [name, all] of needs) {
      if (free.has(name) || !all.every((any) => any.length === 0 || any.some((one) => free.has(one)))) continue;
      free.add(name);
      grew = true;
    }
  }
  return new Map([...needs].filter(([name]) => !free.has(name)).map(([name, all]) => [name, [...new Set(all.flatMap((any) => (any.some((one) => free.has(one)) ? [] : any)))]]));
}

function requirementsOf(clause: Clause, clauses: ReadonlyMap<string, readonly Clause[]>): readonly Requirement[] {
  const of = (event: Event | undefined): readonly Requirement[] => (event ? [waitedFor(event, clauses, new Set())].flatMap((any) => (any === undefined ? [] : [any])) : []);
  switch (clause.kind) {
    case 'duty': return [
      ...of(clause.trigger), ...clause.onlyAfter.flatMap((event) => of(event)),
      ...(clause.deadline && (clause.deadline.kind === 'within' || clause.deadline.kind === 'immediately') && !clause.trigger ? of(clause.deadline.of) : []),
    ];
    case 'power': return [...of(clause.trigger), ...(clause.notBefore ? of(clause.notBefore.event) : [])];
    case 'permission': return of(clause.trigger);
    case 'decision': return of(clause.opens);
    default: return [];
  }
}

/** Clauses any of which would bring the event about; undefined where something else may. */
function waitedFor(event: Event, clauses: ReadonlyMap<string, readonly Clause[]>, seen: ReadonlySet<string>): Requirement | undefined {
  switch (event.kind) {
    case 'becomes': return STEPS.has(event.state) && clauses.has(event.clause) ? [event.clause] : undefined;
    case 'either': {
      const all = event.of.map((one) => waitedFor(one, clauses, seen));
      return all.some((one) => one === undefined) ? undefined : all.flatMap((one) => one ?? []);
    }
    case 'guarded': case 'repeated': return waitedFor(event.of, clauses, seen);
    case 'defined': {
      const definition = clauses.get(event.name)?.[0];
      if (definition?.kind !== 'definition' || definition.meaning.kind !== 'event' || seen.has(event.name)) return undefined;
      return waitedFor(definition.meaning.event, clauses, new Set([...seen, event.name]));
    }
    default: return undefined;
  }
}

/** A shortest cycle in a graph of names through `from`, or nothing. */
export function cycleThrough(from: string, edges: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined {
  const queue: (readonly string[])[] = [[from]];
  const seen = new Set<string>();
  for (let path = queue.shift(); path; path = queue.shift()) {
    for (const next of edges.get(path.at(-1) ?? '') ?? []) {
      if (next === from) return path;
      if (!seen.has(next)) { seen.add(next); queue.push([...path, next]); }
    }
  }
  return undefined;
}

/** Each cycle once, beginning with the name that comes first in the text. */
export function cyclesOf(edges: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const told = new Set<string>();
  const cycles: (readonly string[])[] = [];
  for (const name of edges.keys()) {
    const cycle = cycleThrough(name, edges);
    if (!cycle || told.has([...cycle].sort().join('\n'))) continue;
    told.add([...cycle].sort().join('\n'));
    cycles.push(cycle);
  }
  return cycles;
}
