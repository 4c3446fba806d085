import { mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type MunicipalityId, municipalityId } from '@amtsstube/shared/domain/ids';
import { syncDirectory } from '../durable-files.ts';
import type { Logger } from '../logging.ts';
import { type Store, StoreUnavailable } from '../store/store.ts';
import { readBatch } from './mirror-batch.ts';
import { type MirrorFile, openMirrorFile } from './mirror-file.ts';

/** The log on a second disk (S7): with it nothing acknowledged is lost when the first one dies. */
export interface LogMirror {
  /** Whether everything decided is known to be on the second disk, or will be at once. */
  readonly state: 'ok' | 'behind';
  /** Resolves when all that is committed by now is durable there. Rejects with StoreUnavailable. */
  follow(municipality: MunicipalityId): Promise<void>;
  /** Follows within half a second, and goes on trying. */
  followSoon(municipality: MunicipalityId): void;
  /** Resolves at once while all is well; else it tries again first, and rejects with StoreUnavailable. */
  demand(municipality: MunicipalityId): Promise<void>;
  /** Mails that went out: after a restore they need not be asked about. */
  notePerformed(municipality: MunicipalityId, effects: readonly string[]): void;
  /** Follows once more, then lets the files go. */
  close(): Promise<void>;
}

/** The mirror has decisions of this municipality that the database has not: going on would lose them. */
export class MirrorAhead extends Error {
  override readonly name = 'MirrorAhead';
}

const soon = 300;
const retryAfter = 3_000;
const checkEvery = 500;

export interface MirrorSources {
  readonly store: Pick<Store, 'snapshot' | 'has'>;
  /** Must exist: making it would write to the first disk where the second isn't mounted. */
  readonly directory: string;
  readonly log: Logger;
}

interface Following {
  file: MirrorFile | undefined;
  running: Promise<void> | undefined;
  next: Promise<void> | undefined;
  timer: NodeJS.Timeout | undefined;
  failure: { readonly error: StoreUnavailable; readonly at: number } | undefined;
  performed: string[];
  /** When the file was last seen in its place. */
  checkedAt: number;
}

/** Municipalities that have a mirror in this directory. */
export async function mirroredMunicipalities(directory: string): Promise<readonly MunicipalityId[]> {
  const names = await readdir(join(directory, 'log')).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  });
  return names.flatMap((name) => municipalityId.safeParse(name).data ?? []).toSorted();
}

export function mirrorFolder(directory: string, municipality: MunicipalityId): string {
  return join(directory, 'log', municipality);
}

/** Reads what was decided from the store itself, so that catching up after any failure is what it does anyway. */
export function createLogMirror({ store, directory, log }: MirrorSources): LogMirror {
  const all = new Map<MunicipalityId, Following>();
  let isClosed = false;

  function followingOf(municipality: MunicipalityId): Following {
    const known = all.get(municipality);
    if (known) return known;
    const made: Following = {
      file: undefined,
      running: undefined,
      next: undefined,
      timer: undefined,
      failure: undefined,
      performed: [],
      checkedAt: performance.now(),
    };
    all.set(municipality, made);
    return made;
  }

  /** One run at a time, and once more for whoever asked during one. */
  function follow(municipality: MunicipalityId): Promise<void> {
    const following = followingOf(municipality);
    if (following.running === undefined) {
      following.running = run(municipality, following).finally(() => {
        following.running = undefined;
      });
      return following.running;
    }
    const again = () => {
      following.next = undefined;
      return follow(municipality);
    };
    following.next ??= following.running.then(again, again);
    return following.next;
  }

  async function run(municipality: MunicipalityId, following: Following): Promise<void> {
    try {
      await catchUp(municipality, following);
      if (following.failure) log.info({ mirror: 'caught up', municipality });
      following.failure = undefined;
    } catch (error) {
      await following.file?.close().catch(() => undefined);
      following.file = undefined;
      if (error instanceof MirrorAhead) throw error;
      const failure = new StoreUnavailable(`the log mirror ${directory} ${reasonOf(error)}`, {
        cause: error,
      });
      if (!following.failure) log.error({ mirror: failure.message, municipality });
      following.failure = { error: failure, at: performance.now() };
      throw failure;
    }
  }

  async function catchUp(municipality: MunicipalityId, following: Following): Promise<void> {
    following.file ??= await openChecked(municipality);
    const { file } = following;
    if (performance.now() - following.checkedAt > checkEvery) {
      if (!(await file.isInPlace())) throw new Error('its file was replaced');
      following.checkedAt = performance.now();
    }
    for (let isMore = true; isMore; ) {
      const performed = [...following.performed];
      const batch = await store.snapshot(municipality, (read) => readBatch(read, file.last.seq, performed));
      if (batch.last || performed.length > 0) await file.append(batch);
      following.performed.splice(0, performed.length);
      isMore = batch.isMore;
    }
  }

  async function openChecked(municipality: MunicipalityId): Promise<MirrorFile> {
    await stat(directory);
    const folder = mirrorFolder(directory, municipality);
    if ((await mkdir(folder, { recursive: true, mode: 0o700 })) !== undefined) {
      for (const made of [join(directory, 'log'), directory]) await syncDirectory(made);
    }
    const file = await openMirrorFile(folder, municipality);
    const { seq, hash } = file.last;
    const there = seq === 0 ? hash : (await store.snapshot(municipality, (read) => read.logBySeq(seq)))?.hash;
    if (there === hash) return file;
    await file.close();
    throw new MirrorAhead(
      `The log mirror ${directory} holds ${seq} decisions of ${municipality} that the database doesn't have: ` +
        'restore from backup and mirror (npm run server:restore), or give the server another mirror directory.',
    );
  }

  function followSoon(municipality: MunicipalityId): void {
    const following = followingOf(municipality);
    if (isClosed || following.timer) return;
    following.timer = setTimeout(
      () => {
        following.timer = undefined;
        follow(municipality).catch(() => followSoon(municipality));
      },
      following.failure ? retryAfter : soon,
    );
    following.timer.unref();
  }

  return {
    get state() {
      return [...all.values()].some(({ failure }) => failure !== undefined) ? 'behind' : 'ok';
    },
    follow,
    followSoon,
    demand: async (municipality) => {
      const { failure } = followingOf(municipality);
      if (!failure) return;
      if (performance.now() - failure.at < soon) throw failure.error;
      await follow(municipality);
    },
    notePerformed: (municipality, effects) => void followingOf(municipality).performed.push(...effects),
    close: async () => {
      isClosed = true;
      for (const [municipality, following] of all) {
        clearTimeout(following.timer);
        // what fails here has been said, and is caught up at the next start
        await follow(municipality).catch(() => undefined);
        await following.file?.close();
      }
    },
  };
}

function reasonOf(error: unknown): string {
  const code = codeOf(error);
  return reasons[code ?? ''] ?? `fails (${code ?? (error instanceof Error ? error.message : 'unknown')})`;
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  ENOTDIR: 'is not a directory',
  EACCES: 'is not writable',
  EPERM: 'is not writable',
  EROFS: 'is read-only',
  ENOSPC: 'has no space left',
  EIO: 'has an input/output error',
};

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}
