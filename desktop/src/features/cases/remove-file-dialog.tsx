import type { Attachment } from '@amtsstube/shared/domain/case';
import type { CaseId } from '@amtsstube/shared/domain/ids';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { de } from '../../texts/de.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ReasonField } from '../../ui/reason-field.tsx';
import type { Action } from '../../ui/use-action.ts';
import { useDraft } from '../../ui/use-draft.ts';

interface RemoveFileDialogProps {
  readonly caseId: CaseId;
  readonly attachment: Pick<Attachment, 'hash' | 'name'>;
  readonly action: Action;
  readonly onClose: () => void;
}

/** What the operation takes (`removalReason`). */
const longestReason = 500;

/** Asks before a file goes, and why it does: there is no way back to it. */
export function RemoveFileDialog({ caseId, attachment, action, onClose }: RemoveFileDialogProps) {
  const { hash, name } = attachment;
  const [reason, setReason] = useDraft(`remove-file/${caseId}/${hash}`);
  const [isMissing, setIsMissing] = useState(false);
  const text = de.cases.files.removing;
  const isTooLong = reason.trim().length > longestReason;

  async function remove() {
    setIsMissing(reason.trim() === '');
    if (reason.trim() === '' || isTooLong) return;
    if (!(await action.perform('removeAttachment', { caseId, hash, reason: reason.trim() }))) return;
    setReason('');
    onClose();
  }

  return (
    <ConfirmDialog
      open
      title={text.title}
      confirm={text.confirm}
      busy={action.state.state === 'saving'}
      action={action}
      onConfirm={() => void remove()}
      onCancel={onClose}
    >
      <Box sx={{ display: 'grid', gap: 2 }}>
        <Typography sx={{ overflowWrap: 'anywhere' }}>{text.text(name)}</Typography>
        <ReasonField
          label={text.reason}
          reason={reason}
          onChange={setReason}
          longest={longestReason}
          isTried={isMissing}
          missing={text.reasonMissing}
          autoFocus
        />
      </Box>
    </ConfirmDialog>
  );
}
