import Box from '@mui/material/Box';
import TableSortLabel from '@mui/material/TableSortLabel';

import { de } from '../../texts/de.ts';
import { visuallyHidden } from '../../ui/visually-hidden.ts';
import { firstDirection, type SortColumn, type Sorting, sortColumns } from './list-cases.ts';

/** Widths of the columns; the rows use the same. */
export const columnTemplate =
  'minmax(9.5rem, 1.1fr) minmax(9rem, 1.6fr) minmax(9rem, 1.6fr) 8rem 7rem minmax(7rem, 1.1fr)';

interface CaseTableHeadProps {
  readonly sorting: Sorting;
  readonly onSort: (sorting: Sorting) => void;
  readonly isNarrow: boolean;
}

/** Column headings that sort; stay in sight while scrolling. On cards they are there for screen readers only. */
export function CaseTableHead({ sorting, onSort, isNarrow }: CaseTableHeadProps) {
  function sortBy(by: SortColumn) {
    const direction = by === sorting.by ? (sorting.direction === 'asc' ? 'desc' : 'asc') : firstDirection(by);
    onSort({ by, direction });
  }

  return (
    <Box role="rowgroup" sx={isNarrow ? visuallyHidden : stuck}>
      <Box
        role="row"
        aria-rowindex={1}
        sx={{ display: 'grid', gridTemplateColumns: columnTemplate, gap: 1.5, px: 1.5 }}
      >
        {sortColumns.map((column) => (
          <Box
            key={column}
            role="columnheader"
            aria-sort={
              column === sorting.by ? (sorting.direction === 'asc' ? 'ascending' : 'descending') : 'none'
            }
            sx={{ py: 1, fontSize: '0.875rem', fontWeight: 600, color: 'text.secondary' }}
          >
            {isNarrow ? (
              de.inbox.columns[column]
            ) : (
              <TableSortLabel
                component="button"
                sx={{ font: 'inherit' }}
                active={column === sorting.by}
                direction={sorting.by === column ? sorting.direction : firstDirection(column)}
                onClick={() => sortBy(column)}
              >
                {de.inbox.columns[column]}
              </TableSortLabel>
            )}
          </Box>
        ))}
      </Box>
    </Box>
  );
}

const stuck = {
  position: 'sticky',
  top: 'var(--app-bar-height, 0px)',
  zIndex: 1,
  bgcolor: 'background.default',
  borderBottom: 1,
  borderColor: 'divider',
} as const;
