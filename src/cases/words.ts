/** Spelling of the words of a case: what differs only in writing counts as the same. */

/** Lower case, hyphens between words. */
export const wordsOf = (text: string): string => text.trim().toLowerCase().replace(/[\s_–]+/g, '-').replace(/-{2,}/g, '-').replace(/^-|-$/g, '');

/** Without the plural of its last word. */
export const stem = (word: string): string => (/(ss|us)$/.test(word) ? word : word.replace(/(s|x|ch|sh)es$/, '$1').replace(/s$/, ''));
