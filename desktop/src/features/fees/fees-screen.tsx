import { formatCents } from '@amtsstube/shared/domain/fees/money';
import { formatLocalDate } from '@amtsstube/shared/domain/time';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { de } from '../../texts/de.ts';
import { useSettingName } from '../../ui/names.ts';
import { Part } from '../../ui/part.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { ScreenTitle } from '../../ui/screen-title.tsx';
import { useIsWhole } from '../../ui/use-is-whole.ts';
import { useToday } from '../../ui/use-today.ts';
import { feesCsv } from './fees-csv.ts';
import { FeesTable } from './fees-table.tsx';
import { searchFees } from './open-fees.ts';
import { StatementDialog } from './statement/statement-dialog.tsx';
import { useListedFees } from './use-listed-fees.ts';

const text = de.fees.list;
const rowsAtOnce = 200;

/** All fees that somebody still has to look after. Works without a line. */
export function FeesScreen() {
  const listed = useListedFees();
  const isWhole = useIsWhole();
  const nameOf = useSettingName();
  const today = useToday();
  const [query, setQuery] = useState('');
  const [isImporting, setIsImporting] = useState(false);
  const [shown, setShown] = useState(rowsAtOnce);
  const found = searchFees(listed ?? [], query);
  const open = found.filter((each) => each.open > 0);
  const overpaid = found.filter((each) => each.overpaid > 0);
  const sum = open.reduce((all, each) => all + each.open, 0);
  const isReading = listed === undefined || !isWhole;

  function saveCsv(): void {
    const file = text.fileName(formatLocalDate(today));
    saveFile(new TextEncoder().encode(feesCsv(found, nameOf)), 'text/csv;charset=utf-8', file);
  }

  return (
    <>
      <ScreenTitle title={text.title} />
      <Typography sx={{ mt: 1, maxWidth: '44rem' }}>{text.intro}</Typography>
      <Box
        sx={{ displayPrint: 'none', display: 'flex', flexWrap: 'wrap', gap: 1, my: 2, alignItems: 'center' }}
      >
        <TextField
          type="search"
          size="small"
          label={text.search}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          sx={{ flex: '1 1 18rem', maxWidth: '30rem' }}
          slotProps={{ htmlInput: { autoComplete: 'off' } }}
        />
        <Button variant="outlined" disabled={isReading || found.length === 0} onClick={saveCsv}>
          {text.saveCsv}
        </Button>
        <Button variant="contained" disabled={isReading} onClick={() => setIsImporting(true)}>
          {text.statement}
        </Button>
      </Box>
      {isImporting && <StatementDialog onClose={() => setIsImporting(false)} />}
      <Typography role="status" sx={{ mb: 1 }}>
        {isReading
          ? text.reading
          : found.length > 0
            ? text.sum(open.length, formatCents(sum))
            : query === ''
              ? text.none
              : text.noHit}
      </Typography>
      <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 4 }}>
        {overpaid.length > 0 && (
          <Part title={text.overpaid}>
            <Typography sx={{ mb: 1 }}>{text.overpaidIntro}</Typography>
            <FeesTable label={text.overpaid} fees={overpaid} today={today} nameOf={nameOf} about="overpaid" />
          </Part>
        )}
        {open.length > 0 && (
          <FeesTable
            label={text.title}
            fees={open.slice(0, shown)}
            today={today}
            nameOf={nameOf}
            about="open"
          />
        )}
        {open.length > shown && (
          <Box>
            <Button onClick={() => setShown(shown + rowsAtOnce)}>{text.more(open.length - shown)}</Button>
          </Box>
        )}
      </Box>
    </>
  );
}
