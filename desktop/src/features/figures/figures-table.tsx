import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { de } from '../../texts/de.ts';

export interface FiguresRow {
  readonly id: string;
  readonly name: string;
  readonly cells: readonly ReactNode[];
  /** All together: set apart from what it sums up. */
  readonly isTotal?: boolean;
}

interface FiguresTableProps {
  readonly label: string;
  readonly head: readonly string[];
  readonly rows: readonly FiguresRow[];
}

/** Numbers with a name before each row; moves sideways in itself where the window is narrow. */
export function FiguresTable({ label, head, rows }: FiguresTableProps) {
  const [first, ...others] = head;
  return (
    // what scrolls must be reached by the keyboard
    <Box role="region" aria-label={`${label}: ${de.figures.scrolls}`} tabIndex={0} sx={{ overflowX: 'auto' }}>
      <Box component="table" sx={table}>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            {others.map((each) => (
              <th key={each} scope="col">
                {each}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, cells, isTotal }) => (
            <Box component="tr" key={id} sx={isTotal ? total : undefined}>
              <th scope="row">{name}</th>
              {cells.map((cell, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns don't move
                <td key={index}>{cell}</td>
              ))}
            </Box>
          ))}
        </tbody>
      </Box>
    </Box>
  );
}

interface BarProps {
  readonly value: number;
  /** What a whole bar stands for; 0: no bar. */
  readonly most: number;
  /** The value with its unit. */
  readonly label?: string;
}

/** A number with a bar as long as its share of the greatest: the number says it, the bar shows it. */
export function Bar({ value, most, label }: BarProps) {
  const numberWidth = label === undefined ? '3rem' : '5rem';
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: `${numberWidth} minmax(4rem, 1fr)`,
        alignItems: 'center',
        gap: 1,
      }}
    >
      <span>{label ?? value}</span>
      <Box
        aria-hidden
        sx={{
          height: '0.75rem',
          borderRadius: 0.5,
          bgcolor: 'primary.main',
          printColorAdjust: 'exact',
        }}
        style={{ width: `${most === 0 ? 0 : (value / most) * 100}%` }}
      />
    </Box>
  );
}

const table = {
  width: '100%',
  borderCollapse: 'collapse',
  fontVariantNumeric: 'tabular-nums',
  '& th, & td': { px: 1, py: 0.75, textAlign: 'left', borderBottom: 1, borderColor: 'divider' },
  '& thead th': { verticalAlign: 'bottom', fontSize: '0.875rem', color: 'text.secondary', fontWeight: 600 },
  '& tbody th': { fontWeight: 400, minWidth: '8rem', overflowWrap: 'anywhere' },
} as const;

const total = { '&& th, && td': { fontWeight: 600 } } as const;
