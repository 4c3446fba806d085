import { dexieStorage } from '@amtsstube/desktop/data/cache/rxdb-dexie';
import { openRxdbStorage } from '@amtsstube/desktop/data/cache/rxdb-storage';
import { createDesk, type OpenedDesk } from '@amtsstube/desktop/data/create-desk';
import { openJournal } from '@amtsstube/desktop/data/journal/journal';
import { openDesk } from '@amtsstube/desktop/data/open-desk';
import { httpTransport } from '@amtsstube/desktop/data/sync/http-transport';
import { systemEnvironment } from '@amtsstube/desktop/data/system-environment';
import { createBrowserHost } from '@amtsstube/desktop/host/browser-host';
import type { Host } from '@amtsstube/desktop/host/host';
import { type OpenVault, openVault } from '@amtsstube/desktop/vault/open-vault';
import { annaBerger, testTown } from '@amtsstube/shared/fixtures/test-town';

/** Anna Berger's desk, put together and sealed as the product does it; her password has just opened her vault. */
export async function openBenchDesk(token: string): Promise<OpenedDesk> {
  const { host, vault } = await open();
  const desk = await openDesk({ host, vault, serverUrl: '', token: async () => token });
  // what createDesk makes and openDesk shows less of
  return desk as OpenedDesk;
}

/** The same without the seal over RxDB, to tell what sealing costs. */
export async function openUnsealedDesk(token: string): Promise<OpenedDesk> {
  const { host, vault } = await open();
  const { municipalityId, clerk } = vault.who;
  return createDesk({
    actor: { kind: 'clerk', clerkId: clerk.id, role: clerk.role, departmentIds: clerk.departmentIds },
    journal: await openJournal({
      files: host.journals,
      cipher: vault.journal,
      environment: systemEnvironment,
      identity: { municipalityId, clerkId: clerk.id },
    }),
    storage: await openRxdbStorage({ name: 'unsealed', storage: dexieStorage(), files: host.files }),
    transport: httpTransport({ serverUrl: '', municipalityId, token: async () => token }),
    environment: systemEnvironment,
  });
}

/** The same keys each time, so that a page can open again what the page before it wrote. */
async function open(): Promise<{ readonly host: Host; readonly vault: OpenVault }> {
  const host = await createBrowserHost({ directory: 'amtsstube' });
  const { randomBytes } = systemEnvironment;
  const { id, name, role, departmentIds } = annaBerger;
  const who = { municipalityId: testTown.municipalityId, clerk: { id, name, role, departmentIds } };
  const key = (length: number) => new Uint8Array(length).fill(7);
  return { host, vault: await openVault(who, '', key(48), key(32), host.files, randomBytes) };
}
