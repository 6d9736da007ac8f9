/** What surrounds a dossier's treaties: reading reports for statements and faults. */
export * from './reading/index.js';
