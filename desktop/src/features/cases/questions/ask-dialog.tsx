import type { Case, Dossier } from '@amtsstube/shared/domain/case';
import { questionId } from '@amtsstube/shared/domain/ids';
import { addDays, formatLocalDate } from '@amtsstube/shared/domain/time';
import { workingDayFrom } from '@amtsstube/shared/domain/working-days';
import { z } from '@amtsstube/shared/domain/zod';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormGroup from '@mui/material/FormGroup';
import FormLabel from '@mui/material/FormLabel';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useMemo, useState } from 'react';
import { de } from '../../../texts/de.ts';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { useSettings } from '../../../ui/names.ts';
import { readDate } from '../../../ui/read-date.ts';
import type { Action } from '../../../ui/use-action.ts';
import { useFormDraft } from '../../../ui/use-form-draft.ts';
import { useToday } from '../../../ui/use-today.ts';
import { askedFor, documentsOfForm } from './asked-documents.ts';

/** What the operation takes (`questionText`, `askedDocuments`). */
const longestText = 3000;
const longestDocument = 200;
const mostDocuments = 30;
/** What is usual, and can be changed. */
const usualDays = 14;

const typedQuestion = z.object({
  text: z.string(),
  more: z.string(),
  chosen: z.array(z.string()),
  by: z.string(),
});

interface AskDialogProps {
  readonly openCase: Case;
  readonly dossier: Dossier;
  readonly action: Action;
  readonly onClose: () => void;
}

/** Asks the applicant: a text, documents from the form's list or free ones, and by when. */
export function AskDialog({ openCase, dossier, action, onClose }: AskDialogProps) {
  const settings = useSettings();
  const today = useToday();
  const [begun, setBegun] = useFormDraft(`ask/${openCase.id}`, typedQuestion);
  const typed = begun ?? {
    text: '',
    more: '',
    chosen: [],
    by: formatLocalDate(workingDayFrom(addDays(today, usualDays))),
  };
  const { text, more, chosen, by } = typed;
  const change = (changed: Partial<typeof typed>) => setBegun({ ...typed, ...changed });
  const [isTried, setIsTried] = useState(false);
  const offered = useMemo(() => documentsOfForm(settings, dossier), [settings, dossier]);
  const documents = askedFor(chosen, more);
  const answerBy = readDate(by, today);
  const said = de.questions.asking;

  const isEmpty = text.trim() === '' && documents.length === 0;
  const isTooLong = text.trim().length > longestText;
  const areTooMany =
    documents.length > mostDocuments || documents.some(({ length }) => length > longestDocument);
  const dateProblem =
    answerBy === undefined ? de.dates.notADate : answerBy < today ? de.dates.isOver : undefined;

  async function ask() {
    setIsTried(true);
    if (isEmpty || isTooLong || areTooMany || answerBy === undefined || dateProblem !== undefined) return;
    const payload = {
      caseId: openCase.id,
      questionId: questionId.parse(crypto.randomUUID()),
      text: text.trim(),
      documents: [...documents],
      answerBy,
    };
    if (!(await action.perform('askApplicant', payload))) return;
    setBegun(undefined);
    onClose();
  }

  return (
    <ConfirmDialog
      open
      title={said.title}
      confirm={said.save}
      busy={action.state.state === 'saving'}
      action={action}
      onConfirm={() => void ask()}
      onCancel={onClose}
    >
      <Box sx={{ display: 'grid', gap: 2, pt: 0.5 }}>
        <Typography variant="body2">
          {said.lead} {dossier.contactEmail === null ? said.notMailed : said.mailed(dossier.contactEmail)}
        </Typography>
        <TextField
          label={said.text}
          value={text}
          onChange={(event) => change({ text: event.target.value })}
          error={isTooLong}
          helperText={isTooLong && de.cases.characters(text.trim().length, longestText)}
          autoFocus
          multiline
          minRows={3}
          maxRows={12}
          fullWidth
          slotProps={{ htmlInput: { autoComplete: 'off' } }}
        />
        {offered.length > 0 && (
          <Box component="fieldset" sx={{ border: 0, m: 0, p: 0, minWidth: 0 }}>
            <FormLabel component="legend">{said.documents}</FormLabel>
            <FormGroup>
              {offered.map((label) => (
                <FormControlLabel
                  key={label}
                  label={label}
                  control={
                    <Checkbox
                      checked={chosen.includes(label)}
                      onChange={(_event, isChosen) =>
                        change({
                          chosen: isChosen ? [...chosen, label] : chosen.filter((each) => each !== label),
                        })
                      }
                    />
                  }
                />
              ))}
            </FormGroup>
          </Box>
        )}
        <TextField
          label={said.more}
          value={more}
          onChange={(event) => change({ more: event.target.value })}
          error={areTooMany}
          helperText={areTooMany ? said.tooManyDocuments(mostDocuments) : said.moreHelp}
          multiline
          minRows={1}
          maxRows={6}
          fullWidth
          slotProps={{ htmlInput: { autoComplete: 'off' } }}
        />
        <DateField
          label={said.answerBy}
          text={by}
          onChange={(changed) => change({ by: changed })}
          required
          isDeadline
          problem={isTried ? dateProblem : undefined}
        />
        {isTried && isEmpty && <Alert severity="error">{said.empty}</Alert>}
      </Box>
    </ConfirmDialog>
  );
}
