/** The static rules: what is missing or contradictory in a text, before anything happens. What needs search over behaviours is not here. */
import type { Diagnostic, Treaty } from '../../treaty/index.js';
import type { Rule } from './rule.js';

export const RULES: readonly Rule[] = [];

/** Findings in the order of the text. The parser's own are not among them. */
export function checkTreaty(treaty: Treaty): readonly Diagnostic[] {
  const all = RULES.flatMap(({ id, severity, check }) => check(treaty).map((finding): Diagnostic => ({ id, severity, ...finding })));
  return all.sort((a, b) => a.span.offset - b.span.offset || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

export type { Rule } from './rule.js';
