import { resolve, sep } from 'node:path';
import type { Config } from '../config.ts';
import type { Logger } from '../logging.ts';
import { CannotStart } from '../start-server-listening.ts';
import { type Store, StoreUnavailable } from '../store/store.ts';
import { createLogMirror, type LogMirror, MirrorAhead, mirroredMunicipalities } from './log-mirror.ts';
import { mirroredStore } from './mirrored-store.ts';
import { createSideDatabasesCopy } from './side-databases-copy.ts';

export interface Mirrored {
  readonly store: Store;
  readonly mirror: LogMirror | undefined;
  copyBeside(): Promise<void>;
}

/**
 * Puts the log mirror of the settings in front of a store. A second disk that is missing is no reason not to
 * start: it is said, and by mode everything that is written waits for it or doesn't.
 * @throws CannotStart when the mirror knows more than the database: going on would lose it
 */
export async function withMirror(
  store: Store,
  { mirrorDirectory, mirrorMode, dataDirectory }: Config,
  log: Logger,
): Promise<Mirrored> {
  if (mirrorDirectory === undefined) {
    log.warn({ mirror: 'no second directory is set (AMTSSTUBE_MIRROR): this disk is the only one' });
    return { store, mirror: undefined, copyBeside: async () => undefined };
  }
  if (`${resolve(mirrorDirectory)}${sep}`.startsWith(`${resolve(dataDirectory)}${sep}`))
    throw new CannotStart('AMTSSTUBE_MIRROR must be another directory than AMTSSTUBE_DATA, on another disk.');
  const mirror = createLogMirror({ store, directory: mirrorDirectory, log });
  const municipalities = await store.municipalities();
  const mirrored = await mirroredMunicipalities(mirrorDirectory).catch(() => []);
  const unknown = mirrored.find((municipality) => !municipalities.includes(municipality));
  if (unknown !== undefined)
    throw new CannotStart(
      `The log mirror ${mirrorDirectory} holds a municipality ${unknown} that the database doesn't have: ` +
        'restore from backup and mirror (npm run server:restore), or give the server another mirror directory.',
    );
  try {
    for (const municipality of municipalities) await catchUpAtStart(mirror, municipality);
  } catch (error) {
    await mirror.close();
    throw error;
  }
  return {
    store: mirroredStore(store, mirror, mirrorMode),
    mirror,
    copyBeside: createSideDatabasesCopy(dataDirectory, mirrorDirectory, log).run,
  };
}

async function catchUpAtStart(
  mirror: LogMirror,
  municipality: Parameters<LogMirror['follow']>[0],
): Promise<void> {
  try {
    await mirror.follow(municipality);
  } catch (error) {
    if (error instanceof MirrorAhead) throw new CannotStart(error.message);
    if (!(error instanceof StoreUnavailable)) throw error;
    mirror.followSoon(municipality);
  }
}
