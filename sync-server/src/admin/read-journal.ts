import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { epoch } from '@amtsstube/shared/domain/ids';
import { formatInstant, instantOf } from '@amtsstube/shared/domain/time';
import type { JournalExport } from '@amtsstube/shared/replication/journal-export';
import type { Config } from '../config.ts';
import type { CoreContext } from '../core-context.ts';
import { createLogger } from '../logging.ts';
import { withMirror } from '../mirror/with-mirror.ts';
import { createUnknownPasts } from '../replication/unknown-pasts.ts';
import { serverVersion } from '../server-version.ts';
import { CannotStart } from '../start-server-listening.ts';
import { lockDirectory } from '../start-server-lock.ts';
import { openSqliteStore } from '../store/sqlite-store.ts';
import type { Store } from '../store/store.ts';
import { type Imported, importJournal } from '../support/import-journal.ts';
import { openExport } from '../support/open-export.ts';
import { loadSupportKey } from '../support/support-key-file.ts';

const because = {
  noExport: 'is no export of a journal',
  otherKey: 'was sealed to another server’s key, or changed on the way',
  newer: 'was written by a newer program; update the server first',
} as const;

/** What an exported journal holds, and, where that is wanted, handing it over. @throws CannotStart */
export async function readJournal(
  config: Config,
  file: string,
  isToBeImported: boolean,
): Promise<readonly string[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new CannotStart(`${file} can't be read (${error.code}).`);
  });
  const opened = openExport(text, await loadSupportKey(config.dataDirectory));
  if (!opened.ok) throw new CannotStart(`${file} ${because[opened.because]}.`);
  const { content } = opened;
  if (!isToBeImported) return linesOf(content);
  return [...headOf(content), sentenceOf(await importHere(config, content))];
}

function linesOf(content: JournalExport): readonly string[] {
  return [
    ...headOf(content),
    ...content.entries.map(({ operation: { n, kind, at, payload }, receipt }) => {
      const state = receipt === null ? 'waiting' : receipt.result.decided;
      return `${n}  ${formatInstant(at)}  ${kind}  ${state}  ${JSON.stringify(payload)}`;
    }),
  ];
}

function headOf({
  clerkId,
  municipalityId,
  deviceId,
  exportedAt,
  entries,
}: JournalExport): readonly string[] {
  const waiting = entries.filter(({ receipt }) => receipt === null).length;
  return [
    `Journal ${deviceId} of ${clerkId} in ${municipalityId}, exported on ${formatInstant(exportedAt)}.`,
    `${entries.length} operations, ${waiting} of them not decided when it was exported.`,
  ];
}

function sentenceOf({ accepted, refused, known, superseded, stopped }: Imported): string {
  const left = superseded > 0 ? ` Left out: ${superseded} that had been refused and were sent again.` : '';
  const counted = `Handed over: ${accepted} accepted, ${refused} refused, ${known} were here already.${left}`;
  return stopped === undefined ? counted : `${counted} Not the rest: ${stopped}.`;
}

async function importHere(config: Config, content: JournalExport): Promise<Imported> {
  // a running server would not know of it, and would go on writing to the mirror
  const lock = await lockDirectory(config.dataDirectory);
  try {
    const plain = await openSqliteStore({ directory: config.dataDirectory });
    const log = createLogger('silent');
    const { store, mirror } = await withMirror(plain, config, log).catch(async (error: unknown) => {
      await plain.close();
      throw error;
    });
    try {
      return await importJournal(contextOn(store), content);
    } finally {
      await mirror?.close();
      await store.close();
    }
  } finally {
    lock.release();
  }
}

function contextOn(store: Store): CoreContext {
  const now = () => instantOf(Date.now());
  return {
    store,
    version: serverVersion,
    now,
    newEpoch: () => epoch.parse(randomUUID()),
    // nobody listens while the server is stopped: desks ask when it is back
    committed: () => undefined,
    ruleFailed: ({ opId, kind }) => process.stderr.write(`a rule failed: ${kind} ${opId}\n`),
    unknownPasts: createUnknownPasts(now, createLogger('silent')),
  };
}
