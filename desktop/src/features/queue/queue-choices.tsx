import type { Counter } from '@amtsstube/shared/domain/counter';
import {
  type CounterId,
  counterId,
  type DepartmentId,
  departmentId as department,
} from '@amtsstube/shared/domain/ids';
import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { de } from '../../texts/de.ts';
import { useSettingName } from '../../ui/names.ts';

interface QueueChoicesProps {
  readonly departmentId: DepartmentId;
  readonly departmentIds: readonly DepartmentId[];
  readonly onDepartment: (id: DepartmentId) => void;
  readonly counters: readonly Counter[];
  readonly own: CounterId | undefined;
  readonly onOwn: (id: CounterId | undefined) => void;
}

const none = 'none';

/** Which hall is shown, where there are several, and at which counter this PC stands. */
export function QueueChoices(props: QueueChoicesProps) {
  const settingName = useSettingName();
  const text = de.queue;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
      {props.departmentIds.length > 1 && (
        <TextField
          select
          size="small"
          label={text.department}
          value={props.departmentId}
          onChange={(event) => props.onDepartment(department.parse(event.target.value))}
          sx={{ minWidth: '14rem' }}
        >
          {props.departmentIds.map((id) => (
            <MenuItem key={id} value={id}>
              {settingName(id)}
            </MenuItem>
          ))}
        </TextField>
      )}
      <TextField
        select
        size="small"
        label={text.own}
        helperText={text.ownHelp}
        value={props.own ?? none}
        onChange={({ target }) =>
          props.onOwn(target.value === none ? undefined : counterId.parse(target.value))
        }
        sx={{ minWidth: '14rem' }}
      >
        <MenuItem value={none}>{text.ownNone}</MenuItem>
        {props.counters.map(({ id, name }) => (
          <MenuItem key={id} value={id}>
            {name}
          </MenuItem>
        ))}
      </TextField>
    </Box>
  );
}
