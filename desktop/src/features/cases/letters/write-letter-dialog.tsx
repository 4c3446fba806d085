import type { Case, Dossier } from '@amtsstube/shared/domain/case';
import { letterId } from '@amtsstube/shared/domain/ids';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { de } from '../../../texts/de.ts';
import { ActionNotice } from '../../../ui/action-notice.tsx';
import { useAction } from '../../../ui/use-action.ts';
import { useIsNarrow } from '../../../ui/use-is-narrow.ts';
import { LetterFields } from './letter-fields.tsx';
import { useLetter } from './use-letter.ts';

interface WriteLetterDialogProps {
  readonly openCase: Case;
  readonly dossier: Dossier;
  readonly onClose: () => void;
}

/** A letter that decides nothing. What is written stays until it is saved, also when the window is closed. */
export function WriteLetterDialog({ openCase, dossier, onClose }: WriteLetterDialogProps) {
  const action = useAction();
  const titleId = useId();
  const isNarrow = useIsNarrow();
  const letter = useLetter(openCase, dossier, {
    draftKey: `letter/${openCase.id}`,
    kind: undefined,
    reason: '',
  });
  const text = de.letters;

  async function save() {
    if (letter.draft === undefined || letter.draft.problems.length > 0) return;
    const payload = {
      caseId: openCase.id,
      letterId: letterId.parse(crypto.randomUUID()),
      letter: letter.draft.letter,
    };
    if (!(await action.perform('writeLetter', payload))) return;
    letter.clear();
    onClose();
  }

  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} fullScreen={isNarrow} fullWidth maxWidth="md">
      <DialogTitle id={titleId}>{text.writing}</DialogTitle>
      <DialogContent>
        <Typography variant="body2">{text.writeLead}</Typography>
        <LetterFields letter={letter} mayBeNone={false} isLocked={action.state.state === 'saving'} isOpen />
        <ActionNotice state={action.state} />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{de.app.cancel}</Button>
        <Button
          variant="contained"
          disabled={letter.draft === undefined || action.state.state === 'saving'}
          onClick={() => void save()}
        >
          {text.writeSave}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
