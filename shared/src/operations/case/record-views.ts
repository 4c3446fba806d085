import { caseViewsId } from '../../domain/case-views.ts';
import { ref } from '../../domain/documents.ts';
import { caseId } from '../../domain/ids.ts';
import { leadScope } from '../../domain/scope.ts';
import { instant, localDateOf } from '../../domain/time.ts';
import { z } from '../../domain/zod.ts';
import { defineOperation } from '../define-operation.ts';
import { accepted, forecastOnly, put, refused } from '../outcome.ts';

const longestCaseId = 72;

/**
 * A clerk had a case open that wasn't hers: written by her desk by itself, so that leads can see who looks at what
 * without a reason. Of one day the first view counts. Her right to the case isn't asked: she did look at it, and what she
 * says of herself is believed, also where the case was moved away meanwhile.
 */
export const recordViews = defineOperation({
  kind: 'recordViews',
  v: 1,
  payload: z
    .strictObject({
      caseId: caseId.refine((id) => id.length <= longestCaseId),
      /** All of one month. */
      views: z.tuple([instant], instant).refine((views) => views.length <= 50),
    })
    .refine(({ caseId: id, views }) => new Set(views.map((at) => caseViewsId(id, at))).size === 1),
  reads: ({ caseId: id, views: [first] }) => [ref('cases', id), ref('views', caseViewsId(id, first))],
  apply: ({ caseId: of, views }, docs, { actor }) => {
    const id = caseViewsId(of, views[0]);
    const caseRecord = docs.get('cases', of);
    const before = docs.get('views', id);
    if (actor.kind !== 'clerk') return refused('notAllowed');
    if (caseRecord === undefined) return refused('noSuchCase');
    // a clerk's desk sees no such document
    if (caseRecord === 'unknown' || before === 'unknown') return forecastOnly();
    const byId = actor.clerkId;
    const known = before?.views ?? [];
    const days = new Set(known.filter((each) => each.byId === byId).map(({ at }) => localDateOf(at)));
    const fresh = views.filter((at) => {
      const isFirst = !days.has(localDateOf(at));
      days.add(localDateOf(at));
      return isFirst;
    });
    if (fresh.length === 0) return accepted([]);
    return accepted([
      put('views', {
        id,
        scope: leadScope(caseRecord.departmentId),
        caseId: of,
        views: [...known, ...fresh.map((at) => ({ byId, at }))],
      }),
    ]);
  },
});
