/** Reading a report: the statements it attributes, proposed and never taken for facts, and the faults an editor would send it back for. Text in, plain data out; no file is opened here. */
export { isAbout } from './about.js';
export { readArticle, MOST_CHARACTERS } from './read.js';
export { placesIn, type Place } from './document.js';
export type { ArticleReading, KnownFact, Fault, FaultId, KnownIssue, KnownSpeaker, Proposal, ReadingOptions, Stretch } from './shapes.js';
