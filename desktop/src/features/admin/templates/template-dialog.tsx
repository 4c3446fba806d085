import { decisionKind } from '@amtsstube/shared/domain/decision';
import { templateId } from '@amtsstube/shared/domain/ids';
import { type LetterTemplate, templateContent } from '@amtsstube/shared/domain/letter-template';
import { z } from '@amtsstube/shared/domain/zod';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormGroup from '@mui/material/FormGroup';
import FormLabel from '@mui/material/FormLabel';
import TextField from '@mui/material/TextField';
import { useId, useState } from 'react';
import { de } from '../../../texts/de.ts';
import { ActionNotice } from '../../../ui/action-notice.tsx';
import { useSettings } from '../../../ui/names.ts';
import type { Action } from '../../../ui/use-action.ts';
import { useFormDraft } from '../../../ui/use-form-draft.ts';
import { useIsNarrow } from '../../../ui/use-is-narrow.ts';
import { ServicesField } from './services-field.tsx';
import { changesOf, contentOf, placeholdersFor, type TemplateField, unknownIn } from './template-content.ts';
import { TemplatePreview } from './template-preview.tsx';
import { TextWithGaps } from './text-with-gaps.tsx';

const draft = z.object({ from: templateContent, to: z.object(templateContent.shape) });

interface TemplateDialogProps {
  readonly template: LetterTemplate;
  /** Not the town's yet: one that is shipped, or a new one. */
  readonly isNew: boolean;
  readonly action: Action;
  readonly onClose: () => void;
}

/** A template in work. What is wrong is said at its field before it can be saved; another's change is not undone unseen. */
export function TemplateDialog({ template, isNew, action, onClose }: TemplateDialogProps) {
  const [opened] = useState(() => contentOf(template));
  const [begun, setBegun] = useFormDraft(`admin/template/${template.id}`, draft);
  const settings = useSettings();
  const titleId = useId();
  const isNarrow = useIsNarrow();
  const { from, to } = begun ?? { from: opened, to: opened };
  const known = placeholdersFor(settings, to);
  const unknown = unknownIn(to, known);
  const text = de.letters.admin;
  const change = (changed: Partial<typeof to>) => setBegun({ from, to: { ...to, ...changed } });
  const problemOf = (field: TemplateField) => {
    const found = unknown.find((each) => each.field === field);
    return found && text.unknown(found.name, found.line);
  };
  const isValid = templateContent.safeParse(to).success && unknown.length === 0;

  async function save() {
    if (!isValid) return;
    const payload = isNew
      ? ({ action: 'add', templateId: templateId.parse(crypto.randomUUID()), template: to } as const)
      : changesOf(template.id, from, to);
    if (payload === undefined || (await action.perform('putTemplate', payload))) close();
  }

  function close() {
    setBegun(undefined);
    onClose();
  }

  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} fullScreen={isNarrow} fullWidth maxWidth="lg">
      <DialogTitle id={titleId}>{isNew ? text.newTemplate : text.changeTemplate(template.name)}</DialogTitle>
      <DialogContent>
        <Box sx={columns}>
          <Box sx={{ display: 'grid', gap: 2, minWidth: 0, pt: 1, alignContent: 'start' }}>
            <TextField
              label={de.admin.fields.name}
              value={to.name}
              error={to.name.trim() === ''}
              onChange={(event) => change({ name: event.target.value })}
              autoFocus
            />
            <Box component="fieldset" sx={{ border: 0, m: 0, p: 0, minWidth: 0 }}>
              <FormLabel component="legend">{text.kinds}</FormLabel>
              <FormGroup row>
                {decisionKind.options.map((kind) => (
                  <FormControlLabel
                    key={kind}
                    label={de.cases.decision.kinds[kind]}
                    control={
                      <Checkbox
                        checked={to.decisionKinds.includes(kind)}
                        onChange={(_event, isChosen) =>
                          change({
                            decisionKinds: decisionKind.options.filter((each) =>
                              each === kind ? isChosen : to.decisionKinds.includes(each),
                            ),
                          })
                        }
                      />
                    }
                  />
                ))}
              </FormGroup>
            </Box>
            <ServicesField chosen={to.forServices} onChange={(forServices) => change({ forServices })} />
            {(['subject', 'text', 'closing', 'legalRemedy'] as const).map((field) => (
              <TextWithGaps
                key={field}
                label={text.fields[field]}
                text={to[field]}
                known={known}
                problem={problemOf(field)}
                isLong={field === 'text' || field === 'legalRemedy'}
                onChange={(changed) => change({ [field]: changed })}
              />
            ))}
            <FormControlLabel
              label={text.byHand}
              control={
                <Checkbox
                  checked={to.signature === 'byHand'}
                  onChange={(_event, isByHand) => change({ signature: isByHand ? 'byHand' : 'none' })}
                />
              }
            />
          </Box>
          <TemplatePreview id={template.id} content={to} />
        </Box>
        {action.state.state === 'failed' && <ActionNotice state={action.state} />}
      </DialogContent>
      <DialogActions>
        <Button onClick={close}>{de.app.cancel}</Button>
        <Button
          variant="contained"
          disabled={!isValid || action.state.state === 'saving'}
          onClick={() => void save()}
        >
          {de.admin.save}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

const columns = {
  display: 'grid',
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1.2fr) minmax(0, 1fr)' },
  gap: 3,
} as const;
