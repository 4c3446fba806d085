import type { Clerk } from '@amtsstube/shared/domain/clerk';
import type { MunicipalityId } from '@amtsstube/shared/domain/ids';
import { visibleScopes } from '@amtsstube/shared/domain/scope';
import type { ReplicatedCollection } from '@amtsstube/shared/replication/collections';
import { digestHash } from '@amtsstube/shared/replication/digest';
import type { DigestAnswer, DigestRequest } from '@amtsstube/shared/replication/messages';
import type { CoreContext } from '../core-context.ts';
import { deviceOf } from '../execute/device.ts';

/** What a desk's copy of the collection must equal: one snapshot, kept up with each write (S8). */
export async function readDigest(
  context: CoreContext,
  municipality: MunicipalityId,
  clerk: Clerk,
  collection: ReplicatedCollection,
  request: DigestRequest,
): Promise<DigestAnswer> {
  return context.store.snapshot(municipality, async (read) => {
    const { epoch, seq } = await read.head();
    const { lastN } = await deviceOf(read, request.deviceId, clerk);
    if (request.epoch !== null && request.epoch !== epoch) return { result: 'otherEpoch', epoch, lastN };
    const digest = await read.digest(collection, visibleScopes(clerk));
    return {
      result: 'digest',
      epoch,
      head: seq,
      newest: digest.newest,
      count: digest.count,
      hash: digestHash(digest),
    };
  });
}
