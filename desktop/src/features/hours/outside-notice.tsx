import { outsideHours } from '@amtsstube/shared/domain/appointments/hit-appointments';
import { instantOf, localDateOf } from '@amtsstube/shared/domain/time';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { useMemo } from 'react';
import { de } from '../../texts/de.ts';
import { hrefOf } from '../../ui/place.ts';
import type { AppointmentData } from '../../ui/use-appointment-data.ts';
import { PeopleList } from './people-list.tsx';

interface OutsideNoticeProps {
  readonly data: AppointmentData;
  /** undefined: of all. */
  readonly counterId?: string;
}

/**
 * Who has an appointment where nobody is received by now: whom a change hit and nobody has moved yet, and who booked while
 * it was being saved, which nobody could have said before. Read out when somebody comes to it.
 */
export function OutsideNotice({ data, counterId }: OutsideNoticeProps) {
  const { appointments, counters, booking } = data;
  const outside = useMemo(
    () =>
      outsideHours(appointments, { counters, booking }, instantOf(Date.now())).filter(
        (each) => counterId === undefined || each.counterId === counterId,
      ),
    [appointments, counters, booking, counterId],
  );
  const text = de.hours.outside;
  return (
    <Box role="status">
      {outside.length > 0 && (
        <Alert severity="warning" role="presentation" sx={{ mt: 2, maxWidth: 860 }}>
          <strong>{text.title(outside.length)}</strong>
          <div>{text.help}</div>
          <PeopleList
            bookings={outside}
            label={text.list}
            sx={{ mt: 1, maxHeight: '10rem' }}
            line={({ startsAt }, says) => (
              <Link
                color="inherit"
                href={hrefOf({ screen: 'calendar', view: 'day', on: localDateOf(startsAt) })}
              >
                {says}
              </Link>
            )}
          />
        </Alert>
      )}
    </Box>
  );
}
