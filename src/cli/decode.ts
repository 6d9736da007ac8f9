/** Bytes to text: UTF-8, or UTF-16 where its mark says so. Bytes that are neither become U+FFFD, which the readers report with their line. */

export function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const coding = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(coding, { ignoreBOM: coding === 'utf-8' }).decode(bytes);
}

/** More than a twentieth of the characters are none of any text: an archive, a picture, a program. */
export function isNoText(text: string): boolean {
  const head = text.slice(0, 100_000);
  const strange = head.match(/[\u0000-\u0008\u000e-\u001f\ufffd]/g)?.length ?? 0;
  return strange > head.length / 20;
}
