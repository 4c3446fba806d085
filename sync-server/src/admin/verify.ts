import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MunicipalityId } from '@amtsstube/shared/domain/ids';
import { isBackup } from '../backup/backup-contents.ts';
import { backupDifference } from '../backup/restore.ts';
import { openSqliteStore } from '../store/sqlite-store.ts';
import { type Store, StoreUnavailable } from '../store/store.ts';
import { verifyBlobs } from './verify-blobs.ts';
import { type Verification, verifyMunicipality } from './verify-municipality.ts';

/**
 * Proves of a backup that its files are what was written, then of a copy what is proved of a data directory: the
 * backup itself is never opened for writing, not even to bring it to this program's shape.
 */
async function verifyBackup(backup: string, say: (line: string) => void): Promise<boolean> {
  const difference = await backupDifference(backup);
  if (difference !== undefined) {
    say(`backup ${backup} IS DAMAGED: ${difference}`);
    return false;
  }
  say(`backup ${backup}: every file is what was written`);
  const copy = await mkdtemp(join(tmpdir(), 'amtsstube-verify-'));
  try {
    await cp(join(backup, 'municipalities'), join(copy, 'municipalities'), { recursive: true });
    // the files were compared with the manifest already; read where they lie
    return await verifyDirectory(copy, say, backup);
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

/**
 * Proves that the documents are what the log says: `npm run server:verify -- <data directory or backup>`. Reads only, and
 * one snapshot per municipality, so the server may go on working.
 * @returns whether everything is as it should be
 */
export async function verify(directory: string, say: (line: string) => void): Promise<boolean> {
  return (await isBackup(directory)) ? verifyBackup(directory, say) : verifyDirectory(directory, say);
}

async function verifyDirectory(
  directory: string,
  say: (line: string) => void,
  blobsRoot = directory,
): Promise<boolean> {
  let store: Store;
  try {
    store = await openSqliteStore({ directory });
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    say(error.message);
    return false;
  }
  try {
    const municipalities = await store.municipalities();
    // a mistyped path must not look like a proof
    let allEqual = municipalities.length > 0;
    if (!allEqual) say(`no municipality in ${directory}`);
    for (const municipality of municipalities) {
      const verification = await verifyOne(store, municipality);
      say(`${municipality}: ${describe(verification)}`);
      allEqual &&= verification.ok;
      const files = await verifyBlobs(store, blobsRoot, municipality);
      for (const line of files.lines) say(`${municipality}: ${line}`);
      allEqual &&= files.ok;
    }
    return allEqual;
  } finally {
    await store.close();
  }
}

async function verifyOne(store: Store, municipality: MunicipalityId): Promise<Verification> {
  try {
    return await store.snapshot(municipality, verifyMunicipality);
  } catch (error) {
    if (error instanceof StoreUnavailable) return { ok: false, difference: error.message };
    throw error;
  }
}

function describe(verification: Verification): string {
  if (!verification.ok) return `NOT EQUAL: ${verification.difference}`;
  const { decisions, documents, erased, notReplayable } = verification;
  const skipped = erased === 0 ? '' : `, ${erased} erased, ${notReplayable} not replayable because of them`;
  return `${decisions} decisions, ${documents} documents, chain ok, replay equal${skipped}`;
}

if (import.meta.main) {
  const [directory] = process.argv.slice(2);
  if (directory === undefined) console.error('usage: npm run server:verify -- DATA_DIRECTORY_OR_BACKUP');
  const isEqual = directory !== undefined && (await verify(directory, (line) => console.log(line)));
  process.exitCode = isEqual ? 0 : 1;
}
