import type { BlobHash } from '@amtsstube/shared/domain/blob';
import type { Cipher } from '../journal/cipher.ts';

/** What hides a clerk's files: the content under a key of its own, and the names, since a known file has a known SHA-256. */
export interface BlobSeal {
  readonly cipher: Cipher;
  /** 32 bytes: HMAC key of the names. */
  readonly nameKey: Uint8Array;
}

/** Names of a clerk's pieces on the device: hers begin alike, and say nothing about what they hold. */
export interface BlobNames {
  readonly prefix: string;
  /** Whose pieces these are: 40 hex digits of an HMAC of the hash. */
  idOf(hash: BlobHash): Promise<string>;
}

export async function blobNames(nameKey: Uint8Array): Promise<BlobNames> {
  const key = await globalThis.crypto.subtle.importKey(
    'raw',
    new Uint8Array(nameKey),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  );
  const mac = async (text: string, digits: number) =>
    hexOf(await globalThis.crypto.subtle.sign('HMAC', key, new TextEncoder().encode(text))).slice(0, digits);
  const prefix = `${await mac('whose', 16)}-`;
  return { prefix, idOf: async (hash) => `${prefix}${await mac(hash, 40)}` };
}

export async function sha256(bytes: Uint8Array): Promise<string> {
  return hexOf(await globalThis.crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>));
}

function hexOf(bytes: ArrayBuffer): string {
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
