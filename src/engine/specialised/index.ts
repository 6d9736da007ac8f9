/** Treaties as finite transition programs, and programs as code. The readable engine stays the reference. */
export * from './program.js';
export { fieldsAt, layoutOf, widthOf, type Layout, type Slot } from './layout.js';
export { alikeSource, canonicalSource } from './canonical.js';
export { initialWords, clockFunction, fieldsRead, moveFunction, slotValue, testFunction } from './javascript.js';
export type { Cell } from './cells.js';
export { specialise, type SpecialisedTreaty } from './compile.js';
export type { CompileScope, DecisionCell, Happens } from './lives.js';
export { Unsupported } from './unsupported.js';
