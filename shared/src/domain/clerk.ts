import { clerkId, departmentId } from './ids.ts';
import { scope } from './scope.ts';
import { instant } from './time.ts';
import { z } from './zod.ts';

/** An admin configures the municipality; with departments she also works like a lead. */
export const clerkRole = z.enum(['clerk', 'lead', 'admin']);
export type ClerkRole = z.infer<typeof clerkRole>;

/** A person who works in the town hall. The account (e-mail, password) is kept apart, on the server only. */
export const clerk = z.strictObject({
  id: clerkId,
  scope,
  name: z.string().min(1).max(120),
  role: clerkRole,
  departmentIds: z.array(departmentId).max(50),
  /** Works here no more: no way in, no new cases. She stays in the list, because histories name her. */
  deactivatedAt: instant.optional(),
});
export type Clerk = z.infer<typeof clerk>;
