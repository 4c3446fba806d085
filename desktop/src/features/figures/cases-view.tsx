import { officeFigures } from '@amtsstube/shared/domain/office-figures';
import { formatLocalDate } from '@amtsstube/shared/domain/time';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useMemo, useState } from 'react';
import { de } from '../../texts/de.ts';
import { useDesk } from '../../ui/desk-context.tsx';
import { useSettingName } from '../../ui/names.ts';
import { useIsWhole } from '../../ui/use-is-whole.ts';
import { useReplayed } from '../../ui/use-replayed.ts';
import { useToday } from '../../ui/use-today.ts';
import { FeesParts } from './fees-parts.tsx';
import { FiguresBar } from './figures-bar.tsx';
import { figuresCsv } from './figures-csv.ts';
import { AgesPart, MonthsPart, OverviewPart, ServicesPart } from './figures-parts.tsx';
import { type PeriodName, periodNames, periodOf } from './periods.ts';
import { ReferencesPart } from './references/references-part.tsx';

const text = de.figures;

/** What comes in and goes out, how long it takes, what lies open. Works without a line. */
export function CasesView() {
  const [name, setName] = useState<PeriodName>('lastTwelve');
  const { period, figures } = useFigures(name);
  const nameOf = useSettingName();
  const isEmpty = figures?.byService.size === 0;

  return (
    <>
      <Typography sx={{ mt: 1, maxWidth: '44rem' }}>{text.intro}</Typography>
      <FiguresBar
        periods={periodNames}
        labels={text.periods}
        value={name}
        onChange={setName}
        file={
          figures && !isEmpty
            ? () => ({
                csv: figuresCsv(figures, nameOf),
                name: text.fileName(formatLocalDate(period.from), formatLocalDate(period.to)),
              })
            : undefined
        }
      />
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
