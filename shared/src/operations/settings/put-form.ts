import { ref } from '../../domain/documents.ts';
import { formDefinition } from '../../domain/form.ts';
import { formVersionId, serviceId } from '../../domain/ids.ts';
import { can } from '../../domain/permissions.ts';
import { scopeForAll } from '../../domain/scope.ts';
import { z } from '../../domain/zod.ts';
import { defineOperation } from '../define-operation.ts';
import { accepted, forecastOnly, put, refused } from '../outcome.ts';

const publish = z
  .strictObject({
    action: z.literal('publish'),
    serviceId,
    /** Of the new version, named after its service. */
    formVersionId,
    /** The version that was edited; null: the service had no form. */
    basedOn: formVersionId.nullable(),
    form: formDefinition,
    /** Who has begun an application may still send it with the former version; else she is asked anew what changed. */
    formerMayFinish: z.boolean(),
  })
  .refine((payload) => payload.formVersionId.startsWith(`${payload.serviceId}.`));

/**
 * A new version of a service's form, which new applications use from then on. Versions never change: an application
 * keeps the one it was made with. `withdraw`: nobody may send a former version any more.
 */
export const putForm = defineOperation({
  kind: 'putForm',
  v: 1,
  payload: z.discriminatedUnion('action', [
    publish,
    z.strictObject({ action: z.literal('withdraw'), serviceId, formVersionId }),
  ]),
  reads: (payload) => [
    ref('settings', payload.serviceId),
    ref('settings', payload.formVersionId),
    ...(payload.action === 'publish' && payload.basedOn !== null ? [ref('settings', payload.basedOn)] : []),
  ],
  apply: (payload, docs, { actor, decidedAt }) => {
    if (!can(actor, { action: 'configure' })) return refused('notAllowed');
    const service = docs.get('settings', payload.serviceId);
    const version = docs.get('settings', payload.formVersionId);
    if (service === 'unknown') return forecastOnly();
    if (service?.kind !== 'service') return refused('noSuchService');
    if (payload.action === 'withdraw') {
      if (version === 'unknown') return forecastOnly();
      if (version?.kind !== 'formVersion' || version.serviceId !== service.id)
        return refused('formVersionGone');
      // the present one is taken off the page by switching the service off
      if (version.id === service.formVersionId) return refused('malformed');
      return accepted([put('settings', { ...version, state: 'withdrawn' })]);
    }
    if (version !== undefined && version !== 'unknown') return refused('alreadyExists');
    if (service.formVersionId !== payload.basedOn)
      return refused({ code: 'changedMeanwhile', field: 'form', now: service.formVersionId ?? '' });
    const former = payload.basedOn === null ? undefined : docs.get('settings', payload.basedOn);
    if (former === 'unknown') return forecastOnly();
    return accepted([
      put('settings', {
        kind: 'formVersion',
        id: payload.formVersionId,
        scope: scopeForAll,
        serviceId: service.id,
        state: 'published',
        form: payload.form,
        publishedAt: decidedAt,
        ...(actor.kind === 'clerk' && { publishedById: actor.clerkId }),
      }),
      put('settings', { ...service, formVersionId: payload.formVersionId }),
      ...(former?.kind === 'formVersion' && !payload.formerMayFinish
        ? [put('settings', { ...former, state: 'withdrawn' as const })]
        : []),
    ]);
  },
});
