import Box from '@mui/material/Box';
import { de } from '../texts/de.ts';
import type { CaseStatusShown } from './shown-status.ts';

const colors: Record<CaseStatusShown, string> = {
  received: 'info.main',
  inProgress: 'primary.main',
  approved: 'success.main',
  rejected: 'error.main',
};

/** The state of a case in words; the dot only helps the eye along a list. */
export function StatusMark({ status }: { readonly status: CaseStatusShown }) {
  return (
    <Box
      component="span"
      sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.75, whiteSpace: 'nowrap' }}
    >
      <Box
        component="span"
        aria-hidden
        sx={{ width: 8, height: 8, borderRadius: '50%', bgcolor: colors[status] }}
      />
      {de.cases.status[status]}
    </Box>
  );
}
