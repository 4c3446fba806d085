import type { CaseId } from '@amtsstube/shared/domain/ids';
import type { Question } from '@amtsstube/shared/domain/question';
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { de } from '../../../texts/de.ts';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import type { Action } from '../../../ui/use-action.ts';
import { useDraft } from '../../../ui/use-draft.ts';

/** What the operation takes (`answerText`). */
const longest = 5000;

interface CloseQuestionDialogProps {
  readonly caseId: CaseId;
  readonly question: Pick<Question, 'id' | 'text'>;
  readonly as: 'closed' | 'withdrawn';
  readonly action: Action;
  readonly onClose: () => void;
}

/** Ends a question: answered by other means, with what was said; or taken back. */
export function CloseQuestionDialog({ caseId, question, as, action, onClose }: CloseQuestionDialogProps) {
  const [text, setText] = useDraft(`close-question/${caseId}/${question.id}/${as}`);
  const [isTried, setIsTried] = useState(false);
  const said = de.questions.closing;
  const isClosing = as === 'closed';
  const isMissing = isTried && isClosing && text.trim() === '';
  const isTooLong = text.trim().length > longest;

  async function save() {
    setIsTried(true);
    if (isTooLong || (isClosing && text.trim() === '')) return;
    const payload = { caseId, questionId: question.id, as, text: text.trim() };
    if (!(await action.perform('closeQuestion', payload))) return;
    setText('');
    onClose();
  }

  return (
    <ConfirmDialog
      open
      title={isClosing ? said.closeTitle : said.withdrawTitle}
      confirm={isClosing ? said.closeConfirm : said.withdrawConfirm}
      busy={action.state.state === 'saving'}
      action={action}
      onConfirm={() => void save()}
      onCancel={onClose}
    >
      <Box sx={{ display: 'grid', gap: 2 }}>
        <Typography>{isClosing ? said.closeLead : said.withdrawLead}</Typography>
        <TextField
          label={isClosing ? said.closeText : said.withdrawText}
          value={text}
          onChange={(event) => setText(event.target.value)}
          error={isMissing || isTooLong}
          helperText={
            isTooLong ? de.cases.characters(text.trim().length, longest) : isMissing && said.closeMissing
          }
          required={isClosing}
          autoFocus
          multiline
          minRows={2}
          fullWidth
          slotProps={{ htmlInput: { autoComplete: 'off' } }}
        />
      </Box>
    </ConfirmDialog>
  );
}
