import type { MunicipalityId } from '@amtsstube/shared/domain/ids';
import { hasClaims } from '@amtsstube/shared/operations/outcome';
import { isPersonal } from '@amtsstube/shared/replication/collections';
import type { LogRow, OutboxRow, Read, StoredClaim, StoredDocument } from '../store/store.ts';
import { newKey, seal } from './mirror-format.ts';

/** First frame of each file: where it goes on. */
export interface MirrorHeader {
  readonly mirror: 1;
  readonly municipality: MunicipalityId;
  /** The last decision before this file; 0 and 64 zeros at the start. */
  readonly after: { readonly seq: number; readonly hash: string };
}

/**
 * All other frames: decisions of one snapshot. What they wrote is with them, as documents and not only as
 * operations, so that a restore needs no rule and no particular version of this program.
 */
export interface MirrorBatch {
  readonly decisions: readonly MirroredDecision[];
  /** Effects that were performed since the frame before. */
  readonly performed: readonly string[];
}

export interface MirroredDecision {
  readonly row: LogRow;
  /** A `DecisionContent` under the key with this decision's index. */
  readonly sealed: string;
  /** What an erasure leaves. */
  readonly kept: readonly StoredDocument[];
  /** Claims it wrote that no later decision of the snapshot has written again: they name nobody. Absent: none. */
  readonly claims?: readonly StoredClaim[];
}

export interface DecisionContent {
  /** Absent where none was kept, or it was erased before it came here. */
  readonly payload?: unknown;
  /** Those it wrote that no later decision of the snapshot has written again. */
  readonly documents: readonly StoredDocument[];
  readonly effects: readonly OutboxRow[];
}

export interface ReadBatch {
  readonly batch: MirrorBatch;
  readonly keys: readonly Uint8Array[];
  readonly last: { readonly seq: number; readonly hash: string } | undefined;
  readonly isMore: boolean;
}

const rowsPerBatch = 500;
const bytesPerBatch = 8 * 1024 * 1024;

/** The decisions after `after` that fit into one frame, as they are in this snapshot. */
export async function readBatch(read: Read, after: number, performed: readonly string[]): Promise<ReadBatch> {
  const rows = await read.log(after, rowsPerBatch);
  const decisions: MirroredDecision[] = [];
  const keys: Uint8Array[] = [];
  let bytes = 0;
  for (const row of rows) {
    if (bytes > bytesPerBatch) break;
    const written = (await read.documents(row.touched)).filter(({ seq }) => seq === row.seq);
    const payload = await read.payload(row.opId);
    const key = newKey();
    const content: DecisionContent = {
      ...(payload === undefined ? {} : { payload }),
      documents: written.filter(({ collection }) => isPersonal(collection)),
      effects: await read.effectsOf(row.seq),
    };
    const sealed = seal(key, content);
    const claims = hasClaims(row.touched) ? await read.claimsOf(row.seq) : [];
    const kept = written.filter(({ collection }) => !isPersonal(collection));
    decisions.push({ row, sealed, kept, ...(claims.length > 0 && { claims }) });
    keys.push(key);
    bytes += sealed.length;
  }
  const last = decisions.at(-1)?.row;
  return {
    batch: { decisions, performed },
    keys,
    last: last && { seq: last.seq, hash: last.hash },
    isMore: decisions.length < rows.length || rows.length === rowsPerBatch,
  };
}
