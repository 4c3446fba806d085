import type { FormDefinition } from '@amtsstube/shared/domain/form';
import { formVersionId } from '@amtsstube/shared/domain/ids';
import Box from '@mui/material/Box';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { de } from '../../../texts/de.ts';
import { ActionNotice } from '../../../ui/action-notice.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import type { Action } from '../../../ui/use-action.ts';
import { ChangeList } from './change-list.tsx';
import { compareForms } from './compare-forms.ts';
import type { FormEditor } from './use-form-editor.ts';

interface PublishDialogProps {
  readonly editor: FormEditor;
  readonly form: FormDefinition;
  readonly action: Action;
  readonly onClose: () => void;
}

/** Says what becomes of applications that are begun or running before a new version is published. */
export function PublishDialog({ editor, form, action, onClose }: PublishDialogProps) {
  const { current, service, basedOn } = editor;
  const [formerMayFinish, setFormerMayFinish] = useState(true);
  const labelId = useId();
  const text = de.formEditor.publishing;
  const changes = current && compareForms(current.form, form);
  const { dropped = [], asked = [] } = changes ?? {};

  async function publish() {
    const id = `${service.id}.${crypto.randomUUID().slice(0, 8)}`;
    const isSaved = await action.perform('putForm', {
      action: 'publish',
      serviceId: service.id,
      formVersionId: formVersionId.parse(id),
      basedOn,
      form,
      formerMayFinish,
    });
    if (!isSaved) return;
    editor.discard();
    onClose();
  }

  return (
    <ConfirmDialog
      open
      title={text.title}
      confirm={text.confirm}
      busy={action.state.state === 'saving'}
      onConfirm={() => void publish()}
      onCancel={onClose}
    >
      <Box sx={{ display: 'grid', gap: 2 }}>
        <Typography>{text.text}</Typography>
        {changes && (
          <Box>
            <Typography variant="h3" sx={{ mb: 0.5 }}>
              {de.formEditor.changes.title}
            </Typography>
            <ChangeList sentences={changes.sentences} />
          </Box>
        )}
        {current && (
          <Box>
            <Typography variant="h3" sx={{ mb: 0.5 }}>
              {text.running}
            </Typography>
            <Typography sx={{ mb: 1 }}>{text.cases}</Typography>
            <FormControl>
              <FormLabel id={labelId}>{text.begun}</FormLabel>
              <RadioGroup
                aria-labelledby={labelId}
                value={formerMayFinish ? 'finish' : 'end'}
                onChange={(_event, chosen) => setFormerMayFinish(chosen === 'finish')}
              >
                <FormControlLabel value="finish" control={<Radio />} label={text.formerMayFinish} />
                <FormControlLabel value="end" control={<Radio />} label={text.formerEnds} />
              </RadioGroup>
            </FormControl>
            {!formerMayFinish && (
              <Typography role="status">
                {dropped.length > 0 ? text.dropped(dropped.join(', ')) : text.nothingLost}{' '}
                {asked.length > 0 && text.asked(asked.join(', '))}
              </Typography>
            )}
          </Box>
        )}
      </Box>
      {action.state.state === 'failed' && <ActionNotice state={action.state} />}
    </ConfirmDialog>
  );
}
