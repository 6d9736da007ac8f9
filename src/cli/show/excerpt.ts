/** The lines of a text that a finding speaks of, with carets under its words. */
import type { Span } from '../../treaty/index.js';
import type { Terminal } from '../terminal.js';
import { tame, widthOf } from './words.js';

/** One source line; where the span goes on, the carets run to the line's end. */
export function excerpt(lines: readonly string[], span: Span, colour: (text: string) => string, terminal: Terminal): string {
  const raw = lines[span.line - 1];
  if (raw === undefined || raw.trim() === '') return '';
  const { paint, width } = terminal;
  const margin = `${' '.repeat(Math.max(0, 5 - String(span.line).length))}${span.line} │ `;
  const room = width - margin.length;
  const from = span.column - 1;
  const to = span.endLine > span.line ? raw.trimEnd().length : Math.max(span.endColumn - 1, from + 1);
  // A window onto a long line, so that the marked words stay in view.
  const first = raw.length <= room && tame(raw).length <= room ? 0 : Math.max(0, Math.min(from - 12, raw.length - room));
  const shown = tame(raw.slice(first, first + room)).trimEnd();
  const before = widthOf(tame(raw.slice(first, from)));
  const carets = Math.max(1, Math.min(widthOf(tame(raw.slice(from, Math.min(to, from + room)))), room - before));
  return `${paint.dim(margin)}${shown}\n${paint.dim(`${' '.repeat(margin.length - 2)}│ `)}${' '.repeat(before)}${colour('^'.repeat(carets))}\n`;
}
