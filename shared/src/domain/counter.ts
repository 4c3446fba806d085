import { counterId, departmentId } from './ids.ts';
import { scope } from './scope.ts';
import { instant } from './time.ts';
import { z } from './zod.ts';

/** A counter (Schalter) where citizens are received. */
export const counter = z.strictObject({
  id: counterId,
  scope,
  name: z.string().min(1).max(120),
  departmentId,
  /** Out of use; kept, because appointments name it. */
  deactivatedAt: instant.optional(),
});
export type Counter = z.infer<typeof counter>;
