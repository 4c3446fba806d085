import { officeFigures } from '@amtsstube/shared/domain/office-figures';
import { formatLocalDate } from '@amtsstube/shared/domain/time';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useMemo, useState } from 'react';
import { de } from '../../texts/de.ts';
import { useDesk } from '../../ui/desk-context.tsx';
import { useSettingName } from '../../ui/names.ts';
import { saveFile } from '../../ui/save-file.ts';
import { ScreenTitle } from '../../ui/screen-title.tsx';
import { useIsWhole } from '../../ui/use-is-whole.ts';
import { useReplayed } from '../../ui/use-replayed.ts';
import { useToday } from '../../ui/use-today.ts';
import { FeesParts } from './fees-parts.tsx';
import { figuresCsv } from './figures-csv.ts';
import { AgesPart, MonthsPart, OverviewPart, ServicesPart } from './figures-parts.tsx';
import { mayRead } from './may-read.ts';
import { type PeriodName, periodNames, periodOf } from './periods.ts';
import { ReferencesPart } from './references/references-part.tsx';

const text = de.figures;

/** For leads: what comes in and goes out, how long it takes, what lies open. Works without a line. */
export function FiguresScreen() {
  const { desk } = useDesk();
  return (
    <>
      <ScreenTitle title={text.title} />
      {mayRead(desk.actor) ? <ShownFigures /> : <p>{text.notAllowed}</p>}
    </>
  );
}

function ShownFigures() {
  const [name, setName] = useState<PeriodName>('lastTwelve');
  const { period, figures } = useFigures(name);
  const nameOf = useSettingName();
  const isEmpty = figures?.byService.size === 0;

  function saveCsv(): void {
    if (figures === undefined) return;
    const file = text.fileName(formatLocalDate(period.from), formatLocalDate(period.to));
    saveFile(new TextEncoder().encode(figuresCsv(figures, nameOf)), 'text/csv;charset=utf-8', file);
  }

  return (
    <>
      <Typography sx={{ mt: 1, maxWidth: '44rem' }}>{text.intro}</Typography>
      <Box
        sx={{ displayPrint: 'none', display: 'flex', flexWrap: 'wrap', gap: 1, my: 2, alignItems: 'center' }}
      >
        <TextField
          select
          size="small"
          label={text.period}
          value={name}
          onChange={(event) =>
            setName(periodNames.find((each) => each === event.target.value) ?? 'lastTwelve')
          }
          sx={{ minWidth: '13rem' }}
        >
          {periodNames.map((each) => (
            <MenuItem key={each} value={each}>
              {text.periods[each]}
            </MenuItem>
          ))}
        </TextField>
        <Button variant="outlined" disabled={figures === undefined || isEmpty} onClick={saveCsv}>
          {text.saveCsv}
        </Button>
        <Button variant="outlined" disabled={figures === undefined || isEmpty} onClick={() => print()}>
          {text.print}
        </Button>
      </Box>
      <Typography role="status">{figures === undefined ? text.reading : isEmpty ? text.none : ''}</Typography>
      {figures !== undefined && !isEmpty && (
        <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 4 }}>
          <OverviewPart figures={figures} />
          <MonthsPart figures={figures} />
          <ServicesPart figures={figures} nameOf={nameOf} />
          <FeesParts figures={figures} nameOf={nameOf} />
          <AgesPart figures={figures} nameOf={nameOf} />
        </Box>
      )}
      <Box sx={{ mt: 4 }}>
        <ReferencesPart />
      </Box>
    </>
  );
}

/** Undefined until all cases are read: a figure that grows is none. */
function useFigures(name: PeriodName) {
  const { desk } = useDesk();
  const rows = useReplayed(desk.caseList$, undefined);
  const isWhole = useIsWhole();
  const today = useToday();
  const period = useMemo(() => periodOf(name, today), [name, today]);
  const figures = useMemo(
    () =>
      rows === undefined || !isWhole
        ? undefined
        : officeFigures(
            rows.map(({ caseRecord }) => caseRecord),
            period,
            today,
          ),
    [rows, isWhole, period, today],
  );
  return { period, figures };
}
