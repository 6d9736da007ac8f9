/** What constraints and red lines exclude on a day. */
import type { Instant, Issue, Limit } from '../../treaty/index.js';

/** Its dates as those of a membership: from the first instant on, up to and without the last. */
export const inForce = ({ from, until }: Limit, at: Instant): boolean => (from === undefined || from <= at) && (until === undefined || at < until);

/** The limits in force that exclude each option of an issue, in the text's order. */
export function excluding({ name, options }: Issue, limits: readonly Limit[], at: Instant): ReadonlyMap<string, readonly Limit[]> {
  const standing = limits.filter((one) => inForce(one, at));
  return new Map(options.map((option) => [option.name, standing.filter(({ excludes }) => excludes.some((one) => one.issue === name && (one.option === undefined || one.option === option.name)))]));
}
