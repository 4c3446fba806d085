import CheckCircle from '@mui/icons-material/CheckCircleOutlined';
import CloudOff from '@mui/icons-material/CloudOffOutlined';
import CloudUpload from '@mui/icons-material/CloudUploadOutlined';
import ErrorOutline from '@mui/icons-material/ErrorOutlineOutlined';
import Report from '@mui/icons-material/ReportOutlined';
import Sync from '@mui/icons-material/Sync';
import Badge from '@mui/material/Badge';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import { useState } from 'react';
import { de } from '../../texts/de.ts';
import { useDesk } from '../../ui/desk-context.tsx';
import { hrefOf } from '../../ui/place.ts';
import { visuallyHidden } from '../../ui/visually-hidden.ts';
import { storageNotice } from './device-words.ts';
import { SyncPanel } from './sync-panel.tsx';
import {
  buildingWords,
  lineWords,
  openWords,
  outboxWords,
  saidNotices,
  saidWords,
  syncNotices,
  verifiedWords,
} from './sync-words.ts';
import { useAnnouncement } from './use-announcement.ts';
import { useStorageUse } from './use-storage-use.ts';
import { useRefused, useSync } from './use-sync.ts';

/**
 * Line and outbox in words, always in sight. A screen reader hears a change of either once it has lasted, and no figures
 * that move by themselves.
 */
export function SyncStatus() {
  const { health, outbox, files } = useSync();
  const refused = useRefused().length;
  const { storageIsLasting } = useDesk();
  const [isOpen, setIsOpen] = useState(false);
  const storage = useStorageUse(isOpen);
  if (health === undefined || outbox === undefined) return null;
  const waiting = outbox.length + files.length;
  const isOffline = health.line.state !== 'connected' && health.line.state !== 'connecting';
  // what was begun waits for the line, and doesn't go on without it
  const building = health.line.state === 'connected' ? health.building : undefined;
  const notices = syncNotices(health, storageIsLasting, storage && storageNotice(storage));
  // what is wrong with the line stands in its own words
  const beyondLine = notices.filter(({ severity }) => severity !== 'info');
  const errors = notices.filter(({ severity }) => severity === 'error');

  return (
    <Box
      sx={{
        display: 'flex',
        alignItems: 'center',
        columnGap: 1.5,
        rowGap: 0.25,
        minWidth: 0,
        fontSize: '0.9375rem',
      }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5, minWidth: 0 }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5 }}>
          <Box component="span" sx={{ ...word, color: isOffline ? 'warning.main' : 'text.primary' }}>
            {isOffline && <CloudOff aria-hidden fontSize="inherit" />}
            <span>{lineWords(health.line)}</span>
          </Box>
          {(waiting > 0 || refused === 0) && (
            <Box component="span" sx={{ ...word, color: waiting > 0 ? 'warning.main' : 'text.secondary' }}>
              {waiting > 0 ? (
                <CloudUpload aria-hidden fontSize="inherit" />
              ) : (
                <CheckCircle aria-hidden fontSize="inherit" />
              )}
              <span>{outboxWords(waiting, 0)}</span>
            </Box>
          )}
          {refused > 0 && (
            <Link href={hrefOf({ screen: 'refused' })} color="error" sx={word}>
              <Report aria-hidden fontSize="inherit" />
              <span>{outboxWords(0, refused)}</span>
            </Link>
          )}
        </Box>
        {errors.map(({ short }) => (
          <Box key={short} component="span" sx={{ ...word, color: 'error.main' }}>
            <ErrorOutline aria-hidden fontSize="inherit" />
            <span>{short}</span>
          </Box>
        ))}
        {building && <Box component="span">{buildingWords(building)}</Box>}
        {!building && health.verifiedEqualAt && waiting === 0 && (
          <Box component="span" sx={{ color: 'text.secondary', display: { xs: 'none', lg: 'inline' } }}>
            {verifiedWords(health)}
          </Box>
        )}
      </Box>
      <Badge
        color={errors.length > 0 ? 'error' : 'warning'}
        variant="dot"
        invisible={beyondLine.length === 0}
        // at the word, not above it
        slotProps={{ badge: { sx: { top: 8, right: 2 } } }}
        sx={{ ml: { xs: 'auto', md: 0 }, flexShrink: 0 }}
      >
        <Button
          size="small"
          color="inherit"
          aria-label={openWords(beyondLine)}
          aria-haspopup="dialog"
          onClick={() => setIsOpen(true)}
          startIcon={<Sync />}
        >
          {de.sync.title}
        </Button>
      </Badge>
      <Announcement words={saidWords(health.line, waiting, refused)} />
      {/* an error is said also when it is there from the start */}
      <Announcement
        words={saidNotices(beyondLine)}
        knownAtFirst={saidNotices(beyondLine.filter(({ severity }) => severity === 'warning'))}
      />
      <SyncPanel
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
        health={health}
        outbox={outbox}
        files={files}
        refused={refused}
        notices={notices}
        storage={storage}
      />
    </Box>
  );
}

function Announcement(props: { readonly words: string; readonly knownAtFirst?: string }) {
  return (
    <Box role="status" sx={visuallyHidden}>
      {useAnnouncement(props.words, props.knownAtFirst)}
    </Box>
  );
}

const word = { display: 'inline-flex', alignItems: 'center', gap: 0.5 } as const;
