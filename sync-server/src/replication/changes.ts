import type { Clerk } from '@amtsstube/shared/domain/clerk';
import type { Epoch, MunicipalityId } from '@amtsstube/shared/domain/ids';
import { type Scope, visibleScopes } from '@amtsstube/shared/domain/scope';
import type { ReplicatedCollection } from '@amtsstube/shared/replication/collections';
import type { ChangesAnswer, ChangesRequest, Checkpoint } from '@amtsstube/shared/replication/messages';
import type { CoreContext } from '../core-context.ts';
import { deviceOf } from '../execute/device.ts';
import { firstHash } from '../execute/hash.ts';
import type { Read, StoredDocument } from '../store/store.ts';
import { decisionsSince, versionedFor } from './decisions.ts';

/** Under 64 KB compressed (L6): JSON of dossiers shrinks to less than a fifth (52–57 KB measured), of cases to an eighth. */
const pageBytes = 300 * 1024;

/** One page of a collection after the desk's checkpoint, with the device's decisions, in one snapshot (S5). */
export async function readChanges(
  context: CoreContext,
  municipality: MunicipalityId,
  clerk: Clerk,
  collection: ReplicatedCollection,
  request: ChangesRequest,
): Promise<ChangesAnswer> {
  const scopes = visibleScopes(clerk);
  const answer = await context.store.snapshot(
    municipality,
    async (read): Promise<ChangesAnswer | 'restoredUnnoticed'> => {
      const head = await read.head();
      const device = await deviceOf(read, request.deviceId, clerk);
      const from = request.checkpoint;
      const asked = from?.epoch ?? request.epoch;
      if (asked !== null && asked !== head.epoch)
        return { result: 'otherEpoch', epoch: head.epoch, lastN: device.lastN };
      if (from && (await hashAt(read, from.seq)) !== from.hash) return 'restoredUnnoticed';

      if (from && !isSameScopes(from, scopes)) return { result: 'otherScopes', epoch: head.epoch };

      const page = await readPage(read, collection, scopes, from?.seq ?? 0, request.limit);
      const last = page.documents.at(-1);
      const seq = page.more && last ? last.seq : head.seq;
      return {
        result: 'page',
        epoch: head.epoch,
        serverTime: context.now(),
        serverVersion: context.version,
        head: head.seq,
        documents: page.documents.map((stored) => versionedFor(stored, scopes)),
        checkpoint: {
          epoch: head.epoch,
          seq,
          hash: (await hashAt(read, seq)) ?? firstHash,
          scopes: [...scopes],
        },
        more: page.more,
        decisions: await decisionsSince(read, request.deviceId, request.firstOpen, scopes),
      };
    },
  );
  return answer === 'restoredUnnoticed' ? startNewEpoch(context, municipality, clerk, request) : answer;
}

/** What came into view has old seqs, and what fell out of it was never told: such a copy can't be gone on with (S9). */
function isSameScopes(from: Checkpoint, scopes: readonly Scope[]): boolean {
  return from.scopes.join(' ') === scopes.join(' ');
}

async function hashAt(read: Read, seq: number): Promise<string | undefined> {
  return seq === 0 ? firstHash : (await read.logBySeq(seq))?.hash;
}

/**
 * Documents in seq order, never cut inside one seq: a decision may touch several documents of a collection, and
 * the next page starts after the last seq of this one.
 */
async function readPage(
  read: Read,
  collection: ReplicatedCollection,
  scopes: readonly Scope[],
  after: number,
  limit: number,
): Promise<{ documents: readonly StoredDocument[]; more: boolean }> {
  for (let size = limit + 1; ; size *= 2) {
    const found = await read.changes(collection, scopes, after, size);
    const isAll = found.length < size;
    let end = isAll ? found.length : found.length - 1;
    let bytes = 0;
    for (let index = 0; index < end; index += 1) {
      bytes += JSON.stringify(found[index]?.document).length;
      if (bytes > pageBytes && index > 0) end = index;
    }
    if (end === found.length) return { documents: found, more: false };
    const cutSeq = found[end]?.seq;
    while (end > 0 && found[end - 1]?.seq === cutSeq) end -= 1;
    if (end > 0) return { documents: found.slice(0, end), more: true };
    // everything so far is one decision: it goes whole, whatever its size
    const whole = found.findIndex(({ seq }) => seq !== cutSeq);
    if (whole > 0) return { documents: found.slice(0, whole), more: true };
    if (isAll) return { documents: found, more: false };
  }
}

/**
 * A checkpoint the log doesn't know: the database was put back by hand. That is a restore, so it gets an epoch,
 * and every desk hands over again what this server has lost (S4, S7). Where this clerk's desks have just had one, the
 * desk that asks builds its copies anew, and nobody else.
 */
async function startNewEpoch(
  context: CoreContext,
  municipality: MunicipalityId,
  clerk: Clerk,
  request: ChangesRequest,
): Promise<ChangesAnswer> {
  const { unknownPasts } = context;
  let hasBegun = false;
  const answer = await context.store.transact(municipality, async (tx): Promise<ChangesAnswer> => {
    const head = await tx.head();
    const { lastN } = await deviceOf(tx, request.deviceId, clerk);
    const from = request.checkpoint;
    const stillUnknown =
      from !== null && from.epoch === head.epoch && (await hashAt(tx, from.seq)) !== from.hash;
    if (!stillUnknown) return { result: 'otherEpoch', epoch: head.epoch, lastN };
    if (!unknownPasts.mayBegin(municipality, clerk.id)) return { result: 'otherScopes', epoch: head.epoch };
    const epoch: Epoch = context.newEpoch();
    await tx.setHead({ ...head, epoch });
    hasBegun = true;
    return { result: 'otherEpoch', epoch, lastN };
  });
  if (hasBegun) unknownPasts.hasBegun(municipality, clerk.id);
  return answer;
}
