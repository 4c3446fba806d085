/** A table where there is room; in narrow windows a block for each person, each figure with its name. */
export const loadTable = {
  width: '100%',
  maxWidth: '64rem',
  borderCollapse: 'collapse',
  '& th, & td': { textAlign: 'left', px: 1, py: 0.75, verticalAlign: 'top', fontWeight: 400 },
  '& thead th': { fontSize: '0.875rem', fontWeight: 600, color: 'text.secondary' },
  '& tbody tr': { borderTop: 1, borderColor: 'divider' },
  '& tbody th': { fontWeight: 600, overflowWrap: 'anywhere' },
  '& td': { fontVariantNumeric: 'tabular-nums' },
  '& td[data-urgent]': { color: 'error.main', fontWeight: 600 },
  '& tbody td:last-of-type': { whiteSpace: { md: 'nowrap' }, textAlign: { md: 'right' } },
  '@media (max-width: 899px)': {
    '& thead': {
      position: 'absolute',
      width: '1px',
      height: '1px',
      overflow: 'hidden',
      clipPath: 'inset(50%)',
    },
    '& tbody tr': { display: 'block', py: 1 },
    '& tbody th, & tbody td': { display: 'block', px: 0, py: 0.25 },
    '& td[data-label]::before': {
      content: 'attr(data-label) ": "',
      color: 'text.secondary',
      fontWeight: 400,
    },
  },
} as const;
