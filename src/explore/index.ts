/** Every behaviour within bounds: claims, the shortest records that break them, and what was looked at. Drives the engine. */
export { explore, DEFAULT_BOUNDS, type Answer, type Bounds, type Exploration, type Far, type Stop } from './explore.js';
export { lookFor, type Finding } from './standing.js';
export { alphabetOf, labelOf, type Alphabet, type Class, type Happening } from './alphabet.js';
export { FRESH, follow, withClaims, type Watch } from './claims.js';
export { coneOf } from './cone.js';
export { ordered, shownAt } from './confirm.js';
export { clocksOf, explorePlainly, recordOf, tickOf, type Explored } from './plain.js';
export { search, type SearchOptions, type Searched } from './search.js';
export { interchangeable, withKin } from './symmetry.js';
export { retrace } from './retrace.js';
export { coalitionWords, decided, whoCan, type Coalition, type Decided, type GameBounds, type WhoCan } from './games.js';
export { eventOf, questionOf, type Question } from './games-solve.js';
export { whoCanEnsure, textsFor, type WhoCanAnswer } from './games-claims.js';
export { adviceOf, alwaysWins, strategyOf, type Strategy, type StrategyCondition, type StrategyRow } from './strategy.js';
export { programsOf, type ClaimProgram } from './programs.js';
export { promelaOf } from './promela.js';
export { promelaFile, type Model, type ModelScope } from './promela-file.js';
