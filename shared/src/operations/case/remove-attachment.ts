import { blobHash } from '../../domain/blob.ts';
import { removalReason } from '../../domain/case.ts';
import { caseId } from '../../domain/ids.ts';
import { can } from '../../domain/permissions.ts';
import { z } from '../../domain/zod.ts';
import { defineOperation } from '../define-operation.ts';
import { accepted, refused } from '../outcome.ts';
import { caseRefs, happened, loadCase, putWithEvent } from './load-case.ts';

/**
 * A file that was added by mistake goes: nobody can open it any more, and its bytes are erased (B1). The history keeps
 * its name, who took it away, when and why. Also from a decided case: somebody else's papers must not stay in it.
 */
export const removeAttachment = defineOperation({
  kind: 'removeAttachment',
  v: 1,
  payload: z.strictObject({ caseId, hash: blobHash, reason: removalReason }),
  reads: (payload) => caseRefs(payload.caseId),
  apply: ({ caseId: id, hash, reason }, docs, context) => {
    const { actor } = context;
    const loaded = loadCase(docs, id);
    if ('stop' in loaded) return loaded.stop;
    if (actor.kind !== 'clerk' || !can(actor, { action: 'note', on: loaded.caseRecord }))
      return refused('notAllowed');
    const present = loaded.dossier.attachments ?? [];
    const removed = present.find((attachment) => attachment.hash === hash);
    // before the right to: who comes second needs to read that it is gone
    if (removed === undefined) return refused('noSuchFile');
    // what a citizen sent is part of the application, which never changes
    if (removed.addedBy === null) return refused('notAllowed');
    if (
      removed.addedBy !== actor.clerkId &&
      !can(actor, { action: 'removeOthersFile', on: loaded.caseRecord })
    )
      return refused('notAllowed');
    if (reason.trim() === '') return refused('textRequired');
    const attachments = present.filter((attachment) => attachment !== removed);
    const event = {
      kind: 'fileRemoved' as const,
      ...happened(context, loaded.caseRecord),
      byId: actor.clerkId,
      name: removed.name,
      reason,
    };
    return accepted(putWithEvent({ ...loaded, dossier: { ...loaded.dossier, attachments } }, event));
  },
});
