import { formatCents } from '@amtsstube/shared/domain/fees/money';
import { formatLocalDate, type LocalDate } from '@amtsstube/shared/domain/time';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { de } from '../../texts/de.ts';
import { DueLight } from '../../ui/due-light.tsx';
import { hrefOf } from '../../ui/place.ts';
import type { ListedFee } from './open-fees.ts';

interface FeesTableProps {
  readonly label: string;
  readonly fees: readonly ListedFee[];
  readonly today: LocalDate;
  readonly nameOf: (serviceId: string) => string;
  /** What the last columns are about: what is still to come, or what is to be given back. */
  readonly about: 'open' | 'overpaid';
}

/** One fee a row, the file reference leading to its case; moves sideways in itself where the window is narrow. */
export function FeesTable({ label, fees, today, nameOf, about }: FeesTableProps) {
  const { columns, days, scrolls } = de.fees.list;
  const isOpen = about === 'open';
  return (
    // what scrolls must be reached by the keyboard
    <Box role="region" aria-label={`${label}: ${scrolls}`} tabIndex={0} sx={{ overflowX: 'auto' }}>
      <Box component="table" sx={table}>
        <thead>
          <tr>
            <th scope="col">{columns.fileReference}</th>
            <th scope="col">{columns.reference}</th>
            <th scope="col">{columns.name}</th>
            <th scope="col">{columns.service}</th>
            <th scope="col">{columns.amount}</th>
            <th scope="col">{isOpen ? columns.open : columns.overpaid}</th>
            {isOpen && <th scope="col">{columns.dueOn}</th>}
            {isOpen && <th scope="col">{columns.age}</th>}
          </tr>
        </thead>
        <tbody>
          {fees.map(({ caseRecord, fee, reference, open, overpaid, age }) => (
            <tr key={caseRecord.id}>
              <th scope="row">
                <Link href={hrefOf({ screen: 'case', caseId: caseRecord.id })}>
                  {caseRecord.fileReference || de.cases.noReference}
                </Link>
              </th>
              <td className="number">{reference}</td>
              <td>{caseRecord.applicantName}</td>
              <td>{nameOf(caseRecord.serviceId)}</td>
              <td className="number">{formatCents(fee.amountCents)}</td>
              <td className="number">{formatCents(isOpen ? open : overpaid)}</td>
              {isOpen && (
                <td>
                  {formatLocalDate(fee.dueOn)}
                  <DueLight on={fee.dueOn} today={today} />
                </td>
              )}
              {isOpen && <td>{days(age)}</td>}
            </tr>
          ))}
        </tbody>
      </Box>
    </Box>
  );
}

const table = {
  width: '100%',
  borderCollapse: 'collapse',
  fontVariantNumeric: 'tabular-nums',
  '& th, & td': {
    px: 1,
    py: 0.75,
    textAlign: 'left',
    verticalAlign: 'top',
    borderBottom: 1,
    borderColor: 'divider',
  },
  '& thead th': { verticalAlign: 'bottom', fontSize: '0.875rem', color: 'text.secondary', fontWeight: 600 },
  '& tbody th': { fontWeight: 400, whiteSpace: 'nowrap' },
  '& td': { minWidth: '8rem', overflowWrap: 'anywhere' },
  '& .number': { minWidth: '5.5rem', whiteSpace: 'nowrap' },
} as const;
