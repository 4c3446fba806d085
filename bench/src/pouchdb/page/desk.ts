import type { OpenedDesk } from '@amtsstube/desktop/data/create-desk';
import { filter, firstValueFrom, map, scan } from 'rxjs';
import { openBenchDesk } from '../../sync/page/open-bench-desk.ts';
import { transferredBytes } from '../../sync/page/transferred.ts';

let desk: OpenedDesk | undefined;

/** The first copy, sealed as it ships. Returns when it is whole; what comes after that is to find out that it is equal. */
export async function openDesk(token: string): Promise<{ readonly ms: number; readonly bytes: number }> {
  const startedAt = performance.now();
  desk = await openBenchDesk(token);
  await firstValueFrom(desk.health$.pipe(filter(({ building }) => building !== undefined)));
  await firstValueFrom(desk.health$.pipe(filter(({ building }) => building === undefined)));
  const pulled = { ms: performance.now() - startedAt, bytes: transferredBytes('/api/') };
  await firstValueFrom(desk.health$.pipe(filter(({ verifiedEqualAt }) => verifiedEqualAt !== undefined)));
  return pulled;
}

let delta: Promise<{ readonly ms: number; readonly bytes: number }> | undefined;

/** Called while there is no line: measures from the moment it is back until so many changed documents are in the copy. */
export async function awaitDelta(documents: number): Promise<void> {
  if (desk === undefined) throw new Error('no desk was opened');
  const { cache } = desk;
  const online = new Promise<number>((resolve) =>
    addEventListener('online', () => resolve(performance.now()), { once: true }),
  );
  const bytesBefore = transferredBytes('/api/');
  const received = firstValueFrom(
    cache.received$.pipe(
      scan((ids, page) => {
        for (const { id } of page.documents) ids.add(`${page.collection} ${id}`);
        return ids;
      }, new Set<string>()),
      filter(({ size }) => size >= documents),
      map(() => ({ at: performance.now(), bytes: transferredBytes('/api/') - bytesBefore })),
    ),
  );
  delta = Promise.all([online, received]).then(([since, { at, bytes }]) => ({ ms: at - since, bytes }));
}

/** Resolves when the copy was found equal, so that nothing of the desk is under way while PouchDB has its turn. */
export async function deltaWithDesk(): Promise<{ readonly ms: number; readonly bytes: number }> {
  if (desk === undefined || delta === undefined) throw new Error('nothing is awaited');
  const measured = await delta;
  for (const collection of ['cases', 'dossiers'] as const)
    while ((await desk.cache.verify(collection)) === 'later');
  return measured;
}
