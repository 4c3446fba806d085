import Box from '@mui/material/Box';
import { de } from '../../texts/de.ts';
import { type GivenRow, isBlank } from './noting-draft.ts';
import { Cell, RemoveRow, RowProblemLine, RowsFrame, rowStyle, ServiceCell } from './row-parts.tsx';
import type { Noting } from './use-noting.ts';

/** Appointments that were given by hand; the last row is empty, to go on with. */
export function GivenRows({ noting: { draft, services, problems, change } }: { readonly noting: Noting }) {
  const text = de.outage.noting;
  const set = (key: string, changed: Partial<GivenRow>) =>
    change({ given: draft.given.map((row) => (row.key === key ? { ...row, ...changed } : row)) });
  const offered = services.filter(({ appointment }) => appointment !== undefined);
  return (
    <RowsFrame title={text.given} help={text.givenHelp}>
      {draft.given.map((row, index) => {
        const { key, serviceId } = row;
        const cell = (
          field: 'day' | 'clock' | 'name' | 'phone',
          label: string,
          most: number,
          width?: string,
        ) => (
          <Cell
            label={label}
            name={`${text.given}, ${text.row(index + 1)}: ${label}`}
            value={row[field]}
            most={most}
            {...(width !== undefined && { width })}
            onChange={(typed) => set(key, { [field]: typed })}
          />
        );
        return (
          <Box component="li" key={key}>
            <Box sx={rowStyle}>
              {cell('day', text.givenDay, 10, '9rem')}
              {cell('clock', text.clock, 10, '6rem')}
              <ServiceCell
                name={`${text.given}, ${text.row(index + 1)}: ${text.service}`}
                services={offered}
                value={serviceId}
                onChange={(id) => set(key, { serviceId: id })}
              />
              {cell('name', text.name, 120)}
              {cell('phone', text.phone, 60, '11rem')}
              <RemoveRow
                number={index + 1}
                isIdle={isBlank(row)}
                onRemove={() => change({ given: draft.given.filter((each) => each.key !== key) })}
              />
            </Box>
            <RowProblemLine problem={problems[key]} />
          </Box>
        );
      })}
    </RowsFrame>
  );
}
