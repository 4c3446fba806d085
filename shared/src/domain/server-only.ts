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
  /** The next year's series, where desks hold numbers of it already. */
  next: z.strictObject({ year: z.int().min(2000).max(9999), last: z.int().min(0) }).optional(),
  /** What a restore jumped over: numbers that desks may have given to cases meanwhile (S7). */
  skipped: z
    .array(z.strictObject({ year: z.int(), from: z.int(), to: z.int() }))
    .max(1000)
    .optional(),
  /** Of what was jumped over, what cases brought back. */
  claimed: z
    .array(z.strictObject({ year: z.int(), number: z.int() }))
    .max(100_000)
    .optional(),
});
export type Sequence = z.infer<typeof sequence>;
