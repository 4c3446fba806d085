import type { Booking } from '@amtsstube/shared/domain/appointments/appointment';
import type { Slot } from '@amtsstube/shared/domain/appointments/slot-calendar';
import { unitMinutes } from '@amtsstube/shared/domain/appointments/unit';
import { can } from '@amtsstube/shared/domain/permissions';
import type { Instant } from '@amtsstube/shared/domain/time';
import { de } from '../../texts/de.ts';
import { useDesk } from '../../ui/desk-context.tsx';
import type { CalendarDialog } from './calendar-dialogs.tsx';
import { whyNotThere } from './free-times.ts';
import type { GridColumn } from './grid-columns.ts';
import type { MoveTarget } from './move-target.ts';
import { TimeGrid } from './time-grid.tsx';
import { shortDayWords } from './time-words.ts';
import type { CalendarData } from './use-calendar-data.ts';

interface GridViewProps {
  readonly view: 'day' | 'week';
  readonly columns: readonly GridColumn[];
  readonly data: CalendarData;
  readonly now: Instant;
  readonly chosenId: string | undefined;
  readonly onChoose: (appointmentId: string) => void;
  readonly onMoved: (booking: Booking, to: Slot, units: number) => void;
  readonly onOpen: (dialog: CalendarDialog) => void;
}

/** The grid with what she may do in it. */
export function GridView(props: GridViewProps) {
  const { view, columns, data, now, chosenId, onChoose, onMoved, onOpen } = props;
  const { actor } = useDesk().desk;
  const may = (action: 'book' | 'changeAppointment' | 'blockTime', { counter }: GridColumn) =>
    can(actor, { action, in: counter.departmentId });
  const isAllowed = (action: 'book' | 'blockTime') => columns.every((column) => may(action, column));
  const slotOf = ({ columnKey, start }: MoveTarget): Slot | undefined => {
    const column = columns.find(({ key }) => key === columnKey);
    return column && { counterId: column.counter.id, start };
  };
  return (
    <TimeGrid
      columns={columns}
      headOf={({ counter, on }) => (view === 'day' ? counter.name : shortDayWords(on))}
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
        const slot = slotOf(at);
        if (slot) onMoved(booking, slot, at.units);
      }}
      problemAt={(booking, at) => {
        const to = slotOf(at);
        const why =
          to &&
          whyNotThere(data.rules, data.appointments, now, {
            moved: booking,
            to,
            minutes: at.units * unitMinutes,
          });
        return why && de.appointments.refusals.slot[why];
      }}
    />
  );
}
