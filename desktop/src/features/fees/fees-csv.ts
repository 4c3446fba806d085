import { formatLocalDate } from '@amtsstube/shared/domain/time';
import { de } from '../../texts/de.ts';
import { csvOf } from '../../ui/csv.ts';
import type { ListedFee } from './open-fees.ts';

const { columns } = de.fees.list;

/** One fee a line. */
export function feesCsv(fees: readonly ListedFee[], nameOf: (serviceId: string) => string): string {
  return csvOf([
    Object.values(columns),
    ...fees.map(({ caseRecord, fee, reference = '', open, overpaid, age }) => [
      caseRecord.fileReference,
      reference,
      caseRecord.applicantName,
      nameOf(caseRecord.serviceId),
      euros(fee.amountCents),
      euros(open),
      formatLocalDate(fee.dueOn),
      String(age),
      euros(overpaid),
    ]),
  ]);
}

function euros(cents: number): string {
  return (cents / 100).toFixed(2).replace('.', ',');
}
