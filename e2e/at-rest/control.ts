import { dexieStorage } from '@amtsstube/desktop/data/cache/rxdb-dexie';
import { openRxdbStorage } from '@amtsstube/desktop/data/cache/rxdb-storage';
import { createDesk } from '@amtsstube/desktop/data/create-desk';
import { webCipher } from '@amtsstube/desktop/data/journal/cipher';
import { openJournal } from '@amtsstube/desktop/data/journal/journal';
import { httpTransport } from '@amtsstube/desktop/data/sync/http-transport';
import { systemEnvironment } from '@amtsstube/desktop/data/system-environment';
import { createBrowserHost } from '@amtsstube/desktop/host/browser-host';
import { annaBerger, testTown } from '@amtsstube/shared/fixtures/test-town';
import { filter, firstValueFrom } from 'rxjs';

declare global {
  interface Window {
    openUnsealed(token: string, caseCount: number, drafts: readonly string[]): Promise<void>;
  }
}

/** The same desk without the seal over RxDB: what the check must find, or it finds nothing anywhere. */
window.openUnsealed = async (token, caseCount, drafts) => {
  const { municipalityId } = testTown;
  const host = await createBrowserHost({ directory: 'amtsstube' });
  await host.files.write('drafts', new TextEncoder().encode(JSON.stringify(drafts)));
  const desk = await createDesk({
    actor: {
      kind: 'clerk',
      clerkId: annaBerger.id,
      role: annaBerger.role,
      departmentIds: annaBerger.departmentIds,
    },
    journal: await openJournal({
      files: host.journals,
      cipher: await webCipher(systemEnvironment.randomBytes(48)),
      environment: systemEnvironment,
      identity: { municipalityId, clerkId: annaBerger.id },
    }),
    storage: await openRxdbStorage({ name: 'unsealed', storage: dexieStorage(), files: host.files }),
    transport: httpTransport({ serverUrl: '', municipalityId, token: async () => token }),
    environment: systemEnvironment,
  });
  await firstValueFrom(desk.health$.pipe(filter(({ verifiedEqualAt }) => verifiedEqualAt !== undefined)));
  await firstValueFrom(desk.caseList$.pipe(filter((rows) => rows?.length === caseCount)));
};
