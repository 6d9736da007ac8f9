/**
 * What can bear on a claim: the clauses it speaks of, those they listen to or depend on, and so on. The rest of the text is left out of the search.
 * Sound, because a clause outside neither opens, moves nor excuses one inside; and because who owes something outside can always perform it, so that
 * what the claim assumes of the debtors forbids no behaviour inside.
 */
import type { Clause, Treaty } from '../treaty/index.js';
import { objectsIn } from './objects.js';

/** `treaty` holds the claims' definitions (`withClaims`); `claim` names the claim. */
export const coneOf = (treaty: Treaty, claim: string): Treaty => coneAround(treaty, treaty.clauses.filter(({ name }) => name.startsWith(`claim ${claim}: `)).map(({ name }) => name));

/** What can bear on these clauses. */
export function coneAround(treaty: Treaty, names: readonly string[]): Treaty {
  const named = new Map<string, Clause[]>();
  for (const clause of treaty.clauses) named.set(clause.name, [...(named.get(clause.name) ?? []), clause]);
  const kept = new Set<string>();
  const waiting: string[] = [...names];
  waiting.push(...mentionedBy([treaty.terminations, treaty.entryIntoForce]));
  // Who leaves or ends the treaty ends duties wherever they stand.
  for (const clause of treaty.clauses) if (clause.kind === 'power' && clause.acts.some(({ acts }) => acts.some((act) => /^(withdraw|denounce|terminate)$/.test(act)))) waiting.push(clause.name);
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (kept.has(name) || !named.has(name)) continue;
    kept.add(name);
    waiting.push(...mentionedBy(named.get(name)));
    // Permissions and reservations speak of the clauses they change.
    for (const clause of treaty.clauses) if ((clause.kind === 'reservation' && clause.to === name) || (clause.kind === 'permission' && clause.priorities.some((one) => one.clause === name))) waiting.push(clause.name);
  }
  const clauses = treaty.clauses.filter(({ name }) => kept.has(name));
  const findings = new Set([...objectsIn(clauses)].flatMap((one) => { const { finding } = one as { finding?: unknown }; return typeof finding === 'string' ? [finding] : []; }));
  return { ...treaty, clauses, findings: treaty.findings.filter(({ name }) => findings.has(name)) };
}

/** Names of clauses a part of the text speaks of. */
function mentionedBy(part: unknown): readonly string[] {
  return [...objectsIn(part)].flatMap((one) => {
    const { kind, clause, name } = one as { kind?: unknown; clause?: unknown; name?: unknown };
    return [...(typeof clause === 'string' ? [clause] : []), ...((kind === 'defined' || kind === 'holds') && typeof name === 'string' ? [name] : [])];
  });
}
