import type { Booking } from '@amtsstube/shared/domain/appointments/appointment';
import { unitOf } from '@amtsstube/shared/domain/appointments/unit';
import type { Instant } from '@amtsstube/shared/domain/time';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useEffect, useId, useMemo, useRef } from 'react';
import { de } from '../../texts/de.ts';
import { visuallyHidden } from '../../ui/visually-hidden.ts';
import { type ColumnActs, ColumnBody } from './column-body.tsx';
import { hoursAround, makeDayAxis } from './day-axis.ts';
import { type GridColumn, seenIn } from './grid-columns.ts';
import { across, columnHead, heightOf, nowLabel, scroller } from './grid-style.ts';
import type { MoveTarget } from './move-target.ts';
import { noteWords } from './note-words.ts';
import { dayWords, unitsWords } from './time-words.ts';
import { useMoving } from './use-moving.ts';
import { clockAt, dayOf } from './wall-clock.ts';

interface TimeGridProps {
  readonly columns: readonly GridColumn[];
  /** Above each column. */
  readonly headOf: (column: GridColumn) => string;
  readonly stepUnits: number;
  readonly now: Instant;
  readonly acts: ColumnActs;
  readonly onMoved: (booking: Booking, at: MoveTarget) => void;
  readonly problemAt: (booking: Booking, at: MoveTarget) => string | undefined;
}

/** Counters, or days, beside each other and the hours down. Moving says aloud where it is. */
export function TimeGrid({ columns, headOf, stepUnits, now, acts, onMoved, problemAt }: TimeGridProps) {
  const bodies = useRef(new Map<string, HTMLElement>());
  const hintId = useId();
  const refocus = useFocusMoved(columns);
  const days = useMemo(() => [...new Set(columns.map(({ on }) => on))], [columns]);
  const axis = useMemo(() => makeDayAxis(days, hoursAround(seenIn(columns))), [columns, days]);
  const mover = useMoving({
    columns,
    axis,
    bodyOf: (key) => bodies.current.get(key),
    mayMove: (booking) => {
      const column = columns.find(({ counter }) => counter.id === booking.counterId);
      return column !== undefined && acts.mayMove(column) && booking.freeAt > now;
    },
    onMoved: (booking, at) => {
      refocus.current = booking.id;
      onMoved(booking, at);
    },
    onStopped: () => undefined,
  });
  const { moving } = mover;
  const problem = moving && problemAt(moving.booking, moving.at);
  const today = dayOf(unitOf(now));
  const row = days.includes(today) ? axis.rowOf(today, unitOf(now)) : -1;
  const nowRow = row >= 0 && row < axis.rows ? row : undefined;
  const isEmpty = columns.every(({ placed, blocked }) => placed.length + blocked.length === 0);
  const scroll = useScrollTo(nowRow, axis.rows, days.join());
  return (
    <>
      <Box
        ref={scroll}
        data-scroller
        // with nothing in it to go to, the keyboard scrolls it itself
        {...(isEmpty && { tabIndex: 0, role: 'group', 'aria-label': de.calendar.title })}
        sx={{ ...scroller, displayPrint: 'none' }}
      >
        <Box
          sx={{
            display: 'grid',
            gridTemplateColumns: `3.5rem repeat(${columns.length}, minmax(8.5rem, 1fr))`,
          }}
        >
          <Box sx={{ ...columnHead, left: 0, zIndex: 6, borderLeft: 0 }} />
          {columns.map((column) => (
            <ColumnHead
              key={column.key}
              column={column}
              title={headOf(column)}
              isToday={column.on === today}
            />
          ))}
          <Box
            aria-hidden
            sx={{
              position: 'sticky',
              left: 0,
              zIndex: 5,
              bgcolor: 'background.paper',
              height: heightOf(axis.rows),
            }}
          >
            {axis.hours.map(({ row, text }) => (
              <Typography
                key={row}
                variant="body2"
                color="textSecondary"
                sx={{ ...hourLabel, top: across(row, row).top }}
              >
                {text}
              </Typography>
            ))}
            {nowRow !== undefined && (
              <Box sx={{ ...nowLabel, top: across(nowRow, nowRow).top }}>{clockAt(now)}</Box>
            )}
          </Box>
          {columns.map((column) => (
            <ColumnBody
              key={column.key}
              column={column}
              axis={axis}
              stepUnits={stepUnits}
              now={now}
              acts={acts}
              mover={mover}
              problem={problem}
              describedBy={hintId}
              label={de.calendar.column(column.counter.name, dayWords(column.on), column.placed.length)}
              take={(body) => {
                if (body) bodies.current.set(column.key, body);
                else bodies.current.delete(column.key);
              }}
            />
          ))}
        </Box>
      </Box>
      <Box id={hintId} sx={visuallyHidden}>
        {de.calendar.details.moveHint}
      </Box>
      <Box role="status" sx={visuallyHidden}>
        {moving?.by === 'keys' && movingWords(moving.at, moving.from === moving.at, problem)}
      </Box>
      {moving?.by === 'keys' && (
        <Typography variant="body2" sx={{ mt: 1, fontWeight: 600, displayPrint: 'none' }} aria-hidden>
          {de.calendar.moving.keys}
        </Typography>
      )}
    </>
  );
}

