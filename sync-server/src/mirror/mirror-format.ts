import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';

/**
 * The mirror on disk. A file is a row of frames:
 *   u32 length of the rest · u32 CRC-32 of previous and body · u32 key count · keys of 32 bytes ·
 *   32 bytes hash of the frame before (zeros: none) · body, JSON      (little-endian)
 * Append-only but for one thing: an erasure overwrites a key with zeros (S11). The keys are therefore neither in
 * the CRC nor in the chain: what was sealed under an erased one is unreadable, and all else can still be proved.
 */
const lengthOffset = 4;
const keysOffset = 12;
const keyLength = 32;
const hashLength = 32;
const openingBrace = 0x7b;
const maximumRest = 256 * 1024 * 1024;

export const noHash: Uint8Array = new Uint8Array(hashLength);

export interface Frame {
  /** Where it begins in its file. */
  readonly offset: number;
  readonly keys: readonly Uint8Array[];
  readonly previous: Uint8Array;
  readonly hash: Uint8Array;
  readonly body: unknown;
}

export function encodeFrame(
  keys: readonly Uint8Array[],
  previous: Uint8Array,
  body: unknown,
): { readonly bytes: Uint8Array; readonly hash: Uint8Array } {
  const json = Buffer.from(JSON.stringify(body), 'utf8');
  const head = Buffer.alloc(keysOffset);
  head.writeUInt32LE(keysOffset - lengthOffset + keys.length * keyLength + hashLength + json.length, 0);
  head.writeUInt32LE(crc32(json, crc32(previous)), 4);
  head.writeUInt32LE(keys.length, 8);
  return { bytes: Buffer.concat([head, ...keys, previous, json]), hash: frameHash(previous, json) };
}

/** Whole frames from the beginning on; `end`: where the last one ends. What lies behind is torn or damaged. */
export function scanFrames(bytes: Uint8Array): { readonly frames: readonly Frame[]; readonly end: number } {
  const frames: Frame[] = [];
  let end = 0;
  for (let frame = frameAt(bytes, end); frame; frame = frameAt(bytes, end)) {
    frames.push(frame.frame);
    end = frame.end;
  }
  return { frames, end };
}

/** Whether a whole frame lies anywhere behind: then what comes before it is no torn tail but damage. */
export function hasFrameBehind(bytes: Uint8Array, offset: number): boolean {
  for (let at = offset + 1; at + keysOffset < bytes.length; at += 1) if (frameAt(bytes, at)) return true;
  return false;
}

function frameAt(bytes: Uint8Array, offset: number): { frame: Frame; end: number } | undefined {
  if (offset + keysOffset > bytes.length) return undefined;
  const view = Buffer.from(bytes.buffer, bytes.byteOffset + offset, bytes.length - offset);
  const rest = view.readUInt32LE(0);
  const bodyOffset = keysOffset + view.readUInt32LE(8) * keyLength + hashLength;
  const length = lengthOffset + rest;
  if (rest > maximumRest || length > view.length || bodyOffset >= length) return undefined;
  if (view[bodyOffset] !== openingBrace) return undefined;
  const body = view.subarray(bodyOffset, length);
  const previous = view.subarray(bodyOffset - hashLength, bodyOffset);
  if (crc32(body, crc32(previous)) !== view.readUInt32LE(4)) return undefined;
  const keys: Uint8Array[] = [];
  for (let at = keysOffset; at < bodyOffset - hashLength; at += keyLength) {
    keys.push(view.subarray(at, at + keyLength));
  }
  const frame = { offset, keys, previous, hash: frameHash(previous, body), body: parsed(body) };
  return { frame, end: offset + length };
}

/** Where the key with this index lies in the file. */
export function keyPosition(frame: Pick<Frame, 'offset'>, index: number): number {
  return frame.offset + keysOffset + index * keyLength;
}

export const erasedKey: Uint8Array = new Uint8Array(keyLength);

export function newKey(): Uint8Array {
  return randomBytes(keyLength);
}

/** 12 bytes nonce · 16 bytes tag · AES-256-GCM, as base64. */
export function seal(key: Uint8Array, value: unknown): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const sealed = [cipher.update(JSON.stringify(value), 'utf8'), cipher.final()];
  return Buffer.concat([nonce, cipher.getAuthTag(), ...sealed]).toString('base64');
}

/** `'erased'`: the key was overwritten. Throws where key and text don't belong together: damage. */
export function unseal(key: Uint8Array, text: string): { readonly value: unknown } | 'erased' {
  if (Buffer.compare(key, erasedKey) === 0) return 'erased';
  const bytes = Buffer.from(text, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  const plain = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
  return { value: JSON.parse(plain.toString('utf8')) };
}

function frameHash(previous: Uint8Array, body: Uint8Array): Uint8Array {
  return createHash('sha256').update(previous).update(body).digest();
}

function parsed(body: Buffer): unknown {
  return JSON.parse(body.toString('utf8'));
}
