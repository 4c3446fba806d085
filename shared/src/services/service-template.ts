import type { FormDefinition } from '../domain/form.ts';
import { type DepartmentId, departmentId, formVersionId, serviceId } from '../domain/ids.ts';
import type { Fee, ServiceDescription } from '../domain/service-description.ts';
import { type Settings, settings } from '../domain/settings.ts';
import type { PayloadOf } from '../operations/registry.ts';
import { addedSettings } from '../operations/settings/add-service.ts';

/** Which part of a town hall usually does it; a municipality names its own departments for them. */
export const officeRoles = ['order', 'civilRegistry', 'education', 'land', 'finance'] as const;
export type OfficeRole = (typeof officeRoles)[number];

/** A service as it is shipped: a municipality takes it over and changes what differs with it. */
export interface ServiceTemplate {
  readonly id: string;
  readonly name: string;
  readonly summary: string;
  /** null: no key known. */
  readonly serviceKey: string | null;
  readonly office: OfficeRole;
  readonly referencePrefix: string;
  readonly decisionWithinDays: number | null;
  /** Where a law says it in months; then there are no days. */
  readonly decisionWithinMonths?: number;
  readonly description: ServiceDescription;
  readonly form: FormDefinition;
}

/** The operation that takes a service over into a municipality, for its department. */
export function takenOver(template: ServiceTemplate, department: DepartmentId): PayloadOf<'addService'> {
  const { id, office: _, form, ...rest } = template;
  const service = { ...rest, id: serviceId.parse(id), departmentId: department };
  return { service, formVersion: { id: formVersionId.parse(`${id}.1`), form } };
}

/** The service and the first version of its form, as a municipality's settings. */
export function settingsOf(
  template: ServiceTemplate,
  departments: Readonly<Record<OfficeRole, string>>,
): readonly Settings[] {
  const payload = takenOver(template, departmentId.parse(departments[template.office]));
  return addedSettings(payload).map((document) => settings.parse(document));
}

export function free(says = 'Gebührenfrei'): Fee {
  return { fromCents: 0, toCents: 0, says, isExample: false };
}

/** A shipped figure: most fees are set by local statute or within a range. */
export function exampleFee(fromEuros: number, toEuros: number, says: string): Fee {
  return {
    fromCents: Math.round(fromEuros * 100),
    toCents: Math.round(toEuros * 100),
    says,
    isExample: true,
  };
}

export const byMunicipality: Pick<ServiceDescription, 'responsibleBody' | 'channels'> = {
  responsibleBody: { kind: 'municipality' },
  channels: ['online', 'appointment'],
};
