import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { MunicipalityId, OpId } from '@amtsstube/shared/domain/ids';
import { mirrorFolder } from './log-mirror.ts';
import type { MirrorBatch } from './mirror-batch.ts';
import { mirrorFilesIn } from './mirror-file.ts';
import { erasedKey, keyPosition, scanFrames } from './mirror-format.ts';

/**
 * Overwrites the keys of these operations, so that nobody can read any more what the mirror holds of them (S11);
 * the chain stays whole. A server may add to its end meanwhile.
 * @returns how many keys were overwritten
 */
export async function eraseInMirror(
  directory: string,
  municipality: MunicipalityId,
  erased: ReadonlySet<OpId>,
): Promise<number> {
  const folder = mirrorFolder(directory, municipality);
  let count = 0;
  for (const name of await mirrorFilesIn(folder)) {
    const handle = await open(join(folder, name), 'r+');
    try {
      const { frames } = scanFrames(await handle.readFile());
      for (const frame of frames.slice(1)) {
        for (const [index, { row }] of (frame.body as MirrorBatch).decisions.entries()) {
          if (!erased.has(row.opId)) continue;
          await handle.write(erasedKey, 0, erasedKey.length, keyPosition(frame, index));
          count += 1;
        }
      }
      await handle.datasync();
    } finally {
      await handle.close();
    }
  }
  return count;
}
