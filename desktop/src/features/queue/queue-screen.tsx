import type { DepartmentId } from '@amtsstube/shared/domain/ids';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { de } from '../../texts/de.ts';
import { ScreenTitle } from '../../ui/screen-title.tsx';
import { Queue } from './queue.tsx';
import { useQueueData } from './use-queue-data.ts';

/** The hall of a department on this day: who waits, who is called, who is expected. */
export function QueueScreen() {
  const halls = useQueueData();
  const [chosen, setChosen] = useState<DepartmentId>();
  const departmentIds = [...(halls?.keys() ?? [])];
  const departmentId = departmentIds.find((id) => id === chosen) ?? departmentIds[0];
  const data = departmentId && halls?.get(departmentId);
  return (
    <>
      <ScreenTitle title={de.queue.title} />
      {halls === undefined && <LinearProgress aria-label={de.queue.loading} sx={{ mt: 2 }} />}
      {halls !== undefined && !data && (
        <Typography color="textSecondary" sx={{ mt: 2, maxWidth: '48rem' }}>
          {de.queue.noCounters}
        </Typography>
      )}
      {data && departmentId && (
        <Queue
          key={departmentId}
          departmentId={departmentId}
          departmentIds={departmentIds}
          onDepartment={setChosen}
          data={data}
        />
      )}
    </>
  );
}
