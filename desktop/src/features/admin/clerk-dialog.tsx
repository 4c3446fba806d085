import { type Clerk, clerkRole, clerk as clerkSchema } from '@amtsstube/shared/domain/clerk';
import { clerkId } from '@amtsstube/shared/domain/ids';
import { z } from '@amtsstube/shared/domain/zod';
import type { PayloadOf } from '@amtsstube/shared/operations/registry';
import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormGroup from '@mui/material/FormGroup';
import FormLabel from '@mui/material/FormLabel';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { de } from '../../texts/de.ts';
import { ActionNotice } from '../../ui/action-notice.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import type { Action } from '../../ui/use-action.ts';
import { useFormDraft } from '../../ui/use-form-draft.ts';
import { useDepartments } from './admin-lists.ts';

interface ClerkDialogProps {
  readonly clerk?: Clerk;
  readonly action: Action;
  readonly onClose: () => void;
}

const wantedDraft = z.object({
  ...clerkSchema.pick({ name: true, role: true, departmentIds: true }).shape,
  // as far as it is typed
  name: z.string(),
  phone: z.string().default(''),
  room: z.string().default(''),
  /** As this person saw the clerk when she began: what others change meanwhile is not taken for what she saw. */
  before: clerkSchema.optional(),
});

/**
 * A clerk, new or changed. Only what was changed is sent, so that two administrators don't undo each other's work. Works
 * without a line; the account comes with the invitation. What was begun survives a locked screen; cancelling forgets it.
 */
export function ClerkDialog({ clerk, action, onClose }: ClerkDialogProps) {
  const { active: departments } = useDepartments();
  const [opened] = useState(clerk);
  const [begun, setBegun] = useFormDraft(`admin/clerk/${opened?.id ?? 'new'}`, wantedDraft);
  const { before, ...entered } = begun ?? { before: opened, ...startOf(opened) };
  const { name, role, departmentIds, phone, room } = entered;
  const change = (changed: Partial<Wanted>) => setBegun({ before, ...entered, ...changed });
  const [isMissing, setIsMissing] = useState(false);
  const text = de.admin.clerks;

  async function save() {
    setIsMissing(name.trim() === '');
    if (name.trim() === '') return;
    const wanted = { name: name.trim(), role, departmentIds, phone: phone.trim(), room: room.trim() };
    const payload = before ? clerkChange(before, wanted) : newClerk(wanted);
    if (payload === undefined || (await action.perform('putClerk', payload))) close();
  }

  function close() {
    setBegun(undefined);
    onClose();
  }

  return (
    <ConfirmDialog
      open
      title={before ? text.changeTitle : text.addTitle}
      confirm={text.save}
      busy={action.state.state === 'saving'}
      onConfirm={() => void save()}
      onCancel={close}
    >
      <Box sx={{ display: 'grid', gap: 2, pt: 1 }}>
        <TextField
          autoFocus
          label={text.name}
          value={name}
          error={isMissing}
          helperText={isMissing ? text.nameMissing : undefined}
          onChange={(event) => change({ name: event.target.value })}
          slotProps={{ htmlInput: { maxLength: 120 } }}
        />
        <TextField
          select
          label={text.role}
          value={role}
          onChange={(event) => change({ role: clerkRole.parse(event.target.value) })}
        >
          {clerkRole.options.map((each) => (
            <MenuItem key={each} value={each}>
              {text.roles[each]}
            </MenuItem>
          ))}
        </TextField>
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { sm: '1fr 1fr' } }}>
          <TextField
            label={text.phone}
            value={phone}
            onChange={(event) => change({ phone: event.target.value })}
            slotProps={{ htmlInput: { maxLength: 60, inputMode: 'tel' } }}
          />
          <TextField
            label={text.room}
            value={room}
            onChange={(event) => change({ room: event.target.value })}
            slotProps={{ htmlInput: { maxLength: 60 } }}
          />
        </Box>
        <Typography variant="body2" color="textSecondary" sx={{ mt: -1 }}>
          {text.waysHelp}
        </Typography>
        <Box component="fieldset" sx={{ border: 0, p: 0, m: 0 }}>
          <FormLabel component="legend">{text.departments}</FormLabel>
          <FormGroup>
            {departments.map(({ id, name: label }) => (
              <FormControlLabel
                key={id}
                label={label}
                control={
                  <Checkbox
                    checked={departmentIds.includes(id)}
                    onChange={(event) => {
                      const others = departmentIds.filter((each) => each !== id);
                      change({ departmentIds: event.target.checked ? [...others, id] : others });
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

interface Wanted extends Pick<Clerk, 'name' | 'role' | 'departmentIds'> {
  /** '': none. */
  readonly phone: string;
  readonly room: string;
}

function startOf(before: Clerk | undefined): Wanted {
  const { name = '', role = 'clerk', departmentIds = [], phone = '', room = '' } = before ?? {};
  return { name, role, departmentIds, phone, room };
}

function newClerk({ phone, room, ...wanted }: Wanted): PayloadOf<'putClerk'> {
  const ways = { ...(phone !== '' && { phone }), ...(room !== '' && { room }) };
  return { action: 'add', clerkId: clerkId.parse(crypto.randomUUID()), ...wanted, ...ways };
}

/** undefined: nothing is to be changed. */
function clerkChange(before: Clerk, wanted: Wanted): PayloadOf<'putClerk'> | undefined {
  const seen = startOf(before);
  const join = wanted.departmentIds.filter((id) => !seen.departmentIds.includes(id));
  const leave = seen.departmentIds.filter((id) => !wanted.departmentIds.includes(id));
  const changed = {
    ...changeOf('name', seen, wanted),
    ...changeOf('role', seen, wanted),
    ...changeOf('phone', seen, wanted),
    ...changeOf('room', seen, wanted),
  };
  if (Object.keys(changed).length + join.length + leave.length === 0) return undefined;
  return { action: 'change', clerkId: before.id, ...changed, join, leave };
}

function changeOf<F extends 'name' | 'role' | 'phone' | 'room'>(field: F, seen: Wanted, wanted: Wanted) {
  const [from, to] = [seen[field], wanted[field]];
  return from === to ? {} : ({ [field]: { from, to } } as { [K in F]: { from: Wanted[K]; to: Wanted[K] } });
}
