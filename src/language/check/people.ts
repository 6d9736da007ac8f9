/** Whom a selector can mean, whatever the date: for rules that ask who owes and who is owed. */
import type { Treaty, Who } from '../../treaty/index.js';

/** Undefined where the text leaves it open. */
export function namesOf(who: Who | undefined, treaty: Treaty): readonly string[] | undefined {
  if (!who) return [];
  switch (who.kind) {
    case 'name': return members(who.name, treaty);
    case 'each': return members(who.group, treaty);
    case 'outsider': return treaty.outsiders.map(({ name }) => name);
    case 'anyone': case 'role': return [...treaty.parties, ...treaty.outsiders].map(({ name }) => name);
    case 'other than': {
      // What is taken away counts only where the text names it; a role may be anybody.
      const base = namesOf(who.base, treaty);
      const less = new Set(who.except.flatMap((one) => (one.kind === 'name' || one.kind === 'each' ? namesOf(one, treaty) ?? [] : [])));
      return base?.filter((name) => !less.has(name));
    }
    case 'union': {
      const all = who.of.map((one) => namesOf(one, treaty));
      return all.some((one) => one === undefined) ? undefined : [...new Set(all.flatMap((one) => one ?? []))];
    }
    case 'to be agreed': return undefined;
  }
}

function members(name: string, treaty: Treaty): readonly string[] | undefined {
  if (name === 'party' || name === 'parties') return treaty.parties.map((party) => party.name);
  const group = treaty.groups.find((one) => one.name === name);
  if (group) return 'kind' in group.members ? undefined : group.members;
  const body = treaty.bodies.find((one) => one.name === name);
  if (!body || body.members === 'independent') return [name];
  if ('kind' in body.members) return undefined;
  const all = body.members.map((one) => namesOf(one, treaty));
  return all.some((one) => one === undefined) ? undefined : [...new Set([name, ...all.flatMap((one) => one ?? [])])];
}

/** Whether two selectors may mean the same one. */
export function mayMeet(a: Who | undefined, b: Who | undefined, treaty: Treaty): boolean {
  const one = namesOf(a, treaty);
  const other = namesOf(b, treaty);
  return one === undefined || other === undefined || one.some((name) => other.includes(name));
}
