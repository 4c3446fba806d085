import { z } from '@amtsstube/shared/domain/zod';
import { HostFailure } from './host-failure.ts';

/** Longest name the schema lets through. */
export const longestFileName = 101;

/**
 * Names of journals, small files and ownerships. Lower case only, because Windows and macOS treat `A` and `a` as one
 * file; no separator and no leading dot, so that no name leaves its directory or meets the shell's own files.
 */
export const fileName = z.string().regex(/^[a-z0-9][a-z0-9._-]{0,100}$/);

/** The name itself, or HostFailure `badName`. */
export function parseFileName(name: unknown): string {
  const parsed = fileName.safeParse(name);
  if (!parsed.success) throw new HostFailure('badName', `not a file name: ${JSON.stringify(name)}`);
  return parsed.data;
}
