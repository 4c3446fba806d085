import type { Instant } from '@amtsstube/shared/domain/time';
import type { Config } from '../config.ts';
import { type Logger, stackOf } from '../logging.ts';
import { type Store, StoreUnavailable } from '../store/store.ts';
import type { Uploader } from './blob-paths.ts';
import { BlobStore } from './blob-store.ts';
import { namedBlobs } from './named-blobs.ts';
import { eraseRemoved } from './removed-blobs.ts';
import { draftsKeptMs, Uploads } from './uploads.ts';

export interface Blobs {
  readonly blobs: BlobStore;
  readonly uploads: Uploads;
  /**
   * Once at the start and daily: erases what was removed from its case, copies what the mirror lacks, forgets what
   * was begun and never finished, or never sent.
   */
  sweep(): Promise<void>;
}

/** The files' part of the server. By the mirror's mode an upload waits for the second disk, or it follows later. */
export function openBlobs(
  config: Config,
  store: Store,
  now: () => Instant,
  log: Logger,
  keptDrafts: () => readonly Uploader[],
): Blobs {
  const { dataDirectory, mirrorDirectory, mirrorMode } = config;
  const mirrorFailed = (error: unknown) => {
    log.error({ mirror: 'a blob is not copied', stack: stackOf(error) });
    if (mirrorMode === 'beforeAnswer')
      throw new StoreUnavailable("the blobs' mirror can't be written", { cause: error });
  };
  const blobs = new BlobStore({ dataDirectory, mirrorDirectory, mirrorFailed });
  const uploads = new Uploads(dataDirectory, blobs);
  return {
    blobs,
    uploads,
    sweep: async () => {
      try {
        for (const municipality of await store.municipalities()) {
          await uploads.removeAbandoned(municipality, Date.now());
          const named = await store.snapshot(municipality, namedBlobs);
          await blobs.removeUnclaimed(municipality, Date.now() - draftsKeptMs, named, keptDrafts());
          await eraseRemoved(store, blobs, municipality, now());
          await blobs.catchUpMirror(municipality);
        }
      } catch (error) {
        // tomorrow again; what was to be acknowledged waits for its own copy
        log.error({ blobs: 'sweep failed', stack: stackOf(error) });
      }
    },
  };
}
