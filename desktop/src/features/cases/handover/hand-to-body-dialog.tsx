import type { Case } from '@amtsstube/shared/domain/case';
import { z } from '@amtsstube/shared/domain/zod';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { de } from '../../../texts/de.ts';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import type { Action } from '../../../ui/use-action.ts';
import { useFormDraft } from '../../../ui/use-form-draft.ts';
import type { DistrictBody } from './responsible-body.ts';

const longest = { name: 160, word: 2000 } as const;

const typedHandOver = z.object({ bodyName: z.string(), word: z.string() });

interface HandToBodyDialogProps {
  readonly openCase: Case;
  readonly district: DistrictBody | undefined;
  readonly action: Action;
  readonly onClose: () => void;
}

/** To whom, and what the letter to them says. The applicant is told by itself. */
export function HandToBodyDialog({ openCase, district, action, onClose }: HandToBodyDialogProps) {
  const text = de.handover;
  const [begun, setBegun] = useFormDraft(`hand-to-body/${openCase.id}`, typedHandOver);
  const typed = begun ?? { bodyName: district?.name ?? '', word: '' };
  const { bodyName, word } = typed;
  const [isAsked, setIsAsked] = useState(false);
  const nameProblem =
    bodyName.length > longest.name
      ? de.cases.characters(bodyName.length, longest.name)
      : isAsked && bodyName.trim() === ''
        ? text.bodyMissing
        : undefined;
  const isWordTooLong = word.length > longest.word;

  async function handOver() {
    setIsAsked(true);
    if (bodyName.trim() === '' || bodyName.length > longest.name || isWordTooLong) return;
    // typed in lines or with commas, it reads the same
    const body = bodyName.trim().replaceAll(/,?\s*\n\s*/g, ', ');
    const payload = { caseId: openCase.id, bodyName: body, word: word.trim() };
    if (!(await action.perform('handToBody', payload))) return;
    setBegun(undefined);
    onClose();
  }

  return (
    <ConfirmDialog
      open
      title={text.dialogTitle}
      confirm={text.confirm}
      busy={action.state.state === 'saving'}
      action={action}
      onConfirm={() => void handOver()}
      onCancel={onClose}
    >
      <TextField
        label={text.body}
        value={bodyName}
        onChange={(event) => setBegun({ ...typed, bodyName: event.target.value })}
        error={nameProblem !== undefined}
        helperText={nameProblem ?? text.bodyHelp}
        required
        fullWidth
        multiline
        margin="dense"
      />
      <TextField
        label={text.word}
        value={word}
        onChange={(event) => setBegun({ ...typed, word: event.target.value })}
        error={isWordTooLong}
        helperText={isWordTooLong ? de.cases.characters(word.length, longest.word) : text.wordHelp}
        fullWidth
        multiline
        minRows={3}
        margin="dense"
      />
      <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
        {text.whatFollows}
      </Typography>
    </ConfirmDialog>
  );
}
