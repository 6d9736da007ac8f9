/** The bytes of a report as text: which coding, whether it is a page or plain, and what had to be left out. Throws BadInput where there is nothing to read. */
import { isNoText, kindOf, textOf } from '../../dossier/reading/bytes/index.js';
import { extracted, looksLikeHtml } from '../../dossier/reading/page/index.js';
import { BadInput } from '../faults.js';

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
  const kind = kindOf(bytes);
  if (kind !== undefined) throw new BadInput(`\`${path}\` is ${kind}, and is no text`, kind === 'a gzip archive' ? 'unpack it first' : 'save what it says as plain text or as HTML first');
  const [decoded, coding] = textOf(bytes.subarray(0, MOST_BYTES_READ), decode);
  const notes = coding === undefined ? [] : [coding];
  const file = decoded.length > MOST_OF_A_PAGE ? decoded.slice(0, MOST_OF_A_PAGE) : decoded;
  if (file.length < decoded.length || bytes.length > MOST_BYTES_READ) notes.push(`the file has ${bytes.length} bytes, and only its first ${file.length} characters were looked at`);
  if (file.replace(/[\s\uFEFF]/g, '') === '') throw new BadInput(`\`${path}\` holds nothing but blanks`, 'name a file with the text of a report');
  if (isNoText(file)) throw new BadInput(`\`${path}\` is no text`, 'give the report as plain text or as HTML; from a PDF or a Word file, save it as text first');
  if (!looksLikeHtml(file, path)) return { file, text: file, inFile: (span) => span, notes };
  const { text, inPage } = extracted(file);
  if (text.trim() === '') throw new BadInput(`the page \`${path}\` holds no text of an article`, 'save the article itself, or its text');
  return { file, text, inFile: inPage, notes };
}

const decode = (bytes: Uint8Array, coding: string): string => new TextDecoder(coding, { ignoreBOM: true }).decode(bytes);
