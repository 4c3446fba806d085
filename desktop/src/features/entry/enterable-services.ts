import type { Actor } from '@amtsstube/shared/domain/actor';
import { can } from '@amtsstube/shared/domain/permissions';
import type { FormVersion, Service, Settings } from '@amtsstube/shared/domain/settings';
import { compareGerman, foldGerman } from '../../ui/german-text.ts';

/** A service a case can be entered for, with the form it is entered by. */
export interface EnterableService {
  readonly service: Service;
  readonly formVersionId: FormVersion['id'];
}

/** Of the clerk's departments, also those that are not offered online just now: papers come in all the same. */
export function enterableServices(settings: readonly Settings[], actor: Actor): readonly EnterableService[] {
  const versions = settings.filter((each): each is FormVersion => each.kind === 'formVersion');
  return settings
    .flatMap((each) => {
      if (each.kind !== 'service' || !can(actor, { action: 'enter', in: each.departmentId })) return [];
      const own = versions.filter((version) => version.serviceId === each.id);
      const version =
        own.find(({ id }) => id === each.formVersionId) ??
        own.findLast(({ state }) => state === 'published') ??
        own.at(-1);
      return version ? [{ service: each, formVersionId: version.id }] : [];
    })
    .toSorted((a, b) => compareGerman(a.service.name, b.service.name));
}

/** Those in whose name, or in a word people look for it by, every word of the query begins somewhere. */
export function searchServices(
  services: readonly EnterableService[],
  query: string,
): readonly EnterableService[] {
  const words = foldGerman(query).split(/\s+/).filter(Boolean);
  const textOf = ({ service }: EnterableService) =>
    foldGerman(
      [service.name, service.referencePrefix, ...(service.description?.searchWords ?? [])].join(' '),
    );
  const hits = services.filter((each) => words.every((word) => textOf(each).includes(word)));
  const isNamed = ({ service }: EnterableService) =>
    words.every((word) => foldGerman(service.name).includes(word));
  return [...hits.filter(isNamed), ...hits.filter((each) => !isNamed(each))];
}
