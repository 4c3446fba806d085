import { type Clerk, clerk } from '../../domain/clerk.ts';
import { ref } from '../../domain/documents.ts';
import { clerkId, type DepartmentId, departmentId } from '../../domain/ids.ts';
import { can } from '../../domain/permissions.ts';
import { scopeForAll } from '../../domain/scope.ts';
import { z } from '../../domain/zod.ts';
import { defineOperation, type Load } from '../define-operation.ts';
import { accepted, forecastOnly, put, refused } from '../outcome.ts';
import { changedMeanwhile, type FieldChange, fieldChange } from './field-change.ts';
import { isLastAdmin } from './last-admin.ts';

const { name, role, phone, room } = clerk.shape;
/** '': none. */
const way = phone.unwrap();
const departments = z.array(departmentId).max(50);

/**
 * Who works here and in what: new, changed, back again. Departments are added and taken away one by one, so that two
 * administrators who do it at once both get their way. The account comes with the invitation.
 */
export const putClerk = defineOperation({
  kind: 'putClerk',
  v: 1,
  payload: z.discriminatedUnion('action', [
    z.strictObject({
      action: z.literal('add'),
      clerkId,
      name,
      role,
      departmentIds: departments,
      phone,
      room,
    }),
    z.strictObject({
      action: z.literal('change'),
      clerkId,
      name: fieldChange(name).optional(),
      role: fieldChange(role).optional(),
      phone: fieldChange(way).optional(),
      room: fieldChange(way).optional(),
      join: departments,
      leave: departments,
    }),
    z.strictObject({ action: z.literal('reactivate'), clerkId }),
  ]),
  reads: (payload) => [ref('clerks', payload.clerkId), ...joinedBy(payload).map((id) => ref('settings', id))],
  scans: (payload) => {
    // who comes back finds closed what was closed meanwhile
    if (payload.action === 'reactivate') return ['settings'];
    // who stops being an administrator must not have been the last one
    return payload.action === 'change' && payload.role?.from === 'admin' ? ['clerks'] : [];
  },
  apply: (payload, docs, { actor }) => {
    if (!can(actor, { action: 'configure' })) return refused('notAllowed');
    const before = docs.get('clerks', payload.clerkId);
    const departmentsAre = departmentsOpen(joinedBy(payload), docs);
    if (departmentsAre === 'unknown') return forecastOnly();
    if (departmentsAre === 'missing') return refused('noSuchDepartment');
    if (payload.action === 'add') {
      if (before !== undefined && before !== 'unknown') return refused('alreadyExists');
      const { action: _, clerkId: id, ...rest } = payload;
      return accepted([put('clerks', { id, scope: scopeForAll, ...rest })]);
    }
    if (before === 'unknown') return forecastOnly();
    if (before === undefined) return refused('noSuchClerk');
    if (payload.action === 'reactivate') {
      const { deactivatedAt: _, ...active } = before;
      return accepted([put('clerks', { ...active, departmentIds: stillOpen(active.departmentIds, docs) })]);
    }
    const changed = changedMeanwhile(
      { name: before.name, role: before.role, phone: before.phone, room: before.room },
      { name: payload.name, role: payload.role, phone: payload.phone, room: payload.room },
    );
    if (changed) return changed;
    if (
      payload.role &&
      payload.role.to !== 'admin' &&
      before.role === 'admin' &&
      isLastAdmin(before.id, docs)
    )
      return refused('lastAdmin');
    const left = new Set(payload.leave);
    const departmentIds = [
      ...new Set([...before.departmentIds.filter((id) => !left.has(id)), ...payload.join]),
    ];
    return accepted([
      put('clerks', {
        ...reachedBy(before, payload),
        name: payload.name?.to ?? before.name,
        role: payload.role?.to ?? before.role,
        departmentIds,
      }),
    ]);
  },
});

/** What is emptied is not there any more. */
function reachedBy(
  { phone: phoneBefore = '', room: roomBefore = '', ...rest }: Clerk,
  changed: Partial<Record<'phone' | 'room', FieldChange<string> | undefined>>,
): Clerk {
  const [own, at] = [changed.phone?.to ?? phoneBefore, changed.room?.to ?? roomBefore];
  return { ...rest, ...(own !== '' && { phone: own }), ...(at !== '' && { room: at }) };
}

type Joining =
  | { readonly action: 'add'; readonly departmentIds: readonly DepartmentId[] }
  | { readonly action: 'change'; readonly join: readonly DepartmentId[] }
  | { readonly action: 'reactivate' };

function joinedBy(payload: Joining): readonly DepartmentId[] {
  if (payload.action === 'reactivate') return [];
  return payload.action === 'add' ? payload.departmentIds : payload.join;
}

/** A department closes without asking who used to work there. On a desk nobody can tell: shown as it was. */
function stillOpen(ids: readonly DepartmentId[], docs: Load): DepartmentId[] {
  const settings = docs.all('settings');
  if (settings === 'unknown') return [...ids];
  const open = new Set(
    settings
      .filter((each) => each.kind === 'department' && each.deactivatedAt === undefined)
      .map(({ id }) => id),
  );
  return ids.filter((id) => open.has(id));
}

function departmentsOpen(ids: readonly DepartmentId[], docs: Load): 'open' | 'missing' | 'unknown' {
  const found = ids.map((id) => docs.get('settings', id));
  if (found.includes('unknown')) return 'unknown';
  const isOpen = (each: (typeof found)[number]) =>
    typeof each === 'object' && each.kind === 'department' && each.deactivatedAt === undefined;
  return found.every(isOpen) ? 'open' : 'missing';
}
