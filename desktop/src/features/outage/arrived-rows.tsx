import { formatClock } from '@amtsstube/shared/domain/time';
import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Typography from '@mui/material/Typography';
import { de } from '../../texts/de.ts';
import { useSettingName } from '../../ui/names.ts';
import { Cell, RowProblemLine, RowsFrame, rowStyle } from './row-parts.tsx';
import type { Noting } from './use-noting.ts';

/** Booked people of that day: a mark for each who was there, and the times where they are on the sheet. */
export function ArrivedRows({ noting: { draft, open, problems, change } }: { readonly noting: Noting }) {
  const serviceName = useSettingName();
  const text = de.outage.noting;
  return (
    <RowsFrame title={text.arrived}>
      {open.length === 0 && (
        <Typography component="li" color="textSecondary">
          {text.noneBooked}
        </Typography>
      )}
      {open.map(({ id, startsAt, visitor, serviceIds }) => {
        const row = draft.arrived.find(({ appointmentId }) => appointmentId === id);
        const others = draft.arrived.filter(({ appointmentId }) => appointmentId !== id);
        const set = (changed: { readonly came?: string; readonly left?: string }) =>
          change({ arrived: [...others, { appointmentId: id, came: '', left: '', ...row, ...changed }] });
        return (
          <Box component="li" key={id}>
            <Box sx={rowStyle}>
              <FormControlLabel
                sx={{ flex: '1 1 20rem', mr: 0 }}
                label={`${formatClock(startsAt)} ${visitor.name}, ${serviceIds.map(serviceName).join(', ')}`}
                control={
                  <Checkbox
                    checked={row !== undefined}
                    onChange={(_event, isOn) => (isOn ? set({}) : change({ arrived: others }))}
                    slotProps={{ input: { 'aria-label': text.wasThere(visitor.name) } }}
                  />
                }
              />
              {row && (
                <>
                  <Cell
                    label={text.came}
                    name={text.cameOf(visitor.name)}
                    value={row.came}
                    width="7rem"
                    onChange={(came) => set({ came })}
                  />
                  <Cell
                    label={text.left}
                    name={text.leftOf(visitor.name)}
                    value={row.left}
                    width="7rem"
                    onChange={(left) => set({ left })}
                  />
                </>
              )}
            </Box>
            <RowProblemLine problem={problems[id]} />
          </Box>
        );
      })}
    </RowsFrame>
  );
}
