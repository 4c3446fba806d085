import type { Clerk } from '@amtsstube/shared/domain/clerk';
import type { MunicipalityId } from '@amtsstube/shared/domain/ids';
import type { Host } from '../host/host.ts';
import { dexieStorage } from './cache/rxdb-dexie.ts';
import { openRxdbStorage } from './cache/rxdb-storage.ts';
import { createDesk } from './create-desk.ts';
import type { Desk } from './desk.ts';
import { openJournal } from './journal/journal.ts';
import { journalCipher } from './journal/journal-key.ts';
import { httpTransport } from './sync/http-transport.ts';
import { systemEnvironment } from './system-environment.ts';

export interface OpenDeskOptions {
  readonly host: Host;
  readonly municipalityId: MunicipalityId;
  readonly clerk: Pick<Clerk, 'id' | 'role' | 'departmentIds'>;
  /** Origin of the sync server; '' for the page's own. */
  readonly serverUrl: string;
  token(): Promise<string | undefined>;
}

/** Opens this clerk's journal and copy on this host, and begins to keep both up. Needs no line. */
export async function openDesk({
  host,
  municipalityId,
  clerk,
  serverUrl,
  token,
}: OpenDeskOptions): Promise<Desk> {
  const journal = await openJournal({
    files: host.journals,
    cipher: await journalCipher(host.files, systemEnvironment, clerk.id),
    environment: systemEnvironment,
    identity: { municipalityId, clerkId: clerk.id },
  });
  const storage = await openRxdbStorage({
    name: `amtsstube-${municipalityId}-${clerk.id.toLowerCase()}`,
    storage: dexieStorage(),
    files: host.files,
  }).catch(async (error: unknown) => {
    // a second try must find it free
    await journal.close();
    throw error;
  });
  return createDesk({
    actor: { kind: 'clerk', clerkId: clerk.id, role: clerk.role, departmentIds: clerk.departmentIds },
    journal,
    storage,
    transport: httpTransport({ serverUrl, municipalityId, token }),
    environment: systemEnvironment,
  });
}
