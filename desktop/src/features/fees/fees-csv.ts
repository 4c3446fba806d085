import { formatLocalDate } from '@amtsstube/shared/domain/time';
import { de } from '../../texts/de.ts';
import type { ListedFee } from './open-fees.ts';

const { columns } = de.fees.list;

/** As spreadsheets in German read it: semicolons, decimal comma, UTF-8 with its mark. */
export function feesCsv(fees: readonly ListedFee[], nameOf: (serviceId: string) => string): string {
  const lines = [
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
  ];
  return `\uFEFF${lines.map((cells) => cells.map(cellOf).join(';')).join('\r\n')}\r\n`;
}

function euros(cents: number): string {
  return (cents / 100).toFixed(2).replace('.', ',');
}

/** A name that begins like a formula would be one in the spreadsheet. */
function cellOf(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[;"\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
