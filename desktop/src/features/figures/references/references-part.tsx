import { formatLocalDate } from '@amtsstube/shared/domain/time';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useMemo } from 'react';
import { de } from '../../../texts/de.ts';
import { useDesk } from '../../../ui/desk-context.tsx';
import { compareGerman } from '../../../ui/german-text.ts';
import { useClerks, useNameOf, useSettingName, useSettings } from '../../../ui/names.ts';
import { Part } from '../../../ui/part.tsx';
import { saveFile } from '../../../ui/save-file.ts';
import { useIsWhole } from '../../../ui/use-is-whole.ts';
import { useReplayed } from '../../../ui/use-replayed.ts';
import { useToday } from '../../../ui/use-today.ts';
import { gapText } from './gap-text.ts';
import { type NumberSeries, numberSeries } from './number-series.ts';
import { seriesCsv } from './series-csv.ts';

const text = de.references;

/** Which file references were given, which are reserved for whom, and what became of the others. Works without a line. */
export function ReferencesPart() {
  const series = useSeries();
  const serviceName = useSettingName();
  const nameOf = useNameOf();
  const today = useToday();

  function saveCsv(): void {
    const bytes = new TextEncoder().encode(seriesCsv(series ?? [], serviceName, nameOf));
    saveFile(bytes, 'text/csv;charset=utf-8', text.fileName(formatLocalDate(today)));
  }

  return (
    <Part title={text.title}>
      <Typography sx={{ mb: 1 }}>{text.intro}</Typography>
      <Typography sx={{ mb: 2 }}>{text.partly}</Typography>
      <Button variant="outlined" disabled={!series?.length} onClick={saveCsv}>
        {text.saveCsv}
      </Button>
      <Typography role="status">
        {series === undefined ? text.reading : series.length === 0 ? text.none : ''}
      </Typography>
      {series?.map((each) => (
        <Series key={`${each.serviceId} ${each.year}`} series={each} name={serviceName(each.serviceId)} />
      ))}
    </Part>
  );
}

function Series({ series, name }: { readonly series: NumberSeries; readonly name: string }) {
  const nameOf = useNameOf();
  return (
    <Box sx={{ mt: 3 }}>
      <Typography component="h3" variant="h3">
        {text.series(name, series.year)}
      </Typography>
      <Typography color="textSecondary">{text.counts(series.last, series.given)}</Typography>
      {series.gaps.length === 0 ? (
        <Typography>{text.noGaps}</Typography>
      ) : (
        <Box component="ul" sx={{ m: 0, mt: 0.5, pl: 2.5 }}>
          {series.gaps.map((gap) => (
            <li key={gap.from}>{text.gap(text.numbers(gap.from, gap.to), gapText(gap, nameOf))}</li>
          ))}
        </Box>
      )}
    </Box>
  );
}

/** Undefined until all cases are read: a gap that closes by itself would be a false alarm. */
function useSeries(): readonly NumberSeries[] | undefined {
  const { desk } = useDesk();
  const rows = useReplayed(desk.caseList$, undefined);
  const isWhole = useIsWhole();
  const leases = useReplayed(
    useMemo(() => desk.watchAll('leases'), [desk]),
    undefined,
  );
  const clerks = useClerks();
  const settings = useSettings();
  return useMemo(() => {
    if (rows === undefined || !isWhole || leases === undefined) return undefined;
    const cases = rows.map(({ caseRecord }) => caseRecord);
    return numberSeries(
      cases,
      leases,
      clerks,
      settings
        .filter((each) => each.kind === 'service')
        .toSorted((a, b) => compareGerman(a.name, b.name))
        .map(({ id }) => id),
    );
  }, [rows, isWhole, leases, clerks, settings]);
}
