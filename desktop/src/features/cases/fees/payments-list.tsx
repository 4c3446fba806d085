import type { FeeAccount, Payment } from '@amtsstube/shared/domain/fees/fee-account';
import { formatCents } from '@amtsstube/shared/domain/fees/money';
import { formatInstant, formatLocalDate } from '@amtsstube/shared/domain/time';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { de } from '../../../texts/de.ts';
import { type NameOf, useNameOf } from '../../../ui/names.ts';

interface PaymentsListProps {
  readonly payments: FeeAccount['payments'];
  readonly isLocked: boolean;
  readonly onRevoke: (payment: Payment) => void;
}

/** Each payment in the order it was recorded; one taken back is struck out and keeps its reason. */
export function PaymentsList({ payments, isLocked, onRevoke }: PaymentsListProps) {
  const nameOf = useNameOf();
  const text = de.fees.payments;
  if (payments.length === 0) return null;
  return (
    <>
      <Typography variant="h3" sx={{ mt: 2, mb: 0.5 }}>
        {text.title}
      </Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
        {payments.map((payment) => {
          const line = lineOf(payment);
          return (
            <li key={payment.id}>
              <Box component={payment.revoked ? 's' : 'span'}>{line}</Box>
              <Typography variant="body2" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
                {whoOf(payment, nameOf)}
              </Typography>
              {!payment.revoked && (
                <Button
                  size="small"
                  disabled={isLocked}
                  onClick={() => onRevoke(payment)}
                  aria-label={text.revokeOf(line)}
                  sx={{ displayPrint: 'none' }}
                >
                  {text.revoke}
                </Button>
              )}
            </li>
          );
        })}
      </Box>
    </>
  );
}

export function lineOf({ amountCents, way, on }: Payment): string {
  const { line, way: ways } = de.fees.payments;
  return line(formatCents(amountCents), ways[way], formatLocalDate(on));
}

function whoOf({ byId, revoked }: Payment, nameOf: NameOf): string {
  const text = de.fees.payments;
  const who = byId === null ? text.byServer : text.by(nameOf(byId));
  if (!revoked) return who;
  return `${who}; ${text.revoked(nameOf(revoked.byId), formatInstant(revoked.at))}: ${revoked.reason}`;
}
