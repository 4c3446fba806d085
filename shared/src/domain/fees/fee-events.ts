import { eventCommon } from '../event-common.ts';
import { clerkId, paymentId } from '../ids.ts';
import { localDate } from '../time.ts';
import { z } from '../zod.ts';
import { chargedFee, feeReason, paymentWay } from './fee.ts';
import { cents } from './money.ts';

/** The lines of the history that say what became of the fee; nothing else does (`fee-account.ts`). */
export const feeEvents = [
  z.strictObject({
    ...eventCommon,
    kind: z.literal('feeSet'),
    byId: clerkId,
    ...chargedFee.shape,
    reason: feeReason,
  }),
  /** `amountCents`: what was open. */
  z.strictObject({
    ...eventCommon,
    kind: z.literal('feeWaived'),
    byId: clerkId,
    amountCents: cents,
    reason: feeReason,
  }),
  z.strictObject({ ...eventCommon, kind: z.literal('waiverRevoked'), byId: clerkId, reason: feeReason }),
  z.strictObject({
    ...eventCommon,
    kind: z.literal('paymentRecorded'),
    /** Absent: by the server, from the ePayment provider. */
    byId: clerkId.optional(),
    paymentId,
    amountCents: cents,
    way: paymentWay,
    on: localDate,
    word: feeReason,
  }),
  z.strictObject({
    ...eventCommon,
    kind: z.literal('paymentRevoked'),
    byId: clerkId,
    paymentId,
    amountCents: cents,
    reason: feeReason,
  }),
] as const;
