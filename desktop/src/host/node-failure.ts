import { HostFailure } from './host-failure.ts';

/** The errno of a Node error, `undefined` of anything else. */
export function errnoOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** A failure of Node's file system in the words of the host. EDQUOT: the allowance of a user on a shared drive. */
export function nodeFailure(error: unknown, doing: string): HostFailure {
  if (error instanceof HostFailure) return error;
  const errno = errnoOf(error);
  const isFull = errno === 'ENOSPC' || errno === 'EDQUOT' || errno === 'EFBIG';
  const message = error instanceof Error ? error.message : String(error);
  return new HostFailure(isFull ? 'quotaExceeded' : 'io', `${doing}: ${message}`, { cause: error });
}
