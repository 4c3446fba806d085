import { can } from '@amtsstube/shared/domain/permissions';
import HourglassEmpty from '@mui/icons-material/HourglassEmptyOutlined';
import Button from '@mui/material/Button';
import { de } from '../../texts/de.ts';
import { useDesk } from '../../ui/desk-context.tsx';
import type { CalendarData } from './use-calendar-data.ts';

/** To who waits for a time, for those who could give her one. */
export function WaitingButton(props: { readonly data: CalendarData; readonly onOpen: () => void }) {
  const { actor } = useDesk().desk;
  if (!props.data.counters.some(({ departmentId }) => can(actor, { action: 'book', in: departmentId })))
    return null;
  return (
    <Button color="inherit" startIcon={<HourglassEmpty />} onClick={props.onOpen}>
      {de.waitingList.open}
    </Button>
  );
}
