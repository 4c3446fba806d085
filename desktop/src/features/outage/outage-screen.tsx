import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import { de } from '../../texts/de.ts';
import { useDesk } from '../../ui/desk-context.tsx';
import { ScreenTitle } from '../../ui/screen-title.tsx';
import { useReplayed } from '../../ui/use-replayed.ts';
import { DayPlanPart } from './day-plan-part.tsx';
import { NotingPart } from './noting-part.tsx';

/** For the day on which nothing works: the sheet to be printed, and afterwards what was written on it. */
export function OutageScreen() {
  const { dayPlans } = useDesk();
  const kept = useReplayed(dayPlans.kept$, undefined);
  return (
    <>
      <ScreenTitle title={de.outage.title} />
      <Box sx={{ display: 'grid', gap: 4, mt: 2 }}>
        {kept === undefined ? <LinearProgress aria-label={de.outage.loading} /> : <DayPlanPart kept={kept} />}
        <NotingPart />
      </Box>
    </>
  );
}
