import { formatLocalDate } from '@amtsstube/shared/domain/time';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { de } from '../../../texts/de.ts';
import { useDesk } from '../../../ui/desk-context.tsx';
import { useCounterName, useSettingName } from '../../../ui/names.ts';
import { Part } from '../../../ui/part.tsx';
import { FiguresBar } from '../figures-bar.tsx';
import { hallCsv } from './hall-csv.ts';
import { HallOverview } from './hall-overview.tsx';
import { type HallPeriodName, hallPeriodNames } from './hall-periods.ts';
import { CountersPart, HallServicesPart, PlannedByDayPart, WaitingParts } from './hall-tables.tsx';
import { useHallFigures } from './use-hall-figures.ts';

const text = de.hallFigures;

/** Planned against booked time, what became of appointments, how long people waited and were served. Works without a line. */
export function HallView() {
  const { actor } = useDesk().desk;
  const hasDepartments = actor.kind === 'clerk' && actor.departmentIds.length > 0;
  return hasDepartments ? <CountedHall /> : <Typography sx={{ mt: 2 }}>{text.noDepartments}</Typography>;
}

function CountedHall() {
  const [name, setName] = useState<HallPeriodName>('lastFour');
  const hall = useHallFigures(name);
  const serviceName = useSettingName();
  const counterName = useCounterName();
  const isEmpty = hall?.figures.byDay.size === 0;

  return (
    <>
      <Typography sx={{ mt: 1, maxWidth: '44rem' }}>{text.intro}</Typography>
      <FiguresBar
        periods={hallPeriodNames}
        labels={text.periods}
        value={name}
        onChange={setName}
        file={
          hall && !isEmpty
            ? () => ({
                csv: hallCsv(hall.figures, { service: serviceName, counter: counterName }),
                name: text.fileName(formatLocalDate(hall.period.from), formatLocalDate(hall.period.to)),
              })
            : undefined
        }
      />
      <Typography role="status">{hall === undefined ? text.reading : isEmpty ? text.none : ''}</Typography>
      <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 4 }}>
        {hall && !isEmpty && (
          <>
            <HallOverview figures={hall.figures} />
            <CountersPart figures={hall.figures} nameOf={counterName} />
            <HallServicesPart figures={hall.figures} nameOf={serviceName} />
            <WaitingParts figures={hall.figures} />
            <PlannedByDayPart figures={hall.figures} />
          </>
        )}
        <Part title={text.unknown.title}>
          <Box component="ul" sx={{ m: 0, pl: 2.5, maxWidth: '44rem' }}>
            {text.unknown.points.map((each) => (
              <Box component="li" key={each} sx={{ mb: 0.5 }}>
                {each}
              </Box>
            ))}
          </Box>
        </Part>
      </Box>
    </>
  );
}
