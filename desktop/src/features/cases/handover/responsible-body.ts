import type { Case, Dossier } from '@amtsstube/shared/domain/case';
import type { ResponsibleBody } from '@amtsstube/shared/domain/service-description';
import type { Settings } from '@amtsstube/shared/domain/settings';

export type DistrictBody = Extract<ResponsibleBody, { kind: 'district' }>;

/** Who decides what is applied for, where that isn't the municipality itself. */
export function districtOf(settings: readonly Settings[], { serviceId }: Case): DistrictBody | undefined {
  const service = settings.find((each) => each.kind === 'service' && each.id === serviceId);
  const body = service?.kind === 'service' ? service.description?.responsibleBody : undefined;
  return body?.kind === 'district' ? body : undefined;
}

/** How the case was handed over; undefined: it wasn't. */
export function handedOver(dossier: Dossier | undefined) {
  return dossier?.events.find((event) => event.kind === 'handedToBody');
}
