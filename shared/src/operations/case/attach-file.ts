import { blobHash, blobName, blobSize, mediaType } from '../../domain/blob.ts';
import { caseId } from '../../domain/ids.ts';
import { can } from '../../domain/permissions.ts';
import { z } from '../../domain/zod.ts';
import { defineOperation } from '../define-operation.ts';
import { accepted, refused } from '../outcome.ts';
import { caseRefs, happened, loadCase, putWithEvent } from './load-case.ts';

/**
 * A file for a case. The bytes travel by themselves: the operation is accepted while the blob is still expected (B1).
 * Whoever may write a note may add a file, also to a decided case.
 */
export const attachFile = defineOperation({
  kind: 'attachFile',
  v: 1,
  payload: z.strictObject({ caseId, hash: blobHash, name: blobName, mediaType, size: blobSize }),
  reads: (payload) => caseRefs(payload.caseId),
  apply: ({ caseId: id, ...file }, docs, context) => {
    const { actor, decidedAt } = context;
    const loaded = loadCase(docs, id);
    if ('stop' in loaded) return loaded.stop;
    if (actor.kind !== 'clerk' || !can(actor, { action: 'note', on: loaded.caseRecord }))
      return refused('notAllowed');
    const present = loaded.dossier.attachments ?? [];
    if (present.some(({ hash }) => hash === file.hash)) return refused('alreadyAttached');
    const attachments = [...present, { ...file, addedBy: actor.clerkId, addedAt: decidedAt }];
    const event = {
      kind: 'fileAdded' as const,
      ...happened(context, loaded.caseRecord),
      byId: actor.clerkId,
      name: file.name,
    };
    return accepted(putWithEvent({ ...loaded, dossier: { ...loaded.dossier, attachments } }, event));
  },
});
