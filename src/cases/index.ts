/** Precedents: real events, stated as facts, judged by the texts in force. */
export { readCases, type Case, type Cases } from './reading.js';
export { judgeCase, type JudgedCase, type Library } from './judging.js';
export { forceOf, FACTS, ENTRIES } from './facts.js';
