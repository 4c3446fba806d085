import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { Cipher } from '@amtsstube/desktop/data/journal/cipher';

/**
 * The same AES-256-GCM, from OpenSSL and without a thread pool: WebCrypto answers when it likes, which would
 * make seeds irreproducible. A test holds the two against each other.
 */
export function synchronousCipher(keyFile: Uint8Array): Cipher {
  const key = keyFile.slice(16);
  return {
    keyId: keyFile.slice(0, 16),
    seal: async (nonce, plain, bound) => {
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(bound);
      return new Uint8Array(Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]));
    },
    open: async (nonce, sealed, bound) => {
      const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(bound);
      decipher.setAuthTag(sealed.subarray(-16));
      try {
        return new Uint8Array(Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]));
      } catch {
        return undefined;
      }
    },
  };
}
