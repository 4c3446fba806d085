import { creditorReference } from '@amtsstube/shared/domain/fees/creditor-reference';
import { feeStateOf, openCents, overpaidCents } from '@amtsstube/shared/domain/fees/fee';
import type { FeeAccount } from '@amtsstube/shared/domain/fees/fee-account';
import { formatCents } from '@amtsstube/shared/domain/fees/money';
import { formatInstant, formatLocalDate, type LocalDate } from '@amtsstube/shared/domain/time';
import Box from '@mui/material/Box';
import { de } from '../../../texts/de.ts';
import { DueLight } from '../../../ui/due-light.tsx';
import { useNameOf } from '../../../ui/names.ts';
import { Facts } from '../../../ui/part.tsx';

interface FeeFactsProps {
  readonly account: FeeAccount;
  readonly fileReference: string;
  readonly today: LocalDate;
}

/** What is charged, how much of it is open, and how it is to be paid. */
export function FeeFacts({ account, fileReference, today }: FeeFactsProps) {
  const nameOf = useNameOf();
  const { facts, state, overpaidHelp, waivedBy, noReference } = de.fees;
  const { amountCents, dueOn, waiver, waivedCents } = account;
  const open = openCents(account);
  const over = overpaidCents(account);
  const rows = [
    { label: facts.amount, value: formatCents(amountCents) },
    { label: facts.state, value: state[feeStateOf(account)] },
    ...(open > 0 && open !== amountCents ? [{ label: facts.open, value: formatCents(open) }] : []),
    ...(over > 0 ? [{ label: facts.overpaid, value: `${formatCents(over)}. ${overpaidHelp}` }] : []),
    ...(waiver
      ? [
          {
            label: facts.waived,
            value: `${waivedBy(formatCents(waivedCents), nameOf(waiver.byId), formatInstant(waiver.at))}: ${waiver.reason}`,
          },
        ]
      : []),
    ...(open > 0
      ? [
          { label: facts.dueOn, value: <Due on={dueOn} today={today} /> },
          { label: facts.reference, value: creditorReference(fileReference) ?? noReference },
        ]
      : []),
  ];
  return <Facts rows={rows} />;
}

function Due({ on, today }: { readonly on: LocalDate; readonly today: LocalDate }) {
  return (
    <Box
      component="span"
      sx={{ display: 'inline-flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1.5 }}
    >
      {formatLocalDate(on)}
      <DueLight on={on} today={today} />
    </Box>
  );
}
