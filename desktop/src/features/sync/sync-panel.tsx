import { formatInstant } from '@amtsstube/shared/domain/time';
import Close from '@mui/icons-material/Close';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Drawer from '@mui/material/Drawer';
import IconButton from '@mui/material/IconButton';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import type { Health, OutboxEntry } from '../../data/desk.ts';
import { de } from '../../texts/de.ts';
import { useDesk } from '../../ui/desk-context.tsx';
import { buildingWords, lineWords, outboxWords, syncNotices, verifiedWords } from './sync-words.ts';
import { WaitingList } from './waiting-list.tsx';

interface SyncPanelProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly health: Health;
  readonly outbox: readonly OutboxEntry[];
}

/** Everything about handing over and fetching, for whoever wants to know exactly. */
export function SyncPanel({ isOpen, onClose, health, outbox }: SyncPanelProps) {
  const { desk, storageIsLasting } = useDesk();
  const titleId = useId();
  return (
    <Drawer
      anchor="right"
      open={isOpen}
      onClose={onClose}
      slotProps={{ paper: { role: 'dialog', 'aria-modal': true, 'aria-labelledby': titleId, sx: paper } }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between' }}>
        <Typography id={titleId} variant="h2">
          {de.sync.title}
        </Typography>
        <IconButton onClick={onClose} aria-label={de.app.close} edge="end" autoFocus>
          <Close />
        </IconButton>
      </Box>
      <Box sx={{ display: 'grid', gap: 0.5 }}>
        <Typography>{lineWords(health.line)}</Typography>
        <Typography>{outboxWords(outbox.length)}</Typography>
        <Typography>{verifiedWords(health)}</Typography>
        <Typography color="textSecondary">
          {de.sync.lastContact}: {health.lastContactAt ? formatInstant(health.lastContactAt) : de.sync.never}
        </Typography>
      </Box>
      {health.building && <BuildingProgress building={health.building} />}
      {syncNotices(health, storageIsLasting).map(({ severity, text }) => (
        <Alert key={text} severity={severity} role="note">
          {text}
        </Alert>
      ))}
      <Button variant="outlined" onClick={() => desk.syncNow()} sx={{ justifySelf: 'start' }}>
        {de.sync.now}
      </Button>
      <WaitingList outbox={outbox} onOpenCase={onClose} />
    </Drawer>
  );
}

function BuildingProgress({ building }: { readonly building: NonNullable<Health['building']> }) {
  const { received, expected } = building;
  const words = buildingWords(building);
  return (
    <Box>
      <Typography sx={{ mb: 0.5 }}>{words}</Typography>
      <LinearProgress
        aria-label={words}
        {...(expected ? { variant: 'determinate', value: Math.min(100, (received / expected) * 100) } : {})}
      />
    </Box>
  );
}

const paper = {
  width: 'min(27rem, 100vw)',
  p: 2.5,
  display: 'grid',
  gap: 2,
  alignContent: 'start',
  gridTemplateColumns: 'minmax(0, 1fr)',
} as const;
