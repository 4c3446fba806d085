import type { OpeningException } from '@amtsstube/shared/domain/appointments/opening-hours';
import type { Counter } from '@amtsstube/shared/domain/counter';
import { formatLocalDate } from '@amtsstube/shared/domain/time';
import { z } from '@amtsstube/shared/domain/zod';
import DeleteOutline from '@mui/icons-material/DeleteOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { de } from '../../texts/de.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { readDate } from '../../ui/read-date.ts';
import type { Action } from '../../ui/use-action.ts';
import { useFormDraft } from '../../ui/use-form-draft.ts';
import { useToday } from '../../ui/use-today.ts';
import { type LineProblem, readRanges, typedRange, typedRangeOf } from './hours-draft.ts';
import { lineWords, problemWords } from './line-words.ts';
import { RangeFields } from './range-fields.tsx';

const exceptionDraft = z.object({
  day: z.string(),
  ranges: z.array(typedRange).max(10),
  reason: z.string(),
});

interface ExceptionDialogProps {
  readonly counter: Counter;
  /** undefined: a day that is added. */
  readonly before: OpeningException | undefined;
  readonly action: Action;
  /** `forget`: to be called once it is saved. */
  readonly onSave: (exception: OpeningException, forget: () => void) => void;
  readonly onClose: () => void;
}

/** One day that is otherwise. Without a range the counter is closed then. */
export function ExceptionDialog({ counter, before, action, onSave, onClose }: ExceptionDialogProps) {
  const today = useToday();
  const text = de.hours.exceptions;
  const [begun, setBegun] = useFormDraft(`hours/${counter.id}/${before?.on ?? 'day'}`, exceptionDraft);
  const [problems, setProblems] = useState<readonly (LineProblem | undefined)[]>([]);
  const [dayIsWrong, setDayIsWrong] = useState<string>();
  const draft = begun ?? {
    day: before ? formatLocalDate(before.on) : '',
    ranges: before?.ranges.map(typedRangeOf) ?? [],
    reason: before?.reason ?? '',
  };
  const change = (changed: Partial<typeof draft>) => {
    setProblems([]);
    setBegun({ ...draft, ...changed });
  };

  const forget = () => setBegun(undefined);

  function save(): void {
    const on = before?.on ?? readDate(draft.day, today);
    const read = readRanges(draft.ranges, on ?? today);
    setDayIsWrong(on === undefined ? de.dates.notADate : on < today ? text.past : undefined);
    setProblems(read.ok ? [] : read.problems);
    if (on === undefined || on < today || !read.ok) return;
    onSave({ on, ranges: [...read.read], reason: draft.reason.trim() }, forget);
  }

  return (
    <ConfirmDialog
      open
      title={text.addTitle}
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
        {before ? (
          <Typography>{formatLocalDate(before.on)}</Typography>
        ) : (
          <DateField
            label={text.day}
            text={draft.day}
            onChange={(day) => change({ day })}
            problem={dayIsWrong}
            required
            autoFocus
          />
        )}
        {draft.ranges.map((row, index) => {
          const problem = problems[index];
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a range has no name of its own
            <Box key={index}>
              <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
                <RangeFields
                  row={row}
                  name={lineWords(row)}
                  problem={problem}
                  onChange={(changed) =>
                    change({
                      ranges: draft.ranges.map((each, at) => (at === index ? { ...each, ...changed } : each)),
                    })
                  }
                />
                <IconButton
                  aria-label={text.removeRange(lineWords(row))}
                  onClick={() => change({ ranges: draft.ranges.filter((_each, at) => at !== index) })}
                >
                  <DeleteOutline fontSize="small" />
                </IconButton>
              </Box>
              {problem && (
                <Typography color="error" variant="body2">
                  {problemWords(problem, draft.ranges)}
                </Typography>
              )}
            </Box>
          );
        })}
        {draft.ranges.length === 0 && <Typography>{text.closedHelp}</Typography>}
        <Button
          sx={{ justifySelf: 'start' }}
          onClick={() => change({ ranges: [...draft.ranges, { from: '', to: '', isInternal: false }] })}
        >
          {text.addRange}
        </Button>
        <TextField
          label={text.reason}
          value={draft.reason}
          onChange={({ target }) => change({ reason: target.value })}
          slotProps={{ htmlInput: { autoComplete: 'off', maxLength: 200 } }}
        />
      </Box>
    </ConfirmDialog>
  );
}
