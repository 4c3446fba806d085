import type { MunicipalitySettings } from '@amtsstube/shared/domain/settings';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { de } from '../../texts/de.ts';
import { ActionNotice } from '../../ui/action-notice.tsx';
import { useSettings } from '../../ui/names.ts';
import { Part } from '../../ui/part.tsx';
import { SubmitForm } from '../../ui/submit-form.tsx';
import { useAction } from '../../ui/use-action.ts';
import { useFormDraft } from '../../ui/use-form-draft.ts';
import {
  changesOf,
  type MunicipalityField,
  municipalityFields,
  type Typed,
  textOf,
  typedDraft,
} from './municipality-fields.ts';

/** Name, address and what else stands on a letterhead and at the foot of the citizens' pages. */
export function MunicipalityPart() {
  const municipality = useSettings().find((each) => each.kind === 'municipality');
  const text = de.admin.municipality;
  return (
    <Part title={text.title}>
      <Typography sx={{ mb: 2, maxWidth: '40rem' }}>{text.lead}</Typography>
      {municipality ? (
        <Letterhead shown={municipality} />
      ) : (
        <Typography role="status">{text.loading}</Typography>
      )}
    </Part>
  );
}

/**
 * Only what was typed differs from what is shown; the rest follows what others change. A field is sent with the value
 * this person saw when she began to change it, which is kept with what she typed until it is saved.
 */
function Letterhead({ shown }: { readonly shown: MunicipalitySettings }) {
  const [typed = nothing, setTyped] = useFormDraft('admin/municipality', typedDraft);
  const [wrong, setWrong] = useState<{ readonly field: MunicipalityField; readonly says: string }>();
  const action = useAction();
  const text = de.admin.municipality;

  const isBegun = Object.keys(typed).length > 0;
  const change = (field: MunicipalityField, to: string) =>
    setTyped({ ...typed, [field]: { from: typed[field]?.from ?? textOf(shown, field), to } });

  async function save() {
    const found = changesOf(shown, typed);
    setWrong(found.ok ? undefined : found);
    if (!found.ok) document.getElementById(idOf(found.field))?.focus();
    else if (Object.keys(found.changes).length === 0) setTyped(undefined);
    else if (await action.perform('changeMunicipality', found.changes)) setTyped(undefined);
  }

  return (
    <SubmitForm onSubmit={save} sx={{ display: 'grid', gap: 2, maxWidth: '40rem' }}>
      {municipalityFields.map(({ field, longest, lines }) => (
        <TextField
          key={field}
          id={idOf(field)}
          label={de.admin.fields[field]}
          type={field === 'colour' ? 'color' : 'text'}
          value={typed[field]?.to ?? textOf(shown, field)}
          multiline={lines !== undefined}
          minRows={lines}
          error={wrong?.field === field}
          helperText={wrong?.field === field ? wrong.says : text.help[field as keyof typeof text.help]}
          onChange={(event) => change(field, event.target.value)}
          slotProps={{ htmlInput: { maxLength: longest, autoComplete: 'off' } }}
        />
      ))}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <Button type="submit" variant="contained" disabled={action.state.state === 'saving'}>
          {de.admin.save}
        </Button>
        {isBegun && <Button onClick={() => setTyped(undefined)}>{text.discard}</Button>}
      </Box>
      {isBegun && <Typography color="textSecondary">{text.begun}</Typography>}
      <ActionNotice state={action.state} />
    </SubmitForm>
  );
}

const nothing: Typed = {};

function idOf(field: MunicipalityField): string {
  return `municipality-${field}`;
}
