import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MunicipalityId } from '@amtsstube/shared/domain/ids';
import type { LogRow, StoredClaim, StoredDocument } from '../store/store.ts';
import { mirrorFolder } from './log-mirror.ts';
import type { DecisionContent, MirrorBatch, MirrorHeader } from './mirror-batch.ts';
import { mirrorFilesIn } from './mirror-file.ts';
import { type Frame, hasFrameBehind, noHash, scanFrames, unseal } from './mirror-format.ts';

export interface ReplayedDecision {
  readonly row: LogRow;
  readonly content: DecisionContent | 'erased';
  readonly kept: readonly StoredDocument[];
  readonly claims: readonly StoredClaim[];
}

/** One frame of a mirror: what belongs together, so that documents and decisions never come apart. */
export interface ReplayedBatch {
  readonly decisions: readonly ReplayedDecision[];
  readonly performed: readonly string[];
}

/** The mirror is damaged before its end, or its files don't follow one another. */
export class MirrorDamaged extends Error {
  override readonly name = 'MirrorDamaged';
}

/**
 * Everything a municipality's mirror holds, in order, with the chain of its frames checked. A torn end of the last
 * file is left out: it was never acknowledged.
 */
export async function* readMirror(
  directory: string,
  municipality: MunicipalityId,
): AsyncGenerator<ReplayedBatch> {
  const folder = mirrorFolder(directory, municipality);
  const names = await mirrorFilesIn(folder);
  let previous: Uint8Array = noHash;
  for (const [index, name] of names.entries()) {
    const bytes = await readFile(join(folder, name));
    const { frames, end } = scanFrames(bytes);
    const isTorn = end < bytes.length;
    for (const frame of frames) {
      if (Buffer.compare(frame.previous, previous) !== 0)
        throw new MirrorDamaged(`${name}: chain broken at ${frame.offset}`);
      previous = frame.hash;
      if (frame.offset === 0) demandOwn(frame.body as MirrorHeader, municipality, name);
      else yield batchFrom(frame, name);
    }
    // after what can be read, so that whoever wants may restore up to here
    if (isTorn && (index < names.length - 1 || hasFrameBehind(bytes, end)))
      throw new MirrorDamaged(`${name}: damaged at byte ${end}`);
  }
}

function demandOwn(header: MirrorHeader, municipality: MunicipalityId, name: string): void {
  if (header.mirror !== 1) throw new MirrorDamaged(`${name}: of a newer version of this program`);
  if (header.municipality !== municipality) throw new MirrorDamaged(`${name}: of another municipality`);
}

/** The file is ours and its chain was checked, so JSON is believed. */
function batchFrom(frame: Frame, name: string): ReplayedBatch {
  const { decisions, performed } = frame.body as MirrorBatch;
  return {
    performed,
    decisions: decisions.map(({ row, sealed, kept, claims = [] }, index) => {
      const key = frame.keys[index];
      if (!key) throw new MirrorDamaged(`${name}: decision ${row.seq} has no key`);
      try {
        const opened = unseal(key, sealed);
        return {
          row,
          kept,
          claims,
          content: opened === 'erased' ? opened : (opened.value as DecisionContent),
        };
      } catch (error) {
        throw new MirrorDamaged(`${name}: decision ${row.seq} can't be opened`, { cause: error });
      }
    }),
  };
}
