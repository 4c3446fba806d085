import { formatLocalDate, type LocalDate } from '@amtsstube/shared/domain/time';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { de } from '../../texts/de.ts';
import { readDate } from '../../ui/read-date.ts';
import { SubmitForm } from '../../ui/submit-form.tsx';
import { useToday } from '../../ui/use-today.ts';

/** A day typed as people here write it, also `+14`; Enter goes there. */
export function DayJump(props: { readonly on: LocalDate; readonly onJump: (on: LocalDate) => void }) {
  const { on, onJump } = props;
  /** undefined: the day that is shown. */
  const [typed, setTyped] = useState<string>();
  const [isWrong, setIsWrong] = useState(false);
  const today = useToday();

  function jump() {
    const wanted = readDate(typed ?? formatLocalDate(on), today);
    setIsWrong(wanted === undefined);
    if (wanted === undefined) return;
    setTyped(undefined);
    onJump(wanted);
  }

  return (
    <SubmitForm onSubmit={jump}>
      <TextField
        size="small"
        label={de.calendar.toDay}
        value={typed ?? formatLocalDate(on)}
        onChange={(event) => setTyped(event.target.value)}
        onFocus={(event) => event.target.select()}
        error={isWrong}
        helperText={isWrong && de.dates.notADate}
        slotProps={{ htmlInput: { autoComplete: 'off', maxLength: 10, size: 10 } }}
      />
    </SubmitForm>
  );
}
