import type { ClerkId } from '@amtsstube/shared/domain/ids';
import { type Instant, instantOf, millisecondsOf } from '@amtsstube/shared/domain/time';
import type { EnrolAnswer, SignInAnswer } from '@amtsstube/shared/replication/sign-in';
import type { Environment } from '../data/environment.ts';
import { type Cipher, keyFileLength, webCipher } from '../data/journal/cipher.ts';
import { Queue } from '../data/queue.ts';
import { HostFailure, type KeyVault, type SmallFiles } from '../host/host.ts';
import {
  type DeviceFile,
  destroyDeviceFile,
  purposeOf,
  readDeviceFile,
  type SignedInClerk,
  type VaultEntry,
  writeDeviceFile,
} from './device-file.ts';
import { GuessDelay } from './guess-delay.ts';
import { keyFile, type OpenVault, openVault, subKey } from './open-vault.ts';
import type { DerivePasswordKey } from './password-key.ts';
import { PasswordSeal } from './password-seal.ts';
import { fromBase64, seal, toBase64, unseal } from './sealed-bytes.ts';

/** A clerk the locked screen offers. */
export interface KnownClerk {
  readonly who: SignedInClerk;
  readonly email: string;
}

export type Unlocked =
  | { readonly result: 'unlocked'; readonly vault: OpenVault }
  | { readonly result: 'wrongPassword' }
  /** Too many wrong ones: not before this moment. */
  | { readonly result: 'wait'; readonly until: Instant }
  /** Fourteen days without the server: sign in with a line. The journal is kept. */
  | { readonly result: 'serverNeeded' }
  /** The operating system doesn't give its part of the key: sign in with a line. The journal is kept. */
  | { readonly result: 'systemKeyLost' };

export interface VaultsOptions {
  readonly files: SmallFiles;
  readonly environment: Pick<Environment, 'now' | 'randomBytes'>;
  /** Milliseconds since some moment, by a clock nobody can set: `performance.now()`. */
  readonly elapsed: () => number;
  readonly derive: DerivePasswordKey;
  /** The host's. */
  readonly keyVault: KeyVault | undefined;
}

const fourteenDays = 14 * 24 * 60 * 60 * 1000;
/** The clerks' vaults on this device. A key is nowhere but in an open vault: files hold it sealed (facts: at rest). */
export class Vaults {
  readonly #options: VaultsOptions;
  readonly #passwords: PasswordSeal;
  readonly #guesses: GuessDelay;
  /** Reads and writes of the file don't cross: unlocking, a contact, a new password. */
  readonly #queue = new Queue();
  #file: DeviceFile | undefined;

  private constructor(options: VaultsOptions, file: DeviceFile | undefined) {
    this.#options = options;
    const { derive, keyVault, environment } = options;
    this.#passwords = new PasswordSeal({ derive, keyVault, randomBytes: environment.randomBytes });
    this.#guesses = new GuessDelay(options.elapsed);
    this.#file = file;
  }

  /** @throws DeviceFileUnreadable */
  static async open(options: VaultsOptions): Promise<Vaults> {
    return new Vaults(options, await readDeviceFile(options.files));
  }

  /** undefined: not enrolled. */
  get workstation(): EnrolAnswer | undefined {
    return this.#file?.workstation;
  }

  /** Who has worked here, the last one first. */
  get clerks(): readonly KnownClerk[] {
    const { vaults = [], last } = this.#file ?? {};
    return [...vaults]
      .sort((a, b) => Number(b.who.clerk.id === last) - Number(a.who.clerk.id === last))
      .map(({ who, email }) => ({ who, email }));
  }

