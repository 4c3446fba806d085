import Box from '@mui/material/Box';
import TableSortLabel from '@mui/material/TableSortLabel';
import { de } from '../../texts/de.ts';
import { visuallyHidden } from '../../ui/visually-hidden.ts';
import { type CaseColumn, columnTemplate, gapRem } from './case-columns.ts';
import { firstDirection, type Sorting } from './list-state.ts';

interface CaseTableHeadProps {
  readonly columns: readonly CaseColumn[];
  readonly sorting: Sorting;
  readonly onSort: (sorting: Sorting) => void;
  readonly asCards: boolean;
  /** Of the rows shown: all, some or none are selected. */
  readonly selected: 'all' | 'some' | 'none';
  readonly onSelectAll: (isSelected: boolean) => void;
}

/** Column headings that sort; stay in sight while scrolling. On cards they are there for screen readers only. */
export function CaseTableHead(props: CaseTableHeadProps) {
  const { columns, sorting, onSort, asCards, selected, onSelectAll } = props;

  function sortBy(by: CaseColumn) {
    const direction = by === sorting.by ? (sorting.direction === 'asc' ? 'desc' : 'asc') : firstDirection(by);
    onSort({ by, direction });
  }

  return (
    <Box component="thead" sx={asCards ? visuallyHidden : stuck}>
      <Box
        component="tr"
        aria-rowindex={1}
        sx={{
          display: 'grid',
          gridTemplateColumns: columnTemplate(columns),
          columnGap: `${gapRem}rem`,
          px: `${1.5 * gapRem}rem`,
          alignItems: 'center',
        }}
      >
        <Box component="th" scope="col" sx={heading}>
          {asCards ? (
            de.inbox.selection.all
          ) : (
            <input
              type="checkbox"
              className="case-check"
              aria-label={de.inbox.selection.all}
              title={de.inbox.selection.all}
              checked={selected === 'all'}
              ref={(input) => {
                if (input) input.indeterminate = selected === 'some';
              }}
              onChange={(event) => onSelectAll(event.target.checked)}
            />
          )}
        </Box>
        {columns.map((column) => (
          <Box
            key={column}
            component="th"
            scope="col"
            aria-sort={
              column === sorting.by ? (sorting.direction === 'asc' ? 'ascending' : 'descending') : 'none'
            }
            sx={heading}
          >
            {asCards ? (
              de.inbox.columns[column]
            ) : (
              <TableSortLabel
                component="button"
                sx={{ font: 'inherit', maxWidth: '100%', '& .MuiTableSortLabel-icon': { mx: 0 } }}
                active={column === sorting.by}
                direction={sorting.by === column ? sorting.direction : firstDirection(column)}
                onClick={() => sortBy(column)}
              >
                <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis' }}>
                  {de.inbox.columns[column]}
                </Box>
              </TableSortLabel>
            )}
          </Box>
        ))}
      </Box>
    </Box>
  );
}

const heading = {
  py: 1,
  px: 0,
  minWidth: 0,
  textAlign: 'left',
  fontSize: '0.875rem',
  fontWeight: 600,
  color: 'text.secondary',
} as const;

const stuck = {
  display: 'block',
  position: 'sticky',
  top: 'var(--app-bar-height, 0px)',
  zIndex: 1,
  bgcolor: 'background.default',
  borderBottom: 1,
  borderColor: 'divider',
} as const;
