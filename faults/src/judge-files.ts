import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { testTown } from '@amtsstube/shared/fixtures/test-town';
import { attachFile } from '@amtsstube/shared/operations/case/attach-file';
import { blobPath } from '@amtsstube/sync-server/blobs/blob-paths';
import type { LedgerLine } from './desk-messages.ts';
import type { Decided } from './judge-ledger.ts';

/** [B1] Every file whose adding was acknowledged and accepted lies on the server's disk, and is these very bytes. */
export async function lostFiles(
  ledger: readonly LedgerLine[],
  log: readonly Decided[],
  directory: string,
): Promise<readonly string[]> {
  const accepted = new Set(log.filter(({ decided }) => decided === 'accepted').map(({ opId }) => opId));
  const lost: string[] = [];
  for (const { opId, clerkId, kind, payload } of ledger) {
    if (kind !== attachFile.kind || !accepted.has(opId)) continue;
    const { hash, name } = attachFile.payload.parse(payload);
    const bytes = await readFile(join(directory, blobPath(testTown.municipalityId, hash))).catch(
      () => undefined,
    );
    if (bytes === undefined) lost.push(`the file ${name} of ${clerkId} is not at the server`);
    else if (createHash('sha256').update(bytes).digest('hex') !== hash)
      lost.push(`the file ${name} of ${clerkId} is another one at the server`);
  }
  return lost;
}
