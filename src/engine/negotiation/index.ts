/** What a negotiation stands at, derived from its text and from what was said. */
export { entriesOfPositions, statementOf, statementsOf, STANCES, VOICES } from './statements.js';
export { faultOf, type Fault } from './counted.js';
export { negotiationAt } from './standing.js';
export type * from './shapes.js';
