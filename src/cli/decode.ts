/** Bytes to text: UTF-8, or UTF-16 where its mark says so. Bytes that are neither become U+FFFD, which the readers report with their line. */

export function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const coding = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(coding, { ignoreBOM: coding === 'utf-8' }).decode(bytes);
}
