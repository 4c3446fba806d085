import type { CounterId } from '@amtsstube/shared/domain/ids';
import { replicatedCollections } from '@amtsstube/shared/replication/collections';
import { rxSchemaOf } from '@amtsstube/shared/replication/rx-schema';
import { type Observable, ReplaySubject } from 'rxjs';
import type { Host } from '../host/host.ts';
import type { SignedInClerk } from '../vault/device-file.ts';
import type { OpenVault } from '../vault/open-vault.ts';
import { BlobBox } from './blobs/blob-box.ts';
import { dexieStorage } from './cache/rxdb-dexie.ts';
import { sealedStorage, UnreadableDocument } from './cache/rxdb-sealed.ts';
import { openRxdbStorage } from './cache/rxdb-storage.ts';
import { createDesk } from './create-desk.ts';
import type { Desk } from './desk.ts';
import { openJournal } from './journal/journal.ts';
import { decodeOwner } from './journal/record-codec.ts';
import { scan } from './journal/record-format.ts';
import { reportUnexpected } from './report-unexpected.ts';
import { sendSalvage } from './salvage/http-salvage.ts';
import { fetchSupportKey } from './support/http-support-key.ts';
import { httpBlobLine } from './sync/http-blob-line.ts';
import { fetchDossier } from './sync/http-dossier.ts';
import { httpTransport } from './sync/http-transport.ts';
import { wentOnline } from './sync/went-online.ts';
import { systemEnvironment } from './system-environment.ts';

export interface OpenDeskOptions {
  readonly host: Host;
  readonly vault: OpenVault;
  /** Origin of the sync server; '' for the page's own. */
  readonly serverUrl: string;
  token(): Promise<string | undefined>;
  /** Where this PC stands; absent: no times are kept ahead for it. */
  readonly ownCounter$?: Observable<CounterId | undefined>;
}

/** Opens this clerk's journal and copy on this host, and begins to keep both up. Needs no line. */
export async function openDesk(options: OpenDeskOptions): Promise<Desk> {
  try {
    return await openOnce(options);
  } catch (error) {
    if (!(error instanceof UnreadableDocument)) throw error;
    // RxDB's own book-keeping is damaged, and without it nothing of the copy can be had; the server has all of it
    const { municipalityId, clerk } = options.vault.who;
    await dropDatabases(databaseNameOf(municipalityId, clerk.id));
    return openOnce(options);
  }
}

async function openOnce({ host, vault, serverUrl, token, ownCounter$ }: OpenDeskOptions): Promise<Desk> {
  const { municipalityId, clerk } = vault.who;
  const damaged = new ReplaySubject<void>(1);
  // side by side: both wait for the disk
  // a place for files that can't be read must not keep the clerk from her work
  const opening = BlobBox.open(host.blobs, vault.blobs, systemEnvironment.randomBytes).catch(
    (error: unknown) => {
      reportUnexpected(error);
      return undefined;
    },
  );
  const options = { serverUrl, municipalityId, token };
  const [journal, storage] = await both(
    openJournal({
      files: host.journals,
      cipher: vault.journal,
      environment: systemEnvironment,
      identity: { municipalityId, clerkId: clerk.id },
    }),
    openRxdbStorage({
      name: databaseNameOf(municipalityId, clerk.id),
      storage: sealedStorage(dexieStorage(), vault.cache, systemEnvironment.randomBytes, () =>
        damaged.next(),
      ),
      files: host.files,
    }),
  );
  const box = await opening;
  return createDesk({
    actor: {
      kind: 'clerk',
      clerkId: clerk.id,
      role: clerk.role,
      departmentIds: clerk.departmentIds,
      ...(clerk.deputyFor ? { deputyFor: clerk.deputyFor } : {}),
    },
    journal,
    storage,
    transport: httpTransport(options),
    blobs: box && { box, blobLine: httpBlobLine(options) },
    fetchDossier: fetchDossier(options),
    support: { municipalityId, files: vault.files, fetch: fetchSupportKey(options) },
    salvage: { files: vault.files, send: sendSalvage(options) },
    reservesNumbers: true,
    ...(ownCounter$ && { ownCounter$ }),
    environment: systemEnvironment,
    damaged$: damaged,
    wentOnline$: wentOnline(),
  });
}

/** What a start waits for although it needs no key: the browser opens its databases, and the schemas are made. */
export function prepareToOpenDesk(): void {
  // the answer doesn't matter: asked first for a database, the browser opens the files of them all
  globalThis.indexedDB?.databases().catch(() => undefined);
  for (const collection of replicatedCollections) rxSchemaOf(collection);
}

interface Closable {
  close(): Promise<void>;
}

/** Where one of them can't be opened the other is closed again: a second try must find it free. */
async function both<A extends Closable, B extends Closable>(a: Promise<A>, b: Promise<B>): Promise<[A, B]> {
  const opened = await Promise.allSettled([a, b]);
  const failed = opened.find((each) => each.status === 'rejected');
  if (failed === undefined) return Promise.all([a, b]);
  for (const each of opened) if (each.status === 'fulfilled') await each.value.close();
  throw failed.reason;
}

const databasePrefix = 'amtsstube-';

function databaseNameOf(municipalityId: string, clerkId: string): string {
  return `${databasePrefix}${municipalityId}-${clerkId.toLowerCase()}`;
}

/**
 * Puts aside the journals of a clerk whose key here is new: what they hold is under the former one, and she must be able
 * to begin another. Her former copy goes: nobody can read it, and the server has all of it.
 * @returns the names they are kept under
 */
export async function putJournalsAside(host: Host, who: SignedInClerk): Promise<readonly string[]> {
  const kept: string[] = [];
  for (const name of await host.journals.list()) {
    const file = await host.journals.open(name);
    const bytes = await file.read();
    await file.close();
    const [header] = scan(bytes).bodies;
    const owner = header && decodeOwner(header);
    if (owner?.municipalityId !== who.municipalityId || owner.clerkId !== who.clerk.id) continue;
    kept.push(await host.journals.setAside(name, bytes));
    await host.journals.remove(name);
  }
  await dropDatabases(databaseNameOf(who.municipalityId, who.clerk.id));
  return kept;
}

/**
 * After this device's keys were destroyed: journals nobody can open any more are put aside for support, copies and files
 * go. No desk may be open.
 */
export async function clearUnreadable(host: Host): Promise<void> {
  for (const name of await host.journals.list()) {
    const file = await host.journals.open(name);
    const bytes = await file.read();
    await file.close();
    await host.journals.setAside(name, bytes);
    await host.journals.remove(name);
  }
  for (const name of await host.blobs.list()) await host.blobs.remove(name);
  await dropDatabases(databasePrefix);
}

async function dropDatabases(named: string): Promise<void> {
  // in Node's tests there is none
  for (const { name } of (await globalThis.indexedDB?.databases()) ?? [])
    if (name?.includes(named)) await deleted(indexedDB.deleteDatabase(name));
}

function deleted(request: IDBOpenDBRequest): Promise<void> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve();
    // somebody has it open: it goes when that ends, and nobody here may wait for it
    request.onblocked = () => resolve();
    request.onerror = () => reject(request.error ?? new Error('a database that can’t be deleted'));
  });
}
