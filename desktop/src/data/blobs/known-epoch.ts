import type { BlobHash } from '@amtsstube/shared/domain/blob';
import type { Epoch } from '@amtsstube/shared/domain/ids';
import type { BlobBox } from './blob-box.ts';
import type { BlobTransfer } from './blob-transfer.ts';

/**
 * Sees to it that what the server had before it was restored is brought again (S7), also where this desk was closed, or
 * its power failed, when that became known: the box keeps the epoch its entries are of, and it is compared, not listened
 * for.
 */
export class KnownEpoch {
  readonly #box: Pick<BlobBox, 'knownIn' | 'noteKnownIn' | 'entries'>;
  readonly #present: () => Epoch | null;
  readonly #transfer: Pick<BlobTransfer, 'serverForgot'>;
  #running: Promise<void> = Promise.resolve();
  /** What is still to be asked for, and in which epoch that was found. */
  #pending: { readonly epoch: Epoch; readonly hashes: readonly BlobHash[] } | undefined;
  #knownIn: Epoch | undefined;

  constructor(
    box: Pick<BlobBox, 'knownIn' | 'noteKnownIn' | 'entries'>,
    present: () => Epoch | null,
    transfer: Pick<BlobTransfer, 'serverForgot'>,
  ) {
    this.#box = box;
    this.#present = present;
    this.#transfer = transfer;
  }

  /** Within its epoch, too, the server may have lost something: everything is asked for again. */
  forget(): Promise<void> {
    return this.#alone(async () => {
      const present = this.#present();
      if (present === null) return;
      this.#knownIn = undefined;
      this.#pending = this.#all(present);
      await this.#check();
    });
  }

  /** Nothing to do where the entries are of the present epoch. */
  check(): Promise<void> {
    return this.#alone(() => this.#check());
  }

  async #check(): Promise<void> {
    const present = this.#present();
    if (present === null) return;
    if (this.#pending?.epoch !== present) {
      this.#knownIn ??= await this.#box.knownIn();
      if (this.#knownIn === present) return;
      this.#pending = this.#all(present);
    }
    const hashes = await this.#transfer.serverForgot(this.#pending.hashes);
    this.#pending = { epoch: present, hashes };
    if (hashes.length > 0) return;
    await this.#box.noteKnownIn(present);
    this.#pending = undefined;
    this.#knownIn = present;
  }

  #all(epoch: Epoch): { readonly epoch: Epoch; readonly hashes: readonly BlobHash[] } {
    const hashes = this.#box.entries.filter(({ isOnServer }) => isOnServer).map(({ hash }) => hash);
    return { epoch, hashes };
  }

  /** One after another: each begins with what the one before it found. */
  #alone(work: () => Promise<void>): Promise<void> {
    const next = this.#running.catch(() => undefined).then(work);
    this.#running = next;
    return next;
  }
}
