import { type Clerk, clerkRole } from '@amtsstube/shared/domain/clerk';
import { clerkId, type DepartmentId } from '@amtsstube/shared/domain/ids';
import { scopeForAll } from '@amtsstube/shared/domain/scope';
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
import { useSettings } from '../../ui/names.ts';
import { useAction } from '../../ui/use-action.ts';

/** A clerk's document, new or changed. Works without a line; the account comes with the invitation. */
export function ClerkDialog({ clerk, onClose }: { readonly clerk?: Clerk; readonly onClose: () => void }) {
  const departments = useSettings().filter((each) => each.kind === 'department');
  const [name, setName] = useState(clerk?.name ?? '');
  const [role, setRole] = useState<Clerk['role']>(clerk?.role ?? 'clerk');
  const [chosen, setChosen] = useState<ReadonlySet<DepartmentId>>(new Set(clerk?.departmentIds));
  const [isMissing, setIsMissing] = useState(false);
  const action = useAction();
  const text = de.admin.clerks;

  async function save() {
    setIsMissing(name.trim() === '');
    if (name.trim() === '') return;
    const changed: Clerk = {
      id: clerk?.id ?? clerkId.parse(crypto.randomUUID()),
      scope: clerk?.scope ?? scopeForAll,
      name: name.trim(),
      role,
      departmentIds: [...chosen],
    };
    if (await action.perform('configureMunicipality', { settings: [], clerks: [changed] })) onClose();
  }

  return (
    <ConfirmDialog
      open
      title={clerk ? text.changeTitle : text.addTitle}
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
        <ActionNotice state={action.state} />
      </Box>
    </ConfirmDialog>
  );
}
