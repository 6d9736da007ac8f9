/** Text to treaty. Never fails: a tree plus diagnostics. Each broken sentence gives one error, and the others still yield their clauses. */
import type { Diagnostic, Treaty } from '../treaty/index.js';
import type { Document } from './generated/ast.js';
import { Lowering } from './lower/context.js';
import { lowerDocument } from './lower/document.js';
import { brokenSentences } from './repair.js';
import { langiumParser } from './services.js';

export interface ParseResult { readonly treaty: Treaty; readonly diagnostics: readonly Diagnostic[] }

/** Longest text that is read, in UTF-16 units; no treaty is near it. */
export const MAX_TEXT = 2_000_000;

export function parseTreaty(text: string): ParseResult {
  if (text.length > MAX_TEXT) {
    const low = new Lowering('');
    low.report('error', 'text-too-long', low.at(0, 0), `the text has ${text.length} characters, and at most ${MAX_TEXT} are read`, { help: 'put each treaty in a file of its own' });
    return { treaty: lowerDocument(low, emptyDocument()), diagnostics: low.diagnostics.slice(0, 1) };
  }
  const low = new Lowering(text);
  const { sound, errors } = brokenSentences(text);
  for (const error of errors) low.report('error', 'syntax-error', low.at(error.offset, error.end), error.message, error.help === undefined ? {} : { help: error.help });
  const document = langiumParser().parse<Document>(sound).value;
  const treaty = lowerDocument(low, document);
  return { treaty, diagnostics: low.diagnostics.sort((a, b) => a.span.offset - b.span.offset || (a.id < b.id ? -1 : 1)) };
}

const emptyDocument = (): Document => langiumParser().parse<Document>('').value;
