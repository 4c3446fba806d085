import { type CaseId, caseId, clerkId } from './ids.ts';
import { scope } from './scope.ts';
import { type Instant, instant, localDateOf } from './time.ts';
import { z } from './zod.ts';

/** Somebody had a case open that wasn't hers; once a day. */
export const caseView = z.strictObject({ byId: clerkId, at: instant });
export type CaseView = z.infer<typeof caseView>;

/** Who looked at a case in one month. A document of its own that leads alone see, so that looking doesn't change the case. */
export const caseViews = z.strictObject({
  id: z.string().min(1).max(80),
  scope,
  caseId,
  views: z.array(caseView).max(10_000),
});
export type CaseViews = z.infer<typeof caseViews>;

/** `case-1.2026-11`, by the local day of the view. */
export function caseViewsId(id: CaseId, at: Instant): string {
  return `${id}.${localDateOf(at).slice(0, 7)}`;
}
