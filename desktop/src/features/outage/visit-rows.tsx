import Box from '@mui/material/Box';
import { de } from '../../texts/de.ts';
import { isBlank, type VisitRow } from './noting-draft.ts';
import { Cell, RemoveRow, RowProblemLine, RowsFrame, rowStyle, ServiceCell } from './row-parts.tsx';
import type { Noting } from './use-noting.ts';

/** Who came without an appointment; the last row is empty, to go on with. */
export function VisitRows({ noting: { draft, services, problems, change } }: { readonly noting: Noting }) {
  const text = de.outage.noting;
  const set = (key: string, changed: Partial<VisitRow>) =>
    change({ visits: draft.visits.map((row) => (row.key === key ? { ...row, ...changed } : row)) });
  return (
    <RowsFrame title={text.visits}>
      {draft.visits.map((row, index) => {
        const { key, serviceId, remark, came, left } = row;
        const name = (label: string) => `${text.visits}, ${text.row(index + 1)}: ${label}`;
        return (
          <Box component="li" key={key}>
            <Box sx={rowStyle}>
              <ServiceCell
                name={name(text.service)}
                services={services}
                value={serviceId}
                onChange={(id) => set(key, { serviceId: id })}
              />
              <Cell
                label={text.came}
                name={name(text.came)}
                value={came}
                width="7rem"
                onChange={(typed) => set(key, { came: typed })}
              />
              <Cell
                label={text.left}
                name={name(text.left)}
                value={left}
                width="7rem"
                onChange={(typed) => set(key, { left: typed })}
              />
              <Cell
                label={text.remark}
                name={name(text.remark)}
                value={remark}
                most={500}
                onChange={(typed) => set(key, { remark: typed })}
              />
              <RemoveRow
                number={index + 1}
                isIdle={isBlank(row)}
                onRemove={() => change({ visits: draft.visits.filter((each) => each.key !== key) })}
              />
            </Box>
            <RowProblemLine problem={problems[key]} />
          </Box>
        );
      })}
    </RowsFrame>
  );
}
