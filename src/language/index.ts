/** Text to treaty and back. */
export { parseTreaty, MAX_TEXT, type ParseResult } from './parse.js';
export { printTreaty } from './print/treaty.js';
export { tokens, type Token, type TokenKind } from './tokens.js';
export { BUILT_IN_ACTS, nearest } from './lower/context.js';
