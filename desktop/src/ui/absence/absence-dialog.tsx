import { doubtAbout } from '@amtsstube/shared/domain/absence';
import type { Clerk } from '@amtsstube/shared/domain/clerk';
import { formatLocalDate } from '@amtsstube/shared/domain/time';
import { z } from '@amtsstube/shared/domain/zod';
import { canStandIn } from '@amtsstube/shared/operations/settings/set-absence';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { de } from '../../texts/de.ts';
import { ActionNotice } from '../action-notice.tsx';
import { ConfirmDialog } from '../confirm-dialog.tsx';
import { DateField } from '../date-field.tsx';
import { compareGerman } from '../german-text.ts';
import { useClerks, useNameOf } from '../names.ts';
import { useAction } from '../use-action.ts';
import { useFormDraft } from '../use-form-draft.ts';
import { useToday } from '../use-today.ts';
import { readAbsence } from './absence-problem.ts';

const typedAbsence = z.object({ from: z.string(), until: z.string(), deputyId: z.string() });

interface AbsenceDialogProps {
  readonly clerk: Clerk;
  /** She sets her own. */
  readonly isOwn: boolean;
  readonly onClose: () => void;
}

/** When somebody is away and who stands in for her. That the deputy is away too is said before it is saved. */
export function AbsenceDialog({ clerk, isOwn, onClose }: AbsenceDialogProps) {
  const clerks = useClerks();
  const nameOf = useNameOf();
  const action = useAction();
  // what she saw when she began: a change in between is told and not overwritten
  const [before] = useState(clerk.absence ?? null);
  const [begun, setBegun] = useFormDraft(`absence/${clerk.id}`, typedAbsence);
  const [isTried, setIsTried] = useState(false);
  const typed = begun ?? {
    from: before ? formatLocalDate(before.from) : '',
    until: before ? formatLocalDate(before.until) : '',
    deputyId: before?.deputyId ?? '',
  };
  const read = readAbsence(typed, useToday());
  const problem = isTried && 'problem' in read ? read : undefined;
  const colleagues = clerks
    .filter((each) => canStandIn(each, clerk))
    .toSorted((left, right) => compareGerman(left.name, right.name));
  const deputy = colleagues.find(({ id }) => id === typed.deputyId);
  const doubt = deputy && 'from' in read ? doubtAbout(deputy, read, clerk.id) : undefined;
  const text = de.work.absence;
  const isSaving = action.state.state === 'saving';

  async function save(to: Clerk['absence'] | null) {
    const isSaved = await action.perform('setAbsence', {
      clerkId: clerk.id,
      absence: { from: before, to: to ?? null },
    });
    if (isSaved) close();
  }

  function close() {
    setBegun(undefined);
    onClose();
  }

  function submit() {
    setIsTried(true);
    if (!('problem' in read)) void save(read);
  }

  const day = (field: 'from' | 'until') => (
    <DateField
      label={text[field]}
      text={typed[field]}
      autoFocus={field === 'from'}
      problem={problem?.field === field ? text.problems[problem.problem] : undefined}
      onChange={(text) => setBegun({ ...typed, [field]: text })}
    />
  );

  return (
    <ConfirmDialog
      open
      title={isOwn ? text.own : text.title(clerk.name)}
      confirm={doubt ? text.saveAnyway : text.save}
      busy={isSaving}
      onConfirm={submit}
      onCancel={close}
      onDismiss={onClose}
    >
      {before && (
        <Box sx={{ mb: 1.5 }}>
          <Typography>
            {text.present(
              formatLocalDate(before.from),
              formatLocalDate(before.until),
              before.deputyId === null ? undefined : nameOf(before.deputyId),
            )}
          </Typography>
          <Button size="small" disabled={isSaving} sx={{ ml: -0.5 }} onClick={() => void save(null)}>
            {text.end}
          </Button>
        </Box>
      )}
      <Box sx={{ display: 'grid', gap: 1.5, pt: 1, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
        {day('from')}
        {day('until')}
      </Box>
      <TextField
        select
        fullWidth
        margin="dense"
        label={text.deputy}
        value={deputy?.id ?? ''}
        onChange={(event) => setBegun({ ...typed, deputyId: event.target.value })}
        slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
      >
        <MenuItem value="">{text.nobody}</MenuItem>
        {colleagues.map(({ id, name }) => (
          <MenuItem key={id} value={id}>
            {name}
          </MenuItem>
        ))}
      </TextField>
      <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
        {colleagues.length === 0
          ? text.noColleague
          : deputy === undefined
            ? text.withoutDeputy
            : isOwn
              ? text.help
              : text.helpFor(clerk.name)}
      </Typography>
      <Box role="status" sx={{ mt: 1, '&:empty': { display: 'none' } }}>
        {doubt && deputy && (
          <Alert severity="warning" role="presentation">
            {text[doubt.doubt === 'absent' ? 'absentToo' : 'eachOther'](
              deputy.name,
              formatLocalDate(doubt.absence.from),
              formatLocalDate(doubt.absence.until),
            )}
          </Alert>
        )}
      </Box>
      {action.state.state === 'failed' && <ActionNotice state={action.state} />}
    </ConfirmDialog>
  );
}
