import TextField from '@mui/material/TextField';
import { type ReactNode, useState } from 'react';
import { de } from '../../texts/de.ts';
import { ActionNotice } from '../../ui/action-notice.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import type { Action } from '../../ui/use-action.ts';

interface NameDialogProps {
  readonly title: string;
  readonly name: string;
  readonly action: Action;
  /** True: saved, and the dialog closes. */
  readonly onSave: (name: string) => Promise<boolean>;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/** Asks for a name, and whatever else `children` ask for. */
export function NameDialog({ title, name: before, action, onSave, onClose, children }: NameDialogProps) {
  const [name, setName] = useState(before);
  const [isMissing, setIsMissing] = useState(false);

  async function save() {
    setIsMissing(name.trim() === '');
    if (name.trim() !== '' && (await onSave(name.trim()))) onClose();
  }

  return (
    <ConfirmDialog
      open
      title={title}
      confirm={de.admin.save}
      busy={action.state.state === 'saving'}
      onConfirm={() => void save()}
      onCancel={onClose}
    >
      <TextField
        autoFocus
        fullWidth
        margin="dense"
        label={de.admin.fields.name}
        value={name}
        error={isMissing}
        helperText={isMissing ? de.admin.nameMissing : undefined}
        onChange={(event) => setName(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 120 } }}
      />
      {children}
      {action.state.state === 'failed' && <ActionNotice state={action.state} />}
    </ConfirmDialog>
  );
}
