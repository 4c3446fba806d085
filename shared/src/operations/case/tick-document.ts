import { type Dossier, documentPresence } from '../../domain/case.ts';
import { fieldId } from '../../domain/forms/field-id.ts';
import { caseId } from '../../domain/ids.ts';
import { can } from '../../domain/permissions.ts';
import { z } from '../../domain/zod.ts';
import { defineOperation } from '../define-operation.ts';
import { accepted, refused } from '../outcome.ts';
import { caseRefs, happened, loadCase, putWithEvent } from './load-case.ts';

/**
 * A required document is there, on paper or as a file, or it isn't. Of two who say otherwise the later one counts, and
 * the history has both. `label`: what the clerk read, so that the history can be read without the form.
 */
export const tickDocument = defineOperation({
  kind: 'tickDocument',
  v: 1,
  payload: z.strictObject({
    caseId,
    documentId: fieldId,
    label: z.string().max(200),
    as: documentPresence,
  }),
  reads: (payload) => caseRefs(payload.caseId),
  apply: ({ caseId: id, documentId, label, as }, docs, context) => {
    const { actor, decidedAt } = context;
    const loaded = loadCase(docs, id);
    if ('stop' in loaded) return loaded.stop;
    const { caseRecord, dossier } = loaded;
    if (actor.kind !== 'clerk' || !can(actor, { action: 'note', on: caseRecord }))
      return refused('notAllowed');
    const byId = actor.clerkId;
    const others = (dossier.documents ?? []).filter((each) => each.documentId !== documentId);
    const documents: NonNullable<Dossier['documents']> =
      as === null ? others : [...others, { documentId, as, byId, at: decidedAt }];
    const event = {
      kind: 'documentTicked' as const,
      ...happened(context, caseRecord),
      byId,
      documentId,
      label,
      as,
    };
    return accepted(putWithEvent({ caseRecord, dossier: { ...dossier, documents } }, event));
  },
});
