import { isStanding } from '@amtsstube/shared/domain/appointments/appointment';
import { localDay } from '@amtsstube/shared/domain/appointments/local-day';
import type { Unit } from '@amtsstube/shared/domain/appointments/unit';
import { formatLocalDate, type LocalDate } from '@amtsstube/shared/domain/time';
import Print from '@mui/icons-material/PrintOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import Typography from '@mui/material/Typography';
import { useMemo, useState } from 'react';
import { de } from '../../texts/de.ts';
import { useDesk } from '../../ui/desk-context.tsx';
import { useCounterName } from '../../ui/names.ts';
import type { CalendarView } from '../../ui/place.ts';
import { ScreenTitle } from '../../ui/screen-title.tsx';
import { useKept } from '../../ui/use-kept.ts';
import { useNow } from '../../ui/use-now.ts';
import { useObservable } from '../../ui/use-observable.ts';
import { CalendarActions } from './calendar-actions.tsx';
import { CalendarBar } from './calendar-bar.tsx';
import { bookingAgain, type CalendarDialog, CalendarDialogs } from './calendar-dialogs.tsx';
import { CalendarNotice, type Notice } from './calendar-notice.tsx';
import { DetailsFrame } from './details-frame.tsx';
import { gridColumns, withoutIdleWeekend } from './grid-columns.ts';
import { GridView } from './grid-view.tsx';
import { ListView } from './list-view.tsx';
import { OwnCounterChoice } from './own-counter-choice.tsx';
import { pendingOf } from './pending.ts';
import { rowsBetween } from './rows-between.ts';
import { dayWords } from './time-words.ts';
import { useBlocks } from './use-blocks.ts';
import type { CalendarData } from './use-calendar-data.ts';
import { useMoves } from './use-moves.ts';
import { WaitingButton } from './waiting-button.tsx';
import { daysOfWeek, weekOfYear } from './week.ts';
import { type NotedWish, WishSlip } from './wish-slip.tsx';

interface CalendarProps {
  readonly data: CalendarData;
  readonly view: CalendarView;
  readonly on: LocalDate;
}

