import type { Counter } from '@amtsstube/shared/domain/counter';
import { can } from '@amtsstube/shared/domain/permissions';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { de } from '../../texts/de.ts';
import { useDesk } from '../../ui/desk-context.tsx';
import { ListRow, RowList } from '../../ui/list-row.tsx';
import { useSettingName } from '../../ui/names.ts';
import { Part } from '../../ui/part.tsx';
import { hrefOf } from '../../ui/place.ts';
import { ScreenTitle } from '../../ui/screen-title.tsx';
import { type AppointmentData, useAppointmentData } from '../../ui/use-appointment-data.ts';
import { useToday } from '../../ui/use-today.ts';
import { ClosuresPart } from './closures-part.tsx';
import { ExceptionsPart } from './exceptions-part.tsx';
import { hoursWords } from './hours-words.ts';
import { LeasesPart } from './leases-part.tsx';
import { OutsideNotice } from './outside-notice.tsx';
import { SettingsPart } from './settings-part.tsx';
import { WeeklyPart } from './weekly-part.tsx';

/** When counters receive people: all she may arrange, or one of them. */
export function HoursScreen({ counterId }: { readonly counterId: string | undefined }) {
  const { actor } = useDesk().desk;
  const data = useAppointmentData();
  if (data === undefined)
    return (
      <>
        <ScreenTitle title={de.hours.title} />
        <Typography role="status">{de.hours.loading}</Typography>
      </>
    );
  const hers = data.counters.filter(({ departmentId }) =>
    can(actor, { action: 'arrangeCounter', in: departmentId }),
  );
  if (counterId === undefined) return <AllCounters data={data} counters={hers} />;
  return <OneCounter key={counterId} data={data} counter={hers.find(({ id }) => id === counterId)} />;
}

function AllCounters({
  data,
  counters,
}: {
  readonly data: AppointmentData;
  readonly counters: readonly Counter[];
}) {
  const { actor } = useDesk().desk;
  const departmentName = useSettingName();
  const today = useToday();
  const text = de.hours;
  return (
    <>
      <Link href={hrefOf({ screen: 'calendar', view: 'day' })} sx={{ display: 'inline-block', mb: 1 }}>
        {text.toCalendar}
      </Link>
      <ScreenTitle title={text.title} />
      <OutsideNotice data={data} />
      <Box sx={{ display: 'grid', gap: 4, mt: 3, maxWidth: 860 }}>
        <Part title={text.counters}>
          <Typography sx={{ mb: 1 }}>{counters.length === 0 ? text.none : text.lead}</Typography>
          <RowList>
            {counters.map((counter) => (
              <ListRow
                key={counter.id}
                name={
                  <Link
                    href={hrefOf({ screen: 'hours', counterId: counter.id })}
                    aria-label={text.openOne(counter.name)}
                  >
                    {counter.name}
                  </Link>
                }
                facts={`${departmentName(counter.departmentId)} · ${hoursWords(counter.openingHours ?? [], today)}`}
              />
            ))}
          </RowList>
        </Part>
        <LeasesPart data={data} />
        {can(actor, { action: 'configure' }) && (
          <>
            <ClosuresPart data={data} />
            <SettingsPart booking={data.booking} />
          </>
        )}
      </Box>
    </>
  );
}

function OneCounter({
  data,
  counter,
}: {
  readonly data: AppointmentData;
  readonly counter: Counter | undefined;
}) {
  const text = de.hours;
  return (
    <>
      <Link href={hrefOf({ screen: 'hours' })} sx={{ display: 'inline-block', mb: 1 }}>
        {text.back}
      </Link>
      <ScreenTitle title={counter ? text.openOne(counter.name) : text.title} />
      {counter && <OutsideNotice data={data} counterId={counter.id} />}
      {counter === undefined ? (
        <Typography role="status">{text.noCounter}</Typography>
      ) : (
        <Box sx={{ display: 'grid', gap: 4, mt: 3, maxWidth: 1240 }}>
          <WeeklyPart data={data} counter={counter} />
          <ExceptionsPart data={data} counter={counter} />
        </Box>
      )}
    </>
  );
}
