/** The vocabulary every room shares. Plain readonly data; imports nothing outside this folder. */
export type * from './time.js';
export type * from './common.js';
export type * from './who.js';
export type * from './events.js';
export type * from './declarations.js';
export type * from './clauses.js';
export type * from './scenario.js';
export type * from './behaviour.js';
export type * from './negotiation.js';
export type * from './treaty.js';
export type * from './entry.js';
export type * from './verdict.js';
export type * from './diagnostic.js';