/** One day of all counters, a week of one, or a week as a list; beside it the appointment that was chosen. */
export function Calendar({ data, view, on }: CalendarProps) {
  const { desk } = useDesk();
  const now = useNow();
  const outbox = useObservable(desk.outbox$, []);
  const [chosenCounter, setChosenCounter] = useKept('calendar/counter', counterOf);
  const [showsCancelled, setShowsCancelled] = useState(false);
  const [chosenId, setChosenId] = useState<string>();
  const [dialog, setDialog] = useState<CalendarDialog>();
  const [notice, setNotice] = useState<Notice>();
  const [printed, setPrinted] = useState<NotedWish>();
  const counterName = useCounterName();
  const moves = useMoves(data, now, counterName, setNotice);
  const blocks = useBlocks(counterName, setNotice);

  const days = useMemo(() => (view === 'day' ? [on] : daysOfWeek(on)), [view, on]);
  const weekCounter = data.counters.find(({ id }) => id === chosenCounter) ?? data.counters[0];
  const pending = useMemo(() => pendingOf(outbox, data.rules), [outbox, data.rules]);
  const columns = useMemo(() => {
    if (view === 'list') return [];
    const columnsOf = (counters: typeof data.counters) => gridColumns(data, counters, days, pending, now);
    if (view === 'week') return withoutIdleWeekend(columnsOf(weekCounter ? [weekCounter] : []));
    const closed = columnsOf(data.closedCounters).filter(({ placed }) => placed.length > 0);
    return [...columnsOf(data.counters), ...closed];
  }, [data, view, weekCounter, days, pending, now]);
  const listed = useMemo(
    () =>
      rowsBetween(data.rows, ...unitsOf(days)).filter(({ appointment }) => {
        const isCounter = view === 'day' || chosenCounter === '' || appointment.counterId === chosenCounter;
        const isShown = (view === 'list' && showsCancelled) || isStanding(appointment, now);
        return isCounter && isShown;
      }),
    [data.rows, view, chosenCounter, showsCancelled, days, now],
  );
  const chosen = data.rows.find(({ appointment }) => appointment.id === chosenId);
  const span = spanOf(days);

  /** What was said before is about something else. */
  function open(next: CalendarDialog) {
    setNotice(undefined);
    setDialog(next);
  }

  function close() {
    const id = chosenId;
    setChosenId(undefined);
    // back to where it was opened from
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-appointment="${id}"]`)?.focus());
  }

  return (
    <>
      <Box
        sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: 2, rowGap: 1, mb: 1.5 }}
      >
        <ScreenTitle title={de.calendar.title} ofWindow={de.calendar.title} />
        <Typography component="p" variant="h3" noWrap sx={{ flex: '1 0 auto' }} aria-live="polite">
          {span}
        </Typography>
        <CalendarActions data={data} onOpen={open} />
      </Box>
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          alignItems: 'center',
          gap: 2,
          mb: 1.5,
          displayPrint: 'none',
        }}
      >
        <CalendarBar
          view={view}
          on={on}
          counters={data.counters}
          counterId={view === 'week' ? (weekCounter?.id ?? '') : chosenCounter}
          onCounter={setChosenCounter}
        />
        {view === 'list' && (
          <FormControlLabel
            control={
              <Switch checked={showsCancelled} onChange={(_event, checked) => setShowsCancelled(checked)} />
            }
            label={de.calendar.list.showCancelled}
          />
        )}
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, ml: 'auto' }}>
          <OwnCounterChoice counters={data.counters} />
          <WaitingButton data={data} onOpen={() => open({ is: 'waiting' })} />
          <Button color="inherit" startIcon={<Print />} onClick={() => print()}>
            {de.calendar.print}
          </Button>
        </Box>
      </Box>
      {data.leases.own.some(({ free }) => free.length > 0) && (
        <Typography variant="body2" color="textSecondary" sx={{ mb: 1, displayPrint: 'none' }}>
          {de.calendar.leases.explained}
        </Typography>
      )}
      <DetailsFrame
        row={chosen}
        counterName={counterName}
        now={now}
        onClose={close}
        isCovered={dialog !== undefined}
        onService={(serviceId) => open({ is: 'service', serviceId })}
        onMove={(row) => open({ is: 'move', booking: row.appointment })}
        onCancel={(row) => open({ is: 'cancel', booking: row.appointment })}
        onAgain={(row) => open(bookingAgain(row.appointment))}
      >
        {view === 'list' ? (
          <Box sx={{ displayPrint: 'none' }}>
            <ListView rows={listed} days={days} now={now} counterName={counterName} onChoose={setChosenId} />
          </Box>
        ) : (
          <GridView
            view={view}
            columns={columns}
            data={data}
            now={now}
            chosenId={chosenId}
            onChoose={setChosenId}
            moves={moves}
            onOpen={open}
          />
        )}
      </DetailsFrame>
      <Box sx={{ display: 'none', displayPrint: 'block' }}>
        <ListView rows={listed} days={days} now={now} counterName={counterName} />
      </Box>
      <CalendarDialogs
        dialog={dialog}
        show={setDialog}
        open={open}
        data={data}
        on={on}
        view={view}
        days={days}
        counterId={view === 'day' ? undefined : weekCounter?.id}
        now={now}
        counterName={counterName}
        moves={moves}
        blocks={blocks}
        tell={setNotice}
        printWish={setPrinted}
      />
      {printed && <WishSlip noted={printed} counterName={counterName} onDone={() => setPrinted(undefined)} />}
      <CalendarNotice notice={notice} onClose={() => setNotice(undefined)} />
    </>
  );
}

/** Which counter's week she last looked at; '' = all. */
function counterOf(kept: unknown): string {
  return typeof kept === 'string' ? kept : '';
}

/** All of the days, which follow each other. */
function unitsOf(days: readonly LocalDate[]): readonly [Unit, Unit] {
  const [first, last] = [days[0], days.at(-1)];
  return first === undefined || last === undefined ? [0, 0] : [localDay(first).from, localDay(last).to];
}

function spanOf(days: readonly LocalDate[]): string {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return '';
  return first === last
    ? dayWords(first)
    : de.calendar.week(formatLocalDate(first), formatLocalDate(last), weekOfYear(first));
}
