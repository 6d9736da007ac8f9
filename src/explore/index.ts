/** Every behaviour within bounds: claims, the shortest records that break them, and what was looked at. Drives the engine. */
export { explore, DEFAULT_BOUNDS, type Answer, type Bounds, type Exploration, type Far, type Stop } from './explore.js';
export { lookFor, type Finding } from './standing.js';
export { limitsFor, type Limit } from './limits.js';
export { scopeOf, type Origin, type Scoped } from './scope.js';
export { alphabetOf, labelOf, type Alphabet, type Class, type Happening } from './alphabet.js';
export { FRESH, follow, withClaims, type Watch } from './claims.js';
export { coneAround, coneOf } from './cone.js';
export { ordered, shownAt } from './confirm.js';
export { clocksOf, explorePlainly, recordOf, tickOf, type Explored, type Scope } from './plain.js';
export { search, type SearchOptions, type Searched } from './search.js';
export { interchangeable, spared, withKin } from './symmetry.js';
export { retrace, runnerOf, type Runner } from './retrace.js';
export { coalitionWords, whoCan, type Coalition, type GameBounds, type WhoCan } from './games.js';
export { programsOf, type ClaimProgram } from './programs.js';
export { promelaOf } from './promela.js';
export { promelaFile, type Model, type ModelScope } from './promela-file.js';
