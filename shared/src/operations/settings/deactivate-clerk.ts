import type { Case } from '../../domain/case.ts';
import type { Clerk } from '../../domain/clerk.ts';
import { ref } from '../../domain/documents.ts';
import { type ClerkId, clerkId } from '../../domain/ids.ts';
import { can, worksIn } from '../../domain/permissions.ts';
import { z } from '../../domain/zod.ts';
import { statusHeldBy } from '../case/case-state.ts';
import { caseRefs, happened, loadCase, putWithEvent } from '../case/load-case.ts';
import { type ApplyContext, defineOperation, type Load } from '../define-operation.ts';
import { accepted, type Change, forecastOnly, put, refused } from '../outcome.ts';
import { isLastAdmin } from './last-admin.ts';

/**
 * Somebody works here no more. In the same decision her open cases go to a colleague, or back to the inbox where no
 * colleague is named or the colleague doesn't work in the case's department; so do the tasks that are hers to do. Whose
 * deputy she was has none any more. Who she was stays in every history.
 */
export const deactivateClerk = defineOperation({
  kind: 'deactivateClerk',
  v: 1,
  payload: z.strictObject({ clerkId, casesToId: clerkId.nullable() }),
  reads: (payload) => [
    ref('clerks', payload.clerkId),
    ...(payload.casesToId === null ? [] : [ref('clerks', payload.casesToId)]),
  ],
  scans: () => ['clerks', 'cases', 'tasks'],
  readsScanned: (payload, all) => openCasesOf(payload.clerkId, all).flatMap(({ id }) => caseRefs(id)),
  apply: (payload, docs, context) => {
    if (!can(context.actor, { action: 'configure' })) return refused('notAllowed');
    const leaving = docs.get('clerks', payload.clerkId);
    const colleague = payload.casesToId === null ? null : docs.get('clerks', payload.casesToId);
    if (leaving === 'unknown' || colleague === 'unknown') return forecastOnly();
    if (leaving === undefined || leaving.deactivatedAt !== undefined) return refused('noSuchClerk');
    if (colleague === undefined || colleague?.deactivatedAt !== undefined || colleague?.id === leaving.id)
      return refused('noSuchClerk');
    if (isLastAdmin(leaving.id, docs)) return refused('lastAdmin');
    const { decidedAt } = context;
    return accepted([
      put('clerks', { ...leaving, deactivatedAt: decidedAt }),
      ...withoutDeputy(leaving.id, docs.all),
      ...openCasesOf(leaving.id, docs.all).flatMap((open) => passOn(open, colleague, docs, context)),
      ...tasksPassedOn(leaving.id, colleague, docs.all),
    ]);
  },
});

/** Their days stay: somebody is to be named anew, and until then everybody sees that there is nobody. */
function withoutDeputy(id: ClerkId, all: Load['all']): readonly Change[] {
  const clerks = all('clerks');
  if (clerks === 'unknown') return [];
  return clerks.flatMap((clerk) =>
    clerk.absence?.deputyId === id && clerk.id !== id
      ? [put('clerks', { ...clerk, absence: { ...clerk.absence, deputyId: null } })]
      : [],
  );
}

/** Without a colleague who works there a task is for whoever gets round to it. */
function tasksPassedOn(id: ClerkId, colleague: Clerk | null, all: Load['all']): readonly Change[] {
  const tasks = all('tasks');
  if (tasks === 'unknown') return [];
  return tasks
    .filter(({ forId, done }) => forId === id && done === null)
    .map((task) => {
      const isColleagues = colleague !== null && worksIn(colleague, task.departmentId);
      return put('tasks', { ...task, forId: isColleagues ? colleague.id : null });
    });
}

/** None on a desk: the server alone sees all of them, and hands them over when it decides. */
function openCasesOf(id: ClerkId, all: Load['all']): readonly Case[] {
  const cases = all('cases');
  return cases === 'unknown'
    ? []
    : cases.filter(({ assigneeId, decision }) => assigneeId === id && decision === null);
}

function passOn(
  { id, departmentId, assigneeId }: Case,
  colleague: Clerk | null,
  docs: Load,
  context: ApplyContext,
): readonly Change[] {
  const loaded = loadCase(docs, id);
  if ('stop' in loaded) return [];
  const toId = colleague && worksIn(colleague, departmentId) ? colleague.id : null;
  const { actor, decidedAt: at } = context;
  // the system's own is nobody's: the one who leaves gives it back herself, then
  const byId = actor.kind === 'clerk' ? actor.clerkId : assigneeId;
  if (byId === null) return [];
  return putWithEvent(
    loaded,
    { kind: 'assigned', ...happened(context), byId, fromId: assigneeId, toId, word: '' },
    {
      assigneeId: toId,
      assignedAt: toId === null ? null : at,
      status: statusHeldBy(toId, loaded.caseRecord),
    },
  );
}
