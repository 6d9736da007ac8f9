/** An article out of a page of HTML, and for each of its characters where that stands in the page. Every run of text is marked with its place before Readability picks what belongs to the article. */
import { Readability } from '@mozilla/readability';
import { Parser } from 'htmlparser2';
import { parseHTML } from 'linkedom';

export interface Extracted {
  readonly text: string;
  /** From a stretch of `text` to the stretch of the page it came from. */
  readonly inPage: (span: readonly [number, number]) => readonly [number, number];
  /** Why the page was not looked at to its end. */
  readonly note?: string;
}

interface Run { readonly from: number; to: number; data: string; readonly starts: number[]; readonly ends: number[] }
interface Node_ { readonly nodeType: number; readonly localName?: string; readonly data?: string; readonly textContent?: string | null; readonly childNodes: Iterable<Node_>; getAttribute?(name: string): string | null; querySelector?(selector: string): Node_ | null; querySelectorAll?(selector: string): Iterable<Node_> }

export const looksLikeHtml = (text: string, path: string): boolean => /\.x?html?$/i.test(path) || /^\uFEFF?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)?<(?:!doctype\s+html|html|head|body|article|main|div|section)\b/i.test(text.slice(0, 5_000));

const SILENT = new Set(['script', 'style', 'title', 'textarea', 'noscript', 'template', 'option', 'svg']);
const BLOCKS = new Set(['p', 'div', 'section', 'article', 'main', 'header', 'footer', 'aside', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'blockquote', 'figure', 'figcaption', 'table', 'caption', 'pre', 'dl', 'dt', 'dd', 'hr', 'address', 'form', 'nav']);
const VOID = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr']);
/** More than any page of an editor's has. The page is looked at up to the place where it goes beyond one of these: the parsers' time grows with the square of each. */
const DEEPEST = 400;
const MOST_ELEMENTS = 30_000;
const MOST_OF_TEXT = 400_000;
/** An element has a few; what says whether it belongs to the article stands in those. */
const MOST_ATTRIBUTES = 40;

export function extracted(page: string): Extracted {
  const { runs, marked, note } = markedPage(page);
  const whole = /<body\b/i.test(marked) ? marked : `<html><body>${marked}</body></html>`;
  const before = (parseHTML(whole) as unknown as { readonly document: Node_ }).document;
  const writer = new Writer(runs);
  const heading = before.querySelector?.('h1');
  if (heading) writer.block(heading);
  const byline = [...(before.querySelectorAll?.('time, .byline, .date, .dateline, .published, [rel=author]') ?? [])][0];
  if (byline) writer.block(byline);
  // Readability takes its document apart, so it gets one of its own.
  const copy = (parseHTML(whole) as unknown as { readonly document: never }).document;
  const article = new Readability<Node_>(copy, { charThreshold: 100, keepClasses: true, disableJSONLD: true, serializer: (node: unknown) => node as Node_ }).parse();
  const content = article?.content ?? undefined;
  const body = (before.querySelector?.('body') ?? before);
  // A page so short or so broken that nothing of weight was found is read whole.
  const found = content !== undefined && (content.textContent ?? '').trim().length >= 140 ? content : body;
  writer.skip(heading ?? undefined);
  writer.walk(found, 0);
  return { ...writer.finish(page.length), ...(note === undefined ? {} : { note }) };
}

interface Marked { readonly runs: readonly Run[]; readonly marked: string; readonly note?: string }

