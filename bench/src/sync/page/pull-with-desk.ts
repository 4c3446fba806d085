import { filter, firstValueFrom } from 'rxjs';
import { openBenchDesk, openUnsealedDesk } from './open-bench-desk.ts';
import { transferredBytes } from './transferred.ts';

export interface DeskPull {
  /** From nothing at all (no host, no journal, no database) until the last document is stored. */
  readonly ms: number;
  /** Until the desk can say that it is being filled. */
  readonly progressMs: number;
  /** From the last document until all collections were found equal with the server. */
  readonly verifiedMs: number;
  /** The part of it that was spent on the dossiers: reading them, their digest, and the server's. */
  readonly digestMs: number;
  readonly bytes: number;
}

/** The first pull of a new desk, as the product does it. Throws where the copy isn't whole. */
export async function pullWithDesk(
  token: string,
  caseCount: number,
  storage: 'sealed' | 'unsealed',
): Promise<DeskPull> {
  const startedAt = performance.now();
  const desk = await (storage === 'sealed' ? openBenchDesk : openUnsealedDesk)(token);
  const verifiedAt = new Map<string, number>();
  desk.cache.verified$.subscribe((collection) => verifiedAt.set(collection, performance.now()));
  await firstValueFrom(desk.health$.pipe(filter(({ building }) => building !== undefined)));
  const progressMs = performance.now() - startedAt;
  await firstValueFrom(desk.health$.pipe(filter(({ building }) => building === undefined)));
  const ms = performance.now() - startedAt;
  const bytes = transferredBytes();
  await firstValueFrom(desk.health$.pipe(filter(({ verifiedEqualAt }) => verifiedEqualAt !== undefined)));
  const verifiedMs = performance.now() - startedAt - ms;
  const rows = await firstValueFrom(desk.caseList$);
  if (rows?.length !== caseCount) throw new Error(`the desk shows ${rows?.length} cases`);
  // one collection after the other, cases before dossiers, which nothing has read since they were written
  const digestMs = (verifiedAt.get('dossiers') ?? 0) - (verifiedAt.get('cases') ?? 0);
  return { ms, progressMs, verifiedMs, digestMs, bytes };
}
