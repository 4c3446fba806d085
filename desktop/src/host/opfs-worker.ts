import { assertNever } from '@amtsstube/shared/domain/assert-never';
import type { Host, JournalFile } from './host.ts';
import { HostFailure } from './host-failure.ts';
import { opfsFailure } from './opfs-access.ts';
import { openOpfsDirectories } from './opfs-directories.ts';
import { createOpfsJournalFiles } from './opfs-journal-files.ts';
import {
  type OpfsCall,
  type OpfsReply,
  type OpfsResults,
  opfsCall,
  opfsRequest,
  transferOf,
} from './opfs-messages.ts';
import { createOpfsSmallFiles } from './opfs-small-files.ts';

type Started = Pick<Host, 'journals' | 'files' | 'blobs'>;

/**
 * Owns the page's files: `createSyncAccessHandle`, the only access whose flush can be waited for, exists in dedicated
 * workers alone. Its end, with the page, lets all files go.
 */
let started: Started | undefined;
const openJournals = new Map<number, JournalFile>();
let lastHandle = 0;

addEventListener('message', (event: MessageEvent<unknown>) => {
  const { id, call } = opfsRequest.parse(event.data);
  perform(call).then(
    (result) => answer({ id, outcome: 'done', result }),
    (error: unknown) => {
      const { code, message } = opfsFailure(error, 'asking the worker that owns the files');
      answer({ id, outcome: 'failed', code, message });
    },
  );
});

function answer(reply: OpfsReply): void {
  postMessage(reply, { transfer: reply.outcome === 'done' ? transferOf(reply.result) : [] });
}

async function perform(asked: unknown): Promise<OpfsResults[OpfsCall['kind']]> {
  const call = opfsCall.parse(asked);
  switch (call.kind) {
    case 'start': {
      const directories = await openOpfsDirectories(call.directory);
      started = {
        journals: createOpfsJournalFiles(directories),
        files: createOpfsSmallFiles(directories.files),
        blobs: createOpfsSmallFiles(directories.blobs),
      };
      return undefined;
    }
    case 'listJournals':
      return [...(await opened().journals.list())];
    case 'openJournal': {
      const journal = await opened().journals.open(call.name);
      lastHandle += 1;
      openJournals.set(lastHandle, journal);
      return lastHandle;
    }
    case 'readJournal':
      return journalOf(call.handle).read();
    case 'appendJournal':
      return voided(journalOf(call.handle).append(call.bytes));
    case 'truncateJournal':
      return voided(journalOf(call.handle).truncate(call.length));
    case 'closeJournal':
      // stays in the map, so that later calls hear of it from the journal itself
      return voided(journalOf(call.handle).close());
    case 'setAside':
      return opened().journals.setAside(call.name, call.bytes);
    case 'removeJournal':
      return voided(opened().journals.remove(call.name));
    case 'readFile':
      return opened().files.read(call.name);
    case 'writeFile':
      return voided(opened().files.write(call.name, call.bytes));
    case 'removeFile':
      return voided(opened().files.remove(call.name));
    case 'listBlobs':
      return [...(await opened().blobs.list())];
    case 'readBlob':
      return opened().blobs.read(call.name);
    case 'writeBlob':
      return voided(opened().blobs.write(call.name, call.bytes));
    case 'removeBlob':
      return voided(opened().blobs.remove(call.name));
    default:
      return assertNever(call);
  }
}

function opened(): Started {
  if (started === undefined)
    throw new HostFailure('unavailable', 'the worker was asked before it was started');
  return started;
}

function journalOf(handle: number): JournalFile {
  const journal = openJournals.get(handle);
  if (journal === undefined) throw new HostFailure('io', `no journal was opened as ${handle}`);
  return journal;
}

async function voided(done: Promise<void>): Promise<undefined> {
  await done;
  return undefined;
}
