import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { copyOnce } from '../blobs/disk.ts';
import { syncDirectory, syncFile } from '../durable-files.ts';
import { CannotStart } from '../start-server-listening.ts';
import {
  type BackupManifest,
  blobPathsIn,
  databasesIn,
  manifestName,
  municipalityOf,
  plainFiles,
} from './backup-contents.ts';
import { listMarks } from './brought-files.ts';
import { type DatabaseSnapshot, openDatabaseSnapshot } from './database-snapshot.ts';

/** Fills a directory under another name; it gets its own in one step, whole and durable, or nothing stays of it. */
export async function appearWhole<T>(target: string, fill: (unfinished: string) => Promise<T>): Promise<T> {
  await demandEmpty(target);
  const unfinished = `${target.replace(/[\\/]+$/, '')}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(join(unfinished, 'municipalities'), { recursive: true, mode: 0o700 });
  try {
    const filled = await fill(unfinished);
    await syncDirectory(join(unfinished, 'municipalities'));
    await syncDirectory(unfinished);
    await rm(target, { recursive: true, force: true });
    await rename(unfinished, target);
    await syncDirectory(dirname(target));
    return filled;
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  }
}

/**
 * Copies a data directory as it is at one moment, while its server goes on: documents, log, payloads, counters,
 * outbox, accounts. `target` must not exist or be empty; it appears in one step, whole and durable.
 * @throws CannotStart with a sentence for whoever typed the paths
 */
export async function makeBackup(directory: string, target: string, now: Date): Promise<BackupManifest> {
  const databases = await databasesIn(directory);
  if (!databases.some(municipalityOf))
    throw new CannotStart(`There is no municipality in ${directory}: nothing to back up.`);
  return appearWhole(target, (unfinished) => copyMoment(directory, databases, unfinished, now));
}

async function copyMoment(
  directory: string,
  databases: readonly string[],
  unfinished: string,
  now: Date,
): Promise<BackupManifest> {
  // all moments first, so that they are the same but for milliseconds; then the copying, which may take minutes
  const snapshots = new Map<string, DatabaseSnapshot>();
  const municipalities: BackupManifest['municipalities'] = [];
  try {
    for (const path of databases) snapshots.set(path, openDatabaseSnapshot(join(directory, path)));
    for (const [path, snapshot] of snapshots) {
      const municipality = municipalityOf(path);
      const head = municipality && snapshot.row('SELECT seq, hash FROM head WHERE id = 1');
      if (municipality && head) {
        municipalities.push({ municipality, seq: Number(head['seq']), hash: String(head['hash']) });
      }
      await snapshot.copyTo(join(unfinished, path));
    }
  } finally {
    for (const snapshot of snapshots.values()) snapshot.close();
  }
  const plain = await copyPlainFiles(directory, unfinished);
  // after the moment: what the documents name is among them, or not here yet
  const blobs = await blobPathsIn(
    directory,
    municipalities.map(({ municipality }) => municipality),
  );
  for (const path of blobs) await copyOnce(join(directory, path), join(unfinished, path));

  const marks: string[] = [];
  for (const { municipality } of municipalities)
    marks.push(await listMarks(directory, municipality, unfinished));

  const files: BackupManifest['files'] = [];
  for (const path of [...databases, ...plain, ...blobs, ...marks])
    files.push(await described(unfinished, path));
  const manifest: BackupManifest = { backup: 1, madeAt: now.toISOString(), municipalities, files };
  await writeFile(join(unfinished, manifestName), `${JSON.stringify(manifest, undefined, 2)}\n`);
  await syncFile(join(unfinished, manifestName));
  return manifest;
}

async function copyPlainFiles(directory: string, target: string): Promise<readonly string[]> {
  const copied: string[] = [];
  for (const name of plainFiles) {
    if (!(await stat(join(directory, name)).catch(() => undefined))) continue;
    await copyFile(join(directory, name), join(target, name));
    await syncFile(join(target, name));
    copied.push(name);
  }
  return copied;
}

/** A path with its length and SHA-256, to tell later whether it is still what was written. */
export async function described(directory: string, path: string): Promise<BackupManifest['files'][number]> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(join(directory, path)), hash);
  const { size } = await stat(join(directory, path));
  return { path: path.replaceAll('\\', '/'), bytes: size, sha256: hash.digest('hex') };
}

/** The parent must exist: a slip in the name of a disk must not fill the first one. */
async function demandEmpty(target: string): Promise<void> {
  const names = await readdir(target).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw new CannotStart(`${target} can't be used (${error.code}).`);
  });
  if (names === undefined && !(await stat(dirname(target)).catch(() => undefined)))
    throw new CannotStart(`${dirname(target)} does not exist.`);
  if (names !== undefined && names.length > 0)
    throw new CannotStart(`${target} is not empty: nothing is overwritten.`);
}
