import { createCipheriv, createDecipheriv } from 'node:crypto';
import { type Cipher, keyFileLength } from '@amtsstube/desktop/data/journal/cipher';

const tagLength = 16;

/**
 * The same AES-256-GCM, from OpenSSL and without a thread pool: WebCrypto answers when it likes, which would
 * make seeds irreproducible. A test holds the two against each other.
 */
export function synchronousCipher(keyFile: Uint8Array): Cipher {
  if (keyFile.length !== keyFileLength) throw new Error('a journal key has 48 bytes');
  const key = keyFile.slice(16);
  return {
    keyId: keyFile.slice(0, 16),
    seal: async (nonce, plain, bound) => {
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(bound);
      return new Uint8Array(Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]));
    },
    open: async (nonce, sealed, bound) => {
      // OpenSSL would throw for some lengths and take a shortened tag for others; WebCrypto just says no
      if (sealed.length < tagLength) return undefined;
      const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(bound);
      decipher.setAuthTag(sealed.subarray(-tagLength));
      try {
        return new Uint8Array(
          Buffer.concat([decipher.update(sealed.subarray(0, -tagLength)), decipher.final()]),
        );
      } catch {
        return undefined;
      }
    },
  };
}
