/** All faults of a report, in the order of the text. Each rule is a file; what a rule reaches poorly is in docs/reading.md. */
import type { Cast } from '../cast.js';
import type { Article } from '../document.js';
import type { Parties } from '../parties.js';
import type { Fault, Proposal, ReadingOptions, Stretch } from '../shapes.js';
import { calendarFaults } from './calendar.js';
import { figureFaults } from './figures.js';
import { headlineFaults } from './headline.js';
import { markupFaults } from './markup.js';
import { placeholderFaults } from './placeholders.js';
import { comparedQuotes } from './quotes.js';
import { repeatedWording } from './repeats.js';
import { tableFaults } from './tables.js';
import { unattributedQuotes } from './unattributed.js';
import { spunWording } from './wording.js';

export { dateOf } from './calendar.js';

export interface Evidence {
  readonly article: Article;
  readonly parties: Parties;
  readonly cast: Cast;
  readonly statements: readonly Proposal[];
  /** Quotes that somebody is named for, by where they begin. */
  readonly attributed: ReadonlySet<number>;
  readonly headline?: Stretch;
}

export function faultsOf(evidence: Evidence, { sources = [], facts = [] }: ReadingOptions): readonly Fault[] {
  const placeholders = placeholderFaults(evidence.article);
  const toFill = new Uint8Array(evidence.article.text.length);
  for (const { span } of placeholders) toFill.fill(1, ...span);
  const all = [
    ...placeholders, ...calendarFaults(evidence.article), ...headlineFaults(evidence), ...unattributedQuotes(evidence), ...comparedQuotes(evidence.article, sources), ...figureFaults(evidence, facts),
    ...markupFaults(evidence.article).filter(({ span }) => !toFill.subarray(...span).includes(1)), ...tableFaults(evidence), ...repeatedWording(evidence.article), ...spunWording(evidence.article),
  ];
  return [...all].sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1] || (a.id < b.id ? -1 : 1));
}
