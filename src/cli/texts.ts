/** A treaty as named on the command line: read, parsed, compiled with its atlas; what is wrong with it goes to the error stream. */
import { compile, type CompiledTreaty } from '../engine/index.js';
import { checkTreaty } from '../language/check/index.js';
import { parseTreaty } from '../language/index.js';
import type { Diagnostic, Treaty } from '../treaty/index.js';
import { atlasFor, readText, shownPath } from './files.js';
import { complain } from './faults.js';
import type { Terminal } from './terminal.js';

export interface Opened { readonly file: string; readonly text: string; readonly treaty: Treaty; readonly diagnostics: readonly Diagnostic[] }

/** The text with every finding: the parser's and the rules'. */
export function opened(path: string, terminal: Terminal): Opened {
  const { text, damage } = readText(path, terminal.folder);
  const { treaty, diagnostics } = parseTreaty(text);
  const file = shownPath(path, terminal.folder);
  if (damage !== undefined) complain(terminal, `\`${file}\`: ${damage}`);
  const all = [...diagnostics, ...checkTreaty(treaty)].sort((a, b) => a.span.offset - b.span.offset || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  return { file, text, treaty, diagnostics: all };
}

export interface Ready extends Opened { readonly compiled: CompiledTreaty; /** The text has errors: what is sound was judged, and the exit code says so. */ readonly faulty: boolean }

export function ready(path: string, terminal: Terminal): Ready {
  const one = opened(path, terminal);
  const errors = one.diagnostics.filter(({ severity }) => severity === 'error');
  for (const { span, message, help } of errors.slice(0, 5)) complain(terminal, `\`${one.file}\` line ${span.line}: ${message}`, help);
  if (errors.length > 5) complain(terminal, `and ${errors.length - 5} more errors; \`casus check ${one.file}\` lists them`);
  return { ...one, faulty: errors.length > 0, compiled: compile(one.treaty, atlasFor(path, terminal.folder)) };
}
