import { z } from './zod.ts';

/**
 * `partly`: something of it is granted. `withdrawn`: by the applicant, so the case is closed without a decision on the
 * matter. `notResponsible`: another body is to be asked.
 */
export const decisionKind = z.enum(['approved', 'partly', 'rejected', 'withdrawn', 'notResponsible']);
export type DecisionKind = z.infer<typeof decisionKind>;

/** What was decided, and why. */
export const decision = z.strictObject({ kind: decisionKind, reason: z.string().max(10_000) });
export type Decision = z.infer<typeof decision>;

/**
 * § 39 Abs. 1 VwVfG: a written decision states its reasons; one that grants the whole application may do without
 * (Abs. 2 Nr. 1). Of a withdrawn one it must be known later how and when it was withdrawn.
 */
export function needsReason(kind: DecisionKind): boolean {
  return kind !== 'approved';
}
