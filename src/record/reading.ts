/** What reading a file yields: entries, and what was set aside with the reason. Nothing is dropped silently: entries and rows set aside add up to the rows read. */
import type { Entry } from '../treaty/index.js';

export interface SetAside {
  readonly file: string;
  /** Line of the file, counted from 1; a row that spans lines is named by its first. */
  readonly row: number;
  /** Lower case, no full stop: what is wrong and what would help. */
  readonly reason: string;
}

export interface Reading {
  readonly entries: readonly Entry[];
  readonly setAside: readonly SetAside[];
  /** Rows that hold something, the header of a CSV file not counted. */
  readonly rowsRead: number;
}

export interface ReadOptions {
  /** The text ends early (a damaged archive): a last line without its line break is set aside, since it may be cut. */
  readonly truncated?: boolean;
}

/** Longest line or row read, in UTF-16 units: a row of a real data set is some hundred times shorter. */
export const LONGEST_ROW = 1_000_000;

export function tooLong(length: number): string {
  return `the line is ${(length / 1_000_000).toFixed(1)} MB long and was skipped; an entry may take up to 1 MB`;
}

export const CUT_LINE = 'the file ends in the middle of this line, so it may be cut; fetch the file again';

/** Short quotation of the user's words. */
export function quoted(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  const clean = text.replace(/[\u0000-\u001f\u007f`]/g, ' ');
  return `\`${clean.length > 60 ? `${clean.slice(0, 57)}…` : clean}\``;
}
