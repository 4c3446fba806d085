import type { Service } from '@amtsstube/shared/domain/settings';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { de } from '../../../texts/de.ts';
import { ActionNotice } from '../../../ui/action-notice.tsx';
import { Part } from '../../../ui/part.tsx';
import { SubmitForm } from '../../../ui/submit-form.tsx';
import { useAction } from '../../../ui/use-action.ts';
import { useFormDraft } from '../../../ui/use-form-draft.ts';
import {
  fieldsOfService,
  type ServiceField,
  serviceChangesOf,
  serviceTextOf,
  type TypedService,
  typedService,
} from './service-fields.ts';
import { ServiceSwitches } from './service-switches.tsx';

/**
 * What citizens read about a service. Only what was typed differs from what is shown; where somebody else changed the
 * same field meanwhile, that is said there, and she decides.
 */
export function ServiceTexts({ service }: { readonly service: Service }) {
  const [typed = nothing, setTyped] = useFormDraft(`admin/service/${service.id}`, typedService);
  const [wrong, setWrong] = useState<readonly ServiceField[]>([]);
  const [isUnchanged, setIsUnchanged] = useState(false);
  const action = useAction();
  const switching = useAction();
  const text = de.formEditor.texts;
  const isBegun = Object.keys(typed).length > 0;

  function change(field: ServiceField, to: string) {
    setIsUnchanged(false);
    setTyped({ ...typed, [field]: { from: typed[field]?.from ?? serviceTextOf(service, field), to } });
  }

  function forget(field: ServiceField) {
    const { [field]: _forgotten, ...rest } = typed;
    setTyped(Object.keys(rest).length === 0 ? undefined : rest);
  }

  async function save() {
    const found = serviceChangesOf(service, typed);
    setWrong(found.ok ? [] : found.wrong);
    if (!found.ok) document.getElementById(idOf(found.wrong[0] ?? 'name'))?.focus();
    else if (found.changes === undefined) {
      setTyped(undefined);
      setIsUnchanged(true);
    } else if (await action.perform('changeService', found.changes)) setTyped(undefined);
  }

  return (
    <Box sx={{ display: 'grid', gap: 4, maxWidth: '44rem' }}>
      <Part title={de.formEditor.parts.texts}>
        <Typography sx={{ mb: 2 }}>
          {text.lead} {service.description === undefined && text.noDescription}
        </Typography>
        <SubmitForm onSubmit={save} sx={{ display: 'grid', gap: 2 }}>
          {fieldsOfService(service).map((field) => {
            const now = serviceTextOf(service, field);
            const own = typed[field];
            const isOvertaken = own !== undefined && own.from !== now && own.to !== now;
            return (
              <Box key={field}>
                <ServiceInput
                  field={field}
                  value={own?.to ?? now}
                  isWrong={wrong.includes(field)}
                  onChange={(to) => change(field, to)}
                />
                {isOvertaken && (
                  <Alert severity="warning" sx={{ mt: 1 }}>
                    {text.changedMeanwhile(shownValue(field, now))}
                    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1 }}>
                      <Button size="small" color="inherit" onClick={() => forget(field)}>
                        {text.takeTheirs}
                      </Button>
                      <Button
                        size="small"
                        color="inherit"
                        onClick={() => setTyped({ ...typed, [field]: { from: now, to: own.to } })}
                      >
                        {text.keepMine}
                      </Button>
                    </Box>
                  </Alert>
                )}
              </Box>
            );
          })}
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
            <Button type="submit" variant="contained" disabled={action.state.state === 'saving'}>
              {de.formEditor.save}
            </Button>
            {isBegun && <Button onClick={() => setTyped(undefined)}>{de.formEditor.discard}</Button>}
          </Box>
          {isBegun && <Typography color="textSecondary">{text.begun}</Typography>}
          {isUnchanged && <Typography role="status">{de.formEditor.nothingChanged}</Typography>}
          <ActionNotice state={action.state} />
        </SubmitForm>
      </Part>
      <Part title={text.organisation}>
        <Typography sx={{ mb: 2 }}>{text.organisationLead}</Typography>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', mb: 1 }}>
          <ServiceSwitches service={service} action={switching} />
        </Box>
        <ActionNotice state={switching.state} />
      </Part>
    </Box>
  );
}

const nothing: TypedService = {};

interface ServiceInputProps {
  readonly field: ServiceField;
  readonly value: string;
  readonly isWrong: boolean;
  readonly onChange: (to: string) => void;
}

function ServiceInput({ field, value, isWrong, onChange }: ServiceInputProps) {
  const text = de.formEditor.texts;
  if (field === 'feeIsExample')
    return (
      <FormControlLabel
        label={text.feeIsExample}
        control={
          <Checkbox
            checked={value === 'yes'}
            onChange={(_event, isExample) => onChange(isExample ? 'yes' : 'no')}
          />
        }
      />
    );
  const isList = field === 'needs' || field === 'searchWords';
  const isLong = isList || ['summary', 'legalBasis', 'duration', 'feeSays'].includes(field);
  return (
    <TextField
      id={idOf(field)}
      label={labelOf(field)}
      value={value}
      // a sentence has one line, however many it takes on the screen
      onChange={({ target }) => onChange(isList ? target.value : target.value.replaceAll('\n', ' '))}
      fullWidth
      multiline={isLong}
      {...(isList && { minRows: 2 })}
      error={isWrong}
      helperText={isWrong ? text.problems[field] : text.help[field]}
      slotProps={{ htmlInput: { autoComplete: 'off' } }}
    />
  );
}

function labelOf(field: ServiceField): string {
  const { feeFrom, feeTo, feeSays, feeIsExample } = de.formEditor.texts;
  const own: Readonly<Record<string, string>> = {
    feeFrom,
    feeTo,
    feeSays,
    feeIsExample,
    ...de.serviceFields,
  };
  return own[field] ?? field;
}

function shownValue(field: ServiceField, now: string): string {
  if (field === 'feeIsExample') {
    const { yes, no } = de.cases.answerWords;
    return now === 'yes' ? yes : no;
  }
  return now === '' ? de.formEditor.texts.empty : now;
}

function idOf(field: ServiceField): string {
  return `service-${field}`;
}
