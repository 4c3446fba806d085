import type { OpenedDesk } from '@amtsstube/desktop/data/create-desk';
import { filter, firstValueFrom } from 'rxjs';
import { openBenchDesk, openUnsealedDesk } from '../../sync/page/open-bench-desk.ts';

export type Storage = 'sealed' | 'unsealed';

export interface Opened {
  /** From nothing in memory until there are rows to show. */
  readonly firstRowsMs: number;
  /** Until all are there. */
  readonly wholeMs: number;
}

const openers = { sealed: openBenchDesk, unsealed: openUnsealedDesk };

/** The first copy of a new desk, found equal with the server's. */
export async function fillDesk(token: string, caseCount: number, storage: Storage): Promise<void> {
  const desk = await openers[storage](token);
  await filled(desk, caseCount);
  await desk.close();
}

/** Opens what lies on this device; the line plays no part in it. */
export async function openAgain(token: string, caseCount: number, storage: Storage): Promise<Opened> {
  const startedAt = performance.now();
  const desk = await openers[storage](token);
  await firstValueFrom(desk.caseList$.pipe(filter((rows) => (rows?.length ?? 0) > 0)));
  const firstRowsMs = performance.now() - startedAt;
  await firstValueFrom(desk.caseListIsWhole$.pipe(filter((isWhole) => isWhole)));
  const wholeMs = performance.now() - startedAt;
  const rows = await firstValueFrom(desk.caseList$);
  if (rows?.length !== caseCount) throw new Error(`the desk shows ${rows?.length} cases`);
  await desk.close();
  return { firstRowsMs, wholeMs };
}

export async function filled(desk: OpenedDesk, caseCount: number): Promise<void> {
  await firstValueFrom(desk.health$.pipe(filter(({ verifiedEqualAt }) => verifiedEqualAt !== undefined)));
  await firstValueFrom(desk.caseList$.pipe(filter((rows) => rows?.length === caseCount)));
}
