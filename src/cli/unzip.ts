/** A gzip archive to text. One that ends early gives what stands before its end; one whose checksum is wrong gives nothing, since any row of it may be wrong. */
import { constants, crc32, gunzipSync, inflateRawSync } from 'node:zlib';
import { decoded } from './decode.js';

/** Bytes read from one file: beyond this a text no longer fits into one string. */
export const MOST_BYTES = 400_000_000;

export interface Unzipped {
  readonly text: string;
  /** What is wrong with the archive and what would help. */
  readonly damage?: string;
  /** The archive ends early, so the last line may be cut. */
  readonly cut?: boolean;
}

export const isGzip = (bytes: Uint8Array): boolean => bytes.length >= 2 && bytes[0] === 0x1f && bytes[1] === 0x8b;

export function unzipped(bytes: Uint8Array): Unzipped {
  try {
    return { text: decoded(gunzipSync(bytes, { maxOutputLength: MOST_BYTES })) };
  } catch (fault) {
    const { code } = fault as NodeJS.ErrnoException;
    if (code === 'ERR_BUFFER_TOO_LARGE') return { text: '', damage: `the gzip file unpacks to more than ${MOST_BYTES / 1_000_000} MB, so nothing of it was read; split it` };
    return code === 'Z_BUF_ERROR' ? endingEarly(bytes) : beforeTheTail(bytes);
  }
}

function endingEarly(bytes: Uint8Array): Unzipped {
  try {
    const text = decoded(gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: MOST_BYTES }));
    return { text, cut: true, damage: 'the gzip file ends early, so what follows is missing; fetch the file again' };
  } catch { return BROKEN; }
}

const BROKEN: Unzipped = { text: '', damage: 'the gzip file is damaged, so nothing of it was read; fetch the file again' };

/** Bytes after a sound archive are no part of it (RFC 1952, section 2.2). */
function beforeTheTail(bytes: Uint8Array): Unzipped {
  const start = afterHeader(bytes);
  if (start === undefined) return BROKEN;
  try {
    const { buffer, engine } = inflateRawSync(bytes.subarray(start), { info: true, maxOutputLength: MOST_BYTES }) as unknown as { readonly buffer: Buffer; readonly engine: { readonly bytesWritten: number } };
    const end = start + engine.bytesWritten;
    const sum = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(end, true);
    if (sum !== crc32(buffer)) return { text: '', damage: 'the checksum of the gzip file does not fit what it holds, so nothing of it was read; fetch the file again' };
    return { text: decoded(buffer), damage: `${bytes.length - end - 8} bytes after the end of the gzip file were left out; fetch the file again` };
  } catch { return BROKEN; }
}

/** Where the compressed bytes begin (RFC 1952, section 2.3). */
function afterHeader(bytes: Uint8Array): number | undefined {
  const flags = bytes[3] ?? 0;
  let at = 10;
  if (flags & 4) at += 2 + ((bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8));
  for (const flag of [8, 16]) if (flags & flag) { const end = bytes.indexOf(0, at); if (end < 0) return undefined; at = end + 1; }
  if (flags & 2) at += 2;
  return at < bytes.length ? at : undefined;
}
