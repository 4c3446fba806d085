import type { Case } from '@amtsstube/shared/domain/case';
import { formatLocalDate } from '@amtsstube/shared/domain/time';
import { z } from '@amtsstube/shared/domain/zod';
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { de } from '../../../texts/de.ts';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { readDate } from '../../../ui/read-date.ts';
import type { Action } from '../../../ui/use-action.ts';
import { useFormDraft } from '../../../ui/use-form-draft.ts';
import { useToday } from '../../../ui/use-today.ts';

/** What the operation takes (`followUp.word`). */
const longestWord = 500;

const typedFollowUp = z.object({ day: z.string(), word: z.string() });

interface FollowUpDialogProps {
  readonly openCase: Case;
  readonly action: Action;
  readonly onClose: () => void;
}

/** When the case is to be seen again, and why. Begins with what is set. */
export function FollowUpDialog({ openCase, action, onClose }: FollowUpDialogProps) {
  const { id: caseId, followUp } = openCase;
  const today = useToday();
  const [begun, setBegun] = useFormDraft(`follow-up/${caseId}`, typedFollowUp);
  const typed = begun ?? {
    day: followUp ? formatLocalDate(followUp.on) : '',
    word: followUp?.word ?? '',
  };
  const { day, word } = typed;
  const [isTried, setIsTried] = useState(false);
  const text = de.dates.settingFollowUp;
  const on = readDate(day, today);
  const problem = on === undefined ? de.dates.notADate : on < today ? de.dates.isOver : undefined;
  const isTooLong = word.trim().length > longestWord;

  async function save() {
    setIsTried(true);
    if (on === undefined || problem !== undefined || isTooLong) return;
    if (await action.perform('setFollowUp', { caseId, on, word: word.trim() })) close();
  }

  function close() {
    setBegun(undefined);
    onClose();
  }

  return (
    <ConfirmDialog
      open
      title={text.title}
      confirm={text.save}
      busy={action.state.state === 'saving'}
      action={action}
      onConfirm={() => void save()}
      onCancel={close}
      onDismiss={onClose}
    >
      <Box sx={{ display: 'grid', gap: 2, pt: 0.5 }}>
        <Typography>{text.lead}</Typography>
        <DateField
          label={text.on}
          text={day}
          onChange={(changed) => setBegun({ ...typed, day: changed })}
          required
          isDeadline
          problem={isTried ? problem : undefined}
          autoFocus
        />
        <TextField
          label={text.word}
          value={word}
          onChange={(event) => setBegun({ ...typed, word: event.target.value })}
          error={isTooLong}
          helperText={isTooLong && de.cases.characters(word.trim().length, longestWord)}
          multiline
          fullWidth
          slotProps={{ htmlInput: { autoComplete: 'off' } }}
        />
      </Box>
    </ConfirmDialog>
  );
}
