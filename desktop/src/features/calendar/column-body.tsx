import type { Slot } from '@amtsstube/shared/domain/appointments/slot-calendar';
import { unitOf } from '@amtsstube/shared/domain/appointments/unit';
import type { Instant } from '@amtsstube/shared/domain/time';
import Box from '@mui/material/Box';
import type { MouseEvent } from 'react';
import { de } from '../../texts/de.ts';
import { clockOfUnits } from '../../ui/read-clock.ts';
import { AppointmentBlock } from './appointment-block.tsx';
import { ColumnBackground } from './column-background.tsx';
import type { BlockedStretch } from './counter-times.ts';
import type { DayAxis } from './day-axis.ts';
import type { GridColumn } from './grid-columns.ts';
import { across, buffer, columnBody, ghost, heightOf } from './grid-style.ts';
import type { Moving, useMoving } from './use-moving.ts';
import { clockUnits } from './wall-clock.ts';

export interface ColumnActs {
  readonly chosenId: string | undefined;
  readonly choose: (appointmentId: string) => void;
  /** undefined: she may not book here. */
  readonly bookAt: ((slot: Slot) => void) | undefined;
  readonly mayMove: (column: GridColumn) => boolean;
  readonly openBlocked: ((column: GridColumn, blocked: BlockedStretch) => void) | undefined;
}

interface ColumnBodyProps {
  readonly column: GridColumn;
  readonly axis: DayAxis;
  readonly stepUnits: number;
  readonly now: Instant;
  readonly acts: ColumnActs;
  readonly mover: ReturnType<typeof useMoving>;
  /** Why it can't be where it is dragged to. */
  readonly problem: string | undefined;
  readonly describedBy: string;
  readonly label: string;
  readonly take: (body: HTMLElement | null) => void;
}

/** A counter's day: what it is open for behind, who comes before it. */
export function ColumnBody(props: ColumnBodyProps) {
  const { column, axis, stepUnits, now, acts, mover, problem, describedBy } = props;
  const { counter, on, placed, pending } = column;
  const rowOf = (unit: number) => axis.rowOf(on, unit);

  function bookThere({ target, currentTarget, clientY }: MouseEvent<HTMLElement>) {
    if (!acts.bookAt || (target instanceof Element && target.closest('button'))) return;
    const { top, height } = currentTarget.getBoundingClientRect();
    const unit = axis.unitAt(on, Math.floor(((clientY - top) / height) * axis.rows));
    acts.bookAt({ counterId: counter.id, start: Math.floor(unit / stepUnits) * stepUnits });
  }

  return (
    <Box
      role="group"
      aria-label={props.label}
      ref={props.take}
      onClick={bookThere}
      sx={{ ...columnBody, height: heightOf(axis.rows), ...(acts.bookAt && { cursor: 'cell' }) }}
    >
      <ColumnBackground column={column} axis={axis} now={now} onBlocked={acts.openBlocked} />
      {placed.map(({ of: { row, from, to }, lane, lanes }) => {
        const { appointment } = row;
        const isOver = appointment.freeAt <= now;
        const mayMove = acts.mayMove(column) && !isOver;
        const freeAt = unitOf(appointment.freeAt);
        return (
          <Box key={appointment.id} sx={{ display: 'contents' }}>
            {freeAt > to && lanes === 1 && (
              <Box
                sx={{ ...buffer, insetInline: '3px', ...across(rowOf(to), rowOf(freeAt)) }}
                title={de.calendar.buffer}
              />
            )}
            <AppointmentBlock
              booking={appointment}
              isWaiting={row.waiting.length > 0}
              isChosen={acts.chosenId === appointment.id}
              isMoving={mover.moving?.booking.id === appointment.id}
              isOver={isOver}
              mayMove={mayMove}
              fromRow={rowOf(from)}
              toRow={rowOf(to)}
              lane={lane}
              lanes={lanes}
              onChoose={() => {
                if (mover.isClick()) acts.choose(appointment.id);
              }}
              handlers={mover.handlersOf(appointment, column.key)}
              describedBy={describedBy}
            />
          </Box>
        );
      })}
      {pending.map((each) => (
        <Box key={each.opId} data-is="pending" sx={{ ...ghost, ...across(rowOf(each.from), rowOf(each.to)) }}>
          {[each.name, pendingWords[each.is]].filter(Boolean).join(': ')}
        </Box>
      ))}
      {mover.moving?.at.columnKey === column.key && (
        <MovingGhost moving={mover.moving} column={column} axis={axis} problem={problem} />
      )}
    </Box>
  );
}

const pendingWords = {
  booking: de.calendar.state.pending,
  move: de.calendar.state.pendingMove,
  wish: de.calendar.wish.pending,
} as const;

function MovingGhost(props: {
  readonly moving: Moving;
  readonly column: GridColumn;
  readonly axis: DayAxis;
  readonly problem: string | undefined;
}) {
  const { moving, column, axis, problem } = props;
  const { start, units } = moving.at;
  const clock = (unit: number) => clockOfUnits(clockUnits(column.on, unit));
  const row = axis.rowOf(column.on, start);
  return (
    <Box
      data-problem={problem !== undefined}
      sx={{ ...ghost, ...across(row, row + units), minHeight: problem ? '2.75rem' : '1.5rem' }}
    >
      <Box component="span" sx={{ fontWeight: 650, fontVariantNumeric: 'tabular-nums' }}>
        {de.calendar.span(clock(start), clock(start + units))}
      </Box>{' '}
      {moving.booking.visitor.name}
      {problem && (
        <Box component="span" sx={{ display: 'block', color: 'error.main', fontWeight: 600 }}>
          {problem}
        </Box>
      )}
    </Box>
  );
}
