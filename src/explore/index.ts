/** Every behaviour within bounds: claims, the shortest records that break them, and what was looked at. Drives the engine. */
export { explore, DEFAULT_BOUNDS, type Answer, type Bounds, type Exploration } from './explore.js';
export { alphabetOf, labelOf, type Alphabet, type Class } from './alphabet.js';
export { FRESH, follow, withClaims, type Watch } from './claims.js';
export { coneOf } from './cone.js';
export { clocksOf, explorePlainly, recordOf, tickOf, type Explored } from './plain.js';
export { search, type SearchOptions, type Searched } from './search.js';
export { interchangeable, withKin } from './symmetry.js';
export { retrace } from './retrace.js';
