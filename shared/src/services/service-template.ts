import type { FormDefinition } from '../domain/form.ts';
import { departmentId, formVersionId, serviceId } from '../domain/ids.ts';
import { scopeForAll } from '../domain/scope.ts';
import type { Fee, ServiceDescription } from '../domain/service-description.ts';
import { type Settings, settings } from '../domain/settings.ts';

/** Which part of a town hall usually does it; a municipality names its own departments for them. */
export type OfficeRole = 'land' | 'civilRegistry' | 'education' | 'order' | 'finance';

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
  readonly description: ServiceDescription;
  readonly form: FormDefinition;
}

/** The service and the first version of its form, as a municipality's settings. */
export function settingsOf(
  template: ServiceTemplate,
  departments: Readonly<Record<OfficeRole, string>>,
): readonly Settings[] {
  const { id, office, form, ...rest } = template;
  const versionId = formVersionId.parse(`${id}.1`);
  return [
    settings.parse({
      ...rest,
      kind: 'service',
      scope: scopeForAll,
      id: serviceId.parse(id),
      departmentId: departmentId.parse(departments[office]),
      formVersionId: versionId,
    }),
    settings.parse({
      kind: 'formVersion',
      id: versionId,
      scope: scopeForAll,
      serviceId: id,
      state: 'published',
      form,
    }),
  ];
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
