import type { Instant } from '@amtsstube/shared/domain/time';
import Box from '@mui/material/Box';
import Dialog from '@mui/material/Dialog';
import DialogContent from '@mui/material/DialogContent';
import useMediaQuery from '@mui/material/useMediaQuery';
import { type ReactNode, useId } from 'react';
import type { AppointmentRow } from '../../data/desk.ts';
import { AppointmentDetails } from './appointment-details.tsx';

interface DetailsFrameProps {
  /** undefined: none is chosen. */
  readonly row: AppointmentRow | undefined;
  readonly counterName: (id: string) => string;
  readonly now: Instant;
  readonly onClose: () => void;
  /** A dialog is open: two above each other would be one too many. */
  readonly isCovered: boolean;
  readonly onService: (serviceId: string) => void;
  readonly onMove: (row: AppointmentRow) => void;
  readonly onCancel: (row: AppointmentRow) => void;
  readonly onAgain: (row: AppointmentRow) => void;
  readonly children: ReactNode;
}

/** Beside the calendar where there is room, so that one appointment after another can be looked at; else above it. */
export function DetailsFrame(props: DetailsFrameProps) {
  const { row, counterName, now, onClose, isCovered, children } = props;
  const isWide = useMediaQuery('(min-width: 1200px)', { noSsr: true });
  const titleId = useId();
  const details = row && (
    <AppointmentDetails
      key={row.appointment.id}
      row={row}
      titleId={titleId}
      counterName={counterName(row.appointment.counterId)}
      now={now}
      onClose={onClose}
      onService={props.onService}
      onMove={() => props.onMove(row)}
      onCancel={() => props.onCancel(row)}
      onAgain={() => props.onAgain(row)}
    />
  );
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: details && isWide ? 'minmax(0, 1fr) 22rem' : 'minmax(0, 1fr)',
        gap: 2,
        alignItems: 'start',
      }}
    >
      <Box sx={{ minWidth: 0 }}>{children}</Box>
      {details && isWide && (
        <Box
          component="aside"
          aria-labelledby={titleId}
          onKeyDown={(event) => {
            if (event.key === 'Escape') onClose();
          }}
          sx={aside}
        >
          {details}
        </Box>
      )}
      {details && !isWide && !isCovered && (
        <Dialog open onClose={onClose} aria-labelledby={titleId} fullWidth maxWidth="sm">
          <DialogContent>{details}</DialogContent>
        </Dialog>
      )}
    </Box>
  );
}

const aside = {
  border: 1,
  borderColor: 'divider',
  borderRadius: 1,
  bgcolor: 'background.paper',
  p: 2,
  // beside each other there is no room for long words
  '& dl': { gridTemplateColumns: '6.75rem minmax(0, 1fr)', columnGap: 1.5 },
  displayPrint: 'none',
  position: 'sticky',
  top: 'calc(var(--app-bar-height, 0px) + 1rem)',
} as const;
