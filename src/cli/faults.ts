/** What goes wrong on the way in, in words for the person at the keyboard. Exit codes: 0 fine, 1 findings or failed expectations, 2 bad input. */
import { hanging } from './show/words.js';
import type { Terminal } from './terminal.js';

export const FINE = 0;
export const FINDINGS = 1;
export const BAD_INPUT = 2;

/** Input that cannot be used: what is wrong, and what would help. Caught once, at the top. */
export class BadInput extends Error {
  constructor(message: string, readonly help?: string) {
    super(message);
    this.name = 'BadInput';
  }
}

/** A line each, so that they can be searched and cut; in a person's terminal broken to its width. */
export function complain(terminal: Terminal, message: string, help?: string): void {
  const say = (lead: string, words: string): void => terminal.err(terminal.live ? hanging(lead, words, terminal.width) : `${lead}${words}\n`);
  say(`${terminal.paintErr.red('casus:')} `, message);
  if (help !== undefined) say('       ', help);
}

/** Says of an unexpected fault what there is to say in a line; the stack only where CASUS_DEBUG asks for it. */
export function complainUnexpected(terminal: Terminal, fault: unknown, debug: boolean): void {
  const words = (fault instanceof Error ? fault.message : String(fault)).split('\n')[0] ?? '';
  complain(terminal, `something went wrong that is our fault: ${words}`, 'please report it with the command you gave and the files it read; CASUS_DEBUG=1 shows more');
  if (debug && fault instanceof Error && fault.stack !== undefined) terminal.err(`${fault.stack}\n`);
}
