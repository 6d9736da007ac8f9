/** Reading a report: the statements it attributes, proposed and never taken for facts, the faults an editor would send it back for, and what a proposal becomes once accepted. Text in, plain data out; no file is opened here. */
export { isAbout } from './about.js';
export { entryOf, fitOf, idsIn, isDay, refused, type Entered, type Fitting, type Occasion } from './accept.js';
export type { Known, KnownFolder, KnownNames, Refused } from './known.js';
export { readArticle, MOST_CHARACTERS } from './read.js';
export { placesIn, type Place } from './document.js';
export type { ArticleReading, KnownFact, Fault, FaultId, KnownIssue, KnownSpeaker, Proposal, ReadingOptions, Stretch } from './shapes.js';
