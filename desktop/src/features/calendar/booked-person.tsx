import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { de } from '../../texts/de.ts';
import { CaseField } from './case-field.tsx';
import type { BookingForm } from './use-booking-form.ts';

/** Who comes, and what she says about it. Only the name is asked for. */
export function BookedPerson({ form }: { readonly form: BookingForm }) {
  const { draft, change, isTried, problems } = form;
  const text = de.calendar.booking;
  const isNameMissing = isTried && problems.name;
  const isUnreachable = form.wish.is && form.wish.isUnreachable;
  const isEmailWrong = isTried && problems.email;
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 2, alignContent: 'start' }}>
      <TextField
        label={text.name}
        value={draft.name}
        onChange={(event) => change({ name: event.target.value })}
        error={isNameMissing}
        helperText={isNameMissing && text.nameMissing}
        required
        autoFocus
        slotProps={{ htmlInput: { autoComplete: 'off', maxLength: 120 } }}
      />
      <TextField
        label={text.phone}
        value={draft.phone}
        onChange={(event) => change({ phone: event.target.value })}
        error={isUnreachable}
        helperText={isUnreachable && de.calendar.wish.unreachable}
        slotProps={{ htmlInput: { autoComplete: 'off', inputMode: 'tel', maxLength: 60 } }}
      />
      <TextField
        label={text.email}
        value={draft.email}
        onChange={(event) => change({ email: event.target.value })}
        error={isEmailWrong}
        helperText={isEmailWrong ? text.emailWrong : text.emailHelp}
        slotProps={{ htmlInput: { autoComplete: 'off', inputMode: 'email', maxLength: 254 } }}
      />
      {draft.email.trim() !== '' && (
        <TextField
          select
          label={text.language}
          value={draft.language}
          onChange={(event) => change({ language: event.target.value === 'en' ? 'en' : 'de' })}
          slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}
        >
          {(['de', 'en'] as const).map((each) => (
            <option key={each} value={each}>
              {de.calendar.details.languages[each]}
            </option>
          ))}
        </TextField>
      )}
      <TextField
        label={text.remark}
        value={draft.remark}
        onChange={(event) => change({ remark: event.target.value })}
        multiline
        maxRows={4}
        slotProps={{ htmlInput: { autoComplete: 'off', maxLength: 500 } }}
      />
      <CaseField caseId={draft.caseId} onChange={(caseId) => change({ caseId })} />
    </Box>
  );
}
