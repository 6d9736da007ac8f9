/** The text as coloured words, for reading. Words of sentences that do not parse are told apart by their looks alone. */
import { CstUtils, GrammarAST, type LeafCstNode } from 'langium';
import type { Span } from '../treaty/index.js';
import { Lowering } from './lower/context.js';
import { MAX_TEXT } from './parse.js';
import { readSentences } from './repair.js';
import { baseOf } from './services.js';

/** `open` is `to be agreed`. */
export type TokenKind = 'keyword' | 'name' | 'string' | 'number' | 'prose' | 'comment' | 'open';
export interface Token { readonly span: Span; readonly kind: TokenKind }

interface Word { readonly offset: number; readonly end: number; readonly kind: TokenKind }

/** In order of the text; punctuation and white space have none. Empty for texts longer than MAX_TEXT. */
export function tokens(text: string): readonly Token[] {
  if (text.length > MAX_TEXT) return [];
  const { sentences, broken } = readSentences(text);
  const words: Word[] = [];
  for (const { $cstNode } of sentences) if ($cstNode) for (const leaf of CstUtils.flattenCst($cstNode)) {
    const kind = kindOf(leaf);
    if (!kind) continue;
    const before = words.at(-1);
    const base = baseOf(leaf);
    if (kind === 'open' && before?.kind === 'open' && text.slice(before.offset, before.end) !== 'to be agreed') words[words.length - 1] = { ...before, end: base + leaf.end };
    else words.push({ offset: base + leaf.offset, end: base + leaf.end, kind });
  }
  words.push(...looks(text, broken, words));
  const low = new Lowering(text);
  return words.sort((a, b) => a.offset - b.offset).map(({ offset, end, kind }) => ({ span: low.at(offset, end), kind }));
}

const TERMINALS: { readonly [name: string]: TokenKind } = { PROSE: 'prose', STRING: 'string', DATE: 'number', OFFSET: 'number', COORDINATE: 'number', NUMBER: 'number', ID: 'name', POSSESSIVE: 'keyword', COMMENT: 'comment' };

function kindOf(leaf: LeafCstNode): TokenKind | undefined {
  if (leaf.astNode.$type === 'ToBeAgreed') return 'open';
  const terminal = TERMINALS[leaf.tokenType.name];
  if (terminal) return terminal;
  if (!/[\p{L}]/u.test(leaf.text)) return undefined;
  const source = leaf.container?.grammarSource;
  return GrammarAST.isRuleCall(source) && ['Name', 'Word'].includes(source.rule.$refText) ? 'name' : 'keyword';
}

const LOOKS = /(\|[^\r\n]*)|(\/\/[^\r\n]*)|("[^"\r\n]*"?)|(\d[\w:.+-]*)|([\p{L}_][\p{L}\p{N}_]*(?:-[\p{L}\p{N}_]+)*)/gu;

/** Words of sentences that were not read, and comments between sentences. */
function* looks(text: string, broken: readonly { readonly offset: number; readonly end: number }[], read: readonly Word[]): Generator<Word> {
  let next = 0;
  let stretch = 0;
  for (const match of text.matchAll(LOOKS)) {
    const offset = match.index;
    const [whole, prose, comment, string, number] = match;
    const end = offset + whole.length;
    while (next < read.length && (read[next]?.end ?? 0) <= offset) next += 1;
    if ((read[next]?.offset ?? Infinity) < end) continue;
    while (stretch < broken.length && (broken[stretch]?.end ?? 0) <= offset) stretch += 1;
    if (!comment && (broken[stretch]?.offset ?? Infinity) >= end) continue;
    yield { offset, end, kind: prose ? 'prose' : comment ? 'comment' : string ? 'string' : number ? 'number' : 'name' };
  }
}
