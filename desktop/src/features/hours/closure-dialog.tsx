import { type Closure, closure } from '@amtsstube/shared/domain/appointments/booking-settings';
import type { Counter } from '@amtsstube/shared/domain/counter';
import { z } from '@amtsstube/shared/domain/zod';
import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { de } from '../../texts/de.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { readDate } from '../../ui/read-date.ts';
import type { Action } from '../../ui/use-action.ts';
import { useFormDraft } from '../../ui/use-form-draft.ts';
import { useToday } from '../../ui/use-today.ts';

const closureDraft = z.object({
  first: z.string(),
  last: z.string(),
  name: z.string(),
  isSome: z.boolean(),
  counterIds: z.array(z.string()),
});
type ClosureDraft = z.infer<typeof closureDraft>;

const nothing: ClosureDraft = { first: '', last: '', name: '', isSome: false, counterIds: [] };

interface ClosureDialogProps {
  readonly counters: readonly Counter[];
  readonly action: Action;
  /** `forget`: to be called once it is saved. */
  readonly onSave: (closure: Closure, forget: () => void) => void;
  readonly onClose: () => void;
}

/** Whole days on which all counters, or some, are shut. */
export function ClosureDialog({ counters, action, onSave, onClose }: ClosureDialogProps) {
  const today = useToday();
  const text = de.hours.closures;
  const [draft = nothing, setDraft] = useFormDraft('hours/closure', closureDraft);
  const [isTried, setIsTried] = useState(false);
  const change = (changed: Partial<ClosureDraft>) => setDraft({ ...draft, ...changed });
  const forget = () => setDraft(undefined);
  const firstOn = readDate(draft.first, today);
  const lastOn = draft.last.trim() === '' ? firstOn : readDate(draft.last, today);
  const isBackwards = firstOn !== undefined && lastOn !== undefined && lastOn < firstOn;
  const chosen = counters.filter(({ id }) => draft.counterIds.includes(id)).map(({ id }) => id);

  function save(): void {
    setIsTried(true);
    const name = draft.name.trim();
    if (firstOn === undefined || lastOn === undefined || isBackwards || name === '') return;
    if (draft.isSome && chosen.length === 0) return;
    const id = closure.shape.id.parse(crypto.randomUUID());
    onSave({ id, firstOn, lastOn, name, ...(draft.isSome && { counterIds: chosen }) }, forget);
  }

  return (
    <ConfirmDialog
      open
      title={text.add}
      confirm={text.save}
      busy={action.state.state === 'saving'}
      action={action}
      onConfirm={save}
      onCancel={() => {
        forget();
        onClose();
      }}
      onDismiss={onClose}
    >
      <Box sx={{ display: 'grid', gap: 2, pt: 0.5 }}>
        <DateField
          label={text.first}
          text={draft.first}
          onChange={(first) => change({ first })}
          problem={isTried && firstOn === undefined ? de.dates.notADate : undefined}
          required
          autoFocus
        />
        <DateField
          label={text.last}
          text={draft.last}
          onChange={(last) => change({ last })}
          problem={
            isTried && draft.last.trim() !== '' && lastOn === undefined
              ? de.dates.notADate
              : isTried && isBackwards
                ? text.lastBefore
                : undefined
          }
        />
        <TextField
          label={text.name}
          value={draft.name}
          onChange={({ target }) => change({ name: target.value })}
          error={isTried && draft.name.trim() === ''}
          helperText={isTried && draft.name.trim() === '' ? text.nameMissing : text.nameHelp}
          required
          slotProps={{ htmlInput: { autoComplete: 'off', maxLength: 120 } }}
        />
        <FormControl component="fieldset" error={isTried && draft.isSome && chosen.length === 0}>
          <FormLabel component="legend">{text.where}</FormLabel>
          <RadioGroup
            value={draft.isSome ? 'some' : 'all'}
            onChange={(_event, value) => change({ isSome: value === 'some' })}
          >
            <FormControlLabel value="all" control={<Radio />} label={text.all} />
            <FormControlLabel value="some" control={<Radio />} label={text.some} />
          </RadioGroup>
          {draft.isSome &&
            counters.map(({ id, name }) => (
              <FormControlLabel
                key={id}
                sx={{ ml: 2 }}
                label={name}
                control={
                  <Checkbox
                    checked={draft.counterIds.includes(id)}
                    onChange={(_event, isChosen) =>
                      change({
                        counterIds: [
                          ...draft.counterIds.filter((each) => each !== id),
                          ...(isChosen ? [id] : []),
                        ],
                      })
                    }
                  />
                }
              />
            ))}
          {isTried && draft.isSome && chosen.length === 0 && (
            <FormHelperText>{text.someMissing}</FormHelperText>
          )}
        </FormControl>
      </Box>
    </ConfirmDialog>
  );
}
