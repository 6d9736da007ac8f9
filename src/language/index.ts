/** Text to treaty and back. */
export { parseTreaty, MAX_TEXT, type ParseResult } from './parse.js';
export { printTreaty } from './print/treaty.js';
export { tokens, type Token, type TokenKind } from './tokens.js';
export { BUILT_IN_ACTS } from './lower/context.js';
export { nearest } from './nearest.js';
export { SYNTAX_FAULTS } from './mistakes.js';
