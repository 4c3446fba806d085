import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { de } from '../../texts/de.ts';
import { type HistoryFilter, type HistoryView, historyFilters } from './history-view.ts';

interface HistoryChoiceProps {
  readonly view: HistoryView;
  readonly onChange: (view: HistoryView) => void;
}

/** Which events a history shows, and which first; stays so for every case. */
export function HistoryChoice({ view, onChange }: HistoryChoiceProps) {
  const text = de.work.history;
  return (
    <Box
      sx={{
        display: 'flex',
        displayPrint: 'none',
        flexWrap: 'wrap',
        alignItems: 'center',
        columnGap: 2,
        mb: 1,
      }}
    >
      <TextField
        select
        size="small"
        margin="dense"
        label={text.filter}
        value={view.filter}
        onChange={(event) => onChange({ ...view, filter: event.target.value as HistoryFilter })}
        sx={{ minWidth: '11rem' }}
      >
        {historyFilters.map((filter) => (
          <MenuItem key={filter} value={filter}>
            {text.filters[filter]}
          </MenuItem>
        ))}
      </TextField>
      <FormControlLabel
        control={
          <Checkbox
            size="small"
            checked={view.isNewestFirst}
            onChange={(_, isNewestFirst) => onChange({ ...view, isNewestFirst })}
          />
        }
        label={text.newestFirst}
      />
    </Box>
  );
}
