/** AES-256-GCM under one key. The key's id stands in each record, so that keys can change (J9). */
export interface Cipher {
  /** 16 bytes */
  readonly keyId: Uint8Array;
  /** @param nonce 12 bytes, never used twice with this key */
  seal(nonce: Uint8Array, plain: Uint8Array, bound: Uint8Array): Promise<Uint8Array>;
  /** undefined: another key, or not the bytes that were sealed */
  open(nonce: Uint8Array, sealed: Uint8Array, bound: Uint8Array): Promise<Uint8Array | undefined>;
}

/** 16 bytes of id and 32 of key, as they lie in the key file. */
export const keyFileLength = 48;

type Bytes = Uint8Array<ArrayBuffer>;

/** The cipher of browser and Node. @param keyFile 48 bytes: key id, key */
export async function webCipher(keyFile: Uint8Array): Promise<Cipher> {
  if (keyFile.length !== keyFileLength) throw new Error('a journal key has 48 bytes');
  const raw = new Uint8Array(keyFile.slice(16)) as Bytes;
  const key = await globalThis.crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
  const settings = (nonce: Uint8Array, bound: Uint8Array) => ({
    name: 'AES-GCM',
    iv: nonce as Bytes,
    additionalData: bound as Bytes,
  });
  return {
    keyId: keyFile.slice(0, 16),
    seal: async (nonce, plain, bound) =>
      new Uint8Array(await globalThis.crypto.subtle.encrypt(settings(nonce, bound), key, plain as Bytes)),
    open: async (nonce, sealed, bound) => {
      try {
        return new Uint8Array(
          await globalThis.crypto.subtle.decrypt(settings(nonce, bound), key, sealed as Bytes),
        );
      } catch (error) {
        // the one way WebCrypto says "tag doesn't match"
        if (error instanceof DOMException && error.name === 'OperationError') return undefined;
        throw error;
      }
    },
  };
}
