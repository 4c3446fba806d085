import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { de } from '../../texts/de.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { useSettingName } from '../../ui/names.ts';
import type { Action } from '../../ui/use-action.ts';
import type { Hit } from './hit-by.ts';
import { PeopleList } from './people-list.tsx';

interface HitDialogProps {
  readonly hit: Hit;
  readonly action: Action;
  /** A reason: those it hits are cancelled and told it. */
  readonly onSave: (reason: string | undefined) => void;
  readonly onCancel: () => void;
}

/** Whom a change would hit, before it is saved, and what becomes of them. */
export function HitDialog({ hit, action, onSave, onCancel }: HitDialogProps) {
  const { bookings, unseen } = hit;
  const departmentName = useSettingName();
  const [cancels, setCancels] = useState(false);
  const [reason, setReason] = useState('');
  const [isTried, setIsTried] = useState(false);
  const isMissing = cancels && reason.trim() === '';
  const text = de.hours.hit;
  const others = [...new Set(unseen.map(({ departmentId }) => departmentName(departmentId)))];

  return (
    <ConfirmDialog
      open
      title={bookings.length === 0 ? text.unseenTitle : text.title(bookings.length)}
      confirm={cancels ? text.saveAndCancel : text.save}
      busy={action.state.state === 'saving'}
      action={action}
      onConfirm={() => {
        setIsTried(true);
        if (!isMissing) onSave(cancels ? reason.trim() : undefined);
      }}
      onCancel={onCancel}
    >
      {bookings.length > 0 && (
        <>
          <PeopleList bookings={bookings} label={text.list} sx={{ mb: 2, maxHeight: '14rem' }} />
          <RadioGroup
            aria-label={text.choice}
            value={cancels ? 'cancel' : 'keep'}
            onChange={(_event, chosen) => setCancels(chosen === 'cancel')}
          >
            <FormControlLabel value="keep" control={<Radio />} label={text.keep} />
            <FormControlLabel value="cancel" control={<Radio />} label={text.cancel} />
          </RadioGroup>
          {cancels && (
            <TextField
              fullWidth
              multiline
              margin="dense"
              label={text.reason}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
              error={isTried && isMissing}
              helperText={isTried && isMissing ? text.reasonMissing : text.reasonHelp}
              slotProps={{ htmlInput: { maxLength: 500 } }}
            />
          )}
        </>
      )}
      {others.length > 0 && <Typography sx={{ mt: 1 }}>{text.unseen(others.join(', '))}</Typography>}
    </ConfirmDialog>
  );
}
