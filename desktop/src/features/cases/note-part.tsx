import type { Case } from '@amtsstube/shared/domain/case';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { de } from '../../texts/de.ts';
import { ActionNotice } from '../../ui/action-notice.tsx';
import { whyImpossible } from '../../ui/case-actions.ts';
import { useDesk } from '../../ui/desk-context.tsx';
import { impossibleSentence } from '../../ui/impossible-sentence.ts';
import { useNameOf } from '../../ui/names.ts';
import { Part } from '../../ui/part.tsx';
import { SubmitForm } from '../../ui/submit-form.tsx';
import { useAction } from '../../ui/use-action.ts';
import { useDraft } from '../../ui/use-draft.ts';
import { LongTextField } from './long-text-field.tsx';

/** Adds a note. The text stays in the field until it is saved, whatever happens in between. */
export function NotePart({ openCase }: { readonly openCase: Case }) {
  const { desk } = useDesk();
  const nameOf = useNameOf();
  const action = useAction();
  const [text, setText] = useDraft(`note/${openCase.id}`);
  const impossible = whyImpossible(desk.actor, 'note', openCase);

  async function save() {
    if (await action.perform('addNote', { caseId: openCase.id, text })) setText('');
  }

  return (
    <Part title={de.cases.note.title}>
      <SubmitForm onSubmit={save}>
        <LongTextField
          label={de.cases.note.label}
          text={text}
          onChange={setText}
          isLocked={impossible !== undefined || action.state.state === 'saving'}
        />
        <Box sx={{ display: 'grid', gap: 1, mt: 1.5, justifyItems: 'start' }}>
          <Button
            type="submit"
            variant="outlined"
            disabled={impossible !== undefined || action.state.state === 'saving'}
          >
            {de.cases.note.save}
          </Button>
          {impossible && (
            <Typography variant="body2" color="textSecondary">
              {impossibleSentence(impossible, nameOf)}
            </Typography>
          )}
          <ActionNotice state={action.state} />
        </Box>
      </SubmitForm>
    </Part>
  );
}
