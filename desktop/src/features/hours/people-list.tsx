import type { Booking } from '@amtsstube/shared/domain/appointments/appointment';
import { formatInstant } from '@amtsstube/shared/domain/time';
import Box, { type BoxProps } from '@mui/material/Box';
import type { ReactNode } from 'react';
import { de } from '../../texts/de.ts';

interface PeopleListProps {
  readonly bookings: readonly Booking[];
  readonly label: string;
  readonly sx: BoxProps['sx'];
  /** Around what each line says. */
  readonly line?: (booking: Booking, says: string) => ReactNode;
}

/** Whom it is about, when, and how to reach them; a long list is scrolled, by keys too. */
export function PeopleList({ bookings, label, sx, line = (_booking, says) => says }: PeopleListProps) {
  return (
    <Box
      component="ul"
      aria-label={label}
      tabIndex={0}
      sx={[{ m: 0, pl: 2.5, overflow: 'auto' }, ...(Array.isArray(sx) ? sx : [sx])]}
    >
      {bookings.map((booking) => (
        <li key={booking.id}>{line(booking, saidOf(booking))}</li>
      ))}
    </Box>
  );
}

function saidOf({ visitor, startsAt }: Booking): string {
  return de.hours.hit.person(visitor.name, formatInstant(startsAt), visitor.phone);
}
