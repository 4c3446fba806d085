import type { Counter } from '@amtsstube/shared/domain/counter';
import { addDays, type LocalDate } from '@amtsstube/shared/domain/time';
import ChevronLeft from '@mui/icons-material/ChevronLeft';
import ChevronRight from '@mui/icons-material/ChevronRight';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import TextField from '@mui/material/TextField';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { de } from '../../texts/de.ts';
import { type CalendarView, calendarViews } from '../../ui/place.ts';
import { goTo } from '../../ui/use-place.ts';
import { useToday } from '../../ui/use-today.ts';
import { DayJump } from './day-jump.tsx';

interface CalendarBarProps {
  readonly view: CalendarView;
  readonly on: LocalDate;
  readonly counters: readonly Counter[];
  readonly counterId: string;
  readonly onCounter: (counterId: string) => void;
}

/** Which days are shown, how, and of which counter. */
export function CalendarBar({ view, on, counters, counterId, onCounter }: CalendarBarProps) {
  const today = useToday();
  const text = de.calendar;
  const days = view === 'day' ? 1 : 7;
  const go = (day: LocalDate) => goTo({ screen: 'calendar', view, on: day });
  return (
    <Box sx={bar}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.5 }}>
        <IconButton aria-label={text.previous[view]} onClick={() => go(addDays(on, -days))}>
          <ChevronLeft />
        </IconButton>
        <Button variant="outlined" color="inherit" onClick={() => go(today)}>
          {text.today}
        </Button>
        <IconButton aria-label={text.next[view]} onClick={() => go(addDays(on, days))}>
          <ChevronRight />
        </IconButton>
      </Box>
      <DayJump on={on} onJump={go} />
      <ToggleButtonGroup
        exclusive
        size="small"
        aria-label={text.views.label}
        value={view}
        onChange={(_event, chosen: CalendarView | null) => {
          if (chosen) goTo({ screen: 'calendar', view: chosen, on });
        }}
      >
        {calendarViews.map((each) => (
          <ToggleButton key={each} value={each} sx={{ px: 1.5 }}>
            {text.views[each]}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {view !== 'day' && counters.length > 1 && (
        <TextField
          select
          size="small"
          label={text.counter}
          value={counterId}
          onChange={(event) => onCounter(event.target.value)}
          slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}
        >
          {view === 'list' && <option value="">{text.allCounters}</option>}
          {counters.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </TextField>
      )}
    </Box>
  );
}

const bar = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 2,
  rowGap: 1,
  displayPrint: 'none',
} as const;