  /** Anew where the server has lost the device: the vaults stay as they are, and their passwords open them. */
  async enrol(workstation: EnrolAnswer): Promise<void> {
    await this.#queue.run(() => {
      const { vaults = [], last = null } = this.#file ?? {};
      return this.#write({ format: 1, workstation, vaults, last }, true);
    });
  }

  /** With the password alone, without a line. */
  async unlock(clerkId: ClerkId, password: string): Promise<Unlocked> {
    const entry = this.#entry(clerkId);
    if (entry === undefined) throw new Error('unlock of a clerk who has no vault here');
    const now = this.#options.environment.now();
    const remaining = this.#guesses.remaining(entry);
    if (remaining > 0) return { result: 'wait', until: instantOf(millisecondsOf(now) + remaining) };
    const triedAt = triedAtBy(entry, now);
    if (isOverdue(entry, triedAt)) {
      await this.#note({ ...entry, triedAt });
      return { result: 'serverNeeded' };
    }
    const opened = await this.#passwords.open(entry, password);
    if (opened.result === 'systemKeyLost') return opened;
    if (opened.result === 'wrongPassword') {
      await this.#note({ ...entry, triedAt, failures: this.#guesses.wrong(entry), failedAt: now });
      return opened;
    }
    this.#guesses.right(entry);
    const { vaultKey } = opened;
    const vault = await this.#opened(entry, vaultKey);
    const anew = opened.isOutdated ? await this.#passwords.seal(entry.who, password, vaultKey) : {};
    await this.#note({ ...entry, ...anew, triedAt, failures: 0, failedAt: null }, clerkId, opened.isOutdated);
    return { result: 'unlocked', vault };
  }

  /**
   * After the server accepted this password: opens the clerk's vault, or makes one. A password changed elsewhere opens
   * it by the recovery key. undefined: neither does; the vault stays as it is, for support.
   */
  async signedIn(answer: SignInAnswer, email: string, password: string): Promise<OpenVault | undefined> {
    const { environment } = this.#options;
    const who = { municipalityId: answer.municipalityId, clerk: answer.clerk };
    const entry = this.#entry(answer.clerk.id);
    const vaultKey =
      entry === undefined
        ? environment.randomBytes(keyFileLength)
        : ((await this.#byPassword(entry, password)) ?? (await byRecovery(entry, answer.recoveryKey)));
    if (vaultKey === undefined) return undefined;
    const fresh = await this.#sealedEntry(answer, email, password, vaultKey);
    await this.#put(fresh, who.clerk.id, true);
    this.#guesses.right(fresh);
    return this.#opened(fresh, vaultKey);
  }

  /** The server knows the new one already. @returns false where `current` doesn't open the vault */
  async changePassword(clerkId: ClerkId, current: string, next: string): Promise<boolean> {
    const entry = this.#entry(clerkId);
    const vaultKey = entry && (await this.#byPassword(entry, current));
    if (!entry || !vaultKey) return false;
    await this.#put(
      { ...entry, ...(await this.#passwords.seal(entry.who, next, vaultKey)) },
      undefined,
      true,
    );
    return true;
  }

  /** The server has answered this clerk's session: the fourteen days begin anew, also where the clock is earlier now. */
  async seen(clerkId: ClerkId, at: Instant): Promise<void> {
    const entry = this.#entry(clerkId);
    if (entry && entry.serverSeenAt !== at) await this.#put({ ...entry, serverSeenAt: at, triedAt: at });
  }

  /** An administrator gave the clerk other rights or another name: what the desk must know without asking the server. */
  async changed(who: SignedInClerk): Promise<void> {
    const entry = this.#entry(who.clerk.id);
    if (entry) await this.#put({ ...entry, who });
  }

  /** Fourteen days have gone by without the server: her password alone would open nothing now. */
  demandsServer(clerkId: ClerkId): boolean {
    const entry = this.#entry(clerkId);
    return entry !== undefined && isOverdue(entry, triedAtBy(entry, this.#options.environment.now()));
  }

  /** The clerk works here no more: her password alone opens nothing. Nothing is deleted, should she come back. */
  async demandServer(clerkId: ClerkId): Promise<void> {
    const entry = this.#entry(clerkId);
    if (entry) await this.#put({ ...entry, serverSeenAt: instantOf(0) });
  }

  /** The device was revoked: no key of it is left. Journals stay, and stay sealed. */
  async destroy(): Promise<void> {
    await destroyDeviceFile(this.#options.files);
    this.#file = undefined;
  }

  async #sealedEntry(
    answer: SignInAnswer,
    email: string,
    password: string,
    vaultKey: Uint8Array,
  ): Promise<VaultEntry> {
    const who = { municipalityId: answer.municipalityId, clerk: answer.clerk };
    const recovery = await keyOf(fromBase64(answer.recoveryKey));
    const own = await webCipher(await subKey(vaultKey, 'vault'));
    return {
      who,
      email,
      ...(await this.#passwords.seal(who, password, vaultKey)),
      byRecovery: await this.#seal(recovery, purposeOf('recovery', who), vaultKey),
      colleagueKey: await this.#seal(own, purposeOf('colleague', who), fromBase64(answer.colleagueKey)),
      serverSeenAt: this.#options.environment.now(),
      failures: 0,
      failedAt: null,
    };
  }

  async #byPassword(entry: VaultEntry, password: string): Promise<Uint8Array | undefined> {
    const opened = await this.#passwords.open(entry, password);
    return opened.result === 'opened' ? opened.vaultKey : undefined;
  }

  async #opened({ who, email, colleagueKey }: VaultEntry, vaultKey: Uint8Array): Promise<OpenVault> {
    const { files, environment } = this.#options;
    const own = await webCipher(await subKey(vaultKey, 'vault'));
    const colleague = await unseal(own, purposeOf('colleague', who), fromBase64(colleagueKey));
    if (colleague === undefined) throw new Error('a vault without its colleague key');
    return openVault(who, email, vaultKey, colleague, files, environment.randomBytes);
  }

  async #seal(cipher: Cipher, purpose: string, plain: Uint8Array): Promise<string> {
    return toBase64(await seal(cipher, this.#options.environment.randomBytes(12), purpose, plain));
  }

  #entry(clerkId: ClerkId): VaultEntry | undefined {
    return this.#file?.vaults.find(({ who }) => who.clerk.id === clerkId);
  }

  /** As far as the disk allows: a full one must not keep the clerk from what she has saved. */
  async #note(entry: VaultEntry, last?: ClerkId, isNewKey = false): Promise<void> {
    try {
      await this.#put(entry, last, isNewKey);
    } catch (error) {
      if (!(error instanceof HostFailure)) throw error;
    }
  }

  #put(entry: VaultEntry, last?: ClerkId, isNewKey = false): Promise<void> {
    return this.#queue.run(async () => {
      const file = this.#file;
      if (file === undefined) throw new Error('a vault on a device that is not enrolled');
      const others = file.vaults.filter(({ who }) => who.clerk.id !== entry.who.clerk.id);
      await this.#write({ ...file, vaults: [...others, entry], last: last ?? file.last }, isNewKey);
    });
  }

  /** In memory only after it is on disk: a full disk must not make a clerk believe in a new password. */
  async #write(file: DeviceFile, isNewKey: boolean): Promise<void> {
    await writeDeviceFile(this.#options.files, file, isNewKey);
    this.#file = file;
  }
}

async function byRecovery(entry: VaultEntry, recoveryKey: string): Promise<Uint8Array | undefined> {
  const key = await keyOf(fromBase64(recoveryKey));
  return unseal(key, purposeOf('recovery', entry.who), fromBase64(entry.byRecovery));
}

function keyOf(key: Uint8Array): Promise<Cipher> {
  return webCipher(keyFile(new Uint8Array(), key));
}

function triedAtBy({ triedAt, serverSeenAt }: VaultEntry, now: Instant): Instant {
  const before = triedAt ?? serverSeenAt;
  return now < before ? before : now;
}

function isOverdue({ serverSeenAt }: VaultEntry, triedAt: Instant): boolean {
  return millisecondsOf(triedAt) - millisecondsOf(serverSeenAt) > fourteenDays;
}
