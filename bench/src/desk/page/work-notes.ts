import type { OpenedDesk } from '@amtsstube/desktop/data/create-desk';
import type { CaseId } from '@amtsstube/shared/domain/ids';
import { filter, firstValueFrom, type Observable } from 'rxjs';
import { openBenchDesk } from '../../sync/page/open-bench-desk.ts';
import { openRawFile, type RawFile } from '../../sync/page/raw-file.ts';
import { filled } from './open-again.ts';

export interface WorkedNotes {
  /** From `do` until it says "gespeichert", with the effect shown; one per note. */
  readonly saved: readonly number[];
  /** A plain write and flush of as many bytes, right after each. */
  readonly raw: readonly number[];
  /** From asking for a case nobody looked at until both halves of it are there. */
  readonly opened: readonly number[];
}

let work: { readonly desk: OpenedDesk; readonly rawFile: RawFile } | undefined;

/** A desk that has everything; the plain file too is opened while there is a line, for its worker's sake. */
export async function openWork(token: string, caseCount: number): Promise<void> {
  const rawFile = await openRawFile();
  const desk = await openBenchDesk(token);
  await filled(desk, caseCount);
  work = { desk, rawFile };
}

/**
 * Opens a case as its screen does, writes a note on it, and on to the next. Beside each note as many bytes as its
 * record has go to a plain file in the same way: message to a worker, write, flush, answer.
 */
export async function workNotes(count: number): Promise<WorkedNotes> {
  if (work === undefined) throw new Error('no desk was opened');
  const { desk, rawFile } = work;
  const rows = (await firstValueFrom(desk.caseList$)) ?? [];
  const saved: number[] = [];
  const raw: number[] = [];
  const opened: number[] = [];
  for (const [index, { caseRecord }] of rows.slice(0, count).entries()) {
    const openedAt = performance.now();
    const watched = await openCase(desk, caseRecord.id);
    opened.push(performance.now() - openedAt);
    const text = `Vermerk ${index + 1}: telefonisch nachgefragt, der Heimtierausweis wird nachgereicht. Wiedervorlage in zwei Wochen.`;
    // each pair meets the page with nothing else to do, and each of the two is first every second time
    const note = async () => {
      await idle();
      const startedAt = performance.now();
      const { result } = await desk.do('addNote', { caseId: caseRecord.id, text });
      saved.push(performance.now() - startedAt);
      if (result !== 'saved') throw new Error(`a note was not saved: ${result}`);
    };
    const plain = async () => {
      await idle();
      const startedAt = performance.now();
      await rawFile.append(new Uint8Array(512));
      raw.push(performance.now() - startedAt);
    };
    for (const write of index % 2 === 0 ? [note, plain] : [plain, note]) await write();
    watched.close();
  }
  rawFile.close();
  return { saved, raw, opened };
}

async function openCase(desk: OpenedDesk, id: CaseId): Promise<{ close(): void }> {
  const halves: readonly Observable<unknown>[] = [desk.watch('cases', id), desk.watch('dossiers', id)];
  const subscriptions = halves.map((half$) => half$.subscribe());
  await Promise.all(
    halves.map((half$) => firstValueFrom(half$.pipe(filter((shown) => shown !== undefined)))),
  );
  return {
    close: () => {
      for (const subscription of subscriptions) subscription.unsubscribe();
    },
  };
}

function idle(): Promise<void> {
  return new Promise((resolve) => {
    requestIdleCallback(() => resolve(), { timeout: 200 });
  });
}
