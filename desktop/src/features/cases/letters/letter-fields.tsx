import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { type ReactNode, useState } from 'react';
import { de } from '../../../texts/de.ts';
import { OwnText } from '../../../ui/own-text.tsx';
import { nowForPreview } from '../../../ui/use-letter-pdf.ts';
import { LetterPreview } from './letter-preview.tsx';
import { problemSentence } from './problem-sentence.ts';
import type { LetterInWork } from './use-letter.ts';

interface LetterFieldsProps {
  readonly letter: LetterInWork;
  /** A decision may go without one, a letter of its own may not. */
  readonly mayBeNone: boolean;
  readonly isLocked: boolean;
  /** Begins with the fields shown. */
  readonly isOpen?: boolean;
}

/** Which template, what of it is changed, what is missing, and what it looks like. */
export function LetterFields(props: LetterFieldsProps): ReactNode {
  const { letter, mayBeNone, isLocked } = props;
  const { templates, template, draft, written } = letter;
  const isChanged = [written.addressee, written.subject, written.text].some((field) => field !== undefined);
  const [isOpen, setIsOpen] = useState(isChanged || props.isOpen === true);
  const text = de.letters;
  return (
    <Box sx={{ display: 'grid', gap: 1.5, mt: 2 }}>
      <TextField
        select
        label={text.template}
        value={template?.id ?? ''}
        disabled={isLocked}
        onChange={(event) =>
          letter.change({
            templateId: event.target.value,
            addressee: written.addressee,
            subject: undefined,
            text: undefined,
          })
        }
        slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
      >
        {templates.map(({ id, name }) => (
          <MenuItem key={id} value={id}>
            {name}
          </MenuItem>
        ))}
        {mayBeNone && <MenuItem value="">{text.noLetter}</MenuItem>}
      </TextField>
      {letter.forOthers.map(({ purpose, text: kept }) => (
        <OwnText
          key={purpose}
          label={text.keptForOther(purpose === 'other' ? '' : de.cases.decision.kinds[purpose])}
          text={kept}
        />
      ))}
      {template && draft === undefined && <Alert severity="info">{text.waits}</Alert>}
      {draft && (
        <>
          <Box>
            <Button size="small" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
              {text.edit}
            </Button>
          </Box>
          {isOpen && template && (
            <Box sx={{ display: 'grid', gap: 1.5 }}>
              <TextField
                label={text.addressee}
                helperText={text.addresseeHelp}
                value={letter.fields.addressee}
                onChange={(event) => letter.change({ addressee: event.target.value })}
                multiline
                minRows={3}
                disabled={isLocked}
              />
              <TextField
                label={text.subject}
                value={letter.fields.subject}
                onChange={(event) => letter.change({ subject: event.target.value })}
                disabled={isLocked}
              />
              <TextField
                label={text.text}
                helperText={text.textHelp}
                value={letter.fields.text}
                onChange={(event) => letter.change({ text: event.target.value })}
                multiline
                minRows={6}
                maxRows={24}
                disabled={isLocked}
              />
              {isChanged && (
                <Box>
                  <Button
                    size="small"
                    onClick={() =>
                      letter.change({ addressee: undefined, subject: undefined, text: undefined })
                    }
                  >
                    {text.asTemplate}
                  </Button>
                </Box>
              )}
            </Box>
          )}
          {draft.problems.length > 0 && (
            <Alert severity="warning">
              {draft.problems.map((problem) => (
                <div key={JSON.stringify(problem)}>{problemSentence(problem)}</div>
              ))}
            </Alert>
          )}
          <LetterPreview printed={{ letter: draft.letter, at: nowForPreview, isDraft: true }} />
        </>
      )}
    </Box>
  );
}
