import type { Theme } from '@mui/material/styles';
import type { SystemStyleObject } from '@mui/system';
import { type CaseColumn, columnTemplate, gapRem } from './case-columns.ts';

/** Height of a row. On cards: a line for the reference, one each for state and deadline, one for two of the others. */
export function rowRem(columns: readonly CaseColumn[], asCards: boolean): number {
  if (!asCards) return 3.25;
  const ownLines = columns.filter(hasOwnLine).length;
  const others = columns.length - 1 - ownLines;
  return 1.25 + 1.6 * (1 + ownLines + Math.ceil(others / 2));
}

/** Says too much to stand beside another. */
export function hasOwnLine(column: CaseColumn): boolean {
  return column === 'deadline' || column === 'status';
}

/**
 * Style of the whole table at once: rows are plain elements, because styling each of some hundred cells by itself takes
 * longer than finding and sorting the rows.
 */
export function tableStyle(columns: readonly CaseColumn[], asCards: boolean): SystemStyleObject<Theme> {
  return {
    display: 'block',
    '& tbody': { display: 'block' },
    '& .case-row': {
      display: 'grid',
      boxSizing: 'border-box',
      alignItems: 'center',
      columnGap: `${gapRem}rem`,
      px: `${1.5 * gapRem}rem`,
      height: `${rowRem(columns, asCards)}rem`,
      borderBottom: 1,
      borderColor: 'divider',
      cursor: 'pointer',
      ...(asCards
        ? {
            gridTemplateColumns: '1.5rem minmax(0, 1fr) minmax(0, 1fr)',
            alignContent: 'center',
            // the deadline has a line of its own; what follows fills the place before it
            gridAutoFlow: 'row dense',
            rowGap: 0.25,
          }
        : { gridTemplateColumns: columnTemplate(columns) }),
    },
    '& .case-row:hover': { bgcolor: 'action.hover' },
    '& .case-row:focus-within, & .case-row[data-selected]': { bgcolor: 'action.selected' },
    '& .case-row[data-selected]': { boxShadow: 'inset 3px 0 0 var(--mui-palette-primary-main)' },
    '& .case-cell': { p: 0, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
    '& .case-check': {
      width: '1.125rem',
      height: '1.125rem',
      m: 0,
      display: 'block',
      color: 'primary.main',
      accentColor: 'currentcolor',
      cursor: 'inherit',
    },
    '& .case-link': {
      color: 'primary.main',
      fontWeight: 600,
      fontVariantNumeric: 'tabular-nums',
      textDecoration: 'none',
      outlineOffset: '-2px',
    },
    '& .case-link:hover': { textDecoration: 'underline' },
    '& .case-marks': { display: 'block', fontSize: '0.8125rem', lineHeight: 1.2 },
    '& .case-new': {
      ml: 0.75,
      px: 0.5,
      borderRadius: 1,
      fontSize: '0.75rem',
      fontWeight: 600,
      color: 'info.main',
      border: '1px solid currentcolor',
    },
    ...(asCards && {
      '& .case-check-cell': { gridRow: 1 },
      '& .case-cell:not(.case-check-cell)': { gridColumn: 'auto' },
      '& .case-cell[data-column=fileReference]': {
        gridColumn: '2 / -1',
        gridRow: 1,
        display: 'flex',
        alignItems: 'baseline',
        flexWrap: 'wrap',
        columnGap: 1,
      },
      '& .case-cell[data-column=deadline], & .case-cell[data-column=status]': {
        gridColumn: '2 / -1',
        display: 'flex',
        gap: 1,
        alignItems: 'baseline',
      },
      '& .case-cell[data-side=left]': { gridColumn: 2 },
      '& .case-cell[data-side=right]': { gridColumn: 3 },
    }),
  };
}
