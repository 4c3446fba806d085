import { atCounter, queueOrder } from '@amtsstube/shared/domain/appointments/queue-order';
import type { Ticket, TicketState } from '@amtsstube/shared/domain/appointments/ticket';
import type { CounterId, DepartmentId } from '@amtsstube/shared/domain/ids';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { de } from '../../texts/de.ts';
import { useDesk } from '../../ui/desk-context.tsx';
import { useOwnCounter } from '../../ui/own-counter.ts';
import { keysOf } from '../../ui/shortcuts.ts';
import { useNow } from '../../ui/use-now.ts';
import { useShortcuts } from '../../ui/use-shortcuts.ts';
import { ArrivalsPart } from './arrivals-part.tsx';
import { AtCounter } from './at-counter.tsx';
import { HallDialog } from './hall-dialog.tsx';
import { NoteDialog } from './note-dialog.tsx';
import { QueueChoices } from './queue-choices.tsx';
import { TakeInDialog } from './take-in-dialog.tsx';
import { useQueueActs } from './use-queue-acts.ts';
import type { QueueData } from './use-queue-data.ts';
import { ElsewherePart, OverPart, WaitingPart } from './waiting-part.tsx';

interface QueueProps {
  readonly departmentId: DepartmentId;
  readonly departmentIds: readonly DepartmentId[];
  readonly onDepartment: (id: DepartmentId) => void;
  readonly data: QueueData;
}

type Open = { readonly is: 'takeIn' | 'hall' } | { readonly is: 'note'; readonly ticket: Ticket };

export function Queue({ departmentId, departmentIds, onDepartment, data }: QueueProps) {
  const { actor } = useDesk().desk;
  const [chosen, setOwn] = useOwnCounter();
  const own: CounterId | undefined = data.counters.find(({ id }) => id === chosen)?.id;
  const acts = useQueueActs(departmentId, data, own);
  const [open, setOpen] = useState<Open>();
  const now = useNow();
  const text = de.queue;
  const tickets = data.rows.map(({ ticket }) => ticket);
  const byId = new Map(data.rows.map((row) => [row.ticket.id, row]));
  const rowsOf = (some: readonly Ticket[]) => some.flatMap(({ id }) => byId.get(id) ?? []);
  const inState = (...states: readonly TicketState['is'][]) =>
    data.rows.filter(({ ticket }) => states.includes(ticket.state.is));
  const waiting = queueOrder(tickets, now, data.rules);
  const here = actor.kind === 'clerk' ? atCounter(tickets, own, actor.clerkId) : [];

  function callNext(): void {
    // whoever waits for another counter is called there, or by a press on her line
    const next = waiting.find(
      (each) => acts.mayCall(each) && (each.counterId === null || each.counterId === own),
    );
    if (own === undefined) acts.say({ severity: 'warning', sentence: text.noOwn });
    else if (next) void acts.call(next);
    else acts.say({ severity: 'warning', sentence: text.nobodyToCall });
  }
  const takeIn = () => setOpen({ is: 'takeIn' });
  useShortcuts({ callNext, walkIn: takeIn });

  return (
    <Box sx={{ display: 'grid', gap: 3, mt: 2.5 }}>
      <Box sx={{ display: 'grid', gap: 1.5 }}>
        <QueueChoices
          departmentId={departmentId}
          departmentIds={departmentIds}
          onDepartment={onDepartment}
          counters={data.counters}
          own={own}
          onOwn={setOwn}
        />
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          <Button variant="contained" onClick={callNext} disabled={acts.isBusy} aria-keyshortcuts="R">
            {text.next} ({keysOf('callNext')})
          </Button>
          <Button variant="outlined" onClick={takeIn} aria-keyshortcuts="W">
            {text.walkIn} ({keysOf('walkIn')})
          </Button>
          {actor.kind === 'clerk' && actor.role !== 'clerk' && (
            <Button color="inherit" onClick={() => setOpen({ is: 'hall' })}>
              {text.hall.open}
            </Button>
          )}
        </Box>
        {!acts.hasLine && <Alert severity="info">{text.noLine}</Alert>}
        <Box role="status" sx={{ '&:empty': { display: 'none' } }}>
          {acts.said && (
            <Alert severity={acts.said.severity} onClose={() => acts.say(undefined)}>
              {acts.said.sentence}
            </Alert>
          )}
        </Box>
      </Box>
      <Box sx={columns}>
        <Box sx={column}>
          <AtCounter rows={rowsOf(here)} data={data} acts={acts} />
          <WaitingPart
            rows={rowsOf(waiting)}
            data={data}
            acts={acts}
            onNote={(ticket) => setOpen({ is: 'note', ticket })}
          />
        </Box>
        <Box sx={column}>
          <ArrivalsPart data={data} acts={acts} />
          <ElsewherePart
            rows={inState('called', 'serving').filter(({ ticket }) => !here.includes(ticket))}
            data={data}
          />
          <OverPart title={text.missed} rows={inState('missed')} data={data} acts={acts} />
          <OverPart title={text.served} rows={lastServed(inState('served'))} data={data} acts={acts} />
        </Box>
      </Box>
      {open?.is === 'takeIn' && (
        <TakeInDialog services={data.services} own={own} acts={acts} onClose={() => setOpen(undefined)} />
      )}
      {open?.is === 'note' && (
        <NoteDialog ticket={open.ticket} acts={acts} onClose={() => setOpen(undefined)} />
      )}
      {open?.is === 'hall' && <HallDialog onClose={() => setOpen(undefined)} />}
    </Box>
  );
}

/** Enough to undo a slip; the rest is figures. */
const mostServed = 5;

function lastServed(rows: QueueData['rows']): QueueData['rows'] {
  const at = ({ ticket: { state } }: QueueData['rows'][number]) => (state.is === 'served' ? state.at : '');
  return rows.toSorted((a, b) => (at(a) < at(b) ? 1 : -1)).slice(0, mostServed);
}

const columns = {
  display: 'grid',
  gap: 4,
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 3fr) minmax(0, 2fr)' },
  alignItems: 'start',
} as const;
const column = { display: 'grid', gap: 3, minWidth: 0 } as const;
