/** One report, read: who is in it, what is attributed to whom, what is faulty. */
import { Cast } from './cast.js';
import { articleOf } from './document.js';
import { SAYING_FORMS } from './lexicon.js';
import { learnStates, Parties } from './parties.js';
import { propose } from './propose.js';
import type { ArticleReading, ReadingOptions } from './shapes.js';
import { dateOf, faultsOf } from './faults/index.js';
import { startsLikeAPerson } from './tagging.js';

/** More than any report has; what lies beyond is not read, and the reading says so. */
export const MOST_CHARACTERS = 200_000;

export function readArticle(whole: string, options: ReadingOptions = {}): ArticleReading {
  const notes: string[] = [];
  const text = whole.length > MOST_CHARACTERS ? whole.slice(0, MOST_CHARACTERS) : whole;
  if (text.length < whole.length) notes.push(`only the first ${MOST_CHARACTERS} of ${whole.length} characters were read`);
  const parties = new Parties(options.parties);
  const raw = articleOf(text);
  const learning = { ...raw, masked: withCapitals(raw.masked, (word) => parties.has(word)) };
  learnStates(learning.masked, parties, startsLikeAPerson);
  const cast = new Cast(options.speakers ?? [], parties);
  cast.learnHeads(learning.masked);
  cast.learn(learning.blocks.filter(({ kind }) => kind === 'paragraph').map(({ span }) => learning.masked.slice(...span)).join('\n'));
  cast.learnFamilyNames(learning.masked);
  const article = { ...learning, masked: withCapitals(learning.masked, (word) => cast.introduced.some(({ key }) => key === word), SAYS) };
  const { statements, attributed } = propose(article, cast, parties, options.issues ?? []);
  const headline = article.blocks.find(({ kind }) => kind === 'headline')?.span;
  const dated = dateOf(article);
  return { ...(headline ? { headline } : {}), ...(dated === undefined ? {} : { dated }), statements, faults: faultsOf({ article, parties, cast, statements, attributed, ...(headline ? { headline } : {}) }, options), notes };
}

/** Names that a careless copy writes small, and writes with their capital elsewhere (`ukraine`, `witkoff said`). `beside`: what must stand next to one for it to be a name. */
function withCapitals(masked: string, isNamed: (word: string) => boolean, beside?: RegExp): string {
  const written = new Set([...masked.matchAll(/(?<![\p{L}-])\p{Lu}\p{Ll}{3,}(?![\p{L}-])/gu)].map(([word]) => word).filter(isNamed));
  if (written.size === 0) return masked;
  return masked.replace(/(?<![\p{L}-])\p{Ll}{4,}(?![\p{L}-])/gu, (word: string, at: number) => {
    const name = `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
    return written.has(name) && !COMMON_TOO.has(word) && (beside === undefined || beside.test(masked.slice(at + word.length, at + word.length + 24)) || beside.test(` ${masked.slice(0, at).trimEnd().split(' ').at(-1) ?? ''} `)) ? name : word;
  });
}

const COMMON_TOO = new Set(['turkey', 'china', 'polish', 'jordan', 'guinea', 'chad', 'mali', 'lima', 'sofia']);
const SAYS = new RegExp(`^ (?:${[...SAYING_FORMS].join('|')})\\b`);
