import { ref } from '../../domain/documents.ts';
import { templateId } from '../../domain/ids.ts';
import { templateContent } from '../../domain/letter-template.ts';
import { can } from '../../domain/permissions.ts';
import { isPlaceholder, unknownPlaceholders } from '../../domain/placeholders.ts';
import { scopeForAll } from '../../domain/scope.ts';
import { z } from '../../domain/zod.ts';
import { defineOperation } from '../define-operation.ts';
import { accepted, forecastOnly, type Outcome, put, refused } from '../outcome.ts';
import { changedMeanwhile, fieldChange } from './field-change.ts';
import { asLines, linesOf } from './list-field.ts';

const { shape } = templateContent;

/** A template for letters: new, changed field by field, out of use, in use again. Letters made with it stay as they are. */
export const putTemplate = defineOperation({
  kind: 'putTemplate',
  v: 1,
  payload: z.discriminatedUnion('action', [
    z.strictObject({ action: z.literal('add'), templateId, template: templateContent }),
    z.strictObject({
      action: z.literal('change'),
      templateId,
      name: fieldChange(shape.name).optional(),
      forServices: fieldChange(shape.forServices).optional(),
      decisionKinds: fieldChange(shape.decisionKinds).optional(),
      subject: fieldChange(shape.subject).optional(),
      text: fieldChange(shape.text).optional(),
      legalRemedy: fieldChange(shape.legalRemedy).optional(),
      closing: fieldChange(shape.closing).optional(),
      signature: fieldChange(shape.signature).optional(),
    }),
    z.strictObject({ action: z.literal('retire'), templateId }),
    z.strictObject({ action: z.literal('restore'), templateId }),
  ]),
  reads: (payload) => [ref('settings', payload.templateId)],
  apply: (payload, docs, { actor, decidedAt }) => {
    if (!can(actor, { action: 'configure' })) return refused('notAllowed');
    const before = docs.get('settings', payload.templateId);
    if (payload.action === 'add') {
      if (before !== undefined && before !== 'unknown') return refused('alreadyExists');
      const { template, templateId: id } = payload;
      return (
        unknownIn([template.subject, template.text, template.legalRemedy, template.closing]) ??
        accepted([put('settings', { kind: 'template', id, scope: scopeForAll, version: 1, ...template })])
      );
    }
    if (before === 'unknown') return forecastOnly();
    if (before?.kind !== 'template') return refused('noSuchTemplate');
    const { retiredAt: _, ...inUse } = before;
    switch (payload.action) {
      case 'retire':
        return accepted([put('settings', { ...before, retiredAt: before.retiredAt ?? decidedAt })]);
      case 'restore':
        return accepted([put('settings', inUse)]);
      case 'change': {
        const { action: _action, templateId: _id, forServices, decisionKinds, ...texts } = payload;
        const changed = changedMeanwhile(
          {
            ...textsOf(before),
            forServices: linesOf(before.forServices),
            decisionKinds: linesOf(before.decisionKinds),
          },
          { ...texts, forServices: asLines(forServices), decisionKinds: asLines(decisionKinds) },
        );
        if (changed) return changed;
        const written = [texts.subject, texts.text, texts.legalRemedy, texts.closing];
        const unknown = unknownIn(written.flatMap((change) => (change ? [change.to] : [])));
        if (unknown) return unknown;
        return accepted([
          put('settings', {
            ...before,
            version: before.version + 1,
            name: texts.name?.to ?? before.name,
            forServices: forServices?.to ?? before.forServices,
            decisionKinds: decisionKinds?.to ?? before.decisionKinds,
            subject: texts.subject?.to ?? before.subject,
            text: texts.text?.to ?? before.text,
            legalRemedy: texts.legalRemedy?.to ?? before.legalRemedy,
            closing: texts.closing?.to ?? before.closing,
            signature: texts.signature?.to ?? before.signature,
          }),
        ]);
      }
    }
  },
});

type Texts = Pick<
  z.infer<typeof templateContent>,
  'name' | 'subject' | 'text' | 'legalRemedy' | 'closing' | 'signature'
>;

function textsOf({ name, subject, text, legalRemedy, closing, signature }: Texts): Texts {
  return { name, subject, text, legalRemedy, closing, signature };
}

/** The refusal for the first gap that nobody could fill. */
function unknownIn(texts: readonly string[]): Outcome | undefined {
  const [unknown] = texts.flatMap((text) => unknownPlaceholders(text, isPlaceholder));
  return unknown && refused({ code: 'unknownPlaceholder', name: unknown.name.slice(0, 200) });
}
