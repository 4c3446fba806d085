import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { de } from '../../texts/de.ts';
import { caseColumns } from './case-columns.ts';
import { firstDirection, type Sorting } from './list-state.ts';

/** Sorting where the list has no column headings (cards). */
export function SortSelect(props: {
  readonly sorting: Sorting;
  readonly onChange: (sorting: Sorting) => void;
}) {
  return (
    <TextField
      select
      size="small"
      label={de.inbox.sortBy}
      value={props.sorting.by}
      onChange={(event) => {
        const by = caseColumns.find((column) => column === event.target.value);
        if (by) props.onChange({ by, direction: firstDirection(by) });
      }}
      sx={{ minWidth: '11rem' }}
    >
      {caseColumns.map((column) => (
        <MenuItem key={column} value={column}>
          {de.inbox.columns[column]}
        </MenuItem>
      ))}
    </TextField>
  );
}
