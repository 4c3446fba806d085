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

/** Of all months from the first instant to the last: where views of a case may lie. */
export function caseViewsIds(id: CaseId, first: Instant, last: Instant): readonly string[] {
  const months = (at: Instant) => {
    const [year = 0, month = 0] = localDateOf(at).split('-').map(Number);
    return year * 12 + month - 1;
  };
  const count = Math.max(0, months(last) - months(first) + 1);
  return Array.from({ length: count }, (_, index) => {
    const month = months(first) + index;
    return `${id}.${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
}

/** `case-1.2026-11`, by the local day of the view. */
export function caseViewsId(id: CaseId, at: Instant): string {
  return `${id}.${localDateOf(at).slice(0, 7)}`;
}
