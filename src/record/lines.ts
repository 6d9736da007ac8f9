/** Text into lines, whole or in pieces. A line over the limit is measured and passed over, never kept. */
import { LONGEST_ROW } from './reading.js';

export interface Line {
  readonly number: number;
  /** Empty where the line is too long to be kept. */
  readonly text: string;
  readonly length: number;
  /** The text ends here without a line break. */
  readonly last: boolean;
}

export function* linesOf(text: string): Generator<Line> {
  const lines = new Lines();
  yield* lines.feed(text);
  yield* lines.end();
}

export async function* linesOfChunks(chunks: AsyncIterable<string> | Iterable<string>): AsyncGenerator<Line> {
  const lines = new Lines();
  for await (const chunk of chunks) yield* lines.feed(chunk);
  yield* lines.end();
}

class Lines {
  #held = '';
  #length = 0;
  #number = 1;

  *feed(chunk: string): Generator<Line> {
    let start = 0;
    for (let end = chunk.indexOf('\n'); end >= 0; end = chunk.indexOf('\n', start)) {
      this.#keep(chunk, start, end);
      yield this.#line(false);
      start = end + 1;
    }
    this.#keep(chunk, start, chunk.length);
  }

  *end(): Generator<Line> {
    if (this.#length > 0) yield this.#line(true);
  }

  #keep(chunk: string, start: number, end: number): void {
    this.#length += end - start;
    this.#held = this.#length > LONGEST_ROW ? '' : this.#held + chunk.slice(start, end);
  }

  #line(last: boolean): Line {
    const tooLong = this.#length > LONGEST_ROW;
    let text = tooLong ? '' : this.#held;
    if (this.#number === 1 && text.startsWith('\ufeff')) text = text.slice(1);
    if (text.endsWith('\r')) text = text.slice(0, -1);
    const line = { number: this.#number, text, length: tooLong ? this.#length : text.length, last };
    this.#held = '';
    this.#length = 0;
    this.#number += 1;
    return line;
  }
}
