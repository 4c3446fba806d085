import { clerkId, deviceId, epoch, municipalityId, opId } from '@amtsstube/shared/domain/ids';
import { instant } from '@amtsstube/shared/domain/time';
import { z } from '@amtsstube/shared/domain/zod';
import { deskOperation } from '@amtsstube/shared/operations/operation';
import { decisions, receipt, versionedDocument } from '@amtsstube/shared/replication/messages';

/** First frame of a journal file, in clear: whose journal it is (J1, J7). */
export const journalHeader = z.strictObject({
  format: z.literal(1),
  deviceId,
  municipalityId,
  clerkId,
  /** The journal whose work was carried over into this one, in as many records; with fewer it was never finished. */
  continues: z.strictObject({ deviceId, records: z.int().min(1) }).nullable(),
  createdAt: instant,
  /** Set when this file was written in place of an older one of the same journal (J9), with so many records; with fewer it was never finished. */
  rewrite: z.strictObject({ generation: z.int().min(1), records: z.int().min(1) }).optional(),
});
export type JournalHeader = z.infer<typeof journalHeader>;

/** What the headers of all versions say. */
export const headerOwner = journalHeader.pick({ municipalityId: true, clerkId: true }).loose();
export type HeaderOwner = z.infer<typeof headerOwner>;

export const journalRecord = z.discriminatedUnion('record', [
  z.strictObject({
    record: z.literal('operation'),
    operation: deskOperation,
    /** The refused operation it was sent for once more, and which is taken note of with that: both or neither. */
    insteadOf: opId.optional(),
  }),
  /** All receipts of one answer in one record: half an answer must not count (J4). */
  z.strictObject({ record: z.literal('receipts'), epoch, decisions }),
  /** The server lost what came after `lastN`: those receipts are forgotten, the operations open again (L8, S2). */
  z.strictObject({ record: z.literal('reopen'), epoch, lastN: z.int().min(0) }),
  /** The clerk took note of a refusal (J6). */
  z.strictObject({ record: z.literal('dismiss'), opId }),
  /** In a file that goes on for another: the answers to the operations that follow, and what lies over the copy. */
  z.strictObject({
    record: z.literal('carried'),
    epoch: epoch.nullable(),
    receipts: z.array(receipt),
    layer: z.array(versionedDocument),
    /** The answers were given under a former identity: the server is told these numbers first (J5). */
    ofFormerIdentity: z.boolean(),
  }),
  /** Numbers up to `lastN` are used; what is not in this file any more was let go (J5). */
  z.strictObject({ record: z.literal('compacted'), lastN: z.int().min(0) }),
  /** So much damage was found in this file, which was kept aside: once, and not again at each start (J3). */
  z.strictObject({
    record: z.literal('damageKept'),
    bytes: z.int().min(0),
    unreadable: z.int().min(0),
    keptAs: z.string(),
  }),
]);
export type JournalRecord = z.infer<typeof journalRecord>;
