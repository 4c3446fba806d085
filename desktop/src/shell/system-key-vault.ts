import { HostFailure } from '../host/host-failure.ts';
import type { KeyVault } from '../host/key-vault.ts';

/** What is used of Electron's `safeStorage`. */
export interface SafeStorage {
  isAsyncEncryptionAvailable(): Promise<boolean>;
  encryptStringAsync(text: string): Promise<Buffer>;
  decryptStringAsync(
    encrypted: Buffer,
  ): Promise<{ readonly result: string; readonly shouldReEncrypt: boolean }>;
  /** Linux only. */
  getSelectedStorageBackend(): string;
}

/** Without a keyring Electron on Linux "encrypts" under a key that everybody knows: as good as none. */
const noRealKeyring = ['basic_text', 'unknown'];

/** The system's safe; `undefined` where this PC has none. After Electron's `ready`. */
export async function systemKeyVault(
  storage: SafeStorage,
  platform: NodeJS.Platform,
): Promise<KeyVault | undefined> {
  if (platform === 'linux' && noRealKeyring.includes(storage.getSelectedStorageBackend())) return undefined;
  if (!(await storage.isAsyncEncryptionAvailable())) return undefined;
  return {
    async wrap(bytes) {
      try {
        return new Uint8Array(await storage.encryptStringAsync(Buffer.from(bytes).toString('base64')));
      } catch (error) {
        throw new HostFailure('unavailable', 'the key vault of the system refused', { cause: error });
      }
    },
    async unwrap(wrapped) {
      try {
        const { result, shouldReEncrypt } = await storage.decryptStringAsync(Buffer.from(wrapped));
        return { bytes: new Uint8Array(Buffer.from(result, 'base64')), isOutdated: shouldReEncrypt };
      } catch {
        // Electron rejects for another person's key, a lost one and a locked keyring alike
        return undefined;
      }
    },
  };
}
