/** How many acts of one name a behaviour may hold, beside the number of acts nobody owes; and which such limits bear on what may happen. */
import type { Class } from './alphabet.js';

/** At most so many acts of one name. */
export interface Limit { readonly act: string; readonly atMost: number }

/** The limits that bear on these classes: one that the number of acts nobody owes already keeps is left out, one that is all there is of such acts becomes that number. */
export function limitsFor(classes: readonly Pick<Class, 'kind' | 'happening'>[], stimuli: number, limits: readonly Limit[]): { readonly stimuli: number; readonly limits: readonly Limit[] } {
  let number = stimuli;
  const kept = limits.filter(({ act, atMost }) => {
    const mine = classes.filter(({ happening }) => happening.act === act);
    if (mine.length === 0) return false;
    if (mine.some(({ kind }) => kind !== 'stimulus')) return true;
    if (atMost >= stimuli) return false;
    if (classes.some(({ kind, happening }) => kind === 'stimulus' && happening.act !== act)) return true;
    number = Math.min(number, atMost);
    return false;
  });
  return { stimuli: number, limits: kept };
}
