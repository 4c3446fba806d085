import type { DeviceId } from '@amtsstube/shared/domain/ids';
import type { Cipher } from './cipher.ts';
import { frame, headerFormat, recordFormat, sealedOffset } from './record-format.ts';
import {
  type HeaderOwner,
  headerOwner,
  type JournalHeader,
  type JournalRecord,
  journalHeader,
  journalRecord,
} from './records.ts';

const utf8 = new TextEncoder();

export function encodeHeader(header: JournalHeader): Uint8Array {
  const json = utf8.encode(JSON.stringify(header));
  const body = new Uint8Array(1 + json.length);
  body[0] = headerFormat;
  body.set(json, 1);
  return frame(body);
}

/** undefined: not a header, or one of a format this program doesn't know. */
export function decodeHeader(body: Uint8Array): JournalHeader | undefined {
  if (body[0] !== headerFormat) return undefined;
  const parsed = journalHeader.safeParse(parseJson(body.subarray(1)));
  return parsed.success ? parsed.data : undefined;
}

/** Whose journal this is, also where a newer program wrote the header. undefined: not a header. */
export function decodeOwner(body: Uint8Array): HeaderOwner | undefined {
  if (body[0] !== headerFormat) return undefined;
  const parsed = headerOwner.safeParse(parseJson(body.subarray(1)));
  return parsed.success ? parsed.data : undefined;
}

export async function encodeRecord(
  cipher: Cipher,
  deviceId: DeviceId,
  ordinal: number,
  nonce: Uint8Array,
  record: JournalRecord,
): Promise<Uint8Array> {
  const sealed = await cipher.seal(nonce, utf8.encode(JSON.stringify(record)), boundTo(deviceId, ordinal));
  const body = new Uint8Array(sealedOffset + sealed.length);
  body[0] = recordFormat;
  new DataView(body.buffer).setUint32(1, ordinal, true);
  body.set(cipher.keyId, 5);
  body.set(nonce, 21);
  body.set(sealed, sealedOffset);
  return frame(body);
}

/** `unknownContent`: whole and ours, but of a newer program. */
export type DecodedRecord =
  | { readonly ordinal: number; readonly record: JournalRecord }
  | { readonly unreadable: 'otherKey' | 'notSealedHere' | 'unknownContent' };

export async function decodeRecord(
  cipher: Cipher,
  deviceId: DeviceId,
  body: Uint8Array,
): Promise<DecodedRecord> {
  if (body[0] !== recordFormat || body.length < sealedOffset) return { unreadable: 'unknownContent' };
  const ordinal = new DataView(body.buffer, body.byteOffset).getUint32(1, true);
  if (!cipher.keyId.every((byte, index) => byte === body[5 + index])) return { unreadable: 'otherKey' };
  const plain = await cipher.open(body.slice(21, 33), body.slice(sealedOffset), boundTo(deviceId, ordinal));
  if (plain === undefined) return { unreadable: 'notSealedHere' };
  const parsed = journalRecord.safeParse(parseJson(plain));
  return parsed.success ? { ordinal, record: parsed.data } : { unreadable: 'unknownContent' };
}

function boundTo(deviceId: DeviceId, ordinal: number): Uint8Array {
  return utf8.encode(`${deviceId}:${ordinal}`);
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
