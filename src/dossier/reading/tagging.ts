/** The part of speech of words, from the English tagger of `compromise`: which word is a verb and which a noun, whether a name is a person's, and of which gender. */
import nlp from 'compromise/two';

export interface Tagged { readonly text: string; readonly from: number; readonly to: number; readonly tags: ReadonlySet<string> }

interface Term { readonly text: string; readonly tags: readonly string[]; readonly offset: { readonly start: number; readonly length: number } }

const LONGEST = 1_500;

/** Words of a sentence with their tags. Contractions the tagger takes apart have one entry for each part; empty ones are left out. */
export function taggedWords(sentence: string): readonly Tagged[] {
  if (sentence.length > LONGEST) return [];
  const found = nlp(sentence).json({ offset: true, terms: { offset: true, tags: true } }) as readonly { readonly terms: readonly Term[] }[];
  return found.flatMap(({ terms }) => terms).filter(({ text }) => text !== '').map(({ text, tags, offset }) => ({ text, from: offset.start, to: offset.start + offset.length, tags: new Set(tags) }));
}

const genders = new Map<string, 'he' | 'she' | undefined>();

/** By first name, where the tagger knows it. */
export function genderOf(name: string): 'he' | 'she' | undefined {
  const first = name.split(' ')[0] ?? '';
  if (!genders.has(first)) {
    const doc = nlp(first);
    genders.set(first, doc.has('#MaleName') ? 'he' : doc.has('#FemaleName') ? 'she' : undefined);
  }
  return genders.get(first);
}

const people = new Map<string, boolean>();

export function startsLikeAPerson(name: string): boolean {
  const first = name.split(' ')[0] ?? '';
  if (!people.has(first)) people.set(first, nlp(first).has('#FirstName'));
  return people.get(first) ?? false;
}
