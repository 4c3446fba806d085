import { clerkId, deviceId, epoch, municipalityId, opId } from '../domain/ids.ts';
import { instant } from '../domain/time.ts';
import { z } from '../domain/zod.ts';
import { deskOperation } from '../operations/operation.ts';
import { receipt } from './messages.ts';

/** A journal as it can be read without the clerk's key: for support, and to be handed over from a file. */
export const journalExport = z.strictObject({
  v: z.literal(1),
  municipalityId,
  clerkId,
  deviceId,
  epoch: epoch.nullable(),
  exportedAt: instant,
  /**
   * In order; `receipt` is null for what the server hasn't decided. `insteadOf`: the refused operation this one was sent
   * again for; of the two only this one may stand.
   */
  entries: z.array(
    z.strictObject({
      operation: deskOperation,
      receipt: receipt.nullable(),
      insteadOf: opId.nullable().default(null),
    }),
  ),
});
export type JournalExport = z.infer<typeof journalExport>;

/** The public key exports are sealed to: P-256, SPKI, base64. */
export const supportKey = z.strictObject({ publicKey: z.base64().max(400) });

/**
 * The file: only the server that gave out the key can open it. ECDH on P-256 with a key pair made for this file alone,
 * HKDF-SHA-256, AES-256-GCM.
 */
export const sealedJournal = z.strictObject({
  format: z.literal('amtsstube-journal'),
  v: z.literal(1),
  /** SPKI, base64, of the pair made for this file. */
  ephemeralKey: z.base64().max(400),
  nonce: z.base64().length(16),
  sealed: z.base64(),
});
export type SealedJournal = z.infer<typeof sealedJournal>;

/** Bound into the key that seals: it opens nothing else. */
export const sealedJournalPurpose = 'amtsstube/journal-export/1';
