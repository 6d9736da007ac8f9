/** A CSV file to rows of fields, each with its line. One bad row costs itself alone: a quotation mark left open does not swallow the rest. */
import { CsvError, parse } from 'csv-parse/browser/esm/sync';
import { linesOf } from './lines.js';
import { CUT_LINE, tooLong, type ReadOptions, type SetAside } from './reading.js';

export interface Row { readonly line: number; readonly fields: readonly string[] }
export interface Rows { readonly header: readonly string[]; readonly headerLine: number; readonly rows: readonly Row[]; readonly setAside: readonly SetAside[]; readonly rowsRead: number }

/** A field may run over this many lines. */
const LONGEST_FIELD_LINES = 50;

interface Piece { readonly line: number; readonly text: string }

export function rowsOf(text: string, file: string, options: ReadOptions = {}): Rows {
  const setAside: SetAside[] = [];
  const pieces: Piece[] = [];
  const lines: { number: number; text: string; last: boolean }[] = [];
  for (const line of linesOf(text)) {
    if (line.length > line.text.length) { setAside.push({ file, row: line.number, reason: tooLong(line.length) }); lines.push({ ...line, text: '' }); } else lines.push(line);
  }
  let form: HeaderForm | undefined;
  const headerForm = (head: Piece | undefined): HeaderForm | undefined => {
    if (!head || form) return form;
    const delimiter = delimiterOf(head.text.split('\n')[0] ?? '');
    const fields = fieldsOf(head.text, delimiter);
    return (form = { delimiter, fields: 'reason' in fields ? 0 : fields.length });
  };
  for (let i = 0; i < lines.length; i += 1) {
    const first = lines[i] as (typeof lines)[number];
    if (first.text.trim() === '') continue;
    let joined = first.text;
    let j = i;
    while (quotes(joined) % 2 === 1 && j + 1 < lines.length && j - i < LONGEST_FIELD_LINES) { j += 1; joined += `\n${(lines[j] as (typeof lines)[number]).text}`; }
    // Lines joined into no proper row were never one: the mark was left open on the first of them.
    if (quotes(joined) % 2 === 1 || (j > i && !wellFormed(joined, headerForm(pieces[0])))) { setAside.push({ file, row: first.number, reason: 'a quotation mark is opened and never closed; write `""` for a mark inside a field' }); continue; }
    if (options.truncated && (lines[j] as (typeof lines)[number]).last) { setAside.push({ file, row: first.number, reason: CUT_LINE }); i = j; continue; }
    pieces.push({ line: first.number, text: joined });
    i = j;
  }
  const [head, ...body] = pieces;
  const delimiter = delimiterOf(head?.text ?? '');
  const header = head ? fieldsOf(head.text, delimiter) : [];
  const headerNames = 'reason' in header ? [] : header.map((name) => name.trim());
  const rows: Row[] = [];
  const whole = together(body, delimiter);
  body.forEach((piece, index) => {
    const fields = whole?.[index] ?? fieldsOf(piece.text, delimiter);
    if ('reason' in fields) setAside.push({ file, row: piece.line, reason: fields.reason });
    else if (fields.length !== headerNames.length) setAside.push({ file, row: piece.line, reason: `the row has ${fields.length} fields and the header ${headerNames.length}; check its commas and quotation marks` });
    else rows.push({ line: piece.line, fields });
  });
  return { header: headerNames, headerLine: head?.line ?? 1, rows, setAside, rowsRead: rows.length + setAside.length };
}

interface HeaderForm { readonly delimiter: string; readonly fields: number }

/** A row over several lines is one where it has as many fields as the header; the header itself, where it parses. */
function wellFormed(text: string, header: HeaderForm | undefined): boolean {
  const fields = fieldsOf(text, header?.delimiter ?? delimiterOf(text.split('\n')[0] ?? ''));
  return !('reason' in fields) && (header === undefined || fields.length === header.fields);
}

const quotes = (text: string): number => text.split('"').length - 1;

/** Comma, semicolon or tab: whichever the header has most of. */
function delimiterOf(header: string): string {
  const count = (mark: string): number => header.split(mark).length;
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

const FORM = { relax_column_count: true, skip_empty_lines: false } as const;

/** All rows in one pass, where every one of them parses. */
function together(pieces: readonly Piece[], delimiter: string): readonly (readonly string[])[] | undefined {
  try {
    const all = parse(pieces.map(({ text }) => text).join('\n'), { ...FORM, delimiter }) as string[][];
    return all.length === pieces.length ? all : undefined;
  } catch { return undefined; }
}

function fieldsOf(text: string, delimiter: string): readonly string[] | { readonly reason: string } {
  try {
    return (parse(text, { ...FORM, delimiter }) as string[][])[0] ?? [];
  } catch (fault) {
    return { reason: fault instanceof CsvError ? 'a quotation mark stands in the middle of a field; put the whole field in quotation marks and write the mark as `""`' : 'the row is no CSV; check its commas and quotation marks' };
  }
}
