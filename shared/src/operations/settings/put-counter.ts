import { type Counter, counter } from '../../domain/counter.ts';
import { ref } from '../../domain/documents.ts';
import { counterId, departmentId } from '../../domain/ids.ts';
import { can } from '../../domain/permissions.ts';
import { scopeForAll } from '../../domain/scope.ts';
import { z } from '../../domain/zod.ts';
import { defineOperation } from '../define-operation.ts';
import { accepted, forecastOnly, put, refused } from '../outcome.ts';
import { changedMeanwhile, fieldChange } from './field-change.ts';

const { name } = counter.shape;
/** '' = nothing is said. */
const directions = z.string().max(300);

/** A counter (Schalter): new, changed field by field, out of use, in use again. */
export const putCounter = defineOperation({
  kind: 'putCounter',
  v: 1,
  payload: z.discriminatedUnion('action', [
    z.strictObject({
      action: z.literal('add'),
      counterId,
      name,
      departmentId,
      directions: directions.optional(),
    }),
    z.strictObject({
      action: z.literal('change'),
      counterId,
      name: fieldChange(name).optional(),
      departmentId: fieldChange(departmentId).optional(),
      directions: fieldChange(directions).optional(),
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
      const { counterId: id, name: itsName, departmentId: of, directions: way = '' } = payload;
      const added = { id, scope: scopeForAll, name: itsName, departmentId: of };
      return accepted([put('counters', saying(added, way))]);
    }
    if (before === 'unknown') return forecastOnly();
    if (before === undefined) return refused('noSuchCounter');
    switch (payload.action) {
      case 'change': {
        const { name: itsName, departmentId: of, directions: way } = payload;
        const { directions: wayBefore = '' } = before;
        const now = { name: before.name, departmentId: before.departmentId, directions: wayBefore };
        const changed = changedMeanwhile(now, { name: itsName, departmentId: of, directions: way });
        if (changed) return changed;
        return accepted([
          put(
            'counters',
            saying(
              { ...before, name: itsName?.to ?? before.name, departmentId: of?.to ?? before.departmentId },
              way?.to ?? wayBefore,
            ),
          ),
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

function saying({ directions: _, ...rest }: Counter, way: string): Counter {
  return way === '' ? rest : { ...rest, directions: way };
}
