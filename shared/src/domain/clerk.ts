import { clerkRole } from './clerk-role.ts';
import { clerkId, departmentId } from './ids.ts';
import { scope } from './scope.ts';
import { instant, localDate } from './time.ts';
import { z } from './zod.ts';

export { type ClerkRole, clerkRole } from './clerk-role.ts';

/** Not in the office, from the first day to the last; null: nobody stands in for her. */
export const absence = z
  .strictObject({ from: localDate, until: localDate, deputyId: clerkId.nullable() })
  .refine(({ from, until }) => from <= until);
export type Absence = z.infer<typeof absence>;

/** Whom somebody stands in for, and from which day to which: the other side of that clerk's absence. */
export const standIn = z.strictObject({ clerkId, from: localDate, until: localDate });
export type StandIn = z.infer<typeof standIn>;

/** How many absences one clerk may stand in for: those that are, are to come, or have just ended. */
export const mostStandIns = 100;

/** A person who works in the town hall. The account (e-mail, password) is kept apart, on the server only. */
export const clerk = z.strictObject({
  id: clerkId,
  scope,
  name: z.string().min(1).max(120),
  role: clerkRole,
  departmentIds: z.array(departmentId).max(50),
  /** For the letters she writes: her own telephone, and where to find her. Absent: the town's, and nowhere. */
  phone: z.string().max(60).optional(),
  room: z.string().max(60).optional(),
  /** Works here no more: no way in, no new cases. She stays in the list, because histories name her. */
  deactivatedAt: instant.optional(),
  /** The present or the next one. */
  absence: absence.optional(),
  /** Kept here too, so that what she may comes with her own document (S9). */
  deputyFor: z.array(standIn).max(mostStandIns).optional(),
});
export type Clerk = z.infer<typeof clerk>;
