import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type SafeStorage, systemKeyVault } from './system-key-vault.ts';

/** Electron's safeStorage as documented, over one person's key. */
function safeStorage(key = randomBytes(32), changed: Partial<SafeStorage> = {}): SafeStorage {
  return {
    isAsyncEncryptionAvailable: async () => true,
    async encryptStringAsync(text) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
    },
    async decryptStringAsync(encrypted) {
      const decipher = createDecipheriv('aes-256-gcm', key, encrypted.subarray(0, 12));
      decipher.setAuthTag(encrypted.subarray(12, 28));
      const result = decipher.update(encrypted.subarray(28), undefined, 'utf8') + decipher.final('utf8');
      return { result, shouldReEncrypt: false };
    },
    getSelectedStorageBackend: () => 'gnome_libsecret',
    ...changed,
  };
}

const secret = Uint8Array.from({ length: 256 }, (_, byte) => byte);

describe('the key vault of the system', () => {
  it('gives back every byte, and nothing to another person', async () => {
    const key = randomBytes(32);
    const vault = await systemKeyVault(safeStorage(key), 'win32');
    const wrapped = (await vault?.wrap(secret)) ?? new Uint8Array();
    const later = await systemKeyVault(safeStorage(key), 'win32');
    expect(await later?.unwrap(wrapped)).toEqual({ bytes: secret, isOutdated: false });
    const other = await systemKeyVault(safeStorage(), 'win32');
    expect(await other?.unwrap(wrapped)).toBeUndefined();
    expect(await other?.unwrap(new Uint8Array())).toBeUndefined();
  });

  it('says when the system wants it wrapped again', async () => {
    const vault = await systemKeyVault(
      safeStorage(undefined, { decryptStringAsync: async () => ({ result: 'AQI=', shouldReEncrypt: true }) }),
      'win32',
    );
    expect(await vault?.unwrap(secret)).toEqual({ bytes: Uint8Array.of(1, 2), isOutdated: true });
  });

  it('is none where the system has none, or Linux only pretends', async () => {
    const locked = safeStorage(undefined, { isAsyncEncryptionAvailable: async () => false });
    expect(await systemKeyVault(locked, 'win32')).toBeUndefined();
    for (const backend of ['basic_text', 'unknown']) {
      const pretended = safeStorage(undefined, { getSelectedStorageBackend: () => backend });
      expect(await systemKeyVault(pretended, 'linux')).toBeUndefined();
    }
    expect(await systemKeyVault(safeStorage(), 'linux')).toBeDefined();
  });

  it('a refusal is a failure of the host', async () => {
    const refuse = () => Promise.reject(new Error('keyring locked'));
    const vault = await systemKeyVault(safeStorage(undefined, { encryptStringAsync: refuse }), 'win32');
    await expect(vault?.wrap(secret)).rejects.toMatchObject({ code: 'unavailable' });
  });
});
