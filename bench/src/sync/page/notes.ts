import type { OpenedDesk } from '@amtsstube/desktop/data/create-desk';
import { filter, firstValueFrom } from 'rxjs';
import { openBenchDesk } from './open-bench-desk.ts';
import { openRawFile, type RawFile } from './raw-file.ts';

let desk: OpenedDesk | undefined;
let rawFile: RawFile | undefined;

/** A desk that has everything; the plain file too is opened while there is a line, for its worker's sake. */
export async function openNotesDesk(token: string, caseCount: number): Promise<void> {
  rawFile = await openRawFile();
  desk = await openBenchDesk(token);
  await firstValueFrom(desk.health$.pipe(filter(({ verifiedEqualAt }) => verifiedEqualAt !== undefined)));
  await firstValueFrom(desk.caseList$.pipe(filter((rows) => rows?.length === caseCount)));
}

/**
 * Notes on as many cases, one after another. Each waits for "gespeichert"; beside each as many bytes as its record has
 * go to a plain file in the same way: message to a worker, write, flush, answer.
 */
export async function writeNotes(count: number): Promise<{ saved: number[]; raw: number[] }> {
  const { caseList$, do: perform } = opened();
  const rows = (await firstValueFrom(caseList$)) ?? [];
  if (rawFile === undefined) throw new Error('no file was opened');
  const saved: number[] = [];
  const raw: number[] = [];
  for (const [index, { caseRecord }] of rows.slice(0, count).entries()) {
    const text = `Vermerk ${index + 1}: telefonisch nachgefragt, der Heimtierausweis wird nachgereicht. Wiedervorlage in zwei Wochen.`;
    const startedAt = performance.now();
    const { result } = await perform('addNote', { caseId: caseRecord.id, text });
    const savedAt = performance.now();
    if (result !== 'saved') throw new Error(`a note was not saved: ${result}`);
    await rawFile.append(new Uint8Array(512));
    saved.push(savedAt - startedAt);
    raw.push(performance.now() - savedAt);
  }
  rawFile.close();
  return { saved, raw };
}

/** From the moment the line is back until the server has decided on everything; in milliseconds. */
export async function handOver(): Promise<number> {
  const startedAt = performance.now();
  opened().syncNow();
  await firstValueFrom(opened().outbox$.pipe(filter((waiting) => waiting.length === 0)));
  return performance.now() - startedAt;
}

function opened(): OpenedDesk {
  if (desk === undefined) throw new Error('no desk was opened');
  return desk;
}
