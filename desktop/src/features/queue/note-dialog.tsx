import type { Ticket } from '@amtsstube/shared/domain/appointments/ticket';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormControlLabel from '@mui/material/FormControlLabel';
import TextField from '@mui/material/TextField';
import { useId, useState } from 'react';
import { de } from '../../texts/de.ts';
import { SubmitForm } from '../../ui/submit-form.tsx';
import type { QueueActs } from './use-queue-acts.ts';

interface NoteDialogProps {
  readonly ticket: Ticket;
  readonly acts: QueueActs;
  readonly onClose: () => void;
}

/** What colleagues should know of a visitor, and whether she goes before all others. */
export function NoteDialog({ ticket, acts, onClose }: NoteDialogProps) {
  const titleId = useId();
  const [remark, setRemark] = useState(ticket.remark);
  const [isUrgent, setIsUrgent] = useState(ticket.isUrgent);
  const text = de.queue;

  async function save(): Promise<void> {
    if (await acts.change(ticket, { remark: remark.trim(), isUrgent })) onClose();
  }

  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} fullWidth maxWidth="sm">
      <SubmitForm onSubmit={save}>
        <DialogTitle id={titleId}>{text.noting.title(ticket.number)}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 2, pt: '8px !important' }}>
          <TextField
            autoFocus
            label={text.taking.remark}
            helperText={text.taking.remarkHelp}
            value={remark}
            onChange={(event) => setRemark(event.target.value)}
            slotProps={{ htmlInput: { maxLength: 500 } }}
          />
          <FormControlLabel
            label={text.taking.urgent}
            control={<Checkbox checked={isUrgent} onChange={(_event, isOn) => setIsUrgent(isOn)} />}
          />
          {acts.said?.severity === 'error' && <Alert severity="error">{acts.said.sentence}</Alert>}
        </DialogContent>
        <DialogActions>
          <Button color="inherit" onClick={onClose}>
            {text.taking.cancel}
          </Button>
          <Button type="submit" variant="contained" disabled={acts.isBusy}>
            {text.noting.save}
          </Button>
        </DialogActions>
      </SubmitForm>
    </Dialog>
  );
}
