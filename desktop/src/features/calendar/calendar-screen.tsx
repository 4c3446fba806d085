import type { LocalDate } from '@amtsstube/shared/domain/time';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { de } from '../../texts/de.ts';
import type { CalendarView } from '../../ui/place.ts';
import { ScreenTitle } from '../../ui/screen-title.tsx';
import { useToday } from '../../ui/use-today.ts';
import { Calendar } from './calendar.tsx';
import { useCalendarData } from './use-calendar-data.ts';

/** Appointments of the clerk's departments: who comes when to which counter, and all that is done about it. */
export function CalendarScreen(props: { readonly view: CalendarView; readonly on: LocalDate | undefined }) {
  const today = useToday();
  const data = useCalendarData();
  if (data === undefined || data.counters.length === 0)
    return (
      <>
        <ScreenTitle title={de.calendar.title} />
        {data === undefined ? (
          <LinearProgress aria-label={de.calendar.loading} sx={{ mt: 2 }} />
        ) : (
          <Typography color="textSecondary" sx={{ mt: 2, maxWidth: '48rem' }}>
            {de.calendar.noCounters}
          </Typography>
        )}
      </>
    );
  return <Calendar data={data} view={props.view} on={props.on ?? today} />;
}
