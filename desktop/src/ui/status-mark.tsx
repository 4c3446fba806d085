import Box from '@mui/material/Box';
import { de } from '../texts/de.ts';
import type { CaseStatusShown } from './shown-status.ts';

const colors: Record<CaseStatusShown, string> = {
  received: 'info.main',
  inProgress: 'primary.main',
  waiting: 'warning.main',
  awaitingApproval: 'warning.main',
  approved: 'success.main',
  partly: 'success.main',
  rejected: 'error.main',
  handedOver: 'text.secondary',
  unknown: 'text.secondary',
  withdrawn: 'text.secondary',
  notResponsible: 'text.secondary',
};

/** The state of a case in words; the dot (hollow: nobody has begun) only helps the eye along a list. */
export function StatusMark({
  status,
  label = de.cases.status[status],
}: {
  readonly status: CaseStatusShown;
  readonly label?: string | undefined;
}) {
  return (
    <Box
      component="span"
      sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.75, whiteSpace: 'nowrap' }}
    >
      <Box
        component="span"
        aria-hidden
        sx={{
          ...dot,
          color: colors[status],
          bgcolor: status === 'received' ? 'transparent' : 'currentcolor',
        }}
      />
      {label}
    </Box>
  );
}

const dot = {
  width: 9,
  height: 9,
  boxSizing: 'border-box',
  borderRadius: '50%',
  border: '2px solid currentcolor',
} as const;
