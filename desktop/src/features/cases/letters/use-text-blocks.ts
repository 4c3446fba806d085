import type { TextBlock } from '@amtsstube/shared/domain/letter-template';
import { textBlocksFor } from '@amtsstube/shared/letters/choose-text-blocks';
import { useMemo } from 'react';
import { useSettings } from '../../../ui/names.ts';

/** What reasons and letters of this service can be put together from. */
export function useTextBlocks(serviceId: string): readonly TextBlock[] {
  const settings = useSettings();
  return useMemo(() => textBlocksFor(settings, serviceId), [settings, serviceId]);
}
