import { firstUnitFrom, type Unit } from '@amtsstube/shared/domain/appointments/unit';
import type { CounterId } from '@amtsstube/shared/domain/ids';
import type { Instant } from '@amtsstube/shared/domain/time';
import type { Head, Read, StoredClaim } from '../store/store.ts';

/** How far behind the present the picture may reach before it is drawn anew: what is over is nobody's wish. */
const oldest = 7 * 288;

/** What of a picture is another than before: these rows, or all of it. */
export type PictureChange = readonly StoredClaim[] | 'all';

/**
 * All claims from now on of one municipality, kept up to date by what was decided since: listing a month reads the few rows
 * that changed instead of ten thousand. For listings; a rule reads its claims in its own transaction.
 */
export class ClaimsPicture {
  #head: Pick<Head, 'epoch' | 'seq'> | undefined;
  #from: Unit = 0;
  readonly #claims = new Map<CounterId, Map<Unit, StoredClaim>>();

  /** Makes it that of the snapshot `read` is of. */
  async bringTo(read: Read, now: Instant): Promise<PictureChange> {
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
      this.#claims.clear();
      this.#from = from;
      // where reading fails it is drawn anew the next time
      this.#head = undefined;
    }
    const seq = isOther ? 0 : before.seq;
    const changed = head.seq > seq ? await read.claimsSince(seq, this.#from) : [];
    for (const claim of changed) this.#put(claim);
    this.#head = { epoch: head.epoch, seq: head.seq };
    return isOther ? 'all' : changed;
  }

  claimOf(counterId: CounterId, unit: Unit): StoredClaim | undefined {
    return this.#claims.get(counterId)?.get(unit);
  }

  *claims(): Iterable<StoredClaim> {
    for (const ofCounter of this.#claims.values()) yield* ofCounter.values();
  }

  #put(claim: StoredClaim): void {
    const ofCounter = this.#claims.get(claim.counterId);
    if (ofCounter) ofCounter.set(claim.unit, claim);
    else this.#claims.set(claim.counterId, new Map([[claim.unit, claim]]));
  }
}
