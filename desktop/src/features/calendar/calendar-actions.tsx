import { can } from '@amtsstube/shared/domain/permissions';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { de } from '../../texts/de.ts';
import { useDesk } from '../../ui/desk-context.tsx';
import { hrefOf } from '../../ui/place.ts';
import { keysOf } from '../../ui/shortcuts.ts';
import { useShortcuts } from '../../ui/use-shortcuts.ts';
import type { CalendarDialog } from './calendar-dialogs.tsx';
import type { CalendarData } from './use-calendar-data.ts';

interface CalendarActionsProps {
  readonly data: CalendarData;
  readonly onOpen: (dialog: CalendarDialog) => void;
}

/** What can be begun, by button and by key; nothing she has no right to. */
export function CalendarActions({ data, onOpen }: CalendarActionsProps) {
  const { actor } = useDesk().desk;
  const may = (action: 'book' | 'blockTime' | 'arrangeCounter') =>
    data.counters.some(({ departmentId }) => can(actor, { action, in: departmentId }));
  const [mayBook, mayBlock] = [may('book'), may('blockTime')];
  const book = () => onOpen({ is: 'book', way: 'phone', slot: undefined });
  const walkIn = () => onOpen({ is: 'book', way: 'counter', slot: undefined });
  useShortcuts(mayBook ? { bookAppointment: book, walkIn } : {});
  const text = de.calendar;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, displayPrint: 'none' }}>
      {mayBook && (
        <>
          <Button variant="contained" onClick={book} aria-keyshortcuts="B">
            {text.book} ({keysOf('bookAppointment')})
          </Button>
          <Button variant="outlined" onClick={walkIn} aria-keyshortcuts="W">
            {text.walkIn} ({keysOf('walkIn')})
          </Button>
        </>
      )}
      {mayBlock && (
        <Button variant="outlined" color="inherit" onClick={() => onOpen({ is: 'block' })}>
          {text.block}
        </Button>
      )}
      {(may('arrangeCounter') || can(actor, { action: 'configure' })) && (
        <Button color="inherit" href={hrefOf({ screen: 'hours' })}>
          {de.hours.open}
        </Button>
      )}
    </Box>
  );
}
