/** What a negotiation stands at, derived from its text and from what was said. */
export { entriesOfPositions, speakingOfStatements, statementOf, statementsOf, STANCES, VOICES } from './statements.js';
export { faultOf, type Fault } from './counted.js';
export { statementFaults, type StatementFault } from './faults.js';
export { shiftsOf } from './shifts.js';
export { changesBetween, changesInRecord } from './changes.js';
export { negotiationAt, standsAt } from './standing.js';
export type * from './shapes.js';
