import type { OpenedDesk } from '@amtsstube/desktop/data/create-desk';
import type { Health } from '@amtsstube/desktop/data/desk';
import type { CaseId } from '@amtsstube/shared/domain/ids';
import { replicatedCollections } from '@amtsstube/shared/replication/collections';
import { firstValueFrom } from 'rxjs';
import type { DeskState } from './desk-messages.ts';
import { versionsOf } from './versions.ts';

/** What a desk says and shows, from its opening on; the same in a process and in a browser. */
export class DeskWatch {
  readonly #desk: OpenedDesk;
  readonly #reported: string[];
  #notes: number | null = null;
  #waitingFiles = 0;
  #health: Health | undefined;

  /** @param reported bugs in what runs by itself; what was shown and is gone is added here */
  constructor(desk: OpenedDesk, tallyId: CaseId, reported: string[]) {
    this.#desk = desk;
    this.#reported = reported;
    desk.health$.subscribe((health) => {
      this.#health = health;
    });
    desk.files?.waiting$.subscribe((waiting) => {
      this.#waitingFiles = waiting.length;
    });
    desk.watch('dossiers', tallyId).subscribe((shown) => {
      const notes = shown?.document.events.filter(({ kind }) => kind === 'note').length ?? null;
      // (e) what was shown once is never gone again
      if ((notes ?? -1) < (this.#notes ?? -1))
        reported.push(`(e) ${this.#notes} notes were shown, now ${notes}`);
      this.#notes = notes;
    });
  }

  async state(): Promise<DeskState> {
    const { cache, deviceId, overlay, outbox$, refused$ } = this.#desk;
    const health = this.#health;
    return {
      deviceId,
      open: (await firstValueFrom(outbox$)).length,
      overlay: [...overlay.view.documents.keys()],
      notes: this.#notes,
      waitingFiles: this.#waitingFiles,
      refused: (await firstValueFrom(refused$)).map(({ operation }) => operation.opId),
      generations: Object.fromEntries(
        replicatedCollections.map((name) => [name, cache.copy.generationOf(name)]),
      ),
      versions: versionsOf(await rowsOf(this.#desk)),
      line: health?.line.state ?? 'unknown',
      notNow: health?.notNow ?? null,
      notice: health?.journalNotice?.kind ?? null,
      reported: this.#reported,
    };
  }
}

/** All documents of the copy. */
export async function rowsOf({ cache }: OpenedDesk): Promise<[string, string, number, unknown][]> {
  const rows: [string, string, number, unknown][] = [];
  for (const collection of replicatedCollections) {
    for (const { id, seq, document } of await cache.copy.page(collection, '', 1_000_000))
      rows.push([collection, id, seq, document]);
  }
  return rows;
}
