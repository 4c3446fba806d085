import { ref } from '../../domain/documents.ts';
import { departmentId, serviceId } from '../../domain/ids.ts';
import { can } from '../../domain/permissions.ts';
import { z } from '../../domain/zod.ts';
import { defineOperation } from '../define-operation.ts';
import { accepted, forecastOnly, put, refused } from '../outcome.ts';
import { changedMeanwhile, fieldChange } from './field-change.ts';

/**
 * Whether a service is offered online, which department new applications go to, and whether their decisions take two.
 * Open cases stay as they are.
 */
export const switchService = defineOperation({
  kind: 'switchService',
  v: 1,
  payload: z.strictObject({
    serviceId,
    /** The later one stands: both wanted it as it is then. */
    isOffered: z.boolean().optional(),
    departmentId: fieldChange(departmentId).optional(),
    /** The later one stands. */
    needsSecondApproval: z.boolean().optional(),
  }),
  reads: (payload) => [
    ref('settings', payload.serviceId),
    ...(payload.departmentId ? [ref('settings', payload.departmentId.to)] : []),
  ],
  apply: (payload, docs, { actor }) => {
    if (!can(actor, { action: 'configure' })) return refused('notAllowed');
    const service = docs.get('settings', payload.serviceId);
    const target = payload.departmentId && docs.get('settings', payload.departmentId.to);
    if (service === 'unknown' || target === 'unknown') return forecastOnly();
    if (service?.kind !== 'service') return refused('noSuchService');
    if (payload.departmentId) {
      if (target?.kind !== 'department' || target.deactivatedAt !== undefined)
        return refused('noSuchDepartment');
      const now = { departmentId: service.departmentId };
      const changed = changedMeanwhile(now, { departmentId: payload.departmentId });
      if (changed) return changed;
    }
    const isSwitchedOff =
      payload.isOffered === undefined ? service.isSwitchedOff : !payload.isOffered || undefined;
    const { isSwitchedOff: _, ...rest } = service;
    return accepted([
      put('settings', {
        ...rest,
        departmentId: payload.departmentId?.to ?? service.departmentId,
        ...(isSwitchedOff === true ? { isSwitchedOff } : {}),
        ...(payload.needsSecondApproval !== undefined && {
          needsSecondApproval: payload.needsSecondApproval,
        }),
      }),
    ]);
  },
});
