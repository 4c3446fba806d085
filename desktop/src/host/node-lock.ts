import { randomUUID } from 'node:crypto';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { z } from '@amtsstube/shared/domain/zod';
import type { Ownership } from './host.ts';
import { privateFileMode, whileInUse } from './node-durable.ts';
import { errnoOf } from './node-failure.ts';
import { bootedAt, isAlive, processMark } from './node-process.ts';

const lockContent = z.object({
  pid: z.int().positive(),
  /** see processMark; absent where the system doesn't show it */
  mark: z.string().optional(),
  /** tells this very lock from any other, also of the same process */
  token: z.string(),
});

/** A lock being written is empty for a moment; after this long its writer has died over it. */
const unreadableIsStaleAfterMs = 5_000;
/** Slack for a clock that was set after the boot. */
const clockSlackMs = 60_000;

/** Tokens of this process's locks by path: two hosts in it share a pid, so the file alone can't tell them apart. */
const heldHere = new Map<string, string>();

/**
 * Takes the lock file at `path`; `undefined` when a living process has it. A lock whose process is gone, or whose pid
 * now is another process, or which is older than the boot of the PC, is stale and taken over.
 * @param isOnlyProcess nobody else can be alive here: where the system shows no more of a process than its number, which
 *   Windows gives out again, a lock left at a log-off would else stand for days
 */
export async function takeLock(path: string, isOnlyProcess = false): Promise<Ownership | undefined> {
  const key = resolve(path);
  if (heldHere.has(key)) return undefined;
  const token = randomUUID();
  heldHere.set(key, token);
  let isTaken = false;
  try {
    isTaken = await createLock(path, token);
    if (!isTaken && (await moveStaleLock(path, isOnlyProcess))) isTaken = await createLock(path, token);
    if (!isTaken) return undefined;
    return { release: () => releaseLock(path, key, token) };
  } finally {
    if (!isTaken) heldHere.delete(key);
  }
}

/** `wx` is the exclusion: of several processes one creates the file. False when there is one. */
async function createLock(path: string, token: string): Promise<boolean> {
  const mark = await processMark(process.pid);
  const content = JSON.stringify({ pid: process.pid, ...(mark === undefined ? {} : { mark }), token });
  try {
    const handle = await whileInUse(() => open(path, 'wx', privateFileMode));
    const failure = await handle.writeFile(content).then(
      () => undefined,
      (error: unknown) => ({ error }),
    );
    await handle.close();
    if (failure === undefined) return true;
    // on a full disk: an empty lock would say that somebody else is here
    await rm(path, { force: true });
    throw failure.error;
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** True when the way is free for `createLock`. */
async function moveStaleLock(path: string, isOnlyProcess: boolean): Promise<boolean> {
  const found = await readIfThere(path);
  if (found === undefined) return true;
  if (!isOnlyProcess && !(await isStale(path, found))) return false;
  const aside = `${path}.${randomUUID()}`;
  try {
    await whileInUse(() => rename(path, aside));
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return true;
    throw error;
  }
  // another process may have judged the same lock, been faster, and put its own there: then that goes back
  const moved = await readIfThere(aside);
  if (moved !== found) {
    await whileInUse(() => rename(aside, path));
    return false;
  }
  await whileInUse(() => rm(aside, { force: true }));
  return true;
}

async function isStale(path: string, content: string): Promise<boolean> {
  const writtenAt = await stat(path).then(
    (stats) => stats.mtimeMs,
    () => undefined,
  );
  if (writtenAt === undefined) return false;
  const lock = lockContent.safeParse(parseJson(content));
  if (!lock.success) return Date.now() - writtenAt > unreadableIsStaleAfterMs;
  const { pid, mark } = lock.data;
  if (!isAlive(pid)) return true;
  if (mark !== undefined) return (await processMark(pid)) !== mark;
  // our own pid and not in heldHere: what a dead process with this pid left behind
  return pid === process.pid || writtenAt < bootedAt() - clockSlackMs;
}

/** Removes the file only while it is ours; twice is once, also when another host in this process has it meanwhile. */
async function releaseLock(path: string, key: string, token: string): Promise<void> {
  if (heldHere.get(key) !== token) return;
  const lock = lockContent.safeParse(parseJson((await readIfThere(path)) ?? ''));
  if (lock.success && lock.data.token === token) await whileInUse(() => rm(path, { force: true }));
  if (heldHere.get(key) === token) heldHere.delete(key);
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await whileInUse(() => readFile(path, 'utf8'));
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
