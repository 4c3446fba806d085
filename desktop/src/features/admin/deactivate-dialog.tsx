import type { Clerk } from '@amtsstube/shared/domain/clerk';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { de } from '../../texts/de.ts';
import { ActionNotice } from '../../ui/action-notice.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import type { Action } from '../../ui/use-action.ts';
import { useClerksInUse } from './admin-lists.ts';

interface DeactivateDialogProps {
  readonly clerk: Clerk;
  readonly action: Action;
  readonly onClose: () => void;
}

const toInbox = '';

/** Somebody works here no more: asks who gets the open cases, and says what follows. */
export function DeactivateDialog({ clerk, action, onClose }: DeactivateDialogProps) {
  const colleagues = useClerksInUse().active.filter(
    ({ id, departmentIds }) =>
      id !== clerk.id && departmentIds.some((department) => clerk.departmentIds.includes(department)),
  );
  const [chosenId, setChosenId] = useState(toInbox);
  const text = de.admin.deactivation;

  async function deactivate() {
    const casesToId = colleagues.find(({ id }) => id === chosenId)?.id ?? null;
    if (await action.perform('deactivateClerk', { clerkId: clerk.id, casesToId })) onClose();
  }

  return (
    <ConfirmDialog
      open
      title={text.title(clerk.name)}
      confirm={text.confirm}
      busy={action.state.state === 'saving'}
      onConfirm={() => void deactivate()}
      onCancel={onClose}
    >
      <Typography sx={{ mb: 2 }}>{text.lead}</Typography>
      <TextField
        select
        fullWidth
        label={text.casesTo}
        value={chosenId}
        onChange={(event) => setChosenId(event.target.value)}
        helperText={text.casesHelp}
        slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}
      >
        <MenuItem value={toInbox}>{text.toInbox}</MenuItem>
        {colleagues.map(({ id, name }) => (
          <MenuItem key={id} value={id}>
            {name}
          </MenuItem>
        ))}
      </TextField>
      {action.state.state === 'failed' && <ActionNotice state={action.state} />}
    </ConfirmDialog>
  );
}
