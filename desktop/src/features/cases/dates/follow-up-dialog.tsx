import type { Case } from '@amtsstube/shared/domain/case';
import { formatLocalDate } from '@amtsstube/shared/domain/time';
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { de } from '../../../texts/de.ts';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { readDate } from '../../../ui/read-date.ts';
import type { Action } from '../../../ui/use-action.ts';
import { useToday } from '../../../ui/use-today.ts';

/** What the operation takes (`followUp.word`). */
const longestWord = 500;

interface FollowUpDialogProps {
  readonly openCase: Case;
  readonly action: Action;
  readonly onClose: () => void;
}

/** When the case is to be seen again, and why. Begins with what is set. */
export function FollowUpDialog({ openCase, action, onClose }: FollowUpDialogProps) {
  const { id: caseId, followUp } = openCase;
  const today = useToday();
  const [day, setDay] = useState(followUp ? formatLocalDate(followUp.on) : '');
  const [word, setWord] = useState(followUp?.word ?? '');
  const [isTried, setIsTried] = useState(false);
  const text = de.dates.settingFollowUp;
  const on = readDate(day, today);
  const problem = on === undefined ? de.dates.notADate : on < today ? de.dates.isOver : undefined;
  const isTooLong = word.trim().length > longestWord;

  async function save() {
    setIsTried(true);
    if (on === undefined || problem !== undefined || isTooLong) return;
    await action.perform('setFollowUp', { caseId, on, word: word.trim() });
    onClose();
  }

  return (
    <ConfirmDialog
      open
      title={text.title}
      confirm={text.save}
      busy={action.state.state === 'saving'}
      onConfirm={() => void save()}
      onCancel={onClose}
    >
      <Box sx={{ display: 'grid', gap: 2, pt: 0.5 }}>
        <Typography>{text.lead}</Typography>
        <DateField
          label={text.on}
          text={day}
          onChange={setDay}
          required
          isDeadline
          problem={isTried ? problem : undefined}
          autoFocus
        />
        <TextField
          label={text.word}
          value={word}
          onChange={(event) => setWord(event.target.value)}
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
