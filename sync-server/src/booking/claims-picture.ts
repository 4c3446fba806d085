import { type ClaimKey, claimKey } from '@amtsstube/shared/domain/appointments/claim';
import { firstUnitFrom, type Unit } from '@amtsstube/shared/domain/appointments/unit';
import type { Instant } from '@amtsstube/shared/domain/time';
import type { Head, Read, StoredClaim } from '../store/store.ts';

/** How far behind the present the picture may reach before it is drawn anew: what is over is nobody's wish. */
const oldest = 7 * 288;

/**
 * All claims from now on of one municipality, kept up to date by what was decided since: listing a month reads the few rows
 * that changed instead of ten thousand. For listings; a rule reads its claims in its own transaction.
 */
export class ClaimsPicture {
  #head: Pick<Head, 'epoch' | 'seq'> | undefined;
  #from: Unit = 0;
  readonly #claims = new Map<ClaimKey, StoredClaim>();
  /** Another one whenever a row changed, or all were read anew. */
  version = 0;

  /** As of the snapshot `read` is of. */
  async at(read: Read, now: Instant): Promise<Iterable<StoredClaim>> {
    const head = await read.head();
    const from = firstUnitFrom(now) - 1;
    const before = this.#head;
    // restored from a backup, or left alone for long, or a clock that was put back
    const isOther =
      before === undefined ||
      before.epoch !== head.epoch ||
      head.seq < before.seq ||
      from < this.#from ||
      from > this.#from + oldest;
    if (isOther) {
      this.version += 1;
      this.#claims.clear();
      this.#from = from;
    }
    const seq = isOther ? 0 : before.seq;
    if (head.seq > seq)
      for (const claim of await read.claimsSince(seq, this.#from)) {
        this.version += 1;
        this.#claims.set(claimKey(claim.counterId, claim.unit), claim);
      }
    this.#head = { epoch: head.epoch, seq: head.seq };
    return this.#claims.values();
  }
}
