/** The dossier: its files as data, and the brief made of it. No file is opened here; callers hand in what they read. */
export { readDossierFile, readFacts } from './file.js';
export { openDossier, type Opened, type ReadFile } from './open.js';
export type { Dossier, DossierFault, LeftOut } from './shapes.js';
export * from './brief/index.js';
export * from './reading/index.js';
// By itself: it needs the whole language, and who reads a report in a worker needs none of it.
export { knownIn, namesOf } from './reading/known.js';
