import { z } from '@amtsstube/shared/domain/zod';
import TextField from '@mui/material/TextField';
import { type ReactNode, useState } from 'react';
import { de } from '../../texts/de.ts';
import { ActionNotice } from '../../ui/action-notice.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import type { Action } from '../../ui/use-action.ts';
import { useFormDraft } from '../../ui/use-form-draft.ts';

/** The name that this person saw when she began, and what she typed. */
const nameDraft = z.object({ from: z.string(), to: z.string() });

interface NameDialogProps {
  readonly title: string;
  readonly name: string;
  /** What the name belongs to: `department/<id>`, `counter/new`. */
  readonly draftOf: string;
  readonly action: Action;
  /** True: saved, and the dialog closes. */
  readonly onSave: (name: z.infer<typeof nameDraft>) => Promise<boolean>;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/** Asks for a name, and whatever else `children` ask for. What was begun survives a locked screen; cancelling forgets it. */
export function NameDialog(props: NameDialogProps) {
  const { title, name, draftOf, action, onSave, onClose, children } = props;
  const [opened] = useState(name);
  const [begun, setBegun] = useFormDraft(`admin/${draftOf}`, nameDraft);
  const { from, to } = begun ?? { from: opened, to: opened };
  const [isMissing, setIsMissing] = useState(false);

  async function save() {
    setIsMissing(to.trim() === '');
    if (to.trim() !== '' && (await onSave({ from, to: to.trim() }))) close();
  }

  function close() {
    setBegun(undefined);
    onClose();
  }

  return (
    <ConfirmDialog
      open
      title={title}
      confirm={de.admin.save}
      busy={action.state.state === 'saving'}
      onConfirm={() => void save()}
      onCancel={close}
    >
      <TextField
        autoFocus
        fullWidth
        margin="dense"
        label={de.admin.fields.name}
        value={to}
        error={isMissing}
        helperText={isMissing ? de.admin.nameMissing : undefined}
        onChange={(event) => setBegun({ from, to: event.target.value })}
        slotProps={{ htmlInput: { maxLength: 120 } }}
      />
      {children}
      {action.state.state === 'failed' && <ActionNotice state={action.state} />}
    </ConfirmDialog>
  );
}
