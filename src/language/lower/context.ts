/** What lowering carries along: the text's line starts, the names declared, and the diagnostics found. Filled while lowering, then frozen into the result. */
import type { AstNode } from 'langium';
import type { Citation, Diagnostic, Severity, Span, Status, ToBeAgreed } from '../../treaty/index.js';
import { inLatin } from '../alphabets.js';
import { nearest } from '../nearest.js';
import { baseOf } from '../services.js';
import type { Mark, NameRef, ToBeAgreed as OpenNode } from '../generated/ast.js';

export type NameKind = 'party' | 'outsider' | 'group' | 'body' | 'zone' | 'line' | 'act' | 'finding' | 'definition' | 'duty' | 'permission' | 'power' | 'decision' | 'reservation' | 'claim' | 'behaviour' | 'speaker' | 'issue' | 'constraint' | 'red line';

export interface Declared { readonly name: string; readonly kind: NameKind; readonly span: Span }

/** Acts every treaty knows. */
export const BUILT_IN_ACTS: ReadonlySet<string> = new Set(['sign', 'ratify', 'accede', 'withdraw', 'denounce', 'terminate', 'suspend', 'resume', 'waive', 'vote', 'coverage', 'correction', 'retraction']);

export class Lowering {
  readonly diagnostics: Diagnostic[] = [];
  readonly names = new Map<string, Declared>();
  readonly #lineStarts: number[] = [0];
  /** Names that stand in sentences that could not be read: nobody can say that they are undefined. */
  readonly lost = new Set<string>();
  /** Titles in quotation marks that stand in such sentences. */
  readonly lostTitles = new Set<string>();
  zone = 'UTC';
  article = '';

  constructor(readonly text: string) {
    for (let i = text.indexOf('\n'); i !== -1; i = text.indexOf('\n', i + 1)) this.#lineStarts.push(i + 1);
  }

  at(offset: number, to: number): Span {
    const end = Math.min(to, this.text.length);
    const [line, column] = this.#position(offset);
    const [endLine, endColumn] = this.#position(end);
    return { offset, end, line, column, endLine, endColumn };
  }

  #position(offset: number): [line: number, column: number] {
    let low = 0;
    let high = this.#lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#lineStarts[middle] ?? 0) <= offset) low = middle; else high = middle - 1;
    }
    return [low + 1, offset - (this.#lineStarts[low] ?? 0) + 1];
  }

  span(node: AstNode | undefined): Span {
    const cst = node?.$cstNode;
    if (!cst) return this.at(0, 0);
    const base = baseOf(cst);
    return this.at(base + cst.offset, base + cst.end);
  }

  /** Where a word stands within a span; the span itself where it does not. */
  word(within: Span, word: string): Span {
    const { text } = this;
    const joins = (character: string | undefined): boolean => character !== undefined && /[\p{L}\p{N}_-]/u.test(character);
    for (let at = text.indexOf(word, within.offset); at >= 0 && at + word.length <= within.end; at = text.indexOf(word, at + 1)) {
      if (!joins(text[at - 1]) && !joins(text[at + word.length])) return this.at(at, at + word.length);
    }
    return within;
  }

  /** Where a title in quotation marks last stands before an offset; the offset's place where it does not. */
  title(before: number, title: string): Span {
    const offset = this.text.lastIndexOf(`"${title}"`, before);
    return offset < 0 ? this.at(before, before + 1) : this.at(offset + 1, offset + 1 + title.length);
  }

  /** Did-you-mean with its fix, where one known word is near; else `otherwise`. */
  meant(within: Span, word: string, known: readonly string[], otherwise: string): Partial<Diagnostic> {
    const near = nearest(word, known);
    if (near === undefined) return { help: otherwise };
    const span = this.word(within, word);
    return { help: `did you mean \`${near}\``, ...(span === within && this.text.slice(within.offset, within.end) !== word ? {} : { fix: { title: `write \`${near}\``, span, replacement: near } }) };
  }

  report(severity: Severity, id: string, span: Span, message: string, more: Partial<Diagnostic> = {}): void {
    this.diagnostics.push({ id, severity, span, message, ...more });
  }

  declare(ref: NameRef | undefined, kind: NameKind): string {
    const name = ref?.name ?? '';
    if (!ref || name === '') return '';
    const span = this.span(ref);
    const before = this.names.get(name);
    if (before) {
      this.report('error', 'duplicate-name', span, `\`${name}\` is already the name of ${aKind(before.kind)}`, { help: 'give one of them another name', related: [{ span: before.span, message: `\`${name}\` is first named here` }] });
    } else this.names.set(name, { name, kind, span });
    return name;
  }

  /** Checks that a name is declared as one of `kinds`; reports it, with what was probably meant, where it is not. */
  refer(name: string | undefined, where: Span, kinds: readonly NameKind[], what: string, likely: readonly NameKind[] = kinds): string {
    if (name === undefined || name === '') return '';
    const declared = this.names.get(name);
    if (declared && kinds.includes(declared.kind)) return name;
    if (declared) {
      this.report('error', 'wrong-kind-of-name', where, `\`${name}\` is ${aKind(declared.kind)}, and ${what} is needed here`, { related: [{ span: declared.span, message: `\`${name}\` is named here` }] });
      return name;
    }
    if (this.lost.has(name)) return name;
    const span = this.word(where, name);
    const known = [...this.names.values()].filter((one) => likely.includes(one.kind)).map((one) => one.name);
    const latin = inLatin(name);
    if (latin !== name && known.includes(latin)) {
      this.report('error', 'mixed-alphabets', span, `\`${name}\` has letters of another alphabet that look Latin`, { help: `write \`${latin}\` in Latin letters`, fix: { title: `write \`${latin}\``, span, replacement: latin } });
      return latin;
    }
    const near = nearest(name, known);
    this.report('error', 'undefined-name', span, `\`${name}\` is not defined; ${what} is needed here`, near === undefined ? { help: `declare \`${name}\`, or correct the name` } : { help: `did you mean \`${near}\``, fix: { title: `write \`${near}\``, span, replacement: near } });
    return name;
  }

  open(node: OpenNode | undefined): ToBeAgreed { return { kind: 'to be agreed', span: this.span(node) }; }

  marks(marks: readonly Mark[]): { status?: Status; source?: Citation } {
    const found: { status?: Status; source?: Citation } = {};
    for (const mark of marks) {
      if (mark.$type === 'SourceMark') found.source = { text: unquote(mark.text), span: this.span(mark) };
      else {
        const words = mark.words.join(' ');
        const status = STATUSES.find((one) => one === words);
        if (status) found.status = status;
        else this.report('error', 'unknown-status', this.span(mark), `\`${words}\` is not a status`, this.meant(this.span(mark), words, STATUSES, `write one of ${STATUSES.join(', ')}`));
      }
    }
    return found;
  }
}

const STATUSES: readonly Status[] = ['proposed', 'reported', 'agreed', 'signed', 'in force'];

const aKind = (kind: NameKind): string => `${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind}`;

/** A string without its quotes, whether or not the parser has taken them off already. */
export const unquote = (text: string): string => (text.startsWith('"') && text.endsWith('"') && text.length > 1 ? text.slice(1, -1) : text);
