import { counter } from '../../domain/counter.ts';
import { ref } from '../../domain/documents.ts';
import { counterId, departmentId } from '../../domain/ids.ts';
import { can } from '../../domain/permissions.ts';
import { scopeForAll } from '../../domain/scope.ts';
import { z } from '../../domain/zod.ts';
import { defineOperation } from '../define-operation.ts';
import { accepted, forecastOnly, put, refused } from '../outcome.ts';
import { changedMeanwhile, fieldChange } from './field-change.ts';

const { name } = counter.shape;

/** A counter (Schalter): new, changed field by field, out of use, in use again. */
export const putCounter = defineOperation({
  kind: 'putCounter',
  v: 1,
  payload: z.discriminatedUnion('action', [
    z.strictObject({ action: z.literal('add'), counterId, name, departmentId }),
    z.strictObject({
      action: z.literal('change'),
      counterId,
      name: fieldChange(name).optional(),
      departmentId: fieldChange(departmentId).optional(),
    }),
    z.strictObject({ action: z.literal('close'), counterId }),
    z.strictObject({ action: z.literal('reopen'), counterId }),
  ]),
  reads: (payload) => [
    ref('counters', payload.counterId),
    ...(payload.action === 'add' ? [ref('settings', payload.departmentId)] : []),
    ...(payload.action === 'change' && payload.departmentId
      ? [ref('settings', payload.departmentId.to)]
      : []),
  ],
  apply: (payload, docs, { actor, decidedAt }) => {
    if (!can(actor, { action: 'configure' })) return refused('notAllowed');
    const before = docs.get('counters', payload.counterId);
    const wanted =
      payload.action === 'add'
        ? payload.departmentId
        : payload.action === 'change'
          ? payload.departmentId?.to
          : undefined;
    if (wanted !== undefined) {
      const target = docs.get('settings', wanted);
      if (target === 'unknown') return forecastOnly();
      if (target?.kind !== 'department' || target.deactivatedAt !== undefined)
        return refused('noSuchDepartment');
    }
    if (payload.action === 'add') {
      if (before !== undefined && before !== 'unknown') return refused('alreadyExists');
      const { counterId: id, name: itsName, departmentId: of } = payload;
      return accepted([put('counters', { id, scope: scopeForAll, name: itsName, departmentId: of })]);
    }
    if (before === 'unknown') return forecastOnly();
    if (before === undefined) return refused('noSuchCounter');
    switch (payload.action) {
      case 'change': {
        const changes = { name: payload.name, departmentId: payload.departmentId };
        const changed = changedMeanwhile({ name: before.name, departmentId: before.departmentId }, changes);
        if (changed) return changed;
        return accepted([
          put('counters', {
            ...before,
            name: payload.name?.to ?? before.name,
            departmentId: payload.departmentId?.to ?? before.departmentId,
          }),
        ]);
      }
      case 'close':
        return accepted([put('counters', { ...before, deactivatedAt: decidedAt })]);
      case 'reopen': {
        const { deactivatedAt: _, ...open } = before;
        return accepted([put('counters', open)]);
      }
    }
  },
});
