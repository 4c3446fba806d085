import type { KeyVault, Unwrapped } from './key-vault.ts';

const nonceLength = 12;

/** A system's safe for tests, with a real cipher under a key that can be lost and renewed. */
export class MemoryKeyVault implements KeyVault {
  #keys: CryptoKey[] = [];

  async wrap(bytes: Uint8Array): Promise<Uint8Array> {
    const nonce = globalThis.crypto.getRandomValues(new Uint8Array(nonceLength));
    const key = this.#keys[0] ?? (await this.renew());
    const sealed = await globalThis.crypto.subtle.encrypt(
      { name: 'AES-GCM', iv: nonce },
      key,
      new Uint8Array(bytes),
    );
    return Uint8Array.of(...nonce, ...new Uint8Array(sealed));
  }

  async unwrap(wrapped: Uint8Array): Promise<Unwrapped | undefined> {
    const iv = new Uint8Array(wrapped.slice(0, nonceLength));
    const sealed = new Uint8Array(wrapped.slice(nonceLength));
    for (const [age, key] of this.#keys.entries()) {
      const opened = await globalThis.crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, sealed).catch(
        // the one way WebCrypto says "not this key"
        () => undefined,
      );
      if (opened !== undefined) return { bytes: new Uint8Array(opened), isOutdated: age > 0 };
    }
    return undefined;
  }

  /** A newer key for what is wrapped from now on; the former ones still unwrap. */
  async renew(): Promise<CryptoKey> {
    const key = await globalThis.crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
      'encrypt',
      'decrypt',
    ]);
    this.#keys.unshift(key);
    return key;
  }

  /** A new profile of the person on this PC: the system's keys are gone. */
  forget(): void {
    this.#keys = [];
  }
}
