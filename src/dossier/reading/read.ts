/** One report, read: who is in it, what is attributed to whom, what is faulty. */
import { Cast } from './cast.js';
import { articleOf } from './document.js';
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
  const article = articleOf(text);
  const parties = new Parties(options.parties);
  learnStates(article.masked, parties, startsLikeAPerson);
  const cast = new Cast(options.speakers ?? [], parties);
  cast.learn(article.blocks.filter(({ kind }) => kind === 'paragraph').map(({ span }) => article.masked.slice(...span)).join('\n'));
  const { statements, attributed } = propose(article, cast, parties, options.issues ?? []);
  const headline = article.blocks.find(({ kind }) => kind === 'headline')?.span;
  const dated = dateOf(article);
  return { ...(headline ? { headline } : {}), ...(dated === undefined ? {} : { dated }), statements, faults: faultsOf({ article, parties, cast, statements, attributed, ...(headline ? { headline } : {}) }, options), notes };
}
