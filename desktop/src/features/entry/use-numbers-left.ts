import type { ServiceId } from '@amtsstube/shared/domain/ids';
import { freeNumbers, type Lease, numberLeasesOf, yearOf } from '@amtsstube/shared/domain/lease';
import { useMemo } from 'react';
import { useDesk } from '../../ui/desk-context.tsx';
import { useReplayed } from '../../ui/use-replayed.ts';
import { useToday } from '../../ui/use-today.ts';

const none: readonly Lease[] = [];

/** How many file references of a service this desk can still give by itself. */
export function useNumbersLeft(service: ServiceId | undefined): number {
  const { desk } = useDesk();
  const { actor, deviceId } = desk;
  const year = yearOf(useToday());
  const leases = useReplayed(
    useMemo(() => desk.watchAll('leases'), [desk]),
    none,
  );
  if (service === undefined) return 0;
  const own = numberLeasesOf(leases, { actor, deviceId });
  return own.reduce((sum, lease) => sum + freeNumbers(lease, service, year).length, 0);
}
