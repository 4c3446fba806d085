import { formatInstant } from '@amtsstube/shared/domain/time';
import Close from '@mui/icons-material/Close';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Drawer from '@mui/material/Drawer';
import IconButton from '@mui/material/IconButton';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import type { Health, OutboxEntry, WaitingFile } from '../../data/desk.ts';
import { de } from '../../texts/de.ts';
import { useDesk } from '../../ui/desk-context.tsx';
import { Facts } from '../../ui/part.tsx';
import { DevicePart } from './device-part.tsx';
import { SyncNow } from './sync-now.tsx';
import {
  buildingWords,
  causeWords,
  lineWords,
  outboxWords,
  syncNotices,
  verifiedWords,
} from './sync-words.ts';
import { WaitingFiles } from './waiting-files.tsx';
import { WaitingList } from './waiting-list.tsx';

interface SyncPanelProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly health: Health;
  readonly outbox: readonly OutboxEntry[];
  readonly files: readonly WaitingFile[];
}

/** Everything about handing over and fetching, for whoever wants to know exactly. */
export function SyncPanel({ isOpen, onClose, health, outbox, files }: SyncPanelProps) {
  const { storageIsLasting } = useDesk();
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
      <Facts rows={stateRows(health, outbox.length + files.length)} />
      <LastFailure health={health} />
      {health.building && health.line.state === 'connected' && (
        <BuildingProgress building={health.building} />
      )}
      {syncNotices(health, storageIsLasting).map(({ severity, text }) => (
        <Alert key={text} severity={severity} role="note">
          {text}
        </Alert>
      ))}
      <SyncNow health={health} />
      <WaitingList outbox={outbox} isMoreWaiting={files.length > 0} onOpenCase={onClose} />
      <WaitingFiles files={files} onOpenCase={onClose} />
      <DevicePart health={health} />
    </Drawer>
  );
}

/** The three honest states, and when the server was last heard of. */
function stateRows(health: Health, waiting: number) {
  const { facts, lastContact, never } = de.sync;
  const { lastContactAt, line } = health;
  return [
    { label: facts.line, value: lineWords(line) },
    { label: facts.own, value: outboxWords(waiting) },
    { label: facts.copy, value: verifiedWords(health) },
    { label: lastContact, value: lastContactAt ? formatInstant(lastContactAt) : never },
  ];
}

/** What was wrong last, once it is over: while it lasts, it stands among the notices. */
function LastFailure({ health: { line, lastFailure } }: { readonly health: Health }) {
  if (lastFailure === undefined || line.state !== 'connected') return null;
  return (
    <Typography variant="body2" color="textSecondary">
      {de.sync.lastFailure(formatInstant(lastFailure.at), causeWords(lastFailure.line))}
    </Typography>
  );
}

function BuildingProgress({ building }: { readonly building: NonNullable<Health['building']> }) {
  const words = buildingWords(building);
  return (
    <Box>
      <Typography sx={{ mb: 0.5 }}>{words}</Typography>
      <LinearProgress aria-label={words} />
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
