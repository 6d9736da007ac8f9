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
/** Deeper nesting than any page of an editor's; what lies below is not looked at. */
const DEEPEST = 400;

export function extracted(page: string): Extracted {
  const runs = runsOf(page);
  let marked = '';
  let done = 0;
  runs.forEach(({ from, to, data }, index) => {
    if (data.trim() === '') return;
    marked += `${page.slice(done, from)}<span data-at="${index}">${page.slice(from, to)}</span>`;
    done = to;
  });
  marked += page.slice(done);
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
  return writer.finish(page.length);
}

/** Runs of text outside scripts and the like, entities decoded, with the place of each character. */
function runsOf(page: string): readonly Run[] {
  const runs: Run[] = [];
  const open: string[] = [];
  const parser: Parser = new Parser({
    onopentagname: (name) => { if (SILENT.has(name)) open.push(name); },
    onclosetag: (name) => { if (open.at(-1) === name) open.pop(); },
    ontext: (data) => {
      if (open.length > 0) return;
      const [from, to] = [parser.startIndex, parser.endIndex + 1];
      let last = runs.at(-1);
      if (!last || last.to !== from) { last = { from, to, data: '', starts: [], ends: [] }; runs.push(last); }
      const exact = data.length === to - from;
      for (let at = 0; at < data.length; at += 1) { last.starts.push(exact ? from + at : from); last.ends.push(exact ? from + at + 1 : to); }
      last.data += data;
      last.to = to;
    },
  }, { decodeEntities: true });
  parser.write(page);
  parser.end();
  return runs;
}

class Writer {
  private text = '';
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  private readonly written = new Set<number>();

  constructor(private readonly runs: readonly Run[]) {}

  private put(sign: string, from: number, to: number): void { this.text += sign; this.starts.push(from); this.ends.push(to); }
  private gap(signs: string): void {
    if (this.text === '') return;
    const at = this.ends.at(-1) ?? 0;
    while (/ $/.test(this.text) && signs !== ' ') { this.text = this.text.slice(0, -1); this.starts.pop(); this.ends.pop(); }
    if (this.text.endsWith(signs)) return;
    for (const sign of signs) this.put(sign, at, at);
  }

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
      if (!first) { const at = this.ends.at(-1) ?? 0; while (/ $/.test(this.text)) { this.text = this.text.slice(0, -1); this.starts.pop(); this.ends.pop(); } this.put('\t', at, at); }
      first = false;
      for (const child of cell.childNodes) this.walk(child, depth + 2);
    }
    this.gap('\n');
  }

  private space(): void { if (this.text !== '' && !/\s$/.test(this.text)) this.gap(' '); }

  private run(index: number): void {
    const run = this.runs[index];
    if (!run || this.written.has(index)) return;
    this.written.add(index);
    for (let at = 0; at < run.data.length; at += 1) {
      const sign = run.data[at] as string;
      const [from, to] = [run.starts[at] ?? run.from, run.ends[at] ?? run.to];
      if (!/\s/.test(sign)) this.put(sign, from, to);
      else if (this.text !== '' && !/\s$/.test(this.text)) this.put(' ', from, to);
    }
  }

  finish(length: number): Extracted {
    const { starts, ends } = this;
    return {
      text: this.text,
      inPage: ([from, to]) => {
        const start = starts[from] ?? (from > 0 ? ends[from - 1] : 0) ?? 0;
        return [start, Math.min(length, Math.max(start, to > from ? ends[to - 1] ?? start : start))];
      },
    };
  }
}
