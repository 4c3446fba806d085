import { MemoryCacheDisk, openMemoryStorage } from '@amtsstube/desktop/data/cache/memory-storage';
import { createDesk, type OpenedDesk } from '@amtsstube/desktop/data/create-desk';
import { webCipher } from '@amtsstube/desktop/data/journal/cipher';
import { openJournal } from '@amtsstube/desktop/data/journal/journal';
import { httpTransport } from '@amtsstube/desktop/data/sync/http-transport';
import { systemEnvironment } from '@amtsstube/desktop/data/system-environment';
import { createNodeHost } from '@amtsstube/desktop/host/node-host';
import type { Clerk } from '@amtsstube/shared/domain/clerk';
import type { CounterId, MunicipalityId } from '@amtsstube/shared/domain/ids';
import { actorOf } from '@amtsstube/sync-server/execute/actor-of';
import { filter, firstValueFrom, type Observable } from 'rxjs';
import { CutLine } from './cut-line.ts';

export interface DeskPlace {
  readonly url: string;
  readonly municipalityId: MunicipalityId;
  readonly token: string;
  readonly clerk: Clerk;
  /** Of its journal, on the real disk. */
  readonly directory: string;
  /** 48 bytes: the same again opens the same journal. */
  readonly key: Uint8Array;
  /** Where it stands, for a desk that has times ahead. */
  readonly ownCounter$?: Observable<CounterId | undefined>;
}

export interface LinkedDesk {
  readonly desk: OpenedDesk;
  readonly line: CutLine;
}

/**
 * The app's data layer with its journal on the real disk, once it was found equal to the server. The copy lies in memory: its
 * own disk is measured elsewhere, and must not take the machine from what is measured with it.
 */
export async function openLinkedDesk(place: DeskPlace): Promise<LinkedDesk> {
  const { url, municipalityId, token, clerk, directory, key, ownCounter$ } = place;
  const host = await createNodeHost({ directory, notify: () => undefined });
  const line = new CutLine(httpTransport({ serverUrl: url, municipalityId, token: async () => token }));
  const desk = await createDesk({
    actor: actorOf(clerk),
    journal: await openJournal({
      files: host.journals,
      cipher: await webCipher(key),
      environment: systemEnvironment,
      identity: { municipalityId, clerkId: clerk.id },
    }),
    storage: openMemoryStorage(new MemoryCacheDisk()),
    transport: line,
    environment: systemEnvironment,
    ...(ownCounter$ && { ownCounter$ }),
  });
  await firstValueFrom(desk.health$.pipe(filter(({ verifiedEqualAt }) => verifiedEqualAt !== undefined)));
  return { desk, line };
}
