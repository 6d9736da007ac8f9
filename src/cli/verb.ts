/** What a verb of the command line is. */
import type { Given, OptionForm } from './arguments.js';
import type { Terminal } from './terminal.js';

export interface Verb {
  readonly name: string;
  /** One line, for the list of verbs. */
  readonly summary: string;
  /** Operands as written after the verb. */
  readonly operands: string;
  readonly about: string;
  readonly example: readonly string[];
  readonly options: readonly OptionForm[];
  /** Exit code. Throws BadInput. */
  readonly run: (given: Given, terminal: Terminal) => number | Promise<number>;
}

export const JSON_OPTION: OptionForm = { name: 'json', help: 'print JSON (schema in the folder schemas of the package)' };
