import type { Ticket } from '@amtsstube/shared/domain/appointments/ticket';
import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import type { TicketRow } from '../../data/desk.ts';
import { de } from '../../texts/de.ts';
import { ListRow } from '../../ui/list-row.tsx';
import { useSettingName } from '../../ui/names.ts';
import { useNow } from '../../ui/use-now.ts';
import { ticketFacts, whoWords } from './ticket-words.ts';
import type { QueueData } from './use-queue-data.ts';

interface TicketLineProps {
  readonly row: TicketRow;
  readonly data: QueueData;
  readonly isLarge?: boolean;
  /** Buttons; each names in its label whose it is. */
  readonly children?: ReactNode;
}

/** One visitor: her number, who she is, what of her is known, and what can be done. */
export function TicketLine({ row: { ticket, waiting }, data, isLarge = false, children }: TicketLineProps) {
  const settingName = useSettingName();
  const now = useNow();
  const facts = ticketFacts(ticket, now, data.rules, {
    service: settingName,
    counter: (id) => data.counters.find((each) => each.id === id)?.name ?? '',
  });
  return (
    <ListRow
      name={
        <>
          <Box component="span" sx={isLarge ? largeNumber : number}>
            {ticket.number}
          </Box>
          {whoWords(ticket, bookingOf(ticket, data))}
        </>
      }
      facts={[...facts, ...(waiting.length > 0 ? [de.queue.onDevice] : [])].join(' · ')}
    >
      {children}
    </ListRow>
  );
}

function bookingOf({ appointment }: Ticket, { bookings }: QueueData) {
  return appointment ? bookings.find(({ id }) => id === appointment.id) : undefined;
}

const number = { fontVariantNumeric: 'tabular-nums', mr: 1.5 } as const;
const largeNumber = { ...number, fontSize: '2rem', lineHeight: 1.2 } as const;
