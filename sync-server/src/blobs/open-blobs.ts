import type { MunicipalityId } from '@amtsstube/shared/domain/ids';
import type { Instant } from '@amtsstube/shared/domain/time';
import type { Config } from '../config.ts';
import { type Logger, stackOf } from '../logging.ts';
import { type Store, StoreUnavailable } from '../store/store.ts';
import type { Uploader } from './blob-paths.ts';
import { BlobStore } from './blob-store.ts';
import { completeMarks } from './complete-marks.ts';
import { eraseRemoved } from './removed-blobs.ts';
import { removeUnclaimed, removeUnmarked } from './unclaimed-blobs.ts';
import { Uploads } from './uploads.ts';

export interface Blobs {
  readonly blobs: BlobStore;
  readonly uploads: Uploads;
  /**
   * Once at the start and daily: erases what was removed from its case and what nobody holds any more, copies what
   * the mirror lacks.
   */
  sweep(): Promise<void>;
  /** Once at the start and hourly: forgets what was begun and never finished, or never sent. */
  sweepDrafts(): Promise<void>;
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
  const startedAt = now();
  const mirrorFailed = (error: unknown) => {
    log.error({ mirror: 'a blob is not copied', stack: stackOf(error) });
    if (mirrorMode === 'beforeAnswer')
      throw new StoreUnavailable("the blobs' mirror can't be written", { cause: error });
  };
  const blobs = new BlobStore({ dataDirectory, mirrorDirectory, mirrorFailed });
  const uploads = new Uploads(dataDirectory, blobs);
  const failed = (error: unknown) => {
    // the next time again; what was to be acknowledged waits for its own copy
    log.error({ blobs: 'sweep failed', stack: stackOf(error) });
  };
  /** Each by itself: one town's damage is no reason to leave the others' lying. */
  const inEach = async (...steps: readonly ((municipality: MunicipalityId) => Promise<unknown>)[]) => {
    const municipalities = await store.municipalities().catch((error: unknown) => {
      failed(error);
      return [];
    });
    for (const municipality of municipalities)
      for (const step of steps) await step(municipality).catch(failed);
  };
  const given = (municipality: MunicipalityId) => ({
    store,
    blobs,
    municipality,
    nowMs: Date.now(),
    except: keptDrafts(),
  });
  return {
    blobs,
    uploads,
    sweep: () =>
      inEach(
        (municipality) => completeMarks(store, blobs, municipality, startedAt),
        async (municipality) => eraseRemoved(store, blobs, municipality, now(), keptDrafts()),
        async (municipality) => removeUnmarked(given(municipality)),
        (municipality) => blobs.catchUpMirror(municipality),
      ),
    sweepDrafts: () =>
      inEach(
        (municipality) => uploads.removeAbandoned(municipality, Date.now()),
        async (municipality) => removeUnclaimed(given(municipality)),
      ),
  };
}
