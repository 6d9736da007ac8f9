/** The bytes of a report as text: which coding, whether it is a page or plain, and what had to be left out. Throws BadInput where there is nothing to read. */
import { isNoText } from '../decode.js';
import { BadInput } from '../faults.js';
import { extracted, looksLikeHtml } from './html.js';

export interface Report {
  /** The file as text: spans are in its characters. */
  readonly file: string;
  /** What is read: the file, or the article in the page. */
  readonly text: string;
  readonly inFile: (span: readonly [number, number]) => readonly [number, number];
  readonly notes: readonly string[];
}

/** A page is cut here before it is parsed; its article is cut again where the reading ends. */
const MOST_OF_A_PAGE = 2_000_000;
/** Bytes that may hold so many characters in any coding. */
const MOST_BYTES_READ = 4 * MOST_OF_A_PAGE;

export function reportOf(bytes: Uint8Array, path: string): Report {
  if (bytes.length === 0) throw new BadInput(`\`${path}\` is empty`, 'name a file with the text of a report, or give it on standard input with `-`');
  const [decoded, coding] = textOf(bytes.subarray(0, MOST_BYTES_READ));
  const notes = coding === 'utf-8' ? [] : [`read as ${coding}`];
  const file = decoded.length > MOST_OF_A_PAGE ? decoded.slice(0, MOST_OF_A_PAGE) : decoded;
  if (file.length < decoded.length || bytes.length > MOST_BYTES_READ) notes.push(`the file has ${bytes.length} bytes, and only its first ${file.length} characters were looked at`);
  if (file.replace(/[\s\uFEFF]/g, '') === '') throw new BadInput(`\`${path}\` holds nothing but blanks`, 'name a file with the text of a report');
  if (isNoText(file)) throw new BadInput(`\`${path}\` is no text`, 'give the report as plain text or as HTML; from a PDF or a Word file, save it as text first');
  if (!looksLikeHtml(file, path)) return { file, text: file, inFile: (span) => span, notes };
  const { text, inPage, note } = extracted(file);
  if (note !== undefined) notes.push(note);
  if (text.trim() === '') throw new BadInput(`the page \`${path}\` holds no text of an article${note === undefined ? '' : `: ${note}`}`, 'save the article itself, or its text');
  return { file, text, inFile: inPage, notes };
}

/** UTF-8; UTF-16 by its mark or by its zero bytes; else, where bytes are not UTF-8, windows-1252, in which every byte is a character. */
function textOf(bytes: Uint8Array): readonly [text: string, coding: string] {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return [decode(bytes, 'utf-16le'), 'UTF-16'];
  if (first === 0xfe && second === 0xff) return [decode(bytes, 'utf-16be'), 'UTF-16'];
  const head = bytes.subarray(0, 4_000);
  const zeros = (parity: number): number => head.filter((byte, at) => byte === 0 && at % 2 === parity).length;
  if (head.length >= 8 && head.length % 2 === 0) {
    if (zeros(1) > head.length * 0.35 && zeros(0) < head.length * 0.05) return [decode(bytes, 'utf-16le'), 'UTF-16 without its mark'];
    if (zeros(0) > head.length * 0.35 && zeros(1) < head.length * 0.05) return [decode(bytes, 'utf-16be'), 'UTF-16 without its mark'];
  }
  const text = decode(bytes, 'utf-8');
  const strange = text.match(/\ufffd/g)?.length ?? 0;
  if (strange === 0) return [text, 'utf-8'];
  // Zero bytes and control characters are of no Latin text.
  const controls = bytes.subarray(0, 100_000).filter((byte) => byte < 9 || (byte > 13 && byte < 32)).length;
  if (controls > 0 || strange > text.length / 5) return [text, 'utf-8'];
  return [decode(bytes, 'windows-1252'), 'windows-1252, since it is not UTF-8'];
}

const decode = (bytes: Uint8Array, coding: string): string => new TextDecoder(coding, { ignoreBOM: true }).decode(bytes);
