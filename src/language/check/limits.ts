/** What limits of a text exclude, whatever the day: for rules that ask whether anything is left to agree on. */
import type { Issue, Limit } from '../../treaty/index.js';

export const excluding = (limits: readonly Limit[], issue: Issue, option: string): readonly Limit[] => limits.filter(({ excludes }) => excludes.some((one) => one.issue === issue.name && (one.option === undefined || one.option === option)));

/** Parties without whom nothing is agreed; none where that is open. */
export const requiredOf = ({ required }: Issue): readonly string[] => ('kind' in required ? [] : required);

export const limitWords = ({ kind, name }: Limit): string => `the ${kind} \`${name}\``;
