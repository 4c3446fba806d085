import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { type ReactNode, useMemo } from 'react';
import { de } from '../../../texts/de.ts';
import { useDesk } from '../../../ui/desk-context.tsx';
import { useSettingName } from '../../../ui/names.ts';
import { hrefOf } from '../../../ui/place.ts';
import { shownStatus } from '../../../ui/shown-status.ts';
import { StatusMark } from '../../../ui/status-mark.tsx';
import { useObservable } from '../../../ui/use-observable.ts';

interface CaseLineProps {
  readonly caseId: string;
  readonly note: string;
  /** Buttons; each names the case by the reference it is given. */
  readonly children: (reference: string) => ReactNode;
}

/** Another case in one line, with what can be said of it. Nothing where this desk doesn't have it. */
export function CaseLine({ caseId, note, children }: CaseLineProps) {
  const { desk } = useDesk();
  const settingName = useSettingName();
  const shown = useObservable(
    useMemo(() => desk.watch('cases', caseId), [desk, caseId]),
    undefined,
  );
  if (shown === undefined) return null;
  const { fileReference, serviceId } = shown.document;
  const reference = fileReference || de.cases.noReference;
  return (
    <Box component="li" sx={row}>
      <Box sx={{ minWidth: 0, flex: '1 1 16rem' }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5, alignItems: 'baseline' }}>
          <Link href={hrefOf({ screen: 'case', caseId })}>{reference}</Link>
          <span>{settingName(serviceId)}</span>
          <StatusMark status={shownStatus(shown.document)} />
        </Box>
        {note !== '' && (
          <Typography variant="body2" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
            {note}
          </Typography>
        )}
      </Box>
      <Box sx={{ display: 'flex', displayPrint: 'none', flexWrap: 'wrap', gap: 0.5 }}>
        {children(reference)}
      </Box>
    </Box>
  );
}

/** A list under its own small heading. */
export function CaseList({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Box>
      <Typography variant="h3" sx={{ mb: 0.75 }}>
        {title}
      </Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {children}
      </Box>
    </Box>
  );
}

const row = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  justifyContent: 'space-between',
  columnGap: 2,
  py: 0.75,
  borderTop: 1,
  borderColor: 'divider',
} as const;
