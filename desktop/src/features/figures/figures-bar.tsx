import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { de } from '../../texts/de.ts';
import { saveFile } from '../../ui/save-file.ts';

const text = de.figures;

interface FiguresBarProps<Name extends string> {
  readonly periods: readonly Name[];
  readonly labels: Readonly<Record<Name, string>>;
  readonly value: Name;
  readonly onChange: (name: Name) => void;
  /** What is saved; undefined: there is nothing yet to be saved or printed. */
  readonly file: (() => { readonly csv: string; readonly name: string }) | undefined;
}

/** Of which days figures are, and their way out of the house. Not printed. */
export function FiguresBar<Name extends string>(props: FiguresBarProps<Name>) {
  const { periods, labels, value, onChange, file } = props;

  function save(): void {
    if (file === undefined) return;
    const { csv, name } = file();
    saveFile(new TextEncoder().encode(csv), 'text/csv;charset=utf-8', name);
  }

  return (
    <Box
      sx={{ displayPrint: 'none', display: 'flex', flexWrap: 'wrap', gap: 1, my: 2, alignItems: 'center' }}
    >
      <TextField
        select
        size="small"
        label={text.period}
        value={value}
        onChange={(event) => onChange(periods.find((each) => each === event.target.value) ?? value)}
        sx={{ minWidth: '13rem' }}
      >
        {periods.map((each) => (
          <MenuItem key={each} value={each}>
            {labels[each]}
          </MenuItem>
        ))}
      </TextField>
      <Button variant="outlined" disabled={file === undefined} onClick={save}>
        {text.saveCsv}
      </Button>
      <Button variant="outlined" disabled={file === undefined} onClick={() => print()}>
        {text.print}
      </Button>
    </Box>
  );
}
