export type { HostFailureCode } from './host-failure.ts';
export { HostFailure } from './host-failure.ts';
export type { KeyVault } from './key-vault.ts';

import type { KeyVault } from './key-vault.ts';

/**
 * An open journal: bytes at the end of a file, and nothing acknowledged before it is durable (J2).
 * What the bytes mean is the journal's business (`data/`), not the shell's.
 */
export interface JournalFile {
  /**
   * Whole content as it is on disk. All of it is durable: opening flushes what a former process may have
   * written and not flushed, so what is read may be sent (J2).
   */
  read(): Promise<Uint8Array>;
  /**
   * Resolves only after the bytes are durable (fsync/flush). Calls are serialised; the bytes are copied at the
   * call. A failed append rejects with HostFailure and leaves no half acknowledged bytes: the file is cut back to
   * its former length; while that fails too, every append tries it again and rejects (`journalBroken`).
   */
  append(bytes: Uint8Array): Promise<void>;
  /** Cuts to `length` bytes, durable. More than there are is refused with `io`. */
  truncate(length: number): Promise<void>;
  /** Waits for what was begun, then lets the file go. Twice is once. */
  close(): Promise<void>;
}

/** The journals of this desk, and what was taken out of them. Names obey `fileName`. */
export interface JournalFiles {
  /** Names of the journals, sorted; never what was set aside. */
  list(): Promise<readonly string[]>;
  /** Opens or creates; exclusive: a second open of the same name rejects with HostFailure `locked`. */
  open(name: string): Promise<JournalFile>;
  /**
   * Keeps bytes beside the journals for support (torn tails, damaged files); durable; never overwrites an existing
   * name (adds a suffix) and returns the name used.
   */
  setAside(name: string, bytes: Uint8Array): Promise<string>;
  /** Durable; nothing to do when there is none. An open journal is refused with `locked`. */
  remove(name: string): Promise<void>;
}

/** Small whole files: the device's vaults, what is sealed under them, settings of the shell. Names obey `fileName`. */
export interface SmallFiles {
  /** `undefined` when it was never written or was removed; a damaged file rejects with `io` instead. */
  read(name: string): Promise<Uint8Array | undefined>;
  /** Atomic replace, durable: after a crash there is the old content or the new one. */
  write(name: string, bytes: Uint8Array): Promise<void>;
  /** Durable; nothing to do when there is none. */
  remove(name: string): Promise<void>;
}

/**
 * Pieces of the clerks' files (B1), apart from the small files: written whole, durable when written, and listed. What
 * they mean and how they are sealed is the business of `data/`.
 */
export interface BlobFiles extends SmallFiles {
  /** Sorted. What a kill tore while it was first written may be named here and read as `undefined`. */
  list(): Promise<readonly string[]>;
}

/** `refused` is lasting news for the clerk: the browser may evict what is stored. */
export type Persistence = 'granted' | 'refused' | 'unneeded';

/** What the app asks of the operating system. Both shells truly have all of it, but for what may be `undefined`. */
export interface Host {
  readonly kind: 'browser' | 'electron' | 'node' | 'memory';
  readonly journals: JournalFiles;
  readonly files: SmallFiles;
  readonly blobs: BlobFiles;
  /** `undefined` in browsers, and where the operating system has none. */
  readonly keyVault: KeyVault | undefined;
  /** Asks for lasting storage; browser: navigator.storage.persist(). */
  persistence(): Promise<Persistence>;
  /** `quotaBytes` is what could be used in all, including what is used; `undefined` where nobody can tell. */
  storage(): Promise<{ usedBytes: number; quotaBytes: number | undefined }>;
  /**
   * One window owns a desk's database; `undefined` when another one has it. Let go by itself when the window or
   * process ends, however it ends. Browser: Web Lock; node: lock file with pid.
   */
  claimOwnership(name: string): Promise<Ownership | undefined>;
  /** A message of the operating system; silently nothing where the person forbade it. */
  notify(title: string, body: string): void;
  /** Asks the person to allow `notify`, on a click of hers; absent where nobody has to be asked. */
  readonly askToNotify?: () => Promise<boolean>;
}

export interface Ownership {
  release(): Promise<void>;
}
