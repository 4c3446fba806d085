import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { type ReactNode, useId } from 'react';

/** A part of a screen with its heading; a landmark that screen readers list. */
export function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const titleId = useId();
  return (
    <Box component="section" aria-labelledby={titleId} sx={{ minWidth: 0 }}>
      <Typography
        id={titleId}
        variant="h2"
        sx={{ mb: 1.5, scrollMarginTop: 'calc(var(--app-bar-height, 0px) + 1rem)' }}
      >
        {title}
      </Typography>
      {children}
    </Box>
  );
}

/** Label and value, row by row. */
export function Facts({
  rows,
}: {
  /** `id` where a label may occur twice. */
  readonly rows: readonly { readonly id?: string; readonly label: string; readonly value: ReactNode }[];
}) {
  return (
    <Box component="dl" sx={facts}>
      {rows.map(({ id, label, value }) => (
        <Box key={id ?? label} sx={{ display: 'contents' }}>
          <Box component="dt" sx={{ color: 'text.secondary' }}>
            {label}
          </Box>
          <Box
            component="dd"
            sx={{ m: 0, mb: { xs: 1, sm: 0 }, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
          >
            {value}
          </Box>
        </Box>
      ))}
    </Box>
  );
}

const facts = {
  display: 'grid',
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'minmax(8rem, 12rem) minmax(0, 1fr)' },
  columnGap: 2,
  rowGap: { xs: 0, sm: 0.75 },
  m: 0,
} as const;
