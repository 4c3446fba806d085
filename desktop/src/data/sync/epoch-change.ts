import type { Epoch } from '@amtsstube/shared/domain/ids';
import { Subject } from 'rxjs';
import type { Journal } from '../journal/journal.ts';

/** Another epoch was answered: the journal opens again what the restored server has lost, then the copy is rebuilt (L8). */
export class EpochChange {
  readonly #journal: Journal;
  readonly #changed = new Subject<Epoch>();
  /** The epoch the cache has to be rebuilt for. */
  readonly changed$ = this.#changed.asObservable();

  constructor(journal: Journal) {
    this.#journal = journal;
  }

  /** @param asked the epoch the question was put in: an answer to a question that is out of date changes nothing */
  async note(asked: Epoch | null, answer: { readonly epoch: Epoch; readonly lastN: number }): Promise<void> {
    const taken = await this.#journal.reopen(asked, answer.epoch, answer.lastN);
    if (taken === 'taken') this.#changed.next(answer.epoch);
  }
}
