import { provisional } from './appointments/provisional.ts';
import { caseId, clerkId, departmentId, taskId } from './ids.ts';
import { scope } from './scope.ts';
import { instant, localDate } from './time.ts';
import { z } from './zod.ts';

/** Something to be done, on a case or by itself ("bitte anrufen"). */
export const task = z.strictObject({
  id: taskId,
  scope,
  departmentId,
  caseId: caseId.nullable(),
  text: z.string().min(1).max(500),
  dueOn: localDate.nullable(),
  /** null: whoever gets round to it. */
  forId: clerkId.nullable(),
  byId: clerkId,
  madeAt: instant,
  done: z.strictObject({ byId: clerkId, at: instant }).nullable(),
  /** A Vormerkung (K11): somebody wants a time, and is to be called where she isn't told otherwise. `text` is her name then. */
  wish: provisional.optional(),
});
export type Task = z.infer<typeof task>;
