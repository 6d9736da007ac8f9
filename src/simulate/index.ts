/** What assumed behaviours would bring about: runs of a treaty under assumptions, chances with intervals. Drives the engine; never a forecast. */
export * from './behaviour.js';
export { betaBelow, betaQuantile, wilson } from './beta.js';
export { draw, mixed, runKey, STRIDE, threefry, WHOLE } from './chance.js';
export { asked } from './asked.js';
export { actsAsked, askings, type Asking } from './asking.js';
export { declaredBehaviours, openIn } from './declared.js';
export { chosen, tableOf, valuesAt, valuesWith, type Parameter, type Table } from './agents.js';
export { runPlainly, type Setting } from './plain.js';
export { swiftly } from './swift.js';
export { fastest } from './kernel.js';
export type { Outcome, Standing } from './outcome.js';
export { behaviourOf, PRESETS, type Preset } from './presets.js';
export { ASSUMED, quantile, recordOf, reportOf, type ClaimChance, type Effect, type Force, type Moment, type Report, type Story, type Swing } from './report.js';
export { sampled, simulate, type Meaning, type Question, type Simulated } from './simulate.js';
export { merged, Tallying, type Tally } from './tally.js';
export { exactly, type Exact } from './exact.js';
