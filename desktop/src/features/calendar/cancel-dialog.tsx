import type { Booking } from '@amtsstube/shared/domain/appointments/appointment';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { de } from '../../texts/de.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ReasonField } from '../../ui/reason-field.tsx';
import { useAction } from '../../ui/use-action.ts';
import { useDraft } from '../../ui/use-draft.ts';
import { spanWords, toldWords } from './time-words.ts';

/** What the operation takes. */
const longestReason = 500;

interface CancelDialogProps {
  readonly booking: Booking;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** The office cancels; its reason is the apology. Works without a line, because it takes nothing from anybody (K12). */
export function CancelDialog({ booking, onClose, onDone }: CancelDialogProps) {
  const action = useAction();
  const [reason, setReason] = useDraft(`cancel-appointment/${booking.id}`);
  const [isTried, setIsTried] = useState(false);
  const text = de.calendar.cancelling;

  async function save() {
    setIsTried(true);
    const given = reason.trim();
    if (given === '' || given.length > longestReason) return;
    if (!(await action.perform('cancelAppointment', { appointmentId: booking.id, reason: given }))) return;
    setReason('');
    onDone();
  }

  return (
    <ConfirmDialog
      open
      title={text.title}
      confirm={text.save}
      busy={action.state.state === 'saving'}
      action={action}
      onConfirm={() => void save()}
      onCancel={onClose}
    >
      <Box sx={{ display: 'grid', gap: 2, pt: 0.5 }}>
        <Typography>{text.lead(booking.visitor.name, spanWords(booking))}</Typography>
        <ReasonField
          label={text.reason}
          reason={reason}
          onChange={setReason}
          longest={longestReason}
          isTried={isTried}
          missing={text.reasonMissing}
          autoFocus
        />
        <Typography variant="body2" color="textSecondary">
          {toldWords(booking)}
        </Typography>
      </Box>
    </ConfirmDialog>
  );
}
