import { type CounterId, counterId } from '@amtsstube/shared/domain/ids';
import { z } from '@amtsstube/shared/domain/zod';
import { DeviceSetting } from './device-setting.ts';
import { useObservable } from './use-observable.ts';

/** The counter at which this PC stands; null: at none, or nobody has said it yet. */
export const ownCounter = new DeviceSetting<CounterId | null>(
  'amtsstube.own-counter',
  z.nullable(counterId),
  null,
);

/** The counter of this device, and how to say which it is. */
export function useOwnCounter(): [CounterId | undefined, (id: CounterId | undefined) => void] {
  const chosen = useObservable(ownCounter.value$, ownCounter.value);
  return [chosen ?? undefined, (id) => ownCounter.change(id ?? null)];
}
