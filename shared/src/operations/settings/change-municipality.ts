import { ref } from '../../domain/documents.ts';
import { can } from '../../domain/permissions.ts';
import { municipalitySettings } from '../../domain/settings.ts';
import { z } from '../../domain/zod.ts';
import { defineOperation } from '../define-operation.ts';
import { accepted, forecastOnly, put, refused } from '../outcome.ts';
import { changedMeanwhile, fieldChange } from './field-change.ts';

const { name, email, phone, address, colour, places, bankIban, bankBic } = municipalitySettings.shape;
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
      bankHolder: line(70),
      bankIban: fieldChange(bankIban.unwrap()).optional(),
      bankBic: fieldChange(bankBic.unwrap()).optional(),
      officeHead: line(120),
      signatory: line(120),
      places: fieldChange(places.unwrap()).optional(),
      colour: fieldChange(colour.unwrap().or(z.literal(''))).optional(),
      representedBy: line(120),
      responsiblePerson: line(200),
      dataProtectionOfficer: line(300),
      privacyAuthority: line(300),
      knownBarriers: line(1000),
      accessibilityCheckedOn: line(40),
      accessibilityBody: line(400),
    })
    .refine((changes) => Object.keys(changes).length > 0),
  reads: () => [ref('settings', 'municipality')],
  apply: (payload, docs, { actor }) => {
    if (!can(actor, { action: 'configure' })) return refused('notAllowed');
    const before = docs.get('settings', 'municipality');
    if (before === 'unknown') return forecastOnly();
    // set up by the first run: without it there is nothing to change
    if (before?.kind !== 'municipality') return refused('malformed');
    const { kind: _kind, places: placesBefore, ...fields } = before;
    const { places: placesChange, ...changes } = payload;
    const lines = placesChange && { from: linesOf(placesChange.from), to: linesOf(placesChange.to) };
    const changed = changedMeanwhile(
      { ...fields, places: linesOf(placesBefore ?? []) },
      { ...changes, places: lines },
    );
    if (changed) return changed;
    const values = Object.fromEntries(
      Object.entries(payload)
        .filter(([field]) => field !== 'colour')
        .flatMap(([field, change]) => (change ? [[field, change.to] as const] : [])),
    );
    const { colour: colourBefore, ...others } = before;
    const colourAfter = payload.colour ? payload.colour.to : colourBefore;
    // '' takes the colour back
    return accepted([put('settings', { ...others, ...values, ...(colourAfter && { colour: colourAfter }) })]);
  },
});

/** A list is one field: two people who both change it don't get a mixture. */
function linesOf(places: readonly string[]): string {
  return places.join('\n');
}
