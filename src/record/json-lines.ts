/** Records as JSON Lines: one entry a line. A line that cannot be read is set aside and the rest is read on. */
import type { Entry } from '../treaty/index.js';
import { entryOf } from './fields.js';
import { linesOf, linesOfChunks, type Line } from './lines.js';
import { CUT_LINE, tooLong, type ReadOptions, type Reading, type SetAside } from './reading.js';

export function readJsonLines(text: string, file: string, options: ReadOptions = {}): Reading {
  const sorter = new Sorter(file, options);
  for (const line of linesOf(text)) sorter.take(line);
  return sorter.reading();
}

/** The same from a stream of pieces, without holding the whole text. */
export async function readJsonLinesFrom(chunks: AsyncIterable<string> | Iterable<string>, file: string, options: ReadOptions = {}): Promise<Reading> {
  const sorter = new Sorter(file, options);
  for await (const line of linesOfChunks(chunks)) sorter.take(line);
  return sorter.reading();
}

class Sorter {
  readonly #entries: Entry[] = [];
  readonly #setAside: SetAside[] = [];
  #rowsRead = 0;

  constructor(readonly file: string, readonly options: ReadOptions) {}

  take(line: Line): void {
    if (line.text.trim() === '' && line.length === line.text.length) return;
    this.#rowsRead += 1;
    const result = this.#read(line);
    if ('entry' in result) this.#entries.push(result.entry);
    else this.#setAside.push({ file: this.file, row: line.number, reason: result.reason });
  }

  #read(line: Line): { readonly entry: Entry } | { readonly reason: string } {
    if (line.length > line.text.length) return { reason: tooLong(line.length) };
    if (line.last && this.options.truncated) return { reason: CUT_LINE };
    let raw: unknown;
    try {
      raw = JSON.parse(line.text);
    } catch {
      return { reason: whyNoJson(line.text) };
    }
    if (deeperThan(raw, DEEPEST)) return { reason: `the line nests braces or brackets more than ${DEEPEST} deep; an entry needs four` };
    return entryOf(raw, { file: this.file, line: line.number });
  }

  reading(): Reading { return { entries: this.#entries, setAside: this.#setAside, rowsRead: this.#rowsRead }; }
}

/** An entry is four deep at most: a correction, its replacement, a place or an actor, a list of names. */
const DEEPEST = 20;

const deeperThan = (value: unknown, levels: number): boolean => typeof value === 'object' && value !== null && (levels === 0 || Object.values(value).some((inner) => deeperThan(inner, levels - 1)));

function whyNoJson(text: string): string {
  const start = text.trim();
  if (start.startsWith('[')) return 'the line begins a list; JSON Lines has one entry a line, without brackets or commas around them';
  if (!start.startsWith('{')) return 'the line is no JSON; every line is one entry in braces, such as `{"act":"notify","actor":"Ukraine","occurredAt":"2025-02-15"}`';
  if (!start.endsWith('}')) return start.endsWith('},') ? 'the line ends in a comma; JSON Lines has none between entries' : 'the line is cut: its closing brace is missing';
  return 'the line is no valid JSON; check its quotation marks, commas and braces';
}
