import type { Dossier } from '../../domain/case.ts';
import { caseId, letterId, questionId } from '../../domain/ids.ts';
import { can } from '../../domain/permissions.ts';
import type { Instant } from '../../domain/time.ts';
import { z } from '../../domain/zod.ts';
import { defineOperation } from '../define-operation.ts';
import { accepted, put, refused } from '../outcome.ts';
import { withQuestion } from './case-state.ts';
import { caseRefs, loadCase } from './load-case.ts';

const payload = z.union([
  z.strictObject({ caseId, questionId }),
  /** As the server has known since letters tell it too. */
  z.strictObject({ caseId, letterId }),
]);
type Seen = z.infer<typeof payload>;

/**
 * The page with a question, or a letter, was opened with the tracking code, for the first time. Nothing is known of by
 * whom. No event of the history: it would be news to the clerk, and is none.
 */
export const markSeen = defineOperation({
  kind: 'markSeen',
  v: 1,
  payload,
  reads: (seen) => caseRefs(seen.caseId),
  apply: (seen, docs, { actor, decidedAt }) => {
    const loaded = loadCase(docs, seen.caseId);
    if ('stop' in loaded) return loaded.stop;
    if (!can(actor, { action: 'submit' })) return refused('notAllowed');
    const { dossier } = loaded;
    const marked =
      'letterId' in seen ? withSeenLetter(dossier, seen, decidedAt) : withSeen(dossier, seen, decidedAt);
    if (marked === undefined) return refused('letterId' in seen ? 'noSuchLetter' : 'noSuchQuestion');
    return accepted(marked === dossier ? [] : [put('dossiers', marked)]);
  },
});

/** undefined: there is no such question. The same dossier: it was seen before. */
function withSeen(
  dossier: Dossier,
  seen: Extract<Seen, { questionId: unknown }>,
  at: Instant,
): Dossier | undefined {
  const asked = dossier.questions?.find(({ id }) => id === seen.questionId);
  if (asked === undefined || asked.seenAt !== null) return asked && dossier;
  return withQuestion(dossier, { ...asked, seenAt: at });
}

function withSeenLetter(
  dossier: Dossier,
  seen: Extract<Seen, { letterId: unknown }>,
  at: Instant,
): Dossier | undefined {
  const { letters = [] } = dossier;
  const opened = letters.find(({ id }) => id === seen.letterId);
  if (opened === undefined || opened.seenAt !== undefined) return opened && dossier;
  return { ...dossier, letters: letters.map((each) => (each === opened ? { ...each, seenAt: at } : each)) };
}
