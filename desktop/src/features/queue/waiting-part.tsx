import type { Ticket } from '@amtsstube/shared/domain/appointments/ticket';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { TicketRow } from '../../data/desk.ts';
import { de } from '../../texts/de.ts';
import { RowList } from '../../ui/list-row.tsx';
import { Part } from '../../ui/part.tsx';
import { TicketLine } from './ticket-line.tsx';
import type { QueueActs } from './use-queue-acts.ts';
import type { QueueData } from './use-queue-data.ts';

interface RowsProps {
  readonly rows: readonly TicketRow[];
  readonly data: QueueData;
  readonly acts: QueueActs;
}

/** Those who wait, the next first. */
export function WaitingPart({
  rows,
  data,
  acts,
  onNote,
}: RowsProps & { readonly onNote: (ticket: Ticket) => void }) {
  const text = de.queue;
  return (
    <Part title={text.waiting(rows.length)}>
      {rows.length === 0 && <Typography color="textSecondary">{text.nobodyWaits}</Typography>}
      <RowList>
        {rows.map((row) => (
          <TicketLine key={row.ticket.id} row={row} data={data}>
            {acts.mayCall(row.ticket) && <CallButton ticket={row.ticket} acts={acts} />}
            <Button
              size="small"
              color="inherit"
              aria-label={text.noteOne(row.ticket.number)}
              onClick={() => onNote(row.ticket)}
            >
              {text.note}
            </Button>
            <Button
              size="small"
              color="inherit"
              aria-label={`${text.notCome}: ${row.ticket.number}`}
              disabled={acts.isBusy}
              onClick={() => void acts.change(row.ticket, { to: 'missed' })}
            >
              {text.notCome}
            </Button>
          </TicketLine>
        ))}
      </RowList>
    </Part>
  );
}

/** Those at other counters: only to be seen. Nothing where there is nobody. */
export function ElsewherePart({ rows, data }: Omit<RowsProps, 'acts'>) {
  if (rows.length === 0) return null;
  return (
    <Part title={de.queue.elsewhere}>
      <RowList>
        {rows.map((row) => (
          <TicketLine key={row.ticket.id} row={row} data={data} />
        ))}
      </RowList>
    </Part>
  );
}

/** Those who didn't come, who can be called again, or those who are done, which can be undone. Nothing where there is nobody. */
export function OverPart({ title, rows, data, acts }: RowsProps & { readonly title: string }) {
  if (rows.length === 0) return null;
  const text = de.queue;
  return (
    <Part title={title}>
      <RowList>
        {rows.map((row) => (
          <TicketLine key={row.ticket.id} row={row} data={data}>
            {row.ticket.state.is === 'missed' && acts.mayCall(row.ticket) && (
              <CallButton ticket={row.ticket} acts={acts} />
            )}
            <Button
              size="small"
              color="inherit"
              aria-label={text.backOne(row.ticket.number)}
              disabled={acts.isBusy}
              onClick={() => void acts.change(row.ticket, { to: 'waiting' })}
            >
              {text.back}
            </Button>
          </TicketLine>
        ))}
      </RowList>
    </Part>
  );
}

function CallButton({ ticket, acts }: { readonly ticket: Ticket; readonly acts: QueueActs }) {
  return (
    <Button
      size="small"
      variant="outlined"
      aria-label={de.queue.callOne(ticket.number)}
      disabled={acts.isBusy}
      onClick={() => void acts.call(ticket)}
    >
      {de.queue.call}
    </Button>
  );
}
