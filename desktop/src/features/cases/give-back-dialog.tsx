import type { Case } from '@amtsstube/shared/domain/case';
import { de } from '../../texts/de.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import type { Action } from '../../ui/use-action.ts';
import { useDraft } from '../../ui/use-draft.ts';
import { WordField } from './word-field.tsx';

interface GiveBackDialogProps {
  readonly openCase: Case;
  readonly action: Action;
  readonly onClose: () => void;
}

/** Back to the inbox, with a word to whoever takes it next. */
export function GiveBackDialog({ openCase, action, onClose }: GiveBackDialogProps) {
  const [word, setWord] = useDraft(`give-back/${openCase.id}`);

  async function giveBack() {
    const payload = { action: 'giveBack', caseId: openCase.id, word: word.trim() } as const;
    if (!(await action.perform('assignCase', payload))) return;
    setWord('');
    onClose();
  }

  return (
    <ConfirmDialog
      open
      title={de.cases.actions.giveBackTitle}
      confirm={de.cases.actions.giveBackConfirm}
      busy={action.state.state === 'saving'}
      action={action}
      onConfirm={() => void giveBack()}
      onCancel={onClose}
    >
      <WordField word={word} onChange={setWord} />
    </ConfirmDialog>
  );
}
