import { type Clerk, clerkRole } from '@amtsstube/shared/domain/clerk';
import { clerkId, type DepartmentId } from '@amtsstube/shared/domain/ids';
import type { PayloadOf } from '@amtsstube/shared/operations/registry';
import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormGroup from '@mui/material/FormGroup';
import FormLabel from '@mui/material/FormLabel';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { de } from '../../texts/de.ts';
import { ActionNotice } from '../../ui/action-notice.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import type { Action } from '../../ui/use-action.ts';
import { useDepartments } from './admin-lists.ts';

interface ClerkDialogProps {
  readonly clerk?: Clerk;
  readonly action: Action;
  readonly onClose: () => void;
}

/**
 * A clerk, new or changed. Only what was changed is sent, so that two administrators don't undo each other's work. Works
 * without a line; the account comes with the invitation.
 */
export function ClerkDialog({ clerk, action, onClose }: ClerkDialogProps) {
  const { active: departments } = useDepartments();
  // as it was when the dialog opened: what others change meanwhile is not taken for what this person saw
  const [before] = useState(clerk);
  const [name, setName] = useState(before?.name ?? '');
  const [role, setRole] = useState<Clerk['role']>(before?.role ?? 'clerk');
  const [chosen, setChosen] = useState<ReadonlySet<DepartmentId>>(new Set(before?.departmentIds));
  const [isMissing, setIsMissing] = useState(false);
  const text = de.admin.clerks;

  async function save() {
    setIsMissing(name.trim() === '');
    if (name.trim() === '') return;
    const wanted = { name: name.trim(), role, departmentIds: [...chosen] };
    const payload = before ? clerkChange(before, wanted) : newClerk(wanted);
    if (payload === undefined || (await action.perform('putClerk', payload))) onClose();
  }

  return (
    <ConfirmDialog
      open
      title={before ? text.changeTitle : text.addTitle}
      confirm={text.save}
      busy={action.state.state === 'saving'}
      onConfirm={() => void save()}
      onCancel={onClose}
    >
      <Box sx={{ display: 'grid', gap: 2, pt: 1 }}>
        <TextField
          autoFocus
          label={text.name}
          value={name}
          error={isMissing}
          helperText={isMissing ? text.nameMissing : undefined}
          onChange={(event) => setName(event.target.value)}
          slotProps={{ htmlInput: { maxLength: 120 } }}
        />
        <TextField
          select
          label={text.role}
          value={role}
          onChange={(event) => setRole(clerkRole.parse(event.target.value))}
        >
          {clerkRole.options.map((each) => (
            <MenuItem key={each} value={each}>
              {text.roles[each]}
            </MenuItem>
          ))}
        </TextField>
        <Box component="fieldset" sx={{ border: 0, p: 0, m: 0 }}>
          <FormLabel component="legend">{text.departments}</FormLabel>
          <FormGroup>
            {departments.map(({ id, name: label }) => (
              <FormControlLabel
                key={id}
                label={label}
                control={
                  <Checkbox
                    checked={chosen.has(id)}
                    onChange={(event) => {
                      const next = new Set(chosen);
                      if (event.target.checked) next.add(id);
                      else next.delete(id);
                      setChosen(next);
                    }}
                  />
                }
              />
            ))}
          </FormGroup>
        </Box>
        {action.state.state === 'failed' && <ActionNotice state={action.state} />}
      </Box>
    </ConfirmDialog>
  );
}

type Wanted = Pick<Clerk, 'name' | 'role' | 'departmentIds'>;

function newClerk(wanted: Wanted): PayloadOf<'putClerk'> {
  return { action: 'add', clerkId: clerkId.parse(crypto.randomUUID()), ...wanted };
}

/** undefined: nothing is to be changed. */
function clerkChange(
  before: Clerk,
  { name, role, departmentIds }: Wanted,
): PayloadOf<'putClerk'> | undefined {
  const join = departmentIds.filter((id) => !before.departmentIds.includes(id));
  const leave = before.departmentIds.filter((id) => !departmentIds.includes(id));
  const isSame = name === before.name && role === before.role && join.length + leave.length === 0;
  if (isSame) return undefined;
  return {
    action: 'change',
    clerkId: before.id,
    ...(name === before.name ? {} : { name: { from: before.name, to: name } }),
    ...(role === before.role ? {} : { role: { from: before.role, to: role } }),
    join,
    leave,
  };
}
