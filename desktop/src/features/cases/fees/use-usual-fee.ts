import type { ServiceId } from '@amtsstube/shared/domain/ids';
import type { Fee } from '@amtsstube/shared/domain/service-description';
import { useSettings } from '../../../ui/names.ts';

/** What the service says it costs; undefined where it says nothing, or isn't on this desk. */
export function useUsualFee(serviceId: ServiceId): Fee | undefined {
  const found = useSettings().find((each) => each.kind === 'service' && each.id === serviceId);
  return found?.kind === 'service' ? found.description?.fee : undefined;
}
