import { departmentId } from '@amtsstube/shared/domain/ids';
import { scopeForAll } from '@amtsstube/shared/domain/scope';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { de } from '../../texts/de.ts';
import { ActionNotice } from '../../ui/action-notice.tsx';
import { compareGerman } from '../../ui/german-text.ts';
import { useSettings } from '../../ui/names.ts';
import { Part } from '../../ui/part.tsx';
import { useAction } from '../../ui/use-action.ts';

/** The departments; a new one by its name. Works without a line, like everything that is an operation. */
export function DepartmentsPart() {
  const departments = useSettings()
    .filter((each) => each.kind === 'department')
    .toSorted((a, b) => compareGerman(a.name, b.name));
  const [name, setName] = useState('');
  const action = useAction();
  const text = de.admin.departments;

  async function add() {
    const department = {
      kind: 'department' as const,
      id: departmentId.parse(crypto.randomUUID()),
      scope: scopeForAll,
      name: name.trim(),
    };
    if (department.name === '') return;
    if (await action.perform('configureMunicipality', { settings: [department], clerks: [] })) setName('');
  }

  return (
    <Part title={text.title}>
      <Box component="ul" sx={{ pl: 2.5, mt: 0 }}>
        {departments.map(({ id, name: each }) => (
          <li key={id}>{each}</li>
        ))}
      </Box>
      <Box
        component="form"
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
        sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}
      >
        <TextField
          size="small"
          label={text.name}
          value={name}
          onChange={(event) => setName(event.target.value)}
          slotProps={{ htmlInput: { maxLength: 120 } }}
        />
        <Button type="submit" variant="outlined" disabled={name.trim() === ''}>
          {text.add}
        </Button>
      </Box>
      <ActionNotice state={action.state} />
    </Part>
  );
}
