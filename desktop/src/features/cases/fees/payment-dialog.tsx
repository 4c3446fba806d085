import { type FeeSums, openCents, paymentWay } from '@amtsstube/shared/domain/fees/fee';
import { formatCents, parseCents } from '@amtsstube/shared/domain/fees/money';
import type { CaseId } from '@amtsstube/shared/domain/ids';
import { paymentId } from '@amtsstube/shared/domain/ids';
import { formatLocalDate } from '@amtsstube/shared/domain/time';
import { z } from '@amtsstube/shared/domain/zod';
import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { de } from '../../../texts/de.ts';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { readDate } from '../../../ui/read-date.ts';
import type { Action } from '../../../ui/use-action.ts';
import { useFormDraft } from '../../../ui/use-form-draft.ts';
import { useToday } from '../../../ui/use-today.ts';

const wayByHand = paymentWay.exclude(['ePayment']);
const typedPayment = z.object({ amount: z.string(), day: z.string(), way: wayByHand, word: z.string() });

interface PaymentDialogProps {
  readonly caseId: CaseId;
  readonly fee: FeeSums;
  readonly action: Action;
  readonly onClose: () => void;
}

/** A payment at the counter, or one that no file tells of. */
export function PaymentDialog({ caseId, fee, action, onClose }: PaymentDialogProps) {
  const today = useToday();
  // made once: however often it is tried, it is one payment
  const [id] = useState(() => paymentId.parse(`hand.${crypto.randomUUID()}`));
  const [begun, setBegun] = useFormDraft(`payment/${caseId}`, typedPayment);
  const typed: z.infer<typeof typedPayment> = begun ?? {
    amount: formatCents(openCents(fee)).replace(' €', ''),
    day: formatLocalDate(today),
    way: 'cash',
    word: '',
  };
  const { amount, day, way, word } = typed;
  const change = (changed: Partial<typeof typed>) => setBegun({ ...typed, ...changed });
  const [isTried, setIsTried] = useState(false);
  const text = de.fees.paying;
  const amountCents = parseCents(amount);
  const isAmount = amountCents !== undefined && amountCents > 0 && amountCents <= 1e8;
  const on = readDate(day, today);
  const problem = on === undefined ? de.dates.notADate : on > today ? text.inFuture : undefined;

  async function save() {
    setIsTried(true);
    if (!isAmount || on === undefined || problem !== undefined) return;
    const payload = { caseId, paymentId: id, amountCents, way, on, word: word.trim() };
    if (await action.perform('recordPayment', payload)) close();
  }

  function close() {
    setBegun(undefined);
    onClose();
  }

  return (
    <ConfirmDialog
      open
      title={text.title}
      confirm={text.save}
      busy={action.state.state === 'saving'}
      action={action}
      onConfirm={() => void save()}
      onCancel={close}
      onDismiss={onClose}
    >
      <Box sx={{ display: 'grid', gap: 2, pt: 0.5 }}>
        <Typography>{text.lead}</Typography>
        <TextField
          label={text.amount}
          value={amount}
          onChange={(event) => change({ amount: event.target.value })}
          error={isTried && !isAmount}
          helperText={isTried && !isAmount && de.fees.setting.notAnAmount}
          autoFocus
          required
          fullWidth
          slotProps={{ htmlInput: { autoComplete: 'off', inputMode: 'decimal' } }}
        />
        <TextField
          select
          label={text.way}
          value={way}
          onChange={(event) => change({ way: wayByHand.parse(event.target.value) })}
          fullWidth
        >
          {wayByHand.options.map((each) => (
            <MenuItem key={each} value={each}>
              {de.fees.payments.way[each]}
            </MenuItem>
          ))}
        </TextField>
        <DateField
          label={text.on}
          text={day}
          onChange={(changed) => change({ day: changed })}
          required
          problem={isTried ? problem : undefined}
        />
        <TextField
          label={text.word}
          value={word}
          onChange={(event) => change({ word: event.target.value.slice(0, 1000) })}
          fullWidth
          slotProps={{ htmlInput: { autoComplete: 'off' } }}
        />
      </Box>
    </ConfirmDialog>
  );
}
