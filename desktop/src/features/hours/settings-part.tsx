import type { BookingSettings } from '@amtsstube/shared/domain/appointments/booking-settings';
import { z } from '@amtsstube/shared/domain/zod';
import type { PayloadOf } from '@amtsstube/shared/operations/registry';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { de } from '../../texts/de.ts';
import { ActionNotice } from '../../ui/action-notice.tsx';
import { Part } from '../../ui/part.tsx';
import { SubmitForm } from '../../ui/submit-form.tsx';
import { useAction } from '../../ui/use-action.ts';
import { useFormDraft } from '../../ui/use-form-draft.ts';
import { bounds, changesOf, type SettingField, settingFields, settingOf } from './setting-fields.ts';

const draftSchema = z.partialRecord(z.enum(settingFields), z.object({ from: z.number(), to: z.string() }));

/** How long times are kept for whom. Only what was typed differs from what is shown. */
export function SettingsPart({ booking }: { readonly booking: BookingSettings }) {
  const text = de.hours.settings;
  const action = useAction();
  const [typed = {}, setTyped] = useFormDraft('hours/settings', draftSchema);
  const [wrong, setWrong] = useState<readonly SettingField[]>([]);
  const [isUnchanged, setIsUnchanged] = useState(false);

  async function save(): Promise<void> {
    const found = changesOf(typed);
    setWrong(found.ok ? [] : found.wrong);
    if (!found.ok) return;
    setIsUnchanged(found.changes === undefined);
    if (found.changes === undefined) setTyped(undefined);
    else if (await action.perform('changeBooking', found.changes satisfies PayloadOf<'changeBooking'>))
      setTyped(undefined);
  }

  return (
    <Part title={text.title}>
      <SubmitForm onSubmit={save} sx={{ display: 'grid', gap: 2, maxWidth: '24rem' }}>
        {settingFields.map((field) => (
          <TextField
            key={field}
            size="small"
            label={text[field]}
            value={typed[field]?.to ?? String(settingOf(booking, field))}
            onChange={({ target }) => {
              setIsUnchanged(false);
              setTyped({
                ...typed,
                [field]: { from: typed[field]?.from ?? settingOf(booking, field), to: target.value },
              });
            }}
            error={wrong.includes(field)}
            helperText={wrong.includes(field) && wrongWords(field)}
            slotProps={{ htmlInput: { inputMode: 'numeric', autoComplete: 'off', maxLength: 6 } }}
          />
        ))}
        <Box>
          <Button type="submit" variant="contained" disabled={action.state.state === 'saving'}>
            {text.save}
          </Button>
        </Box>
        <Box role="status">{isUnchanged && de.hours.weekly.unchanged}</Box>
        <ActionNotice state={action.state} />
      </SubmitForm>
    </Part>
  );
}

function wrongWords(field: SettingField): string {
  const text = de.hours.settings;
  if (field === 'stepMinutes') return text.wrongStep;
  return field === 'offerMinutes'
    ? de.hours.offer.wrongFives(...bounds[field])
    : text.wrong(...bounds[field]);
}
