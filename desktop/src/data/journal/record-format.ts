import { crc32 } from '../../host/crc32.ts';

/**
 * The journal on disk, final since version 1. A file is a row of frames:
 *   u32 length of body · u32 CRC-32 of body · body        (little-endian)
 * body of the first frame: u8 0 · JSON header in clear (who it belongs to; no personal data)
 * body of all others:      u8 1 · u32 ordinal · 16 bytes key id · 12 bytes nonce · AES-256-GCM of JSON
 * The header's deviceId and the ordinal are bound into each seal, so that records can't be moved about.
 */
export const headerFormat = 0;
export const recordFormat = 1;
export const sealedOffset = 1 + 4 + 16 + 12;

const frameOffset = 8;
const maximumBody = 64 * 1024 * 1024;

export function frame(body: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(frameOffset + body.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, body.length, true);
  view.setUint32(4, crc32(body), true);
  bytes.set(body, frameOffset);
  return bytes;
}

export interface Scanned {
  /** Bodies of the whole frames, in order; their format may be a newer program's. */
  readonly bodies: readonly Uint8Array[];
  /** Where the last readable frame ends: what lies behind is a torn tail (J3). */
  readonly end: number;
  /** Unreadable bytes with readable frames behind them: not a torn tail but damage. */
  readonly damagedBytes: number;
}

/**
 * Reads all frames. A bad frame is skipped by looking for the next good one, so that a flipped bit costs one
 * record and not all behind it.
 */
export function scan(bytes: Uint8Array): Scanned {
  const bodies: Uint8Array[] = [];
  let end = 0;
  let damagedBytes = 0;
  for (let offset = 0; offset + frameOffset <= bytes.length; ) {
    const body = bodyAt(bytes, offset, offset === end);
    if (body === undefined) {
      offset += 1;
      continue;
    }
    damagedBytes += offset - end;
    bodies.push(body);
    offset += frameOffset + body.length;
    end = offset;
  }
  return { bodies, end, damagedBytes };
}

/** @param isDue a frame of a newer program is looked for only where one is due; elsewhere it would cost time */
function bodyAt(bytes: Uint8Array, offset: number, isDue: boolean): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset + offset, bytes.length - offset);
  const length = view.getUint32(0, true);
  if (length < 2 || length > maximumBody || offset + frameOffset + length > bytes.length) return undefined;
  const body = bytes.subarray(offset + frameOffset, offset + frameOffset + length);
  const format = body[0];
  if (!isDue && format !== headerFormat && format !== recordFormat) return undefined;
  return crc32(body) === view.getUint32(4, true) ? body : undefined;
}
