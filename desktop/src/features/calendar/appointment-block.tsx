import type { Booking } from '@amtsstube/shared/domain/appointments/appointment';
import Computer from '@mui/icons-material/LanguageOutlined';
import Person from '@mui/icons-material/PersonOutlined';
import Phone from '@mui/icons-material/PhoneOutlined';
import Box from '@mui/material/Box';
import { de } from '../../texts/de.ts';
import { useSettingName } from '../../ui/names.ts';
import { visuallyHidden } from '../../ui/visually-hidden.ts';
import { across, block } from './grid-style.ts';
import type { useMoving } from './use-moving.ts';
import { clockAt } from './wall-clock.ts';

const wayIcons = { web: Computer, phone: Phone, counter: Person } as const;

interface AppointmentBlockProps {
  readonly booking: Booking;
  readonly isWaiting: boolean;
  readonly isChosen: boolean;
  readonly isMoving: boolean;
  readonly isOver: boolean;
  readonly mayMove: boolean;
  readonly fromRow: number;
  readonly toRow: number;
  readonly lane: number;
  readonly lanes: number;
  readonly onChoose: () => void;
  readonly handlers: ReturnType<ReturnType<typeof useMoving>['handlersOf']>;
  readonly describedBy: string;
}

/** An appointment where it is: a button that opens it, and that can be dragged and moved by keys. */
export function AppointmentBlock(props: AppointmentBlockProps) {
  const { booking, isWaiting, isChosen, isMoving, isOver, mayMove, fromRow, toRow, lane, lanes } = props;
  const { visitor, serviceIds, state, way, startsAt, endsAt } = booking;
  const settingName = useSettingName();
  const services = serviceIds.map(settingName).join(', ');
  const text = de.calendar;
  const Way = wayIcons[way];
  const isHigh = toRow - fromRow >= 6;
  // that it isn't confirmed matters more than what it is about
  const hasRoom = !isHigh || state.is !== 'unconfirmed' || toRow - fromRow >= 8;
  return (
    <Box
      component="button"
      type="button"
      data-appointment={booking.id}
      data-state={state.is}
      data-is-over={isOver}
      data-is-moving={isMoving}
      aria-pressed={isChosen}
      aria-describedby={mayMove ? props.describedBy : undefined}
      onClick={props.onChoose}
      {...props.handlers}
      sx={{
        ...block,
        ...across(fromRow, toRow),
        left: `calc(3px + (100% - 6px) * ${lane} / ${lanes})`,
        width: `calc((100% - 6px) / ${lanes} - 1px)`,
      }}
    >
      <Box component="span" sx={isHigh ? twoLines : oneLine}>
        <Box component="span" sx={{ fontVariantNumeric: 'tabular-nums' }}>
          {clockAt(startsAt)}
          <Box component="span" sx={visuallyHidden}>
            {' '}
            {text.until(clockAt(endsAt))},
          </Box>
        </Box>{' '}
        <Box component="span" sx={{ fontWeight: 650 }}>
          {visitor.name}
        </Box>
        {state.is === 'unconfirmed' && (
          <Box
            component="span"
            sx={{ color: 'warning.main', fontWeight: 600, ...(isHigh && { display: 'block' }) }}
          >
            {isHigh ? '' : ' · '}
            {text.state.unconfirmed}
          </Box>
        )}
        <Box
          component="span"
          sx={hasRoom ? { color: 'text.secondary', ...(isHigh && { display: 'block' }) } : visuallyHidden}
        >
          {isHigh ? '' : ' · '}
          {services}
        </Box>
        {isWaiting && (
          <Box component="span" sx={{ color: 'warning.main', fontWeight: 600 }}>
            {' '}
            · {de.cases.waitingMark}
          </Box>
        )}
        <Box component="span" sx={visuallyHidden}>
          , {text.way[way]}
        </Box>
      </Box>
      <Way aria-hidden sx={wayIcon} />
      {mayMove && (
        <Box
          component="span"
          data-stretch
          sx={{ position: 'absolute', insetInline: 0, bottom: 0, height: 5, cursor: 'ns-resize' }}
        />
      )}
    </Box>
  );
}

/** Where a column is narrow the name needs the room; the panel says in which way it was booked. */
const narrow = '@container (max-width: 9.5rem)';
const besideIcon = { pr: 2.25, [narrow]: { pr: 0 } } as const;

const wayIcon = {
  position: 'absolute',
  top: 3,
  right: 3,
  fontSize: '1rem',
  color: 'text.secondary',
  [narrow]: { display: 'none' },
} as const;

const oneLine = {
  display: 'block',
  whiteSpace: 'nowrap',
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  ...besideIcon,
} as const;
const twoLines = { display: 'block', overflow: 'hidden', overflowWrap: 'anywhere', ...besideIcon } as const;
