import type { Case } from '@amtsstube/shared/domain/case';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { de } from '../../texts/de.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { compareGerman } from '../../ui/german-text.ts';
import { useClerks } from '../../ui/names.ts';
import type { Action } from '../../ui/use-action.ts';
import { useDraft } from '../../ui/use-draft.ts';
import { WordField } from './word-field.tsx';

interface HandOverDialogProps {
  readonly openCase: Case;
  readonly action: Action;
  readonly onClose: () => void;
}

/** To a colleague of the same department. */
export function HandOverDialog({ openCase, action, onClose }: HandOverDialogProps) {
  const colleagues = useClerks()
    .filter(
      (clerk) => clerk.id !== openCase.assigneeId && clerk.departmentIds.includes(openCase.departmentId),
    )
    .toSorted((left, right) => compareGerman(left.name, right.name));
  const [chosenId, setChosenId] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const [word, setWord] = useDraft(`hand-over/${openCase.id}`);

  async function handOver() {
    const chosen = colleagues.find((clerk) => clerk.id === chosenId);
    setIsMissing(chosen === undefined);
    if (chosen === undefined) return;
    const payload = { action: 'handOver', caseId: openCase.id, toId: chosen.id, word: word.trim() } as const;
    if (await action.perform('assignCase', payload)) setWord('');
    onClose();
  }

  return (
    <ConfirmDialog
      open
      title={de.cases.actions.handOverTitle}
      confirm={de.cases.actions.handOverConfirm}
      busy={action.state.state === 'saving'}
      onConfirm={() => void handOver()}
      onCancel={onClose}
    >
      {colleagues.length === 0 ? (
        <Typography>{de.cases.actions.nobodyElse}</Typography>
      ) : (
        <TextField
          select
          required
          label={de.cases.actions.toClerk}
          value={chosenId}
          onChange={(event) => setChosenId(event.target.value)}
          error={isMissing}
          helperText={isMissing ? de.cases.actions.chooseClerk : undefined}
          fullWidth
          margin="dense"
        >
          {colleagues.map((clerk) => (
            <MenuItem key={clerk.id} value={clerk.id}>
              {clerk.name}
            </MenuItem>
          ))}
        </TextField>
      )}
      <WordField word={word} onChange={setWord} />
    </ConfirmDialog>
  );
}
