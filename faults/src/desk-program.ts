import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { BaseStorage } from '@amtsstube/desktop/data/cache/base-storage';
import { RxdbTestDisk } from '@amtsstube/desktop/data/cache/rxdb-test-disk';
import { createDesk, type OpenedDesk } from '@amtsstube/desktop/data/create-desk';
import type { Health } from '@amtsstube/desktop/data/desk';
import type { Environment } from '@amtsstube/desktop/data/environment';
import { webCipher } from '@amtsstube/desktop/data/journal/cipher';
import { type Journal, openJournal } from '@amtsstube/desktop/data/journal/journal';
import { httpTransport } from '@amtsstube/desktop/data/sync/http-transport';
import { systemEnvironment } from '@amtsstube/desktop/data/system-environment';
import type { SmallFiles } from '@amtsstube/desktop/host/host';
import { createNodeHost } from '@amtsstube/desktop/host/node-host';
import { instantOf } from '@amtsstube/shared/domain/time';
import { testTown } from '@amtsstube/shared/fixtures/test-town';
import type { Kind, PayloadOf } from '@amtsstube/shared/operations/registry';
import { replicatedCollections } from '@amtsstube/shared/replication/collections';
import { actorOf } from '@amtsstube/sync-server/execute/actor-of';
import { copyFileName, openCopyFile } from './copy-file.ts';
import { attach, openFilesOf } from './desk-files.ts';
import { type DeskCommand, type DeskSetup, type DeskState, numberedCommand } from './desk-messages.ts';
import { versionsOf } from './versions.ts';

/** A desk as a process of its own that can be killed: the app's data layer on files, commanded over IPC. */
const open = new Map<'desk', DeskInProcess>();
let token = '';
let clockOffMs = 0;

interface DeskInProcess {
  readonly setup: DeskSetup;
  readonly desk: OpenedDesk;
  readonly journal: Journal;
  readonly reported: string[];
  notes: number | null;
  waitingFiles: number;
  health: Health | undefined;
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
  const opened: DeskInProcess = {
    setup,
    desk,
    journal,
    reported,
    notes: null,
    waitingFiles: 0,
    health: undefined,
  };
  open.set('desk', opened);
  desk.cache.received$.subscribe(write);
  desk.health$.subscribe((health) => {
    opened.health = health;
  });
  desk.files?.waiting$.subscribe((waiting) => {
    opened.waitingFiles = waiting.length;
  });
  desk.watch('dossiers', setup.tallyId).subscribe((shown) => {
    const notes = shown?.document.events.filter(({ kind }) => kind === 'note').length ?? null;
    // (e) what was shown once is never gone again
    if ((notes ?? -1) < (opened.notes ?? -1))
      reported.push(`(e) ${opened.notes} notes were shown, now ${notes}`);
    opened.notes = notes;
  });
}

async function openCopies(
  setup: DeskSetup,
  files: SmallFiles,
): Promise<{ storage: BaseStorage; write: () => void }> {
  if (setup.copies === 'file') return openCopyFile(join(setup.directory, copyFileName));
  return { storage: await new RxdbTestDisk().open('desk', files), write: () => undefined };
}

async function perform(command: DeskCommand): Promise<unknown> {
  if (command.command === 'open') return openDesk(command.setup);
  const present = open.get('desk');
  if (present === undefined) throw new Error('the desk is not open');
  switch (command.command) {
    case 'do': {
      const kind = command.kind as Kind;
      const saved = await present.desk.do(kind, command.payload as PayloadOf<typeof kind>);
      if (saved.result === 'saved') {
        const { clerk, ledger } = present.setup;
        const line = { opId: saved.opId, clerkId: clerk.id, kind, payload: command.payload };
        writeLedger(ledger, JSON.stringify(line));
      }
      return { result: saved.result };
    }
    case 'attach': {
      const { caseId, name, size } = command;
      const { result, opId, payload } = await attach(present.desk, caseId, name, size);
      const { clerk, ledger } = present.setup;
      if (opId !== undefined)
        writeLedger(ledger, JSON.stringify({ opId, clerkId: clerk.id, kind: 'attachFile', payload }));
      return { result };
    }
    case 'state':
      return stateOf(present);
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

async function stateOf({
  desk,
  journal,
  reported,
  notes,
  waitingFiles,
  health,
}: DeskInProcess): Promise<DeskState> {
  return {
    deviceId: journal.deviceId,
    open: journal.open.length,
    overlay: desk.overlay.view.documents.size,
    notes,
    waitingFiles,
    refused: journal.refused.map(({ operation }) => operation.opId),
    generations: Object.fromEntries(
      replicatedCollections.map((name) => [name, desk.cache.copy.generationOf(name)]),
    ),
    versions: versionsOf(await rowsOf(desk)),
    line: health?.line.state ?? 'unknown',
    notNow: health?.notNow ?? null,
    notice: journal.notice?.kind ?? null,
    reported,
  };
}

async function rowsOf(desk: OpenedDesk): Promise<[string, string, number, unknown][]> {
  const rows: [string, string, number, unknown][] = [];
  for (const collection of replicatedCollections) {
    for (const { id, seq, document } of await desk.cache.copy.page(collection, '', 1_000_000))
      rows.push([collection, id, seq, document]);
  }
  return rows;
}

function writeLedger(file: string, line: string): void {
  const ledger = openSync(file, 'a');
  writeSync(ledger, `${line}\n`);
  try {
    fsyncSync(ledger);
  } catch (error) {
    // the fault of this very process: the line is written, and no machine loses its power here
    if ((error as NodeJS.ErrnoException).code !== 'EIO') throw error;
  } finally {
    closeSync(ledger);
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
