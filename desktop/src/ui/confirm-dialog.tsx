import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { type ReactNode, useId, useState } from 'react';
import { de } from '../texts/de.ts';
import { ActionNotice } from './action-notice.tsx';
import { SubmitForm } from './submit-form.tsx';
import type { Action } from './use-action.ts';

interface ConfirmDialogProps {
  readonly open: boolean;
  readonly title: string;
  readonly confirm: string;
  readonly cancel?: string;
  readonly busy?: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
  /** Escape, or a click beside it: a slip, which leaves what was typed; as `onCancel` where nothing is said. */
  readonly onDismiss?: () => void;
  /** Of what it does: where that wasn't saved, the reason stands in the dialog, which stays open. */
  readonly action?: Pick<Action, 'state'>;
  readonly children: ReactNode;
}

/** A question with two answers; Enter in a field confirms, Escape cancels. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, title, confirm, cancel = de.app.cancel, busy = false, onConfirm, onCancel, children } = props;
  const { onDismiss = onCancel, action } = props;
  const titleId = useId();
  // what became of something else before is told elsewhere
  const [before] = useState(action?.state);
  return (
    <Dialog open={open} onClose={onDismiss} aria-labelledby={titleId} fullWidth maxWidth="xs">
      <SubmitForm onSubmit={onConfirm}>
        <DialogTitle id={titleId}>{title}</DialogTitle>
        <DialogContent>
          {children}
          {action?.state.state === 'failed' && action.state !== before && (
            <ActionNotice state={action.state} />
          )}
        </DialogContent>
        <DialogActions>
          <Button onClick={onCancel}>{cancel}</Button>
          <Button type="submit" variant="contained" disabled={busy}>
            {confirm}
          </Button>
        </DialogActions>
      </SubmitForm>
    </Dialog>
  );
}
