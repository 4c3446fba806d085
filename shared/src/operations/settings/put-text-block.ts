import { ref } from '../../domain/documents.ts';
import { textBlockId } from '../../domain/ids.ts';
import { textBlockContent } from '../../domain/letter-template.ts';
import { can } from '../../domain/permissions.ts';
import { scopeForAll } from '../../domain/scope.ts';
import { z } from '../../domain/zod.ts';
import { defineOperation } from '../define-operation.ts';
import { accepted, forecastOnly, put, refused } from '../outcome.ts';
import { changedMeanwhile, fieldChange } from './field-change.ts';
import { asLines, linesOf } from './list-field.ts';

const { shape } = textBlockContent;

/** A text that reasons and letters are put together from: new, changed field by field, out of use, in use again. */
export const putTextBlock = defineOperation({
  kind: 'putTextBlock',
  v: 1,
  payload: z.discriminatedUnion('action', [
    z.strictObject({ action: z.literal('add'), textBlockId, textBlock: textBlockContent }),
    z.strictObject({
      action: z.literal('change'),
      textBlockId,
      title: fieldChange(shape.title).optional(),
      key: fieldChange(shape.key).optional(),
      text: fieldChange(shape.text).optional(),
      forServices: fieldChange(shape.forServices).optional(),
    }),
    z.strictObject({ action: z.literal('retire'), textBlockId }),
    z.strictObject({ action: z.literal('restore'), textBlockId }),
  ]),
  reads: (payload) => [ref('settings', payload.textBlockId)],
  apply: (payload, docs, { actor, decidedAt }) => {
    if (!can(actor, { action: 'configure' })) return refused('notAllowed');
    const before = docs.get('settings', payload.textBlockId);
    if (payload.action === 'add') {
      if (before !== undefined && before !== 'unknown') return refused('alreadyExists');
      const { textBlock, textBlockId: id } = payload;
      return accepted([put('settings', { kind: 'textBlock', id, scope: scopeForAll, ...textBlock })]);
    }
    if (before === 'unknown') return forecastOnly();
    if (before?.kind !== 'textBlock') return refused('noSuchTemplate');
    const { retiredAt: _, ...inUse } = before;
    switch (payload.action) {
      case 'retire':
        return accepted([put('settings', { ...before, retiredAt: before.retiredAt ?? decidedAt })]);
      case 'restore':
        return accepted([put('settings', inUse)]);
      case 'change': {
        const { title, key, text, forServices } = payload;
        const now = { title: before.title, key: before.key, text: before.text };
        const changed = changedMeanwhile(
          { ...now, forServices: linesOf(before.forServices) },
          { title, key, text, forServices: asLines(forServices) },
        );
        if (changed) return changed;
        return accepted([
          put('settings', {
            ...before,
            title: title?.to ?? before.title,
            key: key?.to ?? before.key,
            text: text?.to ?? before.text,
            forServices: forServices?.to ?? before.forServices,
          }),
        ]);
      }
    }
  },
});
