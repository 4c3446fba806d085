import { clerkRole, standIn } from './clerk.ts';
import { clerkId, departmentId } from './ids.ts';
import { z } from './zod.ts';

/** Who does something. Comes from the session, never from a payload, and is logged as decided (S9). */
export const actor = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('clerk'),
    clerkId,
    role: clerkRole,
    departmentIds: z.array(departmentId),
    /** With all days that are known; `actorOn` leaves those that count. Absent: nobody. */
    deputyFor: z.array(standIn).optional(),
  }),
  z.strictObject({ kind: z.literal('citizen') }),
  z.strictObject({ kind: z.literal('system') }),
]);
export type Actor = z.infer<typeof actor>;
