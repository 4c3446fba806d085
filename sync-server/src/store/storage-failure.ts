import { StoreUnavailable } from './store.ts';

/**
 * SQLite's primary result codes that say something about the disk or the file and nothing about the query
 * (https://sqlite.org/rescode.html): the person's work is not refused for them, it waits (S3).
 */
const causes: ReadonlyMap<number, string> = new Map([
  [3, 'permission denied'],
  [5, 'database busy'],
  [6, 'database locked'],
  [7, 'out of memory'],
  [8, 'database read-only'],
  [10, 'disk input/output error'],
  [11, 'database damaged'],
  [13, 'disk full'],
  [14, 'database file cannot be opened'],
  [26, 'not a database file'],
]);

/** The failure as the rest of the server knows it, or undefined when it is a bug and none of the disk's. */
export function storageFailure(error: unknown): StoreUnavailable | undefined {
  if (error instanceof StoreUnavailable) return error;
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number')
    return undefined;
  // an extended code (disk I/O while syncing, while truncating, …) carries the primary one in its low byte
  const cause = causes.get(error.errcode & 0xff);
  return cause === undefined ? undefined : new StoreUnavailable(cause, { cause: error });
}
