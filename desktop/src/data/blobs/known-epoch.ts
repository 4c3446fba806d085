import type { BlobHash } from '@amtsstube/shared/domain/blob';
import type { Epoch } from '@amtsstube/shared/domain/ids';
import type { Instant } from '@amtsstube/shared/domain/time';
import type { BlobBox } from './blob-box.ts';
import type { BlobTransfer } from './blob-transfer.ts';

/** A desk whose operation waits brings again what a restored server lacks: a month is longer than it waits. */
const lookedForMs = 30 * 24 * 60 * 60 * 1000;
type Box = Pick<BlobBox, 'knownIn' | 'noteKnownIn' | 'lookedSince' | 'noteLookedSince' | 'entries'>;

/**
 * Sees to it that what the server had before it was restored is brought again (S7), also where this desk was closed, or
 * its power failed, when that became known: the box keeps the epoch its entries are of, and it is compared, not listened
 * for.
 */
export class KnownEpoch {
  readonly #box: Box;
  readonly #present: () => Epoch | null;
  readonly #transfer: Pick<BlobTransfer, 'serverForgot'>;
  readonly #now: () => Instant;
  #running: Promise<void> = Promise.resolve();
  /** What is still to be asked for, and in which epoch that was found. */
  #pending: { readonly epoch: Epoch; readonly hashes: readonly BlobHash[] } | undefined;
  #knownIn: Epoch | undefined;

  constructor(
    box: Box,
    present: () => Epoch | null,
    transfer: Pick<BlobTransfer, 'serverForgot'>,
    now: () => Instant,
  ) {
    this.#box = box;
    this.#present = present;
    this.#transfer = transfer;
    this.#now = now;
  }

  /** Within its epoch, too, the server may have lost something: everything is asked for again. */
  forget(): Promise<void> {
    return this.#alone(async () => {
      const present = this.#present();
      if (present === null) return;
      this.#knownIn = undefined;
      this.#pending = this.#all(present);
      await this.#box.noteLookedSince(present, this.#now());
      await this.#check();
    });
  }

  /** Nothing to do where the entries are of the present epoch. */
  check(): Promise<void> {
    return this.#alone(() => this.#check());
  }

  /** Whether the server may lack it though it had it, as far as is known now. */
  isPending(hash: BlobHash): boolean {
    const present = this.#present();
    if (present === null) return true;
    if (this.#pending?.epoch === present) return this.#pending.hashes.includes(hash);
    return this.#knownIn !== present;
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
    if (hashes.length > 0 && !(await this.#isLongEnough(present))) return;
    await this.#box.noteKnownIn(present);
    this.#pending = undefined;
    this.#knownIn = present;
  }

  /** Over restarts, too; what no case has named for so long was erased, and its copy may go (S11). */
  async #isLongEnough(present: Epoch): Promise<boolean> {
    const since = await this.#box.lookedSince(present);
    if (since === undefined) await this.#box.noteLookedSince(present, this.#now());
    return since !== undefined && Date.parse(this.#now()) - Date.parse(since) >= lookedForMs;
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