function movingWords({ start, units }: MoveTarget, isBegun: boolean, problem: string | undefined): string {
  const text = de.calendar.moving;
  const when = unitsWords(start, units);
  if (isBegun) return text.started(when);
  return problem === undefined ? text.at(when) : text.notThere(when, problem);
}

function ColumnHead(props: {
  readonly column: GridColumn;
  readonly title: string;
  readonly isToday: boolean;
}) {
  const { column, title, isToday } = props;
  return (
    <Box sx={{ ...columnHead, ...(isToday && { boxShadow: 'inset 0 -3px var(--mui-palette-error-main)' }) }}>
      <Typography component="h2" variant="body1" noWrap sx={{ fontWeight: 650 }}>
        {title}
      </Typography>
      <Typography variant="body2" color="textSecondary" noWrap>
        {headWords(column)}
      </Typography>
    </Box>
  );
}

/** How many come; where none does, why. */
function headWords({ note, placed, stretches }: GridColumn): string {
  const isOpen = stretches.some(({ is }) => is === 'web' || is === 'internal');
  const words = note ? noteWords(note) : isOpen ? de.calendar.noCount : de.calendar.is.closed;
  if (placed.length === 0) return words;
  const count = de.calendar.count(placed.length);
  return note ? `${count} · ${words}` : count;
}

/** In another column it is another element: who moved it by keys goes on from where it is. */
function useFocusMoved(columns: readonly GridColumn[]) {
  const id = useRef<string>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time something was moved
  useEffect(() => {
    const active = document.activeElement;
    const isGone = active === document.body;
    if (isGone) document.querySelector<HTMLElement>(`[data-appointment="${id.current}"]`)?.focus();
    // somebody who went on elsewhere isn't called back
    if (isGone || active?.getAttribute('data-appointment') !== id.current) id.current = undefined;
  }, [columns]);
  return id;
}

/** Where a day begins at eight and it is three, three is shown. */
function useScrollTo(row: number | undefined, rows: number, shownDays: string) {
  const scroll = useRef<HTMLElement>(null);
  const part = (row ?? 0) / rows;
  // biome-ignore lint/correctness/useExhaustiveDependencies: with other days, and not with each minute
  useEffect(() => {
    const element = scroll.current;
    if (element) element.scrollTop = part * element.scrollHeight - element.clientHeight / 3;
  }, [shownDays]);
  return scroll;
}

const hourLabel = {
  position: 'absolute',
  right: 8,
  transform: 'translateY(-0.1rem)',
  fontVariantNumeric: 'tabular-nums',
} as const;
