import type { Booking } from '@amtsstube/shared/domain/appointments/appointment';
import { unitMinutes } from '@amtsstube/shared/domain/appointments/unit';
import { can } from '@amtsstube/shared/domain/permissions';
import type { Instant } from '@amtsstube/shared/domain/time';
import { useDesk } from '../../ui/desk-context.tsx';
import type { CalendarDialog } from './calendar-dialogs.tsx';
import type { GridColumn } from './grid-columns.ts';
import type { MoveTarget } from './move-target.ts';
import { TimeGrid } from './time-grid.tsx';
import { headDayWords } from './time-words.ts';
import type { CalendarData } from './use-calendar-data.ts';
import type { Moves } from './use-moves.ts';

interface GridViewProps {
  readonly view: 'day' | 'week';
  readonly columns: readonly GridColumn[];
  readonly data: CalendarData;
  readonly now: Instant;
  readonly chosenId: string | undefined;
  readonly onChoose: (appointmentId: string) => void;
  readonly moves: Moves;
  readonly onOpen: (dialog: CalendarDialog) => void;
}

/** The grid with what she may do in it. */
export function GridView(props: GridViewProps) {
  const { view, columns, data, now, chosenId, onChoose, moves, onOpen } = props;
  const { actor } = useDesk().desk;
  const may = (action: 'book' | 'changeAppointment' | 'blockTime', { counter }: GridColumn) =>
    can(actor, { action, in: counter.departmentId });
  const isAllowed = (action: 'book' | 'blockTime') => columns.every((column) => may(action, column));
  const wantedOf = (moved: Booking, { columnKey, start, units }: MoveTarget) => {
    const column = columns.find(({ key }) => key === columnKey);
    return column && { moved, to: { counterId: column.counter.id, start }, minutes: units * unitMinutes };
  };
  return (
    <TimeGrid
      columns={columns}
      headOf={({ counter, on }) => (view === 'day' ? counter.name : headDayWords(on))}
      stepUnits={data.booking.stepMinutes / unitMinutes}
      now={now}
      acts={{
        chosenId,
        choose: onChoose,
        bookAt: isAllowed('book') ? (slot) => onOpen({ is: 'book', way: 'phone', slot }) : undefined,
        mayMove: (column) => may('changeAppointment', column),
        openBlocked: isAllowed('blockTime')
          ? ({ counter }, { block }) => onOpen({ is: 'blocked', block, counterId: counter.id })
          : undefined,
      }}
      onMoved={(booking, at) => {
        const wanted = wantedOf(booking, at);
        if (wanted) void moves.moveAndTell(booking, wanted.to, at.units);
      }}
      problemAt={(booking, at) => {
        const wanted = wantedOf(booking, at);
        return wanted && moves.whyNot(wanted);
      }}
    />
  );
}
