import { ref } from '../../domain/documents.ts';
import { can } from '../../domain/permissions.ts';
import { municipalitySettings } from '../../domain/settings.ts';
import { z } from '../../domain/zod.ts';
import { defineOperation } from '../define-operation.ts';
import { accepted, forecastOnly, put, refused } from '../outcome.ts';
import { changedMeanwhile, fieldChange } from './field-change.ts';

const { name, email, phone, address } = municipalitySettings.shape;
const line = (maximum: number) => fieldChange(z.string().max(maximum)).optional();

/** The municipality's letterhead, field by field: two people who change different fields both get their way. */
export const changeMunicipality = defineOperation({
  kind: 'changeMunicipality',
  v: 1,
  payload: z
    .strictObject({
      name: fieldChange(name).optional(),
      email: fieldChange(email).optional(),
      phone: fieldChange(phone).optional(),
      address: fieldChange(address).optional(),
      web: line(200),
      openingHours: line(500),
      bankLine: line(200),
      officeHead: line(120),
      signatory: line(120),
    })
    .refine((changes) => Object.keys(changes).length > 0),
  reads: () => [ref('settings', 'municipality')],
  apply: (payload, docs, { actor }) => {
    if (!can(actor, { action: 'configure' })) return refused('notAllowed');
    const before = docs.get('settings', 'municipality');
    if (before === 'unknown') return forecastOnly();
    // set up by the first run: without it there is nothing to change
    if (before?.kind !== 'municipality') return refused('malformed');
    // places and colour are set up once, no field of the letterhead
    const { kind: _kind, places: _places, colour: _colour, ...fields } = before;
    const changed = changedMeanwhile(fields, payload);
    if (changed) return changed;
    const values = Object.fromEntries(
      Object.entries(payload).flatMap(([field, change]) => (change ? [[field, change.to] as const] : [])),
    );
    return accepted([put('settings', { ...before, ...values })]);
  },
});
