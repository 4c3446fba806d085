import type { TaskId } from '@amtsstube/shared/domain/ids';
import type { Task } from '@amtsstube/shared/domain/task';

/** What the wishes noted without a line have come to. */
export interface WishesTold {
  readonly wishes: number;
  readonly booked: number;
  /** Who has to be called. */
  readonly calls: number;
}

interface Known {
  /** The tasks of wishes that wait to be handed over, and of those that were refused. */
  readonly waiting: readonly TaskId[];
  readonly refused: readonly TaskId[];
  readonly tasks: readonly Task[];
}

/** Counts what became of this desk's wishes, and says it once: when none waits and each has its answer (K11). */
export class WishesHandedOver {
  readonly #sent = new Set<TaskId>();

  note({ waiting, refused, tasks }: Known): WishesTold | undefined {
    for (const id of waiting) this.#sent.add(id);
    if (waiting.length > 0) return undefined;
    // those are told as refused
    for (const id of refused) this.#sent.delete(id);
    const settled = tasks.filter(({ id, wish }) => this.#sent.has(id) && wish?.settled);
    if (settled.length === 0 || settled.length < this.#sent.size) return undefined;
    this.#sent.clear();
    return {
      wishes: settled.length,
      booked: settled.filter(({ wish }) => wish?.settled?.is === 'booked').length,
      calls: settled.filter(({ done }) => done === null).length,
    };
  }
}
