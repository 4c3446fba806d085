import { randomUUID } from 'node:crypto';
import { copyFile, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { epoch, type MunicipalityId, opId } from '@amtsstube/shared/domain/ids';
import { instantOf } from '@amtsstube/shared/domain/time';
import { sequenceIdOf } from '@amtsstube/shared/operations/case/file-reference';
import { recordRestore } from '@amtsstube/shared/operations/settings/record-restore';
import { eraseCaseFrom, erasuresFile, notedErasures, noteErasure } from '../admin/erase-case.ts';
import type { Uploader } from '../blobs/blob-paths.ts';
import { BlobStore } from '../blobs/blob-store.ts';
import { copyOnce, makeFolder } from '../blobs/disk.ts';
import { namedBlobs } from '../blobs/named-blobs.ts';
import { isOfAny } from '../blobs/removed-blobs.ts';
import { draftsFile, KeptDrafts, openDraftsDatabase } from '../citizen/kept-drafts.ts';
import { syncFile } from '../durable-files.ts';
import { decideOperation } from '../execute/decide-operation.ts';
import { mirroredMunicipalities } from '../mirror/log-mirror.ts';
import { MirrorDamaged, readMirror } from '../mirror/read-mirror.ts';
import { CannotStart } from '../start-server-listening.ts';
import { openSqliteStore } from '../store/sqlite-store.ts';
import type { Store, Tx } from '../store/store.ts';
import {
  accountsFile,
  type BackupManifest,
  backupManifest,
  blobPathsIn,
  manifestName,
  municipalityOf,
  plainFiles,
} from './backup-contents.ts';
import { restoreMarks } from './brought-files.ts';
import { holdMails } from './held-mails.ts';
import { appearWhole, described } from './make-backup.ts';
import { OtherHistory, replayMirror } from './replay-mirror.ts';

export interface RestoreRequest {
  /** undefined: from the mirror alone. */
  readonly backup: string | undefined;
  readonly mirror: string | undefined;
  /** Must not exist or be empty; appears in one step, whole. */
  readonly target: string;
  /** Stops at damage in the mirror instead of refusing. */
  readonly despiteDamage: boolean;
}

export interface RestoredMunicipality {
  readonly municipality: MunicipalityId;
  readonly fromBackup: number;
  readonly fromMirror: number;
  readonly heldMails: number;
  /** What kept the rest of the mirror from being read. */
  readonly damage: string | undefined;
}

/** So many numbers are left out: more than a town gives out between two backups. */
export const sequenceJump = 500;

/**
 * Makes a data directory from a backup and what the mirror has beyond it (S7): a new epoch for each municipality,
 * so that desks hand over again what is missing; number series that jump ahead; mails held until somebody decides.
 * @throws CannotStart with a sentence; then there is no target
 */
export async function restore(request: RestoreRequest, now: Date): Promise<readonly RestoredMunicipality[]> {
  const { backup, mirror, target } = request;
  const manifest = backup === undefined ? undefined : await readManifest(backup);
  const mirrored = mirror === undefined ? [] : await readMirrored(mirror);
  return appearWhole(target, async (unfinished) => {
    if (backup !== undefined && manifest) await copyBackup(backup, manifest, unfinished);
    if (mirror !== undefined) {
      await copyNewerBeside(mirror, manifest, unfinished);
      for (const path of await blobPathsIn(mirror, mirrored))
        await copyOnce(join(mirror, path), join(unfinished, path));
    }
    const inBackup = manifest?.municipalities.map(({ municipality }) => municipality) ?? [];
    for (const municipality of new Set([...inBackup, ...mirrored]))
      await restoreMarks(unfinished, municipality, mirror);
    const restored = await restoreAll(unfinished, request, manifest, mirrored, now);
    await rm(join(unfinished, erasuresFile), { force: true });
    for (const { municipality, caseId } of await notedErasures([backup, mirror].filter(isGiven)))
      await noteErasure(unfinished, municipality, caseId);
    return restored;
  });
}

async function restoreAll(
  directory: string,
  request: RestoreRequest,
  manifest: BackupManifest | undefined,
  mirrored: readonly MunicipalityId[],
  now: Date,
): Promise<readonly RestoredMunicipality[]> {
  const store = await openSqliteStore({ directory });
  const blobs = new BlobStore({ dataDirectory: directory });
  const kept = uploadersOfKeptDrafts(directory, now);
  const restored: RestoredMunicipality[] = [];
  try {
    const inBackup = manifest?.files.flatMap(({ path }) => municipalityOf(path) ?? []) ?? [];
    for (const municipality of [...new Set([...inBackup, ...mirrored])].toSorted()) {
      if (!inBackup.includes(municipality)) await store.createMunicipality(municipality, newEpoch());
      restored.push(
        await restoreOne(store, municipality, request, mirrored.includes(municipality), now, { blobs, kept }),
      );
    }
    return restored;
  } finally {
    await store.close();
  }
}

async function restoreOne(
  store: Store,
  municipality: MunicipalityId,
  { backup, mirror, despiteDamage }: RestoreRequest,
  isMirrored: boolean,
  now: Date,
  { blobs, kept }: { readonly blobs: BlobStore; readonly kept: readonly Uploader[] },
): Promise<RestoredMunicipality> {
  const fromBackup = (await store.snapshot(municipality, (read) => read.head())).seq;
  let damage: string | undefined;
  let fromMirror = 0;
  try {
    if (mirror !== undefined && isMirrored)
      fromMirror = await replayMirror(store, municipality, readMirror(mirror, municipality));
  } catch (error) {
    if (error instanceof OtherHistory) throw new CannotStart(`${municipality}: ${error.message}.`);
    if (!(error instanceof MirrorDamaged)) throw error;
    damage = error.message;
    fromMirror = (await store.snapshot(municipality, (read) => read.head())).seq - fromBackup;
    if (!despiteDamage)
      throw new CannotStart(
        `${municipality}: the mirror can't be read to its end (${damage}). With --despite-damage everything before it is restored.`,
      );
  }
  for (const erasure of await notedErasures([backup, mirror].filter(isGiven))) {
    // the backup may be older than the erasure (S11)
    if (erasure.municipality === municipality)
      await eraseCaseFrom(store, municipality, erasure.caseId, blobs);
  }
  await dropUnnamed(store, municipality, blobs, [backup, mirror].filter(isGiven), kept);
  const heldMails = await store.transact(municipality, async (tx) => {
    const sequences = await seriesOf(tx);
    const at = instantOf(now.getTime());
    const operation = {
      opId: opId.parse(`restore.${randomUUID()}`),
      deviceId: null,
      kind: recordRestore.kind,
      v: recordRestore.v,
      payload: { sequences, jump: sequenceJump },
      at,
    };
    await decideOperation(tx, operation, { kind: 'system' }, at);
    await tx.setHead({ ...(await tx.head()), epoch: newEpoch() });
    return holdMails(tx, at);
  });
  return { municipality, fromBackup, fromMirror, heldMails, damage };
}

/** Of every service: one that the backup doesn't know yet may have been begun since. */
async function seriesOf(tx: Tx): Promise<string[]> {
  const known = await tx.allDocuments('sequences', '', 1000);
  const settings = await tx.allDocuments('settings', '', 1000);
  const services = settings.flatMap(({ document }) =>
    document !== null && 'kind' in document && document.kind === 'service' ? [sequenceIdOf(document.id)] : [],
  );
  return [...new Set([...known.map(({ id }) => id), ...services])];
}

/**
 * Where cases were erased, files nobody names any more go with them (S11). One that waits for the operation that names
 * it is brought again: its desk asks after every restore. What a kept draft brought stays: its citizen may have it no more.
 */
async function dropUnnamed(
  store: Store,
  municipality: MunicipalityId,
  blobs: BlobStore,
  lists: readonly string[],
  kept: readonly Uploader[],
): Promise<void> {
  const erasures = await notedErasures(lists);
  if (!erasures.some((erasure) => erasure.municipality === municipality)) return;
  const named = await store.snapshot(municipality, namedBlobs);
  for (const hash of await blobs.list(municipality))
    if (!named.has(hash) && !(await isOfAny(blobs, municipality, hash, kept)))
      await blobs.remove(municipality, hash);
}

function uploadersOfKeptDrafts(directory: string, now: Date): readonly Uploader[] {
  const database = openDraftsDatabase(directory);
  try {
    return new KeptDrafts(database, () => instantOf(now.getTime())).uploaders();
  } finally {
    database.close();
  }
}

function isGiven(path: string | undefined): path is string {
  return path !== undefined;
}

function newEpoch() {
  return epoch.parse(randomUUID());
}

async function readManifest(backup: string): Promise<BackupManifest> {
  const text = await readFile(join(backup, manifestName), 'utf8').catch(() => undefined);
  if (text === undefined)
    throw new CannotStart(`${backup} is no (complete) backup: it has no ${manifestName}.`);
  return backupManifest.parse(JSON.parse(text));
}

/** What is wrong with a backup's files, or undefined: each is still what was written. */
export async function backupDifference(backup: string): Promise<string | undefined> {
  for (const file of (await readManifest(backup)).files) {
    const found = await described(backup, file.path).catch(() => undefined);
    if (found === undefined) return `${file.path} is missing`;
    if (found.sha256 !== file.sha256) return `${file.path} is not what was written`;
  }
  return undefined;
}

async function copyBackup(backup: string, { files }: BackupManifest, target: string): Promise<void> {
  const difference = await backupDifference(backup);
  if (difference !== undefined) throw new CannotStart(`The backup ${backup} is damaged: ${difference}.`);
  for (const { path } of files) {
    await makeFolder(dirname(join(target, path)));
    await copyFile(join(backup, path), join(target, path));
    await syncFile(join(target, path));
  }
}

async function readMirrored(mirror: string): Promise<readonly MunicipalityId[]> {
  const mirrored = await mirroredMunicipalities(mirror);
  if (mirrored.length === 0) throw new CannotStart(`${mirror} is no log mirror: there is nothing in it.`);
  return mirrored;
}

/** The mirror's copies are newer than the backup's, unless the mirror was switched off before it. */
async function copyNewerBeside(
  mirror: string,
  manifest: BackupManifest | undefined,
  target: string,
): Promise<void> {
  for (const names of [[accountsFile, ...plainFiles], [draftsFile]] as const) {
    const copied = await stat(join(mirror, names[0])).catch(() => undefined);
    if (!copied || (manifest && copied.mtime.toISOString() < manifest.madeAt)) continue;
    for (const name of names) {
      if (!(await stat(join(mirror, name)).catch(() => undefined))) continue;
      await copyFile(join(mirror, name), join(target, name));
      await syncFile(join(target, name));
    }
  }
}
