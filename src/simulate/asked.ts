/** The part of a treaty that bears on its claims, with their definitions: what lies outside changes no answer and is left out of the runs. */
import { coneOf, withClaims } from '../explore/index.js';
import type { Claim, Treaty } from '../treaty/index.js';

export function asked(treaty: Treaty, claims: readonly Claim[]): Treaty {
  const whole = withClaims(treaty, claims);
  const cones = claims.map(({ name }) => coneOf(whole, name));
  const clauses = new Set(cones.flatMap((one) => one.clauses));
  const findings = new Set(cones.flatMap((one) => one.findings));
  return { ...whole, clauses: whole.clauses.filter((one) => clauses.has(one)), findings: whole.findings.filter((one) => findings.has(one)) };
}
