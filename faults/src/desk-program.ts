import { join } from 'node:path';
import type { BaseStorage } from '@amtsstube/desktop/data/cache/base-storage';
import { RxdbTestDisk } from '@amtsstube/desktop/data/cache/rxdb-test-disk';
import { createDesk, type OpenedDesk } from '@amtsstube/desktop/data/create-desk';
import type { Environment } from '@amtsstube/desktop/data/environment';
import { webCipher } from '@amtsstube/desktop/data/journal/cipher';
import { openJournal } from '@amtsstube/desktop/data/journal/journal';
import { httpTransport } from '@amtsstube/desktop/data/sync/http-transport';
import { systemEnvironment } from '@amtsstube/desktop/data/system-environment';
import type { SmallFiles } from '@amtsstube/desktop/host/host';
import { createNodeHost } from '@amtsstube/desktop/host/node-host';
import { instantOf } from '@amtsstube/shared/domain/time';
import { testTown } from '@amtsstube/shared/fixtures/test-town';
import type { Kind, PayloadOf } from '@amtsstube/shared/operations/registry';
import { actorOf } from '@amtsstube/sync-server/execute/actor-of';
import { attach } from './attach.ts';
import { copyFileName, openCopyFile } from './copy-file.ts';
import { openFilesOf } from './desk-files.ts';
import { type DeskCommand, type DeskSetup, numberedCommand } from './desk-messages.ts';
import { DeskWatch, rowsOf } from './desk-watch.ts';
import { writeLedger } from './write-ledger.ts';

/** A desk as a process of its own that can be killed: the app's data layer on files, commanded over IPC. */
const open = new Map<'desk', DeskInProcess>();
let token = '';
let clockOffMs = 0;

interface DeskInProcess {
  readonly setup: DeskSetup;
  readonly desk: OpenedDesk;
  readonly watch: DeskWatch;
}

const environment: Environment = {
  ...systemEnvironment,
  now: () => instantOf(Date.now() + clockOffMs),
};

async function openDesk(setup: DeskSetup): Promise<void> {
  ({ token, clockOffMs } = setup);
  const host = await createNodeHost({ directory: join(setup.directory, 'host'), notify: () => undefined });
  const reported: string[] = [];
  const journal = await openJournal({
    files: host.journals,
    cipher: await webCipher(Buffer.from(setup.keyFile, 'hex')),
    environment,
    identity: { municipalityId: testTown.municipalityId, clerkId: setup.clerk.id },
  });
  const { storage, write } = await openCopies(setup, host.files);
  const options = {
    serverUrl: setup.serverUrl,
    municipalityId: testTown.municipalityId,
    token: async () => token,
  };
  const desk = await createDesk({
    actor: actorOf(setup.clerk),
    journal,
    storage,
    transport: httpTransport(options),
    blobs: await openFilesOf(setup, host, options),
    environment,
    report: (error) => reported.push(error instanceof Error ? (error.stack ?? error.message) : String(error)),
  });
  open.set('desk', { setup, desk, watch: new DeskWatch(desk, setup.tallyId, reported) });
  desk.cache.received$.subscribe(write);
}

async function openCopies(
  setup: DeskSetup,
  files: SmallFiles,
): Promise<{ storage: BaseStorage; write: () => void }> {
  if (setup.copies === 'file') return openCopyFile(join(setup.directory, copyFileName));
  return { storage: await new RxdbTestDisk().open('desk', files), write: () => undefined };
}

/** What was said, and in the ledger where it was "gespeichert". */
function noted(
  { clerk, ledger }: DeskSetup,
  said: { readonly result: string; readonly opId?: string },
  kind: Kind,
  payload: unknown,
): { readonly result: string } {
  if (said.opId !== undefined) writeLedger(ledger, { opId: said.opId, clerkId: clerk.id, kind, payload });
  return { result: said.result };
}

async function perform(command: DeskCommand): Promise<unknown> {
  if (command.command === 'open') return openDesk(command.setup);
  const present = open.get('desk');
  if (present === undefined) throw new Error('the desk is not open');
  switch (command.command) {
    case 'do': {
      const kind = command.kind as Kind;
      const saved = await present.desk.do(kind, command.payload as PayloadOf<typeof kind>);
      return noted(present.setup, saved, kind, command.payload);
    }
    case 'enter': {
      const { leased: _, ...entered } = command.payload;
      return noted(present.setup, await present.desk.enter(entered), 'enterCase', entered);
    }
    case 'attach': {
      const { caseId, name, size } = command;
      const attached = await attach(present.desk, caseId, name, size);
      return noted(present.setup, attached, 'attachFile', attached.payload);
    }
    case 'state':
      return present.watch.state();
    case 'replicas':
      return rowsOf(present.desk);
    case 'token':
      token = command.token;
      // as the app does after somebody signed in
      present.desk.syncNow();
      return undefined;
    case 'clock':
      clockOffMs = command.offMs;
      return undefined;
  }
}

process.on('disconnect', () => process.exit(0));
process.on('message', (message) => {
  const { number, command } = numberedCommand.parse(message);
  perform(command).then(
    (answer) => process.send?.({ number, answer: answer ?? null }),
    (error: unknown) =>
      process.send?.({
        number,
        answer: null,
        thrown: error instanceof Error ? (error.stack ?? error.message) : String(error),
      }),
  );
});
