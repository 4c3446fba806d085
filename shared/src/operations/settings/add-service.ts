import { ref } from '../../domain/documents.ts';
import { can } from '../../domain/permissions.ts';
import { scopeForAll } from '../../domain/scope.ts';
import { type FormVersion, formVersion, type Service, service } from '../../domain/settings.ts';
import { z } from '../../domain/zod.ts';
import { defineOperation } from '../define-operation.ts';
import { accepted, forecastOnly, put, refused } from '../outcome.ts';

const addedService = z
  .strictObject({
    service: service.omit({ kind: true, scope: true, formVersionId: true, isSwitchedOff: true }),
    formVersion: formVersion.pick({ id: true, form: true }),
  })
  .refine(({ service: { id }, formVersion: version }) => version.id.startsWith(`${id}.`), {
    message: 'a form version is named after its service',
  });

/**
 * A service the municipality offers from now on, with the first version of its form. Both are written out in full, not
 * named: what the catalogue says in a later version must not change what the log replays to.
 */
export const addService = defineOperation({
  kind: 'addService',
  v: 1,
  payload: addedService,
  reads: (payload) => [
    ref('settings', payload.service.id),
    ref('settings', payload.formVersion.id),
    ref('settings', payload.service.departmentId),
  ],
  apply: (payload, docs, { actor }) => {
    if (!can(actor, { action: 'configure' })) return refused('notAllowed');
    const { id, departmentId } = payload.service;
    const there = [docs.get('settings', id), docs.get('settings', payload.formVersion.id)];
    if (there.some((document) => document !== undefined && document !== 'unknown'))
      return refused('alreadyExists');
    const department = docs.get('settings', departmentId);
    if (department === 'unknown') return forecastOnly();
    if (department?.kind !== 'department' || department.deactivatedAt !== undefined)
      return refused('noSuchDepartment');
    return accepted(addedSettings(payload).map((document) => put('settings', document)));
  },
});

/** The documents it makes: the service, and its form as published. */
export function addedSettings(payload: z.infer<typeof addedService>): readonly [Service, FormVersion] {
  const common = { scope: scopeForAll };
  const { service: added, formVersion: version } = payload;
  return [
    { ...added, ...common, kind: 'service', formVersionId: version.id },
    { ...version, ...common, kind: 'formVersion', serviceId: added.id, state: 'published' },
  ];
}
