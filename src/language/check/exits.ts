/** Ways out of a treaty: powers to leave or to end it, whatever the text calls the act. */
import type { Clause, Power } from '../../treaty/index.js';

/** Words for leaving: the stem decides, so that `withdraw-from-treaty`, `give-notice-of-denunciation` and `exit` count, and `withdraw-forces` and `withdraw-weapons` do not. */
const LEAVING = /^(?:(?:give-)?(?:notice-of-|notify-)?(?:withdraw|withdrawal|denounce|denunciation|leave|exit|quit|secede|renounce|cease-to-be-(?:a-)?party)(?:-(?:from-)?(?:the-)?(?:treaty|agreement|pact|alliance|convention|charter|guarantee|memorandum))?|(?:withdrawal|denunciation|exit)-notice)$/;
const ENDING = /^(?:(?:give-)?(?:notice-of-|notify-)?(?:terminate|termination|abrogate|dissolve)(?:-(?:the-)?(?:treaty|agreement|pact|alliance|convention|charter|guarantee|memorandum))?|termination-notice)$/;

const does = (clause: Clause, words: RegExp): boolean => clause.kind === 'power' && clause.acts.some(({ acts }) => acts.some((act) => words.test(act)));

/** What a notice with a period before it takes effect is for, where nothing else is named. */
const byNotice = (clause: Clause): boolean => clause.kind === 'power' && clause.effectiveAfter !== undefined;

/** A power of one party to leave. */
export const leaves = (clause: Clause): clause is Power => does(clause, LEAVING) || byNotice(clause);

/** A power to leave the treaty or to end it for all. */
export const isExit = (clause: Clause): boolean => leaves(clause) || does(clause, ENDING);
