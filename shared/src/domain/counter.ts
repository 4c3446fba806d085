import { blockedTime, openingException, openingRules } from './appointments/opening-hours.ts';
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
  /** How people find it, in words: the entrance, the floor, the room, a way without steps. Absent: nothing is said. */
  directions: z.string().min(1).max(300).optional(),
  /** When it receives people by appointment; absent in what came before it was asked: never. */
  openingHours: openingRules.optional(),
  exceptions: z.array(openingException).max(500).optional(),
  blocked: z.array(blockedTime).max(500).optional(),
  /** Out of use; kept, because appointments name it. */
  deactivatedAt: instant.optional(),
});
export type Counter = z.infer<typeof counter>;
