import { unitMinutes, unitOf } from '@amtsstube/shared/domain/appointments/unit';
import type { Instant } from '@amtsstube/shared/domain/time';
import { millisecondsOf } from '@amtsstube/shared/domain/time';
import Box from '@mui/material/Box';
import { de } from '../../texts/de.ts';
import { useNameOf } from '../../ui/names.ts';
import { clockOfUnits, unitsOfHour } from '../../ui/read-clock.ts';
import { visuallyHidden } from '../../ui/visually-hidden.ts';
import type { BlockedStretch, Stretch } from './counter-times.ts';
import type { DayAxis } from './day-axis.ts';
import type { GridColumn } from './grid-columns.ts';
import { across, blockedTime, halfHourLine, hourLine, leasedTime, nowLine, stretch } from './grid-style.ts';
import { noteWords } from './note-words.ts';
import { clockAt, clockUnits, dayOf } from './wall-clock.ts';

interface ColumnBackgroundProps {
  readonly column: GridColumn;
  readonly axis: DayAxis;
  readonly now: Instant;
  readonly onBlocked: ((column: GridColumn, blocked: BlockedStretch) => void) | undefined;
}

/** What a counter is open for at each moment of the day, in words and not by colour alone; blocked times; now. */
export function ColumnBackground({ column, axis, now, onBlocked }: ColumnBackgroundProps) {
  const { on, stretches, blocked, leased, note } = column;
  const nameOf = useNameOf();
  const inSight = (unit: number) => Math.min(Math.max(0, axis.rowOf(on, unit)), axis.rows);
  const clock = (unit: number) => clockOfUnits(clockUnits(on, unit));
  const isToday = dayOf(unitOf(now)) === on;
  const nowRow = axis.rowOf(on, unitOf(now)) + withinUnit(now);
  return (
    <>
      {stretches.map((each) => {
        const [from, to] = [inSight(each.from), inSight(each.to)];
        if (from >= to || each.is === 'web') return null;
        return (
          <Box key={each.from} data-is={each.is} sx={{ ...stretch, ...across(from, to) }}>
            {to - from >= 3 && wordsOf(each, note)}
          </Box>
        );
      })}
      {leased.map((each) => {
        const [from, to] = [inSight(each.from), inSight(each.to)];
        if (from >= to) return null;
        return (
          <Box
            key={each.from}
            data-is={each.isOwn ? 'own' : 'other'}
            sx={{ ...leasedTime, ...across(from, to) }}
          >
            {to - from >= 2 &&
              (each.isOwn ? de.calendar.leases.own : de.calendar.leases.other(nameOf(each.clerkId)))}
          </Box>
        );
      })}
      {axis.hours.map(({ row }) => (
        <Box key={row} sx={{ display: 'contents' }}>
          <Box sx={{ ...hourLine, top: across(row, row).top }} />
          <Box sx={{ ...halfHourLine, top: across(row + unitsOfHour / 2, row).top }} />
        </Box>
      ))}
      {blocked.map((each) => {
        const [from, to] = [inSight(each.from), inSight(each.to)];
        if (from >= to) return null;
        const time = de.calendar.span(clock(each.from), clock(each.to));
        const words = `${time} ${de.calendar.blocked(each.block.reason)}`;
        return (
          <Box
            key={each.block.id}
            {...(onBlocked
              ? {
                  component: 'button' as const,
                  type: 'button' as const,
                  onClick: () => onBlocked(column, each),
                }
              : {})}
            sx={{ ...blockedTime, ...across(from, to), minHeight: '1.5rem' }}
          >
            <span>{words}</span>
            {to - from > unitsOfHour && <span aria-hidden>{words}</span>}
          </Box>
        );
      })}
      {isToday && nowRow >= 0 && nowRow <= axis.rows && (
        <Box sx={{ ...nowLine, top: across(nowRow, nowRow).top }}>
          <Box component="span" sx={visuallyHidden}>
            {de.calendar.now(clockAt(now))}
          </Box>
        </Box>
      )}
    </>
  );
}

function wordsOf({ is }: Stretch, note: GridColumn['note']): string {
  if (is === 'internal') return de.calendar.is.internal;
  if (note && note.is !== 'exception') return noteWords(note);
  return de.calendar.is.closed;
}

/** How much of the present unit is over. */
function withinUnit(now: Instant): number {
  const unit = unitMinutes * 60_000;
  return (millisecondsOf(now) % unit) / unit;
}
