import { webCipher } from '../data/journal/cipher.ts';
import { HostFailure } from '../host/host-failure.ts';
import type { KeyVault } from '../host/key-vault.ts';
import { purposeOf, type SignedInClerk, type VaultEntry } from './device-file.ts';
import { keyFile } from './open-vault.ts';
import { type DerivePasswordKey, presentCost } from './password-key.ts';
import { fromBase64, seal, toBase64, unseal } from './sealed-bytes.ts';

/** What of a vault's entry has to do with the password. */
export type PasswordPart = Pick<VaultEntry, 'salt' | 'cost' | 'byPassword' | 'systemKey'>;

export type OpenedByPassword =
  /** `isOutdated`: should be sealed again, as this device does it now. */
  | { readonly result: 'opened'; readonly vaultKey: Uint8Array; readonly isOutdated: boolean }
  | { readonly result: 'wrongPassword' }
  /** The operating system doesn't give its part: another PC, a new profile. The password can't be judged. */
  | { readonly result: 'systemKeyLost' };

export interface PasswordSealOptions {
  readonly derive: DerivePasswordKey;
  readonly randomBytes: (length: number) => Uint8Array;
  /** `undefined` where the host has none: then the password alone seals. */
  readonly keyVault: KeyVault | undefined;
}

/**
 * Seals a vault key under the clerk's password and, where the host has a key vault, under a key that only this person's
 * account on this PC unwraps: files and password carried elsewhere open nothing.
 */
export class PasswordSeal {
  readonly #options: PasswordSealOptions;

  constructor(options: PasswordSealOptions) {
    this.#options = options;
  }

  async seal(who: SignedInClerk, password: string, vaultKey: Uint8Array): Promise<PasswordPart> {
    const { derive, randomBytes } = this.#options;
    const salt = randomBytes(16);
    const systemKey = randomBytes(32);
    const wrapped = await this.#wrap(systemKey);
    const passwordKey = await derive(password, salt, presentCost);
    const key = wrapped === undefined ? passwordKey : await bothKeys(passwordKey, systemKey);
    const sealed = await seal(await cipherOf(key), randomBytes(12), purposeOf('password', who), vaultKey);
    return {
      salt: toBase64(salt),
      cost: presentCost,
      byPassword: toBase64(sealed),
      systemKey: wrapped && toBase64(wrapped),
    };
  }

  async open(entry: VaultEntry, password: string): Promise<OpenedByPassword> {
    const { keyVault } = this.#options;
    const wrapped = entry.systemKey;
    const unwrapped = wrapped === undefined ? undefined : await keyVault?.unwrap(fromBase64(wrapped));
    if (wrapped !== undefined && unwrapped === undefined) return { result: 'systemKeyLost' };
    const passwordKey = await this.#options.derive(password, fromBase64(entry.salt), entry.cost);
    const key = unwrapped === undefined ? passwordKey : await bothKeys(passwordKey, unwrapped.bytes);
    const sealed = fromBase64(entry.byPassword);
    const vaultKey = await unseal(await cipherOf(key), purposeOf('password', entry.who), sealed);
    if (vaultKey === undefined) return { result: 'wrongPassword' };
    const isOutdated = unwrapped === undefined ? keyVault !== undefined : unwrapped.isOutdated;
    return { result: 'opened', vaultKey, isOutdated };
  }

  /** A system that refuses must not keep a clerk from working: the password seals alone until it does. */
  async #wrap(systemKey: Uint8Array): Promise<Uint8Array | undefined> {
    try {
      return await this.#options.keyVault?.wrap(systemKey);
    } catch (error) {
      if (error instanceof HostFailure) return undefined;
      throw error;
    }
  }
}

/** One key out of two, which can't be had from either alone. */
async function bothKeys(passwordKey: Uint8Array, systemKey: Uint8Array): Promise<Uint8Array> {
  const material = Uint8Array.of(...passwordKey, ...systemKey);
  const imported = await globalThis.crypto.subtle.importKey('raw', material, 'HKDF', false, ['deriveBits']);
  const info = new TextEncoder().encode('amtsstube/password-and-system');
  const derivation = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info };
  return new Uint8Array(await globalThis.crypto.subtle.deriveBits(derivation, imported, 256));
}

function cipherOf(key: Uint8Array) {
  return webCipher(keyFile(new Uint8Array(), key));
}
