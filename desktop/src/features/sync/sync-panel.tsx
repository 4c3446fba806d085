import { formatInstant } from '@amtsstube/shared/domain/time';
import Close from '@mui/icons-material/Close';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Drawer from '@mui/material/Drawer';
import IconButton from '@mui/material/IconButton';
import LinearProgress from '@mui/material/LinearProgress';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import type { Health, OutboxEntry, WaitingFile } from '../../data/desk.ts';
import { de } from '../../texts/de.ts';
import { Facts } from '../../ui/part.tsx';
import { hrefOf } from '../../ui/place.ts';
import { DevicePart } from './device-part.tsx';
import type { StorageUse } from './device-words.ts';
import { SyncNow } from './sync-now.tsx';
import {
  buildingWords,
  causeWords,
  lineWords,
  outboxWords,
  type SyncNotice,
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
  /** How many of the clerk's changes the server refused. */
  readonly refused: number;
  readonly notices: readonly SyncNotice[];
  readonly storage: StorageUse | undefined;
}

/** Everything about handing over and fetching, for whoever wants to know exactly. */
export function SyncPanel(props: SyncPanelProps) {
  const { isOpen, onClose, health, outbox, files, refused, notices, storage } = props;
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
      <Facts rows={stateRows(health, outbox.length + files.length, refused)} />
      {refused > 0 && <RefusedNote refused={refused} onLeave={onClose} />}
      <LastFailure health={health} />
      {health.building && health.line.state === 'connected' && (
        <BuildingProgress building={health.building} />
      )}
      {notices.map(({ severity, text }) => (
        <Alert key={text} severity={severity} role="note">
          {text}
        </Alert>
      ))}
      <SyncNow health={health} />
      <WaitingList outbox={outbox} isMoreOpen={files.length > 0 || refused > 0} onLeave={onClose} />
      <WaitingFiles files={files} onOpenCase={onClose} />
      <DevicePart health={health} storage={storage} />
    </Drawer>
  );
}

/** The three honest states, and when the server was last heard of. */
function stateRows(health: Health, waiting: number, refused: number) {
  const { facts, lastContact, never } = de.sync;
  const { lastContactAt, line } = health;
  return [
    { label: facts.line, value: lineWords(line) },
    { label: facts.own, value: outboxWords(waiting, refused) },
    { label: facts.copy, value: verifiedWords(health) },
    { label: lastContact, value: lastContactAt ? formatInstant(lastContactAt) : never },
  ];
}

/** That something was refused, with the way to it. */
function RefusedNote({ refused, onLeave }: { readonly refused: number; readonly onLeave: () => void }) {
  return (
    <Alert severity="warning" role="note">
      {de.sync.list.refused(refused)}{' '}
      <Link href={hrefOf({ screen: 'refused' })} onClick={onLeave} color="inherit">
        {de.refusedChanges.toList}
      </Link>
    </Alert>
  );
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
