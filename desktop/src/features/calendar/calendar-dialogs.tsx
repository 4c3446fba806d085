import type { Booking } from '@amtsstube/shared/domain/appointments/appointment';
import type { BlockedTime } from '@amtsstube/shared/domain/appointments/opening-hours';
import type { Slot } from '@amtsstube/shared/domain/appointments/slot-calendar';
import type { CounterId } from '@amtsstube/shared/domain/ids';
import { can } from '@amtsstube/shared/domain/permissions';
import type { Instant, LocalDate } from '@amtsstube/shared/domain/time';
import Typography from '@mui/material/Typography';
import { de } from '../../texts/de.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { useDesk } from '../../ui/desk-context.tsx';
import type { CalendarView } from '../../ui/place.ts';
import { BlockDialog } from './block-dialog.tsx';
import { BookDialog } from './book-dialog.tsx';
import { bookedNotice, cancelledNotice } from './booked-notice.ts';
import type { BookingStart } from './booking-start.ts';
import type { Notice } from './calendar-notice.tsx';
import { CancelDialog } from './cancel-dialog.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { ServiceDialog } from './service-dialog.tsx';
import { blockWords, type useBlocks } from './use-blocks.ts';
import type { BookingWay } from './use-booking-form.ts';
import type { CalendarData } from './use-calendar-data.ts';
import type { Moves } from './use-moves.ts';
import { WaitingDialog } from './waiting-dialog.tsx';
import { dayOf } from './wall-clock.ts';
import type { NotedWish } from './wish-slip.tsx';

export type CalendarDialog =
  | {
      readonly is: 'book';
      readonly way: BookingWay;
      readonly slot: Slot | undefined;
      readonly start?: BookingStart;
    }
  | { readonly is: 'waiting' }
  | { readonly is: 'service'; readonly serviceId: string }
  | { readonly is: 'move' | 'cancel'; readonly booking: Booking }
  | { readonly is: 'block' }
  | { readonly is: 'blocked'; readonly block: BlockedTime; readonly counterId: CounterId };

/** The way back to what was cancelled: as another booking, since the mail about it may have gone. */
export function bookingAgain(booking: Booking): CalendarDialog {
  const way = booking.way === 'counter' ? 'counter' : 'phone';
  return { is: 'book', way, slot: undefined, start: { is: 'again', booking } };
}

interface CalendarDialogsProps {
  readonly dialog: CalendarDialog | undefined;
  readonly show: (dialog: CalendarDialog | undefined) => void;
  /** The same, from a notice, which is done with then. */
  readonly open: (dialog: CalendarDialog) => void;
  readonly data: CalendarData;
  readonly on: LocalDate;
  readonly view: CalendarView;
  /** In sight. */
  readonly days: readonly LocalDate[];
  readonly counterId: string | undefined;
  readonly now: Instant;
  readonly counterName: (id: string) => string;
  readonly moves: Moves;
  readonly blocks: ReturnType<typeof useBlocks>;
  readonly tell: (notice: Notice) => void;
  readonly printWish: (noted: NotedWish) => void;
}

/** The dialog that is open, if one is. */
export function CalendarDialogs(props: CalendarDialogsProps) {
  const { actor } = useDesk().desk;
  const {
    dialog,
    show,
    open,
    data,
    view,
    days,
    on,
    counterId,
    now,
    counterName,
    moves,
    blocks,
    tell,
    printWish,
  } = props;
  const close = () => show(undefined);
  switch (dialog?.is) {
    case undefined:
      return null;
    case 'book':
      return (
        <BookDialog
          data={data}
          way={dialog.way}
          slot={dialog.slot}
          start={dialog.start}
          now={now}
          counterName={counterName}
          onClose={close}
          onBooked={(booked) => {
            close();
            const isInSight = days.includes(dayOf(booked.slot.start));
            tell(
              bookedNotice(booked, counterName, {
                view: isInSight ? undefined : view,
                openWaiting: () => open({ is: 'waiting' }),
              }),
            );
          }}
          onNoted={(noted) => {
            close();
            const { name } = noted.wish.visitor;
            tell({
              severity: 'warning',
              lines: [de.calendar.wish.done(name)],
              choices: [{ label: de.calendar.wish.print, choose: () => printWish(noted) }],
              wishId: noted.wish.taskId,
            });
          }}
        />
      );
    case 'move':
      return (
        <MoveDialog
          booking={dialog.booking}
          data={data}
          now={now}
          moves={moves}
          counterName={counterName}
          onClose={close}
        />
      );
    case 'cancel':
      return (
        <CancelDialog
          booking={dialog.booking}
          onClose={close}
          onDone={() => {
            close();
            const { booking } = dialog;
            const mayBook = can(actor, { action: 'book', in: booking.departmentId });
            tell(cancelledNotice(booking, mayBook ? () => open(bookingAgain(booking)) : undefined));
          }}
        />
      );
    case 'waiting':
      return (
        <WaitingDialog
          counterName={counterName}
          onClose={close}
          onBook={(person) =>
            show({ is: 'book', way: 'phone', slot: undefined, start: { is: 'waiting', person } })
          }
        />
      );
    case 'service':
      return <ServiceDialog serviceId={dialog.serviceId} counterName={counterName} onClose={close} />;
    case 'block':
      return (
        <BlockDialog
          data={data}
          on={on}
          counterId={counterId}
          now={now}
          onClose={close}
          onDone={(block, id) => {
            close();
            blocks.tellBlocked(block, id);
          }}
        />
      );
    case 'blocked':
      return (
        <ConfirmDialog
          open
          title={de.calendar.blocking.unblockTitle}
          confirm={de.calendar.blocking.unblock}
          action={blocks.action}
          busy={blocks.action.state.state === 'saving'}
          onConfirm={() => void blocks.unblock(dialog.block, dialog.counterId).then(close)}
          onCancel={close}
        >
          <Typography>
            {de.calendar.blocking.unblockLead(counterName(dialog.counterId), blockWords(dialog.block))}
          </Typography>
          {dialog.block.reason && <Typography color="textSecondary">{dialog.block.reason}</Typography>}
        </ConfirmDialog>
      );
  }
}
