import type { Instant, LocalDate } from '@amtsstube/shared/domain/time';
import { localDateOf } from '@amtsstube/shared/domain/time';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import TableSortLabel from '@mui/material/TableSortLabel';
import Typography from '@mui/material/Typography';
import { useRef, useState } from 'react';
import type { AppointmentRow } from '../../data/desk.ts';
import { de } from '../../texts/de.ts';
import { useNameOf, useSettingName } from '../../ui/names.ts';
import { remInPixels, useRowWindow } from '../../ui/use-row-window.ts';
import { visuallyHidden } from '../../ui/visually-hidden.ts';
import { WaitingMark } from '../../ui/waiting-mark.tsx';
import { stateWords } from './appointment-details.tsx';
import { type ListColumn, type ListOrder, listColumns, orderedList } from './list-order.ts';
import { headDayWords } from './time-words.ts';
import { clockAt } from './wall-clock.ts';

interface ListViewProps {
  readonly rows: readonly AppointmentRow[];
  readonly days: readonly LocalDate[];
  readonly now: Instant;
  readonly counterName: (id: string) => string;
  /** undefined: on paper. */
  readonly onChoose?: (appointmentId: string) => void;
}

/** With a remark under the name; all rows the same, so that those out of sight needn't be drawn. */
const rowRem = 3.25;

/** The same appointments as a table: for who sees no grid, and for paper. */
export function ListView({ rows, days, now, counterName, onChoose }: ListViewProps) {
  const [order, setOrder] = useState<ListOrder>({ by: 'time', isDescending: false });
  const settingName = useSettingName();
  const text = de.calendar.list;
  const servicesOf = ({ appointment }: AppointmentRow) => appointment.serviceIds.map(settingName).join(', ');
  const ordered = orderedList(rows, order, (row) => ({
    booking: row.appointment,
    counter: counterName(row.appointment.counterId),
    services: servicesOf(row),
  }));
  const body = useRef<HTMLTableSectionElement>(null);
  const window = useRowWindow(body, ordered.length, remInPixels(rowRem));
  const isPaper = onChoose === undefined;
  const drawn = isPaper ? ordered : ordered.slice(window.first, window.end);
  if (ordered.length === 0) return <Typography color="textSecondary">{text.none}</Typography>;
  const sortBy = (by: ListColumn) => setOrder({ by, isDescending: order.by === by && !order.isDescending });
  return (
    <Box sx={{ overflowX: 'auto', ...(!isPaper && frame) }}>
      <Table
        size="small"
        aria-label={text.label}
        aria-rowcount={ordered.length + 1}
        sx={{ minWidth: isPaper ? undefined : '46rem' }}
      >
        <TableHead>
          <TableRow>
            {listColumns.map((column) => (
              <TableCell
                key={column}
                sortDirection={order.by === column && (order.isDescending ? 'desc' : 'asc')}
              >
                {isPaper ? (
                  text[column]
                ) : (
                  <TableSortLabel
                    active={order.by === column}
                    direction={order.by === column && order.isDescending ? 'desc' : 'asc'}
                    onClick={() => sortBy(column)}
                  >
                    {text[column]}
                  </TableSortLabel>
                )}
              </TableCell>
            ))}
            <TableCell>{text.contact}</TableCell>
            <TableCell>{text.state}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody ref={body}>
          {!isPaper && <Spacer rows={window.first} />}
          {drawn.map((row) => (
            <ListRow
              key={row.appointment.id}
              row={row}
              isWeek={days.length > 1}
              services={servicesOf(row)}
              counter={counterName(row.appointment.counterId)}
              now={now}
              onChoose={onChoose}
            />
          ))}
          {!isPaper && <Spacer rows={ordered.length - window.end} />}
        </TableBody>
      </Table>
    </Box>
  );
}

function ListRow(props: {
  readonly row: AppointmentRow;
  readonly isWeek: boolean;
  readonly services: string;
  readonly counter: string;
  readonly now: Instant;
  readonly onChoose: ((appointmentId: string) => void) | undefined;
}) {
  const { row, isWeek, services, counter, now, onChoose } = props;
  const { appointment } = row;
  const { visitor, startsAt, endsAt, state, remark } = appointment;
  const nameOf = useNameOf();
  const isCancelled = state.is === 'cancelled';
  return (
    <TableRow
      sx={{
        height: `${rowRem}rem`,
        ...(onChoose && oneLine),
        ...(isCancelled && { '& > td': { color: 'text.secondary' } }),
      }}
    >
      <TableCell sx={{ whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }}>
        {isWeek && `${headDayWords(localDateOf(startsAt))} `}
        {de.calendar.span(clockAt(startsAt), clockAt(endsAt))}
      </TableCell>
      <TableCell>{counter}</TableCell>
      <TableCell sx={{ fontWeight: 600 }}>
        {onChoose ? (
          <Link
            component="button"
            type="button"
            data-appointment={appointment.id}
            onClick={() => onChoose(appointment.id)}
            sx={{ font: 'inherit', textAlign: 'left' }}
          >
            {visitor.name}
          </Link>
        ) : (
          visitor.name
        )}
        {remark && (
          <Typography
            variant="body2"
            color="textSecondary"
            noWrap={onChoose !== undefined}
            sx={{ maxWidth: '18rem' }}
          >
            <Box component="span" sx={visuallyHidden}>
              {de.calendar.list.remark}:{' '}
            </Box>
            {remark}
          </Typography>
        )}
      </TableCell>
      <TableCell>{services}</TableCell>
      <TableCell>{[visitor.phone, visitor.email].filter(Boolean).join(', ')}</TableCell>
      <TableCell>{row.waiting.length > 0 ? <WaitingMark /> : stateWords(appointment, now, nameOf)}</TableCell>
    </TableRow>
  );
}

function Spacer({ rows }: { readonly rows: number }) {
  if (rows <= 0) return null;
  return (
    <tr aria-hidden>
      <td colSpan={6} style={{ height: `${rows * rowRem}rem`, padding: 0, border: 0 }} />
    </tr>
  );
}

const oneLine = {
  '& > td': {
    py: 0,
    maxWidth: '18rem',
    whiteSpace: 'nowrap',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    lineHeight: 1.3,
  },
} as const;

const frame = { border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.paper' } as const;
