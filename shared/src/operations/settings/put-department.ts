import { type CollectionName, ref } from '../../domain/documents.ts';
import { departmentId } from '../../domain/ids.ts';
import { can } from '../../domain/permissions.ts';
import { scopeForAll } from '../../domain/scope.ts';
import { department } from '../../domain/settings.ts';
import { z } from '../../domain/zod.ts';
import { defineOperation, type Load } from '../define-operation.ts';
import { accepted, forecastOnly, type Outcome, put, refused } from '../outcome.ts';
import { changedMeanwhile, fieldChange } from './field-change.ts';

const { name } = department.shape;
const everything: readonly CollectionName[] = ['clerks', 'settings', 'counters', 'cases'];

/** A department: new, renamed, closed, opened again. It closes only when nobody and nothing depends on it. */
export const putDepartment = defineOperation({
  kind: 'putDepartment',
  v: 1,
  payload: z.discriminatedUnion('action', [
    z.strictObject({ action: z.literal('add'), departmentId, name }),
    z.strictObject({ action: z.literal('rename'), departmentId, name: fieldChange(name) }),
    z.strictObject({ action: z.literal('close'), departmentId }),
    z.strictObject({ action: z.literal('reopen'), departmentId }),
  ]),
  reads: (payload) => [ref('settings', payload.departmentId)],
  scans: (payload) => (payload.action === 'close' ? everything : []),
  apply: (payload, docs, { actor, decidedAt }) => {
    if (!can(actor, { action: 'configure' })) return refused('notAllowed');
    const before = docs.get('settings', payload.departmentId);
    const id = payload.departmentId;
    if (payload.action === 'add') {
      if (before !== undefined && before !== 'unknown') return refused('alreadyExists');
      return accepted([put('settings', { kind: 'department', id, scope: scopeForAll, name: payload.name })]);
    }
    if (before === 'unknown') return forecastOnly();
    if (before?.kind !== 'department') return refused('noSuchDepartment');
    switch (payload.action) {
      case 'rename': {
        const changed = changedMeanwhile({ name: before.name }, { name: payload.name });
        return changed ?? accepted([put('settings', { ...before, name: payload.name.to })]);
      }
      case 'close':
        return inUse(id, docs) ?? accepted([put('settings', { ...before, deactivatedAt: decidedAt })]);
      case 'reopen': {
        const { deactivatedAt: _, ...open } = before;
        return accepted([put('settings', open)]);
      }
    }
  },
});

/** What still depends on it. On a desk nobody can tell: it is shown as closed until the server decides. */
function inUse(id: z.infer<typeof departmentId>, docs: Load): Outcome | undefined {
  const clerks = docs.all('clerks');
  const settings = docs.all('settings');
  const counters = docs.all('counters');
  const cases = docs.all('cases');
  if (clerks === 'unknown' || settings === 'unknown' || counters === 'unknown' || cases === 'unknown')
    return undefined;
  const count = {
    clerks: clerks.filter(
      ({ departmentIds, deactivatedAt }) => deactivatedAt === undefined && departmentIds.includes(id),
    ).length,
    services: settings.filter((each) => each.kind === 'service' && each.departmentId === id).length,
    counters: counters.filter((each) => each.departmentId === id && each.deactivatedAt === undefined).length,
    cases: cases.filter(({ departmentId, decision }) => departmentId === id && decision === null).length,
  };
  const isEmpty = Object.values(count).every((number) => number === 0);
  return isEmpty ? undefined : refused({ code: 'departmentInUse', ...count });
}
