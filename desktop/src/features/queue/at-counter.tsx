import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { TicketRow } from '../../data/desk.ts';
import { de } from '../../texts/de.ts';
import { RowList } from '../../ui/list-row.tsx';
import { Part } from '../../ui/part.tsx';
import { TicketLine } from './ticket-line.tsx';
import type { QueueActs } from './use-queue-acts.ts';
import type { QueueData } from './use-queue-data.ts';

interface AtCounterProps {
  readonly rows: readonly TicketRow[];
  readonly data: QueueData;
  readonly acts: QueueActs;
}

/** Whom this clerk has called, and what becomes of them. */
export function AtCounter({ rows, data, acts }: AtCounterProps) {
  const text = de.queue;
  return (
    <Part title={text.atCounter}>
      {rows.length === 0 && <Typography color="textSecondary">{text.nobodyHere}</Typography>}
      <RowList>
        {rows.map((row) => {
          const { ticket } = row;
          const isCalled = ticket.state.is === 'called';
          const to = (state: 'serving' | 'served' | 'missed' | 'waiting') => () =>
            void acts.change(ticket, { to: state });
          const label = (what: string) => `${what}: ${ticket.number}`;
          return (
            <TicketLine key={ticket.id} row={row} data={data} isLarge>
              {isCalled && (
                <>
                  <Button
                    variant="contained"
                    aria-label={label(text.isHere)}
                    disabled={acts.isBusy}
                    onClick={to('serving')}
                  >
                    {text.isHere}
                  </Button>
                  <Button
                    variant="outlined"
                    aria-label={label(text.again)}
                    disabled={acts.isBusy}
                    onClick={() => void acts.call(ticket)}
                  >
                    {text.again}
                  </Button>
                  <Button
                    variant="outlined"
                    color="inherit"
                    aria-label={label(text.notCome)}
                    disabled={acts.isBusy}
                    onClick={to('missed')}
                  >
                    {text.notCome}
                  </Button>
                </>
              )}
              <Button
                variant={isCalled ? 'outlined' : 'contained'}
                aria-label={label(text.done)}
                disabled={acts.isBusy}
                onClick={to('served')}
              >
                {text.done}
              </Button>
              <Button
                color="inherit"
                aria-label={text.backOne(ticket.number)}
                disabled={acts.isBusy}
                onClick={to('waiting')}
              >
                {text.back}
              </Button>
            </TicketLine>
          );
        })}
      </RowList>
    </Part>
  );
}
