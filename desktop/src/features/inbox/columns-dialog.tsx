import ArrowDownward from '@mui/icons-material/ArrowDownward';
import ArrowUpward from '@mui/icons-material/ArrowUpward';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormControlLabel from '@mui/material/FormControlLabel';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { de } from '../../texts/de.ts';
import { visuallyHidden } from '../../ui/visually-hidden.ts';
import {
  type CaseColumn,
  caseColumns,
  fixedColumn,
  moveColumn,
  startColumns,
  toggleColumn,
} from './case-columns.ts';

interface ColumnsDialogProps {
  readonly columns: readonly CaseColumn[];
  readonly onChange: (columns: readonly CaseColumn[]) => void;
  readonly onClose: () => void;
}

/** Which columns the list shows and in which order; what is changed shows at once in the list behind. */
export function ColumnsDialog({ columns, onChange, onClose }: ColumnsDialogProps) {
  const titleId = useId();
  const [moved, setMoved] = useState('');
  const text = de.inbox.columnsDialog;
  const hidden = caseColumns.filter((column) => !columns.includes(column));

  function move(column: CaseColumn, by: -1 | 1) {
    const changed = moveColumn(columns, column, by);
    onChange(changed);
    setMoved(text.moved(de.inbox.columns[column], changed.indexOf(column) + 1));
  }

  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} fullWidth maxWidth="xs">
      <DialogTitle id={titleId}>{text.title}</DialogTitle>
      <DialogContent>
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {[...columns, ...hidden].map((column) => {
            const name = de.inbox.columns[column];
            const place = columns.indexOf(column);
            return (
              <Box component="li" key={column} sx={{ display: 'flex', alignItems: 'center' }}>
                <FormControlLabel
                  sx={{ flex: 1 }}
                  control={
                    <Checkbox
                      checked={place >= 0}
                      disabled={column === fixedColumn}
                      onChange={() => onChange(toggleColumn(columns, column))}
                    />
                  }
                  label={name}
                />
                {place >= 0 && (
                  <>
                    <IconButton
                      aria-label={text.up(name)}
                      // stays focusable at the end, so that the keyboard doesn't lose its place
                      aria-disabled={place === 0}
                      onClick={() => move(column, -1)}
                      sx={place === 0 ? atEnd : undefined}
                    >
                      <ArrowUpward fontSize="small" />
                    </IconButton>
                    <IconButton
                      aria-label={text.down(name)}
                      aria-disabled={place === columns.length - 1}
                      onClick={() => move(column, 1)}
                      sx={place === columns.length - 1 ? atEnd : undefined}
                    >
                      <ArrowDownward fontSize="small" />
                    </IconButton>
                  </>
                )}
              </Box>
            );
          })}
        </Box>
        <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
          {text.always}
        </Typography>
        <Box role="status" sx={visuallyHidden}>
          {moved}
        </Box>
      </DialogContent>
      <DialogActions>
        <Button onClick={() => onChange(startColumns)}>{text.reset}</Button>
        <Button onClick={onClose} variant="contained" autoFocus>
          {de.app.close}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

const atEnd = { opacity: 0.35, cursor: 'default' } as const;
