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
export const MOST_BYTES_READ = 4 * MOST_OF_A_PAGE;

/** `whole`: bytes of the file, of which those handed in are the first. */
export function reportOf(bytes: Uint8Array, path: string, whole = bytes.length): Report {
  const named = path === '-' ? 'what came on standard input' : `\`${path}\``;
  if (bytes.length === 0) throw new BadInput(`${path === '-' ? 'standard input' : named} is empty`, 'name a file with the text of a report, or pipe it in and write `-`');
  const kind = KINDS.find(([, begins]) => begins.every((byte, at) => bytes[at] === byte))?.[0];
  if (kind !== undefined) throw new BadInput(`${named} is ${kind}, no text`, kind === 'a gzip archive' ? 'unpack it first' : 'save what it says as plain text or as HTML first');
  const [decoded, note] = textOf(bytes.subarray(0, MOST_BYTES_READ));
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

/** What is given by mistake for a text, by its first bytes. */
const KINDS: readonly (readonly [string, readonly number[]])[] = [
  ['a PDF', [0x25, 0x50, 0x44, 0x46, 0x2d]], ['a Word or other packed document', [0x50, 0x4b, 3, 4]], ['an old Word or Office document', [0xd0, 0xcf, 0x11, 0xe0]], ['a document in RTF', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['a gzip archive', [0x1f, 0x8b]], ['a picture', [0x89, 0x50, 0x4e, 0x47]], ['a picture', [0xff, 0xd8, 0xff]], ['a picture', [0x47, 0x49, 0x46, 0x38]],
];

/** UTF-8; UTF-16 by its mark or by its zero bytes; else, where bytes are not UTF-8, the coding a page names; else windows-1252, in which every byte is a character. */
function textOf(bytes: Uint8Array): readonly [text: string, note?: string] {
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe && (third !== 0 || fourth !== 0)) return [decode(bytes, 'utf-16le'), 'read as UTF-16'];
  if (first === 0xfe && second === 0xff) return [decode(bytes, 'utf-16be'), 'read as UTF-16'];
  const head = bytes.subarray(0, 4_000);
  const zeros = (parity: number): number => head.filter((byte, at) => byte === 0 && at % 2 === parity).length;
  if (head.length >= 8 && head.length % 2 === 0) {
    if (zeros(1) > head.length * 0.35 && zeros(0) < head.length * 0.05) return [decode(bytes, 'utf-16le'), 'read as UTF-16 without its mark'];
    if (zeros(0) > head.length * 0.35 && zeros(1) < head.length * 0.05) return [decode(bytes, 'utf-16be'), 'read as UTF-16 without its mark'];
  }
  const text = decode(bytes, 'utf-8');
  const strange = text.match(/\ufffd/g)?.length ?? 0;
  if (strange === 0) return [text];
  const coding = /<(?:meta|\?xml)\b[^>]{0,200}?\b(?:charset|encoding)\s*=\s*["']?\s*([\w:.-]{2,40})/i.exec(text.slice(0, 4_000))?.[1]?.toLowerCase();
  if (coding !== undefined && !/^utf-?(?:8|16)/.test(coding)) {
    try { return [decode(bytes, coding), `read as ${coding}, as the page says`]; } catch { /* a coding nobody knows; told as any other */ }
  }
  // Zero bytes and control characters are of no Latin text.
  const controls = bytes.subarray(0, 100_000).filter((byte) => byte < 9 || (byte > 13 && byte < 32)).length;
  if (controls > 0 || strange > text.length / 5) return [text];
  return [decode(bytes, 'windows-1252'), 'read as windows-1252, since it is not UTF-8'];
}

/** What ends in the middle of a character, because it was cut there, ends before it. */
const decode = (bytes: Uint8Array, coding: string): string => new TextDecoder(coding, { ignoreBOM: true }).decode(bytes, { stream: bytes.length === MOST_BYTES_READ });
