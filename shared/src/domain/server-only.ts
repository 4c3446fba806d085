import { caseId, trackingCode } from './ids.ts';
import { scope } from './scope.ts';
import { z } from './zod.ts';

/** Finds a case by the code a citizen holds. */
export const tracking = z.strictObject({ id: trackingCode, scope, caseId });
export type Tracking = z.infer<typeof tracking>;

/** The last number given in a year's series of file references. */
export const sequence = z.strictObject({
  /** `file-reference.` and a service's id. */
  id: z.string().min(1).max(100),
  scope,
  year: z.int().min(2000).max(9999),
  last: z.int().min(0),
});
export type Sequence = z.infer<typeof sequence>;
