import type { FormVersion, Settings } from '@amtsstube/shared/domain/settings';

export interface NumberedVersion {
  readonly version: FormVersion;
  /** 1 is the first there was. */
  readonly number: number;
}

/** All versions a service's form had, oldest first: what came with the service, then in the order of their publishing. */
export function formVersionsOf(settings: readonly Settings[], serviceId: string): readonly NumberedVersion[] {
  return settings
    .filter((each): each is FormVersion => each.kind === 'formVersion' && each.serviceId === serviceId)
    .toSorted((a, b) => orderOf(a).localeCompare(orderOf(b)))
    .map((version, index) => ({ version, number: index + 1 }));
}

function orderOf({ publishedAt, id }: FormVersion): string {
  return `${publishedAt ?? ''} ${id}`;
}
