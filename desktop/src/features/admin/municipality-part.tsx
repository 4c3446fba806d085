import { type MunicipalitySettings, municipalitySettings } from '@amtsstube/shared/domain/settings';
import type { PayloadOf } from '@amtsstube/shared/operations/registry';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { de } from '../../texts/de.ts';
import { ActionNotice } from '../../ui/action-notice.tsx';
import { useSettings } from '../../ui/names.ts';
import { Part } from '../../ui/part.tsx';
import { useAction } from '../../ui/use-action.ts';

type Field = keyof PayloadOf<'changeMunicipality'>;

/** In the order of a letterhead; how long each may be, and how many lines it has. */
const fields: readonly { readonly field: Field; readonly longest: number; readonly lines?: number }[] = [
  { field: 'name', longest: 120 },
  { field: 'address', longest: 200, lines: 3 },
  { field: 'phone', longest: 60 },
  { field: 'email', longest: 254 },
  { field: 'web', longest: 200 },
  { field: 'openingHours', longest: 500, lines: 4 },
  { field: 'bankLine', longest: 200 },
  { field: 'officeHead', longest: 120 },
  { field: 'signatory', longest: 120 },
];

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
 * this person saw when she began to change it.
 */
function Letterhead({ shown }: { readonly shown: MunicipalitySettings }) {
  const [typed, setTyped] = useState<Readonly<Partial<Record<Field, { from: string; to: string }>>>>({});
  const [wrong, setWrong] = useState<'name' | 'email'>();
  const action = useAction();
  const text = de.admin.municipality;
  const now = (field: Field) => shown[field] ?? '';

  const change = (field: Field, to: string) =>
    setTyped((before) => ({ ...before, [field]: { from: before[field]?.from ?? now(field), to } }));

  async function save() {
    const changes = Object.fromEntries(
      Object.entries(typed)
        .map(([field, { from, to }]) => [field, { from, to: to.trim() }] as const)
        .filter(([, { from, to }]) => from !== to),
    ) as PayloadOf<'changeMunicipality'>;
    const { name, email } = municipalitySettings.shape;
    const isWrong =
      changes.name && !name.safeParse(changes.name.to).success
        ? 'name'
        : changes.email && !email.safeParse(changes.email.to).success
          ? 'email'
          : undefined;
    setWrong(isWrong);
    if (isWrong) document.getElementById(idOf(isWrong))?.focus();
    else if (Object.keys(changes).length === 0) setTyped({});
    else if (await action.perform('changeMunicipality', changes)) setTyped({});
  }

  return (
    <Box
      component="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      sx={{ display: 'grid', gap: 2, maxWidth: '40rem' }}
    >
      {fields.map(({ field, longest, lines }) => (
        <TextField
          key={field}
          id={idOf(field)}
          label={de.admin.fields[field]}
          value={typed[field]?.to ?? now(field)}
          multiline={lines !== undefined}
          minRows={lines}
          error={wrong === field}
          helperText={wrong === field ? text.wrong[wrong] : text.help[field as keyof typeof text.help]}
          onChange={(event) => change(field, event.target.value)}
          slotProps={{ htmlInput: { maxLength: longest, autoComplete: 'off' } }}
        />
      ))}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <Button type="submit" variant="contained" disabled={action.state.state === 'saving'}>
          {de.admin.save}
        </Button>
        {Object.keys(typed).length > 0 && <Button onClick={() => setTyped({})}>{text.discard}</Button>}
      </Box>
      <ActionNotice state={action.state} />
    </Box>
  );
}

function idOf(field: Field): string {
  return `municipality-${field}`;
}
