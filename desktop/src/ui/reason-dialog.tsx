import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { ReasonField } from './reason-field.tsx';
import { useDraft } from './use-draft.ts';

interface ReasonDialogProps {
  readonly draftKey: string;
  readonly text: {
    readonly title: string;
    readonly reason: string;
    readonly save: string;
    readonly reasonNeeded: string;
  };
  readonly lead: string;
  /** What the operation takes, in characters. */
  readonly longest: number;
  readonly isSaving: boolean;
  /** True once it is saved. */
  readonly onSave: (reason: string) => Promise<boolean>;
  readonly onClose: () => void;
}

/** Something is undone or given up: never without a reason. */
export function ReasonDialog({
  draftKey,
  text,
  lead,
  longest,
  isSaving,
  onSave,
  onClose,
}: ReasonDialogProps) {
  const [reason, setReason] = useDraft(draftKey);
  const [isTried, setIsTried] = useState(false);
  const { length } = reason.trim();
  const isTooLong = length > longest;

  async function save() {
    setIsTried(true);
    if (length === 0 || isTooLong) return;
    if (await onSave(reason.trim())) setReason('');
    onClose();
  }

  return (
    <ConfirmDialog
      open
      title={text.title}
      confirm={text.save}
      busy={isSaving}
      onConfirm={() => void save()}
      onCancel={onClose}
    >
      <Box sx={{ display: 'grid', gap: 2, pt: 0.5 }}>
        <Typography>{lead}</Typography>
        <ReasonField
          label={text.reason}
          reason={reason}
          onChange={setReason}
          longest={longest}
          isTried={isTried}
          missing={text.reasonNeeded}
          autoFocus
        />
      </Box>
    </ConfirmDialog>
  );
}
