/** Names as cases write them to names as treaties declare them. */
import type { Treaty } from '../treaty/index.js';

const level = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/^the /, '').replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '');

/** Other names in common use, both directions. */
const ALIASES: readonly (readonly string[])[] = [
  ['united-states', 'us', 'usa', 'united-states-of-america'], ['united-kingdom', 'uk', 'great-britain', 'britain'], ['turkey', 'turkiye'], ['czechia', 'czech-republic'], ['russia', 'russian-federation'],
  ['north-korea', 'dprk', 'korean-peoples-army', 'democratic-peoples-republic-of-korea'], ['south-korea', 'rok', 'republic-of-korea'], ['china', 'people-s-republic-of-china', 'prc', 'peoples-republic-of-china'], ['taiwan', 'republic-of-china', 'roc'],
  ['germany', 'federal-republic-of-germany', 'west-germany', 'german-reich'], ['north-macedonia', 'macedonia'], ['soviet-union', 'ussr'], ['dpr', 'donetsk-people-s-republic', 'donetsk'], ['lpr', 'luhansk-people-s-republic', 'lugansk', 'luhansk'],
  ['kyrgyzstan', 'kyrgyz-republic'], ['united-nations-command', 'unc'],
];

const alike = (a: string, b: string): boolean => a === b || ALIASES.some((names) => names.includes(a) && names.includes(b));

/** The declared name meant, or nothing. */
export function declaredName(treaty: Treaty, written: string): string | undefined {
  const wanted = level(written);
  if (wanted === '') return undefined;
  return [...treaty.parties, ...treaty.outsiders, ...treaty.bodies].map(({ name }) => name).find((name) => alike(level(name), wanted));
}

/** All the declared names in a list such as `Bulgaria, Czechia and Estonia`. */
export const declaredNames = (treaty: Treaty, written: string): readonly string[] =>
  [...new Set(written.split(/,|;| and |&|\//).flatMap((part) => declaredName(treaty, part.replace(/\(.*?\)/g, '').trim()) ?? []))];

const FILLER = new Set(['treaty', 'the', 'of', 'and', 'agreement', 'on', 'between', 'mutual', 'memorandum', 'for']);
const words = (title: string): readonly string[] => level(title.replace(/\(.*?\)/g, '')).split('-').filter((word) => word !== '' && !FILLER.has(word));

/** The treaty a case speaks of: equal titles, else the one whose title holds all the case's words, or the reverse. `also known as` names stand in the title of a source. */
export function treatyNamed(library: readonly Treaty[], title: string): Treaty | undefined {
  const wanted = level(title);
  const exact = library.find((one) => level(one.title) === wanted);
  if (exact) return exact;
  const asked = words(title);
  const covers = (all: readonly string[], some: readonly string[]): boolean => some.length > 0 && some.every((word) => all.includes(word));
  const fitting = library.filter((one) => covers(words(one.title), asked) || covers(asked, words(one.title)) || (one.source !== undefined && covers(words(one.source.text), asked)));
  return fitting.length === 1 ? fitting[0] : undefined;
}
