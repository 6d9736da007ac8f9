/** Text to treaty. Never fails: a tree plus diagnostics. Each broken sentence gives one error, and the others still yield their clauses. */
import type { Diagnostic, Treaty } from '../treaty/index.js';
import type { Document } from './generated/ast.js';
import { Lowering } from './lower/context.js';
import { lowerDocument } from './lower/document.js';
import { readSentences } from './repair.js';
import { wordsOf } from './sentences.js';

export interface ParseResult { readonly treaty: Treaty; readonly diagnostics: readonly Diagnostic[] }

/** Longest text that is read, in UTF-16 units; no treaty is near it. */
export const MAX_TEXT = 2_000_000;

export function parseTreaty(text: string): ParseResult {
  const low = new Lowering(text);
  const unread = unreadable(text);
  if (unread) {
    const treaty = lowerDocument(low, documentOf([]));
    low.diagnostics.length = 0;
    low.report('error', unread.id, low.at(unread.offset, unread.offset + 1), unread.message, { help: unread.help });
    return { treaty, diagnostics: low.diagnostics };
  }
  const { sentences, faults, broken } = readSentences(text);
  for (const { offset, end, id, message, help, fix } of faults) {
    low.report('error', id, low.at(offset, end), message, { ...(help === undefined ? {} : { help }), ...(fix ? { fix: { title: fix.title, span: low.at(fix.offset, fix.end), replacement: fix.replacement } } : {}) });
  }
  for (const { offset, end } of broken) for (const word of wordsOf(text.slice(offset, end))) if (/^[\p{L}_]/u.test(word.text)) low.lost.add(word.text); else if (word.text.startsWith('"')) low.lostTitles.add(word.text.slice(1, -1));
  const treaty = lowerDocument(low, documentOf(sentences));
  return { treaty, diagnostics: low.diagnostics.sort((a, b) => a.span.offset - b.span.offset || (a.id < b.id ? -1 : 1)) };
}

const documentOf = (sentences: Document['sentences'] | readonly Document['sentences'][number][]): Document => ({ $type: 'Document', sentences: [...sentences] } as Document);

/** Texts that are no texts of this language at all get one diagnostic, not one for each sentence. */
function unreadable(text: string): { readonly id: string; readonly offset: number; readonly message: string; readonly help: string } | undefined {
  if (text.length > MAX_TEXT) return { id: 'text-too-long', offset: 0, message: `the text has ${text.length} characters, and at most ${MAX_TEXT} are read`, help: 'put each treaty in a file of its own' };
  const zero = text.indexOf('\0');
  if (zero >= 0) return { id: 'not-plain-text', offset: zero, message: 'this is not plain text: it has characters that are no letters', help: 'save it as plain text in UTF-8' };
  return undefined;
}
