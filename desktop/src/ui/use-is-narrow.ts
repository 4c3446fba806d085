import useMediaQuery from '@mui/material/useMediaQuery';

/** Where a table becomes a list of cards and the navigation moves to the top. */
export function useIsNarrow(): boolean {
  return useMediaQuery('(max-width: 899.95px)', { noSsr: true });
}