/** Runs of text outside scripts and the like, entities decoded, with the place of each character; and the page written anew with each run marked, without comments, scripts and what is not closed. */
function markedPage(page: string): Marked {
  const runs: Run[] = [];
  const silent: string[] = [];
  const parts: string[] = [];
  let [depth, elements, length] = [0, 0, 0];
  let note: string | undefined;
  const stop = (why: string): void => { note ??= `the page ${why}; what follows its character ${parser.startIndex} was not looked at`; };
  let written = -1;
  let unclosed: string | undefined;
  // The text of a run grows until something else comes.
  const flush = (): void => { const last = runs.at(-1); if (last && written < runs.length - 1) { written = runs.length - 1; parts.push(last.data.trim() === '' ? last.data : `<span data-at="${written}">${escaped(last.data)}</span>`); } };
  const parser: Parser = new Parser({
    onopentag: (name, attributes) => {
      if (note !== undefined) return;
      flush();
      depth += 1;
      elements += 1;
      if (depth > DEEPEST) stop(`has elements more than ${DEEPEST} deep in each other`);
      if (elements > MOST_ELEMENTS) stop(`has more than ${MOST_ELEMENTS} elements`);
      if (SILENT.has(name)) silent.push(name);
      if (silent.length === 0) parts.push(`<${name}${Object.entries(attributes).slice(0, MOST_ATTRIBUTES).filter(([key]) => /^[a-z][a-z\d:_-]*$/i.test(key) && key !== 'data-at').map(([key, value]) => ` ${key}="${escaped(value.slice(0, 2_000))}"`).join('')}>`);
    },
    onclosetag: (name, implied) => {
      if (note !== undefined) return;
      flush();
      depth -= 1;
      if (silent.at(-1) === name) { silent.pop(); if (implied) unclosed ??= name; }
      else if (silent.length === 0 && !VOID.has(name)) parts.push(`</${name}>`);
    },
    ontext: (data) => {
      if (note !== undefined || silent.length > 0) return;
      const [from, to] = [parser.startIndex, parser.endIndex + 1];
      let last = runs.at(-1);
      if (!last || last.to !== from || written === runs.length - 1) { flush(); last = { from, to, data: '', starts: [], ends: [] }; runs.push(last); }
      const exact = data.length === to - from;
      for (let at = 0; at < data.length; at += 1) { last.starts.push(exact ? from + at : from); last.ends.push(exact ? from + at + 1 : to); }
      last.data += data;
      last.to = to;
      length += data.length;
      if (length > MOST_OF_TEXT) stop(`has more than ${MOST_OF_TEXT} characters of text`);
    },
  }, { decodeEntities: true });
  // In pieces, so that what is over a limit is not parsed either.
  for (let at = 0; at < page.length && note === undefined; at += 4_096) parser.write(page.slice(at, at + 4_096));
  if (note === undefined) parser.end();
  flush();
  if (note === undefined && unclosed !== undefined) note = `the page opens a \`<${unclosed}>\` that is never closed, and what follows it is no text`;
  return { runs, marked: parts.join(''), ...(note === undefined ? {} : { note }) };
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

class Writer {
  private readonly signs: string[] = [];
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  private readonly written = new Set<number>();

  constructor(private readonly runs: readonly Run[]) {}

  private put(sign: string, from: number, to: number): void { this.signs.push(sign); this.starts.push(from); this.ends.push(to); }
  private unspace(): void { while (this.signs.at(-1) === ' ') { this.signs.pop(); this.starts.pop(); this.ends.pop(); } }
  private gap(signs: string): void {
    if (this.signs.length === 0) return;
    const at = this.ends.at(-1) ?? 0;
    if (signs !== ' ') this.unspace();
    if (this.signs.slice(-signs.length).join('') === signs) return;
    for (const sign of signs) this.put(sign, at, at);
  }

  private endsBlank(): boolean { return /\s/.test(this.signs.at(-1) ?? ''); }

  skip(node: Node_ | undefined): void { for (const one of node?.querySelectorAll?.('span[data-at]') ?? []) this.written.add(Number(one.getAttribute?.('data-at'))); }

  block(node: Node_): void { this.gap('\n\n'); this.walk(node, 0); this.gap('\n\n'); this.skip(node); }

  walk(node: Node_, depth: number): void {
    if (depth > DEEPEST) return;
    const name = node.localName ?? '';
    const id = node.getAttribute?.('data-at');
    if (node.nodeType === 1 && SILENT.has(name)) return;
    if (name === 'span' && id !== null && id !== undefined) { this.run(Number(id)); return; }
    if (node.nodeType === 3) { if (/\s/.test(node.data ?? '')) this.space(); return; }
    if (name === 'br') { this.gap('\n'); return; }
    if (name === 'tr') { this.row(node, depth); return; }
    if (BLOCKS.has(name)) this.gap('\n\n');
    for (const child of node.childNodes) this.walk(child, depth + 1);
    if (BLOCKS.has(name)) this.gap('\n\n');
  }

  private row(node: Node_, depth: number): void {
    this.gap('\n');
    let first = true;
    for (const cell of node.childNodes) {
      if (cell.nodeType !== 1) continue;
      if (!first) { const at = this.ends.at(-1) ?? 0; this.unspace(); this.put('\t', at, at); }
      first = false;
      for (const child of cell.childNodes) this.walk(child, depth + 2);
    }
    this.gap('\n');
  }

  private space(): void { if (this.signs.length > 0 && !this.endsBlank()) this.gap(' '); }

  private run(index: number): void {
    const run = this.runs[index];
    if (!run || this.written.has(index)) return;
    this.written.add(index);
    for (let at = 0; at < run.data.length; at += 1) {
      const sign = run.data[at] as string;
      const [from, to] = [run.starts[at] ?? run.from, run.ends[at] ?? run.to];
      if (!/\s/.test(sign)) this.put(sign, from, to);
      else if (this.signs.length > 0 && !this.endsBlank()) this.put(' ', from, to);
    }
  }

  finish(length: number): Extracted {
    const { starts, ends } = this;
    return {
      text: this.signs.join(''),
      inPage: ([from, to]) => {
        const start = starts[from] ?? (from > 0 ? ends[from - 1] : 0) ?? 0;
        return [start, Math.min(length, Math.max(start, to > from ? ends[to - 1] ?? start : start))];
      },
    };
  }
}
