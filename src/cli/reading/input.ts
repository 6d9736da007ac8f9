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
export const MOST_BYTES_READ = 4 * MOST_OF_A_PAGE;

/** `whole`: bytes of the file, of which those handed in are the first. */
export function reportOf(bytes: Uint8Array, path: string, whole = bytes.length): Report {
  const named = path === '-' ? 'what came on standard input' : `\`${path}\``;
  if (bytes.length === 0) throw new BadInput(`${path === '-' ? 'standard input' : named} is empty`, 'name a file with the text of a report, or pipe it in and write `-`');
  const kind = kindOf(bytes);
  if (kind !== undefined) throw new BadInput(`${named} is ${kind}, no text`, kind === 'a gzip archive' ? 'unpack it first' : 'save what it says as plain text or as HTML first');
  const [decoded, note] = textOf(bytes.subarray(0, MOST_BYTES_READ), decode);
  const notes = note === undefined ? [] : [note];
  const file = decoded.length > MOST_OF_A_PAGE ? decoded.slice(0, MOST_OF_A_PAGE) : decoded;
  const cut = file.length < decoded.length || whole > MOST_BYTES_READ ? `the file has ${Number.isFinite(whole) ? whole : `more than ${MOST_BYTES_READ}`} bytes, and only its first ${file.length} characters were looked at` : undefined;
  if (cut !== undefined) notes.push(cut);
  const nothing = (what: string, help: string): never => { throw new BadInput(`${what}${cut === undefined ? '' : `; ${cut}`}`, help); };
  if (file.replace(/[\s\uFEFF]/g, '') === '') nothing(`${named} holds nothing but blanks`, 'name a file with the text of a report');
  if (isNoText(file)) nothing(`${named} is no text in UTF-8 or UTF-16`, 'save it as plain text in UTF-8, or as HTML that says its coding');
  if (!looksLikeHtml(file, path)) return { file, text: file, inFile: (span) => span, notes };
  const { text, inPage, note: of } = extracted(file);
  if (of !== undefined) notes.push(of);
  if (text.trim() === '') nothing(`the page ${path === '-' ? 'on standard input' : named} holds no text of an article${of === undefined ? '' : `: ${of}`}`, 'save the article itself, or its text');
  return { file, text, inFile: inPage, notes };
}

/** What ends in the middle of a character, because it was cut there, ends before it. In parts, since Node 20 takes windows-1252 decoded at once for Latin-1, and loses its quotation marks. */
function decode(bytes: Uint8Array, coding: string): string {
  const decoder = new TextDecoder(coding, { ignoreBOM: true });
  const text = decoder.decode(bytes, { stream: true });
  return bytes.length === MOST_BYTES_READ ? text : text + decoder.decode();
}
