/** The bytes of a report as text: which coding they are in, and what is no text at all. Decoding itself is handed in, since each edge has its own. Entered by itself: nothing else comes with it. */

/** Bytes in a coding such as `utf-16le`; throws where nobody knows it. */
export type Decode = (bytes: Uint8Array, coding: string) => string;

/** What is given by mistake for a text, by its first bytes. */
const KINDS: readonly (readonly [string, readonly number[]])[] = [
  ['a PDF', [0x25, 0x50, 0x44, 0x46, 0x2d]], ['a Word or other packed document', [0x50, 0x4b, 3, 4]], ['an old Word or Office document', [0xd0, 0xcf, 0x11, 0xe0]], ['a document in RTF', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['a gzip archive', [0x1f, 0x8b]], ['a picture', [0x89, 0x50, 0x4e, 0x47]], ['a picture', [0xff, 0xd8, 0xff]], ['a picture', [0x47, 0x49, 0x46, 0x38]],
];

export const kindOf = (bytes: Uint8Array): string | undefined => KINDS.find(([, begins]) => begins.every((byte, at) => bytes[at] === byte))?.[0];

/** More than a twentieth of the characters are none of any text: an archive, a picture, a program. */
export function isNoText(text: string): boolean {
  const head = text.slice(0, 100_000);
  const strange = head.match(/[\u0000-\u0008\u000e-\u001f\ufffd]/g)?.length ?? 0;
  return strange > head.length / 20;
}

/** UTF-8; UTF-16 by its mark or by its zero bytes; else, where bytes are not UTF-8, the coding a page names; else windows-1252, in which every byte is a character. */
export function textOf(bytes: Uint8Array, decode: Decode): readonly [text: string, note?: string] {
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
