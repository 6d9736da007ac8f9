/** Letters that look Latin and are not: what a keyboard set to another alphabet leaves in a name. */

const CYRILLIC = 'АВЕЅІЈКМНОРСТУХаеѕіјорсухԁԛԝһ';
const GREEK = 'ΑΒΕΖΗΙΚΜΝΟΡΤΥΧορυν';
const LATIN = 'ABESIJKMHOPCTYXaesijopcyxdqwhABEZHIKMNOPTYXopuv';
const LOOKS: ReadonlyMap<string, string> = new Map([...CYRILLIC, ...GREEK].map((letter, index) => [letter, [...LATIN][index] ?? letter]));

/** The word with each letter that looks Latin replaced by the Latin one. */
export const inLatin = (word: string): string => [...word].map((letter) => LOOKS.get(letter) ?? letter).join('');

/** Latin letters beside others that look so, and nothing left over once these are replaced. A name wholly in another alphabet is a name. */
export const mixesAlphabets = (word: string): boolean => /[A-Za-z]/.test(word) && inLatin(word) !== word && /^[\p{Script=Latin}\p{N}_-]+$/u.test(inLatin(word));
