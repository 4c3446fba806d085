import { caseId, clerkId, taskId } from './ids.ts';
import { scope } from './scope.ts';
import { instant } from './time.ts';
import { z } from './zod.ts';

/** Another case this one has to do with, as somebody of the office said. */
export const relatedCase = z.strictObject({ caseId, word: z.string().max(200), byId: clerkId, at: instant });
export type RelatedCase = z.infer<typeof relatedCase>;

/** Whether the applicants of two cases of the same name are one person: looked at by a clerk, never concluded. */
export const personMatch = z.strictObject({ caseId, same: z.boolean(), byId: clerkId, at: instant });
export type PersonMatch = z.infer<typeof personMatch>;

/**
 * What lies beside a case, under its id: the cases it has to do with, apart from the dossier, so that erasing one leaves
 * the history of the other as it was (each of two names the other), and the tasks set on it. Absent: none of it yet.
 */
export const annex = z.strictObject({
  id: caseId,
  scope,
  related: z.array(relatedCase).max(500),
  persons: z.array(personMatch).max(500),
  /** Also those that are done: they go where the case goes. Absent: none. */
  tasks: z.array(taskId).max(10_000).optional(),
});
export type Annex = z.infer<typeof annex>;
