import { type CounterId, counterId } from '@amtsstube/shared/domain/ids';
import { DeviceSetting } from './device-setting.ts';
import { useObservable } from './use-observable.ts';

/** The counter this PC stands at; undefined until somebody says so. */
export const ownCounter = new DeviceSetting<CounterId | undefined>(
  'amtsstube.own-counter',
  counterId.optional(),
  undefined,
);

export function useOwnCounter(): readonly [CounterId | undefined, (id: CounterId | undefined) => void] {
  return [useObservable(ownCounter.value$, ownCounter.value), (id) => ownCounter.change(id)];
}
