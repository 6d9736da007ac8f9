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
  // Each clause counts the requirements not yet met; one that becomes free meets those it is an alternative of.
  const free = new Set<string>();
  const unmet = new Map<string, number>();
  const meets = new Map<string, { readonly owner: string; met: boolean }[]>();
  for (const [name, all] of needs) {
    const open = all.filter((any) => any.length > 0);
    unmet.set(name, open.length);
    for (const any of open) {
      const requirement = { owner: name, met: false };
      for (const one of new Set(any)) { const list = meets.get(one); if (list) list.push(requirement); else meets.set(one, [requirement]); }
    }
  }
  const ready = [...needs.keys()].filter((name) => unmet.get(name) === 0);
  for (let name = ready.pop(); name !== undefined; name = ready.pop()) {
    free.add(name);
    for (const requirement of meets.get(name) ?? []) {
      if (requirement.met) continue;
      requirement.met = true;
      const left = (unmet.get(requirement.owner) ?? 0) - 1;
      unmet.set(requirement.owner, left);
      if (left === 0) ready.push(requirement.owner);
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

/** Knots larger than this give one cycle, not one through each of their names. */
const LARGE_KNOT = 40;

/** Each cycle once, beginning with the name that comes first in the text. */
export function cyclesOf(edges: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const order = new Map([...edges.keys()].map((name, index) => [name, index]));
  const told = new Set<string>();
  return knotsOf(edges).flatMap((knot) => {
    const inside = new Set(knot);
    const within = new Map(knot.map((name) => [name, (edges.get(name) ?? []).filter((one) => inside.has(one))]));
    const names = [...knot].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
    return (names.length > LARGE_KNOT ? names.slice(0, 1) : names).flatMap((name) => {
      const cycle = cycleThrough(name, within);
      const key = cycle && [...cycle].sort().join('\n');
      if (!cycle || key === undefined || told.has(key)) return [];
      told.add(key);
      return [cycle];
    });
  }).sort((a, b) => (order.get(a[0] ?? '') ?? 0) - (order.get(b[0] ?? '') ?? 0));
}

/** Names that reach each other and themselves: strongly connected parts, found in one walk (Tarjan 1972), without recursion. */
function knotsOf(edges: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const index = new Map<string, number>();
  const lowest = new Map<string, number>();
  const held = new Set<string>();
  const stack: string[] = [];
  const knots: (readonly string[])[] = [];
  for (const start of edges.keys()) {
    if (index.has(start)) continue;
    const walk: { readonly name: string; next: number }[] = [{ name: start, next: 0 }];
    for (let top = walk.at(-1); top; top = walk.at(-1)) {
      const { name } = top;
      if (top.next === 0) { index.set(name, index.size); lowest.set(name, index.get(name) ?? 0); stack.push(name); held.add(name); }
      const to = (edges.get(name) ?? [])[top.next];
      top.next += 1;
      if (to !== undefined) {
        if (!index.has(to)) walk.push({ name: to, next: 0 });
        else if (held.has(to)) lowest.set(name, Math.min(lowest.get(name) ?? 0, index.get(to) ?? 0));
        continue;
      }
      walk.pop();
      const above = walk.at(-1);
      if (above) lowest.set(above.name, Math.min(lowest.get(above.name) ?? 0, lowest.get(name) ?? 0));
      if (lowest.get(name) !== index.get(name)) continue;
      const knot = stack.splice(stack.lastIndexOf(name));
      for (const one of knot) held.delete(one);
      if (knot.length > 1 || (edges.get(name) ?? []).includes(name)) knots.push(knot);
    }
  }
  return knots;
}
