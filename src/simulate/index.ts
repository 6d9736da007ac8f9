/** What assumed behaviours would bring about: runs of a treaty under assumptions, chances with intervals. Drives the engine; never a forecast. */
export * from './behaviour.js';
export { betaBelow, betaQuantile, wilson } from './beta.js';
export { draw, threefry } from './chance.js';
export { asked } from './asked.js';
export { chosen, tableOf, valuesAt, valuesWith, type Parameter, type Table } from './agents.js';
export { runPlainly, type Setting } from './plain.js';
export { swiftly } from './swift.js';
export type { Outcome, Standing } from './outcome.js';
