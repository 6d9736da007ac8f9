/** Whom a clause speaks of, in words: `each Guarantor other than France`. */
import type { Who } from '../../../treaty/index.js';
import { readable } from './names.js';

export function whoWords(who: Who): string {
  switch (who.kind) {
    case 'name': return readable(who.name);
    case 'each': return `each ${readable(who.group)}`;
    case 'outsider': return 'anyone who is no party';
    case 'anyone': return 'anyone';
    case 'role': return `the ${readable(who.role)}`;
    case 'other than': return `${whoWords(who.base)} other than ${who.except.map(whoWords).join(', ')}`;
    case 'union': return who.of.map(whoWords).join(' and ');
    case 'to be agreed': return 'voters to be agreed';
  }
}

const FEW = 3;

/** Up to three names in full; of more, two and how many others. */
export const namesWords = (names: readonly string[]): string =>
  (names.length <= FEW ? names.map(readable).join(', ') : `${names.slice(0, 2).map(readable).join(', ')} and ${names.length - 2} others`);
