import { type Cipher, keyFileLength, webCipher } from '@amtsstube/desktop/data/journal/cipher';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { synchronousCipher } from './sim-cipher.ts';

const makers: Record<string, (keyFile: Uint8Array) => Promise<Cipher>> = {
  'the real cipher': webCipher,
  "the simulation's cipher": async (keyFile) => synchronousCipher(keyFile),
};
const keyFile = Uint8Array.from({ length: keyFileLength }, (_, index) => index);
const nonce = Uint8Array.from({ length: 12 }, (_, index) => 200 + index);
const bytes = (text: string) => new TextEncoder().encode(text);
const plain = bytes('Der Hund heißt Bello.');
const bound = bytes('device-1:7');

describe.each(Object.entries(makers))('[J9] %s', (_name, make) => {
  it('opens what it sealed, also nothing at all', async () => {
    const cipher = await make(keyFile);
    for (const each of [plain, new Uint8Array()]) {
      const sealed = await cipher.seal(nonce, each, bound);
      expect(sealed).toHaveLength(each.length + 16);
      expect(await cipher.open(nonce, sealed, bound)).toEqual(each);
    }
  });

  it('takes key id and key from their places in the key file', async () => {
    const cipher = await make(keyFile);
    expect(cipher.keyId).toEqual(keyFile.slice(0, 16));
    const otherId = await make(Uint8Array.of(...new Uint8Array(16), ...keyFile.slice(16)));
    expect(await otherId.open(nonce, await cipher.seal(nonce, plain, bound), bound)).toEqual(plain);
  });

  it('refuses one flipped bit anywhere: in text, tag, nonce or what it is bound to', async () => {
    const cipher = await make(keyFile);
    const sealed = await cipher.seal(nonce, plain, bound);
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      expect(await cipher.open(nonce, flipped(sealed, bit), bound), `bit ${bit}`).toBeUndefined();
    }
    expect(await cipher.open(flipped(nonce, 3), sealed, bound)).toBeUndefined();
    expect(await cipher.open(nonce, sealed, bytes('device-1:8'))).toBeUndefined();
  });

  it('refuses what is too short to hold a tag', async () => {
    const cipher = await make(keyFile);
    const sealed = await cipher.seal(nonce, plain, bound);
    for (let length = 0; length < sealed.length; length += 1) {
      expect(await cipher.open(nonce, sealed.slice(0, length), bound), `${length} bytes`).toBeUndefined();
    }
  });

  it('refuses another key, even under the same id', async () => {
    const sealed = await (await make(keyFile)).seal(nonce, plain, bound);
    expect(await (await make(flipped(keyFile, 47 * 8))).open(nonce, sealed, bound)).toBeUndefined();
  });

  it('refuses a key file of another length', async () => {
    await expect(make(keyFile.slice(1))).rejects.toThrow();
  });
});

describe('[J9] the two ciphers', () => {
  it('seal the same bytes and open each other’s', async () => {
    const real = await webCipher(keyFile);
    const simulated = synchronousCipher(keyFile);
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.uint8Array({ minLength: 12, maxLength: 12 }),
        fc.uint8Array({ maxLength: 40 }),
        async (text, once, boundTo) => {
          const sealed = await real.seal(once, text, boundTo);
          expect(await simulated.seal(once, text, boundTo)).toEqual(sealed);
          expect(await simulated.open(once, sealed, boundTo)).toEqual(text);
          expect(await real.open(once, sealed, boundTo)).toEqual(text);
        },
      ),
    );
  });
});

function flipped(original: Uint8Array, bit: number): Uint8Array {
  const copy = original.slice();
  copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return copy;
}
