import type { Case } from '@amtsstube/shared/domain/case';
import { type DepartmentId, taskId } from '@amtsstube/shared/domain/ids';
import { worksIn } from '@amtsstube/shared/domain/permissions';
import { z } from '@amtsstube/shared/domain/zod';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { de } from '../../texts/de.ts';
import { ActionNotice } from '../action-notice.tsx';
import { DateField } from '../date-field.tsx';
import { compareGerman } from '../german-text.ts';
import { useClerks } from '../names.ts';
import { readDate } from '../read-date.ts';
import { SubmitForm } from '../submit-form.tsx';
import { useAction } from '../use-action.ts';
import { useFormDraft } from '../use-form-draft.ts';
import { useToday } from '../use-today.ts';

const typedTask = z.object({ text: z.string(), dueOn: z.string(), forId: z.string() });
const nothing = { text: '', dueOn: '', forId: '' };

interface TaskFormProps {
  /** null: a task by itself. */
  readonly caseId: Case['id'] | null;
  readonly departmentId: DepartmentId;
}

/** Sets a task. What was begun stays until it is saved. */
export function TaskForm({ caseId, departmentId }: TaskFormProps) {
  const action = useAction();
  const [begun, setBegun] = useFormDraft(`task/${caseId ?? departmentId}`, typedTask);
  const [isTried, setIsTried] = useState(false);
  const today = useToday();
  const typed = begun ?? nothing;
  const colleagues = useClerks()
    .filter((clerk) => worksIn(clerk, departmentId))
    .toSorted((left, right) => compareGerman(left.name, right.name));
  const forClerk = colleagues.find(({ id }) => id === typed.forId);
  const day = typed.dueOn.trim() === '' ? null : readDate(typed.dueOn, today);
  const isSaving = action.state.state === 'saving';
  const text = de.work.tasks;
  const isMissing = isTried && typed.text.trim() === '';

  async function save() {
    setIsTried(true);
    if (typed.text.trim() === '' || day === undefined) return;
    const isSaved = await action.perform('addTask', {
      taskId: taskId.parse(crypto.randomUUID()),
      departmentId,
      caseId,
      text: typed.text,
      dueOn: day,
      forId: forClerk?.id ?? null,
    });
    if (!isSaved) return;
    setBegun(undefined);
    setIsTried(false);
  }

  return (
    <SubmitForm onSubmit={save}>
      <TextField
        fullWidth
        margin="dense"
        label={text.text}
        value={typed.text}
        error={isMissing}
        helperText={isMissing ? text.missing : undefined}
        onChange={(event) => setBegun({ ...typed, text: event.target.value })}
        slotProps={{ htmlInput: { maxLength: 500 } }}
      />
      <Box
        sx={{ display: 'grid', columnGap: 1.5, gridTemplateColumns: 'repeat(auto-fit, minmax(10rem, 1fr))' }}
      >
        <Box sx={{ mt: 1, mb: 0.5 }}>
          <DateField
            label={text.dueOn}
            text={typed.dueOn}
            problem={isTried && day === undefined ? text.badDay : undefined}
            onChange={(dueOn) => setBegun({ ...typed, dueOn })}
          />
        </Box>
        <TextField
          select
          fullWidth
          margin="dense"
          label={text.forWhom}
          value={forClerk?.id ?? ''}
          onChange={(event) => setBegun({ ...typed, forId: event.target.value })}
          slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
        >
          <MenuItem value="">{text.anybody}</MenuItem>
          {colleagues.map(({ id, name }) => (
            <MenuItem key={id} value={id}>
              {name}
            </MenuItem>
          ))}
        </TextField>
      </Box>
      <Box sx={{ display: 'grid', gap: 1, mt: 1, justifyItems: 'start' }}>
        <Button type="submit" variant="outlined" disabled={isSaving}>
          {text.save}
        </Button>
        <ActionNotice state={action.state} />
      </Box>
    </SubmitForm>
  );
}
