/** A treaty as named on the command line: read, parsed, compiled with its atlas; what is wrong with it goes to the error stream. */
import { isNoText } from '../dossier/reading/bytes/index.js';
import { compile, type CompiledTreaty } from '../engine/index.js';
import { checkTreaty } from '../language/check/index.js';
import { parseTreaty, SYNTAX_FAULTS } from '../language/index.js';
import type { Diagnostic, Treaty } from '../treaty/index.js';
import { atlasFor, readText, shownPath } from './files.js';
import { complain } from './faults.js';
import { grouped } from './show/words.js';
import type { Terminal } from './terminal.js';

export interface Opened {
  readonly file: string;
  readonly text: string;
  readonly treaty: Treaty;
  readonly diagnostics: readonly Diagnostic[];
  /** Part of the file could not be read at all: bad input, whatever else is found in it. */
  readonly unread: boolean;
}

/** Longest line of a treaty that is read; the longest sentence of a real one has some hundred characters. */
const LONGEST_LINE = 100_000;
const UNREAD = [...SYNTAX_FAULTS, 'not-plain-text', 'text-too-long', 'line-too-long', 'file-damaged', 'file-empty', 'no-text'];

/** The text with every finding: the file's, the parser's and the rules'. Lines keep their numbers. */
export function opened(path: string, terminal: Terminal): Opened {
  const { text: whole, damage } = readText(path, terminal.folder);
  const file = shownPath(path, terminal.folder);
  const ofFile: Diagnostic[] = [];
  const say = (id: string, line: number, message: string, help: string): void => { ofFile.push({ id, severity: 'error', span: { offset: 0, end: 0, line, column: 1, endLine: line, endColumn: 1 }, message, help }); };
  if (damage !== undefined) { const [what = '', help = ''] = damage.split('; '); say('file-damaged', whole.split('\n').length, what, help); }
  const empty = damage === undefined && whole.trim() === '';
  if (empty) say('file-empty', 1, 'the file is empty', 'a treaty begins with `treaty "…".`, a negotiation with `negotiation "…".`; docs/language.md describes the rest');
  const noText = empty || whole === '' || isNoText(whole);
  if (noText && !empty && whole !== '') say('no-text', 1, 'the file holds bytes of no text', 'save it as UTF-8, or name another file');
  const text = noText ? '' : whole.length <= LONGEST_LINE ? whole : whole.split('\n').map((line, index) => {
    if (line.length <= LONGEST_LINE) return line;
    say('line-too-long', index + 1, `the line has ${grouped(line.length)} characters and was skipped`, `write sentences over several lines; a line may have up to ${grouped(LONGEST_LINE)}`);
    return '';
  }).join('\n');
  const { treaty, diagnostics } = parseTreaty(text);
  const ofText = noText ? [] : [...diagnostics, ...checkTreaty(treaty)];
  const all = [...ofFile, ...ofText].sort((a, b) => a.span.line - b.span.line || a.span.offset - b.span.offset || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  return { file, text, treaty, diagnostics: all, unread: all.some(({ id }) => UNREAD.includes(id)) };
}

export interface Ready extends Opened { readonly compiled: CompiledTreaty; /** The text has errors: what is sound was judged, and the exit code says so. */ readonly faulty: boolean }

export function ready(path: string, terminal: Terminal): Ready {
  const one = opened(path, terminal);
  return { ...one, faulty: complainOfErrors(one, terminal), compiled: compile(one.treaty, atlasFor(path, terminal.folder)) };
}

/** The first errors of a text, to the error stream; whether there are any. */
export function complainOfErrors({ file, diagnostics }: Opened, terminal: Terminal): boolean {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  for (const { span, message, help } of errors.slice(0, 5)) complain(terminal, `\`${file}\` line ${span.line}: ${message}`, help);
  if (errors.length > 5) complain(terminal, `and ${errors.length - 5} more errors; \`casus check ${file}\` lists them`);
  return errors.length > 0;
}
