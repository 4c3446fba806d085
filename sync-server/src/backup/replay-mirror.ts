import type { MunicipalityId } from '@amtsstube/shared/domain/ids';
import { findKind } from '@amtsstube/shared/operations/registry';
import { chainHash } from '../execute/hash.ts';
import type { ReplayedBatch, ReplayedDecision } from '../mirror/read-mirror.ts';
import type { Store, StoredDocument, Tx } from '../store/store.ts';

/** The mirror belongs to another history than the backup. */
export class OtherHistory extends Error {
  override readonly name = 'OtherHistory';
}

const decisionsPerCommit = 1000;

/**
 * Writes what the mirror has beyond the backup: the same rows, documents, journals and effects, with no rule run
 * anew. Batches are written whole, because their documents are those of one moment.
 * @returns how many decisions came from the mirror
 */
export async function replayMirror(
  store: Store,
  municipality: MunicipalityId,
  batches: AsyncIterable<ReplayedBatch>,
): Promise<number> {
  let replayed = 0;
  let waiting: ReplayedBatch[] = [];
  const write = async () => {
    const together = waiting;
    waiting = [];
    replayed += await store.transact(municipality, async (tx) => {
      let count = 0;
      for (const batch of together) count += await replayBatch(tx, batch);
      return count;
    });
  };
  try {
    for await (const batch of batches) {
      waiting.push(batch);
      if (waiting.reduce((sum, { decisions }) => sum + decisions.length, 0) >= decisionsPerCommit)
        await write();
    }
  } finally {
    // also where the mirror turned out damaged: what came before it counts
    await write();
  }
  return replayed;
}

async function replayBatch(tx: Tx, { decisions, performed }: ReplayedBatch): Promise<number> {
  let head = await tx.head();
  let count = 0;
  for (const decision of decisions) {
    const { row, content } = decision;
    if (row.seq <= head.seq) {
      if ((await tx.logBySeq(row.seq))?.hash !== row.hash)
        throw new OtherHistory(`decision ${row.seq} is another one in the mirror than in the backup`);
      if (content === 'erased') await tx.erasePayload(row.opId);
      continue;
    }
    const { hash, ...unhashed } = row;
    if (row.previousHash !== head.hash || chainHash(unhashed) !== hash)
      throw new OtherHistory(`decision ${row.seq} in the mirror does not follow decision ${head.seq}`);
    await writeDecision(tx, decision);
    head = { ...head, seq: row.seq, hash };
    await tx.setHead(head);
    count += 1;
  }
  for (const id of performed) await tx.removeEffect(id);
  return count;
}

async function writeDecision(tx: Tx, { row, content, kept, claims }: ReplayedDecision): Promise<void> {
  const { documents, effects, payload } =
    content === 'erased' ? { documents: [], effects: [], payload: undefined } : content;
  for (const document of [...kept, ...documents]) await putNewer(tx, document);
  await tx.putClaims(claims);
  await tx.appendLog(row, payload);
  for (const effect of effects) await tx.addEffect(effect);
  if (row.result.decided === 'accepted' && payload !== undefined) {
    // the backup may be older than an erasure and still have them
    const erases = findKind(row.kind)?.erases?.(payload) ?? [];
    for (const opId of erases) await tx.erasePayload(opId);
  }
  if (row.deviceId === null || row.n === null || row.actor.kind !== 'clerk') return;
  const before = await tx.device(row.deviceId);
  const lastN = Math.max(before?.lastN ?? 0, row.n);
  await tx.putDevice({ deviceId: row.deviceId, clerkId: before?.clerkId ?? row.actor.clerkId, lastN });
}

async function putNewer(tx: Tx, document: StoredDocument): Promise<void> {
  const before = await tx.document(document);
  if (before === undefined || before.seq < document.seq) await tx.putDocument(document);
}
