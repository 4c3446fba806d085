import { type DepartmentId, departmentId } from '@amtsstube/shared/domain/ids';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { de } from '../../texts/de.ts';
import { useSettingName } from '../../ui/names.ts';
import { useDepartments } from './admin-lists.ts';

interface DepartmentSelectProps {
  readonly label?: string;
  readonly value: DepartmentId | '';
  readonly isMissing?: boolean;
  readonly size?: 'small' | 'medium';
  readonly onChange: (id: DepartmentId) => void;
}

/** One of the departments in use; a closed one that stands there already stays shown. */
export function DepartmentSelect(props: DepartmentSelectProps) {
  const { label = de.admin.fields.departmentId, value, isMissing = false, size = 'medium', onChange } = props;
  const { active } = useDepartments();
  const nameOf = useSettingName();
  const isThere = value === '' || active.some(({ id }) => id === value);
  return (
    <TextField
      select
      fullWidth
      margin={size === 'small' ? 'none' : 'dense'}
      size={size}
      label={label}
      value={value}
      error={isMissing}
      helperText={isMissing ? de.admin.departmentMissing : undefined}
      onChange={(event) => onChange(departmentId.parse(event.target.value))}
    >
      {!isThere && (
        <MenuItem value={value} disabled>
          {nameOf(value)}
        </MenuItem>
      )}
      {active.map(({ id, name }) => (
        <MenuItem key={id} value={id}>
          {name}
        </MenuItem>
      ))}
    </TextField>
  );
}
