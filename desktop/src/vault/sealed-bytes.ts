import { z } from '@amtsstube/shared/domain/zod';
import type { Cipher } from '../data/journal/cipher.ts';

const nonceLength = 12;

/** Nonce and AES-GCM's output, as base64, for JSON files. */
export const sealedText = z.base64().max(100_000);

/** @param purpose bound to what is sealed: it opens for this purpose only */
export async function seal(
  cipher: Cipher,
  nonce: Uint8Array,
  purpose: string,
  plain: Uint8Array,
): Promise<Uint8Array> {
  const sealed = await cipher.seal(nonce, plain, new TextEncoder().encode(purpose));
  const both = new Uint8Array(nonce.length + sealed.length);
  both.set(nonce);
  both.set(sealed, nonce.length);
  return both;
}

/** undefined: another key, another purpose, or changed bytes. */
export function unseal(cipher: Cipher, purpose: string, both: Uint8Array): Promise<Uint8Array | undefined> {
  return cipher.open(both.slice(0, nonceLength), both.slice(nonceLength), new TextEncoder().encode(purpose));
}

export function toBase64(bytes: Uint8Array): string {
  // in parts: some megabytes are more than a call takes arguments
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  return btoa(parts.join(''));
}

/** Base64 or base64url, padded or not. */
export function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) =>
    character.charCodeAt(0),
  );
}
