import { useMemo } from 'react';
import { useDesk } from '../../ui/desk-context.tsx';
import { useReplayed } from '../../ui/use-replayed.ts';
import { useToday } from '../../ui/use-today.ts';
import { type ListedFee, listedFees } from './open-fees.ts';

/** Of all cases this desk has; undefined until the first are read. */
export function useListedFees(): readonly ListedFee[] | undefined {
  const { desk } = useDesk();
  const rows = useReplayed(desk.caseList$, undefined);
  const today = useToday();
  return useMemo(
    () =>
      rows &&
      listedFees(
        rows.map(({ caseRecord }) => caseRecord),
        today,
      ),
    [rows, today],
  );
}
