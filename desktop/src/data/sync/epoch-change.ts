import type { DeviceId, Epoch } from '@amtsstube/shared/domain/ids';
import { Subject } from 'rxjs';
import type { Journal } from '../journal/journal.ts';

/** Another epoch was answered: the journal opens again what the restored server has lost, then the copy is rebuilt (L8). */
export class EpochChange {
  readonly #journal: Journal;
  readonly #changed = new Subject<Epoch>();
  /** The epoch the cache has to be rebuilt for. */
  readonly changed$ = this.#changed.asObservable();
  readonly #forgot = new Subject<void>();
  /** The server may lack what it once had, in another epoch or in this one. */
  readonly forgot$ = this.#forgot.asObservable();

  constructor(journal: Journal) {
    this.#journal = journal;
  }

  /**
   * @param asked the epoch the question was put in, and the journal's identity then: an answer to a question that is out
   * of date changes nothing
   */
  async note(
    asked: { readonly epoch: Epoch | null; readonly deviceId: DeviceId },
    answer: { readonly epoch: Epoch; readonly lastN: number },
  ): Promise<void> {
    const taken = await this.#journal.reopen(asked.epoch, answer.epoch, answer.lastN, asked.deviceId);
    if (taken !== 'taken') return;
    this.#changed.next(answer.epoch);
    this.#forgot.next();
  }

  /** The server misses operations within its epoch: it was put back by hand. */
  lost(): void {
    this.#forgot.next();
  }
}
