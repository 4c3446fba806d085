import type { Case } from '@amtsstube/shared/domain/case';
import type { CaseLetter } from '@amtsstube/shared/domain/letter';
import { formatLocalDate, localDateOf } from '@amtsstube/shared/domain/time';
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { de } from '../../../texts/de.ts';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { readDate } from '../../../ui/read-date.ts';
import type { Action } from '../../../ui/use-action.ts';
import { useToday } from '../../../ui/use-today.ts';

interface PostDialogProps {
  readonly openCase: Case;
  readonly written: CaseLetter;
  readonly action: Action;
  readonly onClose: () => void;
}

/** On which day a letter was put into the post: what is said here stays. */
export function PostDialog({ openCase, written, action, onClose }: PostDialogProps) {
  const today = useToday();
  const [text, setText] = useState(() => formatLocalDate(today));
  const on = readDate(text, today);
  const from = localDateOf(written.at);
  const isOutside = on !== undefined && (on < from || on > today);
  async function post() {
    if (on === undefined || isOutside) return;
    await action.perform('postLetter', { caseId: openCase.id, letterId: written.id, on });
    onClose();
  }
  return (
    <ConfirmDialog
      open
      title={de.letters.posting}
      confirm={de.letters.postSave}
      busy={action.state.state === 'saving'}
      onConfirm={() => void post()}
      onCancel={onClose}
    >
      <Box sx={{ display: 'grid', gap: 2, pt: 0.5 }}>
        <Typography>{written.letter.subject}</Typography>
        <TextField
          label={de.letters.postedOn}
          value={text}
          onChange={(event) => setText(event.target.value)}
          error={on === undefined || isOutside}
          helperText={
            on === undefined
              ? de.dates.notADate
              : isOutside
                ? `${de.letters.refusals.notPostedThen(formatLocalDate(from), formatLocalDate(today))}.`
                : de.letters.postLead
          }
          autoFocus
          required
        />
      </Box>
    </ConfirmDialog>
  );
}
